"""Runs the news texts in cases/news/quotations.toml: that every direct quotation in them is found, and who speaks it.

An entry `[[story]]` holds `text` and `marks`, pairs of the words a quotation begins with, in the order of the text, and its
speaker: a word that the speaker as read has to hold, several of which any will do parted by bars; empty where nobody is said to
speak it, so that it is no speech or has no speaker.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck.model.document import Document
from factcheck.pipeline import read_claims

STORIES = tomllib.loads((Path(__file__).parent / "cases" / "news" / "quotations.toml").read_text("utf-8"))["story"]


def read(story: dict) -> tuple[list[str], list[str]]:
    """The quotations that are not found, and those that are given to somebody else."""
    text = story["text"]
    claims = [c for c in read_claims(Document(text, "story")) if c.kind == "quotation"]
    missing, wrong, at = [], [], 0
    for words, who in story["marks"]:
        start = text.index(words, at)
        at = start + len(words)
        claim = next((c for c in claims if c.start <= start < c.end and start - c.start <= 2), None)
        if claim is None:
            missing.append(words)
            continue
        speaker = claim.value.speaker or ""
        right = any(w.lower() in speaker.lower() for w in who.split("|")) if who else not speaker or claim.detail.style != "speech"
        if not right:
            wrong.append(f"{words}: {speaker!r} and not {who!r}")
    return missing, wrong


@pytest.mark.parametrize("story", STORIES, ids=[s["style"] for s in STORIES])
def test_every_quotation_has_its_speaker(story: dict) -> None:
    assert read(story) == ([], [])


def test_the_texts_are_of_many_styles() -> None:
    assert len({s["style"] for s in STORIES}) >= 30
    assert sum(len(s["marks"]) for s in STORIES) >= 120
