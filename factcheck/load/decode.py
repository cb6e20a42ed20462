"""Bytes become text, without guesses that could put wrong characters into a claim.

In this order: a byte order mark; strict UTF-8; Windows-1252 where the result looks like text in Latin letters; for other
scripts a detector's answer if it is sure. Anything else is refused in one line.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from typing import NamedTuple

from factcheck.errors import DocumentError


class Decoded(NamedTuple):
    """The text, and a notice where the encoding was not UTF-8."""

    text: str
    notices: tuple[str, ...] = ()


# The marks of UTF-32 come first: that of UTF-16 is the beginning of one of them.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (such as .docx or .xlsx)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a rich text file"),
)
_MARKS_OF_WRITING = frozenset("–—‘’“”„«»…№§°\u00a0。、，．！？：；「」『』（）・《》ー")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_HIGH_RUN = re.compile(r"[^\W\d_a-zA-Z]{4,}")
# Encodings still met in files of our day; the detector knows many more, and finds them in noise.
_DETECTED = [
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "koi8_u",
    "iso8859_2",
    "iso8859_5",
    "iso8859_7",
    "cp932",
    "euc_jp",
    "cp949",
    "gb18030",
    "big5",
]
_SAVE_AS_UTF8 = "save it as UTF-8"


def decode(data: bytes) -> Decoded:
    """The text of a file; raises DocumentError if it is no text or its encoding cannot be told."""
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding, name)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error)
    text = _windows_1252(data)
    if text is not None:
        return Decoded(text, (_notice("Windows-1252"),))
    return _detected(data)


def _by_mark(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"begins with the mark of {name} but is not {name} at byte {error.start}", fix=_SAVE_AS_UTF8
        ) from None
    if "\0" in text:
        raise DocumentError("is binary, not text: it holds NUL characters")
    return Decoded(text, () if encoding == "utf-8" else (_notice(name),))


def _refuse_binary(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise DocumentError(f"is binary, not text: it looks like {name}")
    if b"\0" in data:
        raise DocumentError("is binary, not text: it holds NUL bytes")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls * 10 > len(data):
        raise DocumentError("is binary, not text: too many control characters")


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Text that is UTF-8 but for a few bytes would turn into nonsense in any other encoding."""
    sequences = re.findall(
        rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", data
    )
    well_formed = sum(map(len, sequences))
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if well_formed * 2 > high:
        raise DocumentError(
            f"is damaged UTF-8: byte 0x{data[error.start]:02X} at offset {error.start}", fix=_SAVE_AS_UTF8
        )


def _windows_1252(data: bytes) -> str | None:
    """The text if Windows-1252 gives ordinary Latin writing: few letters beyond a to z, never four in a row."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = sum(map(str.isalpha, text))
    beyond = sum(c > "\x7f" and c.isalpha() for c in text)
    return text if beyond * 4 <= letters and not _HIGH_RUN.search(text) else None


def _detected(data: bytes) -> Decoded:
    """What the detector says of writing that is neither UTF-8 nor Latin."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, threshold=0.1, cp_isolation=_DETECTED).best()
    if best is not None:
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(best.encoding)
            beyond = [c for c in text if c > "\x7f"]
            if sum(c.isalpha() or c in _MARKS_OF_WRITING for c in beyond) * 10 > len(beyond) * 9:
                return Decoded(text, (_notice(best.encoding.replace("_", "-")),))
    raise DocumentError(
        "cannot be decoded: it is neither UTF-8 nor another known encoding", fix=_SAVE_AS_UTF8
    )


def _notice(encoding: str) -> str:
    return f"read as {encoding}, not UTF-8"
