"""The exit status, and which findings count for it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Report


class Status(IntEnum):
    """What the command leaves with."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3
    INTERNAL = 70
    INTERRUPTED = 130
    TERMINATED = 143


def counts(finding: Finding, fail_on: str) -> bool:
    """Whether a finding is at or above the level: `any` means any that is not plain agreement."""
    if fail_on == "conflict":
        return finding.verdict == "conflict"
    if fail_on == "warning":
        return finding.verdict == "conflict" or finding.severity != "note"
    return fail_on == "any" and finding.verdict != "agreement"


def status_of(report: Report, fail_on: str, allow_partial: bool = False) -> Status:
    """The status of a finished run: something unread outweighs findings, for the check is incomplete.

    allow_partial: findings outweigh it; without findings it is told all the same, and is never a clean pass.
    """
    failed = any(counts(finding, fail_on) for finding in report.findings)
    if report.skipped and not (allow_partial and failed):
        return Status.INCOMPLETE
    return Status.FINDINGS if failed else Status.CLEAN
