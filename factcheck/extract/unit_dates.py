"""Times told in units: "last week", "earlier this month", "two weeks ago", "the day before", "the 19th century".

Not: lengths of time ("for two years", "a seven-year term"), which are another kind, nor how rare a thing is ("the first
in two decades").
"""

from __future__ import annotations

from factcheck.extract.counted_spans import read_counted_span, read_ending_span
from factcheck.extract.own_units import read_days_within, read_numbered_week, read_own_unit, read_to_date
from factcheck.extract.parts_of_year import read_quarter, read_weekend
from factcheck.extract.time_scan import ALONE, DASHES, EVENT_SHIFTS, UNIT_SHIFTS, Atom, TimeScan
from factcheck.extract.verb_tenses import tense_before
from factcheck.model.time_expression import TimeExpression

_LATER = {"later": 1, "afterwards": 1, "afterward": 1, "earlier": -1, "previously": -1, "before": -1, "after": 1, "beforehand": -1}
_BEFORE_VERB = frozenset(("to", "will", "would", "could", "can", "may", "might", "should", "must", "not", "which"))
_SMALLER = {"year": ("month", 12), "decade": ("year", 10), "month": ("day", 30), "week": ("day", 7), "century": ("year", 100)}
_FOLLOWED = frozenset(("and", "in", "at", "the", "that", "to", "on", "by", "with", "when", "as"))


