"""Dates told from a standpoint: "on Monday", "last week", "two weeks ago", "the day before", "this spring", "Q3 2024".

Not: durations ("for two years", "a seven-year term"), which are another kind; the newspaper "Sunday Times"; quarters of a match.
"""

from __future__ import annotations

from factcheck.extract.time_scan import DASHES, Atom, TimeScan
from factcheck.model.time_expression import TimeExpression

_BEHIND_WHOLE = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_EVENT_SHIFT = {"following": 1, "that": 0, "same": 0}
_AGO = frozenset(("ago",))
_LATER = {"later": 1, "afterwards": 1, "afterward": 1, "earlier": -1, "previously": -1, "before": -1, "after": 1, "beforehand": -1}
_ALONE = frozenset(("", ".", ",", ";", ":", ")", "”", '"', "—", "–", "-", "!", "?", "’", "and", "but", "when", "in", "at", "by", "with", "the", "as", "on", "to", "that"))


def read_weekday(scan: TimeScan, i: int) -> Atom | None:
    """The weekday at token i with what places it: "last Monday", "Tuesday of next week", "Friday night"."""
    known = scan.known
    word = scan.bare(i)
    weekday = known.weekdays[word]
    first = last = i
    short = not word.endswith("day")
    if short and scan.low(i + 1) == "." and scan.glued(i):
        last = i + 1
    elif _is_name(scan, i):
        return None
    weak = short and (word in known.doubtful_weekdays or not scan.is_capital(i))
    expression = TimeExpression("weekday", "day", weekday=weekday)
    expression.attributive = scan.is_possessive(i)
    relation = known.relations.get(scan.low(i - 1))
    if relation == "that" and (expression.attributive or scan.low(i - 2) not in ("on", "by", "since", "until", "", ".")):
        relation = None  # "said that Sunday's vote"
    if relation:
        first = i - 1
        if relation == "each":
            return Atom(first, last, TimeExpression("set", "day", weekday=weekday))
        if relation in _EVENT_SHIFT or relation == "previous":
            amount = -1 if relation == "previous" else _EVENT_SHIFT[relation]
            if relation in ("that", "same"):
                return Atom(first, last, TimeExpression("event", "day", unit="day", amount=0, weekday=weekday))
            if relation == "previous" and scan.low(i - 1) == "previous":
                expression.relation = "last"
            else:
                expression = TimeExpression("event", "day", unit="day", amount=amount, weekday=weekday)
        else:
            expression.relation = relation
            if relation in ("past", "coming") and scan.low(first - 1) == "this":
                first -= 1
    elif scan.low(i - 1) in ("early", "late") or (scan.low(i - 1) == "on" and scan.low(i - 2) in ("early", "late", "earlier", "later")):
        first = i - 1 if scan.low(i - 1) != "on" else i - 2
        expression.daytime = scan.low(first)
    if not expression.attributive:
        if scan.bare(last + 1) in known.dayparts and scan.low(last + 1) not in known.units:
            expression.daytime = known.dayparts[scan.bare(last + 1)]
            last += 1
            expression.attributive = scan.is_possessive(last)
        if expression.form == "weekday" and not expression.relation:
            last = _weekday_in_week(scan, last, expression)
            weak = weak and expression.form == "weekday"
    return Atom(first, last, expression, weak)


