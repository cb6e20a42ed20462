"""Something that took place: an election, a visit, an inauguration for a second term, a crash.

Its words are widened over a term that follows ("re-elected for a second term"), which then is its ordinal.
Not a happening: a word that is part of a name ("the Peace Summit Group").
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.happenings import families, implied_term
from factcheck.extract.numerals import read_number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.subjects import nearest_person
from factcheck.model.claim import Claim
from factcheck.model.value import Happening


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """One claim for every word that tells of a happening."""
    lower, taken, mention_at = reading.tokens.low, reading.taken, reading.mention_at
    known = families()
    behind = -1
    for i in hits:
        if i <= behind or taken[i] or (i in mention_at and mention_at[i].last > i):
            continue
        family, first, last, ordinal = known[lower[i]], i, i, None
        if lower[i - 1] == "-" and lower[i - 2] == "re" and lower[i] in {"election", "elected", "elect"}:
            family, first, ordinal = "victory", i - 2, implied_term()
        if lower[i + 1] == "for" and lower[i + 2] in {"a", "an", "the", "his", "her", "their"}:
            number = read_number(reading.tokens, i + 3) if i + 3 < len(reading.tokens) else None
            if number is not None and number.form == "ordinal" and lower[number.last + 1] in {"term", "time", "stint"}:
                last, ordinal = number.last + 1, int(number.value)
        behind = last
        subject = nearest_person(reading, i) if ordinal is not None else None
        yield reading.claim("happening", first, last, Happening(family, (), ordinal), "happening", subject)


KIND = Kind("happening", 80, "happening", read, frozenset(families()), reads="")
