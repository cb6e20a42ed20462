"""The baseline: a file of findings that are known, which new runs leave out and do not count.

Only what could fail a run goes in: conflicts, warnings and errors. The file is sorted and can be read and reviewed; what
counts is the `id` alone, a digest of the rule and of the words at each place, which stays when lines move.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.cli.status import counts
from factcheck.config import bytes_of_settings
from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from factcheck.public.report import Report

VERSION = "1"

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


def read_baseline(path: str) -> frozenset[str]:
    """The ids in a baseline file; raises ConfigError if it is none."""
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
        ids = [entry["id"] for entry in content["findings"]]
        if not all(isinstance(id, str) for id in ids):
            raise TypeError
    except (KeyError, TypeError):
        raise ConfigError(
            "is not a baseline", where=path, fix="write it again with --write-baseline"
        ) from None
    return frozenset(ids)


def without_known(report: Report, known: frozenset[str]) -> Report:
    """The report without the findings that the baseline knows; its summary says how many those were."""
    left = tuple(finding for finding in report.findings if finding.id not in known)
    verdicts = dict(sorted(Counter(finding.verdict for finding in left).items()))
    summary = report.summary.model_copy(
        update={"findings": len(left), "verdicts": verdicts, "known": len(report.findings) - len(left)}
    )
    return report.model_copy(update={"findings": left, "summary": summary})
