"""Quarters, seasons, holidays, weekends and decades as days; `inner` is the span they are told to lie within, if any."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from factcheck.align.day_arithmetic import (
    Span,
    add,
    easter,
    months_span,
    nth_weekday,
    unit_around,
    unit_shifted,
)
from factcheck.lexicon import table
from factcheck.model.time_expression import TimeExpression

AHEAD = 61  # days: a day without year and tense may lie so far ahead of the story, else it is past


def year_of(e: TimeExpression, inner: Span | None) -> int | None:
    """The year it is told in: its own, or that of what it lies within."""
    return e.year if e.year is not None else inner[0].year if inner else None


def decade(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    size = 10 if e.form == "decade" else 100
    return (date(e.year, 1, 1), date(e.year + size - 1, 12, 31)) if e.year else None


def quarter(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    size = 3 if e.form == "quarter" else 6
    month = ((e.index or 1) - 1) * size + 1
    year = year_of(e, inner)
    if year is None:
        if a is None:
            return None
        year = a.year
        if e.tense == "future":
            year += months_span(year, month, size)[1] < a
        elif date(year, month, 1) > a:
            year -= 1
    return months_span(year, month, size)


def season(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    first = table("calendar")["seasons"][e.name]["first"]
    year = year_of(e, inner)
    if year is not None:
        return months_span(year, first, 3)
    if a is None:
        return None
    spans = [months_span(y, first, 3) for y in range(max(MINYEAR, a.year - 2), min(MAXYEAR - 1, a.year + 2) + 1)]
    if e.relation in ("next", "coming") or e.tense == "future":
        ahead = [s for s in spans if (s[0] > a if e.relation == "next" else s[1] >= a)]
        return ahead[0] if ahead else None
    if e.relation == "this":
        same = [s for s in spans if s[0].year == a.year or s[1].year == a.year]
        return min(same, key=lambda s: (max((s[0] - a).days, (a - s[1]).days, 0), s[0]))
    past = [s for s in spans if (s[1] < a if e.relation == "last" else s[0] <= a)]
    return past[-1] if past else None


def holiday(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    days = _holiday_itself(e, a, inner)
    if days is None or e.unit != "weekend":
        return days
    # Its weekend reaches from Saturday to a Monday's holiday, from a Thursday's to Sunday.
    weekday = days[0].weekday()
    saturday = add(days[0], -weekday - 2 if weekday < 2 else 5 - weekday, "day")
    return min(saturday, days[0]) if weekday in (3, 4) else saturday, max(add(saturday, 1, "day"), days[0] if weekday == 0 else saturday)


def _holiday_itself(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    year = year_of(e, inner)
    if year is not None:
        found = _holiday_on(e.name or "", year)
        return found, found
    if a is None:
        return None
    days = [_holiday_on(e.name or "", y) for y in range(max(MINYEAR, a.year - 2), min(MAXYEAR, a.year + 2) + 1)]
    if e.relation in ("next", "coming") or e.tense == "future":
        days = [d for d in days if d > a or (d == a and e.relation is None)][:1]
    elif e.relation == "this":
        days = [d for d in days if d.year == a.year]
    else:
        reach = a if e.relation or e.tense == "past" else a + timedelta(days=AHEAD)
        days = [d for d in days if (d < reach if e.relation else d <= reach)][-1:]
    return (days[0], days[0]) if days else None


@cache
def _holiday_on(name: str, year: int) -> date:
    rule = table("calendar")["holidays"][name]
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    if "nth" in rule:
        found = nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
        return (found or date(year, rule["month"], 1)) + timedelta(days=rule.get("plus", 0))
    return date(year, rule["month"], rule["day"])


def weekend(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    if inner is not None:
        return unit_around(inner[0], "weekend")
    if a is None:
        return None
    this = unit_around(a, "weekend")
    if e.relation == "next":
        return unit_shifted(a, "weekend", 1)
    if e.relation in ("last", "past", "previous"):
        return unit_shifted(a, "weekend", -1)
    if e.tense == "future" or a >= this[0] or e.relation == "coming":
        return this
    # On Monday "this weekend" is still the one just over; by Thursday it is the one to come.
    return this if e.relation == "this" and a.weekday() >= 3 and e.tense != "past" else unit_shifted(a, "weekend", -1)
