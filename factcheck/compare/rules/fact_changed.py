"""In `diff`: a fact that two versions of one document tell differently, or that only one of them has. Facts, not lines.

Why it matters: a correction that changes a number, and a rewrite that drops one, look alike in a text comparison.
Conflict: never; the versions are told as changed, added or removed. A change that says more is hardened ("at least 12" to "12"),
one that says less softened ("killed" to "died", or a source named for what was told outright).
Silent: sentences that were moved or reworded with their facts unchanged.
"""

from collections.abc import Iterable, Iterator

from factcheck.compare.case import Case, part_of_one
from factcheck.compare.firmness import HARDENED, of_telling, of_values
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted, step
from factcheck.model.claim import Claim
from factcheck.model.finding import ADDED, CHANGED, REMOVED, WARNING, Finding

NAME = "fact-changed"
FIGURES = ("age", "count", "duration", "measure", "money", "percent")
COMPARED = ("age", "count", "date", "duration", "measure", "money", "number", "ordinal", "percent", "quotation", "role", "time")


def find(case: Case) -> Iterable[Finding]:
    """Changed facts, then those that went, then those that came."""
    old, new = [], []
    for kind in COMPARED:
        for claim in case.claims_of(kind):
            if claim.zone in ("body", "headline") and claim.attribute != "url-date":
                (new if claim.document in case.drafts else old).append(claim)
    settled: set[int] = set()
    for kind in COMPARED:
        for fact in case.facts_of(kind):
            before = [c for c in fact.claims if c.document not in case.drafts]
            after = [c for c in fact.claims if c.document in case.drafts]
            if not before or not after or id(before[0]) in settled or id(after[0]) in settled:
                continue
            settled.update(map(id, (*before, *after)))
            found = _changed(case, before[0], after[0], fact.because)
            if found is not None:
                yield found
    gone, come = _left_over(old, new, settled), _left_over(new, old, settled)
    for a, b in _paired(case, gone, come):
        settled.update((id(a), id(b)))
        found = _changed(case, a, b, ("each version has one such figure, in sentences that share their words",))
        if found is not None:
            yield found
    settled.update(id(c) for found in (gone, come) for c in found if c.kind == "time" and part_of_one(c, (o for o in found if o.kind == "date" and id(o) not in settled)))
    for claim in gone:
        if id(claim) in settled:
            continue
        because = ("the new version has no such claim",)
        # The draft's place is not known: nothing stands there any more.
        yield _told("dropped", case.finding(NAME, REMOVED, f"{quoted(claim)} is gone", because, [claim], attribute=claim.attribute, severity=WARNING))
    for claim in come:
        if id(claim) in settled:
            continue
        yield _told("added", case.finding(NAME, ADDED, f"{quoted(claim)} is new", ("the old version has no such claim",), [claim], attribute=claim.attribute))


def _paired(case: Case, gone: list[Claim], come: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Figures that only changed: the one of its attribute and subject in either version, in sentences that share their words."""
    slots: dict[tuple, tuple[list[Claim], list[Claim]]] = {}
    for side, claims in enumerate((gone, come)):
        for claim in claims:
            if claim.kind in FIGURES and claim.attribute not in ("", claim.kind):
                slots.setdefault((claim.kind, claim.attribute, claim.subject), ([], []))[side].append(claim)
    for left, right in slots.values():
        if len(left) == len(right) == 1:
            a, b = case.context(left[0]), case.context(right[0])
            if 2 * len(a & b) >= min(len(a), len(b)) > 0:
                yield left[0], right[0]


def _changed(case: Case, a: Claim, b: Claim, why_one: Iterable[str]) -> Finding | None:
    """What became of one fact that both versions tell; None if nothing did. why_one: the steps that make it one fact."""
    steps = (step(a, case.documents[a.document].date), step(b, case.documents[b.document].date))
    if a.value.key() != b.value.key():
        change = of_values(a, b)
        message, because = f"{quoted(a)} became {quoted(b)}", (*steps, *why_one)
    elif a.kind == "date":
        return None  # the fact that happened then is told of by itself
    else:
        told = of_telling(a, case.sentence(a), b, case.sentence(b))
        if told is None:
            return None
        change, why = told
        message, because = f"{quoted(a)} is told {'more' if change == HARDENED else 'less'} firmly", (why, *why_one)
    found = case.finding(NAME, CHANGED, message, because, [a, b], sides=[0, 1], attribute=a.attribute, severity=WARNING)
    return _told(change or "changed", found)


def _told(change: str, finding: Finding) -> Finding:
    finding.change = change
    return finding


def _left_over(claims: list[Claim], others: list[Claim], settled: set[int]) -> list[Claim]:
    """The claims of one version whose value, on the same attribute, the other version does not hold."""
    held = {(c.kind, c.attribute, c.value.key()) for c in others}
    return [c for c in claims if id(c) not in settled and (c.kind, c.attribute, c.value.key()) not in held]


RULE = Rule(NAME, "facts that differ between two versions of one document", find, commands=("diff",))
