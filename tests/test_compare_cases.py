"""Runs every table of cases in cases/compare: documents, and the verdict that one rule gives on them.

A table is named after its rule. An entry `[[case]]` holds `documents`, texts that are checked against each other, `verdict`,
the worst that the rule finds on them ("none" for nothing), and a `note` on what the case shows.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck import Document, check

CASES = Path(__file__).parent / "cases" / "compare"
WORST = ("conflict", "unsupported", "different-event", "compatible", "agreement")


def entries() -> list:
    """Every case of every table, with its rule, as one test each."""
    return [
        pytest.param(path.stem, entry, id=f"{path.stem}: {entry['note']}")
        for path in sorted(CASES.glob("*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


@pytest.mark.parametrize(("rule", "entry"), entries())
def test_verdict(rule: str, entry: dict) -> None:
    documents = [Document(text=text, id=chr(ord("a") + n), date=entry.get("date")) for n, text in enumerate(entry["documents"])]
    for order in (documents, documents[::-1]):
        found = [f for f in check(order).findings if f.rule == rule]
        verdict = next((v for v in WORST if any(f.verdict == v for f in found)), "none")
        assert verdict == entry["verdict"], [f.message for f in found]
