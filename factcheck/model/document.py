"""A document: one text that tells of something, and what is known about it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from factcheck.model.original import Original


class Block(NamedTuple):
    """A stretch of a document's text that its file holds as one: a paragraph, a heading, a row.

    start, end: offsets in the text; zone: what part of the document it is ("headline", "body", "caption", "aside", "list",
    "table", "quotation", "footnote" …), empty where the file does not say; page, line: in the file, counted from 1, or 0;
    element: what the file calls it, such as "p" or "footnote"; byte: where it begins in the file, or -1.
    """

    start: int
    end: int
    zone: str = ""
    page: int = 0
    line: int = 0
    element: str = ""
    byte: int = -1


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

    def days_from(self, other: WrittenOn) -> int:
        """Least days between this day and the other, whichever was first; 0 where they can be one, or nothing says more."""
        return max(_gap(self, other), _gap(other, self), 0)


def _gap(first: WrittenOn, then: WrittenOn) -> int:
    return (then.start - first.end).days if first.end is not None and then.start is not None else 0


class Document:
    """One input after loading.

    text: the text all offsets count in; id: unique within a run; path: as the user gave it, or None; given_date: the
    first and last day that the caller or metadata fix, with its basis; role: "source" or "draft"; lineage: the agency or
    group of copies it belongs to, set when sources are grouped; notices: what was lost in reading it; headline, author, modified:
    as the file says, where `title` is what a caller says that it is about; format: the reader that read it; part: which of the documents in a file it is, such as "item 3"; encoding:
    of the bytes of the file, where the text is the whole file, with `mark`, the length of its byte order mark; blocks: what
    the file itself says of its structure, in order, or None; original: the text of the file and the way to it, where `text`
    is that text made plain to read; reports show and count in the original.
    """

    __slots__ = (
        "author",
        "blocks",
        "date",
        "encoding",
        "format",
        "given_date",
        "headline",
        "id",
        "lineage",
        "mark",
        "modified",
        "notices",
        "original",
        "part",
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
        headline: str | None = None,
        author: str | None = None,
        modified: str | None = None,
        format: str | None = None,
        part: str | None = None,
        encoding: str | None = None,
        mark: int = 0,
        blocks: tuple[Block, ...] | None = None,
        original: Original | None = None,
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
        self.headline = headline
        self.author = author
        self.modified = modified
        self.format = format
        self.part = part
        self.encoding = encoding
        self.mark = mark
        self.blocks = blocks
        self.original = original
        self.lineage: str | None = None
        self.date: WrittenOn | None = None
