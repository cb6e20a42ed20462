"""For a pull request, a wiki or a mail: the report as Markdown, with nothing from a document taken as markup.

    # 1 conflict in 2 documents

    ## What needs a decision

    - flood and relief give different numbers of dead: 12 and 14

    ## Conflicts (1)

    ### 1. flood and relief give different numbers of dead: 12 and 14

    | document | passage |
    |---|---|
    | flood, line 3 | On Monday **12 people died** when the dam burst. |
    | relief, line 5 | The burst dam killed **14 people**. |

The words of a claim are bold, those that differ between two wordings italic as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.report.dates import basis, written
from factcheck.report.escape import clipped, markdown
from factcheck.report.excerpt import DIFFERS, PLAIN, Segment
from factcheck.report.page import Item, Page, Part, page_of
from factcheck.report.protocol import Format, View
from factcheck.report.verdicts import IN_WORDS

if TYPE_CHECKING:
    from factcheck.public.report import Report

SAID, WORDS = 900, 120
"""Characters shown of a message or step, and of the words in a cell of the table."""
MOST_ASIDE = 100


def render(report: Report, view: View) -> str:
    """The report as Markdown."""
    page = page_of(report)
    lines = [f"# {_said(page.title)}", "", _summary(report, page)]
    if page.draft:
        lines += ["", page.draft]
    if report.skipped:
        lines += ["", "**This check is incomplete:** see what was not read, at the end."]
    lines += ["", "## What needs a decision", "", *_decisions(page)]
    for part in page.parts:
        lines += _part(part)
    lines += _decided(report)
    lines += _facts(page)
    lines += _documents(page)
    lines += _coverage(report)
    lines += _skipped(report)
    return "\n".join(lines) + "\n"


def _said(text: str, limit: int = SAID) -> str:
    return markdown(clipped(text, limit))


def _summary(report: Report, page: Page) -> str:
    made = report.generator
    found = ", ".join(words for _, words in page.tally) or "no findings"
    known = f"; known from the baseline: {report.summary.known:,}" if report.summary.known else ""
    return f"{_said(made.name)} {_said(made.version)}, {report.command}: {found}{known}"


def _decisions(page: Page) -> list[str]:
    if not page.decisions:
        return ["Nothing: no fact that could be compared is told in two ways that cannot both be true."]
    lines = [f"- {_said(item.finding.message)}" for item in page.decisions]
    return lines + ([f"- … and {page.more_decisions:,} more"] if page.more_decisions else [])


def _part(part: Part) -> Iterator[str]:
    yield from ("", f"## {part.section.title} ({len(part.section.findings):,})", "", part.section.meaning)
    for item in part.items:
        if part.section.pressing or part.section.key == "different-event":
            yield from _finding(item)
    if not part.section.pressing and part.section.key != "different-event":
        yield ""
        yield from (f"- {item.number}\\. {_said(item.finding.message)}" for item in part.items)
    if part.rest:
        yield from ("", f"… and {part.rest:,} more, all of them in the JSON report")


def _finding(item: Item) -> Iterator[str]:
    finding = item.finding
    change = f" ({finding.change})" if finding.change in ("hardened", "softened") else ""
    yield from ("", f"### {item.number}. {_said(finding.message)}{change}", "")
    passages = [passage for side in item.sides for passage in side.passages]
    rows = [(f"{_said(p.document)}, {p.place or f'line {p.line}'}", _sentence(p.segments)) for p in passages]
    if item.rest:
        rows.append(("…", f"and {item.rest:,} more, all of them in the JSON report"))
    yield from _table(("document", "passage"), rows)
    yield from _list("Why:", finding.because)
    yield from _list("Either of these would mend it:", finding.repairs)
    sources = (
        f", independent sources: {finding.independent_sources:,}" if finding.independent_sources > 1 else ""
    )
    yield from ("", f"Rule `{finding.rule}`, id `{finding.id}`{sources}")


def _sentence(segments: Iterable[Segment]) -> str:
    """A passage with its words bold; the marks stand against the words, as Markdown asks."""
    said, within = "", False
    for segment in segments:
        before, text, after = re.fullmatch(r"(\s*)(.*?)(\s*)", segment.text).groups()
        marked = segment.mark != PLAIN
        if marked and not within:
            said += before + "**"
        elif within and not marked:
            kept = said.rstrip()
            said = kept + "**" + said[len(kept) :] + before
        else:
            said += before
        within = marked
        said += f"*{markdown(text)}*" if segment.mark == DIFFERS and text else markdown(text) if text else ""
        said += after
    return (said.rstrip() + "**" if within else said).strip()


def _list(heading: str, items: Sequence[str]) -> list[str]:
    return ["", heading, "", *(f"- {_said(item)}" for item in items)] if items else []


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [_row(heads), "|" + "---|" * len(heads), *map(_row, rows)]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _decided(report: Report) -> list[str]:
    """What is wrong with the settings, and what they set aside."""
    lines: list[str] = []
    if report.policy:
        lines += ["", "## Your settings", ""]
        lines += [f"- {_said(notice.message)} (`{notice.rule}`)" for notice in report.policy[:MOST_ASIDE]]
    if report.set_aside:
        lines += ["", f"## Set aside ({len(report.set_aside):,})", ""]
        for aside in report.set_aside[:MOST_ASIDE]:
            until = f", until {aside.until.isoformat()}" if aside.until else ""
            why = "known from the baseline" if aside.by == "baseline" else f"suppressed by {_said(aside.owner or '')}: {_said(aside.reason or '')}{until}"
            lines.append(f"- {_said(aside.finding.message)}: {why} (`{aside.finding.rule}`, `{aside.finding.id}`)")
    return lines


def _facts(page: Page) -> list[str]:
    if not page.rows:
        return []
    rows = []
    for row in page.rows:
        start = [f"{row.number}\\. {_said(row.fact, WORDS)}", IN_WORDS[row.finding.verdict]]
        if page.columns:
            cells = (row.cells.get(id) for id in page.columns)
            rows.append(start + [_words(cell.words, cell.rest) if cell else "–" for cell in cells])
        else:
            rows.append([*start, _words(row.wordings, row.more_wordings), f"{len(row.cells):,}"])
    last = [_said(name) for name in page.columns.values()] if page.columns else ["words", "documents"]
    lines = ["", "## Facts by documents", "", *_table(["fact", "verdict", *last], rows)]
    return lines + (
        ["", f"… and {page.more_rows:,} more, all of them in the JSON report"] if page.more_rows else []
    )


def _words(words: Iterable[tuple[str, int]], rest: int) -> str:
    return " · ".join([_said(text, WORDS) for text, _ in words] + ([f"+{rest:,}"] if rest else []))


def _documents(page: Page) -> list[str]:
    rows = [
        (
            _said(d.id),
            _said(written(d.date)),
            _said(basis(d.date)),
            "; ".join(_said(notice) for notice in d.notices),
        )
        for d in page.documents
    ]
    lines = ["", "## Documents", "", *_table(("document", "written", "known", "notices"), rows)]
    return lines + (["", f"… and {page.more_documents:,} more"] if page.more_documents else [])


def _coverage(report: Report) -> list[str]:
    rows = [(_said(c.kind), f"{c.claims:,}", f"{c.compared:,}") for c in report.summary.coverage]
    lines = ["", "## Coverage", "", *_table(("kind", "read", "in a finding"), rows)]
    lines += _list("Not compared:", report.summary.notes)
    rules = ", ".join(f"`{rule}`" for rule in report.summary.rules)
    return [*lines, "", f"Rules that ran: {rules or 'none'}"]


def _skipped(report: Report) -> list[str]:
    if not report.skipped:
        return []
    lines = [
        f"- {_said(s.path)}: {_said(s.reason)}{' (read in part)' if s.partial else ''}"
        for s in report.skipped
    ]
    return ["", f"## Not read, or only in part ({len(lines):,})", "", *lines]


FORMAT = Format("markdown", ".md", render)
