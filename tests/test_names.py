"""Runs the pairs in cases/names.toml: two papers of one story name somebody in two ways."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck import Document, check

PAIRS = tomllib.loads((Path(__file__).parent / "cases" / "names.toml").read_text("utf-8"))["pairs"]
ONE = "The council of Rowton met on Monday. The new bridge, said {}, will be named after Lena Moss. Pieter Vos was there."
TWO = "In Rowton the council met on Monday, and {} spoke of the bridge that is to be called after Lena Moss. Pieter Vos came too."


def verdict(a: str, b: str) -> str:
    """What the rules on names say of two names in two papers of one story: wrong, one or two."""
    for first, second in ((a, b), (b, a)):
        report = check([Document(text=ONE.format(first), id="a"), Document(text=TWO.format(second), id="b")])
        spelled = [f for f in report.findings if f.rule.startswith("name-") and any(first.split()[-1] in e.text or second.split()[-1] in e.text for e in f.evidence)]
        said = "wrong" if any(f.rule == "name-misspelt" for f in spelled) else "one" if any(len({e.document for e in f.evidence}) > 1 for f in spelled) else "two"
        if (first, second) == (a, b):
            found = said
        elif said != found:
            return f"{found}, or {said} in the other order"
    return found


@pytest.mark.parametrize(("a", "b", "says"), PAIRS, ids=lambda value: value)
def test_pair(a: str, b: str, says: str) -> None:
    assert verdict(a, b) == says


def test_the_table_is_large_and_much_of_it_stays_silent() -> None:
    assert len(PAIRS) >= 120
    assert sum(says != "wrong" for _, _, says in PAIRS) >= len(PAIRS) // 2
