"""Whether two dates that can be one time are the dates of one thing.

A day that both write out is seldom the same by chance, and least of all in two stories on one matter; "Thursday" is a day on
which much happened, and "in 2012" a year in which more did. So the vaguer the words, the more the sentences must share.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.align.context import Contexts
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.clock import read_clock
from factcheck.model.time_expression import TimeExpression
from factcheck.relation import ENTAILED_BY, ENTAILS, SAME


class Least(NamedTuple):
    """What must be shared: the weight of the sentences' names and words, and words among them; or names and words of the sentences around."""

    weight: float
    words: int
    around: int


WRITTEN_OUT = Least(2.0, 0, 2)  # 25 June, in two stories on one matter
DAY = Least(3.0, 1, 6)  # "Thursday", "yesterday"
MONTH = Least(4.0, 1, 5)
YEAR = Least(3.0, 0, 4)
WITHIN = Least(5.0, 0, 5)  # "28 February" and "the end of February"
UNRESOLVED = Least(5.0, 1, 7)  # "on Monday" twice, and nobody knows of which week
SLIP = 2  # days by which a weekday is misprinted most often
CLAUSE = 60  # characters before a date in which its verb stands
_WORD = re.compile(r"[a-z]+")
_HOUR = re.compile(r"(\d{1,2})(?:[:.]\d\d)?\s?([aApP])")
LASTS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "season": 93, "year": 366, "decade": 3653}
NEARLY = 0.7  # of the years of two terms, those in both
UNPLACED = frozenset(("weekday", "calendar", "shift", "season", "holiday"))
"""What can be told of one time by two documents of which nobody knows the days."""


def bucket_keys(claim: Claim, *, some_undated: bool = False) -> list[tuple]:
    """What two dates that can be one time have in common: the days, the month they lie in, or the words if no day is known.

    some_undated: there are documents whose days without a year are not resolved; they meet those that are.
    """
    when = claim.value
    if when.start and when.end:
        keys: list[tuple] = [("days", when.start, when.end)]
        if (when.start.year, when.start.month) == (when.end.year, when.end.month) and not _is_near(claim.detail):
            keys.append(("month", when.start.year, when.start.month))
        if some_undated and when.start == when.end and _is_written_out(claim.detail):
            keys.append(("said", "calendar", when.start.month))
        if claim.detail.form == "range" and when.grain == "year":
            keys.append(("years",))
        return keys
    if when.start or when.end or when.said is None or claim.detail.form not in UNPLACED:
        return []
    return [("said", "calendar", when.said[1])] if claim.detail.form == "calendar" else [("said", *when.said)]


def _is_near(expression: TimeExpression) -> bool:
    """Whether the words name a day by its being near, so that they say nothing of its month."""
    return expression.form in ("weekday", "weekend") or (expression.grain == "day" and expression.form != "calendar")


def least(a: Claim, b: Claim, relation: str, *, one_story: bool) -> Least | None:
    """What two dates whose days go together must share to be of one thing, or None where nothing shows it."""
    if not one_story and relation != SAME:
        return None
    if any(c.value.start is None and c.value.end is None for c in (a, b)):
        if not one_story:
            return None
        return WRITTEN_OUT if all(_is_written_out(c.detail) for c in (a, b)) else UNRESOLVED
    if relation == SAME:
        if a.value.start == a.value.end:
            return WRITTEN_OUT if one_story and all(_is_written_out(c.detail) for c in (a, b)) else DAY
        return YEAR if a.value.grain == b.value.grain == "year" and one_story else MONTH
    return WITHIN if relation in (ENTAILS, ENTAILED_BY) and _close(a, b) else None


def rival_terms(a: Claim, b: Claim) -> bool:
    """Whether two spans of years clash, and so nearly agree that they can only be meant of one: 1967 to 1979, 1966 to 1978."""
    if any(c.detail.form != "range" or c.value.grain != "year" or not c.value.start or not c.value.end for c in (a, b)):
        return False
    shared = min(a.value.end, b.value.end) - max(a.value.start, b.value.start)
    whole = max(a.value.end, b.value.end) - min(a.value.start, b.value.start)
    return (a.value.start, a.value.end) != (b.value.start, b.value.end) and shared > whole * NEARLY


def since_long(a: Claim, b: Claim) -> bool:
    """Whether one counts from a time that was over when the other began: "the first since 1983" says nothing of Saturday."""
    for one, other in ((a, b), (b, a)):
        begun, later = one.value.start, other.value.start
        if one.detail.bound == "since" and other.detail.bound is None and begun and later and (later - begun).days >= LASTS.get(one.value.grain, 0):
            return True
    return False


def at_two_hours(a: Claim, b: Claim) -> bool:
    """Whether two dates give times of day, and not the same one."""
    one, two = (read_clock(c.detail.clock) if c.detail.clock else None for c in (a, b))
    return one is not None and two is not None and one.minutes != two.minutes


def at_nightfall(a: Claim, b: Claim) -> bool:
    """Whether two days on end are told of one night: "late on Monday, May 2" and "early on Tuesday", or by two clocks."""
    if None in (a.value.end, b.value.end) or abs((a.value.end - b.value.end).days) != 1:
        return False
    if a.detail.daytime == b.detail.daytime is not None and not any(c.detail.part or c.detail.clock or c.detail.zone for c in (a, b)):
        return False  # two evenings
    if a.detail.clock and a.detail.clock == b.detail.clock and not _is_late(a.detail.clock):
        return False  # ten in the morning of two days
    return any(c.detail.daytime or c.detail.part or c.detail.clock or c.detail.zone for c in (a, b))


def told_after(a: Claim, b: Claim, contexts: Contexts) -> bool:
    """Whether the later of two days, told by its weekday, came well after the other document was written: it happened again."""
    first, later = (a, b) if a.value.start <= b.value.start else (b, a)
    written = contexts.written(first)
    return later.detail.form == "weekday" and written is not None and later.value.start > written[1] and (later.value.start - first.value.start).days > SLIP


def other_turn(a: Claim, b: Claim, contexts: Contexts) -> bool:
    """Whether one of two days is told of another turn than the other, or of a plan: "first won in 2009" and "won in 2012"."""
    if contexts.is_plan(a) != contexts.is_plan(b) or (a.value.start and b.value.start and told_after(a, b, contexts)):
        return True
    told = words("acts", "turns") | words("acts", "plans")
    one, two = (told.intersection(_WORD.findall(contexts.before(c, CLAUSE).lower())) for c in (a, b))
    return one != two


def _is_late(clock: str) -> bool:
    """Whether it is near midnight by a clock, or by which of two halves of the day is not said: "10:15 a.m." is not."""
    told = _HOUR.match(clock)
    if told is None:
        return True
    hour = int(told[1]) % 12
    return hour < 6 if told[2] in "aA" else hour > 8


def _is_written_out(expression: TimeExpression) -> bool:
    return expression.form == "calendar" and expression.day is not None and expression.month is not None


def _close(a: Claim, b: Claim) -> bool:
    """Whether the longer of two spans is no longer than a month."""
    spans = (a.value, b.value)
    return all(s.start and s.end and (s.end - s.start).days <= 31 for s in spans)
