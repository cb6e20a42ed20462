"""Which findings count: for the exit status, and for formats that only tell what somebody has to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Notice, Report

QUIET = ("agreement", "compatible", "different-event")


def counts(finding: Finding, fail_on: str) -> bool:
    """Whether a finding is at or above the level: `any` means any that is not plain agreement; a note only fails on `any`."""
    if fail_on == "conflict":
        return finding.severity == "error" or (finding.verdict == "conflict" and finding.severity != "note")
    if fail_on == "warning":
        return finding.severity != "note"
    return fail_on == "any" and finding.verdict != "agreement"


def notice_counts(notice: Notice, fail_on: str) -> bool:
    """The same of what is wrong with the policy itself."""
    return fail_on == "any" or (fail_on == "warning" and notice.severity != "note") or (fail_on == "conflict" and notice.severity == "error")


def pressing(finding: Finding) -> bool:
    """Whether somebody has to look at it: all but agreements, look-alikes and the like that leave no doubt."""
    return finding.verdict not in QUIET or finding.severity != "note"


def told(report: Report, verbose: bool = False) -> list[Finding]:
    """The findings that a format for machines tells, in the order of the report."""
    return [finding for finding in report.findings if verbose or pressing(finding)]
