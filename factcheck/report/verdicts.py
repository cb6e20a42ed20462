"""What the verdicts mean in plain words, and the order in which an editor needs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Report

IN_WORDS = {
    "conflict": "cannot both be true",
    "changed": "changed",
    "removed": "removed",
    "added": "added",
    "unsupported": "no source speaks to it",
    "different-event": "two different events",
    "compatible": "both can be true",
    "agreement": "agree",
}
"""In the order of concern."""

_COUNTED = {
    "conflict": ("conflict", "conflicts"),
    "changed": ("changed", "changed"),
    "removed": ("removed", "removed"),
    "added": ("added", "added"),
    "unsupported": ("unsupported", "unsupported"),
    "different-event": ("look-alike", "look-alikes"),
    "compatible": ("compatible", "compatible"),
    "agreement": ("agreement", "agreements"),
}


class Section(NamedTuple):
    """A part of a report: what it is called, what it holds in a sentence, whether it asks for a decision."""

    key: str
    title: str
    meaning: str
    pressing: bool
    findings: Sequence[Finding]


_SECTIONS = (
    ("conflict", "Conflicts", "These cannot all be true of one fact.", True),
    ("changed", "Changed", "The newer version says something else.", True),
    ("removed", "Removed", "Only the older version says this.", True),
    ("added", "Added", "Only the newer version says this.", True),
    ("unsupported", "Unsupported", "No source speaks to this, or none says as much.", True),
    ("doubt", "Doubts", "Worth a look before these are relied on.", True),
    (
        "different-event",
        "Only alike",
        "These look like one fact, but speak of two events, times or people.",
        False,
    ),
    ("compatible", "Compatible", "Worded or rounded differently; all of it can be true.", False),
    ("agreement", "Agreements", "The same value in every place.", False),
)


_QUIET = ("agreement", "compatible", "different-event")


def section_of(finding: Finding) -> str:
    """The key of the section that a finding belongs to."""
    return "doubt" if finding.severity != "note" and finding.verdict in _QUIET else finding.verdict


def sections(report: Report) -> list[Section]:
    """The parts that hold a finding, the most pressing first."""
    grouped: dict[str, list[Finding]] = {}
    for finding in report.findings:
        grouped.setdefault(section_of(finding), []).append(finding)
    return [Section(key, *rest, grouped[key]) for key, *rest in _SECTIONS if key in grouped]


def counted(number: int, one: str, many: str | None = None) -> str:
    """'1 claim', '2 claims', '12,000 claims'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def title(report: Report) -> str:
    """What was found, in a line: '1 conflict in 5 documents', '2 changed, 1 added between two versions'."""
    verdicts = report.summary.verdicts
    pressing = [v for v in IN_WORDS if v not in _QUIET and verdicts.get(v)]
    found = ", ".join(counted(verdicts[v], *_COUNTED[v]) for v in pressing)
    documents = len(report.documents)
    if report.command == "diff":
        return f"{found or 'Nothing changed'} between two versions"
    if report.command == "verify":
        return f"{found or 'No conflict'} in a draft with {counted(documents - 1, 'source')}"
    return f"{found or 'No conflict'} in {counted(documents, 'document')}"


def tally(report: Report) -> list[tuple[str, str]]:
    """How many findings there are of each verdict: pairs of verdict and words, the most pressing first."""
    verdicts = report.summary.verdicts
    return [(v, counted(verdicts[v], *_COUNTED[v])) for v in IN_WORDS if verdicts.get(v)]


def draft_coverage(report: Report) -> str:
    """How much of a draft the sources bear out, in a sentence; empty for other commands."""
    of = report.summary.draft
    if of is None:
        return ""
    if not of.claims:
        return "The draft makes no claim that a source could be held against."
    return (
        f"Of {counted(of.claims, 'claim')} in the draft the sources support {of.supported:,}, contradict {of.contradicted:,} "
        f"and do not speak to {of.unsupported:,}."
    )
