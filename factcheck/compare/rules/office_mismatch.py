"""Offices and who holds them: the same title told of one person, and how it stands: interim, incumbent, former.

Why it matters: titles date a story, and a person who is interim head in one and in office in another is of two times.
Conflict: never so far; courtesy and habit keep titles alive, so that two of them are seldom an error.
Silent: two titles of one person, two people of one title, a title with and without "former".
"""

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days, quoted
from factcheck.model.claim import Claim
from factcheck.model.document import WrittenOn
from factcheck.model.finding import AGREEMENT, COMPATIBLE, DIFFERENT_EVENT, Finding

NAME = "office-mismatch"


def find(case: Case) -> Iterable[Finding]:
    """One finding for each office of a person that several documents tell, and for each pair of times."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims_of("role"):
        if claim.subject and claim.zone == "body":
            held[claim.subject, claim.value.title].append(claim)
    for person, title in sorted(held):
        first = held[person, title][0]
        bodies = {c.value.of for c in held[person, title] if c.value.of}
        if len(bodies) > 1:
            continue  # the president of one country is not that of another, whose name is the same
        claims = [c for c in held[person, title] if case.related(first, c)]
        by_status: dict[str | None, list[Claim]] = defaultdict(list)
        seen: set[tuple[str, str | None]] = set()
        for claim in claims:
            key = (claim.document, claim.value.status)
            if key not in seen:
                seen.add(key)
                by_status[claim.value.status].append(claim)
        yield from _agreed(case, person, title, by_status)
        yield from _of_two_times(case, person, title, by_status)


def _agreed(case: Case, person: str, title: str, by_status: dict[str | None, list[Claim]]) -> Iterable[Finding]:
    """The office with one status, and the places that name it without any, where their times can be one."""
    plain = by_status.get(None, [])
    statuses = sorted(s for s in by_status if s is not None) or [None]
    for status in statuses:
        same = by_status[status]
        others = [c for c in plain if status is not None and not _apart(case, c, same[0]) and c.document not in {s.document for s in same}]
        told = [*same, *others]
        if len({c.document for c in told}) < 2:
            continue
        message = f"{len({c.document for c in told})} documents name {person.title()} {' '.join(filter(None, (status, title)))}: {quoted(told[0])}"
        verdict = COMPATIBLE if others else AGREEMENT
        because = ("one leaves out how the office stands",) if others else ("one office of one person",)
        yield case.finding(NAME, verdict, message, because, told, sides=[0] * len(same) + [1] * len(others), attribute=f"office of {person.title()}")


def _of_two_times(case: Case, person: str, title: str, by_status: dict[str | None, list[Claim]]) -> Iterable[Finding]:
    """Two statuses of one office, told by documents that cannot be of one time."""
    statuses = sorted(s for s in by_status if s is not None)
    for n, one in enumerate(statuses):
        for two in statuses[n + 1 :]:
            a, b = by_status[one][0], by_status[two][0]
            if not _apart(case, a, b):
                continue
            message = f"{a.document} calls {person.title()} {one} {title}, {b.document} {two} {title}: of two times"
            because = [f"{c.document} was written {days(case.documents[c.document].date)}" for c in (a, b)]
            claims = [*by_status[one], *by_status[two]]
            sides = [0] * len(by_status[one]) + [1] * len(by_status[two])
            yield case.finding(NAME, DIFFERENT_EVENT, message, because, claims, sides=sides, attribute=f"office of {person.title()}")


def _apart(case: Case, a: Claim, b: Claim) -> bool:
    """Whether the documents of two claims cannot have been written within one year."""
    one, two = case.documents[a.document].date, case.documents[b.document].date
    return bool(one and two) and (_long_before(one, two) or _long_before(two, one))


def _long_before(one: WrittenOn, two: WrittenOn) -> bool:
    return one.end is not None and two.start is not None and (two.start - one.end).days > 366


RULE = Rule(NAME, "offices of one person, and how they stand", find)
