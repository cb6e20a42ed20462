"""What the HTML page shows: the report arranged for reading, every finding with what it is filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.annotate import LONGEST_OF_ALL, Annotated, Link, annotated
from factcheck.report.copies import Copies, copies
from factcheck.report.dates import basis, written
from factcheck.report.escape import terminal
from factcheck.report.excerpt import Passage, around_marked, passages
from factcheck.report.fact_table import Row, fact_rows, short_names
from factcheck.report.normalised import normalised
from factcheck.report.timeline import Timeline, timeline
from factcheck.report.verdicts import IN_WORDS, Section, counted, draft_coverage, sections, tally, title

if TYPE_CHECKING:
    from factcheck.public.report import Claim, Finding, Report, ReportDocument

MOST_DECISIONS, MOST_FINDINGS, MOST_PASSAGES, MOST_ROWS, MOST_COLUMNS, MOST_DOCUMENTS, MOST_OFFERED = 400, 3_000, 24, 3_000, 12, 300, 300
OPEN_DECISIONS = 12  # shown unfolded


class Side(NamedTuple):
    """Those who say one thing: who, how many of them independent, the first passage of each origin, and the copies' ones."""

    number: int
    said_by: str
    shown: tuple[Passage, ...]
    folded: tuple[Passage, ...]


class Item(NamedTuple):
    """One finding; kinds, documents: what it is filtered by, the documents by their numbers and only those that are offered."""

    number: int
    anchor: str
    finding: Finding
    verdict: str
    section: str
    kinds: tuple[str, ...]
    documents: tuple[int, ...]
    sides: tuple[Side, ...]
    rest: int


class Part(NamedTuple):
    """One section and the items shown of it."""

    section: Section
    items: tuple[Item, ...]
    rest: int


class Words(NamedTuple):
    """A wording in a cell: the words, its side, what they mean in figures, and who is named as their source."""

    text: str
    side: int
    normal: str
    speaker: str


class Text(NamedTuple):
    """The marked text of one document."""

    document: ReportDocument
    number: int
    body: Annotated


class Choice(NamedTuple):
    """One value of a filter and how many findings have it."""

    value: str
    label: str
    number: int


class Web(NamedTuple):
    """Everything the template needs."""

    title: str
    tally: list[tuple[str, str]]
    draft: str
    decisions: list[Item]
    more_decisions: int
    parts: list[Part]
    rows: list[tuple[Row, Item]]
    more_rows: int
    cells: dict[tuple[int, str], list[Words]]
    columns: dict[str, str]
    documents: list[ReportDocument]
    more_documents: int
    numbers: dict[str, int]
    dates: dict[str, tuple[str, str]]
    timeline: Timeline | None
    copies: Copies
    texts: list[Text]
    places: frozenset[str]
    filters: dict[str, list[Choice]]


def web_page(report: Report, texts: Mapping[str, str], quoted: int) -> Web:
    """Arrange a report; texts: of the documents by id, as far as they are at hand; quoted: see `View`."""
    claims = {claim.id: claim for claim in report.claims}
    numbers = {document.id: n for n, document in enumerate(report.documents, 1)}
    lineages = {document.id: document.lineage or document.id for document in report.documents}
    made = _items(report, claims, numbers, lineages, quoted)
    parts = [_part(section, made) for section in sections(report)]
    shown = [item for part in parts for item in part.items]
    pressing = [item for part in parts if part.section.pressing for item in part.items]
    all_pressing = sum(len(part.section.findings) for part in parts if part.section.pressing)
    links = _links(shown)
    rows = [(row, made[id(row.finding)]) for row in fact_rows(report, most=MOST_ROWS) if id(row.finding) in made]
    ids = list(numbers)
    wide = len(ids) <= MOST_COLUMNS
    bodies = _texts(report, texts, links, numbers)
    return Web(
        title(report),
        tally(report),
        draft_coverage(report),
        pressing[:MOST_DECISIONS],
        all_pressing - len(pressing[:MOST_DECISIONS]),
        parts,
        rows,
        len(report.findings) - len(rows),
        {(row.number, id): _words(row, id, claims) for row, _ in rows for id in row.cells} if wide else {},
        short_names(ids, 18) if wide else {},
        list(report.documents[:MOST_DOCUMENTS]),
        max(0, len(ids) - MOST_DOCUMENTS),
        numbers,
        {document.id: (written(document.date), basis(document.date)) for document in report.documents},
        timeline(report, {claim: link.anchor for claim, link in links.items()}),
        copies(report),
        bodies,
        frozenset(stretch.place for text in bodies for stretch in text.body.stretches if stretch.place),
        _filters(shown, report),
    )


