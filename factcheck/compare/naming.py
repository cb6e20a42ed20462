"""Where a case's documents name people in full: the spellings, who has them, and which of them may be one person's. Made once a case."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare.from_arabic import one_from_arabic
from factcheck.compare.people import (
    APART,
    SAME,
    SPELLED,
    PersonName,
    is_known,
    person_name,
    plain,
    relation,
    sound_alike,
    transcribed,
)
from factcheck.model.claim import Claim
from factcheck.model.finding import Evidence, Finding

if TYPE_CHECKING:
    from factcheck.compare.case import Case

MANY = 40  # spellings in one bucket that are held against each other
PLACES = 20  # places of one spelling in a document that a finding points at
ALIKE = 4  # content words and names that two sentences share which tell of one thing
ASKED = 12  # documents of a spelling that are asked whether they tell of the same people as another's


class FullName:
    """A full name as it is spelled: its parts, the claims that have it, and their documents."""

    __slots__ = ("claims", "documents", "name")

    def __init__(self, name: PersonName) -> None:
        self.name = name
        self.claims: list[Claim] = []
        self.documents: set[str] = set()


def full_names(case: Case) -> list[FullName]:
    """Every full name that the documents spell, in order of the alphabet."""
    known = case.worked_out.get("full names")
    if known is None:
        found: dict[PersonName, FullName] = {}
        for claim in case.claims_of("name"):
            name = person_name(claim)
            if name is not None:
                entry = found.setdefault(name, FullName(name))
                entry.claims.append(claim)
                entry.documents.add(claim.document)
        known = case.worked_out["full names"] = [found[name] for name in sorted(found)]
    return known


def pairs(case: Case) -> list[tuple[FullName, FullName, str]]:
    """Two spellings that may be one person's, with how they relate: of those alone that share a surname or a given name."""
    known = case.worked_out.get("pairs of names")
    if known is not None:
        return known
    buckets: dict[tuple, list[FullName]] = defaultdict(list)
    for entry in full_names(case):
        buckets["surname", transcribed(entry.name.surname)].append(entry)
        if len(entry.name.given) > 1:
            buckets["given", entry.name.given, entry.name.surname[0]].append(entry)
    found: dict[tuple[PersonName, PersonName], tuple[FullName, FullName, str]] = {}
    for members in buckets.values():
        for n, a in enumerate(members[:MANY]):
            for b in members[n + 1 : MANY]:
                how = relation(a.name, b.name)
                if how == APART and a.name.surname == b.name.surname and sound_alike(a.name.given, b.name.given) and _in_one_office(case, a, b):
                    how = SPELLED
                if how == SPELLED and one_from_arabic(case, a.name.given, b.name.given) and one_from_arabic(case, a.name.surname, b.name.surname):
                    how = SAME
                if a.name.suffix != b.name.suffix and a.documents & b.documents:
                    continue  # father and son
                if how in (SAME, SPELLED) and related(case, a, b):
                    found[a.name, b.name] = (a, b, how)
    known = case.worked_out["pairs of names"] = [found[key] for key in sorted(found)]
    return known


def _in_one_office(case: Case, a: FullName, b: FullName) -> bool:
    """Whether documents that each give one of two names hold the bearer in the same office, and none gives both."""
    held: dict[tuple[str, str], set[str]] | None = case.worked_out.get("offices by surname")
    if held is None:
        held = case.worked_out["offices by surname"] = defaultdict(set)
        for claim in case.claims_of("role"):
            if claim.subject:
                held[claim.document, claim.subject].add(claim.value.title)  # type: ignore[union-attr]
    one, two = ({title for d in x.documents for title in held.get((d, x.name.surname), ())} for x in (a, b))
    return a.documents.isdisjoint(b.documents) and not one.isdisjoint(two)


def related(case: Case, a: FullName, b: FullName) -> bool:
    """Whether documents of both tell of the same people and places, or the names stand in sentences that say the same."""
    return any(case.related(x, y) or len(case.context(x) & case.context(y)) >= ALIKE for x in a.claims[:ASKED] for y in b.claims[:ASKED])


def is_person(entry: FullName, case: Case) -> bool:
    """Whether a name is sure to be a person's: by its given name, by a title, or because somebody with it speaks or holds an office."""
    if is_known(entry.name) or any(c.value.type == "person" for c in entry.claims):  # type: ignore[union-attr]
        return True
    return entry.name.surname in case_people(case)


def printed(claim: Claim, name: PersonName) -> str:
    """A full name as printed, without an office that was taken for a part of it."""
    found = claim.text.split()
    first = next((n for n, word in enumerate(found) if plain(word) == name.given), 0)
    if first and len(found[first - 1].strip(".")) == 1:
        first -= 1
    return " ".join(found[first:])


def case_people(case: Case) -> frozenset[str]:
    """Surnames of those who speak or hold an office."""
    known = case.worked_out.get("people")
    if known is None:
        found = {c.subject for c in case.claims_of("role") if c.subject}
        for claim in case.claims_of("quotation"):
            if getattr(claim.detail, "person", False) and claim.value.speaker:
                found.add(claim.value.speaker.split()[-1].lower())
        known = case.worked_out["people"] = frozenset(found)
    return known


def places(case: Case, document: str, spelled: str) -> list[tuple[int, int]]:
    """Where a document writes a name just so, the first few times."""
    text, found = case.documents[document].text, []
    at = text.find(spelled) if spelled else -1
    while at >= 0 and len(found) < PLACES:
        end = at + len(spelled)
        if not _in_word(text[at - 1 : at]) and not _in_word(text[end : end + 1]):
            found.append((at, end))
        at = text.find(spelled, at + 1)
    return found


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def point_at(case: Case, finding: Finding, document: str, spelled: str, side: int) -> None:
    """Add to a finding's evidence the further places where a document writes a name just so."""
    held = [(e.start, e.end) for e in finding.evidence if e.document == document]
    for start, end in places(case, document, spelled):
        if not any(a < end and start < b for a, b in held):
            finding.evidence.append(Evidence(document, start, end, case.documents[document].text[start:end], side=side))
    finding.evidence.sort(key=lambda e: (e.document, e.start, e.end))
