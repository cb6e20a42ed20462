"""One damaged document through its reader and through the extraction of claims: what must hold whatever it holds."""

from __future__ import annotations

from factcheck.errors import DocumentError
from factcheck.limits import Limits
from factcheck.load.clean import clean
from factcheck.load.dispatch import read_parts
from factcheck.load.protocol import Reading, Source
from factcheck.model.document import Document
from factcheck.pipeline import read_claims

LIMITS = Limits(inflated_bytes=20_000_000, entries=500)


def trial(name: str, data: bytes, claims: bool = True) -> int:
    """Read it; any exception but DocumentError gets out, and so does a broken promise. How many claims were found.

    claims: whether the claims are looked for, too.
    """
    try:
        parts = read_parts(data, Source(name, LIMITS))
    except (DocumentError, RecursionError) as error:  # the child process turns the second into the first
        assert "\n" not in str(error)
        return 0
    assert any(isinstance(part, Reading) for part in parts)
    found = 0
    for part in parts:
        if not isinstance(part, Reading):
            assert part.reason and "\n" not in part.reason, part
            continue
        text = part.text
        text.encode("utf-8")
        assert text.strip()
        end = -1
        for block in part.blocks or ():
            assert end < block.start < block.end <= len(text), block
            end = block.end
        assert part.blocks is None or end == len(text)
        if not claims:
            continue
        read, original = clean(text)
        for claim in read_claims(Document(read, "fuzz", blocks=part.blocks if original is None else None)):
            assert read[claim.start : claim.end] == claim.text
            assert original is None or 0 <= original.start(claim.start) < original.end(claim.end) <= len(text)
            found += 1
    return found
