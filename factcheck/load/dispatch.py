"""From the bytes of one file to the documents in it: unpacked, its kind told, read; in a child process if there is any risk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcheck.errors import DocumentError
from factcheck.limits import Limits
from factcheck.load.inflate import gunzip
from factcheck.load.kinds import is_own_report, is_packed, reader_of, without_packing
from factcheck.load.protocol import Part, Reading, Source, Unread
from factcheck.model.document import Block

if TYPE_CHECKING:
    from factcheck.isolate import Worker

LIGHT = 1_000_000
"""Bytes of plain text that need no process of their own."""
_PACKINGS = 8
_HALF = re.compile("[\ud800-\udfff]")  # half a character, as JSON may spell it: nothing could write it down again


def read_parts(data: bytes, source: Source, format: str | None = None) -> list[Part]:
    """The documents in a file, and what of it was not read; raises DocumentError if that is all of it.

    format: the name of a reader where the kind is known; else it is told from the content and the name.
    """
    parts: list[Part] = []
    name = source.name
    for _ in range(_PACKINGS):
        if not is_packed(data):
            break
        data, lost = gunzip(data, source.limits)
        name = without_packing(name)
        parts += [Unread("", reason) for reason in lost]
    else:
        raise DocumentError(f"is packed more than {_PACKINGS - 1} times over")
    _refuse_empty(data)
    reader, notices = reader_of(data, name, format)
    inside = Source(name, source.limits, source.encoding, source.level, read_inner)
    read = 0
    try:
        for part in reader.read(data, inside):
            read += isinstance(part, Reading)
            parts.append(_finished(part, reader.name, notices))
            inside.check_entries(read, "documents")
    except DocumentError as error:
        if not read:
            raise
        parts.append(Unread("", str(error)))
    if not any(isinstance(part, Reading) for part in parts):
        reasons = [part.reason for part in parts]
        raise DocumentError(reasons[-1] if reasons else "holds no document")
    return parts


def _refuse_empty(data: bytes) -> None:
    if not data.strip(b" \t\r\n\f\v\xef\xbb\xbf"):
        raise DocumentError("is empty")


def read_inner(data: bytes, source: Source, format: str | None) -> list[Part]:
    """A document that lies in another."""
    return read_parts(data, source, format)


def _finished(part: Part, format: str, notices: tuple[str, ...]) -> Part:
    """A part with what is the same for all kinds; one without text is unread."""
    if isinstance(part, Unread):
        return part
    if not part.text.strip():
        return Unread(part.part or "", part.lost[0] if part.lost else "is empty")
    whole = {name: _HALF.sub("\ufffd", value) for name, value in part._asdict().items() if isinstance(value, str) and _HALF.search(value)}
    return part._replace(format=part.format or format, notices=notices + part.notices, **whole)


class OwnReport(DocumentError):
    """A report of this program: where a folder is searched it is left alone."""


class Desk:
    """Reads files one after another, and keeps the child process that the risky ones are read in."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._worker: Worker | None = None

    def read(self, data: bytes, name: str, format: str | None = None) -> list[Part]:
        """The documents in one file; raises DocumentError if there is none that can be read."""
        if is_own_report(data):
            raise OwnReport("is a report of this program, not a document")
        if not is_packed(data):
            _refuse_empty(data)
            reader, _ = reader_of(data, name, format)
            if reader.plain and len(data) <= LIGHT:
                return read_parts(data, Source(name, self.limits), reader.name if format else None)
        if self._worker is None:
            from factcheck.isolate import Worker

            self._worker = Worker("factcheck.load.dispatch:answer", self.limits)
        found, _ = self._worker.call({"name": name, "format": format, "limits": self.limits}, data)
        return [_part(fields) for fields in found]

    def leave(self) -> None:
        """End the child, if there is one."""
        if self._worker is not None:
            self._worker.end()


def answer(head: dict[str, Any], body: bytes) -> tuple[list[Any], bytes]:
    """What the child process does with one file: see `isolate`."""
    parts = read_parts(body, Source(head["name"], Limits(*head["limits"])), head["format"])
    return [[isinstance(part, Reading), *part] for part in parts], b""


def _part(fields: list[Any]) -> Part:
    """A part as it came from the child, which may have been misled: nothing but texts, numbers and offsets in order is taken."""
    is_reading, *rest = fields
    if not is_reading:
        return Unread(*map(str, rest))
    reading = Reading(*rest)
    blocks = None if reading.blocks is None else tuple(Block(*block) for block in reading.blocks)
    return reading._replace(notices=tuple(reading.notices), lost=tuple(reading.lost), blocks=blocks)
