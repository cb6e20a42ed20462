"""Numerals that stand for a spread: dozens, tens of thousands, a couple, several, half."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.extract.number import HALF, ONE, Number
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import by_word, table


@cache
def _halved() -> frozenset[str]:
    """Units that one has half of: half an hour, half a mile, half a percentage point."""
    return frozenset((*by_word("units", "time"), *by_word("units", "measure"), "percentage", "percent"))


@cache
def _vague_words() -> frozenset[str]:
    """Every word at which such a numeral can begin."""
    data = table("numerals")
    return frozenset(("tens", "hundreds", "thousands", "couple", "handful", "few", "several", "half", *data["vague"], *data["fraction_signs"]))


def vague(tokens: Tokens, i: int, lower: str) -> Number | None:
    """Numerals that stand for a spread: dozens, tens of thousands, half, a couple, several."""
    if lower not in _vague_words():
        return None
    data = table("numerals")
    found, size = tokens.words, len(tokens.words)
    if lower in ("tens", "hundreds", "thousands") and i + 2 < size and found[i + 1].lower() == "of":
        phrase = f"{lower} of {found[i + 2].lower()}"
        if phrase in data["vague_of"]:
            low, high = data["vague_of"][phrase]
            return Number(i, i + 2, Decimal(low), Decimal(high), ONE, "vague")
    if lower in data["vague"]:
        low, high = data["vague"][lower]
        return Number(i, i, Decimal(low), Decimal(high), ONE, "vague")
    if lower in ("couple", "handful", "few") and i and found[i - 1].lower() == "a":
        low, high = data["indefinite"][lower]
        if i + 1 < size and found[i + 1].lower() in ("dozen", "hundred", "thousand", "million", "billion"):
            scale = Decimal(data["multipliers"][found[i + 1].lower()])
            return Number(i - 1, i + 1, Decimal(2) * scale, Decimal(high if lower != "few" else 6) * scale, scale, "vague", Decimal(2) * scale)
        last = i + 1 if i + 1 < size and found[i + 1].lower() == "of" and lower != "few" else i
        return Number(i - 1, last, Decimal(low), Decimal(high), ONE, "vague")
    if lower == "several":
        if i + 1 < size and found[i + 1].lower() in ("dozen", "hundred", "thousand", "million", "billion"):
            scale = Decimal(data["multipliers"][found[i + 1].lower()])
            return Number(i, i + 1, 2 * scale, 20 * scale, scale, "vague")
        return Number(i, i, Decimal(3), Decimal(20), ONE, "vague")
    if lower == "half" and i + 1 < size:
        if found[i + 1].lower() in ("a", "an", "of", "the", "its", "their", "all"):
            if found[i + 1].lower() in ("a", "an"):
                nxt = found[i + 2].lower() if i + 2 < size else ""
                scale = data["multipliers"].get(nxt)
                if scale:
                    return Number(i, i + 2, Decimal(scale) / 2, Decimal(scale) / 2, Decimal(scale) / 10, "words")
                return Number(i, i + 1, HALF, HALF, HALF, "words") if nxt in _halved() else None
            return Number(i, i, Decimal("0.5"), Decimal("0.5"), Decimal("0.02"), "fraction")
        return None
    if lower in data["fraction_signs"]:
        above, below = data["fraction_signs"][lower]
        value = Decimal(above) / Decimal(below)
        return Number(i, i, value, value, Decimal("0.01"), "fraction")
    return None
