"""A measured size: "12 kilometres", "6.7-magnitude", "magnitude 6.7", "30C", "2,000 square miles", "7.6/10".

Not a measure: lengths of time, money, and "30m" where nothing says that it is metres.
The unit stays as written; units of one dimension are converted when two measures are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.extract.attributes import attribute_near
from factcheck.extract.counted import base_form
from factcheck.extract.hedges import BELOW_ZERO, below_zero, quantity
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table
from factcheck.model.claim import Claim

_RACES = frozenset("race final hurdles sprint dash freestyle backstroke butterfly breaststroke relay run waves".split())


@cache
def _units() -> tuple[dict[str, str], dict[str, str]]:
    return dict(by_word("units", "measure")), dict(table("units")["compound"])


@cache
def _behind() -> frozenset[str]:
    """What may stand behind a number that measures: most numbers are told by it to measure nothing."""
    return _units()[0].keys() | frozenset("- on magnitude richter out ° degree degrees c f square sq cubic nautical metric m in g pound pounds".split())


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the measures among the numbers."""
    lower = reading.tokens.low
    behind = _behind()
    for number in [n for n in reading.numbers if lower[n.stop + 1] in behind or n.form == "ratio" or "magnitude" in (lower[n.start - 1], lower[n.start - 2])]:
        if number.form in ("ordinal", "vague") or reading.taken[number.first]:
            continue
        found = _magnitude(reading, number) or _rating(reading, number) or _unit(reading, number)
        if found is None:
            continue
        first, last, unit, attribute = found
        if not attribute:
            attribute = attribute_near(reading, number, last, length=_base(unit) == "m") or "size"
            if lower[last + 1] in ("a", "per") and lower[last + 2] in ("day", "year", "month", "week", "hour", "second"):
                attribute = f"{attribute} per {lower[last + 2]}"
        value = quantity(number, unit, "measure")
        if unit in BELOW_ZERO and _is_negative(reading, number):
            first = min(first, number.start - 1)
            value = below_zero(value)
        reading.take(first, last)
        yield reading.claim("measure", first, last, value, attribute, detail=number)


@cache
def _base(unit: str) -> str:
    return table("units")["base"].get(unit, (unit,))[0]


def _is_negative(reading: Reading, number: Number) -> bool:
    lower = reading.tokens.low
    k = number.start - 1
    return lower[k] in ("minus", "negative") or (lower[k] in ("-", "−") and not reading.tokens.glued(k - 1))


def _magnitude(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    lower = reading.tokens.low
    if number.high > 10:
        return None
    j = number.stop + 1
    if lower[j] == "-":
        j += 1
    if lower[j] == "on" and "richter" in (lower[j + 1], lower[j + 2]):
        return number.start, number.stop, "magnitude", "magnitude"
    if lower[j] in ("magnitude", "richter"):
        return number.start, j, "magnitude", "magnitude"
    k = number.start - 1
    if lower[k] in ("of", "was", "at", "-"):
        k -= 1
    if lower[k] == "magnitude":
        return k, number.stop, "magnitude", "magnitude"
    return None


def _rating(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    lower = reading.tokens.low
    if number.form == "ratio":
        below = reading.tokens.words[number.last]
        return number.start, number.last, f"out of {below}", "rating"
    j = number.stop + 1
    if lower[j] == "out" and lower[j + 1] == "of" and lower[j + 2] in ("5", "10", "100", "five", "ten") and number.step < 1:
        return number.start, j + 2, f"out of {lower[j + 2]}", "rating"
    return None


def _unit(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    lower = reading.tokens.low
    units, compounds = _units()
    j = number.stop + 1
    words = reading.tokens.words
    if j >= len(words):
        return None
    glued = reading.tokens.glued(j - 1)
    if words[j] == "-":
        j += 1
    low = lower[j]
    if not low:
        return None
    if low == "°" or (low in ("degrees", "degree")):
        scale = lower[j + 1]
        unit = {"c": "celsius", "celsius": "celsius", "f": "fahrenheit", "fahrenheit": "fahrenheit", "centigrade": "celsius"}.get(scale)
        return (number.start, j + 1, unit, "temperature") if unit else (number.start, j, "degree", "")
    if glued and words[j] in ("C", "F") and number.form == "digits":
        return number.start, j, "celsius" if words[j] == "C" else "fahrenheit", "temperature"
    if low in ("square", "sq", "cubic", "nautical", "metric"):
        k = j + 2 if lower[j + 1] == "." else j + 1
        unit = compounds.get(f"{'square' if low == 'sq' else low} {units.get(lower[k], base_form(lower[k]))}")
        return (number.start, k, unit, "") if unit else None
    if low == "m":
        return _metres(reading, number, j)
    if low in ("in", "g") and not glued:
        return None
    unit = "lb" if low in ("pound", "pounds") else units.get(low)  # money has taken what is not weighed
    if unit is None:
        return None
    last = j
    if lower[j + 1] in ("per", "an", "a", "/") and lower[j + 2] in ("hour", "h"):
        speed = {"km": "kmh", "mile": "mph"}.get(unit)
        if speed:
            return number.start, j + 2, speed, "speed"
    return number.start, last, unit, ""


def _metres(reading: Reading, number: Number, j: int) -> tuple[int, int, str, str] | None:
    """ "30m" is metres where a dimension or a race says so; else it may be millions, minutes or a name."""
    if reading.tokens.low[j + 1] in _RACES:
        return number.start, j, "m", "distance"
    shown = attribute_near(reading, number, j, length=True)
    return (number.start, j, "m", shown) if shown in ("depth", "height", "length", "width", "distance") else None


KIND = Kind("measure", 45, "quantity", read)
