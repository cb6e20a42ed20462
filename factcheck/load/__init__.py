"""1  paths and texts become Documents; what cannot be read is named and costs the others nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import Any

from factcheck.errors import DocumentError
from factcheck.load.content import bytes_of
from factcheck.load.dates import written_on
from factcheck.load.identify import Names, path_id
from factcheck.load.inputs import Inputs, Skipped
from factcheck.load.paths import STDIN, Place, expand, real, shown
from factcheck.load.protocol import Reading
from factcheck.load.readers import reader_for
from factcheck.model.document import Document

__all__ = ["Inputs", "Skipped", "load"]


def load(
    paths: Iterable[Any],
    *,
    stdin: bytes | None = None,
    role: str = "source",
    taken: Collection[str] = (),
    apart_from: Collection[str | None] = (),
) -> Inputs:
    """Read paths (files, folders, globs, '-') and texts given as public Documents.

    stdin: what '-' stands for; role: of these documents in the report; taken: ids that are in use already; apart_from:
    paths of files that are left out wherever they turn up, as a draft is from its own sources. The order of the paths
    changes nothing: files are named and listed in the order of their paths.
    """
    given, places = [], []
    for path in paths:
        (given if hasattr(path, "text") else places).append(path)
    names = Names(taken)
    files, skipped, passed_over = expand(places)
    elsewhere = {real(path) for path in apart_from if path is not None}
    files = [place for place in files if real(place.path) not in elsewhere]
    documents = []
    for document in sorted((d for d in given if d.id), key=lambda d: (d.id, d.text)):
        documents.append(_from_text(document, names.unique(document.id), role))
    for document in given:
        if not document.id:
            documents.append(_from_text(document, names.unique("document"), role))
    for place in files:
        try:
            reading = _read(place, stdin)
        except DocumentError as error:
            skipped.append(Skipped(shown(place.path), error.what + (f"; {error.fix}" if error.fix else "")))
            continue
        documents.append(_from_reading(reading, place, names.unique(path_id(place.path)), role))
    documents.sort(key=lambda document: document.id)
    return Inputs(documents, sorted(set(skipped)), tuple(sorted(set(passed_over))))


def _read(place: Place, stdin: bytes | None) -> Reading:
    """The text at one place, or a DocumentError."""
    data = bytes_of(place.path, stdin)
    reading = reader_for(place.path).read(data, shown(place.path))
    if not reading.text.strip():
        raise DocumentError("is empty")
    return reading


def _from_reading(reading: Reading, place: Place, id: str, role: str) -> Document:
    date, notice = written_on(reading.date, "metadata")
    return Document(
        reading.text,
        id,
        path=None if place.path == STDIN else shown(place.path),
        title=reading.title,
        given_date=date,
        url=reading.url,
        publisher=reading.publisher,
        role=role,
        sha256=_digest(reading.text),
        notices=reading.notices + notice,
    )


def _from_text(given: Any, id: str, role: str) -> Document:
    date, notice = written_on(given.date, "given")
    return Document(
        given.text,
        id,
        title=given.title,
        given_date=date,
        url=given.url,
        publisher=given.publisher,
        role=role,
        sha256=_digest(given.text),
        notices=notice,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
