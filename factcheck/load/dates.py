"""When a document says it was written, as a caller or its own metadata give it."""

from __future__ import annotations

import re
from datetime import date

from factcheck.model.document import WrittenOn

FIRST, LAST = 1400, 2399
"""Years in which a document can have been written; others are what programs put where they know none."""


def written_on(text: str | None, basis: str) -> tuple[WrittenOn | None, tuple[str, ...]]:
    """The day that an ISO day, or a date and time with or without zone, names; and a notice if it names none.

    The day is taken as written: 23:30 in New York on the 5th is the 5th, although it is the 6th in Greenwich.
    """
    if not text or not text.strip():
        return None, ()
    day = _day(text.strip())
    if day is None:
        return None, (
            f"its {basis} date {_short(text)!r} is not an ISO day such as 2022-11-21 and was not used",
        )
    if not FIRST <= day.year <= LAST:
        return None, (f"its {basis} date {day} lies beyond the years {FIRST} to {LAST} and was not used",)
    return WrittenOn(day, day, basis, (_step(day, basis),)), ()


def _day(text: str) -> date | None:
    for candidate in (text, text[:10]):
        try:
            return date.fromisoformat(candidate)
        except ValueError:
            continue
    return None


_ISO = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9]).{0,30}", re.DOTALL)
_MAIL = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?[0-9]{1,2}\s+[A-Za-z]{3,9}\s+[0-9]{4}\b.{0,30}", re.DOTALL)


def as_iso(text: str) -> str | None:
    """A date, with its time and zone if it has them, as mails, feeds and pages write it; None if it is none that can be trusted.

    Days in an order that differs from land to land, such as 03/04/2022, are none.
    """
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso is not None:
        day = "-".join(iso.groups())
        rest = text[iso.end(3) :].strip().replace(" ", "T", 1)
        return None if _day(day) is None else day + (rest if rest.startswith("T") else f"T{rest}" if rest[:1].isdigit() else "")
    if _MAIL.fullmatch(text):
        from email.utils import parsedate_to_datetime

        try:
            return parsedate_to_datetime(text).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return None


def _step(day: date, basis: str) -> str:
    return f"{'the caller gives' if basis == 'given' else 'its metadata give'} {day} as its date"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
