"""Plain text, and any file whose ending no other reader claims: the text is the file, decoded and otherwise unchanged."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.load.decode import decode
from factcheck.load.protocol import Reader, Reading, Source


def read(data: bytes, source: Source) -> Iterable[Reading]:
    """The file as text."""
    found = decode(data, source.encoding)
    yield Reading(found.text, notices=found.notices, encoding=found.encoding, mark=found.mark)


READER = Reader("plain", (".txt", ".text"), read, plain=True, media_types=("text/plain",))
