"""When each document was written: constraints from all documents, propagated until nothing changes.

Given dates, datelines and own URLs fix a day. A weekday with its day fixes the year among those that related documents tell
of. Ages of people whom dated documents know fix a span. Else no document is older than the latest day it reports. Side
boxes, related links and captions are no witnesses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from factcheck.align.births import exact_age, known_births, writing_window
from factcheck.align.calendar import resolve, weekday_years
from factcheck.align.context import Contexts
from factcheck.align.datelines import dateline_claims, own_url_claims
from factcheck.model.alignment import Witness
from factcheck.model.claim import Claim
from factcheck.model.document import WrittenOn
from factcheck.model.telling import Telling

ROUNDS = 4  # an age can date a document that then dates another
HOLDERS = 50  # documents remembered for one day


def date_documents(tellings: list[Telling], contexts: Contexts, as_of: date | None = None) -> dict[str, list[Witness]]:
    """Set every document's date where something tells it; gives the witnesses by document."""
    witnesses: dict[str, list[Witness]] = {t.document.id: _fixed(t) for t in tellings}
    for _ in range(ROUNDS):
        undated = [t for t in tellings if t.document.date is None]
        if not undated or len(undated) == len(tellings):
            break  # there is nothing left to do, or nobody to learn it from
        days = _known_days(tellings)
        births = known_births(tellings)
        if not days and not births:
            break
        found = [(t, _by_day(t, days, contexts) or _by_age(t, births, witnesses, contexts)) for t in undated]
        for telling, written in found:
            telling.document.date = written
        if not any(written for _, written in found):
            break
    for telling in tellings:
        if telling.document.date is None and telling.dates:
            telling.document.date = _weekday_alone(telling) or _latest_mention(telling)
        if telling.document.date is None and as_of is not None:
            telling.document.date = WrittenOn(as_of, as_of, "as-of", ("no date of its own; the date given for such documents is taken",))
    return witnesses


def body_dates(telling: Telling) -> list[Claim]:
    """The date claims of the story itself, side boxes, links and captions left out."""
    return [c for c in telling.dates if c.zone == "body" and c.attribute != "url-date"]


def _fixed(telling: Telling) -> list[Witness]:
    """Date a document by what it says of itself, in order of trust; all places that do are witnesses."""
    document, found = telling.document, []
    if document.given_date is not None:
        document.date = document.given_date
    if not telling.dates and telling.url_date is None:
        return found
    for claim in dateline_claims(telling):
        expression = claim.detail
        span = resolve(expression, document.given_date)
        if (expression.is_complete or document.given_date is not None) and span.start is not None:
            found.append(Witness(claim, "dateline", span.start, span.end))
    for claim in own_url_claims(telling):
        span = resolve(claim.detail, None)
        if span.start is not None:
            found.append(Witness(claim, "url", span.start, span.end))
    if document.date is None and not found and telling.url_date is not None:
        span = resolve(telling.url_date, None)
        if span.start is not None:
            document.date = WrittenOn(span.start, span.end, "url", (f"its URL gives {span.start}" + ("" if span.end == span.start else f" to {span.end}"),))
    if document.date is None and found:
        best = found[0]
        steps = [f"its {'dateline' if w.basis == 'dateline' else 'URL'} says “{w.claim.text}”" for w in found]
        document.date = WrittenOn(best.start, best.end, best.basis, tuple(steps))
    return found


def _yearless(telling: Telling) -> list[tuple[Claim, int, int]]:
    """Claims that name a day and month but no year."""
    return [
        (c, c.detail.month, c.detail.day)
        for c in [*dateline_claims(telling), *body_dates(telling)]
        if c.detail.form == "calendar" and c.detail.year is None and c.detail.month and c.detail.day and not c.detail.impossible
    ]


def _known_days(tellings: list[Telling]) -> dict[tuple[int, int], list[tuple[int, str]]]:
    """Month and day to (year, document) wherever a dated document gives that day, by its own date or in its text."""
    days: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    for telling in tellings:
        written = telling.document.date
        if written is None or written.start is None or written.start != written.end:
            continue
        seen = {written.start}
        for claim in body_dates(telling):
            span = resolve(claim.detail, written)
            if span.grain == "day" and span.start and span.start == span.end:
                seen.add(span.start)
        for day in sorted(seen):
            held = days[day.month, day.day]
            if len(held) < HOLDERS:
                held.append((day.year, telling.document.id))
    return days


