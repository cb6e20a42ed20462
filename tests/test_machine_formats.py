"""The formats that programs read: they keep the standards they name, and nothing from a document acts on who reads them.

Where the published schemas lie beside this repository, the outputs are held against them too.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from sample_report import HOSTILE, finding, hostile_report, many, place, report_of, sample

from factcheck import check
from factcheck.cli.schemas import schema_text
from factcheck.public.report import Notice, Report, Review, SetAside
from factcheck.registry import names
from factcheck.report import render
from factcheck.report.protocol import View

ROOT = Path(__file__).parent.parent
PUBLISHED = ROOT.parent / "shared/schemas"


def with_policy() -> Report:
    """The sample with a suppressed finding, a known one, notices and an editor's review."""
    report = sample()
    first, *rest = report.findings
    aside = (
        SetAside(finding=rest[0], by="suppression", reason="two nights", owner="desk", until=date(2026, 1, 31), where="factcheck.toml"),
        SetAside(finding=rest[1], by="baseline"),
    )
    notices = (
        Notice(rule="suppression-expired", message="the suppression of 5f2b has expired", path="factcheck.toml"),
        Notice(rule="baseline-stale", severity="note", message="1 known finding is gone"),
    )
    review = Review(finding=first.id, side=1, rating=1, label="False", author="The Desk", url="https://example.org/1", reviewed=date(2026, 1, 2))
    summary = report.summary.model_copy(update={"known": 1, "suppressed": 1, "against_baseline": True, "findings": 1})
    return report.model_copy(update={"findings": (first,), "set_aside": aside, "policy": notices, "reviews": (review,), "summary": summary})


REPORTS = {
    "seeds": lambda: check([str(ROOT / "seeds")]),
    "nothing found": lambda: report_of([]),
    "no documents": lambda: report_of([], {}),
    "a thousand findings": many,
    "hostile": hostile_report,
    "policy": with_policy,
}


@cache
def made(name: str) -> Report:
    return REPORTS[name]()


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    return made(request.param)


# SARIF


def runs(report: Report, **view: object) -> dict:
    (run,) = json.loads(render(report, "sarif", View(**view)))["runs"]
    return run


def test_sarif_refers_to_what_is_there(report: Report) -> None:
    run = runs(report, verbose=True)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert len(set(rules)) == len(rules) and len(set(uris)) == len(uris)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is (not report.skipped)
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == len(report.skipped)
    assert len(run["results"]) == len(report.findings) + len(report.set_aside) + len(report.policy)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note", "none")
        assert (result["level"] == "none") is (result.get("kind", "fail") in ("pass", "informational"))
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            physical = location["physicalLocation"]
            assert uris[physical["artifactLocation"]["index"]] == physical["artifactLocation"]["uri"]
            region = physical["region"]
            start = (region["startLine"], region.get("startColumn", 1))
            assert (1, 1) <= start <= (region.get("endLine", start[0]), region.get("endColumn", start[1]))
        ids = [str(location["id"]) for location in result.get("relatedLocations", ())]
        links = re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])
        assert set(links) <= set(ids)
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"].endswith(".") and rule["fullDescription"]["text"] and rule["help"]["text"]


def test_sarif_tells_what_is_pressing_and_all_on_request() -> None:
    report = sample()
    assert [result["kind"] for result in runs(report)["results"]] == ["fail"]
    assert [result["kind"] for result in runs(report, verbose=True)["results"]] == ["fail", "informational", "informational"]


def test_sarif_regions_hold_the_words_they_stand_for() -> None:
    text = "Ein 😀 smile.\r\nThen 12 people\n died, 𝟙 said."
    words = "12 people\n died"
    (result,) = runs(report_of([finding("conflict", "m", [place("a", text, words)])], {"a": text}))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    lines = text.split("\n")
    first, last = lines[region["startLine"] - 1], lines[region["endLine"] - 1]
    assert first[region["startColumn"] - 1 :] + "\n" + last[: region["endColumn"] - 1] == words
    assert text[region["charOffset"] :][: region["charLength"]] == words == region["snippet"]["text"]


def test_sarif_says_what_is_new_known_and_suppressed() -> None:
    new, suppressed, known, *notices = runs(with_policy())["results"]
    assert new["baselineState"] == "new"
    assert known["baselineState"] == "unchanged"
    (mark,) = suppressed["suppressions"]
    assert mark == {"kind": "external", "status": "accepted", "justification": "two nights; owner desk; until 2026-01-31"}
    assert [notice["ruleId"] for notice in notices] == ["suppression-expired", "baseline-stale"]


