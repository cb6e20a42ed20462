"""A measured size: "12 kilometres", "6.7-magnitude", "magnitude 6.7", "30C", "2,000 square miles", "7.6/10".

The unit stays as written; units of one dimension are converted when two measures are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.extract.attributes import attribute_near
from factcheck.extract.counted import base_form
from factcheck.extract.hedges import quantity
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table
from factcheck.model.claim import Claim


@cache
def _units() -> tuple[dict[str, str], dict[str, str]]:
    return dict(by_word("units", "measure")), dict(table("units")["compound"])


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the measures among the numbers."""
    for number in reading.numbers:
        if number.form in ("ordinal", "vague") or reading.taken[number.first]:
            continue
        found = _magnitude(reading, number) or _rating(reading, number) or _unit(reading, number)
        if found is None:
            continue
        first, last, unit, attribute = found
        if not attribute:
            attribute = attribute_near(reading, number, last) or "size"
        reading.take(first, last)
        yield reading.claim("measure", first, last, quantity(number, unit, "measure"), attribute, detail=number)


def _magnitude(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    if number.high > 10:
        return None
    j = number.stop + 1
    if reading.lower(j) == "-":
        j += 1
    if reading.lower(j) in ("magnitude", "richter"):
        return number.start, j, "magnitude", "magnitude"
    k = number.start - 1
    if reading.lower(k) in ("of", "was", "at", "-"):
        k -= 1
    if reading.lower(k) == "magnitude":
        return k, number.stop, "magnitude", "magnitude"
    return None


def _rating(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    if number.form == "ratio":
        below = reading.tokens.words[number.last]
        return number.start, number.last, f"out of {below}", "rating"
    j = number.stop + 1
    if reading.lower(j) == "out" and reading.lower(j + 1) == "of" and reading.lower(j + 2) in ("5", "10", "100", "five", "ten") and number.step < 1:
        return number.start, j + 2, f"out of {reading.lower(j + 2)}", "rating"
    return None


def _unit(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    units, compounds = _units()
    j = number.stop + 1
    words = reading.tokens.words
    if j >= len(words):
        return None
    glued = reading.tokens.glued(j - 1)
    if words[j] == "-":
        j += 1
    low = reading.lower(j)
    if not low:
        return None
    if low == "°" or (low in ("degrees", "degree")):
        scale = reading.lower(j + 1)
        unit = {"c": "celsius", "celsius": "celsius", "f": "fahrenheit", "fahrenheit": "fahrenheit", "centigrade": "celsius"}.get(scale)
        return (number.start, j + 1, unit, "temperature") if unit else (number.start, j, "degree", "")
    if glued and words[j] in ("C", "F") and number.form == "digits":
        return number.start, j, "celsius" if words[j] == "C" else "fahrenheit", "temperature"
    if low in ("square", "sq", "cubic", "nautical", "metric"):
        k = j + 2 if reading.lower(j + 1) == "." else j + 1
        unit = compounds.get(f"{'square' if low == 'sq' else low} {units.get(reading.lower(k), base_form(reading.lower(k)))}")
        return (number.start, k, unit, "") if unit else None
    if low in ("m", "g", "in", "ft", "lb", "mm", "cm", "km", "kg") and not glued and low in ("in", "m", "g"):
        return None
    unit = units.get(low)
    if unit is None:
        return None
    last = j
    if reading.lower(j + 1) in ("per", "an", "a", "/") and reading.lower(j + 2) in ("hour", "h"):
        speed = {"km": "kmh", "mile": "mph"}.get(unit)
        if speed:
            return number.start, j + 2, speed, "speed"
    return number.start, last, unit, ""


KIND = Kind("measure", 45, "quantity", read)
