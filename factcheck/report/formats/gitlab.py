"""Code quality for GitLab: a list of what needs a look, for the widget of a merge request.

    [{"description": "flood and relief give …", "check_name": "count-mismatch", "fingerprint": "5f2b…", "severity": "critical",
      "location": {"path": "stories/flood.txt", "positions": {"begin": {"line": 3, "column": 11}, …}}}]

Fingerprints hold no line, so that a moved paragraph is no new finding.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from factcheck.report.escape import clipped, json_text, terminal
from factcheck.report.levels import told
from factcheck.report.places import drafts, main_place, paths, region
from factcheck.report.protocol import Format, View

if TYPE_CHECKING:
    from factcheck.public.report import Report

SAID = 900
"""Characters of a description."""
_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def render(report: Report, view: View) -> str:
    """The report as a JSON array."""
    where, mine = paths(report), drafts(report)
    entries = []
    for item in report.skipped:
        entries.append(_entry(f"not read: {item.reason}" if not item.partial else f"read in part: {item.reason}", "unread-input", "blocker", item.path))
    for notice in report.policy:
        entries.append(_entry(notice.message, notice.rule, _SEVERITIES[notice.severity], notice.path or "factcheck.toml", {"lines": {"begin": notice.line or 1}}))
    for finding in told(report, view.verbose):
        main = main_place(finding, mine)
        place: dict[str, Any] = {"lines": {"begin": 1}}
        found = region(main) if main is not None else None
        if found is not None:
            line, column, end_line, end_column = found
            place = {"positions": {"begin": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}}}
        path = where.get(main.document, main.document) if main else "factcheck.toml"
        entries.append(_entry(finding.message, finding.rule, _SEVERITIES[finding.severity], path, place, finding.id))
    return json_text(json.dumps(_numbered(entries), ensure_ascii=False, indent=2)) + "\n"


def _entry(text: str, rule: str, severity: str, path: str, place: dict[str, Any] | None = None, key: str | None = None) -> dict[str, Any]:
    return {
        "description": clipped(terminal(text), SAID),
        "check_name": rule,
        "fingerprint": key or f"{rule}\x1f{path}\x1f{text}",
        "severity": severity,
        "location": {"path": path} | (place or {"lines": {"begin": 1}}),
    }


def _numbered(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries with fingerprints that are told apart: of two that are alike only the first would be shown."""
    seen: dict[str, int] = {}
    for entry in entries:
        key = entry["fingerprint"]
        seen[key] = nth = seen.get(key, 0) + 1
        entry["fingerprint"] = hashlib.sha256(f"{key}\x1f{nth}".encode("utf-8", "surrogatepass")).hexdigest()
    return entries


FORMAT = Format("gitlab", ".gitlab.json", render)
