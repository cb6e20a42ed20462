"""Web pages: the article without menus, comments, related links and cookie bars, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.load.protocol import Part, Reader, Source

_OPENING = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?><!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_SOME_MARKUP = re.compile(rb"\s*<(?:div|p|article|main|section|h1|meta|title|table|span)\b[^>]{0,300}>", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf",)


def read(data: bytes, source: Source) -> Iterable[Part]:
    """The article of a page, or all its text where no article can be told from the rest."""
    from factcheck.load import web_article

    return web_article.read(data, source)


def known_by(head: bytes) -> bool:
    """Whether a file begins as a page does."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return _OPENING.match(head) is not None


def looks_like(head: bytes) -> bool:
    """Whether it begins with an element that pages have."""
    return _SOME_MARKUP.match(head) is not None


READER = Reader(
    "html",
    (".html", ".htm", ".xhtml"),
    read,
    known_by=known_by,
    looks_like=looks_like,
    media_types=("text/html", "application/xhtml+xml"),
)
