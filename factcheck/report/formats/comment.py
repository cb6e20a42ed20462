"""Markdown for a comment on a pull or merge request: what needs a decision, short enough for the forge, the rest folded.

    <!-- factcheck -->
    ### 1 conflict in 2 documents

    1. **flood and relief give different numbers of dead: 12 and 14**
       - `flood:3` On Monday **12 people died** when the dam burst.
       - `relief:5` The burst dam killed **14 people**.

Never longer than 60,000 characters, which every forge takes. Nobody is notified and no issue linked by what a document says.
The first line lets a bot find its comment again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.report.escape import clipped, comment
from factcheck.report.excerpt import PLAIN, Segment, passages
from factcheck.report.levels import told
from factcheck.report.protocol import Format, View
from factcheck.report.verdicts import IN_WORDS, counted, draft_coverage, tally, title

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Report

LONGEST, SAID, QUOTED, MOST_PASSAGES = 60_000, 400, 260, 6
MARK = "<!-- factcheck -->"


def render(report: Report, view: View) -> str:
    """The report as one comment."""
    head = [MARK, f"### {_said(title(report))}", ""]
    if report.skipped:
        head += [f"**This check is incomplete:** {counted(len(report.skipped), 'input')} not read, or only in part.", ""]
        head += [f"- {_said(item.path)}: {_said(item.reason)}" for item in report.skipped[:20]] + [""]
    if said := draft_coverage(report):
        head += [said, ""]
    findings = told(report, view.verbose)
    if not findings:
        head += ["Nothing needs a decision.", ""]
    head += [f"- {_said(notice.message)} (`{notice.rule}`)" for notice in report.policy[:20]] + ([""] if report.policy else [])
    tail = _tail(report)
    room = LONGEST - len("\n".join(head + tail)) - 200
    body: list[str] = []
    for number, finding in enumerate(findings, 1):
        lines = list(_finding(number, finding))
        room -= sum(len(line) + 1 for line in lines)
        if room < 0:
            body += ["", f"… and {len(findings) - number + 1:,} more, all of them in the full report.", ""]
            break
        body += lines
    return "\n".join(head + body + tail).rstrip("\n") + "\n"


def _finding(number: int, finding: Finding) -> Iterator[str]:
    yield f"{number}. **{_said(finding.message)}** ({finding.change or IN_WORDS[finding.verdict]})"
    shown, rest = passages(finding, most=MOST_PASSAGES, limit=QUOTED)
    for passage in shown:
        yield f"   - {_said(passage.document)}, {_said(passage.place) or f'line {passage.line}'}: {_sentence(passage.segments)}"
    if rest:
        yield f"   - … and {counted(rest, 'more place')}"
    if finding.because:
        yield f"   - because {'; '.join(_said(step) for step in finding.because[:6])}"
    if finding.repairs:
        yield f"   - {'; or '.join(_said(repair) for repair in finding.repairs[:3])}"
    yield f"   - rule `{finding.rule}`, id `{finding.id}`"


def _sentence(segments: Iterable[Segment]) -> str:
    said = []
    for segment in segments:
        text = segment.text
        words = text.strip()
        if segment.mark == PLAIN or not words:
            said.append(comment(text) if text.strip() else text)
            continue
        said.append(f"<b>{comment(words)}</b>" + (" " if text != text.rstrip() else ""))
    return "".join(said).strip()


def _tail(report: Report) -> list[str]:
    counts = ", ".join(words for _, words in tally(report)) or "no findings"
    lines = ["", "<details><summary>What was checked</summary>", "", f"{counted(len(report.documents), 'document')}, {counted(report.summary.claims, 'claim')}: {counts}."]
    if report.summary.known or report.summary.suppressed:
        lines.append(f"Set aside: {report.summary.known:,} known from the baseline, {report.summary.suppressed:,} suppressed.")
    return [*lines, "", "</details>"]


def _said(text: str) -> str:
    return comment(clipped(text, SAID))


FORMAT = Format("comment", ".comment.md", render)
