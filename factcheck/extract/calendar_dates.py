"""Dates that name their month: "21 November 2022", "Nov. 21-23", "the fourth of July", "mid-June", "last December".

Not: "May" the name, "March" the verb, "August Wilson", "12 March-based firms".
"""

from __future__ import annotations

from factcheck.extract.time_scan import CURRENCIES, DASHES, ORDINAL_ENDINGS, Atom, TimeScan, is_possible
from factcheck.model.time_expression import TimeExpression

_PLACING = frozenset(
    "in since until till before after last next this early late mid of from through between during by past previous following "
    "each every and to or for around".split()
)
_SURE = frozenset("in since until till during early late mid last next this".split())
_LEFT_DAY = frozenset("on the of by from until since between and to or for before after , ( -".split())


def read_month(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """Read the date around the month's name at token i and append what it is; a range or a list gives several."""
    known = scan.known
    word = scan.bare(i)
    month = known.months[word]
    if word == "may" and scan.low[i + 1] == "day":
        return  # the holiday
    last = i
    if scan.low[i + 1] == "." and scan.glued(i) and len(word) < 5 and (word not in ("may", "june", "july") or scan.number(i + 2) is not None):
        last = i + 1
    chain = _chained(scan, i, month)
    if chain is not None:
        atoms.append(chain)
        return
    left = _day_before(scan, i)
    right = None if scan.is_possessive(i) else _day_after(scan, i, last)
    if left and right and scan.low[last + 1] in DASHES and scan.low[right[1] + 1] in known.months:
        right = None  # "28 Feb-2 March"
    if left and right:
        before = scan.low[left[1] - 1]
        if before in CURRENCIES or not (before in _LEFT_DAY or before in known.weekdays or left[1] == 0):
            left = None
    if left:
        _with_left_day(scan, i, last, month, left, atoms)
    elif right:
        _with_right_day(scan, i, month, right, atoms)
    else:
        _month_alone(scan, i, last, month, word, atoms)


def _chained(scan: TimeScan, i: int, month: int) -> Atom | None:
    """September-2020-23, 23-2020-September, 2020/23/Sep: the day is not beside its month."""
    mark = scan.low[i + 1] if scan.low[i + 1] in ("-", "/") else scan.low[i - 1]
    if mark not in ("-", "/"):
        return None
    short = scan.number(i + 2) if scan.low[i - 1] == scan.low[i + 1] == mark == "-" and len(scan.words[min(i + 2, scan.size - 1)]) == 2 else None
    if short is not None and (n := scan.number(i - 2)) and n <= 31 and i > 1 and all(scan.glued(k) for k in range(i - 2, i + 2)) and scan.is_free(i - 2, i + 2):
        if not (scan.glued(i + 2) and scan.low[i + 3][:1] in ("-", "/")):
            return Atom(i - 2, i + 2, _expression(scan, month, n, short + (2000 if short <= 40 else 1900), None))  # 3-Mar-18
    for places, first, last in (((i + 2, i + 4), i, i + 4), ((i - 2, i - 4), i - 4, i)):
        found = [scan.number(k) for k in places]
        if first < 0 or last >= scan.size or None in found or scan.low[first + 1] != mark or scan.low[first + 3] != mark:
            continue
        if not all(scan.glued(k) for k in range(first, last)) or not scan.is_free(first, last):
            continue
        year = scan.year(places[0]) or scan.year(places[1])
        day = scan.number(places[1] if scan.year(places[0]) else places[0])
        # Where the day is beside its month, the common readers know it.
        if year and day and 1 <= day <= 31 and (scan.year(places[0]) is not None or places[0] < i):
            if scan.year(places[0]) is None and places[0] == i - 2 and scan.year(i - 4) is None:
                continue
            return Atom(first, last, _expression(scan, month, day, year, None))
    return None


def _spelled_day(scan: TimeScan, k: int, i: int) -> tuple[int, int, bool] | None:
    """ "on fifteen August", "twenty-two May nineteen ninety-three": a day in plain numerals, of which little is seen."""
    small, tens = scan.known.small, scan.known.tens
    n, first = small.get(scan.low[k]), k
    if n is not None and 0 < n < 10 and scan.low[k - 1] in DASHES and scan.low[k - 2] in ("twenty", "thirty"):
        n, first = n + tens[scan.low[k - 2]], k - 2
    elif n is None and scan.low[k] in ("twenty", "thirty"):
        n = tens[scan.low[k]]
    if not n or n > 31 or scan.low[first - 1] not in ("on", "the", "of", "from", "to", "until", "since", "by") or scan.spelled_year(i + 1) is None:
        return None
    return n, first, True


def _day_before(scan: TimeScan, i: int) -> tuple[int, int, bool] | None:
    """The day written before a month: number, first token, whether its form says that it is a day."""
    k, sure = i - 1, False
    word = scan.low[k]
    if word == "of" or word in ("-", "/") and scan.glued(k) and scan.glued(k - 1):
        k, sure = k - 1, True
    if k < 0 or scan.taken[k]:
        return None
    if scan.low[k] in ORDINAL_ENDINGS and scan.glued(k - 1):
        n = scan.number(k - 1)
        return (n, k - 1, True) if n and 1 <= n <= 31 and scan.is_free(k - 1, k) else None
    n = scan.number(k)
    if n is not None:
        before = scan.low[k - 1]
        if not 1 <= n <= 31 or len(scan.words[k]) > 2 or before in CURRENCIES or (before in {".", ":", "/"} and scan.glued(k - 1)):
            return None
        behind = i + 2 if scan.low[i + 1] == "." else i + 1
        if before == "the" and 1 <= (scan.number(behind) or 0) <= 31 and len(scan.words[behind]) < 3 and scan.low[behind + 1].isalpha():
            return None  # "the 19 Sept. 11 hijackers"
        return n, k, sure
    if not sure:
        return _spelled_day(scan, k, i)
    spelled = scan.known.ordinals.get(scan.low[k])
    if spelled is None:
        return None
    j = k - 2 if scan.low[k - 1] in DASHES else k - 1
    if spelled < 10 and scan.low[j] in ("twenty", "thirty") and scan.known.tens[scan.low[j]] + spelled <= 31:
        return scan.known.tens[scan.low[j]] + spelled, j, True
    return None if scan.is_possessive(i) else (spelled, k, True)


def _day_after(scan: TimeScan, i: int, last: int) -> tuple[int, int, bool] | None:
    """The day written behind a month: number, last token, whether its form says that it is a day."""
    j, sure = last + 1, False
    if scan.low[j] == "the":
        j, sure = j + 1, True
        if scan.number(j) is None and scan.low[j] not in scan.known.ordinals and scan.low[j] not in ("twenty", "thirty"):
            return None
    elif scan.low[j] in ("/", "-") and scan.glued(last) and scan.glued(j):
        j, sure = j + 1, True
        if scan.number(j) is not None and len(scan.words[j]) > 2:
            return None
    if j >= scan.size or scan.taken[j]:
        return None
    found = scan.day_number(j)
    if found is None:
        return None
    n, end = found
    spelled = scan.number(j) is None
    if spelled and not sure and scan.low[i - 1] in {"in", "of", "since"}:
        return None  # "in June second-placed …"
    if spelled and scan.low[end + 1] in {"quarter", "half", "round", "person", "time", "place", "day", "week", "year", "anniversary"}:
        return None
    sure = sure or spelled or end > j or scan.glued(last)
    if not sure and scan.counts(end + 1):
        return None
    if not sure and scan.low[i - 1] in {"in", "since", "during"} and scan.year_behind(end + 1) is None and scan.low[end + 1][:1].isalpha():
        return None  # "In March 12 people died"
    return n, end, sure


def _expression(scan: TimeScan, month: int, day: int | None, year: int | None, within: TimeExpression | None) -> TimeExpression:
    found = TimeExpression("calendar", "month" if day is None else "day", year=year, month=month, day=day, within=within)
    found.impossible = day is not None and not is_possible(year, month, day)
    return found


def _with_left_day(scan: TimeScan, i: int, last: int, month: int, left: tuple[int, int, bool], atoms: list[Atom]) -> None:
    day, first, sure = left
    year, within = None, None
    if not scan.is_possessive(i):
        found = scan.year_behind(last + 1)
        if found:
            year, within, last = found
    if not sure and year is None and not scan.words[i][0].isupper() and scan.bare(i) in scan.known.lower_months:
        if scan.low[first - 1] not in {"on", "until", "since", "by"}:
            return  # "12 may attend"
    expression = _expression(scan, month, day, year, within)
    link = scan.low[first - 1]
    if link == "the":
        link = scan.low[first - 2] if scan.low[first - 2] in ("to", "and") else link
    k = first - 2 - (scan.low[first - 1] == "the")
    other = scan.number(k - 1) if scan.low[k] in ORDINAL_ENDINGS and scan.glued(k - 1) else scan.number(k)
    begin = k - 1 if scan.low[k] in ORDINAL_ENDINGS else k
    joined = link in DASHES or link in {"to", "and", "or", "through", "&"}
    if joined and other and 1 <= other < day and scan.is_free(begin, k) and len(scan.words[begin]) < 3 and scan.low[begin - 1] not in CURRENCIES:
        earlier = _expression(scan, month, other, year, within)
        if link in {"and", "or", "&"} and scan.low[begin - 1] != "between":
            atoms.append(Atom(begin, k, earlier))
        else:
            expression = TimeExpression("range", "day", low=earlier, high=expression)
            first = begin
    atoms.append(Atom(first, last, expression))


def _with_right_day(scan: TimeScan, i: int, month: int, right: tuple[int, int, bool], atoms: list[Atom]) -> None:
    day, last, sure = right
    name = scan.bare(i)
    first = i
    year, within = None, None
    # A second day: Nov. 21-23, June 20 and 21, July 3 to 5.
    link, k = scan.low[last + 1], last + 2
    second = None
    if scan.low[k] == "the" and link in {"to", "through", "until", "till", "til"}:
        k += 1  # April 9 to the 17th
        found = scan.day_number(k) if k < scan.size and not scan.taken[k] else None
        if found and found[0] > day and (scan.number(k) is None) == (found[1] == k) and scan.low[found[1] + 1] not in scan.known.months and scan.low[found[1] + 1] != "of":
            second = found
    elif link in DASHES or link in {"to", "and", "or", "through"}:
        found = scan.day_number(k) if k < scan.size and not scan.taken[k] else None
        if found and found[0] > day and scan.number(k) is not None:
            nxt = scan.low[found[1] + 1]
            is_end = not nxt[:1].isalpha() or nxt in {"in", "at", "of", "with", "for", "when", "as", "after", "before", "to", "on", "were", "was"}
            glued_dash = link in DASHES and scan.glued(found[1]) and nxt in {"-", ":", "/"}
            if (is_end or found[1] > k or link in DASHES) and not glued_dash and nxt not in scan.known.months:
                second = found
    behind = scan.year_behind((second[1] if second else last) + 1)
    end = second[1] if second else last
    if behind:
        year, within, end = behind
    elif (before := scan.year(i - 1)) is not None or (scan.low[i - 1] in ("-", "/") and scan.glued(i - 1) and (before := scan.year(i - 2))):
        # 2019/aug/01, 2013 September 3
        k = i - 1 if scan.year(i - 1) is not None else i - 2
        if not scan.taken[k]:
            year, first = before, k
    if not sure and year is None and within is None:
        capital = scan.words[i][0].isupper()
        if (not capital and name in scan.known.lower_months) or (name in ("may", "march") and scan.words[i].isupper() and scan.is_capital(i - 1) and scan.words[i - 1].isupper() and len(scan.words[i - 1]) > 3):
            return  # "may 3 people", "march 25 miles"
    expression = _expression(scan, month, day, year, within)
    if second is None:
        atoms.append(Atom(first, end, expression))
        return
    later = _expression(scan, month, second[0], year, within)
    if link in ("and", "or"):
        atoms.append(Atom(first, last, expression))
        atoms.append(Atom(second[1] if second[1] == last + 2 else last + 2, end, later))
    else:
        atoms.append(Atom(first, end, TimeExpression("range", "day", low=expression, high=later)))


def _month_alone(scan: TimeScan, i: int, last: int, month: int, word: str, atoms: list[Atom]) -> None:
    known = scan.known
    first, relation = i, None
    before = scan.low[i - 1]
    if before in DASHES and scan.low[i - 2] in {"mid", "early", "late"}:
        before = "mid"
    found = None if scan.is_possessive(i) else scan.year_behind(last + 1)
    year, within = None, None
    if found:
        year, within, last = found
    elif (scan.year(i - 1) is not None and not scan.taken[i - 1] and scan.low[i - 2] in {"in", "of", "since"}) and not scan.is_capital(i + 1):
        year, first = scan.year(i - 1), i - 1  # "in 2017 April"
    if year is None and within is None and not _names_a_month(scan, i, word, before):
        return
    relation = known.relations.get(before)
    expression = _expression(scan, month, None, year, within)
    if relation and year is None and within is None:
        first = i - 1
        if relation == "each":
            expression = TimeExpression("set", "month", month=month)
        elif relation in {"last", "next", "this", "coming"}:
            expression.relation = relation
        elif relation == "past":
            expression.relation = "last"
            first = first - 1 if scan.low[first - 1] == "this" else first
        else:  # the following June, that June: told from another event
            amount = 1 if relation == "following" else 0 if relation in ("that", "same") else -1
            expression = TimeExpression("event", "month", unit="month", month=month, amount=amount)
    expression.attributive = scan.is_possessive(i)
    atoms.append(Atom(first, last, expression))


def _names_a_month(scan: TimeScan, i: int, word: str, before: str) -> bool:
    """Whether a month's name without day and year is the month here."""
    known = scan.known
    capital = scan.words[i][0].isupper()
    if before in known.titles:
        return False
    if scan.low[i + 1] in {"to", "through", "-", "–"} and scan.bare(i + 2) in known.months and scan.is_capital(i + 2):
        return capital or word not in known.lower_months
    if capital and before in ("-", "–") and scan.glued(i - 2) and scan.glued(i - 1) and scan.is_capital(i - 2) and scan.bare(i - 2) in known.months:
        return True  # the March-May period
    if not capital:
        return word not in known.lower_months and (before in _PLACING or before in ("the", "a"))
    if word in known.doubtful_months:
        if scan.is_surname(word):
            return before in _SURE
        following = scan.words[i + 1] if i + 1 < scan.size else ""
        return before in _PLACING or (before in ("the", "a") and following[:1].islower() and following not in known.grammar)
    if word in known.name_months and before not in _PLACING and before != "the":
        named = i + 1 < scan.size and scan.is_capital(i + 1) and scan.low[i + 1] not in known.role
        return not named and not (scan.is_capital(i - 1) and scan.low[i - 1] not in known.role and scan.low[i - 1] not in known.parts)
    return True
