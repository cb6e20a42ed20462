"""Terms of office: a re-election, and an inauguration for a numbered term, are steps of one succession.

Why it matters: "re-elected" and "sworn in for a second term" support each other, though no word is the same.
Conflict: never; numbered terms that differ are told by ordinal-mismatch.
Silent: elections of two people, or of times that cannot be one.
"""

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.model.claim import Claim
from factcheck.model.finding import COMPATIBLE, Finding


def find(case: Case) -> Iterable[Finding]:
    """One finding for every person whose re-election and later term several documents tell."""
    people: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("happening"):
        if claim.value.ordinal is not None and claim.subject and claim.zone == "body":
            people[claim.subject].append(claim)
    for person in sorted(people):
        claims = people[person]
        told = [c for c in claims if case.related(claims[0], c)]
        exact = {c.value.ordinal for c in told if not _at_least(c)}
        least = max((c.value.ordinal for c in told if _at_least(c)), default=0)
        if len({c.document for c in told}) < 2 or len({c.text.lower() for c in told}) < 2 or len(exact) != 1 or min(exact) < least:
            continue
        a = next(c for c in told if _at_least(c)) if least else told[0]
        b = next(c for c in told if c.document != a.document)
        because = (f"a re-election leads to at least the {least or 2}nd term", f"{quoted(b)} is of term {min(exact)}")
        message = f"{a.document} says {quoted(a)}, {b.document} {quoted(b)}: steps of one succession"
        yield case.finding("term-succession", COMPATIBLE, message, because, told, sides=[0 if _at_least(c) else 1 for c in told], attribute="order of term")


def _at_least(claim: Claim) -> bool:
    """Whether the number is only implied, by a re-election that does not say to which term it leads."""
    return "term" not in claim.text.lower()


RULE = Rule("term-succession", "re-elections and numbered terms that fit each other", find)
