"""Messages as mails and saved pages have them: their headers as text, their parts as bytes."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from factcheck.load.dates import as_iso
from factcheck.load.decode import DECLARED
from factcheck.load.protocol import Source

_LONGEST = 500


def parse(data: bytes, source: Source) -> Message:
    """A message; raises LimitReached if its parts are nested too deeply or are too many."""
    message = message_from_bytes(data.lstrip(b"\r\n\xef\xbb\xbf"))
    number, level = 0, [message]
    depth = 0
    while level:
        source.check_depth(depth)
        number += len(level)
        source.check_entries(number, "parts")
        level = [part for whole in level if whole.is_multipart() for part in whole.get_payload()]
        depth += 1
    return message


def is_cut(message: Message) -> bool:
    """Whether a message, or a part of it, ends before its parts do."""
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in message.walk() for defect in part.defects)


def header(message: Message, name: str) -> str:
    """A header on one line, decoded where it says how; empty if there is none."""
    raw = message.get(name)
    if raw is None:
        return ""
    pieces = []
    try:
        found = decode_header(str(raw)[: 20 * _LONGEST])
    except Exception:  # a header that breaks its own rules is shown as it stands
        found = [(str(raw), None)]
    for piece, charset in found:
        if isinstance(piece, bytes):
            piece = piece.decode(DECLARED.get((charset or "utf-8").lower(), "utf-8"), "replace")
        pieces.append(piece)
    text = "".join(pieces).encode("utf-8", "replace").decode("utf-8")
    return " ".join(text.split())[:_LONGEST]


def fields(message: Message) -> dict[str, str]:
    """Fields of a Reading that the headers of a mail give."""
    name, address = parseaddr(header(message, "From"))
    found = {"headline": header(message, "Subject"), "author": name or address, "date": as_iso(header(message, "Date")) or ""}
    return {field: value for field, value in found.items() if value}


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; a mail within a mail is one of them."""
    open_parts = [message]
    while open_parts:
        part = open_parts.pop()
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            open_parts += reversed(part.get_payload())
        else:
            yield part


def content(part: Message) -> bytes:
    """The bytes of a part, decoded from what they were sent as."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner else b""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def charset(part: Message) -> str | None:
    """What a part says of its characters."""
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
