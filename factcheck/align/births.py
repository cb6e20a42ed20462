"""When somebody was born, from ages: 69 on a day means born in the year that ended that day 69 years before.

Windows from several dated documents are intersected; an age in an undated document then says when that was written.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from factcheck.model.claim import Claim
from factcheck.model.telling import Telling

DAY = timedelta(days=1)
Window = tuple[date, date]


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29 February becomes 28."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def birth_window(age: int, start: date, end: date) -> Window:
    """First and last possible day of birth of somebody of this age on some day from start to end.

    >>> birth_window(69, date(2022, 11, 21), date(2022, 11, 21))
    (datetime.date(1952, 11, 22), datetime.date(1953, 11, 21))
    """
    return years_before(start, age + 1) + DAY, years_before(end, age)


def writing_window(age: int, born: Window) -> Window:
    """First and last possible day on which somebody born in the window is of this age."""
    return years_before(born[0], -age), years_before(born[1], -(age + 1)) - DAY


def exact_age(claim: Claim) -> int | None:
    """The whole years of an age claim about a known person, or None where it is hedged or nobody's."""
    value = claim.value
    if claim.attribute != "age" or not claim.subject or value.hedge or value.low is None or value.low != value.high or value.unit != "year":
        return None
    return int(value.low) if 0 < value.low < 130 else None


def known_births(tellings: list[Telling]) -> dict[str, tuple[Window, list[Claim]]]:
    """By person: the window that all dated documents allow, and the claims it rests on; nobody whose ages clash."""
    windows: dict[str, list[tuple[Window, Claim]]] = defaultdict(list)
    for telling in tellings:
        written = telling.document.date
        if written is None or written.start is None or written.end is None or (written.end - written.start).days > 31:
            continue
        for claim in telling.claims:
            age = exact_age(claim)
            if age is not None:
                windows[claim.subject].append((birth_window(age, written.start, written.end), claim))  # type: ignore[index]
    found: dict[str, tuple[Window, list[Claim]]] = {}
    for person, held in windows.items():
        first, last = max(w[0] for w, _ in held), min(w[1] for w, _ in held)
        if first <= last:
            found[person] = ((first, last), [claim for _, claim in held])
    return found