def read_unit(scan: TimeScan, i: int) -> Atom | None:
    """What a unit such as "week" or "years" makes with its neighbours, or None where it is a length of time."""
    known = scan.known
    unit = known.units[scan.bare(i)]
    before = scan.low[i - 1]
    if scan.low[i + 1] == "and" and scan.low[i + 3] == "half" and scan.low[i + 4] == "ago" and (amount := _amount_before(scan, i)):
        return _half_ago(amount[0], amount[2], i + 4, unit)  # "a year and a half ago"
    if scan.low[i + 1] in DASHES and scan.low[i + 2] in ("ago", "earlier") and unit in ("month", "quarter", "year") and before not in DASHES:
        return Atom(i, i + 2, TimeExpression("event", unit, unit=unit, amount=-1))  # "the year-ago period"
    if scan.low[i + 1] == "ago" and before == "a" and scan.low[i - 2] == "half" and unit in _SMALLER:
        smaller, n = _SMALLER[unit]
        return Atom(i - 2, i + 1, TimeExpression("offset", smaller, unit=smaller, amount=-(n * 2 // 5), amount_high=-(n * 3 // 5)))  # "half a century ago"
    if before in DASHES:
        return read_quarter(scan, i) if unit == "quarter" else None
    if unit == "weekend":
        return read_weekend(scan, i, before)
    amount = _amount_before(scan, i)
    if amount is not None:
        return _counted(scan, i, unit, amount)
    if scan.words[i].lower().endswith("s") and not scan.is_possessive(i):
        return _vague_plural(scan, i, unit)
    if unit in ("hour", "minute"):
        return None
    if unit == "week" and scan.number(i + 1) is not None and (numbered := read_numbered_week(scan, i)) is not None:
        return numbered
    if scan.low[i + 1] == "to" or scan.low[i + 2] == "to":
        to_date = read_to_date(scan, i, unit)
        if to_date is not None:
            return to_date
    if unit == "quarter":
        ordinal = read_quarter(scan, i)
        if ordinal is not None:
            return ordinal
    if unit in {"century", "month", "week", "decade", "day"}:
        nth = _nth(scan, i, unit, before)
        if nth is not None:
            return nth
    return _related(scan, i, unit, before)


def _related(scan: TimeScan, i: int, unit: str, before: str) -> Atom | None:
    """ "last week", "earlier this month", "the following day", "the year before"."""
    known = scan.known
    relation = known.relations.get(before)
    if relation is None and before in {"fiscal", "calendar", "financial", "working", "work"} and (relation := known.relations.get(scan.low[i - 2])):
        held = "workweek" if before in ("working", "work") and unit == "week" else unit
        expression = TimeExpression("shift", unit, unit=held, amount=UNIT_SHIFTS.get(relation, 0))
        expression.fiscal = before not in ("working", "work")
        return Atom(i - 2, i, expression) if relation in UNIT_SHIFTS else None
    first = i - 1
    if relation is None:
        return _the_unit(scan, i, unit, before)
    if relation == "each":
        return None
    if relation in UNIT_SHIFTS:
        if unit == "day":
            if relation == "next" and before == "next":
                return Atom(first, i, TimeExpression("event", "day", unit="day", amount=1, relation="next"))
            if relation == "previous":
                return Atom(first, i, TimeExpression("event", "day", unit="day", amount=-1))
            return None
        if relation == "previous" or (relation == "next" and scan.low[i - 2] == "the" and unit in {"week", "month", "year"}):
            expression = TimeExpression("event", unit, unit=unit, amount=UNIT_SHIFTS[relation])
            return Atom(first, i, expression)
        if relation in {"past", "last", "next", "coming"} and scan.low[i - 2] in ("the", "this") and not (relation == "last" and scan.low[i + 1] in ("of", "in")):
            # "over the past year": the twelve months up to now
            sign = -1 if relation in ("past", "last") else 1
            expression = TimeExpression("stretch", unit, unit=unit, amount=sign, relation=relation)
            return Atom(i - 1, i, expression)
        if relation == "past":
            return None
        days = read_days_within(scan, first, i, unit, relation)
        if days is not None:
            return days
        expression = TimeExpression("shift", _grain(unit), unit=unit, amount=UNIT_SHIFTS[relation])
        expression.attributive = scan.is_possessive(i)
        return Atom(first, i, expression)
    if unit == "day" and relation == "that" and scan.low[i + 1] in ("'", "’"):
        return None
    if relation == "same" and scan.low[first - 1] != "the":
        return None
    after = "next" if relation == "following" else None
    return Atom(first, i, TimeExpression("event", _grain(unit), unit=unit, amount=EVENT_SHIFTS[relation], relation=after))


def _the_unit(scan: TimeScan, i: int, unit: str, before: str) -> Atom | None:
    """ "the day before", "the week after", "the end of the year", "the year to date"."""
    nxt = scan.low[i + 1]
    if (nxt in DASHES and scan.low[i + 2] == "end") or (nxt == "end" and scan.is_possessive(i)):
        if unit in ("hour", "minute", "day") or before in ("a", "each", "every"):
            return None
        expression = TimeExpression("shift", unit, unit=unit, amount=0, part="late")
        return Atom(i - (before == "the"), i + 1 + (nxt in DASHES), expression)
    if before in {"the", "fiscal", "financial"} and nxt in {"to", "through", "ended", "ending"}:
        ending = read_ending_span(scan, i, i, unit, 1) if before == "the" else read_ending_span(scan, i - 1, i, unit, 1)
        if ending is not None:
            return ending
    if before not in {"the", "a", "one"}:
        return None
    if before == "the" and nxt in ("before", "after"):
        if scan.words[i].istitle() and scan.words[i + 1].istitle():
            return None  # The Day After
        if scan.low[i + 2] in ("yesterday", "tomorrow"):
            return None  # read at its last word
        if (nxt, scan.low[i + 2]) in (("after", "next"), ("before", "last")) and scan.low[i + 3] in ALONE and unit not in ("day", "hour", "minute"):
            return Atom(i - 1, i + 2, TimeExpression("shift", _grain(unit), unit=unit, amount=2 if nxt == "after" else -2))
        expression = TimeExpression("event", unit, unit=unit, amount=-1 if nxt == "before" else 1)
        return Atom(i - 1, i + 1, expression)
    part = scan.known.parts.get(scan.low[i - 3]) if scan.low[i - 2] == "of" else None
    if part is None and scan.low[i - 2] == "in":
        part = scan.known.parts.get(scan.low[i - 3])
    if before == "the" and unit == "day" and scan.low[i - 2] == "in" and scan.low[i - 3] in ("early", "earlier", "late", "later") and nxt not in DASHES:
        return Atom(i - 3, i, TimeExpression("event", "day", unit="day", amount=0))
    if before == "the" and part is not None and unit != "day" and nxt != "-":
        expression = TimeExpression("shift", unit, unit=unit, amount=0)
        return Atom(i - 1, i, expression)
    if before == "the" and unit != "day" and (scan.low[i - 2] in ("of", "for") and scan.low[i - 3] in {"rest", "remainder", "remaining"}):
        return Atom(i - 1, i, TimeExpression("shift", unit, unit=unit, amount=0, part="later"))
    return read_own_unit(scan, i, unit) if before == "the" else None


def _nth(scan: TimeScan, i: int, unit: str, before: str) -> Atom | None:
    """ "the 19th century", "the first week of June", "the week of April 10th"."""
    first, n = i - 1, scan.known.ordinals.get(before)
    if before in {"st", "nd", "rd", "th"} and scan.glued(i - 2):
        n, first = scan.number(i - 2), i - 2
    elif before == "final" and scan.low[i + 1] == "of":
        n = -1
    elif before == "last" and scan.low[i + 1] == "of" and (scan.low[i - 2] == "the" or scan.low[i + 2] in scan.known.months or scan.year(i + 2) is not None):
        n = -1
    if unit == "century":
        if scan.low[i + 1] in ("bc", "bce", "b"):
            return None
        if n is None or n < 1 or n > 21:
            return None
        return Atom(first, i, TimeExpression("century", "century", year=(n - 1) * 100 or 1))
    if n is not None and scan.low[i + 1] in ("of", "in"):
        return Atom(first, i, TimeExpression("part", unit, unit=unit, index=n, relation="of"), True)
    if unit == "week" and before != "the" and scan.low[i + 1] == "of" and scan.low[i + 2] in scan.known.months and 0 < (scan.number(i + 3) or 0) < 32:
        return Atom(i, i, TimeExpression("shift", "week", unit="week", amount=0, relation="of"), True)  # "week of June 4th"
    if unit == "week" and before == "the" and scan.low[i + 1] in {"of", "beginning", "starting", "commencing", "ending"}:
        return Atom(i - 1, i, TimeExpression("shift", "week", unit="week", amount=0, relation="of"), True)
    return None


def _amount_before(scan: TimeScan, i: int) -> tuple[int, int, int] | None:
    """The number of units written before token i: low, high, first token; "a couple of", "several", "twenty-five"."""
    k = i - 1
    word = scan.low[k]
    if word == "of" and scan.low[k - 1] == "couple":
        k, word = k - 1, "couple"
    if word in {"next", "past", "last", "previous", "upcoming", "more", "full", "short", "final"} and (scan.number(k - 1) is not None or scan.low[k - 1] in scan.known.small):
        k -= 1
        word = scan.low[k]
    n = scan.number(k)
    if n is not None:
        return (n, n, k) if n <= 500 and not (scan.glued(k - 1) and scan.words[k - 1] in ".,/:-$") else None
    amount = scan.known.amounts.get(word)
    if amount is None:
        return None
    low, high = amount
    if low == high and low < 10 and scan.low[k - 1] in DASHES and scan.low[k - 2] in scan.known.tens:
        low += scan.known.tens[scan.low[k - 2]]
        return low, low, k - 2
    first = k - 1 if word in ("few", "couple") and scan.low[k - 1] in ("a", "the") else k
    return low, high, first if scan.low[first] != "the" else k


def _counted(scan: TimeScan, i: int, unit: str, amount: tuple[int, int, int]) -> Atom | None:
    """ "two weeks ago", "three days later", "the past two weeks", "in two weeks"."""
    low, high, first = amount
    nxt = scan.low[i + 1]
    vague = high if high != low else None
    if nxt == "ago" and scan.low[first - 1] == "and" and scan.bare(first - 2) in scan.known.units:
        years = _amount_before(scan, first - 2) if unit == "month" and scan.known.units[scan.bare(first - 2)] == "year" else None
        if years is not None and not vague and years[0] == years[1] and scan.low[years[2] - 1] not in scan.known.relations:
            return Atom(years[2], i + 1, TimeExpression("offset", "month", unit="month", amount=-12 * years[0] - low))  # "3 years and 2 months ago"
    if nxt == "ago" or (nxt == "back" and scan.low[i + 2] in ("", ".", ",")):
        return Atom(first, i + 1, TimeExpression("offset", _grain(unit), unit=unit, amount=-low, amount_high=-vague if vague else None))
    span = read_counted_span(scan, first, i, unit, low) if low == high else None
    if span is not None:
        return span
    if nxt in _LATER:
        sign = _LATER[nxt]
        if nxt in ("before", "after") and scan.low[i + 2] not in ALONE - _FOLLOWED:
            return _from_date(first, i, unit, low * sign, nxt)
        if unit in ("hour", "minute"):
            return None
        if nxt == "later" and scan.low[i + 2] in ("than", "in"):
            return None
        expression = TimeExpression("event", _grain(unit), unit=unit, amount=low * sign, amount_high=vague * sign if vague else None)
        return Atom(first, i + 1, expression)
    if nxt == "prior" and scan.low[i + 2] == "to":
        waiting = _from_date(first, i, unit, -low)
        waiting.last = i + 2
        return waiting
    if nxt == "from" and scan.low[i + 2] in {"now", "today", "tomorrow", "tmrw", "yesterday"}:
        expression = TimeExpression("offset", "day", unit=unit, amount=low)
        if scan.low[i + 2] not in ("now", "today"):
            expression.within = TimeExpression("shift", "day", unit="day", amount=scan.known.day_words[scan.low[i + 2]])
        return Atom(first, i + 2, expression)
    if nxt == "from":
        return _from_date(first, i, unit, low)
    between = scan.known.relations.get(scan.low[i - 1]) if first < i - 1 else None
    relation = between or scan.known.relations.get(scan.low[first - 1])
    if relation == "last" and scan.low[(first if between else first - 1) - 1] in _BEFORE_VERB:
        return None  # "expected to last three weeks"
    if relation == "last" and scan.low[first - 2] == "and" and scan.low[first - 3] not in ("first", "next"):
        return None  # "to begin in spring and last three weeks"
    if relation in {"last", "past", "previous", "next", "coming"} and not scan.words[i].endswith(("'", "’")):
        sign = -1 if relation in {"last", "past", "previous"} else 1
        if sign > 0 and scan.low[first - 2] == "within":
            return Atom(first - 2, i, TimeExpression("stretch", unit, unit=unit, amount=low, relation="within"))
        expression = TimeExpression("stretch", unit, unit=unit, amount=low * sign, amount_high=vague * sign if vague else None, relation="past" if sign < 0 else "next")
        return Atom(first if between else first - 1, i, expression)
    if scan.low[first - 1] == "within" and nxt not in {"of", "'", "’"} and tense_before(scan, first - 1) == "future":
        return Atom(first - 1, i, TimeExpression("stretch", unit, unit=unit, amount=low, relation="within"))
    in_time = (scan.is_possessive(i) and nxt == "time") or (nxt in ("'", "’") and scan.low[i + 2] == "time")
    if scan.low[first - 1] == "in" and in_time and unit not in ("hour", "minute"):
        return Atom(first - 1, i + 1 + (nxt != "time"), TimeExpression("offset", _grain(unit), unit=unit, amount=low, amount_high=vague))
    if scan.low[first - 1] == "in" and unit not in ("hour", "minute") and _is_ahead(scan, first - 1, nxt):
        return Atom(first - 1, i, TimeExpression("offset", _grain(unit) if unit != "year" else "year", unit=unit, amount=low, amount_high=vague))
    return None


def _from_date(first: int, i: int, unit: str, amount: int, name: str | None = None) -> Atom:
    """ "two days after" waits for the date behind it; without one it counts from an event, or is dropped."""
    return Atom(first, i + 1, TimeExpression("offset", "day", unit=unit, amount=amount, relation="from", name=name), True)


def _vague_plural(scan: TimeScan, i: int, unit: str) -> Atom | None:
    """ "years ago", "days later"."""
    nxt = scan.low[i + 1]
    if nxt == "ago" and scan.low[i - 1] == "half":
        n = scan.number(i - 4) or scan.known.small.get(scan.low[i - 4]) if scan.low[i - 3] == "and" else None
        return _half_ago(n, i - 4, i + 1, unit) if n else None  # "two and a half years ago"
    if nxt == "ago" and scan.low[i - 1] != "old":
        return Atom(i, i + 1, TimeExpression("offset", _grain(unit), unit=unit, amount=-2, amount_high=-60 if unit == "year" else -20))
    relation = scan.known.relations.get(scan.low[i - 1])
    if scan.low[i - 1] == "recent" or (relation in ("past", "coming") and unit not in ("hour", "minute")):
        sign = 1 if relation == "coming" else -1
        return Atom(i - 1, i, TimeExpression("stretch", unit, unit=unit, amount=2 * sign, amount_high=11 * sign))
    if nxt in ("later", "earlier") and unit != "minute":
        sign = _LATER[nxt]
        return Atom(i, i + 1, TimeExpression("event", _grain(unit), unit=unit, amount=2 * sign, amount_high=20 * sign))
    return None


def _half_ago(n: int, first: int, last: int, unit: str) -> Atom | None:
    """So many units and a half ago, with a quarter of a unit as room to either side."""
    if unit not in _SMALLER:
        return None
    smaller, size = _SMALLER[unit]
    near, far = n * size + size // 4, n * size + size - size // 4
    return Atom(first, last, TimeExpression("offset", smaller, unit=smaller, amount=-near, amount_high=-far))


def _grain(unit: str) -> str:
    return {"hour": "day", "minute": "day", "fortnight": "week", "weekend": "week", "workweek": "week"}.get(unit, unit)


def _is_ahead(scan: TimeScan, i: int, nxt: str) -> bool:
    """Whether "in two weeks" tells when, and not how long something took or how rare it is."""
    if nxt in {"of", "'", "’"} or scan.low[i - 1] in {"time", "times", "once", "twice"} or any(scan.low[k] in scan.known.ordinals for k in range(i - 5, i)):
        return False  # "his third race in three years"
    tense = tense_before(scan, i)
    return tense == "future" or (tense == "" and not nxt[:1].isalnum() and scan.low[i - 1].isalpha() and (not scan.low[i - 1].endswith("s") or scan.low[i - 1][:-1] in scan.known.infinitives))
