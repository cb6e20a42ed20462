"""A fact: what several claims are about, or a pair of facts that only look alike."""

from __future__ import annotations

from factcheck.model.claim import Claim


class Fact:
    """Claims that the aligner holds to be on one fact.

    kind, attribute: shared by the claims, or those of the first where `frame` joined them; claims: in order of document
    and place; because: why they are on one fact; strength: "sentence" (the documents share a sentence but for the value),
    "context" (attribute, subject and event agree) or "same-document".
    """

    __slots__ = ("attribute", "because", "claims", "kind", "strength")

    def __init__(self, kind: str, attribute: str, claims: list[Claim], because: tuple[str, ...], strength: str) -> None:
        self.kind = kind
        self.attribute = attribute
        self.claims = claims
        self.because = because
        self.strength = strength


class Lookalike:
    """Two facts of one kind and attribute that are established to be of two events.

    reason: the sentence that establishes it.
    """

    __slots__ = ("a", "b", "reason")

    def __init__(self, a: Fact, b: Fact, reason: str) -> None:
        self.a = a
        self.b = b
        self.reason = reason
