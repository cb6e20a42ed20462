"""The edges of ranges told in words: "from the middle of June", "from May to September" without a year."""

from __future__ import annotations

from datetime import date

from factcheck.align.day_arithmetic import Span, add, day_or_none, month_span
from factcheck.model.time_expression import TimeExpression


def half_from(span: Span) -> date:
    """The first day of a span's second half."""
    return add(span[0], ((span[1] - span[0]).days + 1) // 2, "day")


def is_of_year(e: TimeExpression) -> bool:
    """Whether it is a day or month without its year."""
    return e.form == "calendar" and e.month is not None and e.year is None and e.within is None and e.relation is None


def before_in_year(e: TimeExpression, low: Span, high: Span) -> Span:
    """The start of a range, a day or month that resolved to `low`, as the last one before the range's end."""
    later = (low[0].month, low[0].day) > (high[1].month, high[1].day)
    year = high[1].year - later
    if e.day is None:
        return month_span(year, low[0].month)
    day = day_or_none(year, low[0].month, low[0].day)
    return (day, day) if day else low
