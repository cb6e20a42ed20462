"""Parts of a year and days that return every year: quarters, halves, seasons, weekends, holidays, decades by name.

Not: quarters of a match, "prices fall", "Christmas tree", "in her nineties".
"""

from __future__ import annotations

from factcheck.extract.time_scan import ALONE, DASHES, Atom, TimeScan
from factcheck.model.time_expression import TimeExpression


def read_quarter(scan: TimeScan, i: int) -> Atom | None:
    """ "the third quarter of 2024", "fourth quarter" of a business year."""
    k = i - 2 if scan.low[i - 1] in ("fiscal", "calendar") or scan.low[i - 1] in DASHES else i - 1
    word = scan.low[k]
    n, first = scan.known.ordinals.get(word), k
    if word in {"st", "nd", "rd", "th"} and scan.glued(k - 1):
        n, first = scan.number(k - 1), k - 1
    if n is None or not 1 <= n <= 4:
        return None
    expression = TimeExpression("quarter", "quarter", index=n)
    expression.fiscal = scan.low[i - 1] == "fiscal"
    last = _give_year(scan, i, expression)
    k = first - 3 if scan.low[first - 1] == "s" and scan.low[first - 2] in ("'", "’") else first - 1
    if last == i and (year := scan.year(k)) is not None and not scan.taken[k]:
        expression.year, first = year, k  # "1988's fourth quarter", "the 1988 third quarter"
    elif last == i and not _is_business(scan, i):
        return None
    return Atom(first, last, expression)


def _give_year(scan: TimeScan, last: int, expression: TimeExpression) -> int:
    """Put the year behind token `last` into an expression; the last token read."""
    k = last
    if scan.low[k + 1] in ("of", "in") and scan.low[k + 2] in ("fiscal", "fy"):
        k, expression.fiscal = k + 2, True
        if scan.low[k + 1] == "year":
            k += 1
    elif scan.low[k + 1] in ("fiscal", "fy"):
        k, expression.fiscal = k + 1, True
    if scan.low[k + 1] == "of" and scan.low[k + 2] == "the" and scan.low[k + 3] == "year":
        expression.within = TimeExpression("shift", "year", unit="year", amount=0)
        return k + 3
    found = scan.year_behind(k + 1)
    if found is None:
        return last
    expression.year, expression.within, last = found
    return last


def _is_business(scan: TimeScan, i: int) -> bool:
    return any(scan.low[k] in scan.known.business for k in range(max(0, i - 14), min(scan.size, i + 15)))


def read_quarter_sign(scan: TimeScan, i: int) -> Atom | None:
    """ "Q3 2024", "2017-Q1", "H2 2019"."""
    n = scan.number(i + 1)
    is_quarter = scan.low[i] == "q"
    if n is None or not scan.glued(i) or not 1 <= n <= (4 if is_quarter else 2) or len(scan.words[i + 1]) != 1:
        return None
    if i + 2 < scan.size and scan.glued(i + 1) and scan.words[i + 2][0].isalnum():
        return None
    expression = TimeExpression("quarter" if is_quarter else "half", "quarter" if is_quarter else "span", index=n)
    last = _give_year(scan, i + 1, expression)
    first = i
    if expression.year is None and expression.within is None:
        k = i - 2 if scan.low[i - 1] in DASHES else i - 1
        if (year := scan.year(k)) is not None and not scan.taken[k]:
            expression.year, first = year, k
        elif not is_quarter:
            return None
    return Atom(first, last, expression)


def read_half(scan: TimeScan, i: int) -> Atom | None:
    """ "the first half of 2023"."""
    n = {"first": 1, "second": 2, "latter": 2}.get(scan.low[i - 1])
    if n is None:
        return None
    expression = TimeExpression("half", "span", index=n)
    last = _give_year(scan, i, expression)
    return Atom(i - 1, last, expression) if last > i else None


def read_weekend(scan: TimeScan, i: int, before: str) -> Atom | None:
    relation = scan.known.relations.get(before)
    if relation in {"following", "that", "same"} or scan.words[i].lower().endswith("s"):
        return None
    if scan.low[i + 1] == "of" and relation is None:
        return Atom(i - (before == "the"), i, TimeExpression("shift", "span", unit="weekend", amount=0, relation="of"), True)
    if relation in {"last", "previous", "past", "this", "next", "coming"}:
        first = i - 1
        if relation in ("past", "coming") and scan.low[first - 1] == "this":
            first -= 1
        return Atom(first, i, TimeExpression("weekend", "span", relation=relation))
    if before == "the" and scan.low[i - 2] in {"over", "during", "at", "for", "on", "of", "throughout", "until", "through", "before", "by", "into", "after"}:
        return Atom(i - 1, i, TimeExpression("weekend", "span"))
    return None


