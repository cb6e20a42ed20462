"""PDF: the text of its pages in the order of reading, without page numbers and running heads; pages that are pictures are named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from factcheck.errors import DocumentError
from factcheck.limits import LimitReached
from factcheck.load.assembly import install, needs_extra
from factcheck.load.protocol import Reader, Reading, Source

_HEADER = re.compile(rb"%PDF-[0-9]")
_NO_TITLE = re.compile(r"\W*(?:anonymous|untitled|unspecified|microsoft word.*|.*\.(?:docx?|indd|qxd|pdf|tex))\W*", re.IGNORECASE)
_ODD = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")


def read(data: bytes, source: Source) -> Iterable[Reading]:
    """All pages as one document."""
    from factcheck.load.pdf_layout import assemble

    try:
        import pypdfium2
    except ImportError as error:
        raise DocumentError(needs_extra("pdf", error), fix=install("pdf")) from None
    if _HEADER.search(data[:1024]) is None:
        raise DocumentError("is no PDF: its content is something else")
    try:
        document = pypdfium2.PdfDocument(data)
        number = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError("is a PDF under a password", fix="save it without one") from None
        raise DocumentError("is a damaged PDF: no page of it can be read") from None
    lost: list[str] = []
    if b"%%EOF" not in data[-2048:]:
        lost.append("is cut off: the end of the PDF is missing")
    if number > source.limits.pages:
        lost.append(str(LimitReached("pages", source.limits, f"has {number:,} pages, of which the first {source.limits.pages:,} were read")))
    sheets, pictures, odd, broken, long = [], [], [], [], []
    for index in range(min(number, source.limits.pages)):
        try:
            page = document[index]
            sheet, letters, whole = _sheet(page, index + 1, source.limits.page_lines)
        except pypdfium2.PdfiumError:
            broken.append(index + 1)
            continue
        if letters and len(_ODD.findall(letters)) * 3 > len(letters):
            odd.append(index + 1)
            continue
        if len(letters.strip()) < 8 and _has_picture(page):
            pictures.append(index + 1)
        if not whole:
            long.append(index + 1)
        sheets.append(sheet)
        page.close()
    if long:
        lost.append(str(LimitReached("page-lines", source.limits, _told(long, "of which only the first lines were read", "")[0])))
    lost += [
        *_told(pictures, "without text that can be read: a picture of a page", "make its text readable with OCR"),
        *_told(odd, "whose letters cannot be told: the font does not say what they are", ""),
        *_told(broken, "that cannot be read", ""),
    ]
    text = assemble(sheets)
    if not len(text):
        raise DocumentError("; ".join(lost) or "holds no text")
    said = document.get_metadata_dict()
    fields = {name: " ".join(said.get(key, "").split())[:500] for name, key in (("headline", "Title"), ("author", "Author"))}
    yield text.reading(lost=tuple(lost), **{name: value for name, value in fields.items() if value and not _NO_TITLE.fullmatch(value)})


def _sheet(page: Any, number: int, most: int) -> tuple[Any, str, bool]:
    """The lines of a page with their places, all its letters, and whether the lines are all: no more than `most` are looked at."""
    from pypdfium2 import raw

    from factcheck.load.pdf_layout import Line, Sheet

    words = page.get_textpage()
    letters = words.get_text_range()
    height = page.get_height()
    lines, at, known = [], 0, words.count_chars()
    written = letters.split("\r\n")
    for line in written[:most]:
        stripped = line.strip()
        first = at + len(line) - len(line.lstrip())
        last = at + len(line.rstrip()) - 1
        at += len(line) + 2
        if not stripped or last >= known:
            if stripped:
                lines.append(Line(stripped, number, 0, 0, 0, 0, 0))
            continue
        left, bottom, _, top = words.get_charbox(first, loose=True)
        _, _, right, _ = words.get_charbox(last, loose=True)
        lines.append(Line(stripped, number, left, right, top, bottom, raw.FPDFText_GetFontSize(words, first)))
    words.close()
    return Sheet(number, height, lines), letters, not any(map(str.strip, written[most:]))


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _told(pages: list[int], what: str, fix: str) -> list[str]:
    """One reason for all pages that share it."""
    if not pages:
        return []
    shown = ", ".join(map(str, pages[:10])) + (f" and {len(pages) - 10:,} more" if len(pages) > 10 else "")
    return [f"has {'a page' if len(pages) == 1 else f'{len(pages):,} pages'} {what} (page {shown})" + (f"; {fix}" if fix else "")]


def known_by(head: bytes) -> bool:
    """Whether a file begins as a PDF; a little may come before."""
    return _HEADER.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()) is not None


READER = Reader("pdf", (".pdf",), read, known_by=known_by, must_be=True, media_types=("application/pdf", "application/x-pdf"))
