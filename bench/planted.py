"""How many planted errors of date are found, and how often sound documents raise an alarm: python -m bench.planted PATH

PATH is a folder of documents or a file of JSON lines with "text" and, if known, "url" and "date". Wherever two things in a
document tie a day down (a weekday beside its date, a date above the story beside the one in the URL), one of them is changed: the
weekday, the day, the year or the URL. The changed document is checked by itself; the error counts as found where a conflict is
reported that the unchanged document has not. What is tied is worked out here with plain patterns and the calendar, and knows
nothing of how the engine reads.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from factcheck import Document, check

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DAY = rf"(?P<weekday>{'|'.join(rf'{d}|{d[:3]}' for d in DAYS)})(?P<dot>[.,]{{0,2}} )"
_MONTH = rf"(?P<month>{'|'.join(rf'{m}|{m[:3]}' for m in MONTHS)}|Sept)\.?"
_NUMBER = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:])"
_YEAR = r",? (?P<year>(?:19|20)[0-9]{2})\b"
DATE = re.compile(rf"\b(?:{_DAY})?(?:{_MONTH} {_NUMBER}|{_NUMBER.replace('day', 'day_')} {_MONTH.replace('month', 'month_')})(?:{_YEAR})?(?![0-9-])")
URL_DATE = re.compile(r"/(?P<year>(?:19|20)[0-9]{2})(?P<gap>[/-]?)(?P<month>[01][0-9])(?P=gap)(?P<day>[0-3][0-9])(?![0-9])")
TOP = 300  # characters of a story's head, where its date stands
NEAR = timedelta(days=1)  # a URL has the day of publication, a dateline sometimes the evening before
SHIFTS = (-9, -6, -5, -4, 3, 4, 5, 8, 10)  # days that a wrong day is off; by one or two a dateline and a URL may differ


class Case(NamedTuple):
    """A document with one error in it; sort: what was changed; tie: what that contradicts."""

    text: str
    url: str | None
    sort: str
    tie: str


class Told(NamedTuple):
    """A date in the text and the groups of its pattern; year: written or, for a weekday with its date, the document's."""

    match: re.Match
    weekday: int | None
    day: date

    def span(self, slot: str) -> tuple[int, int]:
        """Where a slot stands."""
        return self.match.span(slot) if self.match[slot] else self.match.span(slot + "_")


def dates(text: str, year: int | None) -> Iterator[Told]:
    """The dates with a year, and those with a weekday that fits the year given."""
    for match in DATE.finditer(text):
        name = match["weekday"]
        weekday = next(n for n, d in enumerate(DAYS) if d.startswith(name)) if name else None
        month = next(n for n, m in enumerate(MONTHS, 1) if m.startswith((match["month"] or match["month_"])[:3]))
        of_year = int(match["year"]) if match["year"] else year if weekday is not None else None
        try:
            told = date(of_year or 0, month, int(match["day"] or match["day_"]))
        except ValueError:
            continue
        if weekday is None or told.weekday() == weekday:
            yield Told(match, weekday, told)


def url_day(url: str | None) -> tuple[re.Match, date] | None:
    """The day that a URL spells."""
    match = URL_DATE.search(url or "")
    try:
        return (match, date(int(match["year"]), int(match["month"]), int(match["day"]))) if match else None
    except ValueError:
        return None


def put(text: str, span: tuple[int, int], new: str) -> str:
    """A text with one place written anew."""
    return text[: span[0]] + new + text[span[1] :]


def planted(text: str, url: str | None, chance: random.Random) -> Iterator[Case]:
    """Every error that contradicts something else in the document, one of each sort for each tie."""
    in_url = url_day(url)
    heads = [t for t in dates(text[:TOP], None) if t.match["year"]]
    own = in_url[1] if in_url else heads[0].day if heads else None
    for told in dates(text, own.year if own else None):
        if told.weekday is None:
            continue
        wrong = chance.choice([n for n in range(7) if n != told.weekday])
        name = told.match["weekday"]
        yield Case(put(text, told.span("weekday"), DAYS[wrong][: len(name) if len(name) == 3 else None]), url, "weekday", "weekday and date")
        day = chance.choice([n for n in range(1, 29) if (n - told.day.day) % 7])
        yield Case(put(text, told.span("day"), str(day)), url, "day", "weekday and date")
        if told.match["year"]:
            year = chance.choice([y for n in (-2, -1, 1, 2) if _weekday(told.day, y := told.day.year + n) != told.weekday])
            yield Case(put(text, told.span("year"), str(year)), url, "year", "weekday and date")
    if in_url is None or not heads or abs(heads[0].day - in_url[1]) > NEAR:
        return
    match, day = in_url
    other = day + timedelta(days=chance.choice(SHIFTS))
    gap = match["gap"]
    yield Case(text, put(url or "", match.span(), f"/{other.year}{gap}{other.month:02}{gap}{other.day:02}"), "URL", "date and URL")
    head = heads[0]
    if head.weekday is None:
        yield Case(put(text, head.span("year"), str(head.day.year + chance.choice((-2, -1, 1)))), url, "year", "date and URL")
        same = [n for n in range(1, 29) if abs(n - day.day) > 2]
        yield Case(put(text, head.span("day"), str(chance.choice(same))), url, "day", "date and URL")


def _weekday(day: date, year: int) -> int | None:
    try:
        return day.replace(year=year).weekday()
    except ValueError:
        return None


def conflicts(text: str, url: str | None) -> list[str]:
    """What a check of one document reports as a conflict."""
    return [f"{f.rule}: {f.message}" for f in check([Document(text=text, id="document", url=url)]).findings if f.verdict == "conflict"]


def documents(path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Name, text and URL of every document under a path."""
    if path.is_dir():
        for file in sorted(p for p in path.rglob("*") if p.is_file()):
            yield file.name, file.read_text("utf-8", "replace"), None
        return
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        yield str(row.get("id", number)), row["text"], row.get("url")


def main() -> None:
    """Plant, check and count."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many errors that were missed, and the false alarms")
    args = parser.parse_args()
    found, all_, alarms, held, shown = Counter(), Counter(), [], 0, []
    for name, text, url in documents(args.path):
        held += 1
        before = conflicts(text, url)
        alarms += [f"{name}: {message}" for message in before]
        for case in planted(text, url, random.Random(zlib.crc32(text.encode()))):
            key = (case.tie, case.sort)
            all_[key] += 1
            if set(conflicts(case.text, case.url)) - set(before):
                found[key] += 1
            else:
                shown.append(f"missed {case.sort} ({case.tie}) in {name}: {_around(text, case.text) if case.text != text else case.url}")
    for tie, sort in sorted(all_):
        print(f"{tie:18} {sort:8} {found[tie, sort]:5} of {all_[tie, sort]:5} found")
    total = sum(all_.values())
    print(f"{sum(found.values())} of {total} planted errors found ({sum(found.values()) / max(1, total):.3f})")
    print(f"{len(alarms)} conflicts in {held} unchanged documents ({100 * len(alarms) / max(1, held):.2f} per 100)")
    for line in (shown + alarms)[: args.show] if args.show else ():
        print(line)


def _around(old: str, new: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    return repr(new[max(0, at - 60) : at + 60])


if __name__ == "__main__":
    main()
