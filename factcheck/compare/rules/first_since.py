"""Firsts: "the first foreign visit since the election" against "the first foreign trip since being sworn in".

Why it matters: a first is a claim about everything that did not happen before, and the span it speaks of is the claim.
Conflict: a first foreign visit since an election, where another document tells of the same person at a summit abroad
between the two days, or a first visit to a country that somebody has visiting it years before. It is a warning, for being at a place can be less than a visit.
Silent: firsts of two people or of two things; two firsts that count from different days are told as compatible.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days, quoted
from factcheck.lexicon import by_word
from factcheck.lexicon.places import country_of, same_place
from factcheck.model.claim import ASSERTED, Claim
from factcheck.model.finding import COMPATIBLE, CONFLICT, WARNING, Finding

NAME = "first-since"
FAR = 80  # characters before a place in which the visitor is named
A_YEAR = 366  # days of a span that tells the year of a visit
_TO = re.compile(r" to (?:the )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})")
ABROAD = frozenset(("foreign", "overseas", "international", "official", "state"))
JOURNEYS = frozenset(("place of visit", "place of meeting"))


def find(case: Case) -> Iterable[Finding]:
    """One finding for every first that documents tell of different spans."""
    firsts: dict[tuple, list[Claim]] = defaultdict(list)
    visits: list[Claim] = []
    for claim in case.claims_of("ordinal"):
        if claim.value.written_value == 1 and not claim.detail.since and claim.zone == "body" and claim.attribute == "order of visit":
            visits.append(claim)
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
        yield case.finding(NAME, COMPATIBLE, message, because, same, sides=[order.index(c.detail.since) for c in same], attribute=first.attribute)
    for key in sorted(firsts):
        if key[0] == "order of visit" and ABROAD & set(key[1]):
            distinct = {(c.document, c.subject, c.detail.since): c for c in reversed(firsts[key]) if c.subject}
            for first in distinct.values():
                yield from _visits_before(case, first)
    for first in visits:
        yield from _there_before(case, first)


def _there_before(case: Case, first: Claim) -> Iterable[Finding]:
    """Visits of the same person to the same place, told elsewhere of an earlier year than the first."""
    text = case.documents[first.document].text
    to = _TO.match(text, first.end)
    written = case.documents[first.document].date
    if to is None or not first.subject or written is None or written.start is None:
        return
    for place in case.claims_of("place"):
        when = place.event.when if place.event else None
        if place.document == first.document or place.attribute != "place of visit" or not same_place(place.value.text, to[1]):
            continue
        if when is None or when.end is None or when.start is None or (when.end - when.start).days > A_YEAR or not _goes(case, first.subject, place):
            continue
        if when.end.year < written.start.year and place.mood == ASSERTED and case.related(first, place):
            message = f"{first.document} says {quoted(first)} to {to[1]}, but {place.document} has the same person there in {when.end.year}"
            because = (f"{quoted(place)} in {place.document} is of {days(when)}", f"{first.document} was not written before {written.start}")
            repairs = (f"{quoted(first)} was not the first", f"{quoted(place)} is of another person or year")
            yield case.finding(NAME, CONFLICT, message, because, [first, place], sides=[0, 1], repairs=repairs, attribute=first.attribute, severity=WARNING)


def _goes(case: Case, person: str, place: Claim) -> bool:
    """Whether a person is the one named last before a place in its sentence."""
    before = case.documents[place.document].text[max(0, place.start - FAR) : place.start].lower()
    names = case.names(place)
    at = before.rfind(person)
    return person in names and at >= 0 and not any(before.rfind(name) > at for name in names if name != person) and "." not in before[at:]


def _visits_before(case: Case, first: Claim) -> Iterable[Finding]:
    """Journeys of the same person to another country after the event that a first counts from, and before the first."""
    began, since = _event_day(case, first)
    written = case.documents[first.document].date
    home = next((country_of(r.value.of) for r in case.claims_of("role") if r.subject == first.subject and r.value.of and country_of(r.value.of)), None)
    if began is None or home is None or written is None or written.start is None:
        return
    passed_over = {home, *(country_of(p.value.text) for p in case.claims_of("place") if p.document == first.document)}
    for place in case.claims_of("place"):
        when = place.event.when if place.event else None
        if place.attribute not in JOURNEYS or first.subject not in case.names(place) or not case.related(first, place):
            continue
        country = country_of(place.value.text)
        if country is None or country in passed_over or when is None or when.start is None or when.end is None:
            continue
        if began < when.start and when.end < written.start:
            message = f"{first.document} says {quoted(first)}, but {place.document} has the same person {quoted(place)} before it"
            because = (
                f"{quoted(since)} in {since.document} puts the {' '.join(first.detail.since)} on {began}",
                f"{quoted(place)} in {place.document} is of {days(when)}",
                f"{first.document} was not written before {written.start}",
            )
            repairs = (f"{quoted(first)} is to count from a later day", f"{quoted(place)} was no such visit")
            yield case.finding(NAME, CONFLICT, message, because, [first, place], sides=[0, 1], repairs=repairs, attribute=first.attribute, severity=WARNING)


def _event_day(case: Case, first: Claim) -> tuple[date | None, Claim | None]:
    """The latest day that related documents give for the happening a first counts from, and the place that says so."""
    families = by_word("happenings", "families")
    wanted = {f"date of {families[w]}" for w in first.detail.since if w in families}
    written = case.documents[first.document].date
    best: tuple[date | None, Claim | None] = (None, None)
    for fact in case.facts_of("date"):
        claim = fact.claims[0]
        day = claim.value.start
        if fact.attribute in wanted and claim.value.grain == "day" and day is not None and case.related(first, claim):
            if (best[0] is None or day > best[0]) and written is not None and (written.start is None or day <= written.start):
                best = (day, claim)
    return best


def _one_subject(case: Case, a: Claim, b: Claim) -> bool:
    return a.subject == b.subject if a.subject and b.subject else bool(case.names(a) & case.names(b))


RULE = Rule(NAME, "firsts that count from different days", find, kinds=("ordinal",))
