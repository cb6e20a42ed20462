"""A document: one text that tells of something, and what is known about it."""

from __future__ import annotations

from datetime import date


class WrittenOn:
    """When a document was written: first and last possible day, and how that is known.

    start, end: inclusive, None where unbounded; basis: "given", "metadata", "dateline", "url", "weekday", "age",
    "latest-mention" or "related"; because: the steps, in plain sentences; places_others: whether the document's other dates
    may be told from it, which a mere lower bound does not allow.
    """

    __slots__ = ("basis", "because", "end", "places_others", "start")

    def __init__(self, start: date | None, end: date | None, basis: str, because: tuple[str, ...] = ()) -> None:
        self.start = start
        self.end = end
        self.basis = basis
        self.because = because
        self.places_others = True


class Document:
    """One input after loading.

    text: the text all offsets count in; id: unique within a run; path: as the user gave it, or None; given_date: the
    first and last day that the caller or metadata fix, with its basis; role: "source" or "draft"; lineage: the agency or
    group of copies it belongs to, set when sources are grouped; notices: what was lost in reading it.
    """

    __slots__ = (
        "date",
        "given_date",
        "id",
        "lineage",
        "notices",
        "path",
        "publisher",
        "role",
        "sha256",
        "text",
        "title",
        "url",
    )

    def __init__(
        self,
        text: str,
        id: str,
        *,
        path: str | None = None,
        title: str | None = None,
        given_date: WrittenOn | None = None,
        url: str | None = None,
        publisher: str | None = None,
        role: str = "source",
        sha256: str = "",
        notices: tuple[str, ...] = (),
    ) -> None:
        self.text = text
        self.id = id
        self.path = path
        self.title = title
        self.given_date = given_date
        self.url = url
        self.publisher = publisher
        self.role = role
        self.sha256 = sha256
        self.notices = notices
        self.lineage: str | None = None
        self.date: WrittenOn | None = None
