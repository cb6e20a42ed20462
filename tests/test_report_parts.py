"""The parts that reports are made of: values in figures, the timeline, the copies, the marked texts, the terminal."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_report import hostile_report, many, report_of, sample

from factcheck.public.report import Claim, Event, ReportDocument, WrittenOn
from factcheck.public.values import DateSpan, Quantity, Role
from factcheck.report import render
from factcheck.report.annotate import Link, annotated
from factcheck.report.copies import copies
from factcheck.report.normalised import normalised
from factcheck.report.protocol import View
from factcheck.report.timeline import LABELS, WIDTH, timeline


def claim(start: int = 0, end: int = 1, document: str = "a", kind: str = "count", **more: object) -> Claim:
    fields = {"value": Quantity(low=Decimal(1), high=Decimal(1)), "attribute": "death", "text": "x" * (end - start)}
    return Claim(id=f"{document}#{start}-{end}-{kind}", document=document, kind=kind, start=start, end=end, **(fields | more))


D = Decimal


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Quantity(low=D(12), high=D(12)), "12"),
        (Quantity(low=D(81), high=D(100), low_open=True, unit="percent"), "81 < x ≤ 100 %"),
        (Quantity(low=D(70), high=D(71), high_open=True, unit="percent"), "70 ≤ x < 71 %"),
        (Quantity(low=D(12), high=None), "≥ 12"),
        (Quantity(low=None, high=D("1e3"), high_open=True), "< 1,000"),
        (Quantity(low=None, high=None), ""),
        (Quantity(low=D("12.50"), high=D("12.50"), unit="USD"), "12.5 USD"),
        (Quantity(low=D("1e40"), high=D("1e40")), "1e+40"),
        (Quantity(low=D(7), high=D(7), unit="year"), "7 years"),
        (Quantity(low=D(1), high=D(1), unit="day"), "1 day"),
        (Quantity(low=D(2), high=D(2), unit="ordinal"), "no. 2"),
        (DateSpan(start=date(2022, 11, 21), end=date(2022, 11, 21), grain="day"), "21 November 2022"),
        (DateSpan(start=date(2022, 11, 1), end=date(2022, 11, 30), grain="month"), "1 November 2022 to 30 November 2022"),
        (DateSpan(start=None, end=None, grain="day"), ""),
        (Role(title="president", status="interim", of="Ruritania"), "interim president of Ruritania"),
    ],
)
def test_what_words_allow_in_figures(value: object, said: str) -> None:
    assert normalised(claim(value=value)) == said


def document(id: str, start: date | None, end: date | None, lineage: str | None = None) -> ReportDocument:
    return ReportDocument(id=id, sha256="0", characters=1, lineage=lineage or id, date=WrittenOn(start=start, end=end, basis="given"))


def day(n: int) -> date:
    return date(2023, 4, n)


def test_the_timeline_keeps_order_and_stays_inside() -> None:
    event = Event(kind="visit", when=DateSpan(start=day(3), end=day(3), grain="day"))
    vague = Event(kind="war", when=DateSpan(start=date(2020, 1, 1), end=day(1), grain="span"))
    documents = (document("a", day(5), day(5)), document("b", day(2), None), document("c", None, day(9)), document("d", None, None))
    report = report_of([], {}).model_copy(update={"documents": documents, "claims": (claim(event=event), claim(3, 4, "b", event=event), claim(5, 6, event=vague))})
    line = timeline(report, {"a#0-1-count": "finding-1"})
    bars = {bar.label: bar for bar in line.bars}
    assert [bar.label for bar in line.bars] == ["c", "b", "a", "visit"]  # nothing places d, and years of war are no day
    assert bars["b"].open_right and not bars["b"].open_left and bars["c"].open_left
    assert bars["b"].left < bars["visit"].left < bars["a"].left < bars["c"].right
    assert (bars["visit"].tellers, bars["visit"].target, bars["visit"].is_event) == (2, "finding-1", True)
    assert all(LABELS - 40 <= bar.left <= bar.right <= WIDTH for bar in line.bars)


def test_nothing_dated_makes_no_timeline() -> None:
    assert timeline(report_of([], {}), {}) is None


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30))
def test_a_later_day_is_never_drawn_before_an_earlier_one(days: list[date]) -> None:
    documents = tuple(document(f"d{n}", d, d) for n, d in enumerate(days))
    line = timeline(report_of([], {}).model_copy(update={"documents": documents}), {})
    at = {bar.label: bar.left for bar in line.bars}
    placed = sorted((d, at[f"d{n}"]) for n, d in enumerate(days))
    assert [x for _, x in placed] == sorted(x for _, x in placed)
    shown = [tick.x for tick in line.ticks if tick.label]
    assert all(b - a > 80 for a, b in pairwise(shown))


def test_copies_are_gathered_the_earliest_first() -> None:
    documents = (document("a", day(5), day(5), "AFP"), document("b", day(2), day(2), "AFP"), document("c", day(1), day(1), "c"), document("d", day(1), day(1), "c"), document("e", None, None))
    found = copies(report_of([], {}).model_copy(update={"documents": documents}))
    assert [(group.name, group.is_agency, [member.id for member in group.members]) for group in found.groups] == [("AFP", True, ["b", "a"]), ("c", False, ["c", "d"])]
    assert found.alone == ("e",)


def test_a_text_is_marked_where_its_claims_stand() -> None:
    text = "At least 12 people died on Monday, 12 in all."
    claims = [claim(0, 18), claim(9, 18, kind="number", attribute="number"), claim(27, 33, kind="date", attribute="date")]
    links = {"a#9-18-number": Link("finding-x", "conflict", 1), "a#0-18-count": Link("finding-y", "agreement", 2)}
    shown = annotated(text, claims, links, "at-1", 10_000)
    assert [(s.text, s.link.anchor if s.link else None, s.place) for s in shown.stretches if s.title] == [
        ("At least ", "finding-y", "at-1-0"),
        ("12 people", "finding-x", "at-1-9"),
        ("Monday", None, "at-1-27"),
    ]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)), max_size=8), st.integers(0, 50))
def test_marks_never_change_a_text(text: str, places: list[tuple[int, int]], limit: int) -> None:
    claims = [claim(start, start + length, kind=f"k{n}") for n, (start, length) in enumerate(places)]
    shown = annotated(text, claims, {}, "p", limit)
    assert "".join(s.text for s in shown.stretches) == text[:limit]
    assert shown.rest == max(0, len(text) - limit)
    ids = [s.place for s in shown.stretches if s.place]
    assert len(ids) == len(set(ids))


# A terminal


def screen(shown: str, width: int, lines: int = 400) -> pyte.Screen:
    terminal = pyte.Screen(width, lines)
    pyte.Stream(terminal).feed(shown.replace("\n", "\r\n"))
    return terminal


@pytest.mark.parametrize("width", [60, 80, 120, 160])
@pytest.mark.parametrize("color", [False, True])
def test_a_terminal_shows_a_hostile_document_as_inert_text(width: int, color: bool) -> None:
    shown = render(hostile_report(), "text", View(color=color, width=width, verbose=True))
    terminal = screen(shown, width)
    words = re.sub(r"\s+", "", "".join(terminal.display))
    assert terminal.title == terminal.icon_name == ""
    assert "⟨U+001B⟩]0;title⟨U+0007⟩" in words and "<script>alert(1)</script>" in words
    colors = {cell.fg for row in terminal.buffer.values() for cell in row.values()}
    assert colors <= ({"default", "red", "brown"} if color else {"default"})
    last = max(n for n, row in enumerate(terminal.display) if row.strip())
    assert terminal.cursor.y == last + 1, "something has moved the cursor"


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_lines_keep_to_the_width_of_the_terminal(width: int) -> None:
    for report in (sample(), many(30, 12)):
        lines = render(report, "text", View(width=width)).splitlines()
        assert max(map(len, lines)) <= width
