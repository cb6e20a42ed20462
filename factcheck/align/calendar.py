"""From a date as written to the days it can mean, told from the day its document was written.

The habits are those of news: "on Monday" in a Monday's story is that day, in any other the nearest one past, or the coming
one where the verb is of the future. Where the document's own date is a span, the result covers every day that any of its
days would give.
"""

from __future__ import annotations

from datetime import date

from factcheck.align.day_arithmetic import (
    DAY,
    Span,
    add,
    day_or_none,
    next_weekday,
    unit_shifted,
)
from factcheck.align.standpoint import days_on
from factcheck.model.document import WrittenOn
from factcheck.model.time_expression import TimeExpression
from factcheck.model.value import DateSpan


def resolve(expression: TimeExpression, anchor: WrittenOn | None) -> DateSpan:
    """The days that an expression can mean in a document written on `anchor`.

    Both bounds are None where it names no year and nothing places it: no anchor, an impossible day, another event.
    """
    named = resolve_named(expression, anchor)
    if expression.bound is None or (named.start is None and named.end is None):
        return named
    return _opened(named, expression, anchor)


def resolve_named(expression: TimeExpression, anchor: WrittenOn | None) -> DateSpan:
    """The days that the expression names, without "since", "until", "before" or "after": for "since March", March."""
    grain = expression.grain
    if expression.impossible or expression.form in ("event", "set"):
        return DateSpan(None, None, grain)
    try:
        fixed = days_on(expression, None)
        if fixed is not None:
            return DateSpan(fixed[0], fixed[1], grain)
        if anchor is None or (anchor.start is None and anchor.end is None):
            return DateSpan(None, None, grain)
        first = days_on(expression, anchor.start) if anchor.start else None
        last = first if anchor.end == anchor.start else days_on(expression, anchor.end) if anchor.end else None
    except (ValueError, OverflowError):  # beyond the years that the calendar holds
        return DateSpan(None, None, grain)
    if expression.weekday is not None and expression.form == "calendar" and first and last and first[0].year != last[0].year:
        first, last = _agreeing(expression, first, last)
    return DateSpan(first[0] if first else None, last[1] if last else None, grain)


def resolve_from(expression: TimeExpression, event: DateSpan) -> DateSpan:
    """An expression told from another event's days: "two days later", "the following week", "that day"."""
    unit, amount = expression.unit or expression.grain, expression.amount or 0
    if expression.form != "event" or event.start is None or event.end is None:
        return DateSpan(None, None, expression.grain)
    far = expression.amount_high if expression.amount_high is not None else amount
    low, high = min(amount, far), max(amount, far)
    if unit == "fortnight":
        unit, low, high = "week", low * 2, high * 2
    try:
        if unit in ("hour", "minute"):
            days = (add(event.start, -1 if low < 0 else 0, "day"), add(event.end, 1 if high > 0 else 0, "day"))
        elif expression.weekday is not None:
            start = next_weekday(event.start, expression.weekday, amount)
            days = (start, next_weekday(event.end, expression.weekday, amount))
        elif expression.month is not None:
            return DateSpan(None, None, expression.grain)  # "the following June"
        elif unit == "day":
            days = (add(event.start, low, unit), add(event.end, high, unit))
        else:
            days = (unit_shifted(event.start, unit, low)[0], unit_shifted(event.end, unit, high)[1])
    except (ValueError, OverflowError):
        return DateSpan(None, None, expression.grain)
    return DateSpan(*days, expression.grain)


def weekday_years(month: int, day: int, weekday: int, between: tuple[int, int]) -> list[int]:
    """The years, from the first to the last of `between`, in which that day and month fell on that weekday (0 Monday).

    >>> weekday_years(11, 21, 0, (2010, 2023))
    [2011, 2016, 2022]
    """
    return [y for y in range(between[0], between[1] + 1) if (d := day_or_none(y, month, day)) is not None and d.weekday() == weekday]


def _opened(named: DateSpan, expression: TimeExpression, anchor: WrittenOn | None) -> DateSpan:
    start, end, bound = named.start, named.end, expression.bound
    if bound == "since":
        latest = anchor.end if anchor else None
        if latest is None:
            return DateSpan(start, None, named.grain)
        return DateSpan(start, latest if latest and start and latest >= start else end, named.grain)
    if bound == "until":
        return DateSpan(None, end, named.grain)
    if bound == "before":
        return DateSpan(None, start - DAY if start and start > date.min else None, named.grain)
    if bound == "after":
        return DateSpan(end + DAY if end and end < date.max else start, None, named.grain)
    return named  # "by Friday" and "as of Friday" tell how things stood that day


def _agreeing(e: TimeExpression, first: Span, last: Span) -> tuple[Span, Span]:
    """Of the years that a span of anchors leaves open, those in which the weekday falls on the day."""
    years = weekday_years(e.month or 1, e.day or 1, e.weekday or 0, (first[0].year, last[0].year))
    if not years:
        return first, last
    low, high = date(years[0], e.month or 1, e.day or 1), date(years[-1], e.month or 1, e.day or 1)
    return (low, low), (high, high)
