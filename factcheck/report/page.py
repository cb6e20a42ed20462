"""What the Markdown report shows: the report arranged for reading, with every long list cut and its rest counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.dates import basis, written
from factcheck.report.excerpt import Passage, passages
from factcheck.report.fact_table import Row, fact_rows, short_names
from factcheck.report.verdicts import IN_WORDS, Section, draft_coverage, sections, tally, title

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Report, ReportDocument

MOST_DECISIONS, MOST_FINDINGS, MOST_PASSAGES, MOST_ROWS, MOST_COLUMNS, MOST_DOCUMENTS = (
    60,
    300,
    24,
    300,
    8,
    300,
)
QUOTED = 900
"""Characters shown of a sentence."""


class Side(NamedTuple):
    """Passages that stand together; number counts from 0."""

    number: int
    passages: tuple[Passage, ...]


class Item(NamedTuple):
    """One finding as the page shows it."""

    number: int
    finding: Finding
    verdict: str
    sides: tuple[Side, ...]
    rest: int


class Part(NamedTuple):
    """One section and the items shown of it."""

    section: Section
    items: tuple[Item, ...]
    rest: int


class Page(NamedTuple):
    """Everything the template needs."""

    report: Report
    title: str
    tally: list[tuple[str, str]]
    draft: str
    decisions: list[Item]
    more_decisions: int
    parts: list[Part]
    rows: list[Row]
    more_rows: int
    columns: dict[str, str]
    documents: list[ReportDocument]
    more_documents: int
    dates: dict[str, tuple[str, str]]


def page_of(report: Report) -> Page:
    """Arrange a report."""
    numbers = {id(finding): n for n, finding in enumerate(report.findings, 1)}
    parts = [_part(section, numbers) for section in sections(report)]
    pressing = [item for part in parts if part.section.pressing for item in part.items]
    all_pressing = sum(len(part.section.findings) for part in parts if part.section.pressing)
    rows = fact_rows(report, most=MOST_ROWS)
    ids = [document.id for document in report.documents]
    return Page(
        report,
        title(report),
        tally(report),
        draft_coverage(report),
        pressing[:MOST_DECISIONS],
        all_pressing - len(pressing[:MOST_DECISIONS]),
        parts,
        rows,
        len(report.findings) - len(rows),
        short_names(ids, 16) if len(ids) <= MOST_COLUMNS else {},
        list(report.documents[:MOST_DOCUMENTS]),
        max(0, len(report.documents) - MOST_DOCUMENTS),
        {document.id: (written(document.date), basis(document.date)) for document in report.documents},
    )


def _part(section: Section, numbers: dict[int, int]) -> Part:
    shown = tuple(_item(finding, numbers[id(finding)]) for finding in section.findings[:MOST_FINDINGS])
    return Part(section, shown, len(section.findings) - len(shown))


def _item(finding: Finding, number: int) -> Item:
    found = passages(finding, most=MOST_PASSAGES, limit=QUOTED)
    by_side: dict[int, list[Passage]] = {}
    for passage in found.shown:
        by_side.setdefault(passage.side, []).append(passage)
    # Sides are numbered anew, from 0 and without gaps, for their colours.
    sides = tuple(Side(n, tuple(by_side[side])) for n, side in enumerate(sorted(by_side)))
    return Item(number, finding, IN_WORDS[finding.verdict], sides, found.rest)
