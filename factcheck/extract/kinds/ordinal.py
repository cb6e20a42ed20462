"""A rank or turn: "second term", "his first foreign visit since the election", "the 45th president", "ranked 13th".

Not an ordinal: the second of time, "at first", "first lady", and the day in a date.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.hedges import quantity
from factcheck.extract.nouns import base_form, family_of
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.subjects import nearest_person
from factcheck.lexicon import by_word, table, words
from factcheck.model.claim import Claim

_NO_PART = frozenset("last next this earlier later early late yesterday today tomorrow ever ago".split())
_NO_NOUN = frozenset("street st avenue ave road precinct infantry battalion regiment division parallel amendment lady hand place time thing half aid degree person name second minister class ever".split())
SINCE_WORDS = 5


class Since:
    """What an ordinal claim keeps: the words between it and its noun, and those behind "since"."""

    __slots__ = ("modifiers", "number", "since")

    def __init__(self, number: Number, modifiers: tuple[str, ...], since: tuple[str, ...]) -> None:
        self.number = number
        self.modifiers = modifiers
        self.since = since


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the ordinals among the numbers."""
    lower = reading.tokens.low
    functions = words("structure", "function_words")
    titles, things = table("roles")["titles"], by_word("families", "things")
    for number in [n for n in reading.numbers if n.form == "ordinal"]:
        if reading.taken[number.first] or (number.value == 1 and lower[number.first - 1] == "at"):
            continue
        j, modifiers = number.last + 1, []
        if lower[j] == "-":
            j += 1
        noun, at, compound = "", -1, False
        _, end = reading.bounds(reading.sentence_of(number.first))
        for k in range(j, min(j + 7, end + 1)):
            low = lower[k]
            if low == "-" and noun and reading.tokens.glued(k):
                compound = True
                continue  # the fifth highest-grossing animated film
            if not low[0].isalpha() or low in functions or low in _NO_PART or reading.taken[k]:
                break
            if noun and reading.tokens.words[k][0].isupper() and not reading.tokens.words[at][0].isupper():
                break  # "her third show Night and Day": the name is no part of what is counted
            if noun:
                modifiers.append(noun)
            if noun and ((low.endswith("ed") and not compound) or noun in titles or noun in things):
                break  # "the 45th president spoke"
            noun, at = low, k
        if noun == "place" and not modifiers and lower[number.first - 1] != "the":
            noun, at = "rank", at
        if noun in _NO_NOUN or (modifiers and modifiers[0] in _NO_NOUN):
            continue
        if not noun or (noun.endswith(("ed", "ly", "ing")) and not modifiers):
            ranked = not noun.endswith(("ed", "ly", "ing")) and _ranked(reading, number)
            if not ranked and number.value < 4 and number.last == number.first:
                continue  # "the second" and "first" are more often words of order in the text
            noun, at = "rank" if ranked else "place", number.last
        last = at
        since: tuple[str, ...] = ()
        for k in range(at + 1, min(at + 4, end + 1)):
            if lower[k] == "since":
                last = min(end, k + SINCE_WORDS)
                for stop in range(k + 1, last + 1):
                    if reading.tokens.words[stop] in ".,;:—–":
                        last = stop - 1
                        break
                since = tuple(lower[n] for n in range(k + 1, last + 1))
        reading.take(number.first, number.last)
        yield reading.claim(
            "ordinal",
            number.first,
            last,
            quantity(number, "ordinal", "exact"),
            f"order of {family_of(base_form(noun))}",
            subject=nearest_person(reading, number.first),
            detail=Since(number, tuple("straight" if m in words("families", "in_a_row") else m for m in modifiers), since),
        )


def _ranked(reading: Reading, number: Number) -> bool:
    lower = reading.tokens.low
    return any(lower[k] in ("ranked", "ranks", "rank", "placed", "finished", "finishing", "came", "place") for k in range(number.first - 3, number.last + 3))


KIND = Kind("ordinal", 60, "quantity", read)
