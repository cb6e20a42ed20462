"""Whether two claims of two documents are told of one time: by the day in their sentences, else by the news of one day."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.model.claim import Claim
from factcheck.model.value import DateSpan

if TYPE_CHECKING:
    from factcheck.compare.case import Case

LEAD = 5  # sentences of a story in which what is told without a day is of its day
APART = 4  # days between two stories of one day's news
LONGEST = 40  # days of a span that still tells a time
BOUNDS = frozenset(("since", "until", "before", "after"))
_START = attrgetter("start")


def one_time(case: Case, a: Claim, b: Claim) -> bool:
    """Whether two claims can be of one time, and nothing but their documents' days has to be taken for granted."""
    days = [told_on(case, c) for c in (a, b)]
    one, two = days
    if one is not None and two is not None:
        return _meet(one, two)
    if any(d is None and c.sentence >= LEAD for d, c in zip(days, (a, b), strict=True)):
        return False
    written = [case.documents[c.document].date for c in (a, b)]
    first, second = (w.start if w is not None and w.basis != "latest-mention" else None for w in written)
    return first is None or second is None or abs((first - second).days) <= APART


def two_days(case: Case, a: Claim, b: Claim) -> bool:
    """Whether the sentences of two claims name two times: what was said in June is not what was said on Monday."""
    one, two = told_on(case, a), told_on(case, b)
    return one is not None and two is not None and not (one.start == two.start and one.said == two.said) and not _meet(one, two)


def days_between(case: Case, a: Claim, b: Claim) -> int:
    """Least days between the writing of two documents; 0 where nothing says so."""
    one, two = case.documents[a.document].date, case.documents[b.document].date
    return one.days_from(two) if one and two else 0


def _meet(one: DateSpan, two: DateSpan) -> bool:
    if one.start is None or one.end is None or two.start is None or two.end is None:
        return one.start is None and two.start is None and one.said == two.said and one.said is not None
    short = max((one.end - one.start).days, (two.end - two.start).days) < LONGEST
    return short and one.start <= two.end and two.start <= one.end


def told_on(case: Case, claim: Claim) -> DateSpan | None:
    """The one day or span of days that a claim's sentence names, or None."""
    by_document: dict[str, list[Claim]] | None = case.worked_out.get("dates by document")
    if by_document is None:
        by_document = case.worked_out["dates by document"] = {}
        for date in case.claims_of("date"):
            by_document.setdefault(date.document, []).append(date)
    dates = by_document.get(claim.document, [])
    at = bisect_left(dates, claim.start, key=_START)
    near = [d.value for d in dates[max(0, at - 3) : at + 3] if d.sentence == claim.sentence and d.detail.bound not in BOUNDS and d.detail.endpoint != "named"]
    return near[0] if len(near) == 1 else None  # type: ignore[return-value]
