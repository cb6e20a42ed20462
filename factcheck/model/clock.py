"""Times of day as minutes, so that "3:45 p.m." and "15:45" are one, and "5:30" may be either of two."""

from __future__ import annotations

import re
from typing import NamedTuple

DAY, NOON = 24 * 60, 12 * 60
_CLOCK = re.compile(r"\s*(\d{1,2})(?:\s*[:.]\s*(\d{2})|(?<=\d\d)(\d{2})(?!\d))?(?:\s*:\s*\d{2})?\s*(?:([ap])\.?\s?m\b|(o['’]clock))?", re.IGNORECASE)


class Clock(NamedTuple):
    """minutes: after midnight, two possible ones where nothing says which half of the day is meant; whole: no minutes are told."""

    minutes: tuple[int, ...]
    whole: bool


class TimeOfDay(NamedTuple):
    """What a claim on a time of day keeps: the words; zone: as written, in lower case, None for that of the place; dated: it is a
    part of a date; bound: "before", "until" and the like where one stands before it."""

    clock: str
    zone: str | None
    dated: bool
    bound: str | None


def read_clock(printed: str) -> Clock | None:
    """A time of day as printed, whatever zone stands behind it; None where it is none.

    >>> read_clock("3:45 p.m. ET"), read_clock("12am"), read_clock("5:30"), read_clock("22.34 BST"), read_clock("1117 GMT")
    (Clock(minutes=(945,), whole=False), Clock(minutes=(0,), whole=True), Clock(minutes=(330, 1050), whole=False), Clock(minutes=(1354,), whole=False), Clock(minutes=(677,), whole=False))
    """
    found = _CLOCK.match(printed)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if hour > 24 or minute > 59:
        return None
    whole = found[2] is None and found[3] is None
    if found[4]:
        if not 0 < hour <= 12:
            return None
        return Clock((hour % 12 * 60 + minute + (NOON if found[4] in "pP" else 0),), whole)
    at = (hour % 24) * 60 + minute
    if 0 < hour <= 12 and found[3] is None and not (len(found[1]) == 2 and found[1][0] == "0"):
        return Clock((at % NOON, at % NOON + NOON), whole)
    return Clock((at,), whole)


def minutes_apart(a: Clock, b: Clock) -> int:
    """The fewest minutes that can lie between two times of one day."""
    return min(abs(x - y) for x in a.minutes for y in b.minutes)
