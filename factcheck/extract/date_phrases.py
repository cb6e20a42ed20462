"""From single dates to whole phrases: weekday and day, "early", "since", "from … to"."""

from __future__ import annotations

from factcheck.extract.counted_spans import counted_from, joined_span
from factcheck.extract.open_ends import reaching_now
from factcheck.extract.time_scan import DASHES, Atom, TimeScan, is_possible
from factcheck.model.time_expression import TimeExpression

_SPANS = frozenset(("month", "year", "decade", "century", "season", "quarter", "week", "span"))
_RANGE_LINKS = frozenset("to through until till til -".split()) | DASHES
_RANGED = frozenset(("calendar", "weekday", "quarter", "decade", "season", "holiday", "shift", "century", "half"))
_POINTS = frozenset(("end", "close", "middle"))
LINKED = 4  # tokens from one date to the next in "began on 3 May and ended on 9 June 2021"
_PART_NOUNS = frozenset(("end", "beginning", "start", "middle", "close", "outset", "dawn", "midst"))


def join(scan: TimeScan, atoms: list[Atom]) -> list[Atom]:
    """Neighbours that tell one date, joined: "Monday, Nov. 21", "next week on Tuesday", "two days after Christmas"."""
    atoms.sort(key=lambda a: (a.first, -a.last))
    found: list[Atom] = []
    for atom in atoms:
        if found and atom.first <= found[-1].last:
            continue
        while found and atom.first - found[-1].last <= 4 and (joined := _joined(scan, found[-1], atom)):
            found.pop()
            atom = joined
        found.append(atom)
    for a, b in zip(found[-2::-1], found[:0:-1], strict=True):
        _share_year(scan, a, b)
    return [a for a in found if not a.weak or _told_from_event(a)]


def _share_year(scan: TimeScan, a: Atom, b: Atom) -> None:
    """Give the year that ends a list to its other dates: "November and December last year", "May 3 and June 9, 2021"."""
    p, n = a.expression, b.expression
    if p.form != "calendar" or n.form != "calendar" or p.grain != n.grain or p.year is not None or p.within is not None or not p.month or not n.month:
        return
    if (n.year is None and n.within is None) or p.relation or p.attributive or (p.month, p.day or 0) >= (n.month, n.day or 0):
        return
    gap = [scan.low[k] for k in range(a.last + 1, min(b.first, a.last + 6))]
    linked = gap[:1] in (["and"], ["or"], ["&"]) and len(gap) <= LINKED and not any(word[:1].isdecimal() for word in gap)
    if linked or (p.day is None and gap in ([","], [",", "and"])):
        p.year, p.within = n.year, n.within
        p.impossible = p.day is not None and p.year is not None and not is_possible(p.year, p.month, p.day)


def _told_from_event(atom: Atom) -> bool:
    """Keep "two days after" with no date behind it: it counts from an event that the sentence names."""
    said = atom.expression
    if said.form != "offset" or said.relation != "from" or said.name is None:
        return False
    said.form, said.relation, said.name = "event", "named", None
    return True


