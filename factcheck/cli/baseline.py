"""The baseline: a file of findings that are known, which new runs leave out and do not count.

Only what could fail a run goes in: conflicts, warnings and errors. The file is sorted and can be read and reviewed; what
counts is the `id` alone, a digest of the rule and of the words at each place, which stays when lines move.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.config import bytes_of_settings
from factcheck.errors import ConfigError
from factcheck.report.levels import counts

if TYPE_CHECKING:
    from factcheck.public.report import Report

VERSION = "1"
MOST_STALE = 20  # entries told one by one

SCHEMA: dict[str, Any] = {
    "title": "Baseline",
    "description": "Findings that are known: later runs leave them out and do not count them.",
    "type": "object",
    "properties": {
        "schema_version": {"const": VERSION},
        "findings": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "rule": {"type": "string"},
                    "verdict": {"type": "string"},
                    "message": {"type": "string"},
                },
                "required": ["id"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["schema_version", "findings"],
    "additionalProperties": False,
}


def baseline_of(report: Report) -> str:
    """The text of a baseline file that knows the findings of a report."""
    entries = [
        {"id": finding.id, "rule": finding.rule, "verdict": finding.verdict, "message": finding.message}
        for finding in report.findings
        if counts(finding, "warning")
    ]
    entries.sort(key=lambda entry: (entry["rule"], entry["id"]))
    return json.dumps({"schema_version": VERSION, "findings": entries}, indent=2, ensure_ascii=True) + "\n"


class Known(NamedTuple):
    """An entry of a baseline: the id of a finding, its rule, and what it says."""

    id: str
    rule: str
    message: str


def read_baseline(path: str) -> dict[str, Known]:
    """The entries of a baseline file by id; raises ConfigError if it is none."""
    try:
        content = json.loads(bytes_of_settings(path))
    except FileNotFoundError:
        raise ConfigError("does not exist", where=path, fix="add --write-baseline to make it") from None
    except (OSError, ValueError, RecursionError) as error:
        said = (getattr(error, "strerror", None) or str(error)).lower()
        raise ConfigError(f"cannot be read: {said}", where=path) from None
    try:
        if content["schema_version"] != VERSION:
            raise ConfigError(
                f"is not of version {VERSION}", where=path, fix="write it again with --write-baseline"
            )
        entries = [Known(entry["id"], str(entry.get("rule", "")), str(entry.get("message", ""))) for entry in content["findings"]]
        if not all(isinstance(entry.id, str) for entry in entries):
            raise TypeError
    except (KeyError, TypeError, AttributeError):
        raise ConfigError(
            "is not a baseline", where=path, fix="write it again with --write-baseline"
        ) from None
    return {entry.id: entry for entry in entries}


def stale(report: Report, known: dict[str, Known]) -> list[Known]:
    """The entries that this run does not find, in order."""
    found = {finding.id for finding in report.findings} | {aside.finding.id for aside in report.set_aside}
    return sorted((entry for entry in known.values() if entry.id not in found), key=lambda entry: (entry.rule, entry.id))


def pruned(report: Report, known: dict[str, Known], path: str) -> str:
    """The text of the baseline at a path without its stale entries; nothing is added."""
    gone = {entry.id for entry in stale(report, known)}
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    content["findings"] = [entry for entry in content["findings"] if entry["id"] not in gone]
    return json.dumps(content, indent=2, ensure_ascii=True) + "\n"


def against(report: Report, known: dict[str, Known], path: str) -> Report:
    """The report with known findings set aside, and with notices on entries that are stale."""
    from factcheck.policy.suppress import with_findings
    from factcheck.public.report import Notice, SetAside

    left = [finding for finding in report.findings if finding.id not in known]
    aside = [SetAside(finding=finding, by="baseline", where=path) for finding in report.findings if finding.id in known]
    gone = stale(report, known)
    notices = [Notice(rule="baseline-stale", severity="note", message=f"{entry.id} is no longer found: {entry.message or entry.rule}", path=path) for entry in gone[:MOST_STALE]]
    if len(gone) > MOST_STALE:
        notices.append(Notice(rule="baseline-stale", severity="note", message=f"{len(gone) - MOST_STALE:,} more are no longer found", path=path))
    summary = report.summary.model_copy(update={"known": len(aside), "against_baseline": True})
    made = report.model_copy(update={"set_aside": (*report.set_aside, *aside), "policy": (*report.policy, *notices), "summary": summary})
    return with_findings(made, left)
