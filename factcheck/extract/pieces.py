"""Reading a very long text piece by piece, so that what is kept of its words at a time is bounded.

Each piece but the first begins some paragraphs early, with what the one before it has told: who was named and who spoke. What is
found there is left out, for it has been found before. A document of the usual length is always read as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract import date_of_url, extract
from factcheck.model.document import Block, Document
from factcheck.model.telling import Telling

PIECE = 250_000
"""Characters of a piece, up to the end of its paragraph."""
BEFORE = 10_000
"""Characters in front of a piece that are read with it, and not told again."""
_BREAKS = ("\n\n", "\n", " ")


def extract_in_pieces(document: Document, longest: int, most: int) -> Telling:
    """The claims of a long document, in order of place; no piece is read after one that goes beyond `most` claims.

    longest: characters of a sentence. The text of the document ends where reading did.
    """
    whole = Telling(document, [], [], [], {})
    named: set[str] = set()
    text = document.text
    for begin, at, end in _pieces(text):
        told = extract(Document(text[begin:end], document.id, blocks=_blocks(document.blocks, begin, end)), longest)
        _append(whole, told, begin, at, named)
        if len(whole.claims) > most:
            document.text = text[:end]
            break
    whole.url_date = date_of_url(document.url)
    return whole


def _append(whole: Telling, told: Telling, begin: int, at: int, named: set[str]) -> None:
    """Add what a piece tells behind the offset `at` of the whole; begin: where the piece begins in it."""
    first = next((n for n, (start, _) in enumerate(told.sentences) if begin + start >= at), len(told.sentences))
    sentences, tokens = len(whole.sentences) - first, 2 * begin  # of tokens there are fewer than characters: places stay in order
    for claim in told.claims:
        if claim.sentence < first:
            continue
        if claim.kind == "name":  # one for every spelling of a document
            if claim.text in named:
                continue
            named.add(claim.text)
        claim.start += begin
        claim.end += begin
        claim.sentence += sentences
        claim.token += tokens
        whole.claims.append(claim)
    whole.sentences += [(begin + start, begin + end) for start, end in told.sentences[first:]]
    whole.zones += told.zones[first:]
    whole.names.update({n + sentences: keys for n, keys in told.names.items() if n >= first})
    whole.run_on += told.run_on


def _pieces(text: str) -> Iterator[tuple[int, int, int]]:
    """Where reading begins, where telling begins, and where both end."""
    begin = at = 0
    while at < len(text):
        end = _behind_break(text, at + PIECE)
        yield begin, at, end
        begin, at = _behind_break(text, max(at, end - BEFORE)), end
        if begin >= at:
            begin = at  # one paragraph as long as that


def _behind_break(text: str, offset: int) -> int:
    """The first place behind an offset where a paragraph begins, or a line, or a word; the end of the text if all are far."""
    if offset >= len(text):
        return len(text)
    for sign in _BREAKS:
        found = text.find(sign, offset, offset + BEFORE)
        if found >= 0:
            return found + len(sign)
    return offset + BEFORE


def _blocks(blocks: tuple[Block, ...] | None, begin: int, end: int) -> tuple[Block, ...] | None:
    """The blocks that begin in a piece, as the piece counts; a long one that is torn ends with it."""
    if blocks is None:
        return None
    inside = (block for block in blocks if block.end > begin and block.start < end)
    return tuple(block._replace(start=max(block.start, begin) - begin, end=min(block.end, end) - begin) for block in inside)
