"""Stretches with an end at the day of writing: "from March to date", "2010-present", "between now and May", "from now until Friday"."""

from __future__ import annotations

from factcheck.extract.time_scan import DASHES, Atom, TimeScan
from factcheck.model.time_expression import TimeExpression

_LINKS = frozenset(("to", "till", "until", "til", "through", "thru"))
_NOW = frozenset(("now", "present"))
_DATED = frozenset(("calendar", "weekday", "shift", "quarter", "season", "holiday", "decade", "part"))


def reaching_now(scan: TimeScan, atom: Atom) -> Atom | None:
    """The stretch that a date makes with the present before or behind it, or None."""
    expression = atom.expression
    if expression.form not in _DATED or expression.attributive:
        return None
    opening = scan.low[atom.first - 1]
    if scan.low[atom.first - 2] == "now" and (
        (opening == "and" and scan.low[atom.first - 3] == "between") or (opening in _LINKS and scan.low[atom.first - 3] in ("from", "between"))
    ):
        return Atom(atom.first - 3, atom.last, _spanning(_now(), expression, "future"))
    link, k = scan.low[atom.last + 1], atom.last + 2
    if opening in ("from", "since", "between") and (link in _LINKS or (opening == "between" and link == "and")):
        if scan.low[k] == "the":
            k += 1
        if scan.low[k] == "current" and scan.low[k + 1] in ("date", "day"):
            k += 1
        elif scan.low[k] not in _NOW and not (scan.low[k] == "date" and not scan.low[k + 1].isalpha()):
            return None
        return Atom(atom.first - 1, k, _spanning(expression, _now(), "past"))
    if link in DASHES and scan.low[k] in _NOW and scan.glued(atom.last) == scan.glued(atom.last + 1) and expression.form == "calendar":
        return Atom(atom.first, k, _spanning(expression, _now(), "past"))
    return None


def _now() -> TimeExpression:
    return TimeExpression("shift", "day", unit="day", amount=0)


def _spanning(low: TimeExpression, high: TimeExpression, tense: str) -> TimeExpression:
    return TimeExpression("range", "span", low=low, high=high, tense=tense)
