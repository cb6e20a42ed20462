"""Comparison as a ladder: named rungs tried from the top; the one that holds gives the verdict and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from factcheck.compare.case import Case
from factcheck.compare.disputes import dispute
from factcheck.compare.other_groups import opposed, said_of_others
from factcheck.compare.steps import quoted, step
from factcheck.lexicon import words
from factcheck.model.claim import ASSERTED, DENIED, Claim
from factcheck.model.fact import PAIR, SENTENCE, Fact
from factcheck.model.finding import (
    AGREEMENT,
    COMPATIBLE,
    CONFLICT,
    DIFFERENT_EVENT,
    UNSUPPORTED,
    WARNING,
    Finding,
)
from factcheck.relation import DISJOINT, ENTAILS, INCOMPARABLE, SAME, values

FAMILY = 20  # children of one family
MANY = 40  # different values that are still compared each with each; beyond it neighbours in order are
SHOWN = 12  # steps told; the rest are counted


class Sides:
    """The claims of a fact sorted by value: one list for each, those with most documents first; strict as in relation;
    days: by document the one day it was written on, where that is known."""

    __slots__ = ("_relations", "days", "drafts", "groups", "strict")

    def __init__(self, groups: list[list[Claim]], strict: bool, days: Mapping[str, date] = MappingProxyType({}), drafts: Set[str] = frozenset()) -> None:
        self.groups = groups
        self.strict = strict
        self.days = days
        self.drafts = drafts
        self._relations: set[str] | None = None

    @property
    def relations(self) -> set[str]:
        """The relations between different values; several rungs ask for them, and they are worked out once."""
        if self._relations is None:
            firsts = [group[0].value for group in self.groups]
            if len(firsts) <= MANY:
                pairs: Iterable[tuple] = combinations(firsts, 2)
            else:
                ordered = sorted(firsts, key=str)
                pairs = zip(ordered, ordered[1:], strict=False)
            self._relations = {values(a, b, strict=self.strict) for a, b in pairs}
        return self._relations


class Rung(NamedTuple):
    """reason: what is true where the rung holds, in words; holds: its condition; verdict: what follows; severity: where it is
    not the verdict's own."""

    reason: str
    holds: Callable[[Sides], bool]
    verdict: str
    severity: str | None = None


def one_value(sides: Sides) -> bool:
    """All give the same value; "about 600" and "600" are one figure, written by two hands."""
    if sides.relations <= {SAME}:
        return True
    firsts = [group[0].value for group in sides.groups]
    return firsts[0].shape == "quantity" and firsts[0].written_value is not None and (
        len({(q.written_value, q.unit) for q in firsts}) == 1
        and all(q.hedge in (None, "about", "exactly") for q in firsts)
        and not any(_is_range(group[0]) for group in sides.groups)
    )


def _is_range(claim: Claim) -> bool:
    """Whether it was told as a range, of which the written value is one end only."""
    return getattr(getattr(claim.detail, "number", claim.detail), "form", "") == "range"


def none_apart(sides: Sides) -> bool:
    """Every two values can both be true."""
    return not sides.relations & {DISJOINT, INCOMPARABLE}


def overstated(sides: Sides) -> bool:
    """A draft says more than any source does: "over 400" where they have "over 380", a month where they have the year.

    Not so where both give one figure, as "12" and "at least 12" do.
    """
    own = [g[0].value for g in sides.groups if any(c.document in sides.drafts for c in g)]
    others = [g[0].value for g in sides.groups if any(c.document not in sides.drafts for c in g)]
    if len(own) != 1 or not others:
        return False
    figure = getattr(own[0], "written_value", None)
    return all(values(own[0], v, strict=sides.strict) == ENTAILS and (figure is None or figure != v.written_value) for v in others)


def some_apart(sides: Sides) -> bool:
    """Two values cannot both be true."""
    return DISJOINT in sides.relations


LADDER = (
    Rung("both give the same value", one_value, AGREEMENT),
    Rung("the draft says more than the sources do", overstated, UNSUPPORTED),
    Rung("one is worded more loosely than the other; both can be true", none_apart, COMPATIBLE),
    Rung("no value satisfies both", some_apart, CONFLICT),
)


