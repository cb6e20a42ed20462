"""Offices and who holds them: what documents say of one person's office, and how it stands: interim, incumbent, former.

Why it matters: titles date a story, and a person who is interim head in one and in office in another is of two times.
Conflict: "the mayor, Ana Reyes" in one copy of a sentence and "the governor, Ana Reyes" in the other; "then a district attorney"
and "then an assistant district attorney"; Senator and Representative Jonas Dahl of two papers of one week; the governor of a land who is its president in another paper.
Silent: two titles of one person that go together, or of two times; two people of one title; a title with and without "former";
an honour that somebody keeps who has left the office.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.compare.case import Case
from factcheck.compare.deputies import DEPUTY, called_head, head_and_deputy
from factcheck.compare.in_office import BESIDE, ONE_TERM, is_of_then, may_change, of_now
from factcheck.compare.one_time import days_between
from factcheck.compare.people import APART, SAME, divide, plain, relation
from factcheck.compare.portfolios import apart, full_title, one_order
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days, quoted
from factcheck.lexicon import table, words
from factcheck.lexicon.places import country_of, is_place
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, COMPATIBLE, CONFLICT, DIFFERENT_EVENT, WARNING, Finding

NAME = "office-mismatch"
MANY = 40  # offices of people of one surname that are held against each other
NEARBY = 160  # characters before and behind an office that show whether two sentences are one
TWIN = 7  # words that are the same there
_WORD = re.compile(r"\w+")


def find(case: Case) -> Iterable[Finding]:
    """One finding for each office of a person that several documents tell, for each pair of times, and for offices that clash."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    people: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("role"):
        if claim.subject and claim.zone == "body":
            held[claim.subject, one_order(claim.value.title)].append(claim)
            people[claim.subject].append(claim)
    for person, title in sorted(held):
        for claims in _of_one_person(case, held[person, title]):
            by_status: dict[str | None, list[Claim]] = defaultdict(list)
            seen: set[tuple[str, str | None]] = set()
            for claim in claims:
                key = (claim.document, claim.value.status)
                if key not in seen:
                    seen.add(key)
                    by_status[claim.value.status].append(claim)
            yield from _agreed(case, person, title, by_status)
            yield from _of_two_times(case, person, title, by_status)
    for person in sorted(people):
        yield from _clashing(case, person, people[person])


