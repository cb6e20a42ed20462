"""Claims that are the only ones of their sort in each of two documents on one event.

Two papers that agree on several figures and days of an event, and each of which gives one length of the sentence, one number of
seats, one final score, mean one thing by it, if the sentences share but a few words or names. By those words alone the clash of
the two would seldom show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.align.beside import made
from factcheck.align.context import Contexts
from factcheck.align.figures import noughts_apart, of_one_size
from factcheck.align.same_times import at_nightfall
from factcheck.align.shared_facts import SharedFacts
from factcheck.align.sorts import AT_LEAST, BOUNDS, MADE, Sorts
from factcheck.align.states import States
from factcheck.align.two_figures import MISPRINTED, OF_A_STORY, TwoFigures, is_nobody
from factcheck.align.unions import Unions
from factcheck.model.claim import Claim
from factcheck.relation import DISJOINT, common_unit, values

TRIED = 6  # other values that one is held against
HEARD = 24  # documents that one shared fact leads to


class SoleClaims:
    """Finds them, and says of two whether they are on one fact."""

    def __init__(self, claims: Sequence[Claim], attributes: Sequence[str], unions: Unions, contexts: Contexts, states: States, shared: SharedFacts) -> None:
        """claims, attributes: as they are gathered into facts; unions: what is joined already; shared: what it shows."""
        self._claims = claims
        self._unions = unions
        self._contexts = contexts
        self._facts = shared
        self._two = TwoFigures(contexts, states, shared)
        self._said: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        self._days: dict[str, set[tuple]] = defaultdict(set)
        self._sorts = Sorts(attributes, contexts)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Indexes of two claims on one fact that are not joined yet, or that clash although a looser one has joined them."""
        for claim in self._claims:
            if claim.kind == "date":
                self._days[claim.document].add(claim.value.key())
            else:
                self._said[claim.document, claim.kind, common_unit(claim.value.unit)].append(claim)
        met: dict[tuple, list[int]] = defaultdict(list)
        for (document, *key), i in self._sole().items():
            for root in self._facts.links(document):
                found = met[root, *key]
                if len(found) < HEARD:
                    found.append(i)
        told: set[tuple[int, int]] = set()
        for found in met.values():
            by_value: dict[tuple, int] = {}
            for i in found:
                for j in list(by_value.values())[:TRIED]:
                    if (j, i) not in told:
                        told.add((j, i))
                        if (self._unions.find(i) != self._unions.find(j) or self._clash(i, j)) and self._of_one(i, j):
                            yield j, i
                by_value.setdefault(self._claims[i].value.key(), i)

    def _clash(self, i: int, j: int) -> bool:
        """Whether two that a third, looser one has joined cannot both be true: that needs a reason of its own."""
        return values(self._claims[i].value, self._claims[j].value) == DISJOINT

    def _sole(self) -> dict[tuple, int]:
        """By document and what a claim is of, the claim, where the document's own text has no other with another value."""
        found: dict[tuple, int] = {}
        several: set[tuple] = set()
        seen: set[int] = set()
        for i, claim in enumerate(self._claims):
            first = id(claim) not in seen
            seen.add(id(claim))
            for key in self._sorts.of(i, claim, first):
                whole = (claim.document, *key)
                other = found.setdefault(whole, i)
                if self._claims[other].value.key() != claim.value.key():
                    several.add(whole)
        return {key: i for key, i in found.items() if key not in several}

    def _of_one(self, i: int, j: int) -> bool:
        a, b, two = self._claims[i], self._claims[j], self._two
        if a.document == b.document or not self._facts.one_event(a.document, b.document):
            return False
        if two.of_others(a, b) or not two.of_one_sort(a, b) or not two.share_enough(a, b):
            return False
        if a.kind == "date":
            return self._are_days_of_one(a, b)
        if two.of_another_thing(a, b) or two.of_another_time(a, b):
            return False
        if values(a.value, b.value) != DISJOINT or is_nobody(a, b):
            return True
        if a.value.hedge in AT_LEAST or b.value.hedge in AT_LEAST:
            return False
        return (of_one_size(a, b) or a.attribute in OF_A_STORY or (noughts_apart(a, b) and two.shared(a, b) >= MISPRINTED)) and not self._gives(b.document, a) and not self._gives(a.document, b)

    def _are_days_of_one(self, a: Claim, b: Claim) -> bool:
        """Whether two days that clash, of which neither document gives the other's, are of one person's happening.

        Both documents have to be dated, for else their weekdays are of any week. The year in which a ship was built needs neither.
        """
        contexts = self._contexts
        if b.value.key() in self._days[a.document] or a.value.key() in self._days[b.document]:
            return False
        if a.value.grain == b.value.grain == "year" and self._sorts.own_happening(a) in MADE:
            return made(a, contexts) == made(b, contexts) != "" and values(a.value, b.value) == DISJOINT
        if contexts.written(a) is None or contexts.written(b) is None:
            return False
        people = contexts.names(a) & contexts.names(b) & self._sorts.people(a) & self._sorts.people(b)
        return bool(people) and contexts.is_plan(a) == contexts.is_plan(b) and values(a.value, b.value) == DISJOINT and not at_nightfall(a, b)

    def _gives(self, document: str, claim: Claim) -> bool:
        """Whether a document gives a claim's figure of anything else; "more than 30" is 142 of nothing, and "at least 30 dead" not
        the 84 of another year."""
        unit = common_unit(claim.value.unit)
        said = self._said.get((document, claim.kind, unit), [])
        if claim.kind == "count":  # "12 priests in Varn and 21 in Sund"
            said = said + self._said.get((document, "number", unit), [])
        said = [c for c in said if getattr(getattr(c.detail, "number", c.detail), "form", "") != "vague"]  # "tens of thousands" gives nothing
        return any(values(claim.value, other.value) != DISJOINT and (other.value.hedge in BOUNDS or (other.attribute in (claim.attribute, "number") and _is_near(claim, other))) for other in said)


def _is_near(a: Claim, b: Claim) -> bool:
    """Whether neither figure is twice the other."""
    one, two = (c.value.written_value for c in (a, b))
    return not one or not two or max(one, two) < 2 * min(one, two)
