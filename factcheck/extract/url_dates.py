"""Dates in addresses of pages: /2022/11/21/, /2013/may/03/, 2022-11-21, 20221121. All else in an address is no date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.time_scan import day_of
from factcheck.extract.time_words import time_words
from factcheck.model.time_expression import TimeExpression

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”“|]{3,2000}")
_FORMS = (
    re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})/([0-9]{1,2}|[A-Za-z]{3,9})/([0-9]{1,2})(?![0-9A-Za-z])"),
    re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[-_]([0-9]{2})[-_]([0-9]{2})(?![0-9])"),
    re.compile(r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9A-Za-z])"),
    re.compile(r"(?<=/)((?:19|20)[0-9]{2})/([0-9]{1,2}|[A-Za-z]{3,9})()(?=/|\Z)"),
)


def urls(text: str) -> Iterator[tuple[int, int]]:
    """First and last offset of every address in a text, without the punctuation behind it."""
    if "://" not in text and "www." not in text:
        return
    for match in _URL.finditer(text):
        found = match.group().rstrip(".,;:!?'’»)]*_")
        yield match.start(), match.start() + len(found)


def date_in_url(text: str, start: int, end: int) -> tuple[int, int, TimeExpression] | None:
    """The date in the address between two offsets: its own offsets and what it says; the first of the surest form."""
    address = text[start:end]
    for form in _FORMS:
        for match in form.finditer(address):
            year, month_text, day = int(match[1]), match[2].lower(), match[3]
            month = int(month_text) if month_text.isdecimal() else time_words().months.get(month_text, 0)
            if not 1 <= month <= 12:
                continue
            if not day:
                expression = TimeExpression("calendar", "month", year=year, month=month)
            else:
                expression = day_of(year, month, int(day))
                if expression.impossible:
                    continue
            last = match.end(3) if day else match.end(2)
            return start + match.start(), start + last, expression
    return None
