"""A person, place or organisation: one claim for every spelling of a name in a document, at its first place.

Not read as names: words that are capitalised only because they open a sentence or stand in a headline.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.names import bare, canonical
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.model.claim import Claim
from factcheck.model.value import Name

_OUTSIDE = frozenset(("headline", "link", "aside", "byline"))


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the names of the story's own text."""
    seen: set[str] = set()
    words, zones = reading.tokens.words, reading.zones
    for mention in reading.mentions:
        if mention.first == mention.last and mention.words[0] in seen:
            continue
        spelled = bare(reading.tokens.slice(mention.first, mention.last))
        if spelled in seen:
            continue
        if zones[reading.sentence_of(mention.first)] in _OUTSIDE:
            continue
        seen.add(spelled)
        if mention.first == mention.last:
            seen.add(mention.words[0])
        claim = reading.claim("name", mention.first, mention.last, Name(spelled, canonical(spelled), mention.type), "name")
        if len(spelled) != len(claim.text):
            claim.end = claim.start + len(spelled)
            claim.text = spelled
        yield claim


KIND = Kind("name", 75, "name", read)