def _by_day(telling: Telling, days: dict[tuple[int, int], list[tuple[int, str]]], contexts: Contexts) -> WrittenOn | None:
    """The year of days without one, where related documents tell of the same days; then the day of writing."""
    partial = _yearless(telling)
    votes: Counter[int] = Counter()
    backers: dict[int, str] = {}
    for _, month, day in partial:
        for year, other in days.get((month, day), ()):
            if other != telling.document.id and contexts.documents.related(telling.document.id, other):
                votes[year] += 1
                backers.setdefault(year, other)
    for claim, month, day in partial:
        if claim.detail.weekday is not None and votes:
            fitting = weekday_years(month, day, claim.detail.weekday, (min(votes), max(votes)))
            votes = Counter({y: n for y, n in votes.items() if y in fitting})
    if not votes:
        return None
    (year, most), *rest = votes.most_common(2)
    if rest and rest[0][1] == most:
        return None
    step = f"{backers[year]} tells of the same days in {year}"
    return _from_days(telling, partial, year, step)


def _from_days(telling: Telling, partial: list[tuple[Claim, int, int]], year: int, step: str) -> WrittenOn | None:
    told: list[tuple[date, Claim]] = []
    for claim, month, day in partial:
        try:
            told.append((date(year, month, day), claim))
        except ValueError:
            continue
    past = [(d, c) for d, c in told if c.detail.tense != "future"]
    if not past:
        return None
    with_weekday = [(d, c) for d, c in past if c.detail.weekday is not None and not c.detail.quoted and d.weekday() == c.detail.weekday]
    in_line = {id(c) for c in dateline_claims(telling)}
    lined = [(d, c) for d, c in past if id(c) in in_line]
    if lined:
        day, claim = lined[0]
        return WrittenOn(day, day, "dateline", (f"its dateline says “{claim.text}”", step))
    if with_weekday:
        day, claim = max(with_weekday, key=lambda p: p[0])
        if day == max(d for d, _ in past):
            text = " ".join(claim.text.split())
            return WrittenOn(day, day, "weekday", (f"it names the day it reports with its weekday: “{text}”", step, f"{text} of {year} is {day}, a {day:%A}"))
    day, claim = max(past, key=lambda p: (p[0], -p[1].start))
    text = " ".join(claim.text.split())
    return WrittenOn(day, None, "latest-mention", (f"the latest day it reports is “{text}”", step, f"so it was not written before {day}"))


def _by_age(telling: Telling, births: dict, witnesses: dict[str, list[Witness]], contexts: Contexts) -> WrittenOn | None:
    """The days on which all people whose birth others tell are of the ages given here."""
    first, last, steps = None, None, []
    for claim in telling.claims:
        age = exact_age(claim)
        if age is None or claim.subject not in births:
            continue
        born, held = births[claim.subject]
        if not contexts.documents.related(telling.document.id, held[0].document):
            continue
        start, end = writing_window(age, born)
        first, last = max(first or start, start), min(last or end, end)
        others = sorted({c.document for c in held})
        witnesses[telling.document.id].append(Witness(claim, "age", start, end))
        witnesses[telling.document.id].extend(Witness(c, "age-elsewhere", born[0], born[1]) for c in held)
        steps += [
            f"{claim.subject.title()} is {held[0].value.written_value} in {', '.join(others)}, so born from {born[0]} to {born[1]}",
            f"“{' '.join(claim.text.split())}” here, so written from {start} to {end}",
        ]
    if first is None or last is None or first > last:
        return None
    return WrittenOn(first, last, "age", tuple(steps))


def _weekday_alone(telling: Telling) -> WrittenOn | None:
    """ "Monday, Nov. 21" with nothing but the years that the text itself names to choose among."""
    years = [c.value.start.year for c in body_dates(telling) if c.detail.is_complete and c.value.start and c.detail.tense != "future"]
    partial = _yearless(telling)
    for claim, month, day in partial:
        if claim.detail.weekday is None or not years:
            continue
        fitting = weekday_years(month, day, claim.detail.weekday, (max(years), max(years) + 1))
        if len(fitting) == 1:
            step = f"the latest year it names is {max(years)}, and {month:02}-{day:02} is such a weekday in {fitting[0]}"
            return _from_days(telling, partial, fitting[0], step)
    return None


def _latest_mention(telling: Telling) -> WrittenOn | None:
    """No document is older than the latest day it reports as past."""
    best: tuple[date, Claim] | None = None
    for claim in body_dates(telling):
        expression = claim.detail
        if not expression.is_complete or expression.tense == "future" or expression.bound is not None or expression.form == "range":
            continue
        span = resolve(expression, None)
        if span.start and (best is None or span.start > best[0]):
            best = (span.start, claim)
    if best is None:
        return None
    written = WrittenOn(best[0], None, "latest-mention", (f"the latest time it reports is “{' '.join(best[1].text.split())}”",))
    written.places_others = False
    return written