def _items(report: Report, claims: Mapping[str, Claim], numbers: Mapping[str, int], lineages: Mapping[str, str], quoted: int) -> dict[int, Item]:
    """Every finding that is shown, by the identity of its object."""
    made: dict[int, Item] = {}
    seen: Counter[str] = Counter()
    named = Counter(document for finding in report.findings for document in {e.document for e in finding.evidence})
    offered = {document for document, _ in sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_OFFERED]}
    for number, finding in enumerate(report.findings[: 2 * MOST_FINDINGS], 1):
        seen[finding.id] += 1
        nth = seen[finding.id]
        anchor = f"finding-{finding.id}" + (f"-{nth}" if nth > 1 else "")
        found = passages(finding, most=MOST_PASSAGES, limit=quoted)
        kinds = tuple(dict.fromkeys(claims[e.claim].kind for e in finding.evidence if e.claim in claims))
        documents = tuple(dict.fromkeys(numbers[e.document] for e in finding.evidence if e.document in offered and e.document in numbers))
        sides = _sides(finding, found.shown, lineages)
        made[id(finding)] = Item(number, anchor, finding, IN_WORDS[finding.verdict], "", kinds, documents, sides, found.rest)
    return made


def _part(section: Section, made: dict[int, Item]) -> Part:
    shown = []
    for finding in section.findings[:MOST_FINDINGS]:
        item = made.get(id(finding))
        if item is not None:
            made[id(finding)] = item._replace(section=section.key)
            shown.append(made[id(finding)])
    return Part(section, tuple(shown), len(section.findings) - len(shown))


def _sides(finding: Finding, shown: tuple[Passage, ...], lineages: Mapping[str, str]) -> tuple[Side, ...]:
    """The passages by side, numbered anew from 0 without gaps, for their colours."""
    tellers: dict[int, dict[str, None]] = {}
    for evidence in finding.evidence:
        tellers.setdefault(evidence.side, {}).setdefault(evidence.document)
    by_side: dict[int, list[Passage]] = {}
    for passage in shown:
        by_side.setdefault(passage.side, []).append(passage)
    order = sorted(by_side)
    if len(order) == 2:
        a, b = by_side[order[0]][0], by_side[order[1]][0]
        by_side[order[0]][0], by_side[order[1]][0] = around_marked(a, b), around_marked(b, a)
    sides = []
    for n, side in enumerate(order):
        first: dict[str, Passage] = {}
        folded = []
        for passage in by_side[side]:
            if first.setdefault(lineages.get(passage.document, passage.document), passage) is not passage:
                folded.append(passage)
        sides.append(Side(n, _said_by(list(tellers[side]), lineages), tuple(first.values()), tuple(folded)))
    return tuple(sides)


def _said_by(documents: list[str], lineages: Mapping[str, str]) -> str:
    """ "3 documents, 1 independent source: AFP"; empty for a single document, which its passage names."""
    if len(documents) < 2:
        return ""
    origins = Counter(lineages.get(id, id) for id in documents)
    named = [f"{origin} ({n})" if n > 1 else origin for origin, n in origins.most_common(6)]
    more = f" and {len(origins) - 6} more" if len(origins) > 6 else ""
    return f"{counted(len(documents), 'document')}, {counted(len(origins), 'independent source')}: {', '.join(named)}{more}"


def _links(items: list[Item]) -> dict[str, Link]:
    """For every claim the worst finding that rests on it."""
    links: dict[str, Link] = {}
    for item in items:  # in the order of concern
        for evidence in item.finding.evidence:
            if evidence.claim:
                links.setdefault(evidence.claim, Link(item.anchor, item.finding.verdict, item.number))
    return links


def _words(row: Row, document: str, claims: Mapping[str, Claim]) -> list[Words]:
    cell = row.cells[document]
    found = []
    for text, side in cell.words:
        claim = claims.get(cell.claims.get(text) or "")
        normal = normalised(claim) if claim is not None else ""
        found.append(Words(text, side, "" if normal.casefold() == text.casefold() else normal, (claim.attribution or "") if claim is not None else ""))
    return found


def _texts(report: Report, texts: Mapping[str, str], links: Mapping[str, Link], numbers: Mapping[str, int]) -> list[Text]:
    claims: dict[str, list[Claim]] = {}
    for claim in report.claims:
        claims.setdefault(claim.document, []).append(claim)
    found, room = [], LONGEST_OF_ALL
    for document in report.documents:
        if document.id in texts and room > 0:
            number = numbers[document.id]
            body = annotated(texts[document.id], claims.get(document.id, []), links, f"at-{number}", room)
            room -= document.characters - body.rest
            found.append(Text(document, number, body))
    return found


def _filters(items: list[Item], report: Report) -> dict[str, list[Choice]]:
    verdicts = Counter(item.finding.verdict for item in items)
    kinds = Counter(kind for item in items for kind in item.kinds)
    rules = Counter(item.finding.rule for item in items)
    documents = Counter(n for item in items for n in item.documents)
    names = {str(n): terminal(document.id) for n, document in enumerate(report.documents, 1)}
    return {
        "verdict": [Choice(v, words, verdicts[v]) for v, words in IN_WORDS.items() if v in verdicts],
        "kind": [Choice(k, k, n) for k, n in sorted(kinds.items())],
        "document": [Choice(str(k), names[str(k)], n) for k, n in sorted(documents.items())],
        "rule": [Choice(r, r, n) for r, n in sorted(rules.items())],
    }
