"""The day, week, month or year of the writing, told without "this": "away for the month", "week 23", "the year to date".

Not: "the day" and "the week" in running prose, "of the day", "Player of the Year", the weeks of a sport's season.
"""

from __future__ import annotations

from factcheck.extract.time_scan import ALONE, DASHES, UNIT_SHIFTS, Atom, TimeScan
from factcheck.extract.verb_tenses import tense_before
from factcheck.model.time_expression import TimeExpression

_CLOSED = frozenset(("", ".", ",", ";", "!", "?", ")", ":", '"', "”"))
_MANY = frozenset("early earlier late later mid far times time once twice day days week weeks month months first second third last only ever".split())
_WEEKS_IN_YEAR = 53


def read_own_unit(scan: TimeScan, i: int, unit: str) -> Atom | None:
    """ "the week" at token i where the wording says that it is the document's own."""
    own = TimeExpression("shift", unit, unit=unit, amount=0)
    nxt, opener, k = scan.low[i + 1], scan.low[i - 2], i - 3
    if nxt not in _CLOSED or scan.is_capital(i):
        return None
    if opener == "for":
        told = scan.low[k] in scan.known.out_of_reach and not {"was", "were", "had"} & {scan.low[k - 1], scan.low[k - 2]}
    elif opener == "of":
        told = unit in ("week", "month") and scan.low[k] in scan.known.prize_winners
    else:
        told = opener == "in" and unit != "day" and scan.low[k] not in _MANY and scan.low[k][:1].isalpha() and not tense_before(scan, i)
    return Atom(i - 1, i, own) if told else None


def read_to_date(scan: TimeScan, i: int, unit: str) -> Atom | None:
    """ "the year to date", "month-to-date": from the unit's first day to the day of writing."""
    k = i + 1
    if scan.low[k] in DASHES:
        k += 1
    if scan.low[k] != "to" or unit in ("day", "hour", "minute"):
        return None
    k += 1
    if scan.low[k] in DASHES:
        k += 1
    if scan.low[k] != "date":
        return None
    return Atom(i, k, TimeExpression("shift", unit, unit=unit, amount=0, part="earlier"))


def read_numbered_week(scan: TimeScan, i: int) -> Atom | None:
    """ "week 23 of 2019", "Thursday, week 23": a week by its number in the calendar; not "week 12 of the season"."""
    n = scan.number(i + 1)
    if n is None or not 1 <= n <= _WEEKS_IN_YEAR:
        return None
    expression = TimeExpression("part", "week", unit="week", index=n)
    first = i - 1 if scan.low[i - 1] == "calendar" else i
    found = scan.year_behind(i + 2)
    if found and found[0] is not None:
        expression.within = TimeExpression("calendar", "year", year=found[0])
        return Atom(first, found[2], expression)
    if scan.is_capital(i) and first == i:
        return None  # Week 12 of a sport's season
    k = i - 2 if scan.low[i - 1] in (",", "of") else i - 1
    placed = first < i or scan.low[i - 1] == "the" or scan.bare(k) in scan.known.weekdays or (scan.number(i + 2) is not None and scan.low[i + 3] in {"am", "pm", "a", "p", ":"})
    nxt = scan.low[i + 2]
    if not placed or (nxt not in ALONE and scan.number(i + 2) is None) or nxt in DASHES:
        return None
    expression.within = TimeExpression("shift", "year", unit="year", amount=0)
    return Atom(first, i + 1, expression)


def read_days_within(scan: TimeScan, first: int, last: int, unit: str, relation: str) -> Atom | None:
    """ "4-23 in next month", "the 3rd to the 9th of this month": days of the month that tokens first to last tell."""
    k = first - 2
    if unit != "month" or scan.low[first - 1] not in ("in", "of") or scan.number(k) is None or relation not in UNIT_SHIFTS:
        return None
    low, high = scan.number(k - 2), scan.number(k)
    if scan.low[k - 1] not in DASHES or not low or not high or not low < high <= 31 or not scan.is_free(k - 2, k):
        return None
    ends = []
    for day in (low, high):
        month = TimeExpression("shift", "month", unit="month", amount=UNIT_SHIFTS[relation])
        ends.append(TimeExpression("calendar", "day", day=day, within=month))
    opening = k - 3 if scan.low[k - 3] == "from" else k - 2
    return Atom(opening, last, TimeExpression("range", "day", low=ends[0], high=ends[1]))
