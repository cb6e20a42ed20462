"""Runs the table of cases/lineages.toml: which documents of a check count as one source."""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

import pytest

from factcheck import Document, check

TABLE = tomllib.loads((Path(__file__).parent / "cases" / "lineages.toml").read_text("utf-8"))
PASSAGES = TABLE["passages"] | {"VOTE": TABLE["passages"]["vote"].upper(), "mill_wrapped": textwrap.fill(TABLE["passages"]["mill"], 60)}


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["note"])
def test_copies_are_one_source(case: dict) -> None:
    texts = [text.format_map(PASSAGES) for text in case["documents"]]
    for order in (range(len(texts)), range(len(texts))[::-1]):
        report = check([Document(text=texts[n], id=f"d{n}") for n in order])
        lineage = {d.id: d.lineage for d in report.documents}
        letters: dict[str, str] = {}
        groups = "".join(letters.setdefault(lineage[f"d{n}"], chr(ord("a") + len(letters))) for n in range(len(texts)))
        assert groups == case["groups"], lineage


def test_the_table_is_large() -> None:
    assert len(TABLE["case"]) >= 40