def _weekday_in_week(scan: TimeScan, last: int, expression: TimeExpression) -> int:
    """ "Tuesday of last week", "Friday next week", "Wed the 13th": returns the last token."""
    k = last + 2 if scan.low(last + 1) in ("of", ",") else last + 1
    relation = scan.known.relations.get(scan.low(k))
    if relation in _BEHIND_WHOLE and scan.low(k + 1) == "week" and scan.low(last + 1) != ",":
        expression.within = TimeExpression("shift", "week", unit="week", amount=_BEHIND_WHOLE[relation])
        return k + 1
    k = last + 2 if scan.low(last + 1) == "the" else last + 1
    word = scan.low(k)
    if word in scan.known.ordinals and scan.low(last + 1) == "the" and scan.low(k + 1) in _ALONE - {"of"}:
        found = scan.day_number(k)
        if found:
            expression.form, expression.day = "calendar", found[0]
            return found[1]
    if scan.number(k) is not None and scan.low(k + 1) in ("st", "nd", "rd", "th") and scan.glued(k) and scan.low(k + 2) in _ALONE:
        found = scan.day_number(k)
        if found:
            expression.form, expression.day = "calendar", found[0]
            return found[1]
    return last


def _is_name(scan: TimeScan, i: int) -> bool:
    """Whether a weekday belongs to a name or title: the Sunday Times, Patch Tuesday."""
    word, phrases = scan.low(i), scan.known.not_dates
    if scan.is_capital(i + 1) and (f"{word} {scan.low(i + 1)}" in phrases or f"{word} {scan.low(i + 1)} {scan.low(i + 2)}" in phrases):
        return True
    return scan.is_capital(i - 1) and f"{scan.low(i - 1)} {word}" in phrases


def read_set(scan: TimeScan, i: int) -> Atom | None:
    """ "on Mondays": a day that returns."""
    if not scan.is_capital(i) or scan.low(i - 1) == "happy":
        return None
    first = i - 1 if scan.low(i - 1) == "on" else i
    return Atom(first, i, TimeExpression("set", "day", weekday=scan.known.plural_weekdays[scan.low(i)]))


def read_day_word(scan: TimeScan, i: int) -> Atom | None:
    """ "yesterday", "tonight", "tomorrow morning"."""
    word = scan.bare(i)
    if scan.is_capital(i - 1) and scan.is_capital(i) and scan.glued(i - 1) is False and scan.low(i - 1) in ("usa", "the", "psychology", "history", "russia"):
        return None  # USA Today
    if scan.low(i - 1) == "the" or (word == "today" and scan.low(i - 1) == "of" and not scan.is_possessive(i)):
        return None
    amount = scan.known.day_words[word]
    expression = TimeExpression("shift", "day", unit="day", amount=amount)
    expression.attributive = scan.is_possessive(i)
    first = last = i
    if word == "tonight":
        expression.daytime = "night"
    elif not expression.attributive and scan.bare(i + 1) in scan.known.dayparts:
        last, expression.daytime = i + 1, scan.known.dayparts[scan.bare(i + 1)]
    if scan.low(i - 1) in ("early", "late", "earlier", "later"):
        first = i - 1
        expression.daytime = expression.daytime or scan.low(first)
    elif word == "tomorrow" and scan.low(i - 1) == "after" and scan.low(i - 2) == "day":
        expression.amount, first = 2, i - 3 if scan.low(i - 3) == "the" else i - 2
    elif word == "yesterday" and scan.low(i - 1) == "before" and scan.low(i - 2) == "day":
        expression.amount, first = -2, i - 3 if scan.low(i - 3) == "the" else i - 2
    return Atom(first, last, expression)


def read_daypart(scan: TimeScan, i: int) -> Atom | None:
    """ "this morning", "last night", "the next evening"."""
    relation = scan.known.relations.get(scan.low(i - 1))
    part = scan.known.dayparts[scan.bare(i)]
    found: TimeExpression | None = None
    first = i - 1
    if relation == "this":
        found = TimeExpression("shift", "day", unit="day", amount=0)
    elif relation == "last" and part in ("night", "evening"):
        found = TimeExpression("shift", "day", unit="day", amount=-1)
    elif relation in ("next", "following", "previous", "that", "same"):
        amount = {"next": 1, "following": 1, "previous": -1}.get(relation, 0)
        found = TimeExpression("event", "day", unit="day", amount=amount)
    elif scan.low(i - 1) == "the" and scan.low(i + 1) in ("before", "after"):
        found = TimeExpression("event", "day", unit="day", amount=-1 if scan.low(i + 1) == "before" else 1)
        found.daytime = part
        return Atom(i - 1, i + 1, found)
    if found is None:
        return None
    found.daytime = part
    found.attributive = scan.is_possessive(i)
    if scan.low(first - 1) in ("early", "late", "earlier", "later"):
        first -= 1
    return Atom(first, i, found)


