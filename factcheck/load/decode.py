"""Bytes become text, without guesses that could put wrong characters into a claim.

In this order: a byte order mark; strict UTF-8; what the document or its transport declares; Windows-1252 where the result
looks like text in Latin letters; for other scripts a detector's answer if it is sure. Anything else is refused in one line.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from typing import NamedTuple

from factcheck.errors import DocumentError


class Decoded(NamedTuple):
    """The text, notices where the encoding was not UTF-8 or is in doubt, its name if places can be counted by it, else nothing, and
    the length of the mark before the text."""

    text: str
    notices: tuple[str, ...] = ()
    encoding: str = "utf-8"
    mark: int = 0


# The marks of UTF-32 come first: that of UTF-16 is the beginning of one of them.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
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
_SAMPLE = 60_000  # bytes
_ISO_2022_JP = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
# In Windows-1252 the quotation marks of Mac Roman are capitals with accents, where no capital can stand.
_MAC_QUOTES = re.compile(r"(?<![^\W\d_])Ò(?=[A-Za-z0-9])|(?<=[a-z.,!?])Ó(?!\w)|(?<=[a-z])Õ(?=(?:s|t|d|re|ve|ll)\b)")
_MOJIBAKE = re.compile(r"â€[œ\x9d\x9c™“”˜\x99\x98]|Ã[©¨¡±¼¶]|Â[£°\xa0]|ï¿½")
NAMES = {"cp1252": "Windows-1252"}
# What documents declare, by the names that the web knows. Nothing else is looked up: some codecs are programs.
DECLARED = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "iso8859-1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-2": "iso8859_2", "iso-8859-3": "iso8859_3", "iso-8859-4": "iso8859_4", "iso-8859-5": "iso8859_5", "iso-8859-6": "iso8859_6", "iso-8859-7": "iso8859_7", "iso-8859-8": "iso8859_8", "iso-8859-9": "cp1254", "iso-8859-10": "iso8859_10", "iso-8859-13": "iso8859_13", "iso-8859-14": "iso8859_14", "iso-8859-15": "iso8859_15", "iso-8859-16": "iso8859_16", "windows-1250": "cp1250", "windows-1251": "cp1251", "windows-1253": "cp1253", "windows-1254": "cp1254", "windows-1255": "cp1255", "windows-1256": "cp1256", "windows-1257": "cp1257", "windows-1258": "cp1258", "koi8-r": "koi8_r", "koi8-u": "koi8_u", "macintosh": "mac_roman", "x-mac-roman": "mac_roman", "ibm866": "cp866", "cp866": "cp866", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "big5-hkscs": "big5hkscs", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "tis-620": "cp874", "windows-874": "cp874", "utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of a file; raises DocumentError if it is no text or its encoding cannot be told.

    declared: what the document or its transport says of its encoding; it is not believed where the bytes are UTF-8.
    """
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding, name, len(mark))
    stated = DECLARED.get((declared or "").strip().lower().strip("\"'"))
    wide = _utf_16(data, stated)
    if wide is not None:
        return wide
    _refuse_binary(data)
    if any(sign in data for sign in _ISO_2022_JP):
        with contextlib.suppress(UnicodeDecodeError):
            return Decoded(data.decode("iso2022_jp"), (_notice("ISO-2022-JP"),), "")
    try:
        text = data.decode("utf-8")
        return Decoded(text, _doubtful(text))
    except UnicodeDecodeError as error:
        if stated in (None, "utf-8", "cp1252"):
            _refuse_damaged_utf8(data, error)
    if stated not in (None, "utf-8"):
        with contextlib.suppress(UnicodeDecodeError):
            return Decoded(data.decode(stated), (f"read as {NAMES.get(stated, stated)}, which it says it is",), stated)
    text = _windows_1252(data)
    if text is not None:
        if _MAC_QUOTES.search(text):
            return Decoded(data.decode("mac_roman"), (_notice("Mac Roman"),), "mac_roman")
        return Decoded(text, (_notice("Windows-1252"),), "cp1252")
    return _detected(data)


def _by_mark(data: bytes, encoding: str, name: str, length: int) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"begins with the mark of {name} but is not {name} at byte {error.start}", fix=_SAVE_AS_UTF8
        ) from None
    if "\0" in text:
        raise DocumentError("is binary, not text: it holds NUL characters")
    return Decoded(text, _doubtful(text) if encoding == "utf-8" else (_notice(name),), encoding, length)


def _utf_16(data: bytes, stated: str | None) -> Decoded | None:
    """The text if it is UTF-16 without a mark: every second byte of Latin writing is zero, and none of the others."""
    if len(data) < 4 or len(data) % 2 or b"\0" not in data[:2000]:
        return None
    for encoding, zero, other in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        zeros = data[zero::2].count(0)
        if data[other::2].count(0) == 0 and (zeros * 5 > len(data) or (stated == encoding and zeros)):
            with contextlib.suppress(UnicodeDecodeError):
                return Decoded(data.decode(encoding), (_notice("UTF-16 without its mark"),), encoding)
    return None


def _doubtful(text: str) -> tuple[str, ...]:
    """A notice for text that was decoded wrongly before it was saved."""
    found = _MOJIBAKE.findall(text[:2_000_000])
    if len(found) < 2:
        return ()
    return (f"holds characters that were decoded wrongly before it was saved, such as {found[0]!r}",)


def _refuse_binary(data: bytes) -> None:
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

    # It is slow on long input, and the first part tells as much.
    best = from_bytes(data[:_SAMPLE], threshold=0.1, cp_isolation=_DETECTED).best()
    if best is not None:
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(best.encoding)
            beyond = [c for c in text if c > "\x7f"]
            if sum(c.isalpha() or c in _MARKS_OF_WRITING for c in beyond) * 10 > len(beyond) * 9:
                return Decoded(text, (_notice(best.encoding.replace("_", "-")),), best.encoding)
    raise DocumentError(
        "cannot be decoded: it is neither UTF-8 nor another known encoding", fix=_SAVE_AS_UTF8
    )


def _notice(encoding: str) -> str:
    return f"read as {encoding}, not UTF-8"
