"""Plain text, and any file whose ending no other reader claims: the text is the file, decoded and otherwise unchanged."""

from __future__ import annotations

from factcheck.load.decode import decode
from factcheck.load.protocol import Reader, Reading


def read(data: bytes, path: str) -> Reading:
    """The file as text."""
    text, notices = decode(data)
    return Reading(text, notices=notices)


READER = Reader("plain", (".txt", ".text"), read)
