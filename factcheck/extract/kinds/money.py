"""An amount of money: "$3bn", "Rs 10 crore", "1.2 million euros", "£500", "a 40,000-dollar fine".

Not money: pounds that something weighs. Dollars and euros are never compared, for that would need a rate.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.extract.attributes import attribute_near, change_verb
from factcheck.extract.hedges import quantity
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table
from factcheck.model.claim import Claim

_COUNTRIES = frozenset(("us", "american", "australian", "canadian", "hong", "singapore"))


@cache
def _tables() -> tuple[dict, dict, dict, frozenset, frozenset]:
    data = table("units")
    return (
        data["currency_signs"],
        data["dollar_prefixes"],
        dict(by_word("units", "currency_words")),
        frozenset(data["pound"]["word"].split()),
        frozenset(data["pound"]["weighing"].split()),
    )


@cache
def _around() -> tuple[frozenset[str], frozenset[str]]:
    """What may stand before a number, and what behind it, where it is money: most numbers are told by it to be none."""
    signs, _, codes, pounds, _ = _tables()
    either = {sign.lower() for sign in signs} | codes.keys()
    return frozenset(either | {"."}), frozenset(either | pounds | table("units")["currency_adjectives"].keys() | _COUNTRIES | {"-", "of"})


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the amounts of money among the numbers."""
    lower, (before, behind) = reading.tokens.low, _around()
    for number in [n for n in reading.numbers if lower[n.stop + 1] in behind or lower[n.first - 1] in before]:
        if number.form in ("ordinal", "ratio") or reading.taken[number.first]:
            continue
        found = _sign(reading, number) or _word(reading, number)
        if found is None:
            continue
        first, last, unit = found
        change = change_verb(reading, number)
        attribute = attribute_near(reading, number, last) or "amount"
        reading.take(first, last)
        yield reading.claim("money", first, last, quantity(number, unit, "money"), f"{change} of {attribute}" if change else attribute, detail=number)


def _sign(reading: Reading, number: Number) -> tuple[int, int, str] | None:
    signs, prefixes, codes, *_ = _tables()
    words, i = reading.tokens.words, number.first - 1
    if i < 0:
        return None
    sign = words[i]
    if sign in signs:
        first, unit = i, signs[sign]
        if i and sign == "$" and words[i - 1] in prefixes and reading.tokens.glued(i - 1):
            first, unit = i - 1, prefixes[words[i - 1]]
    elif codes.get(sign.lower()) and (sign.isupper() or sign in ("Rs", "rs")):
        first, unit = i, codes[sign.lower()]
    elif sign == "." and i and words[i - 1] == "Rs":
        first, unit = i - 1, "INR"
    else:
        return None
    return min(first, number.start), number.stop, unit


def _word(reading: Reading, number: Number) -> tuple[int, int, str] | None:
    lower = reading.tokens.low
    signs, _, codes, pounds, weighing = _tables()
    adjectives = table("units")["currency_adjectives"]
    j = number.stop + 1
    if lower[j] == "-":
        j += 1
    words = reading.tokens.words
    if j >= len(words):
        return None
    if words[j] in signs and reading.tokens.glued(j - 1):
        return number.start, j, signs[words[j]]
    low = lower[j]
    if low == "of" and number.form == "vague":
        j, low = j + 1, lower[j + 1]  # millions of dollars
    if low in adjectives and lower[j + 1] in codes:
        return number.start, j + 1, adjectives[low]
    if low in _COUNTRIES and lower[j + 1] in ("dollars", "dollar"):
        return number.start, j + 1, {"us": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "singapore": "SGD"}.get(low, "USD")
    if low in codes and low not in ("real", "rand"):
        return number.start, j, codes[low]
    if low in pounds and not any(lower[k] in weighing for k in range(number.start - 4, j + 4)):
        return number.start, j, "GBP"
    return None


KIND = Kind("money", 40, "quantity", read)