def read_unit(scan: TimeScan, i: int) -> Atom | None:
    """What a unit such as "week" or "years" makes with its neighbours, or None where it is a length of time."""
    known = scan.known
    unit = known.units[scan.bare(i)]
    before = scan.low(i - 1)
    if before in DASHES:
        return _quarter_ordinal(scan, i) if unit == "quarter" else None
    if unit == "weekend":
        return _weekend(scan, i, before)
    amount = _amount_before(scan, i)
    if amount is not None:
        return _counted(scan, i, unit, amount)
    if scan.words[i].lower().endswith("s") and not scan.is_possessive(i):
        return _vague_plural(scan, i, unit)
    if unit in ("hour", "minute"):
        return None
    if unit == "quarter":
        ordinal = _quarter_ordinal(scan, i)
        if ordinal is not None:
            return ordinal
    if unit in ("century", "month", "week", "decade", "day"):
        nth = _nth(scan, i, unit, before)
        if nth is not None:
            return nth
    return _related(scan, i, unit, before)


def _related(scan: TimeScan, i: int, unit: str, before: str) -> Atom | None:
    """ "last week", "earlier this month", "the following day", "the year before"."""
    known = scan.known
    relation = known.relations.get(before)
    if relation is None and before in ("fiscal", "calendar", "financial", "working") and (relation := known.relations.get(scan.low(i - 2))):
        held = "workweek" if before == "working" and unit == "week" else unit
        expression = TimeExpression("shift", unit, unit=held, amount=_BEHIND_WHOLE.get(relation, 0))
        expression.fiscal = before != "working"
        return Atom(i - 2, i, expression) if relation in _BEHIND_WHOLE else None
    first = i - 1
    if relation is None:
        return _the_unit(scan, i, unit, before)
    if relation == "each":
        return None
    if relation in _BEHIND_WHOLE:
        if unit == "day":
            if relation == "next" and before == "next":
                return Atom(first, i, TimeExpression("event", "day", unit="day", amount=1))
            if relation == "previous":
                return Atom(first, i, TimeExpression("event", "day", unit="day", amount=-1))
            return None
        if relation == "previous" or (relation == "next" and scan.low(i - 2) == "the" and unit in ("week", "month", "year")):
            expression = TimeExpression("event", unit, unit=unit, amount=_BEHIND_WHOLE[relation])
            return Atom(first, i, expression)
        if relation in ("past", "last", "next", "coming") and scan.low(i - 2) in ("the", "this") and not (relation == "last" and scan.low(i + 1) in ("of", "in")):
            # "over the past year": the twelve months up to now
            sign = -1 if relation in ("past", "last") else 1
            expression = TimeExpression("stretch", unit, unit=unit, amount=sign, relation=relation)
            return Atom(i - 1, i, expression)
        if relation == "past":
            return None
        expression = TimeExpression("shift", unit, unit=unit, amount=_BEHIND_WHOLE[relation])
        expression.attributive = scan.is_possessive(i)
        return Atom(first, i, expression)
    if unit == "day" and relation == "that" and scan.low(i + 1) in ("'", "’"):
        return None
    if relation == "same" and scan.low(first - 1) != "the":
        return None
    expression = TimeExpression("event", unit, unit=unit, amount=_EVENT_SHIFT[relation])
    return Atom(first, i, expression)


