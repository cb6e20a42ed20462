"""The dates of one text in order: many are told from one that was told before."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from factcheck.align.calendar import resolve, resolve_from
from factcheck.align.day_arithmetic import unit_around
from factcheck.model.document import WrittenOn
from factcheck.model.time_expression import TimeExpression
from factcheck.model.value import DateSpan

TURN = 9  # months back from one date to the next that say that a new year has begun: 28 December to 4 January


def resolve_all(expressions: Sequence[TimeExpression], anchor: WrittenOn | None, sentences: Sequence[int] = ()) -> list[DateSpan]:
    """The expressions of one text in order; one told from an event counts from the last day named before it.

    sentences: of each expression the sentence it stands in; where they are given, a day or month without a year takes that of a
    date just told: "arrested on 3 May 2021 and released on 7 May".
    """
    found: list[DateSpan] = []
    told: DateSpan | None = None
    dated: tuple[TimeExpression, int] | None = None
    day = anchor if anchor is not None and anchor.start is not None and anchor.start == anchor.end else None
    whole: tuple[TimeExpression, DateSpan] | None = None
    for n, expression in enumerate(expressions):
        if sentences and expression.form == "calendar" and expression.endpoint is None:
            if expression.year is not None and expression.month is not None:
                dated = None if expression.attributive else (expression, sentences[n])
            elif dated is not None and (year := _year_told(expression, dated[0], sentences[n] - dated[1], anchor)) is not None:
                expression = copy(expression)
                expression.year = year
                dated = (expression, sentences[n])
        if expression.form == "event" and expression.relation != "named":
            if told is not None:
                span = resolve_from(expression, told)
            elif day is not None and (_looks_on(expression) or _is_year_before(expression)):
                span = resolve_from(expression, DateSpan(day.start, day.end, "day"))
            else:
                span = resolve(expression, anchor)
        elif whole is not None and day is not None and (expression is whole[0].low or expression is whole[0].high):
            span = _end_of(expression, whole[1], expression is whole[0].low) or resolve(expression, anchor)
        else:
            span = resolve(expression, anchor)
        if expression.form == "range":
            whole = (expression, span)
        found.append(span)
        if span.grain == "day" and span.start is not None and span.start == span.end:
            told = span
    return found


def _year_told(e: TimeExpression, before: TimeExpression, further: int, anchor: WrittenOn | None) -> int | None:
    """The year of a day or month without one that is told along with a date that has one, or None where its own story places it.

    further: sentences between the two. A story of a known day places what it tells by itself, but for what stands in one sentence
    with a date of an earlier year.
    """
    firm = anchor is not None and anchor.basis != "latest-mention"
    if e.month is None or e.within is not None or e.relation is not None or e.weekday is not None or e.attributive or e.tense == "future":
        return None
    if further > (0 if firm else 1) or (firm and e.tense != "past") or (e.day is None) != (before.day is None):
        return None
    if before.year is None or before.month is None or before.tense == "future":
        return None
    if (e.month, e.day or 0) >= (before.month, before.day or 0):
        return before.year
    return before.year + 1 if before.month - e.month >= TURN else None


def _looks_on(e: TimeExpression) -> bool:
    """Whether what is told from no event before it counts from the day of writing: "reply by the next day"."""
    if e.relation is None and e.unit not in ("day", "week", "fortnight", "month"):
        return False  # "you can’t be a victim 40 years later"
    return e.tense == "future" or (e.tense == "unknown" and e.amount == 1 and e.relation == "next")


def _is_year_before(e: TimeExpression) -> bool:
    """ "$2m, from $1m a year earlier": where no day was told, a year before the one of writing."""
    return e.unit == "year" and e.amount == -1 and e.amount_high is None and e.relation is None


def _end_of(e: TimeExpression, whole: DateSpan, is_low: bool) -> DateSpan | None:
    """The end of a range as the whole range places it: in "from Dec. 22 to Jan. 25" one year after the other."""
    if e.within is not None or e.part or whole.start is None or whole.end is None:
        return None
    edge = whole.start if is_low else whole.end
    if e.form == "weekday" and edge.weekday() == e.weekday:
        return DateSpan(edge, edge, e.grain)
    if e.form != "calendar" or e.month is None or e.year is not None:
        return None
    if edge.month != e.month or (e.day is not None and edge.day != e.day):
        return None
    return DateSpan(*((edge, edge) if e.day is not None else unit_around(edge, "month")), e.grain)
