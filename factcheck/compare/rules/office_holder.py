"""Two holders of one office: who was appointed, who is the mayor, as two documents of one week tell it.

Why it matters: whoever is named in another's office is congratulated, blamed or called by the wrong people.
Conflict: "Karin Ek was named chief executive of Lund Energy" and "Lund Energy's new chief executive, Boris Holm".
Silent: offices that several hold, such as senator; a former holder; documents of two times; a document that names both people;
an office of which not both say in what country or body it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from factcheck.compare.case import Case
from factcheck.compare.one_time import one_time
from factcheck.compare.people import APART, divide, plain, relation
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.lexicon import table, words
from factcheck.lexicon.places import same_place
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, WARNING, Finding

NAME = "office-holder"
MANY = 30  # claims on one office that are held against each other
PRESENT = frozenset((None, "new", "incumbent", "elect", "designate", "interim", "acting"))


def find(case: Case) -> Iterable[Finding]:
    """One finding for each two people in one office."""
    sole = _sole()
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims_of("role"):
        value = claim.value
        if value.of and value.holder and value.title in sole and value.status in PRESENT and claim.zone == "body":
            held[value.title, plain(value.of).removeprefix("the ")].append(claim)
    told: set[tuple[str, str, str]] = set()
    for key in sorted(held):
        claims = held[key][:MANY]
        for n, a in enumerate(claims):
            for b in claims[n + 1 :]:
                people = (key[0], *sorted((plain(a.value.holder), plain(b.value.holder))))
                if people in told or a.document == b.document or not _two_people(a, b) or not case.related(a, b):
                    continue
                if one_time(case, a, b) and not _names_both(case, a, b) and not any(_may_hold_it_no_more(case, c) for c in (a, b)):
                    told.add(people)  # type: ignore[arg-type]
                    yield _finding(case, key[0], a, b)


def _may_hold_it_no_more(case: Case, claim: Claim) -> bool:
    """Whether a sentence tells of an office that somebody held, will hold, or fills in for another."""
    return not words("persons", "not_now").isdisjoint(re.findall(r"[a-z]+", case.sentence(claim).lower()))


@cache
def _sole() -> frozenset[str]:
    return frozenset(table("roles")["exclusive"]["sole"])


def _two_people(a: Claim, b: Claim) -> bool:
    """Whether both are named in full and cannot be one."""
    one, two = (divide(plain(c.value.holder)) for c in (a, b))
    return bool(one and two) and relation(one, two) == APART and one.surname != two.surname and same_place(a.value.of, b.value.of)  # type: ignore[arg-type, union-attr]


def _names_both(case: Case, a: Claim, b: Claim) -> bool:
    """Whether a document names the other's holder anywhere."""
    for own, other in ((a, b), (b, a)):
        surname = plain(other.value.holder).split()[-1]
        if surname in plain(case.documents[own.document].text):
            return True
    return False


def _finding(case: Case, title: str, a: Claim, b: Claim) -> Finding:
    message = f"{a.document} has {a.value.holder} as {title} of {a.value.of}, {b.document} {b.value.holder}"
    because = (f"{quoted(a)} is said of {a.value.holder}", f"{quoted(b)} is said of {b.value.holder}", "one person holds the office at a time")
    repairs = (f"{a.value.holder} is right", f"{b.value.holder} is right")
    return case.finding(NAME, CONFLICT, message, because, [a, b], sides=[0, 1], repairs=repairs, attribute=f"holder of the office of {title}", severity=WARNING)


RULE = Rule(NAME, "two people in one office at one time", find, order=7, kinds=("role",))