def _joined(scan: TimeScan, a: Atom, b: Atom) -> Atom | None:
    p, n = a.expression, b.expression
    gap = [scan.low[k] for k in range(a.last + 1, b.first)]
    if p.form == "weekday" and n.form == "calendar" and n.day and not p.relation and p.within is None and not p.attributive:
        if gap in ([], [","], ["the"], [",", "the"], ["on"], ["("]) and n.weekday is None:
            n.weekday, n.daytime = p.weekday, p.daytime or n.daytime
            last = b.last + 1 if gap == ["("] and scan.low[b.last + 1] == ")" else b.last
            return Atom(a.first, last, n)
    if p.form == "weekday" and p.relation == "next" and n.form == "calendar" and n.day and n.month and gap in ([], [","]):
        n.weekday = p.weekday
        return Atom(a.first, b.last, n)
    if p.form == "weekday" and n.form == "range" and n.low and n.low.form == "calendar" and gap in ([], [","]):
        n.low.weekday = p.weekday
        return Atom(a.first, b.last, n)
    if p.form == "calendar" and p.day and p.weekday is None and n.form == "weekday" and not n.relation and not n.attributive:
        if gap in ([","], [",", "a"], ["("], ["(", "a"], [",", "on"]):
            p.weekday, p.daytime = n.weekday, n.daytime
            closing = gap[0] == "(" and scan.low[b.last + 1] == ")"
            return Atom(a.first, b.last + closing, p)
    if p.form == "holiday" and p.year is None and p.within is None and n.form == "calendar" and n.year is not None and n.day and gap in ([","], ["("]):
        p.year = n.year  # "Easter Sunday, 8 April 2012": two names of one day, which have to fit
        return None
    if p.form == "event" and p.unit == "week" and scan.low[a.first] == "previous" and n.form == "weekday":
        p = TimeExpression("shift", "week", unit="week", amount=p.amount)  # "previous week - Monday"
    if n.form == "weekday" and not n.relation and n.within is None and p.form == "part" and p.unit == "week" and p.within is not None and not p.amount and gap in ([], ["on"], [","], [",", "on"]):
        n.within = p  # "the first week of October on Friday"
        return Atom(a.first, b.last, n)
    if p.form == "weekday" and not p.relation and p.within is None and not p.attributive and _places_week(scan, b, n) and gap in ([], [","] if n.form == "offset" else [], ["of"], ["of", "the"], ["in"], ["in", "the"]):
        if p.weekday is not None and (gap != [","] or scan.low[b.last] != "ago"):
            p.within = n  # "Monday two weeks from now", "Friday of the first week of October"
            return Atom(a.first, b.last, p)
    if p.form == "calendar" and p.day and p.month is None and p.within is None and n.form == "shift" and n.unit == "month" and gap == ["of"]:
        p.within = n  # "the 20th of next month"
        return Atom(a.first, b.last, p)
    if p.form == "shift" and p.unit == "week" and p.within is None and p.relation != "of" and n.form == "weekday" and not n.relation:
        if gap in ([], ["on"], [","], [",", "on"], ["-"]) and n.within is None and not p.attributive:
            n.within = p
            return Atom(a.first, b.last, n)
    if p.form == "offset" and not gap and p.within is None and p.amount_high is None and scan.low[a.last] == "ago" and p.unit in {"week", "month", "year", "decade"}:
        if (n.form == "shift" and not n.amount and n.part is None) or (n.form == "weekday" and n.relation in (None, "last")):
            p.within, p.grain, n.attributive = n, n.grain, False  # "two years ago today", "a year ago this week"
            return Atom(a.first, b.last, p)
    if a.weak and p.relation == "from" and p.form == "stretch":
        return joined_span(scan, a, b, gap)
    if a.weak and p.relation == "from" and p.form == "offset" and gap in ([], ["the"]) and n.form not in ("set", "event"):
        p.within, n.attributive = n, False
        return counted_from(a.first, b, p)
    if p.form in ("offset", "shift") and p.unit == "year" and p.amount and p.within is None and n.form == "calendar" and n.month and n.year is None and n.within is None and gap in ([",", "on"], [",", "in"]):
        n.within = TimeExpression("shift", "year", unit="year", amount=p.amount)  # "A year ago, on June 6"
        return None
    if p.form == "event" and not gap and scan.low[a.last] in ("before", "after") and n.form in {"calendar", "holiday", "weekday", "shift"}:
        n.attributive = False  # the day before Christmas
        return counted_from(a.first, b, TimeExpression("offset", p.grain, unit=p.unit, amount=p.amount, within=n))
    if a.weak and p.relation == "of" and len(gap) <= 2 and gap and gap[0] in {"of", "in", "beginning", "starting", "commencing", "ending"} and n.form != "set":
        if len(gap) == 1 or gap[1] in ("the", "on"):
            if p.unit == "weekend" and n.form == "holiday":
                n.unit, n.grain = "weekend", "span"
                return Atom(a.first, b.last, n)
            p.within = n
            return Atom(a.first, b.last, p)
    if p.form == "calendar" and p.month and p.day is None and p.year is None and n.form == "shift" and n.unit == "year" and gap == ["of"]:
        p.within = n
        return Atom(a.first, b.last, p)
    return None


def _places_week(scan: TimeScan, atom: Atom, n: TimeExpression) -> bool:
    """Whether a date is one that a weekday before it can lie in: "two weeks from now", "week 23", "the first week of May"."""
    if n.form == "part":
        return n.unit == "week" and n.within is not None and not n.amount
    told = scan.low[atom.last] in ("now", "today", "ago")
    return n.form == "offset" and told and n.within is None and n.amount_high is None and n.unit in {"week", "fortnight", "month", "year"}


def narrow(scan: TimeScan, atom: Atom) -> None:
    """Take in "early", "mid-", "the end of", "earlier" before a span."""
    expression = atom.expression
    if expression.grain not in _SPANS or expression.part or expression.form in {"offset", "stretch", "event", "set", "range"}:
        return
    k = atom.first - 1
    word = scan.low[k]
    if word == "the" and expression.form != "weekend":
        k, word = k - 1, scan.low[k - 1]
    parts = scan.known.parts
    if word in DASHES and scan.low[k - 1] in {"mid", "early", "late"}:
        expression.part, atom.first = parts[scan.low[k - 1]], k - 1
    elif word in {"early", "mid", "late", "earlier", "later"}:
        expression.part, atom.first = parts[word], k
    elif word in ("in", "on") and scan.low[k - 1] in {"early", "late", "earlier", "later", "mid"}:
        expression.part, atom.first = parts[scan.low[k - 1]], k - 1
    elif word == "of" and scan.low[k - 1] in _PART_NOUNS:
        expression.part = parts[scan.low[k - 1]]
        expression.is_point = scan.low[k - 1] in _POINTS
        atom.first = k - 2 if scan.low[k - 2] == "the" else k - 1
    if expression.part in ("earlier", "later") and expression.form != "shift":
        expression.part = "early" if expression.part == "earlier" else "late"


