"""An age in years, and whose: "69-year-old", "aged 34", "Jane Roe, 51,", "78 years old", "at the age of nine".

Not an age: "34 years ago", "a seven-year term", "a 30-year-old dispute" has no person and so no subject.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.hedges import quantity
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.subjects import apposed, focus_person, following_person
from factcheck.model.claim import Claim

_YEARS = ("year", "years", "yr")
OLDEST = 120


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the ages among the numbers."""
    for number in reading.numbers:
        if number.form not in ("digits", "words") or number.high > OLDEST or reading.taken[number.first]:
            continue
        found = _old(reading, number) or _aged(reading, number) or _apposition(reading, number)
        if found is None:
            continue
        first, last, subject = found
        reading.take(first, last)
        yield reading.claim("age", first, last, quantity(number, "year", "exact"), "age", subject=subject, detail=number)


def _old(reading: Reading, number: Number) -> tuple[int, int, str | None] | None:
    """ "69-year-old", "78 years old", "78 years of age"."""
    j = number.stop + 1
    if reading.lower(j) == "-":
        j += 1
    if reading.lower(j) not in _YEARS:
        return None
    k = j + 2 if reading.lower(j + 1) == "-" else j + 1
    if reading.lower(k) in ("old", "olds"):
        subject = following_person(reading, k) or apposed(reading, number.start)
        if subject is None and reading.lower(number.start - 1) in ("the", ","):
            subject = focus_person(reading, number.start)
        if subject is None and reading.lower(number.start - 1) in ("is", "was", "am", "are", "turned"):
            subject = focus_person(reading, number.start, same_sentence=True)
        return number.start, k, subject
    if reading.lower(k) == "of" and reading.lower(k + 1) == "age":
        return number.start, k + 1, focus_person(reading, number.start, same_sentence=True)
    return None


def _aged(reading: Reading, number: Number) -> tuple[int, int, str | None] | None:
    """ "aged 34", "age 34", "at the age of nine"."""
    k = number.start - 1
    low = reading.lower(k)
    if low == "of" and reading.lower(k - 1) == "age":
        k -= 1
        return k, number.stop, focus_person(reading, k, same_sentence=True)
    if low in ("aged", "age"):
        return k, number.stop, apposed(reading, k) or focus_person(reading, k, same_sentence=True)
    return None


def _apposition(reading: Reading, number: Number) -> tuple[int, int, str | None] | None:
    """ "Jane Roe, 51, said": a bare number between commas behind a person's name."""
    i = number.first
    if number.hedge or number.form != "digits" or number.step != 1 or number.last != i or not 0 < number.low < OLDEST:
        return None
    if reading.lower(i - 1) != "," or reading.lower(i + 1) not in (",", ".", ";", ")"):
        return None
    subject = apposed(reading, i)
    if subject is None or reading.lower(i + 1) == "," and reading.lower(i + 2)[:1].isdigit():
        return None
    return i, i, subject


KIND = Kind("age", 20, "quantity", read)
