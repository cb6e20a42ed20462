"""A time of day: "at 5.20am", "about 7:24 pm local time", "22:30 GMT", "five o'clock", "noon"; also where a date stands beside it.

Not a time of day: one of which nobody says in which half of the day it lies ("at 5:30"), a score, a length of time.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from operator import itemgetter
from types import MappingProxyType

from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import table, words
from factcheck.model.attributes import TIME_OF_DAY
from factcheck.model.claim import Claim
from factcheck.model.clock import Clock, TimeOfDay, read_clock
from factcheck.model.value import Quantity

# Minutes to either side of a time as told: one in minutes; one in hours, or "about"; one "about" an hour.
WIDTHS = (Decimal("2.5"), Decimal("27.5"), Decimal("57.5"))
_ABOUT, _BOUNDS = words("clock", "about"), words("clock", "bounds")
_FIRST = itemgetter(0)
_TAKEN = frozenset(("in", "of"))  # "won in 13:05", "a time of 13:05"
_NAMED = MappingProxyType(table("clock")["named"])
_LEADING = _ABOUT | _BOUNDS | words("clock", "leading")


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the times of day that the kind of dates has found."""
    low, tokens = reading.tokens.low, reading.tokens
    named = [(i, i, None, False) for i in hits if not reading.taken[i] and low[i - 1] in _LEADING]
    for first, last, zone, dated in sorted(reading.clocks + named, key=_FIRST):
        printed = tokens.slice(first, last)
        clock = Clock((_NAMED[low[first]],), True) if low[first] in _NAMED else read_clock(printed)
        if clock is None or len(clock.minutes) != 1 or low[first - 1] in _TAKEN:
            continue
        if zone is None and low[last + 2] == "time" and tokens.words[last + 1][0].isupper():
            zone = low[last + 1]  # "6.20am Singapore time"
        zone = None if zone is None or zone.lower() == "local" else zone.lower()
        before = low[first - 1]
        hedge = "about" if before in _ABOUT or (before == "at" and low[first - 2] in _ABOUT) else None
        bound = next((w for w in (before, low[first - 2]) if w in _BOUNDS), None)
        minutes, width = Decimal(clock.minutes[0]), WIDTHS[(hedge is not None) + clock.whole]
        value = Quantity(minutes - width, minutes + width, "clock", hedge=hedge, written_value=minutes, step=Decimal(60 if clock.whole else 1))
        yield reading.claim("time", first, last, value, TIME_OF_DAY, detail=TimeOfDay(printed, zone, dated, bound))


KIND = Kind("time", 11, "quantity", read, frozenset(_NAMED), reads="clocks")
