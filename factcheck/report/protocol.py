"""What a format is: a file in `formats/` that turns a report into text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factcheck.limits import Limits

if TYPE_CHECKING:
    from factcheck.public.report import Report


class View(NamedTuple):
    """How to show a report.

    color, width: only a terminal has them; verbose: how much to tell; texts: the documents' texts by id, where they are at
    hand; fail_on: the least finding that a gate fails on; quoted: characters of a sentence around a value, where a report quotes
    to a reader; results: of a run, in a format that bounds them.
    """

    color: bool = False
    width: int = 100
    verbose: bool = False
    texts: Mapping[str, str] = MappingProxyType({})
    fail_on: str = "conflict"
    quoted: int = Limits().quoted
    results: int = Limits().sarif_results


class Format(NamedTuple):
    """name: the value of --format; suffix: usual ending of its files; render: a pure function to text, or, where that can grow
    very long, to its pieces one after another."""

    name: str
    suffix: str
    render: Callable[[Report, View], str | Iterable[str]]
