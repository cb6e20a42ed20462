"""Numerals that are parts of a whole: "1/2", "7.6/10", "one in five", "3 out of 10"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.number import DASHES, ONE, Number, number_tables, parts_of
from factcheck.extract.number_spelled import spelled
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import by_word

_ROUND = frozenset(map(Decimal, (12, 20, 25, 50, 100, 200, 500, 1000)))  # "26 out of 28" are so many, "9 in 20" a share


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
        return Number(i, j, parts_of(above, below), parts_of(above, below), Decimal("0.01"), "fraction")
    return None


def one_in(tokens: Tokens, i: int, j: int, above: Decimal) -> Number | None:
    """ "one in five", "3 out of 10", "a one-in-three chance": a share."""
    if tokens.low[j] == "every" or tokens.low[j] in DASHES:
        j += 1
    found = _below(tokens, j)
    if found is None:
        return None
    below, last = found
    if above >= below or below < 2 or (below > 10 and below not in _ROUND and tokens.low[j - 1] == "of") or below > 1000 or tokens.low[last + 1] in by_word("units", "time"):
        return None
    return Number(i, last, parts_of(above, below), parts_of(above, below), Decimal("0.01"), "fraction")


def one_over(tokens: Tokens, i: int, j: int) -> Number | None:
    """ "one over twenty", with nothing behind it that the one could be over: a share."""
    found = _below(tokens, j)
    if found is None or found[0] < 2 or tokens.low[found[1] + 1][:1].isalnum() or tokens.low[found[1] + 1] in ("-", "%"):
        return None
    return Number(i, found[1], parts_of(ONE, found[0]), parts_of(ONE, found[0]), Decimal("0.01"), "fraction")


def _below(tokens: Tokens, j: int) -> tuple[Decimal, int] | None:
    """The whole number at token j, and its last token."""
    units, tens, *_ = number_tables()
    word = tokens.low[j]
    if word.isdecimal() and word.isascii():
        return (Decimal(word), j) if len(word) < 5 else None
    if word not in units and word not in tens:
        return None
    found = spelled(tokens, j)
    return None if found is None or found[2] else found[:2]
