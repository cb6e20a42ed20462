"""A share in percent of some whole: "over 81% of the vote", "nearly 71 percent".

Not: percentage points, or a change in percent ("rose 5%"), which have attributes of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.hedges import quantity
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.model.claim import Claim


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    for number in reading.numbers:
        j = number.last + 1
        word = reading.lower(j)
        if word == "%":
            last = j
            yield reading.claim("percent", number.start, last, quantity(number, "percent", "share"), "share", detail=number)


KIND = Kind("percent", 50, "quantity", read)
