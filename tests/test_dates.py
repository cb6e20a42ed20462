"""Laws of dates: spellings of one day agree, wider anchors give wider results, offsets cut out their own words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.calendar import resolve, resolve_from, resolve_named, weekday_years
from factcheck.align.day_arithmetic import easter, nth_weekday
from factcheck.align.told_dates import resolve_all
from factcheck.extract.kinds.date import KIND
from factcheck.extract.reading import Reading
from factcheck.model.claim import Claim
from factcheck.model.document import Document, WrittenOn
from factcheck.model.time_expression import TimeExpression
from factcheck.model.value import DateSpan

days = st.dates(date(1905, 1, 1), date(2030, 12, 31))
RELATIVE = (
    "It happened on Monday.",
    "It happened last Friday.",
    "It will happen on Wednesday.",
    "It happened last week.",
    "It happened last month.",
    "It happened earlier this month.",
    "It will happen later this year.",
    "It happened in June.",
    "It will happen in June.",
    "It happened on 21 November.",
    "It will happen on Feb. 28.",
    "It happened two weeks ago.",
    "It happened three years ago.",
    "It happened over the past three months.",
    "It happened over the weekend.",
    "It happened last spring.",
    "It happened on Christmas Day.",
    "It happened yesterday.",
    "It has been so since March.",
    "It happened late last year.",
    "It happened on the 12th.",
    "Profit fell in the third quarter.",
)
SPELLINGS = (
    "{m} {d}, {y}",
    "{d} {m} {y}",
    "{w}, {m} {d}, {y}",
    "{w} {d} {m} {y}",
    "{w}, {d} {m} {y}",
    "{d} {m}, {y}",
    "the {o} of {m} {y}",
    "{m} {o}, {y}",
    "{o} {m} {y}",
    "{a} {d}, {y}",
    "{d} {a} {y}",
    "{y}-{mm:02}-{d:02}",
    "{y}/{mm:02}/{d:02}",
    "{d}.{mm}.{y}",
    "{m} {d}, {y}, a {w}",
)


def read(text: str) -> list[Claim]:
    """The date claims of a text."""
    reading = Reading(Document(text, "law"))
    return sorted(KIND.read(reading, reading.hits.get("date", [])), key=lambda c: (c.start, c.end))


def expression(text: str) -> TimeExpression:
    """The one date of a sentence."""
    (claim,) = (c for c in read(text) if c.detail.endpoint != "named")
    return claim.detail


def on(start: date, end: date | None = None) -> WrittenOn:
    """An anchor of a day or a span."""
    return WrittenOn(start, end or start, "given")


def spelled(form: str, day: date) -> str:
    """A day written in one of the forms."""
    ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    month = day.strftime("%B")
    short = month if len(month) < 5 else ("Sept." if month == "September" else month[:3] + ".")
    return form.format(m=month, a=short, d=day.day, y=day.year, o=f"{day.day}{ending}", w=day.strftime("%A"), mm=day.month)


@given(days, st.sampled_from(SPELLINGS))
def test_every_spelling_of_a_day_is_that_day(day: date, form: str) -> None:
    claims = read(f"The bridge was opened on {spelled(form, day)} by the mayor.")
    assert len(claims) == 1
    span = resolve(claims[0].detail, None)
    assert (span.start, span.end, span.grain) == (day, day, "day")


@given(days, st.sampled_from(SPELLINGS))
def test_offsets_cut_out_their_own_words(day: date, form: str) -> None:
    text = f"“It opened on {spelled(form, day)},” she said on Monday — see https://example.org/2013/05/03/x and 1999."
    for claim in read(text):
        assert text[claim.start : claim.end] == claim.text


@pytest.mark.parametrize("sentence", RELATIVE)
@given(day=days, before=st.integers(0, 400), after=st.integers(0, 400))
def test_a_wider_anchor_gives_what_each_of_its_days_gives(sentence: str, day: date, before: int, after: int) -> None:
    said = expression(sentence)
    narrow = resolve(said, on(day))
    wide = resolve(said, on(day - timedelta(before), day + timedelta(after)))
    assert wide.start is not None and wide.start <= narrow.start
    assert wide.end is not None and narrow.end is not None and wide.end >= narrow.end


@given(days, st.integers(0, 6))
def test_a_past_weekday_is_within_the_last_seven_days(day: date, weekday: int) -> None:
    name = (date(2024, 1, 1) + timedelta(weekday)).strftime("%A")
    span = resolve(expression(f"The court ruled on {name}."), on(day))
    assert span.start == span.end and span.start.weekday() == weekday and 0 <= (day - span.start).days < 7


@given(days, st.integers(0, 6))
def test_a_coming_weekday_is_within_the_next_seven_days(day: date, weekday: int) -> None:
    name = (date(2024, 1, 1) + timedelta(weekday)).strftime("%A")
    span = resolve(expression(f"The court will rule on {name}."), on(day))
    assert span.start == span.end and span.start.weekday() == weekday and 0 <= (span.start - day).days < 7


@given(days)
def test_a_year_is_found_again_from_its_weekday(day: date) -> None:
    years = weekday_years(day.month, day.day, day.weekday(), (1900, 2035))
    assert day.year in years
    assert all(date(y, day.month, day.day).weekday() == day.weekday() for y in years)


@given(st.text(max_size=200))
def test_any_text_is_read_without_fail(text: str) -> None:
    for claim in read(text):
        assert text[claim.start : claim.end] == claim.text


@given(st.lists(st.sampled_from("on the last next Monday May 21 21st , . - / : 2013 11 3 of early mid in since from to between and ago days year's Q 3 's ’90 s week 4:30 p.m. Easter Sunday March".split()), max_size=14))
def test_any_heap_of_date_words_is_read_and_resolved_without_fail(words: list[str]) -> None:
    text = " ".join(words)
    claims = read(text)
    for claim, span in zip(claims, resolve_all([c.detail for c in claims], on(date(2013, 5, 3))), strict=True):
        assert text[claim.start : claim.end] == claim.text
        assert span.start is None or span.end is None or span.start <= span.end


def test_no_year_and_no_anchor_is_no_day() -> None:
    for sentence in RELATIVE:
        span = resolve(expression(sentence), None)
        assert (span.start, span.end) == (None, None)


def test_an_open_anchor_leaves_its_side_open() -> None:
    span = resolve(expression("It happened last week."), WrittenOn(date(2022, 11, 21), None, "latest-mention"))
    assert (span.start, span.end) == (date(2022, 11, 14), None)


def test_the_named_days_do_without_since() -> None:
    said = expression("It has been so since March.")
    anchor = on(date(2022, 11, 21))
    assert resolve_named(said, anchor).end == date(2022, 3, 31)
    assert resolve(said, anchor).end == date(2022, 11, 21)


def test_a_day_told_from_an_event_counts_from_it() -> None:
    said = [c.detail for c in read("The dam broke on March 3, 2011. Two days later the river fell. It had rained the week before.")]
    broke, fell, rained = resolve_all(said, None)
    assert broke.start == date(2011, 3, 3)
    assert (fell.start, fell.end) == (date(2011, 3, 5), date(2011, 3, 5))
    assert (rained.start, rained.end) == (date(2011, 2, 21), date(2011, 2, 27))
    assert resolve_from(said[1], DateSpan(None, None, "day")).start is None


def test_numbers_inside_dates_and_addresses_are_no_counts() -> None:
    reading = Reading(Document("On 21 November 2022 at 4:30 p.m. 17 ships sailed; see http://a.example/9/2013/05/03/x?y=12.", "law"))
    list(KIND.read(reading, reading.hits.get("date", [])))
    assert [int(n.value) for n in reading.numbers] == [17]


def test_movable_feasts() -> None:
    assert [easter(y) for y in (1999, 2008, 2019, 2024)] == [date(1999, 4, 4), date(2008, 3, 23), date(2019, 4, 21), date(2024, 3, 31)]
    assert nth_weekday(2023, 11, 3, 4) == date(2023, 11, 23)
    assert nth_weekday(2024, 5, 0, -1) == date(2024, 5, 27)
    assert nth_weekday(2024, 2, 3, 5) == date(2024, 2, 29)