def read_season(scan: TimeScan, i: int) -> Atom | None:
    """ "last spring", "the summer of 1998", "in the fall": a season needs its year or a word that places it."""
    known = scan.known
    name = known.seasons[scan.bare(i)]
    before = scan.low[i - 1]
    relation = known.relations.get(before)
    expression = TimeExpression("season", "season", name=name)
    expression.attributive = scan.is_possessive(i)
    first = i
    k = i + 2 if scan.low[i + 1] == "of" else i + 1
    if (year := scan.year(k)) is not None and scan.low[k + 1] in DASHES and scan.glued(k) and len(scan.low[k + 2]) == 2 and scan.number(k + 2) == (year + 1) % 100:
        expression.year = year  # the winter of 1944-45
        return Atom(first, k + 2, expression)
    found = None if expression.attributive else scan.year_behind(i + 1)
    if found and not (found[0] is None and scan.low[i] == "fall" and before not in {"the", "in", "of"}):
        expression.year, expression.within, last = found
        return Atom(first, last, expression)
    if relation in {"last", "this", "next", "coming", "past"}:
        first = i - 1
        expression.relation = "last" if relation == "past" else relation
        if scan.low[i] == "spring" and scan.low[i + 1] in ("water", "onion"):
            return None
        return Atom(first, i, expression)
    if before == "the" and scan.low[i - 2] in {"in", "during", "since", "until", "by", "over", "for", "through"} and scan.low[i + 1] not in ("of",):
        following = scan.low[i + 1]
        return Atom(first, i, expression) if following in ALONE or following in known.bounds else None
    if before in {"early", "late", "mid", "in", "since", "by", "until"} and scan.low[i] not in ("fall", "spring"):
        return Atom(first, i, expression) if scan.low[i + 1] in ALONE else None
    return None


def read_decade_word(scan: TimeScan, i: int) -> Atom | None:
    """ "the nineties"; not "in her nineties"."""
    if scan.low[i - 1] not in {"the", "in", "early", "mid", "late"} or (scan.low[i - 1] not in ("the", "in") and scan.low[i - 2] in {"her", "his", "their", "my"}):
        return None
    return Atom(i, i, TimeExpression("decade", "decade", year=scan.known.decades[scan.low[i]]))


def read_holiday(scan: TimeScan, i: int) -> Atom | None:
    """A holiday with a known rule whose last word is token i: "Christmas Eve", "on Thanksgiving", "Easter 2019"."""
    known = scan.known
    endings = known.holidays[scan.bare(i)]
    for phrase, name in endings.get(scan.low[i - 1]) or endings.get("") or ():
        opening = i - len(phrase) + 1
        if any(scan.low[opening + n] != part for n, part in enumerate(phrase[:-1])) or scan.taken[opening]:
            continue
        if len(phrase) == 1 and scan.low[i + 1] in {"day", "eve", "sunday", "monday"} and scan.is_capital(i + 1):
            return None  # read at its last word
        last = i
        expression = TimeExpression("holiday", "day", name=name)
        expression.attributive = scan.is_possessive(i)
        first, relation = opening, known.relations.get(scan.low[opening - 1])
        if scan.low[last + 1] == "weekend":
            expression.unit, expression.grain, last = "weekend", "span", last + 1
        found = scan.year_behind(last + 1)
        if found:
            expression.year, expression.within, last = found
        elif expression.unit:
            pass
        elif relation in {"last", "previous", "this", "next", "coming", "past"}:
            first, expression.relation = opening - 1, relation
        elif phrase[0] in known.bare_holidays and len(phrase) == 1:
            nxt = scan.low[last + 1]
            if scan.low[opening - 1] not in known.holiday_evidence or (nxt[:1].isalpha() and nxt not in ALONE and nxt not in known.bounds):
                return None
        elif not scan.is_capital(opening) and phrase[0] in {"may", "new", "good", "black"}:
            return None
        return Atom(first, last, expression)
    return None