def _the_unit(scan: TimeScan, i: int, unit: str, before: str) -> Atom | None:
    """ "the day before", "the week after", "the end of the year", "the year to date"."""
    if before not in ("the", "a", "one"):
        return None
    nxt = scan.low(i + 1)
    if before == "the" and nxt in ("before", "after"):
        expression = TimeExpression("event", unit, unit=unit, amount=-1 if nxt == "before" else 1)
        return Atom(i - 1, i + 1, expression)
    part = scan.known.parts.get(scan.low(i - 3)) if scan.low(i - 2) == "of" else None
    if part is None and scan.low(i - 2) == "in":
        part = scan.known.parts.get(scan.low(i - 3))
    if before == "the" and part is not None and unit != "day" and nxt != "-":
        expression = TimeExpression("shift", unit, unit=unit, amount=0)
        return Atom(i - 1, i, expression)
    if before == "the" and unit != "day" and (scan.low(i - 2) in ("of", "for") and scan.low(i - 3) in ("rest", "remainder", "remaining")):
        return Atom(i - 1, i, TimeExpression("shift", unit, unit=unit, amount=0, part="later"))
    return None


def _amount_before(scan: TimeScan, i: int) -> tuple[int, int, int] | None:
    """The number of units written before token i: low, high, first token; "a couple of", "several", "twenty-five"."""
    k = i - 1
    word = scan.low(k)
    if word == "of" and scan.low(k - 1) == "couple":
        k, word = k - 1, "couple"
    if word in ("next", "past", "last", "previous", "upcoming", "more", "full", "short") and (scan.number(k - 1) is not None or scan.low(k - 1) in scan.known.small):
        k -= 1
        word = scan.low(k)
    n = scan.number(k)
    if n is not None:
        return (n, n, k) if n <= 500 and not (scan.glued(k - 1) and scan.words[k - 1] in ".,/:-$") else None
    amount = scan.known.amounts.get(word)
    if amount is None:
        return None
    low, high = amount
    if low == high and low < 10 and scan.low(k - 1) in DASHES and scan.low(k - 2) in scan.known.tens:
        low += scan.known.tens[scan.low(k - 2)]
        return low, low, k - 2
    first = k - 1 if word in ("few", "couple") and scan.low(k - 1) in ("a", "the") else k
    return low, high, first if scan.low(first) != "the" else k


def _counted(scan: TimeScan, i: int, unit: str, amount: tuple[int, int, int]) -> Atom | None:
    """ "two weeks ago", "three days later", "the past two weeks", "in two weeks"."""
    low, high, first = amount
    nxt = scan.low(i + 1)
    vague = high if high != low else None
    if nxt in _AGO:
        return Atom(first, i + 1, TimeExpression("offset", _grain(unit), unit=unit, amount=-low, amount_high=-vague if vague else None))
    if nxt in _LATER:
        sign = _LATER[nxt]
        if nxt in ("before", "after") and scan.low(i + 2) not in _ALONE - {"and", "in", "at", "the", "that", "to", "on", "by", "with", "when", "as"}:
            return _from_date(scan, first, i, unit, low * sign)
        if unit in ("hour", "minute"):
            return None
        if nxt == "later" and scan.low(i + 2) in ("than", "in"):
            return None
        expression = TimeExpression("event", _grain(unit), unit=unit, amount=low * sign, amount_high=vague * sign if vague else None)
        return Atom(first, i + 1, expression)
    if nxt == "from" and scan.low(i + 2) in ("now", "today", "tomorrow", "tmrw", "yesterday"):
        expression = TimeExpression("offset", "day", unit=unit, amount=low)
        if scan.low(i + 2) not in ("now", "today"):
            expression.within = TimeExpression("shift", "day", unit="day", amount=scan.known.day_words[scan.low(i + 2)])
        return Atom(first, i + 2, expression)
    if nxt == "from":
        return _from_date(scan, first, i, unit, low)
    between = scan.known.relations.get(scan.low(i - 1)) if first < i - 1 else None
    relation = between or scan.known.relations.get(scan.low(first - 1))
    if relation in ("last", "past", "previous", "next", "coming") and not scan.words[i].endswith(("'", "’")):
        sign = -1 if relation in ("last", "past", "previous") else 1
        if sign > 0 and scan.low(first - 2) == "within":
            return Atom(first - 2, i, TimeExpression("stretch", unit, unit=unit, amount=low, relation="within"))
        expression = TimeExpression("stretch", unit, unit=unit, amount=low * sign, amount_high=vague * sign if vague else None, relation="past" if sign < 0 else "next")
        return Atom(first if between else first - 1, i, expression)
    if scan.low(first - 1) == "within" and nxt not in ("of", "'", "’") and tense_before(scan, first - 1) == "future":
        return Atom(first - 1, i, TimeExpression("stretch", unit, unit=unit, amount=low, relation="within"))
    if scan.low(first - 1) == "in" and unit not in ("hour", "minute") and _is_ahead(scan, first - 1, nxt):
        return Atom(first - 1, i, TimeExpression("offset", _grain(unit) if unit != "year" else "year", unit=unit, amount=low, amount_high=vague))
    return None


