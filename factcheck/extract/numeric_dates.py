"""Dates in digits alone: ISO and slashed forms, years that stand by themselves, times of day.

A number is a year only on evidence: a word such as "in" or "since" before it, a noun such as "election" behind it. Not: what
counts or measures something ("2000 people"), a price, a house number, a score, a telephone number.
"""

from __future__ import annotations

from factcheck.extract.time_scan import DASHES, LAST_YEAR, Atom, TimeScan, is_possible
from factcheck.model.time_expression import TimeExpression

_AMPM = frozenset(("am", "pm"))
_CLOCK_BEFORE = frozenset("at around about by until till from before after since between and to shortly on".split())
_SPELLED = frozenset("seventeen eighteen nineteen twenty two Nineteen Twenty Two Eighteen".split())
_BEHIND_SMALL = frozenset(("s", ":", "/", "-", ".", "am", "pm", "a", "p", "o'clock", "o’clock", "st", "nd", "rd", "th", "AM", "PM", "h"))


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
                _spelled(scan, i, atoms)
            continue
        if length == 4:
            if word.isdigit() and word.isascii():
                known_year = _four_digits(scan, i, known_year, atoms, clocks)
        elif length < 3:
            if i + 1 < size and words[i + 1] in _BEHIND_SMALL:
                _small(scan, i, atoms, clocks)
        elif length == 8 and word.isdigit() and word.isascii():
            _packed(scan, i, atoms)
        elif length > 5 and word.count(".") == 2:
            _dotted(scan, i, atoms)


def day_of(year: int, month: int, day: int) -> TimeExpression:
    """A full date as an expression; an impossible one says so."""
    found = TimeExpression("calendar", "day", year=year, month=month, day=day)
    found.impossible = not is_possible(year, month, day)
    return found


