"""An anniversary against the year of what is remembered: "the 50th anniversary of the 1969 landing".

Why it matters: the number, the year then and the year now leave no freedom.
Conflict: "on Sunday, the 40th anniversary of the 1969 landing" in a story of 2019.
Silent: an anniversary a year off in a story that does not say when it is; one of something whose year is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted, step
from factcheck.lexicon import words
from factcheck.model.claim import ASSERTED, Claim
from factcheck.model.finding import CONFLICT, Finding
from factcheck.model.telling import Telling

NAME = "anniversary-against-year"
ATTRIBUTE = "order of anniversary"
REACH = 90  # characters from the anniversary to the year of what it remembers
OPENING = 12  # characters from the start of a sentence in which a date says when all of it is
_OF = re.compile(r"\s+(?:of|since)\s+[^.;:(),]{0,60}")
_KEPT = re.compile(r"\b(?:marks?|marked|marking|celebrates?|celebrated|celebrating|observes?|observed|commemorates?|commemorated|keeps?|kept|is|will|on|ahead of|eve of)\b[^.;:]{0,30}\Z", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


def find(case: Case) -> Iterable[Finding]:
    """One finding for every anniversary whose number is not the difference of the years."""
    for telling in case.on_trial:
        for claim in telling.claims:
            if claim.kind != "ordinal" or claim.attribute != ATTRIBUTE or claim.mood != ASSERTED or claim.value.low is None:
                continue
            then = _remembered(telling, claim)
            if then is None or then.value.start is None or then.value.start.year != then.value.end.year:
                continue
            now, told = _standpoint(telling, claim, then)
            number, year = int(claim.value.low), then.value.start.year
            if now is None or now[0] - year <= number <= now[1] - year:
                continue
            message = f"{telling.document.id} says {quoted(claim)} of {quoted(then)}, which in {year + number} was or will be"
            because = (step(then, telling.document.date), *told, f"{year} and {number} years are {year + number}")
            repairs = (f"{quoted(then)} is right, and the number is to be changed", "the number is right, and the year is to be changed")
            yield case.finding(NAME, CONFLICT, message, because, [claim, then], sides=[0, 1], repairs=repairs, attribute="date")


def _remembered(telling: Telling, claim: Claim) -> Claim | None:
    """The date of what an anniversary remembers: behind "of", or before it beside "founded", "opened", "born"."""
    text = telling.document.text
    near = [c for c in telling.dates if c.sentence == claim.sentence and c.value.start is not None and c.value.end is not None and c.detail.form == "calendar" and c.detail.year]
    behind = [c for c in near if claim.end < c.start < claim.end + REACH]
    if behind:
        return behind[0] if _OF.fullmatch(text, claim.end, behind[0].start) else None
    before = [c for c in near if c.end < claim.start and _founding(text[max(0, c.start - 24) : c.start])]
    return before[0] if len(before) == 1 else None


def _founding(text: str) -> bool:
    found = _WORD.findall(text.lower())
    return bool(found) and not words("sums", "founding").isdisjoint(found[-2:])


def _standpoint(telling: Telling, claim: Claim, then: Claim) -> tuple[tuple[int, int] | None, tuple[str, ...]]:
    """The first and last year in which the anniversary can be, and how that is known."""
    written = telling.document.date
    others = [c for c in telling.dates if c.sentence == claim.sentence and c is not then and c.detail.endpoint is None and c.value.start and c.value.end]
    start = telling.sentences[claim.sentence][0]
    others = [c for c in others if c.detail.form != "calendar" or c.start - start <= OPENING]
    if len(others) > 1:
        return None, ()
    if others:
        years = [y for c in others for y in (c.value.start.year, c.value.end.year)]
        return (min(years), max(years)), tuple(step(c, written) for c in others[:2])
    if written is None or written.start is None or written.end is None or written.basis == "latest-mention":
        return None, ()
    if not _KEPT.search(telling.document.text, max(start, claim.start - 60), claim.start):
        return None, ()  # "put up for the 50th anniversary", in whatever year that was
    return (written.start.year - 1, written.end.year + 1), written.because


RULE = Rule(NAME, "an anniversary that does not fit the year of what it remembers", find, kinds=("date",))
