"""When documents were written and what they tell of took place, on one axis: the geometry of the picture, without its ink.

Gaps are drawn by their logarithm: an hour-by-hour week and the years before it fit one axis, and order is kept.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.dates import span_in_words, written
from factcheck.report.escape import clipped, terminal

if TYPE_CHECKING:
    from factcheck.public.report import Report

WIDTH, LABELS, MARGIN, ROW, TOP = 1000, 250, 34, 30, 44
MOST_DOCUMENTS, MOST_EVENTS, LONGEST = 40, 16, 31
"""Rows of each sort, and the days up to which an event counts as placed in time."""
BETWEEN_LABELS = 92


class Bar(NamedTuple):
    """One row: its label, the days in words, the span from left to right, open ends, and where it leads."""

    label: str
    said: str
    y: float
    left: float
    right: float
    open_left: bool
    open_right: bool
    is_event: bool
    tellers: int
    target: str


class Tick(NamedTuple):
    """A day on the axis; its label is empty where there is no room for one."""

    x: float
    label: str


class Timeline(NamedTuple):
    """The whole picture, and how many rows it leaves out."""

    width: int
    height: float
    divide: float
    bars: list[Bar]
    ticks: list[Tick]
    more_documents: int
    more_events: int


class _Row(NamedTuple):
    label: str
    said: str
    start: date | None
    end: date | None
    is_event: bool
    tellers: int
    target: str


def timeline(report: Report, targets: dict[str, str]) -> Timeline | None:
    """The picture; None if nothing is dated. targets: claim id to the anchor of a finding."""
    documents = _documents(report)
    events = _events(report, targets)
    chosen = sorted(sorted(events, key=lambda e: (-e.tellers, e.start, e.label))[:MOST_EVENTS], key=lambda e: (e.start, e.end, e.label))
    rows = [*documents[:MOST_DOCUMENTS], *chosen]
    days = sorted({day for row in rows for day in (row.start, row.end) if day is not None})
    if not days:
        return None
    at = _scale(days)
    bars, gap = [], 0.0
    for n, row in enumerate(rows):
        if row.is_event and (n == 0 or not rows[n - 1].is_event):
            gap = ROW * 0.9
        left = at[row.start] if row.start else LABELS - MARGIN / 2
        right = at[row.end] if row.end else WIDTH - MARGIN / 3
        bars.append(Bar(row.label, row.said, TOP + n * ROW + gap, left, right, row.start is None, row.end is None, row.is_event, row.tellers, row.target))
    divide = TOP + min(len(documents), MOST_DOCUMENTS) * ROW
    height = TOP + len(rows) * ROW + gap + 6
    return Timeline(WIDTH, height, divide, bars, _ticks(days, at), max(0, len(documents) - MOST_DOCUMENTS), len(events) - len(chosen))


def _documents(report: Report) -> list[_Row]:
    rows = []
    for n, document in enumerate(report.documents, 1):
        on = document.date
        if on is not None and (on.start or on.end):
            rows.append(_Row(clipped(terminal(document.id), 28), written(on), on.start, on.end, False, 1, f"document-{n}"))
    return sorted(rows, key=lambda row: (row.start or date.min, row.end or date.max, row.label))


def _events(report: Report, targets: dict[str, str]) -> list[_Row]:
    """What is told of one kind of happening on the same days, by how many documents."""
    told: dict[tuple[str, date, date], tuple[set[str], list[str]]] = {}
    for claim in report.claims:
        event = claim.event
        when = event.when if event is not None else None
        if event is None or event.kind is None or when is None or when.start is None or when.end is None:
            continue
        if (when.end - when.start).days > LONGEST:
            continue
        tellers, claims = told.setdefault((event.kind, when.start, when.end), (set(), []))
        tellers.add(claim.document)
        claims.append(claim.id)
    rows = []
    for (kind, start, end), (tellers, claims) in told.items():
        target = next((targets[id] for id in claims if id in targets), "")
        rows.append(_Row(clipped(terminal(kind), 28), span_in_words(start, end), start, end, True, len(tellers), target))
    return rows


def _scale(days: list[date]) -> dict[date, float]:
    """Where each day lies, from the left edge of the axis to its right one."""
    steps = [0.0]
    for a, b in pairwise(days):
        steps.append(steps[-1] + 0.6 + log2(1 + (b - a).days))
    room = WIDTH - MARGIN - LABELS
    if len(days) == 1:
        return {days[0]: LABELS + room / 2}
    return {day: round(LABELS + room * step / steps[-1], 1) for day, step in zip(days, steps, strict=True)}


def _ticks(days: list[date], at: dict[date, float]) -> list[Tick]:
    ticks, last = [], -1e9
    for n, day in enumerate(days):
        x = at[day]
        final = n == len(days) - 1
        room = x - last >= BETWEEN_LABELS and (final or at[days[-1]] - x >= BETWEEN_LABELS)
        ticks.append(Tick(x, span_in_words(day, day, short=True) if room else ""))
        last = x if room else last
    return ticks
