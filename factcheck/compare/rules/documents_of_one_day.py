"""The day that documents say they are of: those of one story whose datelines name one day.

Why it matters: papers of one day had the same to go by; what they give otherwise is no update.
Conflict: never; "February 29, 2012, 7:32 p.m." over one story and "29th February 2012" over the other agree, and papers of two
days differ in nothing.
Silent: documents that tell of other people and places, and those of which the day is worked out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, Finding

NAME = "documents-of-one-day"
STORIES = 8  # of one day, that a document is held against


def find(case: Case) -> Iterable[Finding]:
    """One agreement for each day and story."""
    stories: dict[date, list[list[Claim]]] = defaultdict(list)
    for telling in case.on_trial:
        line = next((w.claim for w in case.witnesses(telling.document.id) if w.basis == "dateline" and w.start is not None), None)
        if line is None or line.value.start is None or line.value.start != line.value.end:
            continue
        told = stories[line.value.start]
        own = next((held for held in told[-STORIES:] if case.related(held[0], line)), None)
        if own is None:
            told.append([line])
        else:
            own.append(line)
    for _, told in sorted(stories.items()):
        for lines in told:
            if len(lines) > 1:
                message = f"{len(lines)} documents are of one day by their datelines: {days(lines[0].value)}"
                yield case.finding(NAME, AGREEMENT, message, ("the datelines name one day", "the documents tell of the same people and places"), lines, attribute="date of the document")


RULE = Rule(NAME, "documents on one story whose datelines name one day", find, kinds=("date",))
