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
    seen: set[tuple[str, ...]] = set()
    zones = reading.zones
    for mention in reading.mentions:
        if mention.words in seen or zones[reading.sentence_index[mention.first]] in _OUTSIDE:
            continue
        seen.add(mention.words)
        spelled = bare(reading.tokens.slice(mention.first, mention.last))
        claim = reading.claim("name", mention.first, mention.last, Name(spelled, canonical(spelled), mention.type), "name")
        if len(spelled) != len(claim.text):
            claim.end = claim.start + len(spelled)
            claim.text = spelled
        yield claim


KIND = Kind("name", 75, "name", read)