def _from_date(scan: TimeScan, first: int, i: int, unit: str, amount: int) -> Atom:
    """ "two days after" waits for the date behind it; without one it is dropped."""
    return Atom(first, i + 1, TimeExpression("offset", "day", unit=unit, amount=amount, relation="from"), True)


def _vague_plural(scan: TimeScan, i: int, unit: str) -> Atom | None:
    """ "years ago", "days later"."""
    nxt = scan.low(i + 1)
    if nxt in _AGO and scan.low(i - 1) != "old":
        return Atom(i, i + 1, TimeExpression("offset", _grain(unit), unit=unit, amount=-2, amount_high=-60 if unit == "year" else -20))
    if nxt in ("later", "earlier") and unit not in ("hour", "minute"):
        sign = _LATER[nxt]
        return Atom(i, i + 1, TimeExpression("event", _grain(unit), unit=unit, amount=2 * sign, amount_high=20 * sign))
    return None


def _grain(unit: str) -> str:
    return {"hour": "day", "minute": "day", "fortnight": "week", "weekend": "week"}.get(unit, unit)


def _nth(scan: TimeScan, i: int, unit: str, before: str) -> Atom | None:
    """ "the 19th century", "the first week of June", "the week of April 10th"."""
    first, n = i - 1, scan.known.ordinals.get(before)
    if before in ("st", "nd", "rd", "th") and scan.glued(i - 2):
        n, first = scan.number(i - 2), i - 2
    elif before == "last" and scan.low(i + 1) == "of" and (scan.low(i - 2) == "the" or scan.low(i + 2) in scan.known.months):
        n = -1
    if unit == "century":
        if n is None or n < 1 or n > 21:
            return None
        return Atom(first, i, TimeExpression("century", "century", year=(n - 1) * 100 or 1))
    if n is not None and scan.low(i + 1) in ("of", "in"):
        return Atom(first, i, TimeExpression("part", unit, unit=unit, index=n, relation="of"), True)
    if unit == "week" and before == "the" and scan.low(i + 1) in ("of", "beginning", "starting", "commencing", "ending"):
        return Atom(i - 1, i, TimeExpression("shift", "week", unit="week", amount=0, relation="of"), True)
    return None


def _quarter_ordinal(scan: TimeScan, i: int) -> Atom | None:
    """ "the third quarter of 2024", "fourth quarter" of a business year."""
    k = i - 2 if scan.low(i - 1) in ("fiscal", "calendar") or scan.low(i - 1) in DASHES else i - 1
    word = scan.low(k)
    n, first = scan.known.ordinals.get(word), k
    if word in ("st", "nd", "rd", "th") and scan.glued(k - 1):
        n, first = scan.number(k - 1), k - 1
    if n is None or not 1 <= n <= 4:
        return None
    expression = TimeExpression("quarter", "quarter", index=n)
    expression.fiscal = scan.low(i - 1) == "fiscal"
    last = _give_year(scan, i, expression)
    if last == i and not _is_business(scan, i):
        return None
    return Atom(first, last, expression)


