"""The exit status."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.public.report import Report


class Status(IntEnum):
    """What the command leaves with."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3
    INTERNAL = 70
    INTERRUPTED = 130
    TERMINATED = 143


def status_of(report: Report, fail_on: str, allow_partial: bool = False) -> Status:
    """The status of a finished run: something unread outweighs findings, for the check is incomplete.

    allow_partial: findings outweigh it; without findings it is told all the same, and is never a clean pass.
    """
    from factcheck.report.levels import counts, notice_counts

    failed = any(counts(finding, fail_on) for finding in report.findings) or any(notice_counts(notice, fail_on) for notice in report.policy)
    if report.skipped and not (allow_partial and failed):
        return Status.INCOMPLETE
    return Status.FINDINGS if failed else Status.CLEAN
