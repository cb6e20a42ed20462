"""What a kind is: a file in `kinds/` that reads one sort of claim out of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from factcheck.extract.reading import Reading


class Kind(NamedTuple):
    """name: the module's; order: kinds with a lower one read first and may take tokens from later ones; shape: of the
    values it gives; read: a document's reading and the tokens that hold one of `words`, to claims; words: what it looks
    for, in lower case, found in one pass for all kinds together; reads: what else of a reading it goes through, "numbers",
    "clocks" for times of day, "names" or "" for nothing. Where a text has neither those nor one of its words, the kind is not asked.
    """

    name: str
    order: int
    shape: str
    read: Callable[[Reading, list[int]], Iterable[Claim]]
    words: frozenset[str] = frozenset()
    reads: str = "numbers"