def _of_one_person(case: Case, claims: list[Claim]) -> list[list[Claim]]:
    """Claims on one title of people of one surname, by person: full names, bodies and documents that go together."""
    groups: list[list[Claim]] = []
    for claim in claims:
        group = next((g for g in groups[:MANY] if case.related(g[0], claim) and all(_one_holder(c, claim) for c in g[:MANY])), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return groups


def _one_holder(a: Claim, b: Claim) -> bool:
    """Whether two offices can be of one person: the president of one country is not that of another, whose name is the same."""
    one, two = (divide(plain(c.value.holder or "")) for c in (a, b))
    if one and two and relation(one, two) == APART:
        return False
    x, y = a.value.of, b.value.of
    if not x or not y or plain(x) == plain(y):
        return True
    land, other = country_of(x), country_of(y)
    return not (land and other and land != other)


def _agreed(case: Case, person: str, title: str, by_status: dict[str | None, list[Claim]]) -> Iterable[Finding]:
    """The office with one status, and the places that name it without any, where their times can be one."""
    plainly = by_status.get(None, [])
    statuses = sorted(s for s in by_status if s is not None) or [None]
    for status in statuses:
        same = by_status[status]
        heads = [c for c in plainly if called_head(case, c) and all(_at_once(case, c, d) for d in same[:MANY])] if status == DEPUTY else []
        if heads:
            yield head_and_deputy(case, NAME, person, heads, same)
            continue
        others = [c for c in plainly if status is not None and not _apart(case, c, same[0]) and c.document not in {s.document for s in same}]
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
    return days_between(case, a, b) > 366


def _clashing(case: Case, person: str, claims: list[Claim]) -> Iterator[Finding]:
    """Two offices of one person at one time; one finding for each two titles."""
    told: set[tuple[str, str]] = set()
    by_document: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        by_document[claim.document].add(full_title(claim))
    for n, a in enumerate(claims[:MANY]):
        for b in claims[n + 1 : MANY]:
            key = tuple(sorted((full_title(a), full_title(b))))
            if a.document == b.document or key[0] == key[1] or key in told or not _one_holder(a, b) or not case.related(a, b):
                continue
            why = _why(case, a, b, by_document)
            if why is not None:
                told.add(key)
                yield _conflict(case, person, a, b, why)


def _why(case: Case, a: Claim, b: Claim, by_document: dict[str, set[str]]) -> str | None:
    """Why two titles cannot both be right, or None where they can."""
    if _twins(case, a, b) and not _beside_each_other(a, b):
        return "the documents share the sentence but for the office"
    first, second = full_title(a), full_title(b)
    both = second in by_document[a.document] or first in by_document[b.document]
    if both and not _is_odd_one_out(first, second, by_document):
        return None  # who gives both knows of both
    then = [is_of_then(case, c) for c in (a, b)]
    if all(then) and a.value.title == b.value.title and "deputy" in (a.value.status, b.value.status):
        return "both tell of one time, and one makes a deputy of the holder"
    if a.value.status or b.value.status or any(then) or days_between(case, a, b) > ONE_TERM:
        return None
    if not _same_name(a, b) or may_change(case, a, b):
        return None
    if not both and any({first, second} <= group for group in _exclusive()):
        return "nobody holds both offices at one time"
    if not both and apart(case, a, b) and of_now(case, a, b):
        return "nobody has two ministries and is named by either"
    if {first, second} <= _before_a_name() and all(_is_form_of_address(case, c) for c in (a, b)) and of_now(case, a, b):
        return "nobody is called both at one time"
    if _heads_one_place(a, b) and of_now(case, a, b):
        return f"{a.value.of} has both offices, and nobody holds the two"
    return None


def _at_once(case: Case, a: Claim, b: Claim) -> bool:
    """Whether one person, named in full, has two offices of the present, and nobody tells of a change from one to the other.

    Inside one document, both must be what the person is called: "Mayor Ana Reyes" and "Deputy Mayor Ana Reyes".
    """
    if a.document == b.document and not (_is_form_of_address(case, a) and _is_form_of_address(case, b)):
        return False
    if days_between(case, a, b) > ONE_TERM or not _same_name(a, b) or not of_now(case, a, b) or may_change(case, a, b):
        return False
    return not any(is_of_then(case, c) or c.text.lower().startswith("then") for c in (a, b))


def _is_odd_one_out(first: str, second: str, by_document: dict[str, set[str]]) -> bool:
    """Whether of two titles one stands in a single document, beside the other, which is that of further documents too."""
    with_first, with_second = ({d for d, titles in by_document.items() if title in titles} for title in (first, second))
    fewer, more = sorted((with_first, with_second), key=len)
    return len(fewer) == 1 and fewer < more


def _heads_one_place(a: Claim, b: Claim) -> bool:
    """Whether both are heads of one place or body that has each of them but once, and no one person as both."""
    one, two = (plain(c.value.of or "").removeprefix("the ") for c in (a, b))
    if not one or one != two:
        return False
    heads, of_a_town, sole = (frozenset(table("roles")["exclusive"][key]) for key in ("heads", "of_a_town", "sole"))
    titles = {a.value.title, b.value.title}
    if titles & of_a_town and len(titles) == 2 and titles <= sole | of_a_town | {"director", "chairman"}:
        return True
    return titles <= heads and len(titles) == 2 and not a.value.of.isupper() and words("names", "organisation_heads").isdisjoint(one.split())


@cache
def _before_a_name() -> frozenset[str]:
    return frozenset(w.replace("-", " ") for w in table("roles")["exclusive"]["before_a_name"].split())


def _is_form_of_address(case: Case, claim: Claim) -> bool:
    """Whether a title stands right before the name, with no more than a party or a country before it: Judge Jonas Dahl."""
    if not claim.text[0].isupper() or " of " in claim.text or (claim.value.of and not is_place(claim.value.of)):
        return False
    behind = case.documents[claim.document].text[claim.end : claim.end + BESIDE].lstrip()
    holder = claim.value.holder
    if not behind.startswith(holder.split()[0]):
        return False
    return claim.value.of is not None or not behind.removeprefix(holder).startswith((" of ", ", president of", ", head of"))


def _same_name(a: Claim, b: Claim) -> bool:
    """Whether both give the full name, and it is one."""
    one, two = (divide(plain(c.value.holder or "")) for c in (a, b))
    return bool(one and two) and relation(one, two) == SAME  # type: ignore[arg-type]


@cache
def _exclusive() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in table("roles")["exclusive"]["groups"])


def _twins(case: Case, a: Claim, b: Claim) -> bool:
    """Whether two titles stand between the same words."""
    shared = 0
    for x, y in zip(_beside(case, a), _beside(case, b), strict=True):
        for left, right in zip(x, y, strict=False):
            if left != right:
                break
            shared += 1
    return shared >= TWIN and not set(full_title(a).split()) <= set(full_title(b).split()) and not set(full_title(b).split()) <= set(full_title(a).split())


def _beside_each_other(a: Claim, b: Claim) -> bool:
    """Whether two papers may each choose one of two titles: an inspector can be the spokesman; what stands differently can be of two times."""
    if a.value.status != b.value.status and "former" in (a.value.status, b.value.status):
        return True
    if any({a.value.title, b.value.title} == set(pair) for pair in table("roles")["exclusive"]["alike"]):
        return True
    beside, ranks = (frozenset(table("roles")["exclusive"][key].split()) for key in ("beside", "ranks"))
    one, two = a.value.title.split()[-1], b.value.title.split()[-1]
    return (one in beside and two in ranks) or (two in beside and one in ranks)


def _beside(case: Case, claim: Claim) -> tuple[list[str], list[str]]:
    """The words before a claim, nearest first, and those behind it, of which one the cut may have left half is no use."""
    text = case.documents[claim.document].text
    start = max(0, claim.start - NEARBY)
    before = _WORD.findall(text[start : claim.start].lower())[::-1]
    return before[:-1] if start else before, _WORD.findall(text[claim.end : claim.end + NEARBY].lower())[:-1]


def _conflict(case: Case, person: str, a: Claim, b: Claim, why: str) -> Finding:
    message = f"{a.document} calls {person.title()} {quoted(a)}, {b.document} {quoted(b)}: two offices at one time"
    repairs = (f"{quoted(a)} is right", f"{quoted(b)} is right")
    return case.finding(NAME, CONFLICT, message, (why,), [a, b], sides=[0, 1], repairs=repairs, attribute=f"office of {person.title()}", severity=WARNING)


RULE = Rule(NAME, "offices of one person, and how they stand", find, kinds=("role",))
