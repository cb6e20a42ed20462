"""A weekday told together with its date: the calendar knows whether they fit.

Why it matters: a slip in either is found with certainty, and one that fits can say in which year a story was written.
Conflict: "Tuesday, 21 November 2022", which was a Monday.
Silent: a weekday without a date, a date without its year where nothing tells the year.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from factcheck.compare.case import OUTSIDE, Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import day, quoted, step
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, CONFLICT, Finding

GREGORIAN = 1752  # the year from which English dates are of the calendar that is reckoned with here
NEAR = timedelta(days=60)  # from the day of writing: a day so near needs no year, one further off may be of the next
_LIST = re.compile(r"(?:day|days|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.?\s*(?:/|,|&|-|–|\band\b|\bor\b|\bto\b)\s*\Z")
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
        if value.start.weekday() != said.weekday and _may_be_meant(case, claim):
            message = f"{claim.document} says {quoted(claim)}, but that day was a {value.start:%A}"
            because = (step(claim, written), f"{day(value.start)} is no {NAMES[said.weekday]}")
            repairs = (f"the weekday is to be {value.start:%A}", "the date is to be another")
            yield case.finding("weekday-against-date", CONFLICT, message, because, [claim], repairs=repairs, attribute="date")
        elif value.start.weekday() == said.weekday and written is not None and written.basis == "weekday" and written.start == value.start:
            others = [c for c in datelines.get(value.start, ()) if c.document != claim.document]
            if others:
                message = f"{claim.document} says {quoted(claim)}, which in the year of {others[0].document} is the day of its dateline"
                yield case.finding("weekday-against-date", AGREEMENT, message, (*written.because, f"so both are {day(value.start)}"), [claim, *others], attribute="date of the document")


def _may_be_meant(case: Case, claim: Claim) -> bool:
    """Whether nothing shows another reading of a weekday that does not fit: another calendar, a list of days, another year."""
    said, day = claim.detail, claim.value.start
    text = case.documents[claim.document].text
    if day.year < GREGORIAN or _LIST.search(text, max(0, claim.start - 16), claim.start):
        return False
    if said.year is not None:
        return True
    telling = case.telling(claim)
    near = [c for n in (-1, 0, 1) for c in telling.dates_in(claim.sentence + n) if c.zone not in OUTSIDE and c is not claim]
    if any(_told_of_then(c, day, said.weekday) for c in near):
        return False  # "Oct. 19, 1987 … On Tuesday, Oct. 20"
    written = case.documents[claim.document].date
    if abs(day - written.start) <= NEAR:
        return True
    return not any(_fits(day.replace(day=min(day.day, 28)).replace(year=y), day.day, said.weekday) for y in (day.year - 1, day.year + 1))


def _told_of_then(other: Claim, day: date, weekday: int) -> bool:
    """Whether a date beside it is of another year, in which the weekday may fit: it does, or no year is known."""
    said, value = other.detail, other.value
    if said.year is None and not (said.form in ("offset", "event") and said.unit == "year"):
        return False
    if value.start is None or value.end is None or value.start.year != value.end.year:
        return said.year != day.year
    return value.start.year != day.year and _fits(day.replace(day=1, year=value.start.year), day.day, weekday)


def _fits(month: date, day: int, weekday: int) -> bool:
    try:
        return month.replace(day=day).weekday() == weekday
    except ValueError:
        return False


RULE = Rule("weekday-against-date", "a weekday that is not that of its date", find, kinds=("date",))
