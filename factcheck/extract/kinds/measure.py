"""A measured size: "12 kilometres", "6.7-magnitude", "magnitude 6.7", "30C", "2,000 square miles", "7.6/10".

Not a measure: lengths of time, money, and "30m" where nothing says that it is metres.
The unit stays as written; units of one dimension are converted when two measures are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.extract.attributes import attribute_near, rate_behind
from factcheck.extract.hedges import quantity
from factcheck.extract.nouns import base_form
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table, words
from factcheck.model.claim import Claim

_RACES = frozenset("race final hurdles sprint dash freestyle backstroke butterfly breaststroke relay run waves".split())


_SMALLER = {"ft": ("inch", 12), "lb": ("ounce", 16), "stone": ("lb", 14)}
_SHORT = {"sq": "square", "cu": "cubic"}
_FEET, _INCHES = frozenset("'’′"), frozenset("\"”″")


_BEFORE_UNITS = words("units", "before_units")


@cache
def _units() -> tuple[dict[str, str], dict[str, str]]:
    return dict(by_word("units", "measure")), dict(table("units")["compound"])


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the measures among the numbers."""
    lower, quake = reading.tokens.low, 0
    for n, number in enumerate(reading.numbers):
        if number.form in ("ordinal", "times") or reading.taken[number.first]:
            continue
        found = _magnitude(reading, number) or _rating(reading, number) or _marked(reading, number) or _unit(reading, number)
        if found is None and quake and number.start == quake + 2 and lower[quake + 1] == "and" and number.step < 1:
            found = number.start, number.stop, "magnitude", "magnitude"  # "measuring 7.6 and 7.4"
        if found is None:
            continue
        first, last, unit, attribute = found
        quake = last if unit == "magnitude" else 0
        if unit in _SMALLER and n + 1 < len(reading.numbers):
            last, unit = _with_smaller(reading, number, reading.numbers[n + 1], last, unit)
            attribute = "height" if unit == "inch" and lower[number.last + 1] == "-" else attribute  # the 6-foot-9 centre
        if not attribute:
            attribute = attribute_near(reading, number, last, length=_base(unit) == "m") or "size"
            attribute += rate_behind(reading, last)
        reading.take(first, last)
        yield reading.claim("measure", first, last, quantity(number, unit, "measure"), attribute, detail=number)


def _with_smaller(reading: Reading, number: Number, behind: Number, last: int, unit: str) -> tuple[int, str]:
    """Take in the smaller part of one measure: "5 feet 10 inches", "6-foot-4", "7 lb 3 oz"; the last token and the unit."""
    lower = reading.tokens.low
    smaller, times = _SMALLER[unit]
    gap = behind.first - last - 1
    joined = gap == 0 or (gap == 1 and lower[last + 1] in ("-", ",", "and"))
    if not joined or number.form not in ("digits", "words") or number.step != 1 or behind.hedge or behind.form not in ("digits", "words") or not 0 <= behind.value < times:
        return last, unit
    at = behind.last + 2 if lower[behind.last + 1] == "-" else behind.last + 1
    named = _units()[0].get(lower[at]) == smaller or (smaller == "lb" and lower[at] in ("pound", "pounds")) or (smaller == "inch" and lower[at] in ("in", '"', "”", "″"))
    if not named and not (lower[last + 1] == "-" and unit == "ft") and not (unit == "stone" and not lower[at][:1].isalpha()):
        return last, unit
    number.low = number.high = number.value = number.value * times + behind.value
    number.step = behind.step
    return at if named else behind.last, smaller


