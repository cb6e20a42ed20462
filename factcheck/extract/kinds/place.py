"""Where it happened: "met in Geneva", "an inquiry at the Old Bailey": a place in a sentence that tells of a happening; or where
somebody said it: "told reporters in the Green Room"; or where a body has its seat: "Varn-based Halden Foods".

Not read: places that are only mentioned ("ties with Russia").
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.happenings import nearest_family
from factcheck.extract.names import bare, canonical
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.seats import WORDS, read_seats
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.value import Name

_WHERE = frozenset(("in", "at", "near", "outside", "to"))
_VISITED = frozenset(("visit", "visits", "visited", "visiting", "toured"))
_SPEAKING = words("happenings", "spoken")
_BESIDE = 9  # tokens between a place and the word that shows it to be where somebody speaks
_GOING = frozenset(("visit", "visited", "trip", "travelled", "traveled", "flew", "went", "came"))


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the places of happenings, the preposition included in their words."""
    yield from read_seats(reading, hits)
    lower = reading.tokens.low
    for mention in reading.places:
        at = mention.first - 1
        if lower[at] == "the":
            at -= 1
        where = lower[at]
        if where in _VISITED:
            spelled = bare(reading.tokens.slice(mention.first, mention.last))
            yield reading.claim("place", mention.first, mention.last, Name(spelled, canonical(spelled), "place"), "place of visit")
            continue
        if where not in _WHERE or (where == "to" and lower[at - 1] not in _GOING):
            continue
        family = nearest_family(reading, mention.first)
        if family is None and where in ("in", "at", "outside"):
            first, last = reading.bounds(reading.sentence_of(at))
            if not _SPEAKING.isdisjoint(lower[max(first, at - _BESIDE) : min(last, mention.last + _BESIDE) + 1]):
                family = "statement"
        if family is not None:
            spelled = bare(reading.tokens.slice(mention.first, mention.last))
            yield reading.claim("place", at, mention.last, Name(spelled, canonical(spelled), "place"), f"place of {family}")


KIND = Kind("place", 76, "name", read, WORDS, reads="names")
