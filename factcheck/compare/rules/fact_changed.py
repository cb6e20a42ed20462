"""In `diff`: a fact that two versions of one document tell differently, or that only one of them has. Facts, not lines.

Why it matters: a correction that changes a number, and a rewrite that drops one, look alike in a text comparison.
Conflict: never; the versions are told as changed, added or removed.
Silent: sentences that were moved or reworded with their facts unchanged.
"""

from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted, step
from factcheck.model.claim import Claim
from factcheck.model.finding import ADDED, CHANGED, REMOVED, WARNING, Finding

NAME = "fact-changed"
COMPARED = ("age", "count", "date", "duration", "measure", "money", "number", "ordinal", "percent", "quotation", "role")


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
            a, b = before[0], after[0]
            settled.update(map(id, (*before, *after)))
            if a.value.key() != b.value.key():
                because = (step(a, case.documents[a.document].date), step(b, case.documents[b.document].date), *fact.because)
                yield case.finding(NAME, CHANGED, f"{quoted(a)} became {quoted(b)}", because, [a, b], sides=[0, 1], attribute=fact.attribute, severity=WARNING)
    for claim in _left_over(old, new, settled):
        because = ("the new version has no such claim",)
        # The draft's place is not known: nothing stands there any more.
        yield case.finding(NAME, REMOVED, f"{quoted(claim)} is gone", because, [claim], attribute=claim.attribute, severity=WARNING)
    for claim in _left_over(new, old, settled):
        yield case.finding(NAME, ADDED, f"{quoted(claim)} is new", ("the old version has no such claim",), [claim], attribute=claim.attribute)


def _left_over(claims: list[Claim], others: list[Claim], settled: set[int]) -> list[Claim]:
    """The claims of one version whose value, on the same attribute, the other version does not hold."""
    held = {(c.kind, c.attribute, c.value.key()) for c in others}
    return [c for c in claims if id(c) not in settled and (c.kind, c.attribute, c.value.key()) not in held]


RULE = Rule(NAME, "facts that differ between two versions of one document", find, commands=("diff",))
