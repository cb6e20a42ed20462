"""Arithmetic of days, weeks, months, quarters and years; spans are (first day, last day), both included."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

Span = tuple[date, date]
DAY = timedelta(days=1)
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "workweek": 7}


def month_span(year: int, month: int) -> Span:
    """The first and last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (MAXYEAR, 12) else date.max
    return date(year, month, 1), following - DAY if following != date.max else date.max


def months_span(year: int, month: int, count: int) -> Span:
    """`count` months on end from a month on."""
    last_year, last_month = moved(year, month, count - 1)
    return date(year, month, 1), month_span(last_year, last_month)[1]


def moved(year: int, month: int, by: int) -> tuple[int, int]:
    """The month that lies `by` months away, kept inside the calendar."""
    n = min(max(year * 12 + month - 1 + by, MINYEAR * 12), MAXYEAR * 12 + 11)
    return n // 12, n % 12 + 1


def add(day: date, amount: int, unit: str) -> date:
    """The day `amount` units away; 31 January and a month is the last of February. Stops at the calendar's ends."""
    if unit in _DAYS_IN:
        try:
            return day + timedelta(days=amount * _DAYS_IN[unit])
        except OverflowError:
            return date.min if amount < 0 else date.max
    year, month = moved(day.year, day.month, amount * _MONTHS_IN.get(unit, 12))
    return date(year, month, min(day.day, month_span(year, month)[1].day))


def unit_around(day: date, unit: str) -> Span:
    """The calendar unit that holds a day: its Monday-to-Sunday week, its month …"""
    if unit == "week":
        first = day - timedelta(days=day.weekday()) if day.toordinal() > 7 else date.min
        return first, add(first, 6, "day")
    if unit == "workweek":
        monday = unit_around(day, "week")[0]
        return monday, add(monday, 4, "day")
    if unit == "weekend":
        monday = day - timedelta(days=day.weekday()) if day.toordinal() > 7 else date.min
        return add(monday, 5, "day"), add(monday, 6, "day")
    if unit == "fortnight":
        return add(day, -13, "day"), day
    if unit == "month":
        return month_span(day.year, day.month)
    if unit == "quarter":
        return months_span(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = max(day.year // size * size, MINYEAR)
        return date(first, 1, 1), date(min(day.year // size * size + size - 1, MAXYEAR), 12, 31)
    return day, day


def unit_shifted(day: date, unit: str, amount: int) -> Span:
    """The calendar unit that lies `amount` units from the one that holds a day."""
    base = date(day.year, day.month, 1) if unit in _MONTHS_IN else day
    return unit_around(add(base, amount, unit), unit)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_weekday(day: date, weekday: int, amount: int) -> date:
    """The nearest such weekday strictly after a day, or strictly before it where amount is negative."""
    if amount < 0:
        return add(day, -((day.weekday() - weekday - 1) % 7 + 1), "day")
    return add(day, (weekday - day.weekday() - 1) % 7 + 1, "day")


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, counted from its end if nth is negative."""
    first, last = month_span(year, month)
    if nth > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if first <= day <= last else None


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian method.

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def stretch_of(span: Span, part: str) -> Span:
    """The early or late half of a span, or its middle third with some room; of a year, whole months, of a decade, whole years."""
    first, last = span
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        if first.year == last.year:
            months = {"early": (1, 6), "mid": (5, 4), "late": (7, 6)}.get(part)
            return months_span(first.year, *months) if months else span
        half = first.year + (last.year - first.year + 1) // 2  # of a decade or a century, whole years
        if part in ("early", "late"):
            return (first, date(half - 1, 12, 31)) if part == "early" else (date(half, 1, 1), last)
    days = (last - first).days + 1
    if part == "early":
        return first, first + timedelta(days=max(0, (days + 1) // 2 - 1))
    if part == "late":
        return first + timedelta(days=days // 2), last
    if part == "mid":
        return first + timedelta(days=days * 3 // 10), last - timedelta(days=days * 3 // 10)
    return span
