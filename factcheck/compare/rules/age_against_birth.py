"""An age beside a day or year of birth: "Marta Kovacs, 48, was born on 2 June 1967".

Why it matters: with the day of writing, a birth fixes the age to a year; one of the three is wrong where they do not fit.
Conflict: "Kovacs, 48" in a story of 2022 that has her born in 1967.
Silent: an age told of another time ("she was 34 when …"); a story whose day is not known; two people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days, quoted, step
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, Finding
from factcheck.model.telling import Telling

NAME = "age-against-birth"
_BORN = re.compile(r"(?:\bwas|,|\()\s*born\s+(?:on\s+|in\s+)?\Z")
_APART = re.compile(r"\b(?:not|never|whose|told|that|says?|said|has|had|runs|(?:his|her|their|a|the)\s+(?:son|daughter|child|boy|girl|baby|firm|company|brother|sister|wife|husband|mother|father|poet))\b")
_THEN = re.compile(r"\b(?:when|then|at the time|was|were|turned|turns|would|will|later|ago|until|since|from|before|after|by the age)\b", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,]{0,2}(?:when|then|at the time|at that time|years? (?:ago|later|earlier))\b", re.IGNORECASE)


def find(case: Case) -> Iterable[Finding]:
    """One finding for every age that no birthday in the span told makes possible."""
    for telling in case.on_trial:
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
    """Whom a story has ages for, with the day or year it has them born: the one person whom the sentence names.

    Nobody where two people of the story share the surname, as those of one family do.
    """
    aged = {c.subject for c in telling.claims if c.kind == "age" and c.subject}
    people: dict[str, set[str]] = defaultdict(set)
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in telling.claims:
        if claim.kind == "name" and claim.value.type in ("person", "unknown"):
            *first, last = claim.value.canonical.split()
            people[last].update(first[:1])
            by_sentence[claim.sentence].append(claim)
    for claim in telling.dates:
        text = telling.document.text
        if claim.value.start is None or claim.value.end is None or not _BORN.search(text, max(0, claim.start - 20), claim.start):
            continue
        named = [c for c in by_sentence.get(claim.sentence, ()) if c.end <= claim.start]
        if len(named) != 1 or _APART.search(text, named[0].end, claim.start):
            continue
        of = named[0].value.canonical.split()[-1]
        if of in aged and len(people[of]) <= 1:
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
        if any(c.sentence == claim.sentence - 1 and c.value.grain == "year" for c in telling.dates):
            continue  # "The year was 2001. Hill, 29, was a clerk."
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


RULE = Rule(NAME, "an age that does not fit the birth told beside it", find, kinds=("age", "date"))
