"""What a reader is: a file in `readers/` that turns bytes of one kind into the text of one document or of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from factcheck.limits import LimitReached, Limits
from factcheck.model.document import Block


class Reading(NamedTuple):
    """One document as a reader gives it: the text, and what the input says of itself.

    title: what it is about, to be read with the text; headline: as the file calls it, to be shown;
    date, modified: an ISO day, or a date and time; notices: what an editor should know of the reading; lost: what of this
    document was not read, each a reason that makes the check incomplete; part: which of several in one file, such as "item 3";
    blocks: the structure that the file gives, with offsets in the text; encoding, mark: only where the text is the file.
    """

    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    notices: tuple[str, ...] = ()
    author: str | None = None
    modified: str | None = None
    lost: tuple[str, ...] = ()
    part: str | None = None
    blocks: tuple[Block, ...] | None = None
    encoding: str | None = None
    mark: int = 0
    format: str | None = None
    headline: str | None = None


class Unread(NamedTuple):
    """A document, or a part of the file, that was not read while others in the same file were."""

    part: str
    reason: str


Part = Reading | Unread


class Source:
    """What a reader is told beside the bytes.

    name: the path as people see it, or what a part of a file is called; limits: how much to read; encoding: what the
    transport says of the characters, as a mail's header does; level: how deep this lies in other files; reads: how a document
    within this one is read, whatever its kind.
    """

    __slots__ = ("encoding", "level", "limits", "name", "reads")

    def __init__(
        self,
        name: str,
        limits: Limits,
        encoding: str | None = None,
        level: int = 0,
        reads: Callable[[bytes, Source, str | None], Iterable[Part]] | None = None,
    ) -> None:
        self.name, self.limits, self.encoding, self.level, self.reads = name, limits, encoding, level, reads

    def inner(self, data: bytes, name: str, format: str | None = None, encoding: str | None = None) -> list[Part]:
        """Read a document that lies in this one; raises DocumentError as a reader does.

        name: what it is called there; format: the name of a reader if its kind is known, else it is told from the content.
        """
        self.check_depth(self.level + 1)
        return list(self.reads(data, Source(name, self.limits, encoding, self.level + 1, self.reads), format))

    def check_depth(self, depth: int) -> None:
        """Raise LimitReached if something is nested deeper than it may be."""
        if depth > self.limits.depth:
            raise LimitReached("depth", self.limits, "is nested too deeply")

    def check_entries(self, number: int, what: str) -> None:
        """Raise LimitReached if there is more of something than is read."""
        if number > self.limits.entries:
            raise LimitReached("entries", self.limits, f"holds more than {self.limits.entries:,} {what}")


class Reader(NamedTuple):
    """name: the module's; suffixes: endings of files it is for, with the dot; read: bytes and a Source to documents.

    read raises DocumentError with one clear sentence for input it cannot read. known_by: whether the first kilobytes of a
    file show that it is of this kind whatever it is called; must_be: whether a file that they do not show it of is refused;
    looks_like: whether they suggest it, where the name says nothing; plain: it only decodes, so that a small file needs no
    process of its own; media_types: what a mail or a server calls it.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, Source], Iterable[Part]]
    known_by: Callable[[bytes], bool] | None = None
    must_be: bool = False
    looks_like: Callable[[bytes], bool] | None = None
    plain: bool = False
    media_types: tuple[str, ...] = ()
