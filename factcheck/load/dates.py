"""When a document says it was written, as a caller or its own metadata give it."""

from __future__ import annotations

from datetime import date

from factcheck.model.document import WrittenOn


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
    return WrittenOn(day, day, basis, (_step(day, basis),)), ()


def _day(text: str) -> date | None:
    for candidate in (text, text[:10]):
        try:
            return date.fromisoformat(candidate)
        except ValueError:
            continue
    return None


def _step(day: date, basis: str) -> str:
    return f"{'the caller gives' if basis == 'given' else 'its metadata give'} {day} as its date"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
