"""An age beside a day or year of birth: "Marta Kovacs, 48, was born on 2 June 1967".

Why it matters: with the day of writing, a birth fixes the age to a year; one of the three is wrong where they do not fit.
Conflict: "Kovacs, 48" in a story of 2022 that has her born in 1967.
Silent: an age told of another time ("she was 34 when …"); a story whose day is not known; two people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days, quoted, step
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, Finding
from factcheck.model.telling import Telling

NAME = "age-against-birth"
_BORN = re.compile(r"\bborn\s+(?:on\s+|in\s+)?\Z")
_THEN = re.compile(r"\b(?:when|then|at the time|was|were|turned|turns|would|will|later|ago|until|since|from|before|after|by the age)\b", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,]{0,2}(?:when|then|at the time|at that time|years? (?:ago|later|earlier))\b", re.IGNORECASE)


def find(case: Case) -> Iterable[Finding]:
    """One finding for every age that no birthday in the span told makes possible."""
    for telling in case.alignment.tellings:
        written = telling.document.date
        if written is None or written.start is None or written.end is None or written.basis in ("age", "latest-mention"):
            continue
        for subject, birth in _births(telling):
            for age in _ages(telling, subject):
                years = int(age.value.low)
                oldest, youngest = _years_before(written.start, years + 1), _years_before(written.end, years)
                if birth.value.start <= youngest and oldest < birth.value.end:
                    continue
                message = f"{telling.document.id} says {quoted(age)} of somebody it has born {quoted(birth)}"
                because = (step(birth, written), f"{years} years old {_when(written)} means born after {oldest} and no later than {youngest}", "no day is in both")
                repairs = ("the age is right, and the birth is to be changed", "the birth is right, and the age is to be changed")
                yield case.finding(NAME, CONFLICT, message, because, [birth, age], sides=[0, 1], repairs=repairs, attribute="age")
                break


def _births(telling: Telling) -> Iterator[tuple[str, Claim]]:
    """Whom a story has ages for, with the day or year it has them born: the one of them that the sentence speaks of."""
    aged = {c.subject for c in telling.claims if c.kind == "age" and c.subject}
    for claim in telling.dates:
        if claim.value.start is None or claim.value.end is None or not _BORN.search(telling.document.text, max(0, claim.start - 12), claim.start):
            continue
        named = [c for c in telling.claims if c.kind == "name" and c.sentence == claim.sentence and c.end <= claim.start and c.value.type in ("person", "unknown")]
        if named:
            of = named[-1].value.canonical.split()[-1].lower()
        else:
            opening = telling.sentence_text(claim.sentence).split(maxsplit=1)[0].lower()
            of = next(iter(telling.names.get(claim.sentence, ())), None) if opening in ("he", "she") else None
        if of in aged:
            yield of, claim


def _ages(telling: Telling, subject: str) -> Iterator[Claim]:
    """The ages of somebody on the day of writing, in whole years."""
    dated = {c.sentence for c in telling.dates if c.value.grain != "day" or c.detail.form == "calendar"}
    for claim in telling.claims:
        value = claim.value
        if claim.kind != "age" or claim.attribute != "age" or claim.subject != subject or value.hedge or value.low is None or value.low != value.high or value.unit != "year":
            continue
        start, end = telling.sentences[claim.sentence]
        text = telling.document.text
        apart = _THEN.search(text, max(start, claim.start - 40), claim.start) or _BEHIND.match(text, claim.end)
        if not apart and (claim.sentence not in dated or "born" in text[start:end]):
            yield claim


def _years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29 February becomes 28."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _when(written) -> str:  # noqa: ANN001 - a WrittenOn
    return f"on {days(written)}" if written.start == written.end else f"at some time from {days(written)}"


RULE = Rule(NAME, "an age that does not fit the birth told beside it", find)
