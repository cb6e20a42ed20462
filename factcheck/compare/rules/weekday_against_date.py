"""A weekday told together with its date: the calendar knows whether they fit.

Why it matters: a slip in either is found with certainty, and one that fits can say in which year a story was written.
Conflict: "Tuesday, 21 November 2022", which was a Monday.
Silent: a weekday without a date, a date without its year where nothing tells the year.
"""

from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import day, quoted, step
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, CONFLICT, Finding

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find(case: Case) -> Iterable[Finding]:
    """Conflicts inside one document, and the agreement with the documents that gave the year."""
    datelines: dict[object, list[Claim]] = {}
    for document in case.documents:
        for witness in case.witnesses(document):
            if witness.basis == "dateline" and witness.start == witness.end:
                datelines.setdefault(witness.start, []).append(witness.claim)
    for claim in case.claims_of("date"):
        said, value = claim.detail, claim.value
        if said.weekday is None or said.form != "calendar" or value.grain != "day" or value.start is None or value.start != value.end:
            continue
        if said.other is not None:
            continue
        written = case.documents[claim.document].date
        if said.year is None and (written is None or written.start != written.end or written.basis == "as-of"):
            continue  # which year is meant is not known well enough
        if value.start.weekday() != said.weekday:
            message = f"{claim.document} says {quoted(claim)}, but that day was a {value.start:%A}"
            because = (step(claim, written), f"{day(value.start)} is no {NAMES[said.weekday]}")
            repairs = (f"the weekday is to be {value.start:%A}", "the date is to be another")
            yield case.finding("weekday-against-date", CONFLICT, message, because, [claim], repairs=repairs, attribute="date")
        elif written is not None and written.basis == "weekday" and written.start == value.start:
            others = [c for c in datelines.get(value.start, ()) if c.document != claim.document]
            if others:
                message = f"{claim.document} says {quoted(claim)}, which in the year of {others[0].document} is the day of its dateline"
                yield case.finding("weekday-against-date", AGREEMENT, message, (*written.because, f"so both are {day(value.start)}"), [claim, *others], attribute="date of the document")


RULE = Rule("weekday-against-date", "a weekday that is not that of its date", find)
