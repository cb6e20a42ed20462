"""What a format is: a file in `formats/` that turns a report into text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.public.report import Report


class View(NamedTuple):
    """How to show a report: colour only on a terminal, its width, how much to tell, and the documents' texts by id."""

    color: bool = False
    width: int = 100
    verbose: bool = False
    texts: dict[str, str] = {}  # noqa: RUF012 - read only


class Format(NamedTuple):
    """name: the value of --format; suffix: usual ending of its files; render: a pure function to text."""

    name: str
    suffix: str
    render: Callable[[Report, View], str]
