"""2  a Document becomes Claims."""

from __future__ import annotations

from factcheck.extract.reading import Reading, classes
from factcheck.model.claim import Claim
from factcheck.model.document import Document


def extract(document: Document) -> list[Claim]:
    """All claims of one document, in order of place."""
    reading = Reading(document)
    claims: list[Claim] = []
    for kind in classes().kinds:
        claims.extend(kind.read(reading, reading.hits[kind.name]))
    claims.sort(key=lambda c: (c.start, c.end, c.kind))
    return claims
