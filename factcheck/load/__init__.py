"""1  paths and texts become Documents; what cannot be read is named and costs the others nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import Any

from factcheck.errors import DocumentError
from factcheck.limits import Limits
from factcheck.load.clean import clean, traps
from factcheck.load.content import bytes_of
from factcheck.load.dates import written_on
from factcheck.load.dispatch import Desk, OwnReport
from factcheck.load.identify import Names, path_id
from factcheck.load.inputs import Inputs, Skipped
from factcheck.load.paths import STDIN, Place, expand, real, shown
from factcheck.load.protocol import Reading
from factcheck.model.document import Document

__all__ = ["Inputs", "Skipped", "load"]


def load(
    paths: Iterable[Any],
    *,
    stdin: bytes | None = None,
    role: str = "source",
    taken: Collection[str] = (),
    apart_from: Collection[str | None] = (),
    stdin_format: str | None = None,
    limits: Limits | None = None,
) -> Inputs:
    """Read paths (files, folders, globs, '-') and texts given as public Documents.

    stdin: what '-' stands for, and stdin_format the reader for it, if known; limits: how much of one is read; role: of these documents in the report; taken: ids that are in use already; apart_from:
    paths of files that are left out wherever they turn up, as a draft is from its own sources. The order of the paths
    changes nothing: files are named and listed in the order of their paths.
    """
    given, places = [], []
    for path in paths:
        (given if hasattr(path, "text") else places).append(path)
    names = Names(taken)
    documents = []
    for document in sorted((d for d in given if d.id), key=lambda d: (d.id, d.text)):
        documents.append(_from_text(document, names.unique(document.id), role))
    for document in given:
        if not document.id:
            documents.append(_from_text(document, names.unique("document"), role))
    if not places:
        documents.sort(key=lambda document: document.id)
        return Inputs(documents, [])
    files, skipped, passed_over = expand(places)
    elsewhere = {real(path) for path in apart_from if path is not None}
    files = [place for place in files if real(place.path) not in elsewhere]
    desk = Desk(limits or Limits())
    try:
        for place in files:
            try:
                _read(place, stdin, stdin_format, desk, names, role, documents, skipped)
            except OwnReport as error:
                (passed_over if place.searched else skipped).append(Skipped(shown(place.path), error.what))
    finally:
        desk.leave()
    documents.sort(key=lambda document: document.id)
    return Inputs(documents, sorted(set(skipped)), tuple(sorted(set(passed_over))))


def _read(
    place: Place,
    stdin: bytes | None,
    stdin_format: str | None,
    desk: Desk,
    names: Names,
    role: str,
    documents: list[Document],
    skipped: list[Skipped],
) -> None:
    """Add the documents at one place, and what of it was not read."""
    path = shown(place.path)
    try:
        data = bytes_of(place.path, stdin, desk.limits)
        parts = desk.read(data, path, stdin_format if place.path == STDIN else None)
    except OwnReport:
        raise
    except DocumentError as error:
        skipped.append(Skipped(path, error.what + (f"; {error.fix}" if error.fix else "")))
        return
    stem = path_id(place.path)
    several = sum(isinstance(part, Reading) for part in parts) > 1
    number = 0
    for part in parts:
        if not isinstance(part, Reading):
            skipped.append(Skipped(path, f"{part.part}: {part.reason}" if part.part else part.reason, True))
            continue
        number += 1
        documents.append(_from_reading(part, place, names.unique(f"{stem}.{number}" if several else stem), role))
        where = f"{part.part}: " if part.part else ""
        skipped.extend(Skipped(path, where + reason, True) for reason in part.lost)


def _from_reading(reading: Reading, place: Place, id: str, role: str) -> Document:
    date, notice = written_on(reading.date, "metadata")
    text, original = clean(reading.text)
    blocks = reading.blocks
    if blocks is not None and original is not None:
        blocks = tuple(b._replace(start=original.read(b.start), end=original.read(b.end)) for b in blocks)
    return Document(
        text,
        id,
        path=None if place.path == STDIN else shown(place.path),
        title=reading.title,
        given_date=date,
        url=reading.url,
        publisher=reading.publisher,
        role=role,
        sha256=_digest(reading.text),
        notices=reading.notices + notice + traps(reading.text),
        headline=reading.headline,
        author=reading.author,
        modified=reading.modified,
        format=reading.format,
        part=reading.part,
        encoding=reading.encoding,
        mark=reading.mark,
        blocks=blocks,
        original=original,
    )


def _from_text(given: Any, id: str, role: str) -> Document:
    date, notice = written_on(given.date, "given")
    text, original = clean(given.text)
    return Document(
        text,
        id,
        title=given.title,
        given_date=date,
        url=given.url,
        publisher=given.publisher,
        role=role,
        sha256=_digest(given.text),
        notices=notice + traps(given.text),
        original=original,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
