"""The article of a web page: what a library takes for it, held against the blocks of the page itself."""

from __future__ import annotations

import contextlib
import html
import re
from collections.abc import Iterable
from typing import Any

from factcheck.errors import DocumentError
from factcheck.load.assembly import Assembly, install, needs_extra
from factcheck.load.decode import decode
from factcheck.load.protocol import Reading, Source
from factcheck.load.web_cut import is_cut, is_torn
from factcheck.load.web_metadata import article_body, metadata
from factcheck.load.web_page import (
    OwnBlock,
    declared_encoding,
    own_blocks,
    parse,
    unfold_layout,
    without_unseen,
)

_ZONES = {"head": "headline", "quote": "quotation", "item": "list", "row": "table"}
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul)\b[^<>]{0,300}>", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n[ \t\r]*\n")
_ENOUGH = 0.5  # of the prose of a page: an extractor that keeps less has missed the article
_NEARLY_ALL = 0.9  # of what it keeps: if so much is found again, the page's own blocks are taken, for they know their place
_PROSE = 80  # characters
_TELLING = 12  # characters that do not stand in two texts by chance
_LARGE = 1_000_000  # characters of a page
_WIDE = 500  # cells of a row
_PATIENCE = 8  # seconds


def read(data: bytes, source: Source) -> Iterable[Reading]:
    """The article of a page, or all its text where no article can be told from the rest."""
    found = decode(data, source.encoding or declared_encoding(data))
    tree = parse(found.text, source)
    fields, notices = metadata(tree)
    headline, body = article_body(tree)
    hidden = without_unseen(tree)
    unfold_layout(tree)
    blocks = list(own_blocks(tree))
    text = Assembly()
    article = _article(blocks, _extracted(tree) if _is_of_a_story(tree, blocks) else [])
    if _is_stub(article, blocks, body, headline):
        notices += ("shows the beginning of its story at most; its text is taken from what the page tells machines",)
        article = [*_headlines(blocks, headline), *(OwnBlock(piece, "", 0, "articleBody", False) for piece in _plain(body))]
    for block in article:
        text.add(block.text, block.zone, line=block.line, element=block.element)
    if not any(map(str.isalnum, (made := text.reading()).text)):
        raise DocumentError("holds no text that a reader sees" if hidden else "holds no text; a page that a script fills must be saved as it shows")
    if hidden:
        notices += ("holds text that a browser does not show; it was not read",)
    lost = ("is cut off: it ends within a tag",) if is_torn(found.text) else ("is cut off: the page breaks off before its end",) if is_cut(found.text) else ()
    yield made._replace(notices=found.notices + notices, lost=lost, **fields)


def _is_stub(article: list[OwnBlock], blocks: list[OwnBlock], body: str, headline: str) -> bool:
    """Whether a page has much more to tell machines than it shows of the same story, of which it shows something or nothing at all."""
    shown = [block.text for block in article if block.zone != "headline"]
    if 2 * sum(map(len, shown)) >= len(body) or len(body) < _PROSE:
        return False
    squeezed = "".join(f"{headline} {body}".split())
    return not shown or any(len(block.text) >= _TELLING and _key(block.text) in squeezed for block in blocks)


def _headlines(blocks: list[OwnBlock], headline: str) -> list[OwnBlock]:
    """The one headline that a page shows, else the one it tells machines."""
    shown = [block for block in blocks if block.element == "h1"]
    return shown if len(shown) == 1 else [OwnBlock(headline, "headline", 0, "h1", False)] if headline and not shown else []


def _plain(body: str) -> list[str]:
    """The paragraphs of a text that may hold markup."""
    body = html.unescape(_MARKUP.sub("\n\n", body) if _MARKUP.search(body) else body)
    return [piece for piece in _PARAGRAPHS.split(body) if piece.strip()]


def _is_of_a_story(tree: Any, blocks: list[OwnBlock]) -> bool:
    """Whether a page is of a size that stories have; with others the library takes very long, for rows by the square of their cells."""
    return sum(len(block.text) for block in blocks) <= _LARGE and all(len(row) <= _WIDE for row in tree.iter("tr"))


def _article(blocks: list[OwnBlock], extracted: list[OwnBlock]) -> list[OwnBlock]:
    """The blocks of the page that the library takes for the article, with what else belongs to it.

    Where the library keeps less than half of the page's prose, or runs all together, it has missed the article, and all that
    is no menu, comment or side box is read.
    """
    visible = [block for block in blocks if not block.furniture]
    prose = sum(len(block.text) for block in visible if len(block.text) >= _PROSE)
    kept = sum(len(block.text) for block in extracted)
    if len(extracted) < 2 or kept < prose * _ENOUGH:
        return visible or blocks
    wanted = {_key(block.text) for block in extracted}
    for candidates in (visible, blocks):
        chosen = {n for n, block in enumerate(candidates) if _key(block.text) in wanted}
        if sum(len(candidates[n].text) for n in chosen) >= kept * _NEARLY_ALL:
            return [block for n, block in enumerate(candidates) if n in chosen or _belongs(n, block, candidates, chosen)]
    lines: dict[str, int] = {}
    for block in blocks:
        lines.setdefault(_key(block.text), block.line)
    return [block._replace(line=lines.get(_key(block.text), 0)) for block in extracted]


def _belongs(n: int, block: OwnBlock, blocks: list[OwnBlock], chosen: set[int]) -> bool:
    """Whether a block the library left out is the page's one headline, or a caption within the article."""
    if block.element == "h1":
        return n < min(chosen) and sum(other.element == "h1" for other in blocks) == 1
    return block.element in ("figcaption", "caption") and min(chosen) < n < max(chosen)


def _key(text: str) -> str:
    """What two pieces of one block have in common: its first words, without spaces and the marks between cells."""
    return "".join(text[:300].replace("|", " ").split())[:60]


def _extracted(tree: Any) -> list[OwnBlock]:
    """The pieces that the library takes for the article."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise DocumentError(needs_extra("html", error), fix=install("html")) from None
    from factcheck.patience import patience

    found = None
    with contextlib.suppress(TimeoutError), patience(_PATIENCE):
        found = bare_extraction(tree, include_comments=False, include_tables=True, include_links=False, include_images=False, with_metadata=False)
    pieces = []
    for element in found.body if found is not None and found.body is not None else ():
        for piece in element.iter("item", "row") if element.tag in ("list", "table") else [element]:
            joint = " | " if piece.tag == "row" else " " if piece.tag == "quote" else ""
            words = joint.join(filter(None, (part.strip() if joint else part for part in piece.itertext())))
            if words.strip():
                pieces.append(OwnBlock(words, _ZONES.get(piece.tag, ""), 0, piece.tag, False))
    return pieces
