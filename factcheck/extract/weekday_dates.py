"""Days told from a standpoint: "on Monday", "Tuesday of last week", "yesterday", "this morning", "the night before".

Not: the Sunday Times, Patch Tuesday, "USA Today", "the youth of today".
"""

from __future__ import annotations

from factcheck.extract.time_scan import ALONE, EVENT_SHIFTS, UNIT_SHIFTS, Atom, TimeScan
from factcheck.model.time_expression import TimeExpression


def read_weekday(scan: TimeScan, i: int) -> Atom | None:
    """The weekday at token i with what places it: "last Monday", "Tuesday of next week", "Friday night"."""
    known = scan.known
    word = scan.bare(i)
    weekday = known.weekdays[word]
    first = last = i
    short = not word.endswith("day")
    if short and scan.low[i + 1] == "." and scan.glued(i):
        last = i + 1
    elif _is_name(scan, i):
        return None
    weak = short and (word in known.doubtful_weekdays or not scan.is_capital(i))
    if last > i and scan.low[i - 1] == "on" and scan.is_capital(i):
        weak = False  # "on Wed."
    expression = TimeExpression("weekday", "day", weekday=weekday)
    expression.attributive = scan.is_possessive(i) or scan.low[i + 1] in known.weekly
    nth = _nth_weekday(scan, i, weekday)
    if nth is not None:
        return nth
    if scan.low[i - 1] == "other" and scan.low[i - 2] == "every":
        return Atom(i - 2, last, TimeExpression("set", "day", weekday=weekday))
    relation = known.relations.get(scan.low[i - 1])
    if relation == "that" and (expression.attributive or scan.low[i - 2] not in {"on", "by", "since", "until", "", "."}):
        relation = None  # "said that Sunday's vote"
    if relation:
        first = i - 1
        if relation == "each":
            return Atom(first, last, TimeExpression("set", "day", weekday=weekday))
        if relation in EVENT_SHIFTS or relation == "previous":
            amount = -1 if relation == "previous" else EVENT_SHIFTS[relation]
            if relation in ("that", "same"):
                return Atom(first, last, TimeExpression("event", "day", unit="day", amount=0, weekday=weekday))
            if relation == "previous" and scan.low[i - 1] == "previous" and scan.low[i - 2] != "the":
                expression.relation = "previous"
            else:
                expression = TimeExpression("event", "day", unit="day", amount=amount, weekday=weekday)
        else:
            expression.relation = relation
            if relation in ("past", "coming") and scan.low[first - 1] == "this":
                first -= 1
    elif scan.low[i - 1] in ("early", "late") or (scan.low[i - 1] == "on" and scan.low[i - 2] in {"early", "late", "earlier", "later"}):
        first = i - 1 if scan.low[i - 1] != "on" else i - 2
        expression.daytime = scan.low[first]
    if not expression.attributive:
        if scan.bare(last + 1) in known.dayparts and scan.low[last + 1] not in known.units:
            expression.daytime = known.dayparts[scan.bare(last + 1)]
            last += 1
            expression.attributive = scan.is_possessive(last)
        if expression.form == "weekday" and not expression.relation:
            last = _weekday_in_week(scan, last, expression)
            weak = weak and expression.form == "weekday"
    return Atom(first, last, expression, weak)


def _nth_weekday(scan: TimeScan, i: int, weekday: int) -> Atom | None:
    """ "the second Tuesday of May", which waits for its month; "of every month" it returns."""
    if scan.low[i + 1] not in ("of", "in"):
        return None
    first, n = i - 1, scan.known.ordinals.get(scan.low[i - 1])
    if scan.low[i - 1] in ("st", "nd", "rd", "th") and scan.glued(i - 2):
        first, n = i - 2, scan.number(i - 2)
    elif scan.low[i - 1] in ("last", "final") and (scan.low[i - 1] == "final" or scan.low[i + 2] in scan.known.months or scan.low[i + 2] in ("the", "every", "each", "this", "next")):
        n = -1
    if not n or n > 5:
        return None
    first -= scan.low[first - 1] == "the"
    if scan.low[i + 2] in ("every", "each"):
        return Atom(first, i, TimeExpression("set", "day", weekday=weekday))
    return Atom(first, i, TimeExpression("part", "day", unit="weekday", index=n, weekday=weekday, relation="of"), True)


