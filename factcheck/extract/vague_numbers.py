"""Numerals that stand for a spread: dozens, tens of thousands, a couple, several, single digits; half; twice."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.extract.number import DASHES, HALF, ONE, Number, parts_of
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import by_word, table

_SCALES = frozenset(("dozen", "hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"))
_FIFTIETH = Decimal("0.02")


@cache
def _halved() -> frozenset[str]:
    """Units that one has half of: half an hour, half a mile, half a percentage point."""
    return frozenset((*by_word("units", "time"), *by_word("units", "measure"), "percentage", "percent"))


@cache
def _vague_words() -> frozenset[str]:
    """Every word at which such a numeral can begin."""
    data = table("numerals")
    return frozenset(("tens", "hundreds", "thousands", *data["indefinite"], "half", *data["vague"], *data["fraction_signs"], *data["times"]))


def vague(tokens: Tokens, i: int, word: str) -> Number | None:
    """The numeral of this sort that begins at token i, or None."""
    if word not in _vague_words():
        return None
    data = table("numerals")
    low = tokens.low
    nxt = low[i + 1]
    if word in ("tens", "hundreds", "thousands") and nxt == "of":
        bounds = data["vague_of"].get(f"{word} of {low[i + 2]}")
        if bounds:
            return Number(i, i + 2, Decimal(bounds[0]), Decimal(bounds[1]), ONE, "vague")
    if word in data["vague"]:
        least, most = data["vague"][word]
        return Number(i, i, Decimal(least), Decimal(most), ONE, "vague")
    if word == "half":
        return _half(tokens, i)
    if word in data["fraction_signs"]:
        above, below = data["fraction_signs"][word]
        value = parts_of(Decimal(above), Decimal(below))
        return Number(i, i, value, value, Decimal("0.01"), "fraction")
    if word in data["times"]:
        return Number(i, i, times := Decimal(str(data["times"][word])), times, ONE, "times")
    return _few(tokens, i, word)


def _few(tokens: Tokens, i: int, word: str) -> Number | None:
    """ "several", "a couple", "a few dozen", "single digits": with an article where it makes the difference."""
    data, low = table("numerals"), tokens.low
    nxt = low[i + 1]
    if word in ("single", "double", "triple"):
        at = i + 2 if nxt in DASHES else i + 1
        if low[at] not in ("digit", "digits", "figure", "figures"):
            times = {"double": Decimal(2), "triple": Decimal(3)}.get(word)
            return Number(i, i, times, times, ONE, "times") if times and nxt in ("the", "that", "what") else None
        least, most = data["indefinite"][word]
        return Number(i, at, Decimal(least), Decimal(most), ONE, "vague")
    first = i
    if word != "several":
        if low[i - 1] != "a":
            return None
        first = i - 1
    least, most = data["indefinite"][word]
    if nxt == "of" and low[i + 2] in _SCALES:
        nxt, i = low[i + 2], i + 1  # a couple of dozen
    if nxt in _SCALES:
        scale = Decimal(data["multipliers"][nxt])
        most = min(most, 6) if word == "few" else most
        return Number(first, i + 1, Decimal(2) * scale, Decimal(most) * scale, scale, "vague", Decimal(2) * scale)
    last = i + 1 if nxt == "of" and word in ("couple", "handful") else i
    return Number(first, last, Decimal(least), Decimal(most), ONE, "vague")


def _half(tokens: Tokens, i: int) -> Number | None:
    """ "half of them", "half a million", "half a mile", "half-million", "half a dozen", "a half"; not "half time"."""
    data, low = table("numerals"), tokens.low
    nxt, k = low[i + 1], i + 1
    article = i > 0 and low[i - 1] in ("a", "one")
    first = i - 1 if article else i
    if nxt in DASHES:
        k += 1
    if low[k] in ("a", "an"):
        k += 2 if low[k + 1] in DASHES else 1  # half-a-dozen
        if low[k] in _halved():
            return Number(i, k - 1, HALF, HALF, HALF, "words")
    if low[k] in _SCALES:
        value = Decimal(data["multipliers"][low[k]]) / 2
        return Number(first, k, value, value, value / 5 if value > 6 else ONE, "words")
    if nxt in ("of", "the", "its", "their", "all", "his", "her", "our", "these", "those"):
        return Number(first if low[i - 1] == "one" else i, i, HALF, HALF, _FIFTIETH, "fraction")
    if (article or (k == i + 2 and low[k] in ("hour", "mile", "minute", "litre", "liter", "pint"))) and low[k] in _halved():
        return Number(first, i, HALF, HALF, HALF, "words")  # a half-hour
    if low[i - 1] == "by" and nxt not in DASHES and (not nxt.isalpha() or nxt in ("in", "since", "from", "over", "to", "this", "last", "and")):
        return Number(i, i, HALF, HALF, _FIFTIETH, "fraction")  # cut by half
    if low[i - 1] == "a" and not nxt.isalnum() and nxt not in DASHES:
        return Number(first, i, HALF, HALF, _FIFTIETH, "fraction")
    if nxt == "people" or (low[i - 1] == "than" and nxt.isalpha() and nxt[-1] == "s" and len(nxt) > 3):
        return Number(i, i, HALF, HALF, _FIFTIETH, "fraction")  # more than half people
    return None

