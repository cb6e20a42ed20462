"""Firsts: "the first foreign visit since the election" against "the first foreign trip since being sworn in".

Why it matters: a first is a claim about everything that did not happen before, and the span it speaks of is the claim.
Conflict: never so far; the two spans are told, with the stronger claim first.
Silent: firsts of two people or of two things.
"""

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.model.claim import Claim
from factcheck.model.finding import COMPATIBLE, Finding


def find(case: Case) -> Iterable[Finding]:
    """One finding for every first that documents tell of different spans."""
    firsts: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("ordinal"):
        if claim.value.written_value == 1 and claim.detail.since and claim.zone == "body":
            firsts[claim.attribute, claim.detail.modifiers].append(claim)
    for key in sorted(firsts):
        claims = firsts[key]
        first = claims[0]
        same = [c for c in claims if case.related(first, c) and _one_subject(case, first, c)]
        spans = {c.detail.since for c in same}
        if len({c.document for c in same}) < 2 or len(spans) < 2:
            continue
        order = sorted(spans)
        other = next(c for c in same if c.detail.since != first.detail.since)
        because = [f"{c.document} counts from “{' '.join(c.detail.since)}”" for c in (first, other)]
        because.append("the claim that counts from the earlier day says more")
        message = f"{first.document} says {quoted(first)}, {other.document} {quoted(other)}: firsts of two spans"
        yield case.finding("first-since", COMPATIBLE, message, because, same, sides=[order.index(c.detail.since) for c in same], attribute=first.attribute)


def _one_subject(case: Case, a: Claim, b: Claim) -> bool:
    return a.subject == b.subject if a.subject and b.subject else bool(case.names(a) & case.names(b))


RULE = Rule("first-since", "firsts that count from different days", find)
