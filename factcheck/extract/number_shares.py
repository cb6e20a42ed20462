"""Numerals that are parts of a whole: "1/2", "7.6/10", "one in five", "3 out of 10"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.number import ONE, Number, number_tables
from factcheck.extract.tokens import Tokens


def slashed(tokens: Tokens, i: int, above: Decimal) -> Number | None:
    """7.6/10 is a rating, 1/2 a fraction; 21/11/2022 is a date and left alone."""
    found, j = tokens.words, i + 2
    if tokens.glued(j) and j + 1 < len(found) and found[j + 1] == "/":
        return None
    below = Decimal(found[j])
    if not below:
        return None
    if below in (5, 10, 20, 100) and above <= below:
        number = Number(i, j, above, above, ONE if above == above.to_integral_value() else Decimal("0.1"), "ratio")
        return number
    if above < below <= 16:
        return Number(i, j, above / below, above / below, Decimal("0.01"), "fraction")
    return None


def one_in(tokens: Tokens, i: int, j: int, above: Decimal) -> Number | None:
    """ "one in five", "3 out of 10": a share."""
    units, tens, *_ = number_tables()
    if tokens.words[j].lower() == "every" and j + 1 < len(tokens.words):
        j += 1
    word = tokens.words[j].lower()
    below = Decimal(word) if word.isdecimal() and word.isascii() and len(word) < 5 else units.get(word) or tens.get(word)
    if not below or above >= below or below < 2 or below > 1000:
        return None
    if j + 1 < len(tokens.words) and tokens.words[j + 1].lower() in ("years", "months", "weeks", "days", "decades", "hours", "minutes"):
        return None
    return Number(i, j, above / below, above / below, Decimal("0.01"), "fraction")


def of_a_million(tokens: Tokens, number: Number) -> Number:
    """ "a quarter of a million", "three quarters of a billion": a number, no share."""
    multipliers, j = number_tables()[2], number.last + 1
    if tokens.low[j] == "of" and tokens.low[j + 1] == "a" and multipliers.get(tokens.low[j + 2], 0) > 100:
        value = number.value * multipliers[tokens.low[j + 2]]
        return Number(number.first, j + 2, value, value, value / 10, "words")
    return number
