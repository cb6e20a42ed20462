"""A place in an order: "the largest bank in Norway", "the second-highest toll", "its worst fire since 1990".

Its value is the rank: 1, or 2 for the second largest. Not a superlative: "one of the largest", "at least", "at its best".
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from factcheck.extract.nouns import base_form, family_of
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table, words
from factcheck.model.claim import Claim
from factcheck.model.value import Quantity

_POSSESSIVE = ("'s", "’s", "s'", "s’")
_LINKS = frozenset("-‐‑–")
_FURTHEST = 6  # tokens behind the word up to its noun
_NO_NOUN = frozenset("ever yet so since last next this ago yesterday today now".split())


class Superlative:
    """What a claim keeps: the family of the word, the words between it and its noun, the noun's base form or "", the last token."""

    __slots__ = ("family", "last", "modifiers", "noun")

    def __init__(self, family: str, modifiers: tuple[str, ...], noun: str, last: int) -> None:
        self.family = family
        self.modifiers = modifiers
        self.noun = noun
        self.last = last


@cache
def _families() -> dict[str, str]:
    return dict(by_word("superlatives", "families"))


@cache
def _ranks() -> dict[str, int]:
    return dict(table("superlatives")["ranks"])


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """One claim a superlative that something before it shows to be of one thing."""
    lower, found = reading.tokens.low, reading.tokens.words
    before, functions, known = words("superlatives", "before.words"), words("structure", "function_words"), _families()
    for i in hits:
        first, rank = i, 1
        k = i - 1
        if lower[k] in _LINKS:
            k -= 1
        if lower[k] in _ranks():
            rank, first = _ranks()[lower[k]], k
        if rank == 1:
            k = i - 1
        else:
            k -= 1
        if not (lower[k] in before or lower[k].endswith(_POSSESSIVE)) or (lower[k - 1] == "of" and lower[k - 2] in ("one", "some", "two", "three", "among")) or lower[k - 1] == "among":
            continue
        last = i
        run: list[str] = []
        _, end = reading.bounds(reading.sentence_of(i))
        for j in range(i + 1, min(i + 1 + _FURTHEST, end + 1)):
            low = lower[j]
            if low in _LINKS and run:
                continue
            if not low[0].isalpha() or low in functions or low in _NO_NOUN or (found[j][0].isupper() and run):
                break
            run.append(low)
            last = j
        noun = family_of(base_form(run[-1])) if run else ""
        value = Quantity(Decimal(rank), Decimal(rank), "ordinal", written_value=Decimal(rank), exact=True)
        detail = Superlative(known[lower[i]], tuple(run[:-1]), noun, last)
        yield reading.claim("superlative", first, last, value, f"{detail.family} {noun}".strip(), detail=detail)


KIND = Kind("superlative", 78, "quantity", read, frozenset(_families()), reads="")
