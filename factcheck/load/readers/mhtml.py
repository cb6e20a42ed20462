"""Saved web pages in one file (MHTML): the page itself, without the pictures and frames that are saved with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.errors import DocumentError
from factcheck.load.protocol import Part, Reader, Reading, Source, Unread

_RELATED = re.compile(rb"^content-type:\s{0,20}multipart/related", re.MULTILINE | re.IGNORECASE)
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from:\s{0,5}<saved by|x-mimeole:)", re.MULTILINE | re.IGNORECASE)


def read(data: bytes, source: Source) -> Iterable[Part]:
    """The first page in the file, which is the one that was saved."""
    from factcheck.load.mail import charset, content, header, is_cut, leaves, parse

    message = parse(data, source)
    if is_cut(message):
        yield Unread("", "is cut off: the end of its last part is missing")
    pages = [part for part in leaves(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise DocumentError("holds no web page")
    start = header(message, "Content-Type").partition("start=")[2].partition(";")[0].strip("\"' ")
    page = next((part for part in pages if start and header(part, "Content-ID") == start), pages[0])
    url = header(page, "Content-Location") or header(message, "Snapshot-Content-Location")
    for found in source.inner(content(page), "its page", "html", charset(page)):
        if isinstance(found, Reading) and found.url is None and url.startswith(("http://", "https://")):
            found = found._replace(url=url)
        yield found


def known_by(head: bytes) -> bool:
    """Whether a file begins as browsers save pages."""
    headers = re.split(rb"\r?\n\r?\n", head.lstrip(b"\r\n"), maxsplit=1)[0]
    return _RELATED.search(headers) is not None and _SAVED.search(headers) is not None


READER = Reader("mhtml", (".mhtml", ".mht"), read, known_by=known_by, media_types=("multipart/related",))