def _give_year(scan: TimeScan, last: int, expression: TimeExpression) -> int:
    """Put the year behind token `last` into an expression; the last token read."""
    k = last
    if scan.low(k + 1) in ("of", "in") and scan.low(k + 2) in ("fiscal", "fy"):
        k, expression.fiscal = k + 2, True
        if scan.low(k + 1) == "year":
            k += 1
    elif scan.low(k + 1) in ("fiscal", "fy"):
        k, expression.fiscal = k + 1, True
    if scan.low(k + 1) == "of" and scan.low(k + 2) == "the" and scan.low(k + 3) == "year":
        expression.within = TimeExpression("shift", "year", unit="year", amount=0)
        return k + 3
    found = scan.year_behind(k + 1)
    if found is None:
        return last
    expression.year, expression.within, last = found
    return last


def _is_business(scan: TimeScan, i: int) -> bool:
    return any(scan.low(k) in scan.known.business for k in range(max(0, i - 14), min(scan.size, i + 15)))


def read_quarter_sign(scan: TimeScan, i: int) -> Atom | None:
    """ "Q3 2024", "2017-Q1", "H2 2019"."""
    n = scan.number(i + 1)
    is_quarter = scan.low(i) == "q"
    if n is None or not scan.glued(i) or not 1 <= n <= (4 if is_quarter else 2) or len(scan.words[i + 1]) != 1:
        return None
    if i + 2 < scan.size and scan.glued(i + 1) and scan.words[i + 2][0].isalnum():
        return None
    expression = TimeExpression("quarter" if is_quarter else "half", "quarter" if is_quarter else "span", index=n)
    last = _give_year(scan, i + 1, expression)
    first = i
    if expression.year is None and expression.within is None:
        k = i - 2 if scan.low(i - 1) in DASHES else i - 1
        if (year := scan.year(k)) is not None and not scan.taken[k]:
            expression.year, first = year, k
        elif not is_quarter:
            return None
    return Atom(first, last, expression)


def read_half(scan: TimeScan, i: int) -> Atom | None:
    """ "the first half of 2023"."""
    n = {"first": 1, "second": 2, "latter": 2}.get(scan.low(i - 1))
    if n is None:
        return None
    expression = TimeExpression("half", "span", index=n)
    last = _give_year(scan, i, expression)
    return Atom(i - 1, last, expression) if last > i else None


def _weekend(scan: TimeScan, i: int, before: str) -> Atom | None:
    relation = scan.known.relations.get(before)
    if relation in ("following", "that", "same") or scan.words[i].lower().endswith("s"):
        return None
    if relation in ("last", "previous", "past", "this", "next", "coming"):
        first = i - 1
        if relation in ("past", "coming") and scan.low(first - 1) == "this":
            first -= 1
        return Atom(first, i, TimeExpression("weekend", "span", relation=relation))
    if before == "the" and scan.low(i - 2) in ("over", "during", "at", "for", "on", "of", "throughout"):
        return Atom(i - 1, i, TimeExpression("weekend", "span"))
    return None


