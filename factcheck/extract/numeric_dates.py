"""Dates in digits alone: ISO and slashed forms, 20221121, "the 21st"; it also picks years and times of day to read.

Not: scores, telephone numbers, fractions. 03/04/2021 has two readings and says so.
"""

from __future__ import annotations

from factcheck.extract.clock_times import clock_from
from factcheck.extract.time_scan import ALONE, Atom, TimeScan, day_of, is_possible
from factcheck.extract.year_dates import read_four_digits, read_short_decade, read_spelled_year
from factcheck.model.time_expression import TimeExpression

_APOSTROPHES = frozenset(("'", "’", "‘"))
_SPELLED = frozenset("seventeen eighteen nineteen twenty two Nineteen Twenty Two Eighteen".split())
_BEHIND_SMALL = frozenset(("s", ":", "/", "-", ".", "am", "pm", "a", "p", "o'clock", "o’clock", "st", "nd", "rd", "th", "AM", "PM", "h"))

SHORT, MONTHS = 2, 12  # digits of a short year, and the months of a year
_HALVES = ("am", "pm", "a", "p", "AM", "PM", "hrs")


def read_digits(scan: TimeScan, number_tokens: list[int], atoms: list[Atom], clocks: dict[int, int]) -> None:
    """Append the dates in digits; put first and last token of every time of day into `clocks`."""
    words, taken, size = scan.words, scan.taken, scan.size
    known_year = -1  # last token of the year read last, for "2010, 2011 and 2012"
    for i in number_tokens:
        word = words[i]
        length = len(word)
        if taken[i]:
            continue
        if word[0] > "9":
            if word in _SPELLED:
                read_spelled_year(scan, i, atoms)
            continue
        if 3 < length < 6 and word[-3] == "." and i + 1 < size and words[i + 1] in _HALVES:
            last = clock_from(scan, i)  # 3.45pm
            if last is not None:
                clocks[i] = last
        elif length == 4:
            if word.isdecimal() and word.isascii():
                known_year = read_four_digits(scan, i, known_year, atoms, clocks)
        elif length < 3:
            if i + 1 < size and words[i + 1] in _BEHIND_SMALL and not (words[i + 1] == "." and words[i - 1] in _APOSTROPHES):
                _small(scan, i, atoms, clocks)
            elif length == 2 and words[i - 1] in _APOSTROPHES:
                _short_year(scan, i, atoms)
        elif length == 8 and word.isdecimal() and word.isascii():
            _packed(scan, i, atoms)
        elif length > 5 and word.count(".") == 2:
            _dotted(scan, i, atoms)


