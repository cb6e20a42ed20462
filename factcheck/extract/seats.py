"""Where a body has its seat: "Sund-based Halden Foods", "Varn, Ont.-based ATI", "Halden Foods, which is based in Varn"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.extract.names import HYPHENS, Mention, bare, canonical
from factcheck.extract.reading import Reading
from factcheck.lexicon import words
from factcheck.model.attributes import SEAT
from factcheck.model.claim import Claim
from factcheck.model.value import Name

WORDS = words("names", "seated")
ABBREVIATED = 5  # letters of a state's name that is cut short: Calif.
NEAR = 7  # tokens between the name of a body and "based in"
_ENDS = words("names", "beyond_seats")
_ITS = frozenset(("its", "their"))
_GAP = frozenset((".", ","))
_BESIDE = frozenset(",.-–—")


def read_seats(reading: Reading, hits: list[int]) -> Iterator[Claim]:
    """Claims on the place of a body that is named beside it."""
    low = reading.tokens.low
    for i in hits:
        found = _hyphened(reading, i) if low[i - 1] in HYPHENS else _behind(reading, i) if low[i + 1] == "in" else None
        if found is not None:
            place, body = found
            spelled = bare(reading.tokens.slice(place.first, place.last))
            yield reading.claim("place", place.first, place.last, Name(spelled, canonical(spelled), "place"), SEAT, body.key)


def _hyphened(reading: Reading, i: int) -> tuple[Mention, Mention] | None:
    """Of "Varn, Ont.-based ATI" the town and the body."""
    low, body = reading.tokens.low, reading.mention_at.get(i + 1)
    k = i - 2
    while low[k] in _GAP:
        k -= 1
    place = _ending_at(reading, k)
    if body is None or place is None or body.type == "place":
        return None
    if low[place.first - 1] == "," and (town := _ending_at(reading, place.first - 2)) is not None and len(low[k]) <= ABBREVIATED:
        place = town  # behind the comma stands in which state it is
    return place, body


def _behind(reading: Reading, i: int) -> tuple[Mention, Mention] | None:
    """Of "Halden Foods, a dairy based in Varn" the town and the body, between which only small words stand."""
    low, place = reading.tokens.low, reading.mention_at.get(i + 2)
    body = _owner(reading, i) if low[i] == "headquarters" else reading.mention_before(i - 1, NEAR)
    if place is None or body is None or body.last >= i or reading.sentence_of(body.first) != reading.sentence_of(i) or body.type in ("place", "person"):
        return None
    if low[i] == "headquarters":
        return place, body
    between = low[body.last + 1 : i]
    return (place, body) if all(w.isalpha() or w in _BESIDE for w in between) and _ENDS.isdisjoint(between) else None


def _owner(reading: Reading, i: int) -> Mention | None:
    """Whose headquarters: the name right before, or for "its" the first of the sentence."""
    low = reading.tokens.low
    if low[i - 1] not in _ITS:
        return _ending_at(reading, i - 1)
    at = bisect_left(reading.mention_firsts, reading.sentences[reading.sentence_index[i]])
    return reading.mentions[at] if at < len(reading.mentions) and reading.mention_firsts[at] < i else None


def _ending_at(reading: Reading, k: int) -> Mention | None:
    """The name that ends with a token."""
    mention = reading.mention_before(k, NEAR)
    return mention if mention is not None and mention.last == k else None
