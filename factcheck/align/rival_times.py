"""Times of day that two documents on one event give for one doing: "took off at 5:20 a.m.", "the flight took off at 5:35 a.m.".

As with days, a time belongs to the verb beside it; both documents must have that verb with one time only. Documents of which nothing
else shows that they are on one event do so by the day that they agree on, for the times beside that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.align.clauses import Clause, Clauses, one_act, shared_weight
from factcheck.align.context import Contexts
from factcheck.align.frames import times_inside
from factcheck.align.shared_facts import SharedFacts
from factcheck.align.states import States
from factcheck.align.unions import Unions
from factcheck.lexicon.places import is_place
from factcheck.model.claim import ASSERTED, Claim
from factcheck.relation import DISJOINT, values

LEAST = 4  # what two clauses must share, see `clauses`
SHARE = 0.5  # of the lighter of them
HEARD = 24  # times beside one day that are held against each other
MOST = 40  # times of a document that are looked at
NOON = 720  # minutes that lie between two times of one day at most: more is the night between two days


class RivalTimes:
    """Finds them."""

    def __init__(self, claims: Sequence[Claim], contexts: Contexts, states: States, shared: SharedFacts, unions: Unions) -> None:
        """claims: as they are gathered into facts; shared: the facts that documents share; unions: what is joined already."""
        self._contexts = contexts
        self._states = states
        self._facts = shared
        self._held: dict[str, list[int]] = defaultdict(list)
        self._claims = claims
        self._unions = unions
        self._clauses: dict[str, list[tuple[int, Clause]]] = {}
        self._reader = Clauses(contexts)
        for i, claim in enumerate(claims):
            if claim.kind == "time" and claim.zone == "body" and len(self._held[claim.document]) < MOST:
                self._held[claim.document].append(i)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Indexes of two claims on one doing whose times clash."""
        if len(self._held) < 2:
            return
        told: set[tuple[int, int]] = set()
        for a, b in self._facts.pairs_on_one_event():
            if a in self._held and b in self._held:
                yield from self._clashing(a, b, self._times(a), self._times(b), told)
        by_day: dict[int, list[int]] = defaultdict(list)
        for date, time in times_inside(self._claims).items():
            found = by_day[self._unions.find(date)]
            if len(found) < HEARD and time in self._held[self._claims[time].document]:
                found.append(time)
        for found in by_day.values():
            for i, j in combinations(found, 2):
                a, b = self._claims[i].document, self._claims[j].document
                if a != b:
                    yield from self._clashing(a, b, [t for t in self._times(a) if t[0] == i], [t for t in self._times(b) if t[0] == j], told)

    def _clashing(self, a: str, b: str, of_a: list[tuple[int, Clause]], of_b: list[tuple[int, Clause]], told: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Of some times of two documents the pairs on one doing that are not told yet."""
        for i, one in of_a:
            for j, two in of_b:
                if (i, j) not in told and self._of_one(one, two) and not self._several(one, self._times(a)) and not self._several(two, self._times(b)):
                    told.update(((i, j), (j, i)))
                    yield i, j

    def _times(self, document: str) -> list[tuple[int, Clause]]:
        """The times of day in a document's own text with their clauses."""
        found = self._clauses.get(document)
        if found is None:
            held = [(i, self._claims[i]) for i in self._held[document]]
            spans = sorted((c.start, c.end) for _, c in held)
            found = self._clauses[document] = [(i, self._reader.of(c, spans)) for i, c in held]
        return found

    def _of_one(self, one: Clause, two: Clause) -> bool:
        a, b = one.claim, two.claim
        if any(c.mood != ASSERTED or c.detail.bound for c in (a, b)) or not one_act(one, two) or one.turns != two.turns:
            return False
        if values(a.value, b.value) != DISJOINT or abs(a.value.written_value - b.value.written_value) > NOON:
            return False
        if a.detail.zone != b.detail.zone or self._on_other_days(a, b):
            return False
        both, weight, smaller = shared_weight(one, two)
        if not both and one.names and two.names and not all(map(is_place, one.names | two.names)):
            return False
        if weight + int(weight >= smaller > 1) < LEAST or weight < smaller * SHARE:
            return False
        return not self._contexts.opposite(a, b) and not self._states.other_turn(a, b)

    def _on_other_days(self, a: Claim, b: Claim) -> bool:
        """Whether their sentences tell of two days."""
        days = [c.event.when if c.event else None for c in (a, b)]
        return all(w is not None and w.start for w in days) and values(*days) == DISJOINT  # type: ignore[arg-type]

    def _several(self, clause: Clause, own: list[tuple[int, Clause]]) -> bool:
        """Whether its document gives another time for such a doing."""
        return any(one_act(clause, other) and values(other.claim.value, clause.claim.value) == DISJOINT and (not other.names or not clause.names or other.names & clause.names) for _, other in own)
