"""For a terminal or a plain file: what needs a decision first, then the facts by the documents.

    factcheck 0.1.0 checked 2 documents: 1 conflict, 3 agreements

    CONFLICTS (1): These cannot all be true of one fact.

    1. flood.txt and relief.txt give different numbers of dead: 12 and 14   [count-mismatch 5f2b81c09d3e]
         flood:3   On Monday «12 people died» when the dam burst.
         relief:5  The burst dam killed «14 people».
         because   12 and 14 are both exact, and no number is both
         either    correct 12 in flood; or correct 14 in relief

    FACTS BY DOCUMENTS …

The words of a claim stand between « and », those that differ between two wordings between stars; on a terminal with
colour they are bold and underlined instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.report.columns import cell, cells, wrapped
from factcheck.report.dates import basis, written
from factcheck.report.escape import clipped, terminal
from factcheck.report.excerpt import passages
from factcheck.report.fact_table import Row, fact_rows, short_names
from factcheck.report.paint import Paint
from factcheck.report.protocol import Format, View
from factcheck.report.verdicts import IN_WORDS, Section, counted, draft_coverage, sections, tally

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Report

MOST_FINDINGS, MOST_PASSAGES, MOST_ROWS, MOST_COLUMNS = 200, 12, 200, 6
SAID = 600
"""Characters shown of a sentence, and of a message or step."""


def render(report: Report, view: View) -> str:
    """The report as lines of text."""
    paint = Paint(view.color)
    lines = [*wrapped(_headline(report, paint), view.width), *filter(None, wrapped(draft_coverage(report), view.width))]
    number = {id(finding): n for n, finding in enumerate(report.findings, 1)}
    for section in sections(report):
        if section.pressing or section.key == "different-event" or view.verbose:
            lines += _section(section, number, view, paint)
    if not any(section.pressing for section in sections(report)):
        lines += ["", _all_clear(report)]
    lines += _decided(report, view, paint)
    lines += _facts(report, view, paint)
    lines += _documents(report, view, paint)
    lines += _coverage(report, view, paint)
    lines += _skipped(report, view, paint)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _headline(report: Report, paint: Paint) -> str:
    made = report.generator
    found = ", ".join(paint.verdict(words, verdict) for verdict, words in tally(report)) or "no findings"
    read = {
        "check": f"checked {counted(len(report.documents), 'document')}",
        "verify": f"verified a draft by {counted(len(report.documents) - 1, 'source')}",
        "diff": "compared two versions",
    }[report.command]
    unread = f"; {counted(len(report.skipped), 'input')} not read" if report.skipped else ""
    known = f"; {counted(report.summary.known, 'finding')} known from the baseline" if report.summary.known else ""
    known += f"; {report.summary.suppressed:,} suppressed" if report.summary.suppressed else ""
    return f"{made.name} {made.version} {read}: {found}{known}{unread}"


def _all_clear(report: Report) -> str:
    if len(report.documents) > 1:
        return "Nothing needs a decision: no fact that could be compared is told in two ways."
    return "Nothing needs a decision within this document."


def _section(section: Section, number: dict[int, int], view: View, paint: Paint) -> Iterator[str]:
    heading = f"{section.title.upper()} ({len(section.findings):,})"
    yield from ("", *wrapped(paint.verdict(heading, section.findings[0].verdict) + f": {section.meaning}", view.width))
    for finding in section.findings[:MOST_FINDINGS]:
        yield ""
        yield from _finding(finding, number[id(finding)], view, paint)
    if len(section.findings) > MOST_FINDINGS:
        yield from (
            "",
            f"… and {len(section.findings) - MOST_FINDINGS:,} more, all of them in the JSON report",
        )


def _finding(finding: Finding, number: int, view: View, paint: Paint) -> Iterator[str]:
    mark = f"{number}. "
    change = f" ({finding.change})" if finding.change in ("hardened", "softened") else ""
    said = f"{clipped(terminal(finding.message), SAID)}{change}  [{finding.rule} {finding.id}]"
    for n, line in enumerate(wrapped(said, view.width - len(mark))):
        yield (mark if n == 0 else " " * len(mark)) + (paint.strong(line) if n == 0 else line)
    shown, rest = passages(finding, most=MOST_PASSAGES, limit=view.quoted)
    pairs = [
        (f"{terminal(passage.document)}:{passage.place or passage.line}", paint.sentence(passage.segments))
        for passage in shown
    ]
    if rest:
        pairs.append(("…", f"and {counted(rest, 'more place')}, all of them in the JSON report"))
    pairs += [
        ("because" if n == 0 else "", clipped(terminal(step), SAID)) for n, step in enumerate(finding.because)
    ]
    pairs += [
        ("either" if n == 0 else "or", clipped(terminal(repair), SAID))
        for n, repair in enumerate(finding.repairs)
    ]
    if finding.independent_sources > 1:
        pairs.append(("sources", f"{finding.independent_sources} independent of one another"))
    yield from _indented(pairs, view.width)


def _indented(pairs: list[tuple[str, str]], width: int) -> list[str]:
    """Labels and texts in two columns, the texts wrapped."""
    from tabulate import tabulate

    labels = [clipped(label, 32) for label, _ in pairs]
    room = max(30, width - max(map(len, labels), default=0) - 8)
    rows = [(label, cell(text, room)) for label, (_, text) in zip(labels, pairs, strict=True)]
    table = tabulate(rows, tablefmt="plain", disable_numparse=True)
    return ["     " + line for line in table.splitlines()]


def _decided(report: Report, view: View, paint: Paint) -> list[str]:
    """What is wrong with the settings, and what they set aside."""
    lines: list[str] = []
    if report.policy:
        lines += ["", paint.strong("YOUR SETTINGS"), ""]
        for notice in report.policy[:MOST_FINDINGS]:
            place = f"{terminal(notice.path)}{f':{notice.line}' if notice.line else ''}: " if notice.path else ""
            lines += wrapped(f"- {place}{clipped(terminal(notice.message), SAID)}  [{notice.rule}]", view.width)
    suppressed = [aside for aside in report.set_aside if aside.by == "suppression"]
    if suppressed:
        lines += ["", paint.strong("SUPPRESSED"), ""]
        for aside in suppressed[:MOST_FINDINGS]:
            until = f", until {aside.until.isoformat()}" if aside.until else ""
            why = f"{terminal(aside.owner or '')}: {terminal(aside.reason or '')}{until}"
            lines += wrapped(f"- {clipped(terminal(aside.finding.message), SAID)}  [{aside.finding.rule} {aside.finding.id}] {why}", view.width)
    return lines


def _facts(report: Report, view: View, paint: Paint) -> list[str]:
    """The table of facts by documents; by wordings where there are too many documents for columns."""
    from tabulate import tabulate

    rows = fact_rows(report, most=MOST_ROWS)
    if not rows:
        return []
    ids = [document.id for document in report.documents]
    if len(ids) <= MOST_COLUMNS:
        room = max(9, (view.width - 22) // max(1, len(ids)) - 3)
        # The table maker gives a heading two columns more than it has letters.
        heads = ["fact: verdict", *short_names(ids, room - 2).values()]
        body = [[_fact(row), *(_words(row, id) for id in ids)] for row in rows]
        widths = [18, *[room] * len(ids)]
    else:
        heads = ["fact: verdict", "words", "documents"]
        body = [[_fact(row), _wordings(row), f"{len(row.cells):,}"] for row in rows]
        widths = [min(26, view.width // 3), max(20, view.width - 22 - min(26, view.width // 3)), 9]
    table = tabulate(cells(body, widths), heads, tablefmt="simple_grid", disable_numparse=True)
    lines = ["", paint.strong("FACTS BY DOCUMENTS"), "", *table.splitlines()]
    if len(report.findings) > len(rows):
        lines.append(f"… and {len(report.findings) - len(rows):,} more, all of them in the JSON report")
    return lines


def _fact(row: Row) -> str:
    return f"{row.number}. {clipped(terminal(row.fact), 60)}: {IN_WORDS[row.finding.verdict]}"


def _words(row: Row, document: str) -> str:
    found = row.cells.get(document)
    if found is None:
        return ""
    return "\n".join(
        [clipped(words, 80) for words, _ in found.words] + ([f"+{found.rest:,}"] if found.rest else [])
    )


def _wordings(row: Row) -> str:
    more = [f"+{row.more_wordings:,}"] if row.more_wordings else []
    return " · ".join([clipped(words, 80) for words, _ in row.wordings] + more)


def _documents(report: Report, view: View, paint: Paint) -> list[str]:
    from tabulate import tabulate

    rows = [
        (
            clipped(terminal(d.id), 40),
            written(d.date),
            basis(d.date),
            terminal(d.lineage or "") if d.lineage != d.id else "",
            "; ".join(map(terminal, d.notices)),
        )
        for d in report.documents[:MOST_ROWS]
    ]
    heads = ["document", "written", "known", "lineage", "notices"]
    used = [n for n in range(len(heads)) if n < 3 or any(row[n] for row in rows)]
    widths = [max(len(heads[n]), min((40, 36, 28, 24, 40)[n], max((len(row[n]) for row in rows), default=0))) for n in used]
    while sum(widths) > view.width - 2 * len(used):
        widths[widths.index(max(widths))] -= 1
    body = cells([[row[n] for n in used] for row in rows], widths)
    table = tabulate(body, [heads[n] for n in used], disable_numparse=True)
    more = len(report.documents) - len(rows)
    tail = [f"… and {more:,} more"] if more > 0 else []
    return ["", paint.strong("DOCUMENTS"), "", *table.splitlines(), *tail]


def _coverage(report: Report, view: View, paint: Paint) -> list[str]:
    from tabulate import tabulate

    rows = [(terminal(c.kind), f"{c.claims:,}", f"{c.compared:,}") for c in report.summary.coverage]
    notes = [
        line for note in report.summary.notes for line in wrapped("- " + clipped(terminal(note), SAID), view.width)
    ]
    if not rows and not notes:
        return []
    table = tabulate(
        rows,
        ["kind", "read", "in a finding"],
        disable_numparse=True,
        colalign=("left", "right", "right") if rows else None,
    )
    ran = ["", *wrapped(f"Rules that ran: {', '.join(report.summary.rules) or 'none'}", view.width)]
    return ["", paint.strong("COVERAGE"), "", *table.splitlines(), *([""] if notes else []), *notes, *ran]


def _skipped(report: Report, view: View, paint: Paint) -> list[str]:
    if not report.skipped:
        return []
    lines = []
    for s in report.skipped:
        lines += wrapped(f"- {terminal(s.path)}: {terminal(s.reason)}{' (read in part)' if s.partial else ''}", view.width)
    return ["", paint.strong("NOT READ, OR READ ONLY IN PART"), "", *lines]


FORMAT = Format("text", ".txt", render)
