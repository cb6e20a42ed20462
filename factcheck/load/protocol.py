"""What a reader is: a file in `readers/` that turns bytes of one kind into text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Reading(NamedTuple):
    """What a reader gives: the text, and what the input says of itself (title, date, url, publisher), and notices."""

    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    notices: tuple[str, ...] = ()


class Reader(NamedTuple):
    """name: the module's; suffixes: endings of files it is for, with the dot; read: bytes and a path to a Reading.

    read raises DocumentError with one clear sentence for input it cannot read.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Reading]
