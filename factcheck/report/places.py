"""Where a finding is shown: its main place, and the ends of places in lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.public.report import Evidence, Finding, Report


class Region(NamedTuple):
    """Lines and columns from 1, columns in code points; the end column is that behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(evidence: Evidence) -> Region | None:
    """From the first character of a place to the one behind its last; None where the file has no lines to point at.

    Of a file whose text was taken out of it, a page or a mail, only the line is known, and it is told whole.
    """
    if evidence.place is not None and evidence.place.shown:
        return Region(evidence.place.line, 1, evidence.place.line, 1) if evidence.place.line else None
    breaks = evidence.text.count("\n")
    if not breaks:
        return Region(evidence.line, evidence.column, evidence.line, evidence.column + len(evidence.text))
    return Region(evidence.line, evidence.column, evidence.line + breaks, len(evidence.text) - evidence.text.rfind("\n"))


def paths(report: Report) -> dict[str, str]:
    """The path of every document by its id; one that came without a path goes by its id."""
    return {document.id: document.path or document.id for document in report.documents}


def drafts(report: Report) -> frozenset[str]:
    """The ids of the drafts."""
    return frozenset(document.id for document in report.documents if document.role == "draft")


def main_place(finding: Finding, of_drafts: frozenset[str]) -> Evidence | None:
    """The place to point at: in the draft, where there is one, or else on the side that the fewest documents are on."""
    if not finding.evidence:
        return None
    mine = [e for e in finding.evidence if e.document in of_drafts]
    if mine:
        return mine[0]
    sizes: dict[int, set[str]] = {}
    for e in finding.evidence:
        sizes.setdefault(e.side, set()).add(e.document)
    return min(finding.evidence, key=lambda e: len(sizes[e.side]))


def others(finding: Finding, main: Evidence | None) -> list[Evidence]:
    """All places but the main one."""
    return [e for e in finding.evidence if e is not main]