def _short_year(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """ "the crash of ’87", "back in '99"."""
    n = scan.number(i)
    if n is None or i < 2 or not scan.glued(i - 1) or scan.low[i - 2] not in ("of", "in", "since", "until") or scan.low[i + 1] not in ALONE:
        return
    if scan.glued(i) and scan.words[i + 1 : i + 2] and scan.words[i + 1] in ("'", "’", "-", '"', "”"):
        return
    scan.add(atoms, Atom(i - 1, i, TimeExpression("calendar", "year", year=n + (2000 if n <= 40 else 1900))))


def _packed(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    word = scan.words[i]
    year, month, day = int(word[:4]), int(word[4:6]), int(word[6:])
    if 1900 <= year <= 2100 and is_possible(year, month, day) and scan.low[i - 1] not in {"$", "€", "£", "#", "."}:
        scan.add(atoms, Atom(i, i, day_of(year, month, day)))


def _dotted(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """21.11.2022, the day first; 2022.11.21."""
    parts = scan.words[i].split(".")
    if not all(p.isdecimal() for p in parts):
        return
    if len(parts[2]) == 4 and len(parts[0]) < 3 and len(parts[1]) < 3:
        day, month, year = map(int, parts)
    elif len(parts[0]) == 4 and len(parts[1]) < 3 and len(parts[2]) < 3:
        year, month, day = map(int, parts)
    else:
        return
    if 1000 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
        scan.add(atoms, Atom(i, i, day_of(year, month, day)))


def _small(scan: TimeScan, i: int, atoms: list[Atom], clocks: dict[int, int]) -> None:
    nxt = scan.words[i + 1]
    if nxt in "/-" and ((scan.glued(i) and scan.glued(i + 1)) or (nxt == "/" and scan.low[i + 3] == "/" and (scan.year(i + 4) or _is_spaced(scan, i)))):
        _slashed(scan, i, nxt, atoms)
    elif nxt == "s":
        read_short_decade(scan, i, atoms)
    elif scan.low[i + 1] in {"st", "nd", "rd", "th"}:
        _day_alone(scan, i, atoms)
    else:
        last = clock_from(scan, i)
        if last is not None:
            clocks[i] = last


def _is_spaced(scan: TimeScan, i: int) -> bool:
    """Whether it is a date with spaces around its strokes and a short year, as "12 / 23 / 12": one of the first two is no month."""
    a, b = scan.number(i) or 0, scan.number(i + 2) or 0
    return len(scan.words[i + 4]) == SHORT and scan.words[i + 4].isdecimal() and 0 < min(a, b) <= MONTHS < max(a, b) and scan.low[i + 5] != "/"


def _slashed(scan: TimeScan, i: int, mark: str, atoms: list[Atom]) -> None:
    a, b = scan.number(i), scan.number(i + 2)
    if a is None or b is None or not 1 <= a <= 31 or len(scan.words[i + 2]) > 2 or (i and scan.glued(i - 1) and scan.words[i - 1] in "/-.$"):
        return
    third = scan.words[i + 4] if i + 4 < scan.size and scan.words[i + 3] == mark and scan.glued(i) == scan.glued(i + 2) == scan.glued(i + 3) else ""
    if third.isdecimal() and (len(third) == 4 or (len(third) == 2 and mark == "/")):
        year = int(third)
        if len(third) == 2:
            year += 2000 if year <= 40 else 1900
        if not 1000 <= year <= 2100 or (scan.glued(i + 4) and scan.words[i + 5][0] in "/-"):
            return
        expression = _either(year, a, b)
        if expression is not None:
            scan.add(atoms, Atom(i, i + 4, expression))
    elif mark == "/" and not third and 1 <= b <= 31:
        before = scan.low[i - 1]
        month, day = (a, b) if a <= 12 else (b, a)
        if not is_possible(None, month, day):
            return
        if before in ("this", "next", "coming") and scan.low[i + 3][:1].isalpha():
            return  # "this 1/2 mile"
        relation = {"this": "this", "next": "next", "coming": "next"}.get(before)
        placed = before in scan.known.weekdays or before in {"on", "by", "until", "dated"} or (before in {"from", "to", "since"} and a <= 12 and b > 10)
        if placed or relation or _in_slashed_range(scan, i, a, b):
            expression = TimeExpression("calendar", "day", month=month, day=day, relation=relation)
            scan.add(atoms, Atom(i - (relation is not None), i + 2, expression))


def _in_slashed_range(scan: TimeScan, i: int, a: int, b: int) -> bool:
    """Whether it is an end of "from 10/1 to 11/7"; not of "from 1/4 to 1/2"."""
    links = {"to", "till", "until", "through", "-", "–"}
    if scan.low[i - 1] == "from":
        k = i + 4 if scan.low[i + 3] in links else 0
    else:
        k = i - 4 if scan.low[i - 1] in links and scan.low[i - 5] == "from" else 0
    c, d = (scan.number(k), scan.number(k + 2)) if k > 0 and scan.low[k + 1] == "/" else (None, None)
    if not c or not d or max(c, d) > 31 or min(c, d) > 12:
        return False
    return not (a < b <= 10 and c < d <= 10) or max(b, d) == 7  # of small figures only sevenths are no common fractions


def _either(year: int, a: int, b: int) -> TimeExpression | None:
    """Month and day in American order where that is possible, with the other order beside it where that is too."""
    american, european = is_possible(year, a, b), is_possible(year, b, a)
    if not american and not european:
        return None
    expression = day_of(year, a, b) if american else day_of(year, b, a)
    if american and european and a != b:
        expression.other = (year, b, a)
    return expression


def _day_alone(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """ "on the 21st", "Friday the 13th": an ordinal that belongs to no noun."""
    n = scan.number(i)
    if n is None or not 1 <= n <= 31 or not scan.glued(i):
        return
    before, nxt = scan.low[i - 1], scan.low[i + 2]
    ends = not nxt[:1].isalpha() or nxt in {"at", "with", "for", "when", "and", "or", "of", "to", "in", "as", "after", "before", "by", "but", "the"}
    if nxt == "of" and scan.low[i + 3] != "next" and scan.low[i + 3] != "this" and scan.low[i + 3] != "last":
        return
    weekday = scan.known.weekdays.get(scan.low[i - 2 if before == "the" else i - 1])
    if nxt == "of" and scan.low[i + 4] == "month" and before == "the":
        weekday, ends = None, True
    placed = (before == "the" and nxt == "of") or (before == "the" and scan.low[i - 2] in {"on", "by", "since", "until", "from", "till"}) or before == "on"
    if ends and (placed or weekday is not None) and not (nxt == "-" and scan.glued(i + 1)):
        scan.add(atoms, Atom(i - (before == "the" and weekday is None), i + 1, TimeExpression("calendar", "day", day=n)))
