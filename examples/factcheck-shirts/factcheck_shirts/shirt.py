"""The number of a shirt: "the number 10 shirt", "in the 7 shirt".

Not a shirt: a house number, a flight number.
"""

from collections.abc import Iterable

from factcheck.extract.hedges import quantity
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.model.claim import Claim


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the numbers that stand in front of "shirt"."""
    for number in reading.numbers:
        if reading.lower(number.last + 1) == "shirt" and not reading.taken[number.first]:
            reading.take(number.first, number.last)
            yield reading.claim("shirt", number.first, number.last + 1, quantity(number, "shirt", "exact"), "shirt")


KIND = Kind("shirt", 44, "quantity", read)
