"""Where it happened: two places for one happening, of which one may lie in the other.

Why it matters: "in the Kremlin" and "in Moscow" are one meeting told closely and loosely.
Conflict: "signed in Vienna" and "signed in Geneva" of one treaty and day; "was born in Oslo" and "born in Ghent" of one woman.
Silent: places that no table relates; two cities of one country; two days; a place that stands further off from what happened
there, for two places of one story are too often two scenes of it; a meeting of which one document names both places; her mother's birth.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.compare.case import Case
from factcheck.compare.one_time import one_time
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.compare.told_names import named, told_places
from factcheck.lexicon import table, words
from factcheck.lexicon.places import is_place, lie_apart, lies_in, same_place
from factcheck.model.attributes import SEAT
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, COMPATIBLE, CONFLICT, WARNING, Finding

NAME = "place-mismatch"
HELD = 30  # places of one kind of happening that a further one is held against
NEAR = 70  # characters before a place in which the verb stands that it belongs to
ALIKE = 4  # content words and names that two sentences share which name one place and one person more
KIN = 5  # words before a verb in which it is said whose birth or death it is
MOST_WORDS = 8  # from the verb to the place
_AGAIN = re.compile(r"\b(?:again|also|later|earlier|second|another|further|both)\b")
_GENERATION = re.compile(r"\b(?:Jr|Sr|II|III|[Jj]unior|[Ss]enior|the (?:elder|younger|Elder|Younger))\b")
_WORD = re.compile(r"\w+")
_APPOSED = re.compile(r",\s(?:[A-Z][\w'’-]{1,24}\s?){1,3},\s")  # the prime minister, Max Stern, in
_TWO_NAMES = re.compile(r"\b([A-Z][\w'’]+),? and (?=[A-Z])")


@cache
def once_verbs() -> dict[str, frozenset[str]]:
    """By family of happenings that take place once the words that a place directly behind them belongs to."""
    return {family: frozenset(found.split()) for family, found in table("happenings")["placed"].items()}


def find(case: Case) -> Iterable[Finding]:
    """One finding for every happening whose place several documents name."""
    by_attribute: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("place"):
        if claim.zone == "body" and claim.attribute != SEAT:
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
        yield from _elsewhere(case, attribute, by_attribute[attribute])
    if not case.drafts:  # that a source names the same place says nothing for what a draft says of it
        yield from _named_alike(case)


def _named_alike(case: Case) -> Iterator[Finding]:
    """One finding for the places that documents name in sentences on one thing."""
    for evidence in told_places(case):
        documents = sorted({e.document for e in evidence})
        finding = Finding(NAME, AGREEMENT, f"{len(documents)} documents name {named(evidence)}, in sentences on one thing", ("the sentences share the names, and what is told of them",), evidence, attribute="place")
        finding.independent_sources = case.independent(documents)
        yield finding


def _elsewhere(case: Case, attribute: str, claims: list[Claim]) -> Iterator[Finding]:
    """Two places that lie apart, for one thing that happens once."""
    verbs = once_verbs().get(attribute.removeprefix("place of "))
    if verbs is None or len({c.value.canonical for c in claims}) < 2:
        return
    governed = [c for c in claims if _is_governed(case, c, verbs)]
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for claim in governed:
        for name in case.names(claim):
            if len(by_name[name]) < HELD:
                by_name[name].append(claim)
    told: set[tuple[str, str, str, str]] = set()
    for name in sorted(by_name):
        found = by_name[name]
        for n, a in enumerate(found):
            for b in found[n + 1 :]:
                key = (a.document, b.document, a.value.canonical, b.value.canonical)
                if key not in told and lie_apart(a.value.text, b.value.text) and _one_thing(case, attribute, a, b) and not _both_in_one(claims, a, b):
                    told.add(key)
                    message = f"{a.document} says {quoted(a)}, {b.document} {quoted(b)}: neither place lies in the other"
                    because = (f"both tell of the {attribute}", f"{a.value.text} and {b.value.text} are known to lie apart")
                    repairs = (f"{quoted(a)} is right", f"{quoted(b)} is right")
                    yield case.finding(NAME, CONFLICT, message, because, [a, b], sides=[0, 1], repairs=repairs, attribute=attribute, severity=WARNING)


def _is_governed(case: Case, claim: Claim, verbs: frozenset[str]) -> bool:
    """Whether the place belongs to what happened: no clause begins between the verb and the place."""
    before = _APPOSED.sub(" ", case.documents[claim.document].text[max(0, claim.start - NEAR) : claim.start])
    before = _TWO_NAMES.sub(r"\1 ", before).lower()
    found = _WORD.findall(before[max((before.rfind(mark) for mark in ".;:,—–()"), default=-1) + 1 :])[-MOST_WORDS:]
    at = max((n for n, word in enumerate(found) if word in verbs), default=-1)
    if verbs & _of_a_life() and not words("persons", "relatives").isdisjoint(found[max(0, at - KIN) : at]):
        return False  # her mother was born in
    return at >= 0 and not {"and", "who", "which", "that", "after", "before", "while", "when", "to", "from", "not"} & set(found[at + 1 :])


@cache
def _of_a_life() -> frozenset[str]:
    return once_verbs()["birth"] | once_verbs()["death"]


def _one_thing(case: Case, attribute: str, a: Claim, b: Claim) -> bool:
    """Whether two places are told of one happening: of one person, for what a person does once, else of the same people."""
    if a.document == b.document or not case.related(a, b):
        return False
    one, two = ({n for n in case.names(c) if not is_place(n)} for c in (a, b))
    if attribute in ("place of birth", "place of death", "place of burial"):
        return len(one & two) >= 1 and len(one | two) == len(one & two) and not _of_two_generations(case, a, b)
    if attribute == "place of arrest":
        return len(one & two) >= 1 and len(one ^ two) <= 1 and one_time(case, a, b)
    if _names_both(case, a, b) or any(_AGAIN.search(case.sentence(c)) for c in (a, b)):
        return False  # two scenes of one visit
    return (len(one & two) >= 2 or (len(one & two) == 1 and len(one | two) == 1)) and one_time(case, a, b)


def _names_both(case: Case, a: Claim, b: Claim) -> bool:
    """Whether a document that tells of one place names the other one anywhere."""
    return any(other.value.text in case.documents[own.document].text for own, other in ((a, b), (b, a)))


def _of_two_generations(case: Case, a: Claim, b: Claim) -> bool:
    """Whether one sentence, and not the other, tells of a junior or of the second of a name."""
    return len({bool(_GENERATION.search(case.sentence(c))) for c in (a, b)}) > 1


def _both_in_one(claims: list[Claim], a: Claim, b: Claim) -> bool:
    """Whether one document tells such a thing of both places."""
    told = {(c.document, c.value.canonical) for c in claims}
    return (a.document, b.value.canonical) in told or (b.document, a.value.canonical) in told


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
    shared = len((case.names(a) & case.names(b)) - places)
    if shared == 1 and len(places) == 1:
        return case.related(a, b) and len(case.context(a) & case.context(b)) >= ALIKE and one_time(case, a, b)
    if shared < 2:
        return False
    when_a, when_b = a.event and a.event.when, b.event and b.event.when
    if not when_a or not when_b or not when_a.start or not when_b.start or not when_a.end or not when_b.end:
        return len(case.context(a) & case.context(b)) >= 6
    return when_a.start <= when_b.end and when_b.start <= when_a.end


RULE = Rule(NAME, "two places of one happening", find, kinds=("place", "name"))
