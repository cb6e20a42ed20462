"""A fact: what several claims are about; and what alignment hands to the rules."""

from __future__ import annotations

from factcheck.model.claim import Claim

SENTENCE, PAIR, CONTEXT = "sentence", "pair", "context"
"""What joined a fact's claims: sentences equal but for the value, a draft and its source, or matching context."""


class Fact:
    """Claims that the aligner holds to be on one fact.

    kind, attribute: of the claims; claims: in order of document and place; because: why they are on one fact; strength:
    SENTENCE, PAIR or CONTEXT.
    """

    __slots__ = ("attribute", "because", "claims", "kind", "strength")

    def __init__(self, kind: str, attribute: str, claims: list[Claim], because: tuple[str, ...], strength: str) -> None:
        self.kind = kind
        self.attribute = attribute
        self.claims = claims
        self.because = because
        self.strength = strength


class Lookalike:
    """Claims of two facts with one kind and attribute that are established to be of two events, and the reason."""

    __slots__ = ("a", "attribute", "b", "kind", "reason")

    def __init__(self, kind: str, attribute: str, a: list[Claim], b: list[Claim], reason: str) -> None:
        self.kind = kind
        self.attribute = attribute
        self.a = a
        self.b = b
        self.reason = reason
