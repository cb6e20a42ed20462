"""From a date as written to the days it can mean, told from the day its document was written.

The habits are those of news: "on Monday" in a Monday's story is that day, in any other the nearest one past, or the coming
one where the verb is of the future. Where the document's own date is a span, the result covers every day that any of its
days would give.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from factcheck.align.day_arithmetic import (
    DAY,
    Span,
    add,
    easter,
    month_span,
    months_span,
    moved,
    nth_weekday,
    stretch_of,
    unit_around,
    unit_shifted,
)
from factcheck.lexicon import table
from factcheck.model.document import WrittenOn
from factcheck.model.time_expression import TimeExpression
from factcheck.model.value import DateSpan

AHEAD = 61  # days: a day and month without year and tense may lie so far ahead of the story, else it is past
SLACK = 3  # days: a past day may lie so far ahead of the story's date, whose clock may be another's


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
        fixed = _at(expression, None)
        if fixed is not None:
            return DateSpan(fixed[0], fixed[1], grain)
        if anchor is None or (anchor.start is None and anchor.end is None):
            return DateSpan(None, None, grain)
        first = _at(expression, anchor.start) if anchor.start else None
        last = first if anchor.end == anchor.start else _at(expression, anchor.end) if anchor.end else None
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
    try:
        if unit in ("hour", "minute"):
            days = (event.start - (DAY if low < 0 else 0 * DAY), event.end + (DAY if high > 0 else 0 * DAY))
        elif expression.weekday is not None:
            start = _next_weekday(event.start, expression.weekday, amount)
            days = (start, _next_weekday(event.end, expression.weekday, amount))
        elif unit == "day" or expression.relation == "exact":
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
    return [y for y in range(between[0], between[1] + 1) if (d := _day(y, month, day)) is not None and d.weekday() == weekday]


def resolve_all(expressions: Iterable[TimeExpression], anchor: WrittenOn | None) -> list[DateSpan]:
    """The expressions of one text in order; one told from an event counts from the last day named before it."""
    found: list[DateSpan] = []
    told: DateSpan | None = None
    for expression in expressions:
        span = resolve_from(expression, told) if expression.form == "event" and told else resolve(expression, anchor)
        found.append(span)
        if span.grain == "day" and span.start is not None and span.start == span.end:
            told = span
    return found


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
        later = start + DAY if start and named.grain == "day" and start < date.max else start
        return DateSpan(later, None, named.grain)
    return named  # "by Friday" and "as of Friday" tell how things stood that day


def _agreeing(e: TimeExpression, first: Span, last: Span) -> tuple[Span, Span]:
    """Of the years that a span of anchors leaves open, those in which the weekday falls on the day."""
    years = weekday_years(e.month or 1, e.day or 1, e.weekday or 0, (first[0].year, last[0].year))
    if not years:
        return first, last
    low, high = date(years[0], e.month or 1, e.day or 1), date(years[-1], e.month or 1, e.day or 1)
    return (low, low), (high, high)


def _at(e: TimeExpression, a: date | None) -> Span | None:
    """The days an expression means on day `a`; without a day, None unless it needs none."""
    reader = _FORMS.get(e.form)
    found = reader(e, a) if reader else None
    if found is None or e.part is None:
        return found
    if e.part in ("earlier", "later"):
        if a is None or not found[0] <= a <= found[1]:
            return stretch_of(found, "early" if e.part == "earlier" else "late")
        return (found[0], a) if e.part == "earlier" else (a, found[1])
    return stretch_of(found, e.part)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _container_year(e: TimeExpression, a: date | None) -> int | None:
    """The year it is told in: its own, or that of what it lies within."""
    if e.year is not None:
        return e.year
    if e.within is not None:
        span = _at(e.within, a)
        return span[0].year if span else None
    return None


def _calendar(e: TimeExpression, a: date | None) -> Span | None:
    year, month, day = e.year, e.month, e.day
    if e.other is not None and year is not None and month and day:
        days = sorted(d for d in (_day(year, month, day), _day(*e.other)) if d is not None)
        return (days[0], days[-1]) if days else None
    if month is None and day is None:
        return (date(year, 1, 1), date(year, 12, 31)) if year is not None else None
    if month is None:
        return _day_of_month(e, a)
    year = _container_year(e, a)
    if year is not None:
        if day is None:
            return month_span(year, month)
        found = _day(year, month, day)
        return (found, found) if found else None
    if a is None or e.within is not None:
        return None
    return _nearest(e, a)


def _nearest(e: TimeExpression, a: date) -> Span | None:
    """The day or month without a year that a story of day `a` means."""
    month, day = e.month or 1, e.day
    spans: list[Span] = []
    for year in range(max(MINYEAR, a.year - 8), min(MAXYEAR, a.year + 8) + 1):
        if day is None:
            spans.append(month_span(year, month))
        elif (found := _day(year, month, day)) is not None:
            spans.append((found, found))
    if e.relation == "last":
        past = [s for s in spans if s[1] < a and (day is not None or s[1] < unit_around(a, "month")[0])]
        return past[-1] if past else None
    if e.relation in ("next", "coming"):
        ahead = [s for s in spans if s[0] > a]
        return ahead[0] if ahead else None
    if e.relation == "this":
        return next((s for s in spans if s[0].year == a.year), None)
    if e.tense == "future":
        ahead = [s for s in spans if s[1] >= a]
        return ahead[0] if ahead else None
    reach = a + timedelta(days=SLACK if e.tense == "past" else AHEAD if day is not None else AHEAD // 2)
    past = [s for s in spans if s[0] <= reach]
    return past[-1] if past else None


def _day_of_month(e: TimeExpression, a: date | None) -> Span | None:
    """ "on the 21st": of the month it lies within, or the nearest one."""
    if e.within is not None:
        span = _at(e.within, a)
        found = _day(span[0].year, span[0].month, e.day or 1) if span else None
        return (found, found) if found else None
    if a is None:
        return None
    days = [d for n in range(-14, 15) if (d := _day(*moved(a.year, a.month, n), e.day or 1)) is not None]
    if e.weekday is not None:
        days = [d for d in days if d.weekday() == e.weekday] or days
    if e.tense == "future":
        days = [d for d in days if d >= a][:1]
    else:
        days = [d for d in days if d <= a + timedelta(days=SLACK)][-1:]
    return (days[0], days[0]) if days else None


def _next_weekday(day: date, weekday: int, amount: int) -> date:
    """The nearest such weekday strictly after a day, or strictly before it where amount is negative."""
    if amount < 0:
        return add(day, -((day.weekday() - weekday - 1) % 7 + 1), "day")
    return add(day, (weekday - day.weekday() - 1) % 7 + 1, "day")


def _weekday(e: TimeExpression, a: date | None) -> Span | None:
    weekday = e.weekday or 0
    if e.within is not None:
        span = _at(e.within, a)
        found = add(span[0], (weekday - span[0].weekday()) % 7, "day") if span else None
        return (found, found) if found else None
    if a is None:
        return None
    ahead, behind = (weekday - a.weekday()) % 7, (a.weekday() - weekday) % 7
    if e.relation in ("last", "past", "previous"):
        found = add(a, -(behind or 7), "day")
    elif e.relation == "next":
        # The Friday of this week is "Friday" or "this Friday"; "next Friday" is the one after.
        found = add(unit_around(a, "week")[0], 7 + weekday, "day")
    elif e.relation == "coming":
        found = add(a, ahead or 7, "day")
    elif e.relation == "this" and e.tense != "past":
        found = add(unit_around(a, "week")[0], weekday, "day")
    elif e.tense == "future":
        found = add(a, ahead, "day")
    else:
        found = add(a, -behind, "day")
    return found, found


def _shift(e: TimeExpression, a: date | None) -> Span | None:
    if e.within is not None:
        span = _at(e.within, a)
        a = span[0] if span else None
    return unit_shifted(a, e.unit or "day", e.amount or 0) if a else None


def _offset(e: TimeExpression, a: date | None) -> Span | None:
    unit, amount = e.unit or "day", e.amount or 0
    if e.within is not None:
        span = _at(e.within, a)
        if span is None:
            return None
        return add(span[0], amount, unit), add(span[1], amount, unit)
    if a is None:
        return None
    far = e.amount_high if e.amount_high is not None else amount
    near_day, far_day = (add(a, n, unit) if unit not in ("hour", "minute") else a for n in (amount, far))
    low, high = min(near_day, far_day), max(near_day, far_day)
    if unit in ("hour", "minute"):
        return (add(a, -1, "day"), a) if amount < 0 else (a, add(a, 1, "day"))
    if unit in ("month", "year", "decade", "century"):
        held = "year" if unit in ("decade", "century") else unit  # two decades ago is a year, with room
        return unit_around(low, held)[0], unit_around(high, held)[1]
    if unit in ("week", "fortnight") and amount < 0:
        return add(low, -3, "day"), add(high, 3, "day")  # "two weeks ago" is seldom meant to the day
    return low, high


def _stretch(e: TimeExpression, a: date | None) -> Span | None:
    if a is None:
        return None
    unit, amount = e.unit or "day", e.amount or 0
    if e.amount_high is not None and abs(e.amount_high - amount) > 1:
        amount = e.amount_high
    if unit in ("hour", "minute"):
        return (add(a, -1, "day"), a) if amount < 0 else (a, add(a, 1, "day"))
    if e.relation == "within":
        return a, add(add(a, amount, unit), -1, "day")
    if unit in ("quarter", "weekend"):
        first, last = (amount, -1) if amount < 0 else (1, amount)
        return unit_shifted(a, unit, first)[0], unit_shifted(a, unit, last)[1]
    if amount < 0:
        return add(a, amount, unit), add(a, -1, "day") if e.relation == "past" else a
    return add(a, 1, "day"), add(a, amount, unit)


def _decade(e: TimeExpression, a: date | None) -> Span | None:
    size = 10 if e.form == "decade" else 100
    return (date(e.year, 1, 1), date(e.year + size - 1, 12, 31)) if e.year else None


def _quarter(e: TimeExpression, a: date | None) -> Span | None:
    size = 3 if e.form == "quarter" else 6
    month = ((e.index or 1) - 1) * size + 1
    year = _container_year(e, a)
    if year is None:
        if a is None:
            return None
        year = a.year
        if e.tense == "future":
            year += months_span(year, month, size)[1] < a
        elif date(year, month, 1) > a:
            year -= 1
    return months_span(year, month, size)


def _season(e: TimeExpression, a: date | None) -> Span | None:
    first = table("calendar")["seasons"][e.name]["first"]
    year = _container_year(e, a)
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


@cache
def _holiday_on(name: str, year: int) -> date:
    rule = table("calendar")["holidays"][name]
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    if "nth" in rule:
        found = nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
        return (found or date(year, rule["month"], 1)) + timedelta(days=rule.get("plus", 0))
    return date(year, rule["month"], rule["day"])


def _holiday(e: TimeExpression, a: date | None) -> Span | None:
    days = _holiday_itself(e, a)
    if days is None or e.unit != "weekend":
        return days
    # Its weekend reaches from Saturday to a Monday's holiday, from a Thursday's to Sunday.
    weekday = days[0].weekday()
    saturday = add(days[0], -weekday - 2 if weekday < 2 else 5 - weekday, "day")
    return min(saturday, days[0]) if weekday in (3, 4) else saturday, max(add(saturday, 1, "day"), days[0] if weekday == 0 else saturday)


def _holiday_itself(e: TimeExpression, a: date | None) -> Span | None:
    year = _container_year(e, a)
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


def _weekend(e: TimeExpression, a: date | None) -> Span | None:
    if e.within is not None:
        span = _at(e.within, a)
        return unit_around(span[0], "weekend") if span else None
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


def _part(e: TimeExpression, a: date | None) -> Span | None:
    """The nth week of a month, the last month of a year: weeks begin on Mondays, the first holds the first Thursday."""
    span = _at(e.within, a) if e.within else None
    if span is None or not e.index:
        return None
    unit, n = e.unit or "week", e.index
    if unit == "week":
        first = unit_around(add(span[0], 3, "day"), "week")
        last = unit_around(add(span[1], -3, "day"), "week")
        return unit_shifted(first[0], "week", n - 1) if n > 0 else unit_shifted(last[0], "week", n + 1)
    found = unit_shifted(span[0], unit, n - 1) if n > 0 else unit_shifted(span[1], unit, n + 1)
    return found if found[0] >= span[0] and found[1] <= span[1] else None


def _range(e: TimeExpression, a: date | None) -> Span | None:
    if e.low is None or e.high is None:
        return None
    low, high = _at(e.low, a), _at(e.high, a)
    if low is None or high is None:
        return None
    if low[0] > high[1]:
        # "from November to March" without years: the nearer end keeps its year, the other is told from it.
        if not e.low.is_complete and (e.tense != "future" or e.high.is_complete):
            low = _before(e.low, high)
        elif not e.high.is_complete:
            high = _behind(e.high, low)
    return (low[0], high[1]) if low[0] <= high[1] else None


def _before(e: TimeExpression, high: Span) -> Span:
    found = _nearest(e, high[0]) if e.month and e.tense != "future" else None
    return found if found and found[0] <= high[1] else (high[0], high[0])


def _behind(e: TimeExpression, low: Span) -> Span:
    if e.form == "weekday" and e.weekday is not None:
        found = _next_weekday(low[0], e.weekday, 1)
        return found, found
    if e.form == "calendar" and e.month:
        year = low[0].year + (e.month < low[0].month)
        return month_span(year, e.month) if e.day is None else (date(year, e.month, e.day),) * 2  # type: ignore[return-value]
    return low


_FORMS = {
    "calendar": _calendar,
    "weekday": _weekday,
    "shift": _shift,
    "offset": _offset,
    "stretch": _stretch,
    "decade": _decade,
    "century": _decade,
    "quarter": _quarter,
    "half": _quarter,
    "season": _season,
    "holiday": _holiday,
    "weekend": _weekend,
    "part": _part,
    "range": _range,
}
