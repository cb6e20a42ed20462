"""An amount of money: "$3bn", "Rs 10 crore", "1.2 million euros", "£500", "a 40,000-dollar fine", "13 dollars and 45 cents".

Not money: pounds that something weighs. Dollars and euros are never compared, for that would need a rate.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.extract.attributes import attribute_near, change_verb, rate_behind
from factcheck.extract.hedges import quantity
from factcheck.extract.number_signs import below_zero_in_money
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table, words
from factcheck.model.claim import Claim

_OWED = words("units", "pound.of_money")
_WEIGHING = words("units", "pound.weighing")


_ONE, _HUNDRED = Decimal(1), Decimal(100)
_WON = 1000  # fewer than so many won something


class Amount(NamedTuple):
    """Where an amount stands and what it is in; scale: what the currency's letters multiply it by, as in MUSD."""

    first: int
    last: int
    unit: str
    scale: Decimal = _ONE


@cache
def _codes() -> dict[str, str]:
    return dict(by_word("units", "currency_words"))


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the amounts of money among the numbers."""
    for n, number in enumerate(reading.numbers):
        if number.form in ("ordinal", "ratio", "times") or reading.taken[number.first]:
            continue
        found = _sign(reading, number) or _word(reading, number)
        if found is None:
            continue
        first, last, unit, scale = found
        behind = reading.numbers[n + 1] if n + 1 < len(reading.numbers) else None
        if behind is not None and behind.start <= last + 2 and len(reading.lower(last)) > 3:
            last = _small_change(reading, number, behind, last)
        change = change_verb(reading, number)
        attribute = (attribute_near(reading, number, last) or "amount") + rate_behind(reading, last)
        reading.take(first, last)
        yield reading.claim("money", first, last, quantity(number, unit, "money", scale), f"{change} of {attribute}" if change else attribute, detail=number)


def _sign(reading: Reading, number: Number) -> Amount | None:
    """A sign or code in front of the number: "$3bn", "US$3bn", "$US3bn", "EUR 40,000", "Rs. 500", "MSEK 20"."""
    data, words_, i = table("units"), reading.tokens.words, number.first - 1
    if i < 0:
        return None
    sign, signs, prefixes = words_[i], data["currency_signs"], data["dollar_prefixes"]
    scale = _ONE
    if sign in signs:
        first, unit = i, signs[sign]
        if i and sign == "$" and words_[i - 1] in prefixes and reading.tokens.glued(i - 1):
            first, unit = i - 1, prefixes[words_[i - 1]]
        if below_zero_in_money(reading.tokens, first):
            number.low, number.high, number.value = -number.high, -number.low, -number.value
            first -= 1
    elif sign in prefixes and i and words_[i - 1] == "$":
        first, unit = i - 1, prefixes[sign]
    elif sign == "." and i and words_[i - 1] == "Rs":
        first, unit = i - 1, "INR"
    else:
        code = _code(sign) if sign.isupper() or sign in words("units", "in_front") else None
        if code is None:
            return None
        first, (unit, scale) = i, code
    return Amount(min(first, number.start), number.stop, unit, scale)


def _code(word: str) -> tuple[str, Decimal] | None:
    """A currency's code and what its first letter multiplies it by: SEK is SEK, MSEK a million of them."""
    unit = _codes().get(word.lower())
    if unit:
        return unit, _ONE
    prefix = table("units")["code_prefixes"].get(word[0]) if len(word) == 4 and word.isupper() else None
    unit = _codes().get(word[1:].lower())
    return (unit, Decimal(prefix)) if prefix and unit else None


def _word(reading: Reading, number: Number) -> Amount | None:
    """A sign, code or word behind the number: "3.5 million euros", "50 €", "500 SEK", "40 Swiss francs", "50p"."""
    lower, words_, start = reading.tokens.low, reading.tokens.words, number.start
    data = table("units")
    j = number.stop + 1
    if lower[j] == "-":
        j += 1
    if j >= len(words_):
        return None
    low = lower[j]
    if low not in _telling() and not words_[j].isupper():
        return None
    glued = reading.tokens.glued(j - 1)
    if words_[j] in data["currency_signs"] and (glued or not lower[j + 1][:1].isdecimal()) and words_[j] != "$":
        return Amount(start, j, data["currency_signs"][words_[j]])
    if low == "of" and number.form == "vague":
        j, low = j + 1, lower[j + 1]  # millions of dollars
        if not low:
            return None
    if low == "p" and glued and number.form in ("digits", "range"):
        return Amount(start, j, "GBX")
    adjective = data["currency_adjectives"].get(low) or data["currency_adjectives"].get(lower[j + 1] if low in ("new", "hong", "south", "sri", "north") else "")
    if adjective:
        k = j + 1 if low in data["currency_adjectives"] else j + 2
        if lower[k] in _codes() or lower[k] in ("pound", "pounds"):
            return Amount(start, k, adjective)
    if low in _codes() or words_[j].isupper():
        code = _code(words_[j]) if words_[j].isupper() else (_codes()[low], _ONE)
        if code and (low not in words("units", "other_words") or not lower[j + 1][:1].isalpha()) and (low != "won" or number.value >= _WON):
            scale = data["multipliers_behind"].get(lower[j + 1]) if words_[j].isupper() and low.isalpha() else None
            return Amount(start, j + 1, code[0], Decimal(scale)) if scale else Amount(start, j, *code)
    if low in ("pound", "pounds") and not any(lower[k] in _WEIGHING for k in range(start - 4, j + 4)):
        if lower[j + 1] == "of" and lower[j + 2] not in _OWED and number.form != "vague":
            return None  # 500 pounds of explosives
        return Amount(start, j, "GBP")
    return None


@cache
def _telling() -> frozenset[str]:
    """Every word that can stand behind an amount of money: what is none of them needs no closer look."""
    data = table("units")
    return frozenset((*_codes(), *data["currency_signs"], *data["currency_adjectives"], *"of p pound pounds new hong south sri north".split()))


def _small_change(reading: Reading, number: Number, behind: Number, last: int) -> int:
    """Add the hundredths that follow to the number: "13 dollars and 45 cents", "15 dollars 50"; the last token of both."""
    lower = reading.tokens.low
    linked = behind.first == last + 2 and lower[last + 1] == "and"
    if (behind.first != last + 1 and not linked) or behind.form not in ("digits", "words") or behind.hedge or behind.step != 1 or not 0 < behind.value < 100:
        return last
    if number.step != 1 or number.form not in ("digits", "words"):
        return last
    at = behind.last
    if lower[at + 1] in words("units", "minor"):
        at += 1
    elif linked or behind.value < 10 or lower[at + 1][:1].isalnum() or lower[at + 1] in ("-", "%", "/"):
        return last
    number.low = number.high = number.value = number.value + behind.value / _HUNDRED
    number.step = _ONE / _HUNDRED
    return at


KIND = Kind("money", 40, "quantity", read)
