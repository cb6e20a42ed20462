"""A date or time told in words or digits: "November 21, 2022", "on Monday", "last week", "the 1990s", "two days later".

Not: durations ("for two years"), ages, times of day alone, "May" the name, "March" the verb, counts that look like years.
A date inside the address of a page has the attribute "url-date"; all others have "date".
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from factcheck.extract import (
    calendar_dates,
    clock_times,
    date_phrases,
    numeric_dates,
    parts_of_year,
    unit_dates,
    url_dates,
    verb_tenses,
    weekday_dates,
)
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.time_scan import Atom, TimeScan
from factcheck.extract.time_words import trigger_words
from factcheck.model.claim import Claim
from factcheck.model.time_expression import TimeExpression
from factcheck.model.value import DateSpan

_OPEN = frozenset(("since", "after", "until", "before"))
_READERS = {
    "weekday": weekday_dates.read_weekday,
    "set": weekday_dates.read_set,
    "day": weekday_dates.read_day_word,
    "daypart": weekday_dates.read_daypart,
    "unit": unit_dates.read_unit,
    "season": parts_of_year.read_season,
    "decade": parts_of_year.read_decade_word,
    "quarter": parts_of_year.read_quarter_sign,
    "half": parts_of_year.read_half,
    "holiday": parts_of_year.read_holiday,
}


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    claims: list[Claim] = []
    _read_urls(reading, claims)
    scan = TimeScan(reading.tokens, reading.taken, reading.by_surname.__contains__)
    atoms = _atoms(scan, hits)
    clocks: dict[int, int] = {}
    numeric_dates.read_digits(scan, reading.number_tokens, atoms, clocks)
    atoms = date_phrases.join(scan, atoms)
    for atom in atoms:
        date_phrases.narrow(scan, atom)
    reading.clocks = clock_times.attach_clocks(scan, atoms, clocks)
    for atom, ends in date_phrases.ranges(scan, atoms):
        _emit(reading, scan, atom, ends, claims)
    return claims


def _atoms(scan: TimeScan, hits: list[int]) -> list[Atom]:
    atoms: list[Atom] = []
    role, holiday_ends, taken, low = scan.known.role, scan.known.holiday_ends, scan.taken, scan.low
    for i in hits:
        if taken[i]:
            continue
        sort = role[low[i]]
        found = parts_of_year.read_holiday(scan, i) if low[i] in holiday_ends else None
        if found is None and sort == "month":
            count = len(atoms)
            calendar_dates.read_month(scan, i, atoms)
            for atom in atoms[count:]:
                _take(taken, atom)
            continue
        if found is None and sort != "holiday":
            found = _READERS[sort](scan, i)
        if found is not None and not any(taken[found.first : found.last + 1]):
            atoms.append(found)
            _take(taken, found)
    return atoms


def _take(taken: bytearray, atom: Atom) -> None:
    if atom.weak or atom.expression.form == "stretch":
        return
    for k in range(atom.first, atom.last + 1):
        taken[k] = 1


def _read_urls(reading: Reading, claims: list[Claim]) -> None:
    tokens = reading.tokens
    for start, end in url_dates.urls(reading.text):
        reading.take(tokens.at(start), tokens.at(end - 1))
        found = url_dates.date_in_url(reading.text, start, end)
        if found:
            first, last = tokens.at(found[0]), tokens.at(found[1] - 1)
            claims.append(_claim(reading, first, last, found[2], "url-date"))


def _emit(reading: Reading, scan: TimeScan, atom: Atom, ends: tuple[Atom, ...], claims: list[Claim]) -> None:
    expression = atom.expression
    if verb_tenses.needs_tense(expression):
        first, last = reading.bounds(reading.sentence_of(atom.first))
        if expression.tense == "unknown":
            expression.tense = verb_tenses.tense_of(scan, atom, first, last)
        for side in (expression.low, expression.high):
            if side is not None:
                side.tense = expression.tense
    elif expression.within is not None and verb_tenses.needs_tense(expression.within):
        first, last = reading.bounds(reading.sentence_of(atom.first))
        tense = verb_tenses.tense_of(scan, atom, first, last)
        # "for three days from 20 December" is planned, unless a verb says that it was.
        expression.within.tense = "future" if tense == "unknown" and expression.form == "stretch" else tense
    named = atom.first
    date_phrases.bind(scan, atom)
    claims.append(_claim(reading, atom.first, atom.last, expression, "date"))
    if expression.bound in _OPEN:
        # As of a range, what is named at its one end is a date of its own: of "since 1973" the year 1973.
        one = copy(expression)
        one.bound, one.endpoint = None, "named"
        claims.append(_claim(reading, named, atom.last, one, "date"))
    if atom.named is not None:
        one = copy(atom.named.expression)
        one.endpoint = "named"
        claims.append(_claim(reading, atom.named.first, atom.named.last, one, "date"))
    for name, end in zip(("start", "end"), ends, strict=False):
        end.expression.endpoint = name
        claims.append(_claim(reading, end.first, end.last, end.expression, "date"))
    counted = expression.form == "stretch" or (expression.form == "part" and expression.amount)  # a length of time as well
    if not counted and expression.relation != "named":
        reading.take(atom.first, atom.last)


def _claim(reading: Reading, first: int, last: int, expression: TimeExpression, attribute: str) -> Claim:
    expression.quoted = reading.is_quoted(first)
    return reading.claim("date", first, last, DateSpan(None, None, expression.grain), attribute, detail=expression)


KIND = Kind("date", 10, "date", read, trigger_words())
