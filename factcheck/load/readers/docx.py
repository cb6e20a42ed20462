"""Word files (.docx): paragraphs, lists, tables and footnotes as they read with all tracked changes accepted."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.errors import DocumentError
from factcheck.load.assembly import Assembly, install, needs_extra, of_others
from factcheck.load.protocol import Reader, Reading, Source

_PARTS = (b"word/", b"[Content_Types].xml", b"_rels/.rels", b"docProps/")
# What the library writes into the text for things that are no text.
_SIGN = re.compile(r"----(?:(?:foot|end)note[0-9]+|media/[^\n-]{1,200}|Image alt text---->[^<]{0,500}<)----|</?a(?: href=\"[^\"]{0,2000}\")?>")
_NOTE = re.compile(r"^(?:foot|end)note[0-9]+\)\s*")
_BULLET = re.compile(r"^\s*(?:--|[0-9]{1,4}\)|[a-z]{1,4}\)|[ivxlc]{1,8}\))\t", re.IGNORECASE)
_ZONES = {"title": "headline", "subtitle": "headline", "heading": "headline", "caption": "caption", "quote": "quotation", "intensequote": "quotation", "list": "list"}


def read(data: bytes, source: Source) -> Iterable[Reading]:
    """The whole file as one document."""
    from factcheck.load.office import slim

    if not data.startswith(b"PK"):
        raise DocumentError("is no Word file: its content is something else")
    try:
        from docx2python import docx2python
    except ImportError as error:
        raise DocumentError(needs_extra("docx", error), fix=install("docx")) from None
    file, tracked, hidden = slim(data, source)
    text = Assembly()
    with of_others("is a damaged .docx"), docx2python(file) as document:
        for table in document.body_pars:
            for row in table:
                _row(row, text)
        for notes in (document.footnotes_pars, document.endnotes_pars):
            for words, _ in _paragraphs(notes):
                text.add(_NOTE.sub("", words), "footnote", element="footnote")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a file need not say what it is called
            said = document.core_properties
        title = " ".join((said.get("title") or "").split())[:500]
        author = " ".join((said.get("creator") or "").split())[:500]
    if not len(text):
        raise DocumentError("holds no text")
    notices = []
    if tracked:
        notices.append("holds tracked changes; it was read as if all were accepted")
    if hidden:
        notices.append("holds hidden text; it was not read")
    yield text.reading(notices=tuple(notices), headline=title or None, author=author if author != "python-docx" else None)


def _row(row: list[Any], text: Assembly) -> None:
    """A row of a table as one piece; what is in no table as its paragraphs."""
    cells = [[(words, paragraph) for words, paragraph in _paragraphs(cell)] for cell in row]
    if any("tbl" in paragraph.lineage for cell in cells for _, paragraph in cell):
        text.add(" | ".join(" ".join(words for words, _ in cell) for cell in cells if cell), "table", element="row")
        return
    for cell in cells:
        for words, paragraph in cell:
            style = re.sub(r"[\d\s_-]+", "", paragraph.style or "").lower()
            zone = next((zone for name, zone in _ZONES.items() if style.startswith(name)), "list" if _BULLET.match(words) else "")
            text.add(_BULLET.sub("", words), zone, element="" if zone in ("", "headline") else zone)


def _paragraphs(nested: Any) -> Iterator[tuple[str, Any]]:
    """The words of each paragraph in lists of any depth, and the paragraph."""
    if isinstance(nested, list):
        for inner in nested:
            yield from _paragraphs(inner)
    elif nested is not None:
        words = _SIGN.sub("", "".join(nested.run_strings))
        if words.strip():
            yield words, nested


def known_by(head: bytes) -> bool:
    """Whether a file is a ZIP archive that begins as those of Word do."""
    return head.startswith(b"PK\x03\x04") and any(part in head for part in _PARTS)


READER = Reader("docx", (".docx",), read, known_by=known_by, media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",))