def _packed(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    word = scan.words[i]
    year, month, day = int(word[:4]), int(word[4:6]), int(word[6:])
    if 1900 <= year <= 2100 and is_possible(year, month, day) and scan.low(i - 1) not in ("$", "€", "£", "#", "."):
        _append(scan, Atom(i, i, day_of(year, month, day)), atoms)


def _dotted(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """21.11.2022, the day first; 2022.11.21."""
    parts = scan.words[i].split(".")
    if not all(p.isdigit() for p in parts):
        return
    if len(parts[2]) == 4 and len(parts[0]) < 3 and len(parts[1]) < 3:
        day, month, year = map(int, parts)
    elif len(parts[0]) == 4 and len(parts[1]) < 3 and len(parts[2]) < 3:
        year, month, day = map(int, parts)
    else:
        return
    if 1000 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
        _append(scan, Atom(i, i, day_of(year, month, day)), atoms)


def _append(scan: TimeScan, atom: Atom, atoms: list[Atom]) -> None:
    atoms.append(atom)
    for k in range(atom.first, atom.last + 1):
        scan.taken[k] = 1


def _spelled(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """ "in nineteen ninety-six": only where a word says that it is a year."""
    if scan.low(i - 1) in scan.known.year_strong:
        found = scan.spelled_year(i)
        if found and not scan.counts(found[1] + 1) and not scan.low(found[1] + 1).endswith("s"):
            _append(scan, Atom(i, found[1], TimeExpression("calendar", "year", year=found[0])), atoms)


def _short_decade(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """ "the ’90s", "in the 60s"; not "in her 90s"."""
    n = scan.number(i)
    if n is None or n % 10 or len(scan.words[i]) != 2 or not scan.glued(i):
        return
    marked = scan.low(i - 1) in ("'", "’", "‘") and scan.glued(i - 1)
    k = i - 2 if marked else i - 1
    before = scan.low(k)
    if before in DASHES:
        before = scan.low(k - 1)
    placed = before == "the" and scan.low(k - 1) in ("in", "since", "during", "of", "from", "throughout")
    if (marked and before in ("the", "early", "mid", "late", "in")) or (placed and n >= 20) or (before in ("early", "mid", "late") and scan.low(k - 1) in ("the", "-")):
        year = 1900 + n if n >= 20 else 2000 + n
        _append(scan, Atom(i - marked, i + 1, TimeExpression("decade", "decade", year=year)), atoms)


def _small(scan: TimeScan, i: int, atoms: list[Atom], clocks: dict[int, int]) -> None:
    nxt = scan.words[i + 1]
    if nxt in "/-" and ((scan.glued(i) and scan.glued(i + 1)) or (nxt == "/" and scan.low(i + 3) == "/" and scan.year(i + 4))):
        _slashed(scan, i, nxt, atoms)
    elif nxt == "s":
        _short_decade(scan, i, atoms)
    elif scan.low(i + 1) in ("st", "nd", "rd", "th"):
        _day_alone(scan, i, atoms)
    else:
        last = clock_from(scan, i)
        if last is not None:
            clocks[i] = last


def _slashed(scan: TimeScan, i: int, mark: str, atoms: list[Atom]) -> None:
    a, b = scan.number(i), scan.number(i + 2)
    if a is None or b is None or not 1 <= a <= 31 or len(scan.words[i + 2]) > 2 or (i and scan.glued(i - 1) and scan.words[i - 1] in "/-.$"):
        return
    third = scan.words[i + 4] if i + 4 < scan.size and scan.words[i + 3] == mark and scan.glued(i) == scan.glued(i + 2) == scan.glued(i + 3) else ""
    if third.isdigit() and (len(third) == 4 or (len(third) == 2 and mark == "/")):
        year = int(third)
        if len(third) == 2:
            year += 2000 if year <= 40 else 1900
        if not 1000 <= year <= 2100 or (scan.glued(i + 4) and scan.words[i + 5][0] in "/-"):
            return
        expression = _either(year, a, b)
        if expression is not None:
            _append(scan, Atom(i, i + 4, expression), atoms)
    elif mark == "/" and not third and 1 <= b <= 31:
        before = scan.low(i - 1)
        if before in scan.known.weekdays or before in ("on", "by", "until", "dated") or (before in ("from", "to", "since") and a <= 12 and b > 10):
            month, day = (a, b) if a <= 12 else (b, a)
            if is_possible(None, month, day):
                _append(scan, Atom(i, i + 2, TimeExpression("calendar", "day", month=month, day=day)), atoms)


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
    before, nxt = scan.low(i - 1), scan.low(i + 2)
    ends = not nxt[:1].isalpha() or nxt in ("at", "with", "for", "when", "and", "or", "of", "to", "in", "as", "after", "before", "by", "but", "the")
    if nxt == "of" and scan.low(i + 3) != "next" and scan.low(i + 3) != "this" and scan.low(i + 3) != "last":
        return
    weekday = scan.known.weekdays.get(scan.low(i - 2 if before == "the" else i - 1))
    placed = (before == "the" and scan.low(i - 2) in ("on", "by", "since", "until", "from", "till")) or before == "on"
    if ends and (placed or weekday is not None) and not (nxt == "-" and scan.glued(i + 1)):
        _append(scan, Atom(i - (before == "the" and weekday is None), i + 1, TimeExpression("calendar", "day", day=n)), atoms)


def _four_digits(scan: TimeScan, i: int, known_year: int, atoms: list[Atom], clocks: dict[int, int]) -> int:
    """Read four digits at token i; the last token of the year if it was one, otherwise what was given."""
    words, known = scan.words, scan.known
    n = int(words[i])
    nxt = words[i + 1] if i + 1 < scan.size else ""
    lower = nxt.lower()
    before = scan.low(i - 1)
    if lower in known.zones and (nxt.isupper() or scan.low(i - 1) == "at") and n % 100 < 60 and n <= 2400:
        clocks[i] = i + 1
        return known_year
    if not 1000 <= n <= LAST_YEAR:
        return known_year
    if nxt in ("-", "/", "–") and scan.glued(i) and scan.glued(i + 1) and i + 2 < scan.size and not (before in ("-", "/", "–") and scan.glued(i - 1) and scan.low(i - 2)[:1].isdigit()):
        last = _year_first(scan, i, n, nxt, atoms)
        if last:
            return last
        if nxt != "–" and words[i + 2][0].isalpha() and before not in known.year_strong:
            return known_year  # 2000-strong, 1500-page
    if i and scan.glued(i - 1) and before not in ("(", "[", "—", "–", "-", "=", "/", "*", "_", "|", ">", "~"):
        return known_year
    if before in ("-", "/") and scan.glued(i - 1) and scan.words[i - 2][0].isalnum() and scan.low(i - 2) not in known.parts and scan.low(i - 2) not in ("pre", "post"):
        return known_year
    if (lower == "s" and (scan.glued(i) or before in ("in", "the"))) or (nxt in ("'", "’") and scan.low(i + 2) == "s" and n % 10 == 0 and before in ("the", "early", "mid", "late", "-")):
        if n % 10 == 0:
            last = i + 1 if lower == "s" else i + 2
            unit = "century" if n % 100 == 0 and n < 1900 else "decade"
            _append(scan, Atom(i, last, TimeExpression(unit, unit, year=n)), atoms)
        return known_year
    if not _is_year(scan, i, n, before, nxt, lower, known_year):
        return known_year
    expression = TimeExpression("calendar", "year", year=n)
    expression.fiscal = before in ("fiscal", "fy") or (before == "year" and scan.low(i - 2) == "fiscal")
    last = i
    if nxt in ("'", "’") and scan.low(i + 2) == "s" and scan.glued(i):
        last, expression.attributive = i + 2, True
    elif lower.isalpha() and lower not in known.role and (lower in known.year_nouns or before in ("the", "a", "an", "this", "his", "her", "their", "its")):
        expression.attributive = True
    _append(scan, Atom(i, last, expression), atoms)
    return last


def _year_first(scan: TimeScan, i: int, n: int, mark: str, atoms: list[Atom]) -> int:
    """2022-11-21, 2022/11/21, 2015-12, 2006-07, 2009–2013: the last token, or 0."""
    words = scan.words
    second = scan.number(i + 2)
    if second is None:
        return 0
    length = len(words[i + 2])
    third = scan.number(i + 4) if i + 4 < scan.size and words[i + 3] == mark and scan.glued(i + 2) and scan.glued(i + 3) else None
    if third is not None:
        if 1 <= second <= 12 and 1 <= third <= 31 and length <= 2 and len(words[i + 4]) <= 2:
            last = i + 4
            if scan.glued(last) and words[last + 1] in "Tt" and last + 2 < scan.size and words[last + 2][0].isdigit():
                last = clock_from(scan, last + 2) or last
            _append(scan, Atom(i, last, day_of(n, second, third)), atoms)
            return last
        return 0
    if scan.glued(i + 2) and words[i + 3][0] in "/-–:" and i + 4 < scan.size and words[i + 4][0].isdigit():
        return 0
    if scan.counts(i + 3):
        return 0
    low = TimeExpression("calendar", "year", year=n)
    before = scan.low(i - 1)
    if length == 4 and n < second <= 2100 and second - n < 200 and 1400 <= n and before not in ("-", "/"):
        high = TimeExpression("calendar", "year", year=second)
    elif length == 2 and second == (n + 1) % 100:
        high = TimeExpression("calendar", "year", year=n + 1)
    elif length == 2 and mark in "-–" and second > 12 and n % 100 < second and 1900 <= n:
        high = TimeExpression("calendar", "year", year=n // 100 * 100 + second)
    elif length == 2 and mark in "-/" and 1 <= second <= 12 and 1900 <= n:
        _append(scan, Atom(i, i + 2, TimeExpression("calendar", "month", year=n, month=second)), atoms)
        return i + 2
    else:
        return 0
    _append(scan, Atom(i, i + 2, TimeExpression("range", "year", low=low, high=high)), atoms)
    return i + 2


def _is_year(scan: TimeScan, i: int, n: int, before: str, nxt: str, lower: str, known_year: int) -> bool:
    """Whether four plain digits are a year here."""
    known = scan.known
    modern = 1900 <= n <= 2060
    if lower in known.counted or nxt in ("%", "°", "+", "°C") or (nxt == "-" and scan.glued(i) and scan.low(i + 2) in known.counted):
        return False
    if nxt == "." and scan.glued(i) and scan.glued(i + 1) and scan.number(i + 2) is not None:
        return False
    # "in 2000 villages" counts; "In 2010 scientists found" tells when.
    plural = lower.endswith("s") and len(lower) > 3 and nxt == lower and not lower.endswith(("ss", "us", "is")) and lower not in known.year_nouns
    if plural and lower in ("was", "has", "does", "as", "towards", "sometimes", "perhaps"):
        plural = False
    is_round = n % 50 == 0
    if before in ("in", "since", "during", "circa", "until", "till", "til", "by", "before", "after", "of", "from", "to") and plural and (is_round or not modern):
        return False
    if known_year >= 0 and modern:
        gap = i - known_year
        if (gap == 2 and before in ("and", "or", ",", "to", "&")) or (gap == 3 and before in ("and", "or") and scan.low(i - 2) == ","):
            return True
    if before in known.year_strong:
        return not (before == "in" and scan.low(i - 2) in ("one", "1"))
    if before in DASHES and scan.low(i - 2) in ("mid", "early", "late", "pre", "post"):
        return True
    if before in ("ago", "year", "years") or (before in ("(", "[") and nxt in (")", "]", ",", "–", "-")):
        return before in ("(", "[") or modern
    if before == "the" and scan.low(i - 2) in ("in", "since") and lower in ("", ".", ","):
        return False
    if not modern:
        if before == "to":
            return scan.low(i - 2) == "back"
        if before == "by" and n > 2060:
            return not plural
        return before in ("before", "after", "between", "until") and n >= 1400 and not plural and not nxt[:1].isalpha()
    if lower in known.year_nouns:
        return True
    if before in known.year_weak:
        if before in ("and", "or", "to", "than", "with", "for", "a", "an") and plural:
            return False
        if before in ("a", "an", "the", "his", "her", "their", "its", "our", "my", "this", "that"):
            return nxt[:1].isalpha() and not (plural and is_round) and not _is_address(scan, i)
        if before in ("and", "or", "for", "than", "with", "to", "through"):
            return not nxt[:1].isalpha() or lower in known.role or lower in known.grammar
        return not (plural and is_round) and not _is_address(scan, i)
    if before in ("born", "founded", "established", "dated", "copyright", "©", "aged", "ending", "ended", "election", "summer", "winter", "class"):
        return True
    if before == "into" or (before == "as" and scan.low(i - 2) in ("early", "late", "recently", "soon")):
        return True
    opens = i == 0 or before in (".", "!", "?", "”", '"') or scan.words[i - 1].endswith("\n")
    if opens and lower in known.year_verbs:
        return True
    # Counts of a thousand and more are written with a comma; what has none, before a singular noun, is a year.
    owned = before.endswith(("'s", "’s")) or (before in ("'", "’") and scan.low(i - 2).endswith("s"))
    if nxt[:1].isalpha() and (owned or (before.isalpha() and not opens and not scan.is_capital(i - 1))):
        return before not in known.no_years and not (plural and (is_round or not owned)) and lower not in known.grammar - {"and", "or"} and not _is_address(scan, i)
    return before == "=" or (before in ("euro", "london", "beijing", "tokyo", "paris", "rio", "sochi") and scan.is_capital(i - 1))


def _is_address(scan: TimeScan, i: int) -> bool:
    return any(scan.low(k) in scan.known.streets and scan.is_capital(k) for k in (i + 2, i + 3))


def clock_from(scan: TimeScan, i: int) -> int | None:
    """The last token of a time of day that begins at token i: "4:30 p.m. ET", "10am", "22:30 GMT", "five o'clock"."""
    hour = scan.number(i)
    if hour is None or hour > 24 or len(scan.words[i]) > 2 or (i and scan.glued(i - 1) and scan.words[i - 1] in ":-/."):
        return None
    j, minutes = i, False
    if scan.low(i + 1) in (":", ".") and i + 2 < scan.size and len(scan.words[i + 2]) == 2 and (scan.number(i + 2) or 0) < 60 and scan.words[i + 2].isdigit():
        j, minutes = i + 2, scan.words[i + 1] == ":"
        if minutes and scan.low(j + 1) == ":" and scan.glued(j) and scan.number(j + 2) is not None:
            j += 2
    marked = False
    nxt = scan.low(j + 1)
    if nxt in _AMPM or nxt in ("o'clock", "o’clock"):
        j, marked = j + 1, True
    elif nxt in ("a", "p") and scan.low(j + 2) == "." and scan.low(j + 3) in ("m", "m's"):
        j = j + 4 if scan.low(j + 4) == "." and scan.glued(j + 3) else j + 3
        marked = True
    zone = scan.words[j + 1] if j + 1 < scan.size else ""
    k = j + 1
    if zone == "(" and scan.low(j + 2) in scan.known.zones and scan.low(j + 3) == ")":
        zone, k = scan.words[j + 2], j + 2
    if zone.lower() in scan.known.zones and (zone.isupper() or zone.lower() in ("local", "eastern", "pacific", "central")):
        j, marked = k, True
        if scan.low(j + 1) == "time" or (scan.low(j + 1) == ")" and scan.low(k - 1) == "("):
            j += 1
    if marked:
        return j if minutes or j > i + 1 or scan.low(i + 1) != ":" else None
    if minutes and hour < 24 and scan.glued(i):
        return j
    return None


def is_sure_clock(scan: TimeScan, first: int, last: int) -> bool:
    """Whether a time of day is one even away from a date: it has am, pm or a zone, or "at" before it."""
    end = scan.low(last)
    return last > first + 2 or end in _AMPM or end in scan.known.zones or end.startswith("o") or scan.low(first - 1) in _CLOCK_BEFORE - {"to", "and", "by"}
