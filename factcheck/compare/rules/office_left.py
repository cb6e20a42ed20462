"""Somebody who has left an office in one document, and still holds it in a later one.

Why it matters: the later story was written from what was known before, or the first one was wrong.
Conflict: "Holm stepped down as mayor on 3 March" against "Holm remains mayor of Ashford", written on 20 March.
Silent: a title before a name ("Mayor Holm said"), which is kept for a while; a departure that is only planned, denied or still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.compare.case import OUTSIDE, Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days, quoted, step
from factcheck.lexicon import words
from factcheck.model.claim import ASSERTED, Claim
from factcheck.model.finding import CONFLICT, WARNING, Finding

NAME = "office-left"
FEW = 3  # names in a sentence, beyond which it is not known who left
_REMAINS = re.compile(r"\b(?:remains|is still|stays on as|continues as|continues to (?:be|serve as))\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,2}\Z")
_LEFT = re.compile(r"\b(?:(?:has |had )?(?:resigned|quit)|stepped down|left office|was (?:ousted|fired|sacked|dismissed|removed))\b")
_LEFT_ONE = re.compile(rf"{_LEFT.pattern}|\bleft the\b|\bhanded over\b|\bgave up\b")
_WORD = re.compile(r"[a-z']+")


def find(case: Case) -> Iterable[Finding]:
    """One finding for everybody who is said to remain in office after the day on which another document has them leave it."""
    for stays in case.claims_of("role"):
        text = case.documents[stays.document].text
        if stays.mood != ASSERTED or stays.value.status or not stays.subject or not _REMAINS.search(text, max(0, stays.start - 60), stays.start):
            continue
        if _LEFT_ONE.search(text) and any(stays.subject in names and _LEFT_ONE.search(telling.sentence_text(n)) for telling in (case.telling(stays),) for n, names in telling.names.items()):
            continue  # who tells of both knows of two offices
        for day in _departures(case, stays.subject):
            written = case.documents[stays.document].date
            if day.document == stays.document or not case.related(day, stays) or written is None or written.start is None or day.value.end >= written.start:
                continue
            message = f"{day.document} has {stays.subject.title()} leave office by {days(day.value)}, {stays.document} has the same person {quoted(stays)} after it"
            because = (step(day, case.documents[day.document].date), f"{stays.document} was written {days(written)}", "who has left an office does not remain in it")
            repairs = ("the departure is right, and the later document is to be changed", "the person stayed, and the departure is to be changed")
            yield case.finding(NAME, CONFLICT, message, because, [day, stays], sides=[0, 1], repairs=repairs, attribute=stays.attribute, severity=WARNING)
            break


def _departures(case: Case, person: str) -> Iterator[Claim]:
    """The days on which sentences have somebody leave an office."""
    for telling in case.alignment.tellings:
        for claim in telling.claims:
            if claim.kind != "date" or claim.zone in OUTSIDE or claim.value.end is None or person not in telling.names.get(claim.sentence, ()):
                continue
            said = telling.sentence_text(claim.sentence)
            if _LEFT.search(said) and len(telling.names[claim.sentence]) <= FEW and words("sums", "unreal").isdisjoint(_WORD.findall(said.lower())):
                yield claim


RULE = Rule(NAME, "somebody who remains in an office that another document has them leave", find, kinds=("role",))