def ranges(scan: TimeScan, atoms: list[Atom]) -> list[tuple[Atom, tuple[Atom, ...]]]:
    """Every phrase with its end points: "from 2009 to 2013" is a range with two; a single date has none."""
    found: list[tuple[Atom, tuple[Atom, ...]]] = []
    skip = False
    for n, atom in enumerate(atoms):
        if skip:
            skip = False
            continue
        nxt = atoms[n + 1] if n + 1 < len(atoms) else None
        near = nxt is not None and (nxt.first - atom.last == 2 or (nxt.first - atom.last == 3 and scan.low[nxt.first - 1] == "the"))
        spanned = _range(scan, atom, nxt) if nxt and near else None
        if spanned and nxt:
            found.append((spanned, (atom, nxt)))
            skip = True
        elif (open_ended := reaching_now(scan, atom)) is not None:
            found.append((open_ended, (atom,)))
        else:
            found.append((atom, ()))
    return found


def _range(scan: TimeScan, a: Atom, b: Atom) -> Atom | None:
    p, n = a.expression, b.expression
    if p.form not in _RANGED or n.form not in _RANGED or p.bound or p.attributive:
        return None
    link, k = scan.low[a.last + 1], a.first - 1
    if scan.low[k] == "the":
        k -= 1
    opening = scan.low[k]
    if (opening == "between" and link in {"and", "-", "–"}) or (opening == "from" and link in _RANGE_LINKS):
        first = k
    elif link in _RANGE_LINKS and p.form == n.form and (p.grain == n.grain or p.form == "calendar"):
        first = a.first
        if link in DASHES and scan.glued(a.last) != scan.glued(a.last + 1):
            return None
        # "Jan 12, 2016 - 01/22/2016", "Dec 1st - Dec 5th"
        apart = link in DASHES and p.grain == n.grain == "day" and ((p.is_complete and n.is_complete) or (p.year is n.year is None and 0 < (p.month or 0) <= (n.month or 0)))
        if link in {"-", "—", "until", "till", "til"} and (not scan.glued(a.last) or p.form != "calendar") and not apart:
            return None
    else:
        return None
    if any(scan.low[j] in scan.known.changed for j in range(max(0, first - 8), first)):
        return None
    if p.form == n.form == "weekday" and p.within is None and not p.relation and n.within is not None:
        p.within = n.within  # "from Tuesday to Friday next week"
    if p.form == n.form == "calendar" and n.year is not None and p.year is None and p.within is None and p.month and n.month:
        after = (p.month, p.day or 1) > (n.month, n.day or 31)
        p.year = n.year - after
    grain = p.grain if p.grain == n.grain else "span"
    return Atom(first, b.last, TimeExpression("range", grain, low=p, high=n))


def bind(scan: TimeScan, atom: Atom) -> None:
    """Take in "since", "until", "before", "after", "by" and "as of" before a date, and note them."""
    expression = atom.expression
    if expression.form in {"stretch", "set", "event", "range"} or atom.led:
        return
    k = atom.first - 1
    word = scan.low[k]
    if word == "the" and expression.grain in {"decade", "century", "season", "span"}:
        k, word = k - 1, scan.low[k - 1]
    bound = scan.known.bounds.get(word)
    if bound is None:
        if word == "to" and scan.low[k - 1] == "prior":
            bound, k = "before", k - 1
        elif word == "of" and scan.low[k - 1] == "as":
            bound, k = "as-of", k - 1
        elif word == "than" and scan.low[k - 1] in ("later", "earlier") and scan.low[k - 2] != "no":
            bound, k = "after" if scan.low[k - 1] == "later" else "before", k - 1
        elif word == "than" and scan.low[k - 1] == "later":
            bound, k = "by", k - 2  # "no later than Friday"
        else:
            return
    elif expression.attributive:
        return
    elif bound == "until" and any(scan.low[j] in scan.known.negations for j in range(max(0, k - 9), k)):
        bound = None
    elif bound in ("before", "after") and scan.low[k - 1] in scan.known.units:
        return
    if word == "through" and bound == "until" and expression.grain != "day":
        return
    expression.bound = bound
    if bound == "since":
        expression.tense = "past"
    if bound == "by" and expression.tense == "unknown":
        expression.tense = "future"
    if bound:
        atom.first = k
