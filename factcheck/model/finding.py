"""A finding: how the claims on one fact relate, and why."""

from __future__ import annotations

import hashlib

AGREEMENT = "agreement"
COMPATIBLE = "compatible"
DIFFERENT_EVENT = "different-event"
UNSUPPORTED = "unsupported"
CONFLICT = "conflict"
CHANGED, ADDED, REMOVED = "changed", "added", "removed"

ERROR, WARNING, NOTE = "error", "warning", "note"
"""Severities: conflicts are errors, or warnings where the rule is less sure; doubts are warnings; the rest are notes."""


class Evidence:
    """One place that a finding rests on.

    document: id; claim: the claim's id, or None for a place that is no claim; start, end, text: the words; sentence: index
    of the sentence or None; side: 0, 1 … groups the places whose values agree, so that a report can set sides apart.
    """

    __slots__ = ("claim", "document", "end", "sentence", "side", "start", "text")

    def __init__(
        self, document: str, start: int, end: int, text: str, claim: str | None = None, sentence: int | None = None, side: int = 0
    ) -> None:
        self.document = document
        self.start = start
        self.end = end
        self.text = text
        self.claim = claim
        self.sentence = sentence
        self.side = side


class Finding:
    """What a rule says of one fact.

    rule: slug; verdict, severity: see the constants; message: one sentence; because: steps from the words to the verdict;
    evidence: in order of document and place; repairs: what would mend it, neither chosen; attribute: of the fact, for the
    table of facts; independent_sources: how many of the agreeing documents are no copies of one another; change: between
    two versions, what became of the fact: changed, added, dropped, hardened or softened.
    """

    __slots__ = (
        "attribute",
        "because",
        "change",
        "evidence",
        "independent_sources",
        "message",
        "repairs",
        "rule",
        "severity",
        "verdict",
    )

    def __init__(
        self,
        rule: str,
        verdict: str,
        message: str,
        because: tuple[str, ...],
        evidence: list[Evidence],
        *,
        severity: str | None = None,
        repairs: tuple[str, ...] = (),
        attribute: str = "",
    ) -> None:
        self.rule = rule
        self.verdict = verdict
        self.message = message
        self.because = because
        self.evidence = evidence
        self.severity = severity or (ERROR if verdict == CONFLICT else WARNING if verdict == UNSUPPORTED else NOTE)
        self.repairs = repairs
        self.attribute = attribute
        self.independent_sources = 1
        self.change: str | None = None

    @property
    def id(self) -> str:
        """A digest of the rule and the words at each place: unchanged when lines move."""
        seen: dict[tuple[str, str], int] = {}
        parts = [self.rule, self.verdict]
        for e in self.evidence:
            n = seen[e.document, e.text] = seen.get((e.document, e.text), 0) + 1
            parts.append(f"{e.document}\x1f{' '.join(e.text.split())}\x1f{n}")
        return hashlib.sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
