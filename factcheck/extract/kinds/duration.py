"""A length of time: "a seven-year term", "almost three decades", "90 minutes", "for two and a half years".

Not a duration: "two years ago" and "two days later", which are dates, and ages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from factcheck.extract.attributes import attribute_near
from factcheck.extract.hedges import quantity
from factcheck.extract.nouns import base_form
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table, words
from factcheck.model.claim import Claim
from factcheck.model.value import Quantity

_CONTRACTS = words("sorts", "contracts")
_HELD = words("sorts", "served")
_SMALLER = {"hour": "minute", "minute": "second", "year": "month", "day": "hour", "week": "day"}

_FACING = words("sorts", "facing")
PENALTY = 6  # words before a length of time in which it is told to be a penalty
_LASTING = words("sorts", "lasting")


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the lengths of time among the numbers."""
    lower = reading.tokens.low
    units = by_word("units", "time")
    lasting = words("units", "lasting")
    functions = words("structure", "function_words")
    for number in reading.numbers:
        if number.form in ("ordinal", "ratio", "times") or reading.taken[number.first]:
            continue
        j = number.stop + 1
        if lower[j] == "of" and number.form == "vague":
            j += 1  # hundreds of years
        hyphened = lower[j] == "-" or (lower[j] == "–" and reading.tokens.glued(j))
        if hyphened:
            j += 1
        if not hyphened and lower[j] in lasting:
            j += 1  # five straight years
        unit = units.get(lower[j])
        if unit is None or reading.taken[j] or (unit == "second" and lower[j] == "second" and not hyphened and lower[number.stop] not in ("a", "an")) or lower[j + 1] == "ago":
            continue
        if "old" in (lower[j + 1], lower[j + 2]):
            continue
        if number.hedge == "over" and lower[number.start] == "over" and number.start == number.first - 1 and lower[number.start - 1] not in _LASTING:
            number.hedge = "at-least"  # "over five years" is as often during them as longer
        last, noun = j, ""
        if hyphened:
            k = j + 1
            while k < j + 4 and lower[k][:1].isalpha() and lower[k] not in functions:
                if noun and lower[k].endswith(("ed", "s")):
                    break  # "a two-day visit ended"
                held = noun in _HELD
                noun, k = lower[k], k + 1
                if held and noun in ("sentence", "term"):
                    noun = "sentence"
                    break
                if noun in ("term", "sentence", "contract", "deal", "ban", "war", "period", "lease", "visit", "strike"):
                    break
            if noun:
                last = k - 1 if k - j <= 2 else j
        if lower[j + 1] in ("in", "of") and lower[j + 2] in ("prison", "jail", "imprisonment") or (lower[number.start - 1] == "for" and _is_behind_bars(lower, number.start - 2)):
            noun = "sentence"
        elif lower[number.start - 1] == "of" and lower[number.start - 2] in ("term", "sentence") and lower[number.start - 3] in _HELD:
            noun = "sentence"  # a prison term of 12 years
        if (noun == "sentence" or (not noun and lower[j + 1] != "of")) and _is_the_most(lower, number):
            noun, number.hedge = "maximum sentence", None  # it tells what the law allows, to the year
        near = "" if noun else attribute_near(reading, number, j)
        attribute = f"length of {'contract' if noun in _CONTRACTS else base_form(noun)}" if noun else f"length of {near}" if near in ("sentence", "term") else "length of time"
        rest = _rest(reading, j, unit) if not hyphened and number.hedge is None else None
        if rest is not None:
            value = together(number, unit, *rest)
            last = rest[0].stop + 1
            reading.take(number.start, last)
            yield reading.claim("duration", number.start, last, value, attribute, detail=number)
            continue
        reading.take(number.start, j)
        yield reading.claim("duration", number.start, last, quantity(number, unit, "exact" if unit in ("year", "month") else "measure"), attribute, detail=number)


def _is_behind_bars(lower: Sequence[str], k: int) -> bool:
    """Whether token k closes "in jail", "behind bars" or "jailed": who ran a jail for years was not in it."""
    return lower[k] == "bars" or (lower[k] in _HELD and lower[k - 1] in ("in", "to", "into", "of"))


def _is_the_most(lower: Sequence[str], number: Number) -> bool:
    """Whether it is the longest sentence that a charge carries: "faces up to 20 years", "a maximum of 20 years in prison"."""
    before = lower[max(0, number.start - PENALTY) : number.first]
    if number.hedge == "at-most":
        return not _FACING.isdisjoint(before)
    return number.hedge is None and "maximum" in before[-4:] and not {"sentence", "penalty", "term"}.isdisjoint(before[-4:])


def _rest(reading: Reading, j: int, unit: str) -> tuple[Number, str] | None:
    """The smaller part behind: "2 hours, 3 minutes", "11 hours and 20 minutes"."""
    lower = reading.tokens.low
    k = j + 1
    while lower[k] in (",", "and"):
        k += 1
    smaller = by_word("units", "time").get(lower[k + 1])
    if smaller is None or smaller != _SMALLER.get(unit):
        return None
    number = next((n for n in reading.numbers if n.first == k and n.last == k), None)
    return (number, smaller) if number is not None and number.hedge is None and number.form in ("digits", "words") else None


def together(number: Number, unit: str, rest: Number, smaller: str) -> Quantity:
    """Two parts of one length of time, in the smaller unit."""
    base = table("units")["base"]
    value = number.value * Decimal(base[unit][1]) / Decimal(base[smaller][1]) + rest.value
    half = Decimal(0) if smaller == "month" else Decimal("0.5")
    return Quantity(value - half, value + half, smaller, high_open=bool(half), written_value=value, step=rest.step)


KIND = Kind("duration", 35, "quantity", read)
