"""Years that stand by themselves: "in 2016", "the 2012 attacks", "2009–2013", "the 1990s", "nineteen ninety-six".

Four digits are a year only on evidence. Not: what counts or measures something ("2000 people"), a price, a house number, a
time of day ("1430 GMT"), the number in a product's name.
"""

from __future__ import annotations

from factcheck.extract.clock_times import clock_from
from factcheck.extract.time_scan import DASHES, LAST_YEAR, Atom, TimeScan, day_of
from factcheck.model.time_expression import TimeExpression

ARTICLES = ("the", "a", "an", "this", "his", "her", "their", "its")


def read_four_digits(scan: TimeScan, i: int, known_year: int, atoms: list[Atom], clocks: dict[int, int]) -> int:
    """Read four digits at token i; the last token of the year if it was one, otherwise what was given."""
    words, known = scan.words, scan.known
    n = int(words[i])
    nxt = words[i + 1] if i + 1 < scan.size else ""
    lower = nxt.lower()
    before = scan.low[i - 1]
    if lower in known.zones and (nxt.isupper() or scan.low[i - 1] == "at") and n % 100 < 60 and n <= 2400:
        clocks[i] = i + 1
        return known_year
    if not 1000 <= n <= LAST_YEAR:
        return known_year
    if nxt in {"-", "/", "–", "~"} and scan.glued(i) and scan.glued(i + 1) and i + 2 < scan.size and not (before in {"-", "/", "–"} and scan.glued(i - 1) and scan.low[i - 2][:1].isdecimal()):
        last = _year_first(scan, i, n, nxt, atoms)
        if last:
            return last
        if nxt != "–" and words[i + 2][0].isalpha() and scan.low[i + 2] not in ("present", "now") and before not in known.year_strong:
            return known_year  # 2000-strong, 1500-page
    if i and scan.glued(i - 1) and before not in {"(", "[", "—", "–", "-", "=", "/", "*", "_", "|", ">", "~"}:
        return known_year
    if before in ("-", "/") and scan.glued(i - 1) and scan.words[i - 2][0].isalnum() and scan.low[i - 2] not in known.parts and scan.low[i - 2] not in ("pre", "post"):
        return known_year
    if (lower == "s" and (scan.glued(i) or before in ("in", "the"))) or (nxt in ("'", "’") and scan.low[i + 2] == "s" and n % 10 == 0 and before in {"the", "early", "mid", "late", "-"}):
        if n % 10 == 0:
            last = i + 1 if lower == "s" else i + 2
            unit = "century" if n % 100 == 0 and n < 1900 else "decade"
            scan.add(atoms, Atom(i, last, TimeExpression(unit, unit, year=n)))
        return known_year
    if not _is_year(scan, i, n, before, nxt, lower, known_year):
        return known_year
    expression = TimeExpression("calendar", "year", year=n)
    expression.fiscal = before in ("fiscal", "fy") or (before == "year" and scan.low[i - 2] == "fiscal")
    last = i
    if nxt in ("'", "’") and scan.low[i + 2] == "s" and scan.glued(i):
        last, expression.attributive = i + 2, True
    elif lower.isalpha() and lower not in known.role and (lower in known.year_nouns or before in ARTICLES):
        expression.attributive = True
    scan.add(atoms, Atom(i, last, expression))
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
            if scan.glued(last) and words[last + 1] in "Tt" and last + 2 < scan.size and words[last + 2][0].isdecimal():
                last = clock_from(scan, last + 2) or last
            scan.add(atoms, Atom(i, last, day_of(n, second, third)))
            return last
        return 0
    if scan.glued(i + 2) and words[i + 3][0] in "/-–:" and i + 4 < scan.size and words[i + 4][0].isdecimal():
        return 0
    if scan.counts(i + 3):
        return 0
    low = TimeExpression("calendar", "year", year=n)
    before = scan.low[i - 1]
    if length == 4 and n < second <= 2100 and second - n < 200 and n >= 1400 and before not in ("-", "/"):
        high = TimeExpression("calendar", "year", year=second)
    elif length == 2 and second == (n + 1) % 100:
        high = TimeExpression("calendar", "year", year=n + 1)
    elif length == 2 and mark in "-–" and (second > 12 or before in ("from", "during", "between")) and n % 100 < second and n >= 1900:
        high = TimeExpression("calendar", "year", year=n // 100 * 100 + second)
    elif length == 2 and mark in "-/" and 1 <= second <= 12 and n >= 1900:
        scan.add(atoms, Atom(i, i + 2, TimeExpression("calendar", "month", year=n, month=second)))
        return i + 2
    else:
        return 0
    expression = TimeExpression("range", "year", low=low, high=high)
    expression.attributive = scan.low[i + 3].isalpha() and before in ARTICLES
    scan.add(atoms, Atom(i, i + 2, expression))
    return i + 2


def _is_year(scan: TimeScan, i: int, n: int, before: str, nxt: str, lower: str, known_year: int) -> bool:
    """Whether four plain digits are a year here."""
    known = scan.known
    modern = 1900 <= n <= 2060
    if lower in {"bc", "bce"} or lower in known.counted or nxt in {"%", "°", "+", "°C"} or (nxt == "-" and scan.glued(i) and scan.low[i + 2] in known.counted):
        return False
    if nxt == "." and scan.glued(i) and scan.glued(i + 1) and scan.number(i + 2) is not None:
        return False
    # "in 2000 villages" counts; "In 2010 scientists found" tells when.
    plural = lower.endswith("s") and len(lower) > 3 and nxt == lower and not lower.endswith(("ss", "us", "is")) and lower not in known.year_nouns
    if plural and lower in {"was", "has", "does", "as", "towards", "sometimes", "perhaps"}:
        plural = False
    is_round = n % 50 == 0
    if before in {"in", "since", "during", "circa", "until", "till", "til", "by", "before", "after", "of", "from", "to"} and plural and (is_round or not modern):
        return False
    if known_year >= 0 and modern:
        gap = i - known_year
        if gap <= 4 and before in ("not", "except", "excluding"):
            return True
        if (gap == 2 and before in {"and", "or", ",", "to", "&"}) or (gap == 3 and before in ("and", "or") and scan.low[i - 2] == ","):
            return True
    if before in known.year_strong:
        return not (before == "in" and scan.low[i - 2] in ("one", "1"))
    if before in DASHES and scan.low[i - 2] in {"mid", "early", "late", "pre", "post"}:
        return True
    if before in {"ago", "year", "years"} or (before in ("(", "[") and nxt in {")", "]", ",", "–", "-"}):
        return before in ("(", "[") or modern
    if before == "the" and scan.low[i - 2] in ("in", "since") and lower in {"", ".", ","}:
        return False
    if not modern:
        if before == "to":
            return scan.low[i - 2] == "back"
        if before == "by" and n > 2060:
            return not plural
        return before in {"before", "after", "between", "until"} and n >= 1400 and not plural and not nxt[:1].isalpha()
    if lower in known.year_nouns:
        return True
    if before in known.year_weak:
        if before in {"and", "or", "to", "than", "with", "for", "a", "an"} and plural:
            return False
        if before in {"a", "an", "the", "his", "her", "their", "its", "our", "my", "this", "that"}:
            return nxt[:1].isalpha() and not (plural and is_round) and not _is_address(scan, i)
        if before in {"and", "or", "for", "than", "with", "to", "through"}:
            return not nxt[:1].isalpha() or lower in known.role or lower in known.grammar
        return not (plural and is_round) and not _is_address(scan, i)
    if before in {"born", "founded", "established", "dated", "copyright", "©", "aged", "ending", "ended", "election", "summer", "winter", "class"}:
        return True
    if before == "into" or (before == "as" and scan.low[i - 2] in {"early", "late", "recently", "soon"}):
        return True
    opens = i == 0 or before in {".", "!", "?", "”", '"'} or scan.words[i - 1].endswith("\n")
    if opens and lower in known.year_verbs:
        return True
    # Counts of a thousand and more are written with a comma; what has none, before a singular noun, is a year.
    owned = before.endswith(("'s", "’s")) or (before in ("'", "’") and scan.low[i - 2].endswith("s"))
    if nxt[:1].isalpha() and (owned or (before.isalpha() and not opens and not scan.is_capital(i - 1))):
        return before not in known.no_years and not (plural and (is_round or not owned)) and lower not in known.inside_phrases and not _is_address(scan, i)
    return before == "=" or (before in {"euro", "london", "beijing", "tokyo", "paris", "rio", "sochi"} and scan.is_capital(i - 1))


def _is_address(scan: TimeScan, i: int) -> bool:
    return any(scan.low[k] in scan.known.streets and scan.is_capital(k) for k in (i + 2, i + 3))


def read_spelled_year(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """ "in nineteen ninety-six": only where a word says that it is a year."""
    if scan.low[i - 1] in scan.known.year_strong:
        found = scan.spelled_year(i)
        if found and not scan.counts(found[1] + 1) and not scan.low[found[1] + 1].endswith("s"):
            scan.add(atoms, Atom(i, found[1], TimeExpression("calendar", "year", year=found[0])))


def read_short_decade(scan: TimeScan, i: int, atoms: list[Atom]) -> None:
    """ "the ’90s", "in the 60s"; not "in her 90s"."""
    n = scan.number(i)
    if n is None or n % 10 or len(scan.words[i]) != 2 or not scan.glued(i):
        return
    marked = scan.low[i - 1] in {"'", "’", "‘"} and scan.glued(i - 1)
    k = i - 2 if marked else i - 1
    before = scan.low[k]
    if before in DASHES:
        before = scan.low[k - 1]
    placed = before == "the" and scan.low[k - 1] in {"in", "since", "during", "of", "from", "throughout"}
    if (marked and before in {"the", "early", "mid", "late", "in"}) or (placed and n >= 20) or (before in {"early", "mid", "late"} and scan.low[k - 1] in ("the", "-")):
        year = 1900 + n if n >= 20 else 2000 + n
        scan.add(atoms, Atom(i - marked, i + 1, TimeExpression("decade", "decade", year=year)))
