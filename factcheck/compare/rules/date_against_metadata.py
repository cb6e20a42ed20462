"""The date that a document came with against the one that it carries itself, in its dateline or its URL.

Why it matters: a page's data name the day of the last change, or of a copy; every "yesterday" in the story is counted from it.
Conflict: metadata of 3 March over a dateline of 12 June.
Silent: a difference of two days, as between the evening of writing and the morning of print.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days, step, url_days
from factcheck.model.finding import AGREEMENT, CONFLICT, WARNING, Evidence, Finding
from factcheck.model.telling import Telling
from factcheck.model.value import DateSpan

SLACK = timedelta(days=2)
NAME = "date-against-metadata"
FAR = timedelta(days=5 * 365)
HEAD = 200  # characters of a story shown where the date stands beside it


def find(case: Case) -> Iterable[Finding]:
    """One finding for every document whose own date is far from the one it came with, or the same."""
    for telling in case.on_trial:
        given = telling.document.given_date
        if given is None or given.start is None or given.end is None:
            continue
        lines = [w.claim for w in case.witnesses(telling.document.id) if w.basis == "dateline" and w.start is not None]
        if lines:
            gaps = [_apart(given.start, given.end, c.value) for c in lines]
            apart, claim = gaps[0], lines[0]
            if None in gaps or (any(gaps) and (min(gaps) <= SLACK or _fits_url(telling) or apart > FAR)):
                continue  # one of "published" and "updated" fits, or the line is of what the story looks back on
            because = (*given.because, step(claim, None))
            name = telling.document.id
            if not apart:
                yield case.finding(NAME, AGREEMENT, f"the date that {name} came with is that of its dateline: {days(given)}", because, [claim], attribute="date of the document")
                continue
            message = f"{name} came with the date {days(given)}, but its dateline is of {days(claim.value)}"
            repairs = ("the dateline is right, and the data belong to a later version or a copy", "the data are right, and the dateline is to be changed")
            yield case.finding(NAME, CONFLICT, message, because, [claim], repairs=repairs, attribute="date of the document", severity=WARNING)
        else:
            yield from _against_url(telling)


def _against_url(telling: Telling) -> Iterable[Finding]:
    """Where neither of the two dates stands in the text, the finding rests on the opening of the story."""
    given, span, document = telling.document.given_date, url_days(telling.url_date), telling.document
    if span is None or not telling.sentences:
        return
    apart = _apart(given.start, given.end, span)
    if apart is None or apart <= SLACK:
        return
    start, end = telling.sentences[0]
    end = min(end, start + HEAD)
    repairs = ("the URL is right, and the data belong to a later version or a copy", "the data are right, and the URL was made later or wrongly")
    message = f"{document.id} came with the date {days(given)}, but its URL is of {days(span)}"
    because = (*given.because, f"its URL gives {days(span)}")
    evidence = [Evidence(document.id, start, end, document.text[start:end], None, 0, 0)]
    found = Finding(NAME, CONFLICT, message, because, evidence, severity=WARNING, repairs=repairs, attribute="date of the document")
    found.independent_sources = 1
    yield found


def _fits_url(telling: Telling) -> bool:
    """Whether the URL is of the day that the document came with."""
    given, said = telling.document.given_date, telling.url_date
    return said is not None and said.day is not None and (said.year, said.month, said.day) == (given.start.year, given.start.month, given.start.day)


def _apart(start: date, end: date, span: DateSpan) -> timedelta | None:
    """How far two spans lie apart; nothing where one is open."""
    if span.start is None or span.end is None:
        return None
    return max(start - span.end, span.start - end, timedelta(0))


RULE = Rule(NAME, "a document's own date that is far from the one it came with", find)
