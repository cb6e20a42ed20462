"""How two quotations relate by their words, and the laws that hold for any two."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.quotation_links import quotation_groups
from factcheck.compare.wordings import ALTERED, SAME, relate
from factcheck.extract.tokens import Tokens
from factcheck.extract.wording import normalised
from factcheck.model.claim import Claim
from factcheck.model.value import Wording

CASES = tomllib.loads((Path(__file__).parent / "cases" / "wordings.toml").read_text("utf-8"))
SAID = "we will not sell the old yard in the harbour 12 but twelve ships a year can't leave it, they’d be lost … [the] crew".split()


def wording(text: str, speaker: str | None = None) -> Wording:
    """A quotation of these words."""
    tokens = Tokens(text)
    words, gaps = normalised(tokens, 0, len(tokens) - 1) if len(tokens) else ((), ())
    return Wording(text, speaker, words, gaps)


@pytest.mark.parametrize("entry", CASES["relates"], ids=lambda e: f"{e['a']} | {e['b']}"[:90])
def test_relates(entry: dict) -> None:
    found = relate(wording(entry["a"]), wording(entry["b"]))
    assert found.relation == entry["relation"], found.blocks
    if "differing" in entry:
        assert [[op, " ".join(x), " ".join(y)] for op, x, y in found.differing] == entry["differing"]


@pytest.mark.parametrize("entry", CASES["normalised"], ids=lambda e: e["text"])
def test_normalised(entry: dict) -> None:
    found = wording(entry["text"])
    assert list(found.words) == entry["words"]
    assert list(found.gaps) == entry["gaps"]


spoken = st.lists(st.sampled_from(SAID), min_size=1, max_size=25).map(" ".join)


@given(spoken)
def test_a_quotation_agrees_with_itself(text: str) -> None:
    said = wording(text)
    if said.words:
        assert relate(said, said).relation == SAME


@given(st.lists(st.sampled_from(SAID), min_size=3, max_size=25), st.data())
def test_cutting_the_ends_never_makes_a_conflict(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 2))
    last = data.draw(st.integers(first + 1, len(words)))
    whole, part = wording(" ".join(words)), wording(" ".join(words[first:last]))
    assert relate(whole, part).relation != ALTERED


@given(spoken, spoken)
def test_order_never_matters(a: str, b: str) -> None:
    x, y = wording(a), wording(b)
    assert relate(x, y).relation == relate(y, x).relation


def claim(text: str, document: str, speaker: str | None) -> Claim:
    """A claim of a quotation."""
    return Claim(document, "quotation", 0, len(text), text, wording(text, speaker), "quotation")


def test_groups_join_what_shares_words_and_part_what_does_not() -> None:
    mayor = "We will rebuild the school before the autumn"
    claims = [
        claim(mayor, "a", "Ben Cole"),
        claim(mayor + ", and the bridge", "b", "Cole"),
        claim("rebuild", "c", "Cole"),
        claim("rebuild", "d", "Ada Obi"),
        claim("The storm took the roof of the church", "e", "Ada Obi"),
    ]
    groups = quotation_groups(claims, lambda c: frozenset())
    assert [[c.document for c in group] for group in groups] == [["a", "b", "c"]]
