"""What the words of a date mean to one who writes on a certain day: the habits of news, form by form."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from factcheck.align.day_arithmetic import (
    Span,
    add,
    day_or_none,
    month_span,
    moved,
    next_weekday,
    nth_weekday,
    stretch_of,
    unit_around,
    unit_shifted,
)
from factcheck.align.range_edges import before_in_year, half_from, is_of_year
from factcheck.align.year_parts import AHEAD, decade, holiday, quarter, season, weekend, year_of
from factcheck.model.time_expression import TimeExpression

SOON = 45  # days: so far ahead a day is the likelier for a verb of the past than the same day eleven months ago
SINCE, YEAR_OFF = timedelta(days=21), 330
SLACK = 3  # days: a past day may lie so far ahead of the story's date, whose clock may be another's


def days_on(e: TimeExpression, a: date | None) -> Span | None:
    """The days an expression means to one who writes on day `a`; without a day, None unless it needs none."""
    if e.form == "range":
        return _range(e, a)
    inner = days_on(e.within, a) if e.within is not None else None
    reader = _FORMS.get(e.form)
    if reader is None or (inner is None and e.within is not None):
        return None
    found = reader(e, a, inner)
    if found is None or e.part is None:
        return found
    if e.part in ("earlier", "later"):
        if a is None or not found[0] <= a <= found[1]:
            return stretch_of(found, "early" if e.part == "earlier" else "late")
        return (found[0], a) if e.part == "earlier" else (a, found[1])
    return stretch_of(found, e.part)


def _calendar(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    year, month, day = e.year, e.month, e.day
    if e.other is not None and year is not None and month and day:
        days = sorted(d for d in (day_or_none(year, month, day), day_or_none(*e.other)) if d is not None)
        return (days[0], days[-1]) if days else None
    if month is None and day is None:
        return (date(year, 1, 1), date(year, 12, 31)) if year is not None else None
    if month is None:
        return _day_of_month(e, a, inner)
    year = year_of(e, inner)
    if year is not None:
        if day is None:
            return month_span(year, month)
        found = day_or_none(year, month, day)
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
        elif (found := day_or_none(year, month, day)) is not None:
            spans.append((found, found))
    if e.relation == "last":
        past = [s for s in spans if s[1] < a and (day is not None or s[1] < unit_around(a, "month")[0])]
        return past[-1] if past else None
    if e.relation in ("next", "coming"):
        ahead = [s for s in spans if s[0] > a]
        return ahead[0] if ahead else None
    if e.relation == "this":
        return next((s for s in spans if s[0].year == a.year), None)
    if e.bound == "since":  # what has been so "since March" began before it was told
        past = [s for s in spans if s[0] <= a]
        return past[-1] if past else None
    if e.tense == "future":
        ahead = [s for s in spans if s[1] >= a]
        just_gone = [s for s in spans if timedelta(0) < a - s[1] <= SINCE]
        # "A vote planned for March 12 was put off", a week later; next year's day would be told with its year.
        return just_gone[-1] if just_gone and day is not None and ahead and (ahead[0][0] - a).days > YEAR_OFF else ahead[0] if ahead else None
    if e.tense == "past":
        # Of this year's days the year is left out, of last December's seldom: a day soon to come is the likelier.
        near = a + timedelta(days=SOON if day is not None else SLACK)
        soon = [s for s in spans if s[0] <= a + timedelta(days=SLACK) or (s[0].year == a.year and s[0] <= near)]
        return soon[-1] if soon else None
    reach = a + timedelta(days=AHEAD if day is not None else AHEAD // 2)
    past = [s for s in spans if s[0] <= reach]
    return past[-1] if past else None


def _day_of_month(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    """ "on the 21st": of the month it lies within, or the nearest one."""
    if e.within is not None:
        found = day_or_none(inner[0].year, inner[0].month, e.day or 1) if inner else None
        return (found, found) if found else None
    if a is None:
        return None
    days = [d for n in range(-14, 15) if (d := day_or_none(*moved(a.year, a.month, n), e.day or 1)) is not None]
    if e.weekday is not None:
        days = [d for d in days if d.weekday() == e.weekday] or days
    if e.tense == "future":
        days = [d for d in days if d >= a][:1]
    else:
        days = [d for d in days if d <= a + timedelta(days=SLACK)][-1:]
    return (days[0], days[0]) if days else None


def _weekday(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    weekday = e.weekday or 0
    if inner is not None and e.within is not None:
        start = inner[0]
        if e.within.form == "offset" and a is not None:  # "Monday two weeks from now": of the week that holds that day
            start = unit_around(add(a, e.within.amount or 0, e.within.unit or "week"), "week")[0]
        found = add(start, (weekday - start.weekday()) % 7, "day")
        return found, found
    if a is None:
        return None
    ahead, behind = (weekday - a.weekday()) % 7, (a.weekday() - weekday) % 7
    if e.relation == "previous":
        found = add(unit_around(a, "week")[0], weekday - 7, "day")  # of the week before this
    elif e.relation in ("last", "past"):
        # The day before is "yesterday" or "Monday": who says "last Monday" on a Tuesday means the one of the week before.
        found = add(a, -(behind if behind > 1 else behind + 7) - 7 * ((e.amount or 1) - 1), "day")
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


def _shift(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    a = inner[0] if inner else a
    return unit_shifted(a, e.unit or "day", e.amount or 0) if a else None


def _offset(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    unit, amount = e.unit or "day", e.amount or 0
    if inner is not None:
        return add(inner[0], amount, unit), add(inner[1], amount, unit)
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


def _stretch(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    if inner is not None and (e.amount or 0) < 0:
        return add(add(inner[1], 1, "day"), e.amount or 0, e.unit or "day"), inner[1]
    if inner is not None:
        return inner[0], add(add(inner[0], e.amount or 0, e.unit or "day"), -1, "day")
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


def _part(e: TimeExpression, a: date | None, inner: Span | None) -> Span | None:
    """The nth week of a month, the last month of a year: weeks begin on Mondays, the first holds the first Thursday."""
    span = inner
    if span is None or not e.index:
        return None
    unit, n = e.unit or "week", e.index
    more = ((e.amount or 1) - 1) * (1 if n > 0 else -1)  # "the last three weeks of 2019": the last and two before it
    if unit == "week":
        first = unit_around(add(span[0], 3, "day"), "week")
        last = unit_around(add(span[1], -3, "day"), "week")
        ends = [unit_shifted(first[0], "week", m - 1) if n > 0 else unit_shifted(last[0], "week", m + 1) for m in (n, n + more)]
        return min(ends)[0], max(ends)[1]
    if unit == "weekday":
        edge = span[0] if n > 0 else span[1]  # of a year, in its first or last month
        day = nth_weekday(edge.year, edge.month, e.weekday or 0, n)
        return (day, day) if day else None
    ends = [unit_shifted(span[0], unit, m - 1) if n > 0 else unit_shifted(span[1], unit, m + 1) for m in (n, n + more)]
    found = min(ends)[0], max(ends)[1]
    return found if found[0] >= span[0] and found[1] <= span[1] else None


def _range(e: TimeExpression, a: date | None) -> Span | None:
    if e.low is None or e.high is None:
        return None
    low, high = days_on(e.low, a), days_on(e.high, a)
    if low is None or high is None:
        return None
    low, high = _from_point(e.low, low, a), _to_point(e.high, high, a)
    if is_of_year(e.low) and is_of_year(e.high) and e.tense == "future":
        low = before_in_year(e.low, low, high)  # of what is still to come, "from May to September" may have begun
    if low[0] > high[1] and e.high.form == "shift" and not e.high.amount and e.high.unit != "day":
        high = days_on(e.high, low[0]) or high  # "from Dec. 1 until the end of the month"
    if low[0] > high[1]:
        # "from November to March" without years: the nearer end keeps its year, the other is told from it.
        if not e.low.is_complete and (e.tense != "future" or e.high.is_complete):
            low = _before(e.low, high)
        elif not e.high.is_complete:
            high = _behind(e.high, low)
    return (low[0], high[1]) if low[0] <= high[1] else None


def _from_point(e: TimeExpression, low: Span, a: date | None) -> Span:
    """From the end of 2007 on is from 2008 on; from the middle of June, from its second half on."""
    if not e.is_point or (whole := _whole(e, a)) is None:
        return low
    start = add(whole[1], 1, "day") if e.part == "late" else half_from(whole)
    return start, max(start, low[1])


def _to_point(e: TimeExpression, high: Span, a: date | None) -> Span:
    if not e.is_point or e.part != "mid" or (whole := _whole(e, a)) is None:
        return high
    return high[0], add(half_from(whole), -1, "day")


def _whole(e: TimeExpression, a: date | None) -> Span | None:
    inner = days_on(e.within, a) if e.within is not None else None
    return _FORMS[e.form](e, a, inner)


def _before(e: TimeExpression, high: Span) -> Span:
    if e.form == "weekday" and e.weekday is not None and not e.relation:
        found = next_weekday(high[0], e.weekday, -1)
        return found, found
    found = _nearest(e, high[0]) if e.month and e.tense != "future" else None
    return found if found and found[0] <= high[1] else (high[0], high[0])


def _behind(e: TimeExpression, low: Span) -> Span:
    if e.form == "weekday" and e.weekday is not None:
        found = next_weekday(low[0], e.weekday, 1)
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
    "decade": decade,
    "century": decade,
    "quarter": quarter,
    "half": quarter,
    "season": season,
    "holiday": holiday,
    "weekend": weekend,
    "part": _part,
}
