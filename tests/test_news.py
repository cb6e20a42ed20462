"""Runs the short news texts in cases/news: what each of their dates means to one who reads them on the day they were written.

An entry `[[story]]` holds `written`, the day; `text`; and `marks`, pairs of the words of a date, in the order of the text, and
the year, the month, the day, or "first/last" day that they mean. A claim that overlaps the words has to say just that.
"""

from __future__ import annotations

import calendar
import tomllib
from datetime import date
from pathlib import Path

import pytest

from factcheck.model.document import Document, WrittenOn
from factcheck.pipeline import read_claims

STORIES = tomllib.loads((Path(__file__).parent / "cases" / "news" / "dates.toml").read_text("utf-8"))["story"]


def span(value: str) -> tuple[date, date]:
    """First and last day of "2013", "2013-03", "2013-03-22" or "2013-03-01/2013-03-22".

    >>> span("2012-02")
    (datetime.date(2012, 2, 1), datetime.date(2012, 2, 29))
    """
    first, _, last = value.partition("/")
    if last:
        return date.fromisoformat(first), date.fromisoformat(last)
    year, month, day = (*map(int, first.split("-")), None, None)[:3]
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, day or 1), date(year, month, day or calendar.monthrange(year, month)[1])


def read(story: dict) -> list[tuple[str, str, list[str]]]:
    """Of each mark that is not read as it says: the words, what they mean, and what was read there."""
    written = date.fromisoformat(story["written"])
    claims = [c for c in read_claims(Document(story["text"], "story", given_date=WrittenOn(written, written, "given"))) if c.kind == "date"]
    wrong, at = [], 0
    for words, value in story["marks"]:
        start = story["text"].index(words, at)
        at = start + len(words)
        near = [c for c in claims if c.start < at and start < c.end]
        if span(value) not in {(c.value.start, c.value.end) for c in near}:
            wrong.append((words, value, [f"{c.text}: {c.value.start} to {c.value.end}" for c in near]))
    return wrong


@pytest.mark.parametrize("story", STORIES, ids=[s["written"] for s in STORIES])
def test_every_date_is_read(story: dict) -> None:
    assert read(story) == []


def test_the_texts_are_of_many_years() -> None:
    assert len(STORIES) >= 40
    assert len({s["written"][:3] for s in STORIES}) >= 6
