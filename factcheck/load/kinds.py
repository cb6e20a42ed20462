"""What kind a document is: its content decides where it shows it, then its name, then what it looks like."""

from __future__ import annotations

import os

from factcheck.errors import DocumentError
from factcheck.load.inflate import GZIP
from factcheck.load.protocol import Reader
from factcheck.load.readers import suffixes
from factcheck.registry import names, plugin, plugins

HEAD = 8192
"""Bytes of a file that its kind is told from."""
PACKED = (".gz", ".gzip")
_WANTED = frozenset([".doc", ".odt", ".rtf", ".epub", ".msg", ".zip", ".xls", ".xlsx", ".ppt", ".pptx", ".odp", ".ods", ".pages", ".tar", ".tgz", ".7z", ".bz2", ".xz"])
"""Endings of documents that no reader claims: they are named as not read, in folders too."""
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)


def is_own_report(data: bytes) -> bool:
    """Whether a file is a report of this program, which tells of documents and is none."""
    head = data[:2000]
    return b'<meta name="generator" content="factcheck">' in head or (head.startswith(b"{") and b'"generator"' in head and b'"name": "factcheck"' in head)


def is_packed(data: bytes) -> bool:
    """Whether the bytes are a gzip archive."""
    return data.startswith(GZIP)


def without_packing(name: str) -> str:
    """A name without the ending that says it is packed."""
    stem, ending = os.path.splitext(name)
    return stem if ending.lower() in PACKED else name


def all_suffixes() -> frozenset[str]:
    """The endings of files that are read, in small letters and with the dot."""
    return suffixes() | set(PACKED)


def unread_kind(name: str) -> str | None:
    """The ending of a name, if it is of documents that somebody may expect to be read and that no reader claims."""
    ending = os.path.splitext(name)[1].lower()
    return ending if ending in _WANTED else None


def reader_of(data: bytes, name: str, format: str | None = None) -> tuple[Reader, tuple[str, ...]]:
    """The reader for a document, and a notice where its content and its name disagree.

    format: the name of a reader, if it is known; name: of the file, or '-'. Raises DocumentError for kinds that are not read.
    """
    if format is not None:
        return plugin("READER", format), ()
    head = _narrow(data[:HEAD])
    ending = os.path.splitext(name)[1].lower()
    readers = plugins("READER")
    claimed = next((reader for reader in readers if ending in reader.suffixes), None)
    sure = next((reader for reader in readers if reader.known_by is not None and reader.known_by(head)), None)
    if sure is not None:
        if claimed is None or claimed is sure or not ending:
            return sure, ()
        return sure, (f"is read as {sure.name}: its content is that, whatever its ending says",)
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and not (claimed is not None and claimed.name == "docx" and signature.startswith(b"PK")):
            raise DocumentError(f"is binary, not text: it looks like {kind}", fix="save its text as .txt or .md")
    if claimed is not None:
        if claimed.must_be:
            raise DocumentError(f"is named {ending} but its content is not of that kind")
        return claimed, ()
    if unread_kind(name):
        raise DocumentError(f"no reader for {ending} files", fix="save its text as .txt or .md")
    likely = next((reader for reader in readers if reader.looks_like is not None and reader.looks_like(head)), None)
    return likely or plugin("READER", "plain"), ()


def _narrow(head: bytes) -> bytes:
    """The beginning of a text in UTF-16 as it would stand in UTF-8, so that what it begins with can be told."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8", "replace")
    if head[1:4:2] == b"\0\0" and b"\0" not in head[:4:2]:
        return head[: len(head) // 2 * 2].decode("utf-16-le", "replace").encode("utf-8", "replace")
    return head


def format_of_media_type(media_type: str) -> str | None:
    """The reader for what a mail or a server calls a document, or None."""
    for name in names("READER"):
        if media_type in plugin("READER", name).media_types:
            return name
    return None
