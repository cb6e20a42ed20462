"""Runs the pairs in cases/offices.toml: two papers of one story and the offices they give."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck import Document, check

TABLE = tomllib.loads((Path(__file__).parent / "cases" / "offices.toml").read_text("utf-8"))
COPIED = "The new harbour was opened by {} on Monday before a crowd of fishermen. Pieter Vos and Wanda Ortiz watched."
TOLD = (
    "Fishermen cheered when {} opened the harbour on Monday. Pieter Vos and Wanda Ortiz watched.",
    "In the afternoon it was {} who cut the ribbon. The harbour had cost a fortune, said Pieter Vos. Wanda Ortiz laughed.",
)
WORST = ("conflict", "different-event", "compatible", "agreement")
ENTRIES = [("copied", *entry) for entry in TABLE["copied"]] + [("told", *entry) for entry in TABLE["told"]]


@pytest.mark.parametrize(("how", "a", "b", "verdict"), ENTRIES, ids=lambda value: value)
def test_offices(how: str, a: str, b: str, verdict: str) -> None:
    first, second = (COPIED, COPIED) if how == "copied" else TOLD
    for one, two in ((a, b), (b, a)):
        report = check([Document(text=first.format(one), id="a"), Document(text=second.format(two), id="b")])
        verdicts = {f.verdict for f in report.findings if f.rule == "office-mismatch"}
        assert next((v for v in WORST if v in verdicts), "none") == verdict


def test_the_table_is_large() -> None:
    assert len(ENTRIES) >= 80
