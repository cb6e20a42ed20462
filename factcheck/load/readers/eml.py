"""E-mail: the message as text, and each attachment that is a document as a document of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.errors import DocumentError
from factcheck.load.kinds import format_of_media_type
from factcheck.load.protocol import Part, Reader, Source, Unread

if TYPE_CHECKING:
    from email.message import Message

_HEADER = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]", re.MULTILINE)
_TELLING = re.compile(rb"^(?:from|return-path|received|message-id|mime-version|date|subject|to|x-[a-z-]{1,40}):", re.MULTILINE | re.IGNORECASE)
_HEAD = 65_536  # bytes that headers are looked for in
_NO_DOCUMENT = ("image/", "audio/", "video/", "font/", "text/calendar", "text/x-vcard", "text/vcard", "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "message/delivery-status")


def read(data: bytes, source: Source) -> Iterable[Part]:
    """The message first, its attachments after it."""
    from factcheck.load.mail import charset, content, fields, is_cut, leaves, parse

    if not is_mail(data[:_HEAD]):
        raise DocumentError("is no mail: it does not begin with the headers of one")
    message = parse(data, source)
    if is_cut(message):
        yield Unread("", "is cut off: the end of its last part is missing")
    parts = list(leaves(message))
    attached = [part for part in parts if _is_attached(part)]
    bodies = [part for part in parts if not _is_attached(part) and part.get_content_type() in ("text/plain", "text/html")]
    other = [part for part in parts if part not in attached and part not in bodies and not part.get_content_type().startswith(_NO_DOCUMENT)]
    said = fields(message)
    pictures = sum(part.get_content_type().startswith(_NO_DOCUMENT) for part in parts)
    notices = (f"{pictures} picture{'s' if pictures > 1 else ''} or the like in it left out",) if pictures else ()
    for body in _chosen(bodies):
        format = "html" if body.get_content_type() == "text/html" else "plain"
        try:
            for found in source.inner(content(body), "its text", format, charset(body)) if content(body).strip() else ():
                yield found._replace(part="its text") if isinstance(found, Unread) else found._replace(**said, notices=found.notices + notices, encoding=None, mark=0)
        except DocumentError as error:
            yield Unread("its text", str(error))
    for number, part in enumerate([*attached, *other], 1):
        if not part.get_content_type().startswith(_NO_DOCUMENT):
            yield from _attachment(part, number, source, said)


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822" or (part.get_filename() is not None and not part.get_content_type().startswith("image/"))


def _chosen(bodies: list[Message]) -> list[Message]:
    """The plain text, if there is some; else the page. They are two ways to write one message."""
    from factcheck.load.mail import content

    plain = [part for part in bodies if part.get_content_type() == "text/plain" and content(part).strip()]
    return plain or [part for part in bodies if part.get_content_type() == "text/html"]


def _attachment(part: Message, number: int, source: Source, said: dict[str, str]) -> Iterable[Part]:
    from factcheck.load.mail import charset, content

    name = " ".join((part.get_filename() or f"attachment {number}").split())[:200].encode("utf-8", "replace").decode("utf-8")
    where = f"attachment {number}" if part.get_filename() is None else f"attachment {name}"
    format = format_of_media_type(part.get_content_type())
    try:
        for found in source.inner(content(part), name, None if format in (None, "plain") else format, charset(part)):
            if isinstance(found, Unread):
                yield found._replace(part=f"{where}, {found.part}" if found.part else where)
            else:
                date = found.date or (None if part.get_content_type() == "message/rfc822" else said.get("date"))
                yield found._replace(part=f"{where}, {found.part}" if found.part else where, date=date, encoding=None, mark=0)
    except DocumentError as error:
        yield Unread(where, str(error))


def is_mail(head: bytes) -> bool:
    """Whether a file begins with the headers of a mail."""
    headers = re.split(rb"\r?\n\r?\n", head.lstrip(b"\r\n\xef\xbb\xbf"), maxsplit=1)[0]
    return _HEADER.match(headers) is not None and len(set(_TELLING.findall(headers))) >= 2


READER = Reader("eml", (".eml",), read, looks_like=is_mail, media_types=("message/rfc822",))