def _weekday_in_week(scan: TimeScan, last: int, expression: TimeExpression) -> int:
    """ "Tuesday of last week", "Friday next week", "Wed the 13th": returns the last token."""
    k = last + 2 if scan.low[last + 1] in ("of", ",") else last + 1
    relation = scan.known.relations.get(scan.low[k])
    if relation in UNIT_SHIFTS and scan.low[k + 1] == "week" and scan.low[last + 1] != ",":
        expression.within = TimeExpression("shift", "week", unit="week", amount=UNIT_SHIFTS[relation])
        return k + 1
    k = last + 2 if scan.low[last + 1] == "the" else last + 1
    word = scan.low[k]
    if word in scan.known.ordinals and scan.low[last + 1] == "the" and scan.low[k + 1] in ALONE:
        found = scan.day_number(k)
        if found:
            expression.form, expression.day = "calendar", found[0]
            return found[1]
    if scan.number(k) is not None and scan.low[k + 1] in {"st", "nd", "rd", "th"} and scan.glued(k) and scan.low[k + 2] in ALONE:
        found = scan.day_number(k)
        if found:
            expression.form, expression.day = "calendar", found[0]
            return found[1]
    return last


def _is_name(scan: TimeScan, i: int) -> bool:
    """Whether a weekday belongs to a name or title: the Sunday Times, Patch Tuesday."""
    word, phrases = scan.low[i], scan.known.not_dates
    if scan.is_capital(i + 1) and (f"{word} {scan.low[i + 1]}" in phrases or f"{word} {scan.low[i + 1]} {scan.low[i + 2]}" in phrases):
        return True
    return scan.is_capital(i - 1) and f"{scan.low[i - 1]} {word}" in phrases


def read_set(scan: TimeScan, i: int) -> Atom | None:
    """ "on Mondays": a day that returns; "two Mondays ago" is one day."""
    if not scan.is_capital(i) or scan.low[i - 1] == "happy":
        return None
    if scan.low[i + 1] == "ago":
        n = scan.number(i - 1) or scan.known.small.get(scan.low[i - 1])
        if n and n < 10:
            return Atom(i - 1, i + 1, TimeExpression("weekday", "day", weekday=scan.known.plural_weekdays[scan.low[i]], relation="last", amount=n))
    first = i - 1 if scan.low[i - 1] == "on" else i
    return Atom(first, i, TimeExpression("set", "day", weekday=scan.known.plural_weekdays[scan.low[i]]))


def read_day_word(scan: TimeScan, i: int) -> Atom | None:
    """ "yesterday", "tonight", "tomorrow morning"."""
    word = scan.bare(i)
    if scan.is_capital(i - 1) and scan.is_capital(i) and scan.glued(i - 1) is False and scan.low[i - 1] in {"usa", "the", "psychology", "history", "russia"}:
        return None  # USA Today
    if scan.words[i - 1] in ("After", "Before") and scan.is_capital(i) and scan.is_capital(i - 2):
        return None  # The Day After Tomorrow
    if scan.low[i - 1] == "the" or (word == "today" and scan.low[i - 1] == "of" and not scan.is_possessive(i)):
        return None
    amount = scan.known.day_words[word]
    expression = TimeExpression("shift", "day", unit="day", amount=amount)
    expression.attributive = scan.is_possessive(i)
    first = last = i
    if word == "tonight":
        expression.daytime = "night"
    elif not expression.attributive and scan.bare(i + 1) in scan.known.dayparts:
        last, expression.daytime = i + 1, scan.known.dayparts[scan.bare(i + 1)]
    if scan.low[i - 1] in {"early", "late", "earlier", "later"}:
        first = i - 1
        expression.daytime = expression.daytime or scan.low[first]
    elif word == "tomorrow" and scan.low[i - 1] == "after" and scan.low[i - 2] == "day":
        expression.amount, first = 2, i - 3 if scan.low[i - 3] == "the" else i - 2
    elif word == "yesterday" and scan.low[i - 1] == "before" and scan.low[i - 2] == "day":
        expression.amount, first = -2, i - 3 if scan.low[i - 3] == "the" else i - 2
    return Atom(first, last, expression)


def read_daypart(scan: TimeScan, i: int) -> Atom | None:
    """ "this morning", "last night", "the next evening"."""
    relation = scan.known.relations.get(scan.low[i - 1])
    part = scan.known.dayparts[scan.bare(i)]
    found: TimeExpression | None = None
    first = i - 1
    if relation == "this":
        found = TimeExpression("shift", "day", unit="day", amount=0)
    elif relation == "last" and part in ("night", "evening"):
        found = TimeExpression("shift", "day", unit="day", amount=-1)
    elif relation in {"next", "following", "previous", "that", "same"}:
        amount = {"next": 1, "following": 1, "previous": -1}.get(relation, 0)
        found = TimeExpression("event", "day", unit="day", amount=amount)
    elif scan.low[i - 1] == "the" and scan.low[i + 1] in ("before", "after"):
        if scan.words[i].istitle() and scan.words[i + 1].istitle():
            return None  # The Night Before
        found = TimeExpression("event", "day", unit="day", amount=-1 if scan.low[i + 1] == "before" else 1)
        found.daytime = part
        return Atom(i - 1, i + 1, found)
    if found is None:
        return None
    found.daytime = part
    found.attributive = scan.is_possessive(i)
    if scan.low[first - 1] in {"early", "late", "earlier", "later"}:
        first -= 1
    return Atom(first, i, found)
