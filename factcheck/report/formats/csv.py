"""The table of facts for a spreadsheet: a row for each fact, a column for each document, in each cell the words found there.

    number,fact,verdict,severity,rule,finding,independent sources,message,flood,relief
    1,dead,conflict,error,count-mismatch,5f2b81c09d3e,1,flood and relief give …,12 people died,14 people

Separated by commas, in UTF-8. No cell is a formula, whatever a document says. Beyond 200 documents the wordings of all
stand in one column. An input that was not read is a row of its own, at the end.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from factcheck.report.escape import spreadsheet
from factcheck.report.fact_table import fact_rows
from factcheck.report.protocol import Format, View

if TYPE_CHECKING:
    from factcheck.public.report import Report

MOST_COLUMNS, WORDINGS = 200, 40
HEADS = ("number", "fact", "verdict", "severity", "rule", "finding", "independent sources", "message")


def render(report: Report, view: View) -> str:
    """The facts as lines of cells."""
    ids = [document.id for document in report.documents]
    wide = len(ids) <= MOST_COLUMNS
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write([*HEADS, *map(spreadsheet, ids if wide else ["words", "documents"])])
    for row in fact_rows(report, most=len(report.findings), wordings=WORDINGS):
        of = row.finding
        start = [row.number, row.fact, of.verdict, of.severity, of.rule, of.id, of.independent_sources, of.message]
        if wide:
            cells = [_words(row.cells[id].words, row.cells[id].rest) if id in row.cells else "" for id in ids]
        else:
            cells = [_words(row.wordings, row.more_wordings), str(len(row.cells))]
        write([cell if isinstance(cell, int) else spreadsheet(cell) for cell in (*start, *cells)])
    for item in report.skipped:
        start = ["", "not read, or only in part", "", "error", "unread-input", "", "", f"{item.path}: {item.reason}"]
        write([*map(spreadsheet, start), *([""] * (len(ids) if wide else 2))])
    return out.getvalue()


def _words(words: tuple[tuple[str, int], ...], rest: int) -> str:
    return " · ".join([text for text, _ in words] + ([f"+{rest:,}"] if rest else []))


FORMAT = Format("csv", ".csv", render)
