"""A little of the fuzzing at every run, and every document that once went wrong: see `python -m tests.fuzz --help`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.damage import damaged
from tests.fuzz.trial import trial
from tests.samples import SAMPLES

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())


@pytest.mark.parametrize("kind", SAMPLES)
@settings(max_examples=40)
@given(seed=st.integers(0, 10**6))
def test_damaged_documents(kind: str, seed: int) -> None:
    trial(*damaged(kind, seed))


@pytest.mark.parametrize("kind", SAMPLES)
@settings(max_examples=25)
@given(data=st.binary(max_size=200))
def test_noise(kind: str, data: bytes) -> None:
    name, sample = SAMPLES[kind]
    trial(name, data)
    trial(name, sample[:60] + data)


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_undamaged_ones_hold_claims(kind: str) -> None:
    name, data = SAMPLES[kind]
    assert trial(name, data) > 10


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_once_went_wrong(path: Path) -> None:
    """The name of a file is `<kind>-<digest>-<name>`; the last says how it is read."""
    trial(path.name.split("-", 2)[2], path.read_bytes())