def _by_day(sides: Sides) -> list[tuple[date, list]]:
    """The values told on each day of writing, in order; none where a value is told by undated documents only, or can never grow.

    A document without a date adds nothing where a dated one says the same.
    """
    dated = [[c for c in g if c.document in sides.days] for g in sides.groups]
    if not all(dated) or any(g[0].value.low is None or _is_fixed(g[0]) for g in sides.groups):
        return []
    by_day: dict[date, list] = {}
    for group in dated:
        for claim in group:
            by_day.setdefault(sides.days[claim.document], []).append(claim.value)
    return sorted(by_day.items())


def _is_fixed(claim: Claim) -> bool:
    """Whether it counts what does not become more from one day to the next, as a toll does."""
    few = claim.attribute in words("families", "fixed.few") and claim.value.low <= FAMILY
    return few or claim.attribute in words("families", "fixed.attributes")


def grown(sides: Sides) -> bool:
    """The figure only rose from one day of writing to the next, as a toll does: an update, no contradiction."""
    told = _by_day(sides)
    if len(told) < 2 or any(values(a, b, strict=sides.strict) == DISJOINT for _, same in told for a in same[:MANY] for b in same[:MANY]):
        return False
    tops = [(min(v.low for v in found), max(v.low for v in found)) for _, found in told]
    return all(before[1] <= after[0] for before, after in zip(tops, tops[1:], strict=False))


def stale(sides: Sides) -> bool:
    """The figure rose, and a later document repeats one that had been told before it did."""
    told = _by_day(sides)
    if len(told) < 3:
        return False
    before: set = set()
    top = max(v.low for v in told[0][1])
    if min(v.low for v in told[0][1]) != top:
        return False
    for _, found in told:
        new = {v.low for v in found} - before
        if len(new) > 1 or any(low < top for low in new):
            return False
        top = max(top, *new) if new else top
        before |= new
    return len(before) > 1


RUNNING = (
    *LADDER[:3],
    Rung("the figure grew between the days on which the documents were written: an update", grown, COMPATIBLE),
    Rung("a later document repeats a figure that a newer one had replaced: it is stale", stale, COMPATIBLE, WARNING),
    LADDER[3],
)
"""The ladder for figures that grow while a story runs."""


def climb(sides: Sides, ladder: Sequence[Rung] = LADDER) -> Rung | None:
    """The first rung that holds, or None where the values cannot be compared."""
    return next((rung for rung in ladder if rung.holds(sides)), None)


def sort_sides(claims: Iterable[Claim], strict: bool, days: dict[str, date] | None = None, drafts: Iterable[str] = ()) -> Sides:
    """Group claims by equal value; most documents first, then by place, so that the order of input changes nothing."""
    groups: dict[tuple, list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.mood == DENIED, *claim.value.key()), []).append(claim)
    ordered = sorted(groups.values(), key=lambda g: (-len({c.document for c in g}), g[0].document, g[0].start))
    return Sides(ordered, strict, days or {}, frozenset(drafts))


def compare_facts(rule: str, kind: str, case: Case, ladder: Sequence[Rung] = LADDER) -> Iterable[Finding]:
    """Findings of a rule that compares the values of facts of one kind, and of pairs that only look alike."""
    for fact in case.facts_of(kind):
        found = _compare(rule, fact, case, ladder)
        if found is not None:
            yield found
            if found.verdict == COMPATIBLE and not case.drafts:
                yield from _agreed(rule, fact, case)
    for pair in case.lookalikes_of(kind):
        a, b = pair.a[0], pair.b[0]
        message = f"{a.document} says {quoted(a)}, {b.document} says {quoted(b)}: they look alike but speak of two events"
        because = [step(a, case.documents[a.document].date), step(b, case.documents[b.document].date), pair.reason]
        yield case.finding(
            rule, DIFFERENT_EVENT, message, because, [*pair.a, *pair.b], sides=[0] * len(pair.a) + [1] * len(pair.b), attribute=pair.attribute
        )


