"""Where it happened: two places for one happening, of which one may lie in the other.

Why it matters: "in the Kremlin" and "in Moscow" are one meeting told closely and loosely.
Conflict: never so far; two places of one story are too often two scenes of it.
Silent: places that no table relates.
"""

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.lexicon.places import lies_in, same_place
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, COMPATIBLE, Finding

NAME = "place-mismatch"
HELD = 30  # places of one kind of happening that a further one is held against


def find(case: Case) -> Iterable[Finding]:
    """One finding for every happening whose place several documents name."""
    by_attribute: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("place"):
        if claim.zone == "body":
            by_attribute[claim.attribute].append(claim)
    for attribute in sorted(by_attribute):
        for group in _one_happening(case, by_attribute[attribute]):
            spelled = {c.value.canonical for c in group}
            a = group[0]
            if len(spelled) == 1:
                message = f"{len({c.document for c in group})} documents name the same place: {quoted(a)}"
                yield case.finding(NAME, AGREEMENT, message, ("one place, by name",), group, attribute=attribute)
                continue
            b = next(c for c in group if c.value.canonical != a.value.canonical)
            part, whole = (a, b) if lies_in(a.value.text, b.value.text) else (b, a)
            because = [f"{part.value.text} is known to lie in {whole.value.text}"] if not same_place(a.value.text, b.value.text) else [f"{a.value.text} and {b.value.text} are one place"]
            message = f"{a.document} says {quoted(a)}, {b.document} {quoted(b)}: one lies in the other"
            order = sorted(spelled)
            yield case.finding(NAME, COMPATIBLE, message, because, group, sides=[order.index(c.value.canonical) for c in group], attribute=attribute)


def _one_happening(case: Case, claims: list[Claim]) -> list[list[Claim]]:
    """Groups of claims on the place of one happening: names in common, days that can be one, places that go together."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (sorted(case.names(c)), c.text, c.document, c.start)):
        for group in groups[-HELD:]:
            first = group[0]
            if all(_go_together(claim, c) for c in group[:HELD]) and _same_event(case, claim, first):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return [sorted(g, key=lambda c: (c.document, c.start)) for g in groups if len({c.document for c in g}) > 1]


def _go_together(a: Claim, b: Claim) -> bool:
    one, two = a.value.text, b.value.text
    return a.value.canonical == b.value.canonical or same_place(one, two) or lies_in(one, two) or lies_in(two, one)


def _same_event(case: Case, a: Claim, b: Claim) -> bool:
    if a.document == b.document:
        return False
    places = {a.value.canonical, b.value.canonical}
    if len((case.names(a) & case.names(b)) - places) < 2:
        return False
    when_a, when_b = a.event and a.event.when, b.event and b.event.when
    if not when_a or not when_b or not when_a.start or not when_b.start or not when_a.end or not when_b.end:
        return len(case.context(a) & case.context(b)) >= 6
    return when_a.start <= when_b.end and when_b.start <= when_a.end


RULE = Rule(NAME, "two places of one happening", find)
