"""The facts that documents are seen to share, and which documents share so many that they can only be on one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from factcheck.align.context import Contexts
from factcheck.align.figures import telling
from factcheck.align.unions import Unions
from factcheck.model.attributes import SCORE
from factcheck.model.claim import Claim

AGREED = 2  # facts that two documents must share to be on one event, one of them telling or with a full name beside them; else one more
CAST = 3  # people whom two documents name in full, so that they can only be on one event
LONG = 60  # days between two documents in which the same people can have met again
MUCH = 5  # facts that two documents share, beside which they need not share names
HEARD = 12  # documents that one shared fact leads to


class SharedFacts:
    """Made once the claims of sentences and contexts are joined, before anything is concluded from what documents share.

    by_document: for each the facts that another has, too, by the number that the joined claims had then.
    """

    def __init__(self, claims: Sequence[Claim], unions: Unions, contexts: Contexts) -> None:
        """claims: as they are gathered into facts; unions: what is joined already."""
        self._contexts = contexts
        self.by_document: dict[str, set[int]] = defaultdict(set)
        self._by_sentence: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._telling: set[int] = set()
        self._dated: set[int] = set()
        self._scores: dict[str, set[int]] = defaultdict(set)
        self._pairs: list[tuple[str, str]] | None = None
        self._on_one: dict[tuple[str, str], bool] = {}
        roots = [unions.find(i) for i in range(len(claims))]
        documents: dict[int, set[str]] = defaultdict(set)
        for root, claim in zip(roots, claims, strict=True):
            documents[root].add(claim.document)
        for root, claim in zip(roots, claims, strict=True):
            if len(documents[root]) > 1:
                self.by_document[claim.document].add(root)
                self._by_sentence[claim.document, claim.sentence].add(root)
                if _is_telling(claim):
                    self._telling.add(root)
                if claim.kind == "date":
                    self._dated.add(root)
                elif claim.attribute == SCORE:
                    self._scores[claim.document].add(root)

    def links(self, document: str) -> set:
        """What leads from a document to others on its event: the facts, and the people whom it names in full."""
        return self.by_document.get(document, set()) | self._contexts.documents.people(document)

    def of_sentences(self, a: Claim, b: Claim) -> set[int]:
        """The facts that the sentences of two claims agree on."""
        return self._by_sentence[a.document, a.sentence] & self._by_sentence[b.document, b.sentence]

    def of_one_time(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences agree on a day or year: then "12 last year" is no earlier figure than "15 in 2009"."""
        return not self._dated.isdisjoint(self.of_sentences(a, b))

    def one_match(self, a: str, b: str) -> bool:
        """Whether two documents give one final score."""
        return not self._scores[a].isdisjoint(self._scores[b])

    def one_event(self, a: str, b: str) -> bool:
        """Whether two documents share so many facts that they can only be on one event."""
        key = (a, b) if a < b else (b, a)
        found = self._on_one.get(key)
        if found is None:
            found = self._on_one[key] = self._is_one_event(a, b, self.by_document[a] & self.by_document[b])
        return found

    def _is_one_event(self, a: str, b: str, shared: set[int]) -> bool:
        contexts = self._contexts
        if len(contexts.documents.people(a) & contexts.documents.people(b)) >= CAST and contexts.documents.days_between(a, b) <= LONG:
            return True
        if len(shared) < AGREED:
            return False
        if len(shared) == AGREED and shared.isdisjoint(self._telling) and contexts.documents.full_names(a).isdisjoint(contexts.documents.full_names(b)):
            return False
        if contexts.documents.related(a, b) or len(shared) >= MUCH:
            return True
        # Nobody is named whom both could name, but more facts are shared.
        return len(shared) > AGREED and not (contexts.documents.names(a) and contexts.documents.names(b))

    def pairs_on_one_event(self) -> list[tuple[str, str]]:
        """The pairs of documents on one event, in order; worked out when first asked for."""
        if self._pairs is None:
            by_fact: dict[int, list[str]] = defaultdict(list)
            for document, held in sorted(self.by_document.items()):
                for root in held:
                    if len(by_fact[root]) < HEARD:
                        by_fact[root].append(document)
            agreed = Counter(pair for held in by_fact.values() for pair in combinations(held, 2))
            self._pairs = [pair for pair, n in sorted(agreed.items()) if n >= AGREED and self.one_event(*pair)]
        return self._pairs


def _is_telling(claim: Claim) -> bool:
    """Whether a fact that two documents share is seldom the same by chance: a figure like no other, or the very day."""
    if claim.kind == "date":
        return claim.value.grain == "day" and claim.value.start is not None and claim.value.start == claim.value.end
    return telling(claim) > 0