def _marked(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    """Feet and inches by their marks: 5'10"; a lone mark is more often a quotation's."""
    tokens, found, j = reading.tokens, reading.tokens.words, number.stop + 1
    if j + 2 >= len(found) or found[j] not in _FEET or number.form != "digits" or not 2 < number.value < 9 or number.step != 1:
        return None
    if not (tokens.glued(j - 1) and tokens.glued(j) and found[j + 1].isdecimal() and int(found[j + 1]) < 12 and tokens.glued(j + 1) and found[j + 2] in _INCHES):
        return None
    number.low = number.high = number.value = number.value * 12 + int(found[j + 1])
    reading.take(number.start, j + 2)
    return number.start, j + 2, "inch", "height"


@cache
def _base(unit: str) -> str:
    return table("units")["base"].get(unit, (unit,))[0]


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
    if lower[number.start - 1] in words("attributes", "measuring") and number.step < 1:
        first, _ = reading.bounds(reading.sentence_of(number.first))
        if any(lower[n] in words("attributes", "quakes") for n in range(max(first, k - 8), k)):
            return number.start, number.stop, "magnitude", "magnitude"  # "two quakes, measuring 7.6 and 7.4"
    if lower[k] == "magnitude":
        return k, number.stop, "magnitude", "magnitude"
    return None


def _rating(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    lower = reading.tokens.low
    if number.form == "ratio":
        below = reading.tokens.words[number.last]
        return number.start, number.last, f"out of {below}", "rating"
    j = number.stop + 1
    if lower[j] == "out" and lower[j + 1] == "of" and lower[j + 2] in ("5", "10", "100", "five", "ten"):
        graded = number.step < 1 or any(lower[k] in words("attributes", "grading") for k in range(max(0, number.start - 4), number.start))
        return (number.start, j + 2, f"out of {lower[j + 2]}", "rating") if graded else None
    return None


def _unit(reading: Reading, number: Number) -> tuple[int, int, str, str] | None:
    lower = reading.tokens.low
    units, compounds = _units()
    j = number.stop + 1
    words = reading.tokens.words
    if j >= len(words):
        return None
    if lower[j] == "of" and number.form == "vague":
        j += 1  # hundreds of miles
    glued = reading.tokens.glued(j - 1)
    if lower[j] == "-":
        j += 1
    while lower[j] in _BEFORE_UNITS:
        j += 1  # 352 net rushing yards
    low = lower[j]
    if not low:
        return None
    if low == "°" or (low in ("degrees", "degree")):
        scale = lower[j + 1]
        unit = {"c": "celsius", "celsius": "celsius", "f": "fahrenheit", "fahrenheit": "fahrenheit", "centigrade": "celsius"}.get(scale)
        return (number.start, j + 1, unit, "temperature") if unit else (number.start, j, "degree", "")
    if glued and words[j] in ("C", "F") and number.form == "digits":
        return number.start, j, "celsius" if words[j] == "C" else "fahrenheit", "temperature"
    if low in ("square", "sq", "cubic", "nautical", "metric", "light", "fluid", "cu"):
        k = j + 2 if lower[j + 1] in (".", "-") else j + 1
        unit = compounds.get(f"{_SHORT.get(low, low)} {units.get(lower[k], base_form(lower[k]))}")
        return (number.start, k, unit, "") if unit else None
    if low in ("km", "m", "cm", "ft", "mi") and lower[j + 1] in ("2", "3") and reading.tokens.glued(j):
        unit = compounds.get(f"{'square' if lower[j + 1] == '2' else 'cubic'} {units.get(low, low)}")
        return (number.start, j + 1, unit, "") if unit else None
    if low == "m":
        if lower[j + 1] == "/" and lower[j + 2] == "s":
            return number.start, j + 2, "mps", "speed"
        return _metres(reading, number, j)
    if low in ("in", "g", "db", "mi") and not glued and lower[j + 1] not in ("long", "wide", "tall", "high", "deep", "thick", "/", ".", ",", ""):
        return None
    if low == "deg" and lower[j + 1] in ("c", "f"):
        return number.start, j + 1, "celsius" if lower[j + 1] == "c" else "fahrenheit", "temperature"
    if low in ("stone", "stones"):
        return (number.start, j, "stone", "weight") if low == "stone" and _weighed(reading, number) else None
    unit = {"pound": "lb", "pounds": "lb", "in": "inch"}.get(low) or units.get(low)  # money has taken what is not weighed
    if unit is None:
        return None
    if lower[j + 1] in ("per", "an", "a", "/"):
        speed = _speeds().get((unit, lower[j + 2]))
        if speed:
            return number.start, j + 2, speed, "speed"
    if lower[j + 1] == "-" and lower[j + 2] in ("hour", "hours") and unit in ("kW", "MW", "GW", "TW"):
        return number.start, j + 2, f"{unit}h", ""
    return number.start, j, unit, ""


@cache
def _speeds() -> dict[tuple[str, str], str]:
    """Unit and word of time to the unit of speed."""
    speeds = table("units")["speeds"]
    return {(unit, word): speed for unit, by in speeds.items() for speed, times in by.items() for word in times.split()}


def _weighed(reading: Reading, number: Number) -> bool:
    """Whether something is weighed: "weighed 12 stone", "12 stone 4 pounds"."""
    lower = reading.tokens.low
    return any(lower[k] in words("attributes", "weighed") for k in range(max(0, number.start - 5), number.start)) or lower[number.stop + 2][:1].isdecimal()


def _metres(reading: Reading, number: Number, j: int) -> tuple[int, int, str, str] | None:
    """ "30m" is metres where a dimension or a race says so; else it may be millions, minutes or a name."""
    if reading.tokens.low[j + 1] in _RACES:
        return number.start, j, "m", "distance"
    shown = attribute_near(reading, number, j, length=True)
    return (number.start, j, "m", shown) if shown in ("depth", "height", "length", "width", "distance") else None


KIND = Kind("measure", 45, "quantity", read)
