"""schemas/ equals the models, and whatever is written is valid against it."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sample_report import hostile_report, many, report_of, sample

from factcheck.cli.baseline import baseline_of
from factcheck.cli.schemas import SCHEMAS, schema_text
from factcheck.config import settings_from
from factcheck.errors import ConfigError
from factcheck.public.report import Claim, Document
from factcheck.public.values import Quantity
from factcheck.report import render

ROOT = Path(__file__).parent.parent
VALIDATORS = {
    name: Draft202012Validator(
        json.loads(schema_text(name)), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    for name in SCHEMAS
}


def faults(name, instance):
    """What is wrong with an instance, by one of our schemas."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[name].iter_errors(instance)]


def check(*arguments):
    """The JSON that the command prints."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_files_are_the_models(name):
    file = ROOT / "schemas" / f"{name}.schema.json"
    assert file.read_text("utf-8") == schema_text(name), "run `make schemas`"
    Draft202012Validator.check_schema(json.loads(file.read_text("utf-8")))


def test_every_file_is_one_of_ours():
    assert {path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").glob("*.json")} == set(
        SCHEMAS
    )
    readme = (ROOT / "schemas/README.md").read_text("utf-8")
    assert all(f"`{name}.schema.json`" in readme for name in SCHEMAS)


def test_the_command_prints_the_files():
    for name in SCHEMAS:
        command = [sys.executable, "-m", "factcheck", "schema", name]
        shown = subprocess.run(command, capture_output=True, check=True).stdout
        assert shown == (ROOT / "schemas" / f"{name}.schema.json").read_bytes()
    names = subprocess.run(command[:-1], capture_output=True, check=True).stdout.decode().split()
    assert names == list(SCHEMAS)


def test_the_command_writes_the_files(tmp_path):
    folder = tmp_path / "made/here"
    subprocess.run([sys.executable, "-m", "factcheck", "schema", "--write", str(folder)], check=True)
    assert {path.name for path in folder.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}


# Reports


@pytest.mark.parametrize(
    "report",
    [sample(), report_of([]), report_of([], {}), many(), hostile_report()],
    ids=["sample", "nothing found", "no documents", "a thousand findings", "hostile"],
)
def test_a_report_made_by_hand_is_valid(report):
    assert faults("report", json.loads(render(report, "json"))) == []
    assert faults("report", json.loads(report.model_dump_json())) == []
    assert faults("baseline", json.loads(baseline_of(report))) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "seeds"],
        ["check", "seeds", "missing.txt"],
        ["check", "seeds/000_b29319f36c9bc5cb.txt", "--as-of", "2022-11-21"],
        ["verify", "seeds/001_28dff82cf651b50f.txt", "--sources", "seeds"],
        ["diff", "seeds/000_b29319f36c9bc5cb.txt", "seeds/001_28dff82cf651b50f.txt"],
    ],
    ids=" ".join,
)
def test_what_the_command_writes_is_valid(arguments):
    report = check(*arguments, "--format", "json")
    assert faults("report", report) == []
    for finding in report["findings"]:
        assert faults("finding", finding) == []
    for claim in report["claims"]:
        assert faults("claim", claim) == []


def test_what_extract_writes_is_valid():
    command = [sys.executable, "-m", "factcheck", "extract", "seeds"]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.splitlines()
    assert len(lines) > 50
    assert [fault for line in lines for fault in faults("claim", json.loads(line))] == []


decimals = st.none() | st.decimals(allow_nan=False, allow_infinity=False)


@given(decimals, decimals, decimals)
def test_every_decimal_is_written_as_its_schema_says(low, high, written):
    value = Quantity(low=low, high=high, written_value=written)
    claim = Claim(id="x", document="d", kind="count", text="1", start=0, end=1, attribute="a", value=value)
    dumped = json.loads(claim.model_dump_json())
    assert faults("claim", dumped) == []
    assert low is None or Decimal(dumped["value"]["low"]) == low


def test_a_wrong_report_is_not_valid():
    report = json.loads(render(sample(), "json"))
    assert faults("report", report | {"schema_version": "2"})
    assert faults("report", {name: part for name, part in report.items() if name != "findings"})
    date = report["documents"][0]["date"]
    assert faults(
        "report", report | {"documents": [report["documents"][0] | {"date": date | {"start": "2024-99-99"}}]}
    )
    value = report["claims"][0]["value"]
    assert faults("claim", report["claims"][0] | {"value": value | {"low": 12}})
    assert faults("claim", report["claims"][0] | {"value": value | {"low": "twelve"}})


# What is handed in


@pytest.mark.parametrize(
    "document",
    [
        {"text": "x"},
        {"text": "x", "id": None, "date": None},
        Document(text="x", date="2022-11-21", url="u:").model_dump(),
    ],
)
def test_a_document_is_valid_with_its_text_alone(document):
    assert faults("document", document) == []
    Document(**document)


@pytest.mark.parametrize("document", [{}, {"text": 1}, {"text": "x", "author": "y"}])
def test_a_wrong_document_is_not_valid(document):
    assert faults("document", document)
    with pytest.raises(ValueError, match="validation error"):
        Document(**document)


@pytest.mark.parametrize(
    ("settings", "valid"),
    [
        ({}, True),
        (
            {"select": ["a"], "ignore": [], "fail-on": "any", "as-of": "2022-11-21", "baseline": "b.json"},
            True,
        ),
        ({"fail_on": "any"}, False),
        ({"fail-on": "all"}, False),
        ({"as-of": "soon"}, False),
        ({"select": "a"}, False),
    ],
)
def test_settings_and_their_schema_agree(settings, valid):
    assert (faults("settings", settings) == []) is valid
    if valid:
        settings_from(settings, "x")
    else:
        with pytest.raises(ConfigError):
            settings_from(settings, "x")


def test_every_setting_is_described():
    def described(schema):
        assert schema.get("description") or "items" in schema or "enum" in schema or "title" in schema, schema
        for part in (*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])):
            described(part)

    described(json.loads(schema_text("settings")))
