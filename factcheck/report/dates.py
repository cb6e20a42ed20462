"""When a document was written, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from factcheck.public.report import WrittenOn

# Not strftime: its names follow the locale of the machine.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BASIS_IN_WORDS = {
    "given": "given by the caller",
    "metadata": "from its metadata",
    "dateline": "from its dateline",
    "url": "from its URL",
    "weekday": "from a weekday with its day",
    "age": "from the ages of people",
    "latest-mention": "from the latest day it tells of",
    "related": "from the other documents",
}


def day(value: date) -> str:
    """'21 November 2022'."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def written(on: WrittenOn | None) -> str:
    """The day or span of days."""
    if on is None or (on.start is None and on.end is None):
        return "not known"
    if on.start is None:
        return f"by {day(on.end)}"
    if on.end is None:
        return f"{day(on.start)} or later"
    return day(on.start) if on.start == on.end else f"{day(on.start)} to {day(on.end)}"


def basis(on: WrittenOn | None) -> str:
    """How that is known."""
    if on is None or (on.start is None and on.end is None):
        return ""
    return BASIS_IN_WORDS.get(on.basis, f"from {on.basis}")


def span_in_words(start: date, end: date, *, short: bool = False) -> str:
    """'21 November 2022', or from one day to another; short: with the month cut to three letters."""
    if start == end:
        return f"{start.day} {_MONTHS[start.month - 1][:3]} {start.year}" if short else day(start)
    return f"{day(start)} to {day(end)}"
