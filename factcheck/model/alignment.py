"""What alignment hands to the comparison: dated documents, facts, and who copies whom."""

from __future__ import annotations

from typing import Any

from factcheck.model.claim import Claim
from factcheck.model.fact import Fact, Lookalike
from factcheck.model.telling import Telling


class Witness:
    """One place that speaks to a document's date: the claim, what it says (start, end days), and how."""

    __slots__ = ("basis", "claim", "end", "start")

    def __init__(self, claim: Claim, basis: str, start: Any, end: Any) -> None:
        self.claim = claim
        self.basis = basis
        self.start = start
        self.end = end


class Alignment:
    """tellings: the documents with what they tell, dated; facts, lookalikes: see model.fact; lineages: document id to the
    group of copies it belongs to; witnesses: document id to the places that date it; contexts: the words around claims;
    nearest: id of a draft's claim that no source speaks to, to what a source says nearest to it; unheld: by id of a document, how many of its claims a
    limit has kept from being held against others.
    """

    __slots__ = ("contexts", "facts", "lineages", "lookalikes", "nearest", "tellings", "unheld", "witnesses")

    def __init__(
        self,
        tellings: list[Telling],
        facts: list[Fact],
        lookalikes: list[Lookalike],
        lineages: dict[str, str],
        witnesses: dict[str, list[Witness]],
        contexts: Any,
        nearest: dict[str, Claim],
        unheld: dict[str, int] | None = None,
    ) -> None:
        self.tellings = tellings
        self.facts = facts
        self.lookalikes = lookalikes
        self.lineages = lineages
        self.witnesses = witnesses
        self.contexts = contexts
        self.nearest = nearest
        self.unheld = unheld or {}
