"""What a rule is given: the documents with their claims and facts, and the making of findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.model.alignment import Alignment, Witness
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.fact import Fact, Lookalike
from factcheck.model.finding import CONFLICT, Evidence, Finding
from factcheck.model.telling import Telling

OUTSIDE = frozenset(("aside", "link"))


class Case:
    """All that is known when the rules run; nothing in it may be changed by them.

    documents: by id; drafts: ids of those that are held against the others; on_trial: the tellings whose own errors count, the
    drafts where there are any; found: what rules of lower order found;
    worked_out: what several rules need and the first of them works out, by name.
    """

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.documents: dict[str, Document] = {t.document.id: t.document for t in alignment.tellings}
        self.drafts = {id for id, document in self.documents.items() if document.role == "draft"}
        self.found: list[Finding] = []
        self.worked_out: dict[str, Any] = {}
        self.on_trial = [t for t in alignment.tellings if not self.drafts or t.document.id in self.drafts]
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for telling in alignment.tellings:
            for claim in telling.claims:
                self._claims[claim.kind].append(claim)
        self._inside: dict[str, list[Claim]] = {}
        self._tellings: dict[str, Telling] = {}
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in alignment.facts:
            self._facts[fact.kind].append(fact)
        self._lookalikes: dict[str, list[Lookalike]] = defaultdict(list)
        for pair in alignment.lookalikes:
            self._lookalikes[pair.kind].append(pair)

    @property
    def kinds(self) -> Iterable[str]:
        """The kinds of which there are claims."""
        return self._claims.keys()

    def claims_of(self, kind: str, *, everywhere: bool = False) -> list[Claim]:
        """Claims of one kind in order of document and place; those in side boxes and links only if everywhere."""
        if everywhere:
            return self._claims.get(kind, [])
        found = self._inside.get(kind)
        if found is None:
            found = self._inside[kind] = [c for c in self._claims.get(kind, ()) if c.zone not in OUTSIDE]
        return found

    def facts_of(self, kind: str) -> list[Fact]:
        """Facts of one kind that several claims are on."""
        return self._facts.get(kind, [])

    def lookalikes_of(self, kind: str) -> list[Lookalike]:
        """Pairs of facts of one kind that are established to be of two events."""
        return self._lookalikes.get(kind, [])

    def witnesses(self, document: str) -> list[Witness]:
        """The places that date a document."""
        return self.alignment.witnesses.get(document, [])

    def nearest(self, claim: Claim) -> Claim | None:
        """What a source says nearest to a draft's claim that none speaks to for certain, or None."""
        return self.alignment.nearest.get(claim.id)

    def context(self, claim: Claim) -> frozenset[str]:
        """Stems of the content words and names of a claim's sentence."""
        contexts = self.alignment.contexts
        return contexts.words(claim) | contexts.names(claim)

    def sentence(self, claim: Claim) -> str:
        """The sentence of a claim."""
        return self.telling(claim).sentence_text(claim.sentence)

    def telling(self, claim: Claim) -> Telling:
        """The telling that holds a claim."""
        if not self._tellings:
            self._tellings.update((t.document.id, t) for t in self.alignment.tellings)
        return self._tellings[claim.document]

    def names(self, claim: Claim) -> frozenset[str]:
        """Keys of the names in a claim's sentence."""
        return self.alignment.contexts.names(claim)

    def related(self, a: Claim, b: Claim) -> bool:
        """Whether the documents of two claims tell of the same people and places."""
        return a.document == b.document or self.alignment.contexts.documents.related(a.document, b.document)

    def independent(self, documents: Iterable[str]) -> int:
        """How many of the documents are no copies of one another; a draft is no source of what it says."""
        return len({self.alignment.lineages.get(d, d) for d in documents if d not in self.drafts})

    def finding(
        self,
        rule: str,
        verdict: str,
        message: str,
        because: Sequence[str],
        claims: Sequence[Claim],
        *,
        sides: Sequence[int] | None = None,
        repairs: Sequence[str] = (),
        attribute: str = "",
        severity: str | None = None,
    ) -> Finding:
        """A finding whose evidence is the claims, in order of document and place.

        sides: for each claim the number of the group whose values stand together; all one where left out.
        """
        placed = zip(claims, sides or [0] * len(claims), strict=True)
        evidence = [
            Evidence(c.document, c.start, c.end, c.text, c.id, c.sentence, side)
            for c, side in sorted(placed, key=lambda p: (p[0].document, p[0].start, p[0].end))
        ]
        return self.told(rule, verdict, message, because, evidence, repairs=repairs, attribute=attribute, severity=severity)

    def told(
        self,
        rule: str,
        verdict: str,
        message: str,
        because: Sequence[str],
        evidence: list[Evidence],
        *,
        repairs: Sequence[str] = (),
        attribute: str = "",
        severity: str | None = None,
    ) -> Finding:
        """A finding on evidence that need be no claims, in order of document and place."""
        found = Finding(rule, verdict, message, tuple(because), evidence, severity=severity, repairs=tuple(repairs), attribute=attribute)
        if verdict == CONFLICT:
            by_side: dict[int, set[str]] = defaultdict(set)
            for e in evidence:
                by_side[e.side].add(e.document)
            found.independent_sources = max(self.independent(documents) for documents in by_side.values())
        else:
            found.independent_sources = self.independent({e.document for e in evidence})
        return found


def part_of_one(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether the words of a claim lie inside another's, as a time of day does in "Monday at 3 p.m."."""
    return any(o.document == claim.document and o.start <= claim.start and claim.end <= o.end and o is not claim for o in others)
