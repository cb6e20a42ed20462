"""Two names of one day, side by side: "Easter Sunday, 8 April 2012", "yesterday, Nov. 20", "four days later, on 9 May".

Why it matters: the second says again what the first said, so where they are of two days one of them is wrong.
Conflict: "Christmas Day, Dec. 26"; "yesterday, Nov. 18" in a story of 21 November; "arrested on 3 May and released four days
later, on 9 May".
Silent: days in a list; a day counted from an event whose own day stands further off; a story whose day is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.compare.case import OUTSIDE, Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted, step
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, Finding
from factcheck.relation import DISJOINT, values

NAME = "apposed-dates"
NAMING = frozenset(("holiday", "shift", "offset", "event"))
FIRM = frozenset(("given", "metadata", "dateline"))
SLIP = 20  # days that "yesterday" may be wrong by; what lies further off is told from another day
ORTHODOX = ((1, 7), (1, 6))  # Christmas by the old calendar
_HEDGED = re.compile(r"\b(?:than|some|about|around|nearly|almost|roughly|over|under|barely|just)\s+\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*,\s+(?:on\s+|the\s+)?|\s*\(\s*(?:on\s+)?|\s+[–—-]+\s+(?:on\s+)?")
_LISTED = re.compile(r"\s*+(?:,|[–—&-]|/)|\s+(?:and|or|to|through|until)\s")


def find(case: Case) -> Iterable[Finding]:
    """One finding for every day that is named twice, and differently."""
    for telling in case.on_trial:
        text = telling.document.text
        if len(telling.dates) < 2:
            continue
        dates = [c for c in telling.dates if c.zone not in OUTSIDE and c.attribute != "url-date" and c.detail.endpoint is None]
        for n, (a, b) in enumerate(zip(dates, dates[1:], strict=False)):
            if a.sentence != b.sentence or not _BETWEEN.fullmatch(text, a.end, b.start) or _in_a_list(text, dates, n):
                continue
            told_from = _told_from(case, a, dates[:n])
            if told_from is None or not _is_a_day(b) or values(a.value, b.value) != DISJOINT or not _of_one_calendar(a, b):
                continue
            written = telling.document.date
            message = f"{telling.document.id} says {quoted(a)} and {quoted(b)} of one day"
            because = (*(step(c, written) for c in (*told_from, a, b)), "the two are said of one day, and are two")
            repairs = (f"{quoted(a)} is right, and the date beside it is to be changed", f"{quoted(b)} is right, and what stands before it is to be changed")
            yield case.finding(NAME, CONFLICT, message, because, [*told_from, a, b], sides=[0] * len(told_from) + [0, 1], repairs=repairs, attribute="date")


def _in_a_list(text: str, dates: list[Claim], n: int) -> bool:
    """Whether the two stand in a row of dates, which are of several days."""
    near = [(dates[n - 1], dates[n])] if n else []
    if n + 2 < len(dates):
        near.append((dates[n + 1], dates[n + 2]))
    return any(b.start - a.end < 12 and _LISTED.match(text, a.end) for a, b in near)


def _is_a_day(claim: Claim) -> bool:
    said = claim.detail
    return said.form == "calendar" and said.day is not None and said.bound is None and said.other is None and not said.impossible and claim.value.start is not None


def _of_one_calendar(a: Claim, b: Claim) -> bool:
    """Whether the two days can be held against each other: a holiday is kept on other days in other countries and churches."""
    gap = abs((a.value.start - b.value.start).days)
    if a.detail.form != "holiday":
        return gap <= SLIP
    if a.detail.name in words("sums", "fixed_holidays"):
        months = (a.value.start.month, a.value.start.day), (b.value.start.month, b.value.start.day)
        return months[0] != months[1] and months[1] not in ORTHODOX
    return a.detail.name in words("sums", "easter_days") and a.detail.year is not None and gap % 7 != 0


def _told_from(case: Case, claim: Claim, before: list[Claim]) -> list[Claim] | None:
    """The claims that the first of two names is counted from, none for a holiday; None where it is no such name or none places it."""
    said, written = claim.detail, case.documents[claim.document].date
    if _HEDGED.search(case.documents[claim.document].text, max(0, claim.start - 14), claim.start):
        return None  # "some ten days later"
    if said.form not in NAMING or said.grain != "day" or said.bound is not None or said.quoted or claim.value.start is None or claim.value.end is None:
        return None
    if said.form == "event":
        if said.relation not in (None, "next") or said.unit != "day" or said.attributive:
            return None
        return next(([c] for c in reversed(list(_days_told(claim, before)))), None)
    if said.form in ("shift", "offset"):
        if written is None or written.basis not in FIRM or written.start != written.end:
            return None
        if any(w.basis == "dateline" and w.start != written.start for w in case.witnesses(claim.document)):
            return None  # from which of the two days it is told is not known
    return []


def _days_told(claim: Claim, before: list[Claim]) -> Iterator[Claim]:
    """The single day told before a claim in its sentence, or in the one before it where its own has none, if it is the only one there."""
    here = [c for c in before if c.sentence == claim.sentence]
    found = [c for c in here or before if c.value.grain == "day" and claim.sentence - c.sentence <= 1]
    if len(found) == 1 and _is_a_day(found[0]) and found[0].value.start == found[0].value.end and not found[0].detail.attributive:
        yield found[0]


RULE = Rule(NAME, "two names of one day that are of two days", find, kinds=("date",))