def read_season(scan: TimeScan, i: int) -> Atom | None:
    """ "last spring", "the summer of 1998", "in the fall": a season needs its year or a word that places it."""
    known = scan.known
    name = known.seasons[scan.bare(i)]
    before = scan.low(i - 1)
    relation = known.relations.get(before)
    expression = TimeExpression("season", "season", name=name)
    expression.attributive = scan.is_possessive(i)
    first = i
    found = None if expression.attributive else scan.year_behind(i + 1)
    if found and not (found[0] is None and scan.low(i) == "fall" and before not in ("the", "in", "of")):
        expression.year, expression.within, last = found
        return Atom(first, last, expression)
    if relation in ("last", "this", "next", "coming", "past"):
        first = i - 1
        expression.relation = "last" if relation == "past" else relation
        if scan.low(i) == "spring" and scan.low(i + 1) in ("water", "onion"):
            return None
        return Atom(first, i, expression)
    if before == "the" and scan.low(i - 2) in ("in", "during", "since", "until", "by", "over", "for", "through") and scan.low(i + 1) not in ("of",):
        following = scan.low(i + 1)
        return Atom(first, i, expression) if following in _ALONE or following in known.bounds else None
    if before in ("early", "late", "mid", "in", "since", "by", "until") and scan.low(i) not in ("fall", "spring"):
        return Atom(first, i, expression) if scan.low(i + 1) in _ALONE else None
    return None


def read_decade_word(scan: TimeScan, i: int) -> Atom | None:
    """ "the nineties"; not "in her nineties"."""
    if scan.low(i - 1) not in ("the", "in", "early", "mid", "late") or (scan.low(i - 1) not in ("the", "in") and scan.low(i - 2) in ("her", "his", "their", "my")):
        return None
    return Atom(i, i, TimeExpression("decade", "decade", year=scan.known.decades[scan.low(i)]))


def read_holiday(scan: TimeScan, i: int) -> Atom | None:
    """A holiday with a known rule whose last word is token i: "Christmas Eve", "on Thanksgiving", "Easter 2019"."""
    known = scan.known
    endings = known.holidays[scan.bare(i)]
    for phrase, name in endings.get(scan.low(i - 1)) or endings.get("") or ():
        opening = i - len(phrase) + 1
        if any(scan.low(opening + n) != part for n, part in enumerate(phrase[:-1])) or scan.taken[opening]:
            continue
        if len(phrase) == 1 and scan.low(i + 1) in ("day", "eve", "sunday", "monday") and scan.is_capital(i + 1):
            return None  # read at its last word
        last = i
        expression = TimeExpression("holiday", "day", name=name)
        expression.attributive = scan.is_possessive(i)
        first, relation = opening, known.relations.get(scan.low(opening - 1))
        if scan.low(last + 1) == "weekend":
            expression.unit, expression.grain, last = "weekend", "span", last + 1
        found = scan.year_behind(last + 1)
        if found:
            expression.year, expression.within, last = found
        elif expression.unit:
            pass
        elif relation in ("last", "previous", "this", "next", "coming", "past"):
            first, expression.relation = opening - 1, relation
        elif phrase[0] in known.bare_holidays and len(phrase) == 1:
            nxt = scan.low(last + 1)
            if scan.low(opening - 1) not in known.holiday_evidence or (nxt[:1].isalpha() and nxt not in _ALONE and nxt not in known.bounds):
                return None
        elif not scan.is_capital(opening) and phrase[0] in ("may", "new", "good", "black"):
            return None
        return Atom(first, last, expression)
    return None


def _is_ahead(scan: TimeScan, i: int, nxt: str) -> bool:
    """Whether "in two weeks" tells when, and not how long something took or how rare it is."""
    if nxt in ("of", "'", "’") or scan.low(i - 1) in ("time", "times", "once", "twice") or scan.low(i - 1) in scan.known.ordinals:
        return False
    tense = tense_before(scan, i)
    return tense == "future" or (tense == "" and not nxt[:1].isalnum() and scan.low(i - 1).isalpha() and not scan.low(i - 1).endswith("s"))


def tense_before(scan: TimeScan, i: int) -> str:
    """The tense of the nearest verb within ten words before token i: "past", "future" or nothing."""
    known = scan.known
    for k in range(i - 1, max(-1, i - 11), -1):
        word = scan.low(k)
        if word in (".", ";", "!", "?"):
            break
        if word in known.future:
            return "future"
        if word in known.past or (len(word) > 4 and word.endswith("ed")):
            return "past"
    return ""
