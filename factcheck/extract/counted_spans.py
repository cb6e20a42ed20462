"""So many units that hang on a date: "for 3 days from today", "the last three weeks of 2019", "the quarter ended Sept. 30".

What is read here waits for the date behind it, and is a length of time where none comes.
"""

from __future__ import annotations

from factcheck.extract.time_scan import Atom, TimeScan
from factcheck.model.time_expression import TimeExpression

_ENDING = frozenset(("ended", "ending"))
_UP_TO = frozenset(("to", "through"))
_TO = frozenset(("to", "through", "until", "till", "-", "–", "—"))
_IN_WHICH = frozenset(("in", "for", "of", "over", "during", "within", "full"))
_STARTING = frozenset(("starting", "beginning", "commencing"))
_BEFORE_DATE = frozenset(("from", "on", "in", "at", "the"))
_PARTED = frozenset(("day", "week", "month", "year", "weekend", "quarter", "decade"))
_ENDS = {"first": 1, "opening": 1, "last": -1, "final": -1, "closing": -1}


def read_counted_span(scan: TimeScan, first: int, i: int, unit: str, amount: int) -> Atom | None:
    """A number of units, told by tokens first to i, that a date behind them places; weak until the date is found."""
    if unit in ("hour", "minute"):
        return None
    k = i + 2 if scan.low[i + 1] == "," else i + 1
    word, grain = scan.low[k], "span"
    if (word in _STARTING or (word == "from" and scan.low[first - 1] == "for")) and _date_follows(scan, k + 1):
        opening = first - 1 if scan.low[first - 1] == "for" else first
        return Atom(opening, i, TimeExpression("stretch", grain, unit=unit, amount=amount, relation="from"), True)
    if word == "after" and scan.low[first - 1] == "than" and scan.low[first - 2] == "less" and _date_follows(scan, k + 1):
        return Atom(first - 2, i, TimeExpression("stretch", grain, unit=unit, amount=amount, relation="from"), True)
    ending = read_ending_span(scan, first, i, unit, amount)
    if ending is not None:
        return ending
    if word not in ("of", "in") or k > i + 1 or unit not in _PARTED:
        return None
    # "the last three weeks of 2019", "the three final days of May"
    for j, opening in ((first - 1, first - 1), (i - 1, first)):
        sign = _ENDS.get(scan.low[j])
        if sign is not None and j != first:
            opening -= scan.low[opening - 1] == "the"
            return Atom(opening, i, TimeExpression("part", grain, unit=unit, index=sign, amount=amount, relation="of"), True)
    return None


def read_ending_span(scan: TimeScan, first: int, i: int, unit: str, amount: int) -> Atom | None:
    """ "the three months ended Sept. 30", "in the year to October": so many units up to the date behind them."""
    word, k = scan.low[i + 1], i + 2
    the = scan.low[first - 1] == "the"
    if word in _UP_TO:
        placed = scan.low[first - 2 if the else first - 1] in _IN_WHICH
    else:
        placed = word in _ENDING
    if not placed or not _date_follows(scan, k):
        return None
    return Atom(first - the, i, TimeExpression("stretch", "span", unit=unit, amount=-amount, relation="from"), True)


def _date_follows(scan: TimeScan, k: int) -> bool:
    """Whether what begins at token k, behind "starting", may be a date: without one the words stay what they were."""
    while scan.low[k] in _BEFORE_DATE:
        k += 1
    word = scan.low[k]
    return word[:1].isdecimal() or word in scan.known.relations or scan.bare(k) in scan.known.role


def joined_span(scan: TimeScan, a: Atom, b: Atom, gap: list[str]) -> Atom | None:
    """A counted span with the date behind it."""
    p, n = a.expression, b.expression
    if p.form != "stretch" or n.form in ("set", "event", "stretch") or n.bound:
        return None
    said = [word for word in gap if word != ","]
    if p.amount is not None and p.amount < 0:
        if n.form not in ("calendar", "holiday", "weekday", "shift") or n.grain == "year" or said not in (["ended"], ["ending"], ["to"], ["through"], ["ended", "on"], ["ending", "on"], ["ending", "in"], ["ended", "in"]):
            return None
    elif said not in (["from"], ["after"]) and not (said and said[0] in _STARTING and said[1:] in ([], ["from"], ["on"], ["in"], ["at"], ["the"])):
        return None
    if said == ["from"] and scan.low[b.last + 1] in _TO and _date_follows(scan, b.last + 2):
        return None  # "for five years, from 2010 to 2015": a range with its length
    p.within, n.attributive = n, False
    return counted_from(a.first, b, p)


def counted_from(first: int, b: Atom, expression: TimeExpression) -> Atom:
    """An expression that is counted from the date behind it, which stays a date of its own."""
    atom = Atom(first, b.last, expression)
    if b.expression.form == "calendar":
        atom.named = b
    return atom
