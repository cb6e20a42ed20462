"""Runs every table of cases in cases/extract: what each kind reads, and what it must not read.

A table is named after its kind, or lies in a folder that is. An entry `[[reads_as]]` holds `in`, a list of sentences, and
what every one of them must hold a claim of: `value` (only the keys given are compared; numbers and days as strings, "none"
for nothing), and where wanted `text` (the claim's exact words), `attribute`, `subject`, `detail` and `date`, the day the
sentence was written. An entry `[[finds_nothing]]` holds `in`, sentences without a claim of the kind.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from factcheck.model.document import Document, WrittenOn
from factcheck.pipeline import read_claims

CASES = Path(__file__).parent / "cases" / "extract"


def entries(sort: str) -> list:
    """Every sentence of the entries of one sort, with its kind and its entry, as one test each."""
    found = []
    for path in sorted(CASES.rglob("*.toml")):
        kind = path.stem if path.parent == CASES else path.parent.name
        for entry in tomllib.loads(path.read_text("utf-8")).get(sort, []):
            found += [pytest.param(kind, sentence, entry, id=f"{path.stem}: {sentence}") for sentence in entry["in"]]
    return found


def claims_of(kind: str, sentence: str, written: str | None) -> list:
    """The claims of one kind in a sentence written on a day."""
    given = WrittenOn(date.fromisoformat(written), date.fromisoformat(written), "given") if written else None
    return [c for c in read_claims(Document(sentence, "case", given_date=given)) if c.kind == kind]


def as_said(value: object) -> object:
    """A value as the tables write it."""
    return "none" if value is None else value.isoformat() if isinstance(value, date) else value


def same(found: object, wanted: object) -> bool:
    """Whether a value is the one that a table asks for."""
    if isinstance(found, Decimal):
        try:
            return found == Decimal(str(wanted))
        except InvalidOperation:
            return False
    return as_said(found) == wanted


def fits(claim: object, entry: dict) -> bool:
    """Whether a claim is what an entry asks for."""
    return (
        all(same(getattr(claim.value, key), wanted) for key, wanted in entry.get("value", {}).items())
        and all(same(getattr(claim.detail, key), wanted) for key, wanted in entry.get("detail", {}).items())
        and all(getattr(claim, key) == entry[key] for key in ("text", "attribute", "subject") if key in entry)
    )


def shown(claim: object) -> str:
    """A claim for the message of a failed test."""
    slots = ", ".join(f"{s}={as_said(getattr(claim.value, s))}" for s in claim.value.__slots__)
    return f"“{claim.text}” {claim.attribute} of {claim.subject}: {slots}; {claim.detail!r}"


@pytest.mark.parametrize(("kind", "sentence", "entry"), entries("reads_as"))
def test_reads_as(kind: str, sentence: str, entry: dict) -> None:
    claims = claims_of(kind, sentence, entry.get("date"))
    assert any(fits(claim, entry) for claim in claims), "\n".join(map(shown, claims)) or "no claim"


@pytest.mark.parametrize(("kind", "sentence", "entry"), entries("finds_nothing"))
def test_finds_nothing(kind: str, sentence: str, entry: dict) -> None:
    claims = claims_of(kind, sentence, entry.get("date"))
    assert not claims, "\n".join(map(shown, claims))
