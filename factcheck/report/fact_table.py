"""The facts by the documents: a row for each finding, a column for each document, in each cell the words found there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.escape import terminal

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Report


class Cell(NamedTuple):
    """What one document says of one fact: each wording once, with the side that it stands on, and by wording the first claim."""

    words: tuple[tuple[str, int], ...]
    rest: int = 0
    claims: Mapping[str, str | None] = MappingProxyType({})


class Row(NamedTuple):
    """One fact: what it is about, the finding's place in the report, the cells by document, and the wordings of all.

    Where there are too many documents for columns, a table shows the wordings instead.
    """

    fact: str
    number: int
    finding: Finding
    cells: dict[str, Cell]
    wordings: tuple[tuple[str, int], ...] = ()
    more_wordings: int = 0


def fact_rows(report: Report, *, most: int, wordings: int = 4) -> list[Row]:
    """The first `most` findings as rows, with at most `wordings` in a cell."""
    return [_row(number, finding, wordings) for number, finding in enumerate(report.findings[:most], 1)]


def _row(number: int, finding: Finding, most: int) -> Row:
    by_document: dict[str, dict[str, int]] = {}
    all_words: dict[str, int] = {}
    claims: dict[str, dict[str, str | None]] = {}
    for evidence in finding.evidence:
        words = terminal(evidence.text).strip()
        by_document.setdefault(evidence.document, {}).setdefault(words, evidence.side)
        all_words.setdefault(words, evidence.side)
        claims.setdefault(evidence.document, {}).setdefault(words, evidence.claim)
    cells = {
        document: Cell(tuple(words.items())[:most], max(0, len(words) - most), claims[document])
        for document, words in by_document.items()
    }
    fact = finding.attribute or finding.rule.replace("-", " ")
    shown = 2 * most
    return Row(fact, number, finding, cells, tuple(all_words.items())[:shown], max(0, len(all_words) - shown))


def short_names(ids: list[str], width: int) -> dict[str, str]:
    """Names for columns, at most `width` long where that tells them apart."""
    shown = {id: terminal(id) for id in ids}
    for shorten in (_head, _both_ends):
        names = {id: shorten(name, width) for id, name in shown.items()}
        if len(set(names.values())) == len(ids):
            return names
    return {
        id: f"{number} {_head(name, max(1, width - 4))}" for number, (id, name) in enumerate(shown.items(), 1)
    }


def _head(name: str, width: int) -> str:
    return name if len(name) <= width else name[: width - 1] + "…"


def _both_ends(name: str, width: int) -> str:
    if len(name) <= width:
        return name
    tail = (width - 1) // 2
    return f"{name[: width - 1 - tail]}…{name[len(name) - tail :]}"
