"""Where a body has its seat: "Varn-based Halden Foods", "Halden Foods, which is based in Sund".

Why it matters: two firms of like names are told apart by where they are.
Conflict: one body with two seats that are known to lie apart.
Silent: towns of which no table says how they lie; a document that names both places, for a firm moves and has several offices.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.lexicon.places import lie_apart, lies_in, same_place
from factcheck.model.attributes import SEAT
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, COMPATIBLE, CONFLICT, WARNING, Finding

NAME = "headquarters-mismatch"
MANY = 30  # claims on one body that are looked at


def find(case: Case) -> Iterable[Finding]:
    """One finding for each two seats of a body, and one for each seat that several documents name."""
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("place"):
        if claim.attribute == SEAT and claim.subject and claim.zone == "body" and len(held[claim.subject]) < MANY:
            held[claim.subject].append(claim)
    for body in sorted(held):
        by_place: dict[str, list[Claim]] = defaultdict(list)
        for claim in held[body]:
            by_place[claim.value.canonical].append(claim)
        for _, claims in sorted(by_place.items()):
            told = [c for c in claims if case.related(claims[0], c)]
            if len({c.document for c in told}) > 1:
                message = f"{len({c.document for c in told})} documents name one seat of {_printed(case, told[0])}: {quoted(told[0])}"
                yield case.finding(NAME, AGREEMENT, message, ("one place, by name",), told, attribute=SEAT)
        for (_, one), (_, two) in combinations(sorted(by_place.items()), 2):
            a, b = one[0], two[0]
            if a.document != b.document and case.related(a, b):
                yield from _two_seats(case, a, b)


def _printed(case: Case, claim: Claim) -> str:
    """The body of a claim on a seat as its document prints it, or its key where the two are not alike."""
    found = re.search(re.escape(claim.subject or ""), case.sentence(claim), re.IGNORECASE)
    return found[0] if found is not None else claim.subject or ""


def _two_seats(case: Case, a: Claim, b: Claim) -> Iterable[Finding]:
    one, two, body = a.value.text, b.value.text, _printed(case, a)
    if same_place(one, two) or lies_in(one, two) or lies_in(two, one):
        message = f"{a.document} says {quoted(a)}, {b.document} {quoted(b)}: one lies in the other"
        yield case.finding(NAME, COMPATIBLE, message, (f"{one} and {two} are told of the seat of {body}",), [a, b], sides=[0, 1], attribute=SEAT)
    elif lie_apart(one, two) and not any(other in case.documents[own.document].text for own, other in ((a, two), (b, one))):
        message = f"{a.document} has the seat of {body} at {quoted(a)}, {b.document} at {quoted(b)}"
        repairs = (f"{quoted(a)} is right", f"{quoted(b)} is right")
        yield case.finding(NAME, CONFLICT, message, (f"{one} and {two} are known to lie apart",), [a, b], sides=[0, 1], repairs=repairs, attribute=SEAT, severity=WARNING)


RULE = Rule(NAME, "one body with two seats that lie apart", find, kinds=("place",))
