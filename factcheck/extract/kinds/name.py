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
    zones, sentence_index, document = reading.zones, reading.sentence_index, reading.document.id
    starts, found = reading.tokens.starts, reading.tokens.words
    for mention in reading.mentions:
        if mention.words in seen:
            continue
        first, last = mention.first, mention.last
        sentence = sentence_index[first]
        zone = zones[sentence]
        if zone in _OUTSIDE:
            continue
        seen.add(mention.words)
        spelled = bare(found[first] if first == last else reading.tokens.slice(first, last))
        value = Name(spelled, canonical(spelled), mention.type)
        start = starts[first]
        yield Claim(document, "name", start, start + len(spelled), spelled, value, "name", None, sentence, first, zone)


KIND = Kind("name", 75, "name", read)