def test_sarif_keeps_within_what_code_scanning_takes() -> None:
    texts = {f"d{n:04}": f"Then {n} died." for n in range(300)}
    evidence = [place(id, text, text[5:-1], side=n % 2) for n, (id, text) in enumerate(texts.items())]
    one = finding("conflict", "m", evidence)
    run = runs(report_of([one.model_copy(update={"id": f"{n:012x}"}) for n in range(5_100)], texts))
    assert (len(run["results"]), run["properties"]["resultsLeftOut"]) == (5_000, 100)
    assert len(run["results"][0]["relatedLocations"]) == 99


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published schemas do not lie beside this repository")
def test_sarif_is_valid_by_the_published_schema(report: Report) -> None:
    validator = Draft7Validator(json.loads((PUBLISHED / "sarif-schema-2.1.0.json").read_text("utf-8")), format_checker=Draft7Validator.FORMAT_CHECKER)
    for verbose in (False, True):
        log = json.loads(render(report, "sarif", View(verbose=verbose)))
        assert [f"{e.json_path}: {e.message}" for e in validator.iter_errors(log)] == []


# What has been decided


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json", "sarif", "junit"])
def test_what_is_suppressed_is_told_with_its_reason(name: str) -> None:
    shown = render(with_policy(), name)
    assert "two nights" in shown and "5f2b has expired" in shown.replace("\n", " ")


# JUnit


def test_junit_counts_what_it_holds(report: Report) -> None:
    root = ElementTree.fromstring(render(report, "junit"))
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(kind)) == sum(case.find(tag) is not None for case in cases)
    assert len(root.findall(".//error")) == len(report.skipped)
    assert len(root.findall(".//failure")) == sum(f.verdict == "conflict" for f in report.findings)
    assert len(root.findall(".//skipped")) == len(report.set_aside)
    assert len(root.findall(".//testcase")) == len(report.documents) + len(report.skipped) + len(report.findings) + len(report.set_aside) + len(report.policy)


def test_junit_fails_where_the_gate_does() -> None:
    report = many(50, 10)
    for level, failing in (("never", 10), ("conflict", 10), ("warning", 20), ("any", 40)):
        assert len(ElementTree.fromstring(render(report, "junit", View(fail_on=level))).findall(".//failure")) == failing


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published schemas do not lie beside this repository")
@pytest.mark.parametrize("schema", ["junit-ant.xsd", "junit-10.xsd"])
def test_junit_is_valid_by_the_published_schemas(report: Report, schema: str) -> None:
    from lxml import etree

    validator = etree.XMLSchema(etree.parse(str(PUBLISHED / schema)))
    validator.assertValid(etree.fromstring(render(report, "junit").encode()))


