"""Days that two documents on one event give for one doing: "was arrested on 12 May 2019", "police arrested him on 21 May 2019".

A date belongs to the verb beside it. Where both documents have that verb with one date only, the words and names beside it are
shared, and neither document knows the other's day, the two are meant of one doing, if nothing says that one of them was planned,
put off, or one of several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.align.clauses import Clause, Clauses, one_act, shared_weight
from factcheck.align.context import Contexts
from factcheck.align.same_times import at_nightfall, told_after
from factcheck.align.shared_facts import SharedFacts
from factcheck.align.states import States
from factcheck.align.stems import content_stem
from factcheck.lexicon.places import is_place
from factcheck.model.claim import ASSERTED, Claim
from factcheck.relation import DISJOINT, SAME, values

FORMS = ("calendar", "weekday", "day")
FIGURES = ("count", "measure", "money", "percent")
GRAINS = ("day", "month", "year")
LEAST = 4
SHARE = 0.5  # of the shorter clause's words and names
SURE, SURE_SHARE = 6, 0.6  # two clauses so alike tell of one doing even where the day of the other is told of something else
MOST = 60  # dates of a document that are looked at
WEEKDAYS_APART = 5  # days; more is another week


class RivalDates:
    """Finds them."""

    def __init__(self, claims: Sequence[Claim], contexts: Contexts, states: States, shared: SharedFacts) -> None:
        """claims: as they are gathered into facts; shared: the facts that documents share."""
        self._contexts = contexts
        self._states = states
        self._facts = shared
        self._claims = claims
        self._held: dict[str, dict[int, int]] = {}
        self._clauses: dict[str, list[tuple[int, Clause]]] = {}
        self._reader = Clauses(contexts)
        self._figures: dict[tuple[str, int], list[Claim]] = defaultdict(list)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Indexes of two claims on one doing whose days clash."""
        for a, b in self._facts.pairs_on_one_event():
            dates_a, dates_b = self._dates(a), self._dates(b)
            for i, one in dates_a:
                for j, two in dates_b:
                    if self._is_plain(one.claim) and self._is_plain(two.claim) and self._of_one(one, two, dates_a, dates_b):
                        yield i, j

    def _dates(self, document: str) -> list[tuple[int, Clause]]:
        """The dates of a document's own text with their clauses."""
        if not self._held:
            for i, claim in enumerate(self._claims):
                if claim.kind == "date" and claim.zone == "body" and claim.attribute != "url-date":
                    self._held.setdefault(claim.document, {}).setdefault(id(claim), i)
        found = self._clauses.get(document)
        if found is None:
            held = [(i, self._claims[i]) for i in self._held.get(document, {}).values()][:MOST]
            spans = sorted({(c.start, c.end) for _, c in held})
            found = self._clauses[document] = [(i, self._reader.of(c, spans)) for i, c in held if c.value.start is not None]
        return found

    def _names_weekday(self, document: str, claim: Claim) -> bool:
        """Whether a document of which nobody knows the day names a claim's weekday, too: it then tells of the same "Sunday"."""
        held = (self._claims[i] for i in self._held.get(document, {}).values())
        return claim.detail.form == "weekday" and any(c.value.start is None and c.detail.form == "weekday" and c.detail.weekday == claim.detail.weekday for c in held)

    def _is_plain(self, claim: Claim) -> bool:
        """Whether it is one day, month or year that something happened on, or is to."""
        said = claim.detail
        if claim.zone != "body" or claim.mood != ASSERTED or claim.value.start is None or claim.value.end is None:
            return False
        plain = said.bound is None and said.endpoint is None and not said.quoted and not said.attributive and not said.fiscal
        return plain and said.form in FORMS and claim.value.grain in GRAINS and said.other is None

    def _of_one(self, one: Clause, two: Clause, dates_a: list, dates_b: list) -> bool:
        a, b = one.claim, two.claim
        if not one_act(one, two) or one.turns != two.turns:
            return False
        if values(a.value, b.value) != DISJOINT or _of_two_weeks(a, b):
            return False
        both, weight, smaller = shared_weight(one, two)
        if not both and one.names and two.names and not all(map(is_place, one.names | two.names)):
            return False
        if any(self._contexts.documents.namesakes(a.document, b.document, name) and not self._first_names(a, b, name) & one.stems & two.stems for name in both):
            return False
        entire = int(weight >= smaller > 1)
        if weight + _slips(a, b) + entire < LEAST or weight < smaller * SHARE:
            return False
        sure = weight >= SURE and weight >= smaller * SURE_SHARE
        if self._names_weekday(b.document, a) or self._names_weekday(a.document, b):
            return False
        if any(self._several(x, own, others, sure) for x, own, others in ((one, dates_a, dates_b), (two, dates_b, dates_a))):
            return False
        contexts, states = self._contexts, self._states
        if self._figures_differ(a, b):
            return False
        if any(c.value.grain == "day" and contexts.written(c) is None and c.detail.year is None for c in (a, b)):
            return False
        return contexts.is_plan(a) == contexts.is_plan(b) and not at_nightfall(a, b) and not told_after(a, b, contexts) and not contexts.opposite(a, b) and not states.other_turn(a, b)

    def _figures_differ(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences give two figures of one thing as well: then each is told of its own month or day."""
        if not self._figures:
            for claim in self._claims:
                if claim.kind in FIGURES:
                    self._figures[claim.document, claim.sentence].append(claim)
        one, two = (self._figures.get((c.document, c.sentence), ()) for c in (a, b))
        return any(x.attribute == y.attribute and values(x.value, y.value) == DISJOINT for x in one for y in two) and not any(values(x.value, y.value) == SAME for x in one for y in two)

    def _first_names(self, a: Claim, b: Claim, surname: str) -> set[str]:
        """Stems of what stands before a surname in the full names of two documents."""
        held = (name.split() for name in self._contexts.documents.full_names(a.document) | self._contexts.documents.full_names(b.document))
        return {content_stem(part) for parts in held if parts[-1] == surname for part in parts[:-1]}

    def _several(self, clause: Clause, own: list[tuple[int, Clause]], others: list[tuple[int, Clause]], sure: bool) -> bool:
        """Whether its document gives another day of such a doing by the same people, or the other document knows its day.

        sure: the two clauses are so alike that another thing may have happened on that day.
        """
        for _, other in own:
            if one_act(clause, other) and other.claim.value.grain == clause.claim.value.grain and values(other.claim.value, clause.claim.value) == DISJOINT:
                if not other.names or not clause.names or other.names & clause.names:
                    return True
        known = clause.claim.value.key()
        return any(other.claim.value.key() == known and (not sure or len(other.stems & clause.stems) > 1 or clause.act in other.stems) for _, other in others)


def _of_two_weeks(a: Claim, b: Claim) -> bool:
    """Whether two days, of which one is told by its weekday only, may be of two weeks, in which such a thing happened twice."""
    if a.detail.form == b.detail.form == "weekday" and a.detail.weekday == b.detail.weekday:
        return True  # of which week it is told is less sure than the day
    return "weekday" in (a.detail.form, b.detail.form) and abs((a.value.start - b.value.start).days) > WEEKDAYS_APART


def _slips(a: Claim, b: Claim) -> int:
    """How much two dates look like a slip of the pen: both written out, and but one of day, month and year differs, or a year's digits
    are swapped."""
    if a.detail.form != "calendar" or b.detail.form != "calendar" or a.value.grain != b.value.grain:
        return 0
    if a.value.grain == "year":
        return int(sorted(str(a.value.start.year)) == sorted(str(b.value.start.year)))
    told = [(c.value.start.day, c.value.start.month, c.value.start.year) for c in (a, b)]
    return int(sum(x != y for x, y in zip(*told, strict=True)) == 1)
