"""Annotations for a workflow on GitHub: a command for each finding that needs a look, at its place in the file.

    ::error file=stories/flood.txt,line=3,endLine=3,col=11,endColumn=25,title=count-mismatch::flood and relief give …

Conflicts are errors, doubts warnings, the rest notices, as their severity says. What was not read is an error of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.escape import clipped, workflow
from factcheck.report.levels import told
from factcheck.report.places import drafts, main_place, others, paths, region
from factcheck.report.protocol import Format, View
from factcheck.report.verdicts import counted

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Report

MOST, SAID = 200, 600
"""Annotations of a run, and characters of a message or step."""
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, view: View) -> str:
    """The report as workflow commands, one on a line."""
    where, mine = paths(report), drafts(report)
    lines = [_command("error", f"{item.path}: {item.reason}", title="not read" if not item.partial else "read in part") for item in report.skipped]
    lines += [_command(_LEVELS[n.severity], n.message, title=n.rule, file=n.path, line=n.line or (1 if n.path else None)) for n in report.policy]
    findings = told(report, view.verbose)
    for finding in findings[:MOST]:
        lines.append(_annotation(finding, where, mine))
    if len(findings) > MOST:
        lines.append(_command("notice", f"{counted(len(findings) - MOST, 'more finding')} in the full report", title="factcheck"))
    if not lines:
        lines.append(_command("notice", f"{counted(len(report.documents), 'document')} checked, nothing needs a decision", title="factcheck"))
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding, where: dict[str, str], mine: frozenset[str]) -> str:
    main = main_place(finding, mine)
    rest = [f"{e.document}:{(e.place and e.place.shown) or e.line} “{clipped(e.text, 120)}”" for e in others(finding, main)[:5]]
    text = "; ".join([clipped(finding.message, SAID), *(clipped(step, SAID) for step in finding.because), *rest])
    if main is None:
        return _command(_LEVELS[finding.severity], text, title=finding.rule)
    properties: dict[str, object] = {"file": where.get(main.document, main.document)}
    found = region(main)
    if found is not None:
        properties |= {"line": found.line, "endLine": found.end_line}
    if main.place is not None and main.place.shown:
        text = f"{main.place.shown}: {text}"
    elif found is not None and found.line == found.end_line:  # an annotation over several lines has no columns
        properties |= {"col": found.column, "endColumn": found.end_column}
    return _command(_LEVELS[finding.severity], text, **properties, title=finding.rule)


def _command(level: str, text: str, **properties: object) -> str:
    said = ",".join(f"{name}={workflow(str(value), of_property=True)}" for name, value in properties.items() if value is not None)
    return f"::{level} {said}::{workflow(text)}"


FORMAT = Format("github", ".github.txt", render)
