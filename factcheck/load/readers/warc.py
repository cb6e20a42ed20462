"""Web archives (WARC): each page in the archive a document, with its address and the day it was fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.errors import DocumentError
from factcheck.load.assembly import install, needs_extra
from factcheck.load.inflate import Allowance, inflate
from factcheck.load.kinds import format_of_media_type
from factcheck.load.protocol import Part, Reader, Reading, Source, Unread

_START = re.compile(rb"(?:\A|\n)WARC/1\.[0-9]\r?\n")
_SIZE = re.compile(rb"\r?\n?([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_DOCUMENTS = ("html", "plain", "markdown", "pdf", "docx", "feed")  # what else pages fetch is no story
_PACKINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # and their window bits


def read(data: bytes, source: Source) -> Iterable[Part]:
    """The pages in order; behind a damaged record the reading goes on at the next."""
    allowance = Allowance(source.limits, len(data))
    number = 0
    for record in _records(data):
        if isinstance(record, Unread):
            yield record
            continue
        number += 1
        source.check_entries(number, "records")
        if record.http_headers is not None and (record.http_headers.status_code or 200) >= 300:
            continue  # it leads elsewhere, or is the page of an error
        where, url, day, media_type, charset, body, reason = _page(record, number, allowance)
        if reason:
            yield Unread(where, reason)
        format = format_of_media_type(media_type)
        if not body.strip() or format not in _DOCUMENTS or (url or "").endswith("/robots.txt"):
            continue
        try:
            for found in source.inner(body, where, format, charset):
                if isinstance(found, Reading):
                    fetched = (f"was fetched on {day}",) if day else ()
                    yield found._replace(part=where, url=found.url or url, notices=found.notices + fetched, encoding=None, mark=0)
                else:
                    yield Unread(where, found.reason)
        except DocumentError as error:
            yield Unread(where, str(error))
    if not number:
        raise DocumentError("holds no page")


def _records(data: bytes) -> Iterator[Any]:
    """Responses and resources; an Unread for each stretch that cannot be read."""
    import io

    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise DocumentError(needs_extra("warc", error), fix=install("warc")) from None
    at = size = 0
    while True:
        last = at
        try:
            for record in ArchiveIterator(io.BytesIO(data[at:]), parse_http=True, auto_decode="none", stream_detect=False, fsspec_args=False):
                last = at + record.stream_pos
                size = record.content_length
                if record.record_type in (WarcRecordType.response, WarcRecordType.resource):
                    yield record
            # The library ends without a word where an archive is cut.
            headers = data.find(b"\r\n\r\n", last)
            if headers < 0 or headers + 4 + size > len(data) or _START.search(data, last + 10) is not None:
                yield Unread("", "is cut off: the archive ends in the middle of a record")
            return
        except OSError as error:
            following = _START.search(data, last + 10)
            yield Unread("", f"is damaged at byte {last:,} of the archive ({str(error)[:100]})")
            if following is None:
                return
            at = data.index(b"W", following.start())


def _page(record: Any, number: int, allowance: Allowance) -> tuple[str, str | None, str, str, str | None, bytes, str]:
    """What is known of a record: a name for it, its address, day, media type and characters, its bytes, and what is amiss."""
    import zlib

    headers = {str(name).lower(): str(value) for name, value in record.headers.items()}
    url = headers.get("warc-target-uri", "").strip("<>")[:2000]
    where = f"record {number}" + (f" ({url[:200]})" if url else "")
    http = {str(name).lower(): str(value) for name, value in (record.http_headers.items() if record.http_headers else ())}
    body = record.reader.read()
    reason = ""
    announced = http.get("content-length", "")
    if headers.get("warc-truncated"):
        reason = f"was cut when it was fetched ({headers['warc-truncated'][:40]})"
    elif record.is_http and "chunked" not in http.get("transfer-encoding", "").lower() and announced.isdecimal() and len(announced) < 12 and len(body) < int(announced):
        reason = f"is cut off: {len(body):,} of {int(announced):,} bytes are there"
    if "chunked" in http.get("transfer-encoding", "").lower():
        body = _joined(body)
    packing = _PACKINGS.get(http.get("content-encoding", "").strip().lower())
    if packing is not None:
        try:
            body, _, whole = inflate(body, allowance, packing)
            reason = reason or ("" if whole else "is cut off in its packing")
        except zlib.error:
            body, reason = b"", "is damaged: what it is packed in cannot be unpacked"
    kind = (http.get("content-type") or headers.get("content-type") or "").lower()
    charset = re.search(r"charset=[\"']?([\w.:-]{1,40})", kind)
    return where, url if url.startswith(("http://", "https://")) else None, headers.get("warc-date", "")[:10], kind.split(";")[0].strip(), charset[1] if charset else None, body, reason


def _joined(body: bytes) -> bytes:
    """What was sent in chunks, put together; the bytes as they are if they are none."""
    out, at = [], 0
    while (size := _SIZE.match(body, at)) is not None:
        length = int(size[1], 16)
        if not length:
            break
        out.append(body[size.end() : size.end() + length])
        at = size.end() + length
    return b"".join(out) or body


def known_by(head: bytes) -> bool:
    """Whether a file begins as an archive does."""
    return _START.match(head) is not None


READER = Reader("warc", (".warc",), read, known_by=known_by, must_be=True, media_types=("application/warc",))
