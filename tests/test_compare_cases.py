"""Runs every table of cases in cases/compare: documents, and the verdict that one rule gives on them.

A table is named after its rule. An entry `[[case]]` holds `documents`, texts that are checked against each other (or tables
with `text` and what else is known: `date`, `url`, `title`, `publisher`), `verdict`, the worst that the rule finds on them
("none" for nothing), and a `note` on what the case shows. `date` is the day of all that name none. With `command = "verify"`
the first document is a draft and the others are its sources; with "diff" they are two versions, and `change` may say what
became of a fact between them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck import Document, check, diff, verify

CASES = Path(__file__).parent / "cases" / "compare"
WORST = ("conflict", "changed", "removed", "added", "unsupported", "different-event", "compatible", "agreement")


def entries() -> list:
    """Every case of every table, with its rule, as one test each."""
    return [
        pytest.param(path.stem, entry, id=f"{path.stem}: {entry['note']}")
        for path in sorted(CASES.glob("*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


def documents_of(entry: dict) -> list[Document]:
    """The documents of a case, named a, b, c."""
    made = []
    for n, given in enumerate(entry["documents"]):
        known = {"text": given} if isinstance(given, str) else dict(given)
        known = {"id": chr(ord("a") + n), "date": entry.get("date")} | known
        made.append(Document(**known))
    return made


def reports(entry: dict) -> list:
    """The report on a case: where order means nothing, in both orders."""
    documents = documents_of(entry)
    command = entry.get("command", "check")
    if command == "verify":
        return [verify(documents[0], documents[1:])]
    if command == "diff":
        return [diff(*documents)]
    return [check(documents), check(documents[::-1])]


@pytest.mark.parametrize(("rule", "entry"), entries())
def test_verdict(rule: str, entry: dict) -> None:
    for report in reports(entry):
        found = [f for f in report.findings if f.rule == rule]
        verdict = next((v for v in WORST if any(f.verdict == v for f in found)), "none")
        assert verdict == entry["verdict"], [f.message for f in found]
        if "change" in entry:
            assert entry["change"] in [f.change for f in found], [(f.change, f.message) for f in found]