# Build servers


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it."""
    level, properties, text = re.fullmatch(r"::([a-z]+) (.*?)::(.*)", line).groups()
    decoded = {}
    for part in properties.split(","):
        name, _, value = part.partition("=")
        decoded[name] = unquote(value)
    return level, decoded, unquote(text)


def test_github_lines_are_one_command_each(report: Report) -> None:
    lines = render(report, "github").splitlines()
    told = [read_command(line) for line in lines]
    assert lines and len(lines) <= 203 + len(report.skipped) + len(report.policy)
    for level, properties, text in told:
        assert level in ("error", "warning", "notice")
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert text and "title" in properties


def test_github_shows_a_document_s_words_as_they_are() -> None:
    text = "It was 50%: 12, or so::yes. Then 12 died."
    one = finding("conflict", "half, 50%: of 12", [place("a:b,c%", text, "12")])
    told = read_command(render(report_of([one], {"a:b,c%": text}), "github").strip())
    assert told[1] == {"file": "a:b,c%.txt", "line": "1", "endLine": "1", "col": "13", "endColumn": "15", "title": "count-mismatch"}
    assert told[2].startswith("half, 50%: of 12")


def test_gitlab_entries_have_what_the_widget_needs(report: Report) -> None:
    entries = json.loads(render(report, "gitlab"))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        location = entry["location"]
        line = location["positions"]["begin"]["line"] if "positions" in location else location["lines"]["begin"]
        assert line >= 1 and location["path"]


def test_gitlab_fingerprints_hold_no_line() -> None:
    def fingerprints(text: str) -> list[str]:
        one = finding("conflict", "m", [place("a", text, "12 died")])
        return [entry["fingerprint"] for entry in json.loads(render(report_of([one], {"a": text}), "gitlab"))]

    assert fingerprints("Then 12 died.") == fingerprints("New.\n\nThen 12 died.")


# Comments


def test_a_comment_is_never_too_long_for_a_forge(report: Report) -> None:
    shown = render(report, "comment")
    assert len(shown) < 62_000
    assert shown.startswith("<!-- factcheck -->\n")


def test_a_comment_calls_nobody() -> None:
    text = "@desk see #12, !7, ~bug and $x$: 12 died."
    shown = render(report_of([finding("conflict", text, [place("a", text, "12 died")])], {"a": text}), "comment")
    assert not re.search(r"(?<![\w&])[@#!~](?=\w)", shown.replace("### ", ""))


def test_a_comment_holds_no_markup_of_a_document() -> None:
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").render(render(hostile_report(), "comment"))
    tags = set(re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", html))
    assert tags <= {"h3", "p", "ul", "ol", "li", "strong", "code", "b", "details", "summary"}


# Claims, facts, reviews


def test_claims_are_lines_valid_by_our_schema() -> None:
    report = check([str(ROOT / "seeds")])
    lines = render(report, "jsonl").splitlines()
    validator = Draft202012Validator(json.loads(schema_text("claim")))
    assert len(lines) == len(report.claims) > 100
    assert [error.message for line in lines for error in validator.iter_errors(json.loads(line))] == []


def test_a_spreadsheet_finds_no_formula(report: Report) -> None:
    shown = render(report, "csv")
    rows = list(csv.reader(io.StringIO(shown, newline="")))
    assert len(rows) == 1 + len(report.findings) + len(report.skipped)
    assert {len(row) for row in rows} == {len(rows[0])}
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%")), cell


def test_the_table_of_facts_names_each_document_s_words() -> None:
    head, first, *_ = csv.reader(io.StringIO(render(sample(), "csv"), newline=""))
    assert dict(zip(head, first, strict=True))["relief"] == '"We had ample warning at all that night,"'


CLAIM = {"@type", "@id", "text", "appearance", "author"}
REVIEW = {"@type", "claimReviewed", "itemReviewed", "author", "reviewRating", "url", "datePublished"}


def test_claim_reviews_keep_the_words_of_their_vocabulary(report: Report) -> None:
    log = json.loads(render(report, "claimreview"))
    assert log["@context"] == "https://schema.org"
    claims = {node["@id"] for node in log["@graph"] if node["@type"] == "Claim"}
    for node in log["@graph"]:
        if node["@type"] == "CreativeWork":
            assert node["description"].startswith("not read")
            continue
        assert node["@type"] in ("Claim", "ClaimReview")
        if node["@type"] == "Claim":
            assert set(node) <= CLAIM and node["text"] and node["appearance"]
        else:
            assert set(node) <= REVIEW and node["itemReviewed"]["@id"] in claims
            rating = node["reviewRating"]
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    assert len([node for node in log["@graph"] if node["@type"] == "ClaimReview"]) == len(report.reviews)


def test_nobody_is_rated_but_by_an_editor() -> None:
    (review,) = [node for node in json.loads(render(with_policy(), "claimreview"))["@graph"] if node["@type"] == "ClaimReview"]
    assert review["claimReviewed"].startswith('"We had ample warning')
    assert (review["author"]["name"], review["reviewRating"]["alternateName"], review["datePublished"]) == ("The Desk", "False", "2026-01-02")


def test_hostile_words_stay_words() -> None:
    assert "<script>" in HOSTILE
    root = ElementTree.fromstring(render(hostile_report(), "junit"))
    assert {element.tag for element in root.iter()} <= {"testsuites", "testsuite", "testcase", "properties", "failure", "error", "system-out", "system-err"}
    assert any("<script>" in (element.get("message") or "") for element in root.iter("failure"))


# From files to files, by the real command


EVIL = (
    "=1+1 ::error file=x::y <script>alert(1)</script> {{ 7*7 }} \x1b]0;title\x07 ##[error]z @desk\n\n"
    "LEEDS, May 3, 2023 - A fire at <b>a warehouse</b> in Leeds on Tuesday killed 12 people, |the| police said.\n"
)


def test_one_run_writes_every_format_and_none_lets_a_document_act(tmp_path: Path) -> None:
    (tmp_path / "=a,b%;::c::.txt").write_text(EVIL, "utf-8")
    (tmp_path / "<b>.txt").write_text(EVIL.replace("12", "14"), "utf-8")
    outputs = [part for name in names("FORMAT") for part in ("--output", f"{name}=out/{name}")]
    command = [sys.executable, "-m", "factcheck", "check", "=a,b%;::c::.txt", "<b>.txt", *outputs]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert done.returncode == 1 and done.stdout == b""
    written = {name: (tmp_path / "out" / name).read_bytes().decode() for name in names("FORMAT")}
    for name, text in written.items():
        assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]", text), name
        assert "##[" not in text, name
        assert name == "github" or not re.search(r"^\s*::[a-z-]+.*::", text, re.MULTILINE), name
    for line in written["github"].splitlines():
        assert read_command(line)[0] in ("error", "warning", "notice")
    (run,) = json.loads(written["sarif"])["runs"]
    assert {unquote(artifact["location"]["uri"]) for artifact in run["artifacts"]} == {"=a,b%;::c::.txt", "<b>.txt"}
    assert ElementTree.fromstring(written["junit"]).find(".//failure") is not None
    for row in csv.reader(io.StringIO(written["csv"], newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
    for name in ("json", "gitlab", "claimreview"):
        json.loads(written[name])
    assert all(json.loads(line)["kind"] for line in written["jsonl"].splitlines())
    assert written["html"].count("<script>") == 1 and "<b>" not in written["html"]


if __name__ == "__main__":  # writes what the official validator is run over
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in REPORTS:
        for verbose in (False, True):
            path = folder / f"{name.replace(' ', '-')}{'-verbose' if verbose else ''}.sarif"
            path.write_text(render(made(name), "sarif", View(verbose=verbose)), "utf-8")