def _compare(rule: str, fact: Fact, case: Case, ladder: Sequence[Rung]) -> Finding | None:
    written = {c.document: case.documents[c.document].date for c in fact.claims}
    days = {d: w.start for d, w in written.items() if w is not None and w.start is not None and w.start == w.end}
    sides = sort_sides(fact.claims, fact.strength in (SENTENCE, PAIR), days, case.drafts)
    rung = climb(sides, ladder)
    if rung is None:
        return None
    firsts = [group[0] for group in sides.groups]
    if rung.verdict != CONFLICT and opposed(fact.claims, case):
        return None
    if len({c.mood == DENIED for c in firsts}) > 1 or (rung.verdict == CONFLICT and any(c.mood != ASSERTED for c in firsts)):
        return None  # what one denies and the other says is told by denied-claim, and what only may be is none
    if rung.verdict == CONFLICT and fact.kind == "date" and _by_anchor_only(firsts):
        return None
    if rung.verdict == CONFLICT and said_of_others(firsts, case):
        return None
    if rung.verdict == CONFLICT and (disputed := dispute(rule, fact, sides.groups, case)) is not None:
        return disputed
    because = [step(c, case.documents[c.document].date) for c in firsts[:SHOWN]]
    if len(firsts) > SHOWN:
        because.append(f"and {len(firsts) - SHOWN} further values")
    because += fact.because
    if rung.verdict == CONFLICT and sides.strict and not some_apart(Sides(sides.groups, strict=False)):
        because.append("here a figure is meant to its last digit")
    because.append(rung.reason)
    claims, numbers = [], []
    for n, group in enumerate(sides.groups):
        claims += group
        numbers += [n] * len(group)
    repairs = ()
    if rung.verdict == CONFLICT:
        repairs = tuple(f"{quoted(c)} is right, and the others are to be changed" for c in firsts[:2])
    return case.finding(rule, rung.verdict, _message(sides, rung), because, claims, sides=numbers, repairs=repairs, attribute=fact.attribute, severity=rung.severity)


def _agreed(rule: str, fact: Fact, case: Case) -> Iterable[Finding]:
    """Where a looser wording goes with it all, who gives the very same value; the whole is told beside it."""
    for group in sort_sides(fact.claims, fact.strength in (SENTENCE, PAIR)).groups:
        if len({c.document for c in group}) < 2:
            break  # those with most documents come first
        sides = Sides([group], True)
        yield case.finding(rule, AGREEMENT, _message(sides, LADDER[0]), [step(group[0], case.documents[group[0].document].date), LADDER[0].reason], group, attribute=fact.attribute)


def _by_anchor_only(firsts: list[Claim]) -> bool:
    """Whether the same relative words ("on Monday") differ only because their documents are of different days."""
    said = {(d.form, d.weekday, d.month, d.day, d.relation, d.unit, d.amount, d.name) for d in (c.detail for c in firsts)}
    return len(said) == 1 and not any(c.detail.is_complete for c in firsts)


def _message(sides: Sides, rung: Rung) -> str:
    first = sides.groups[0]
    if len(sides.groups) == 1:
        documents = sorted({c.document for c in first})
        who = documents[0] if len(documents) == 1 else f"{documents[0]} and {documents[1]}" if len(documents) == 2 else f"{len(documents)} documents"
        return f"{who} {'says' if len(documents) == 1 else 'say'} the same: {quoted(first[0])}"
    a, b = first[0], _clashing(sides) if rung.verdict == CONFLICT else sides.groups[1][0]
    if rung.verdict == CONFLICT:
        a = next(g[0] for g in sides.groups if g[0] is not b and values(g[0].value, b.value, strict=sides.strict) == DISJOINT)
    return f"{a.document} says {quoted(a)}, {b.document} says {quoted(b)}: {rung.reason}"


def _clashing(sides: Sides) -> Claim:
    """The first claim whose value goes apart from a side before it."""
    for n, group in enumerate(sides.groups[1:], 1):
        if any(values(g[0].value, group[0].value, strict=sides.strict) == DISJOINT for g in sides.groups[:n]):
            return group[0]
    return sides.groups[-1][0]
