"""Every limit has the default that is promised, can be set, and where it fires is told by its name and how to raise it."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck import Document, check
from factcheck.compare import protocol
from factcheck.config import Settings
from factcheck.limits import MEANINGS, Limits, field_of
from factcheck.patience import patience
from factcheck.registry import names
from factcheck.report import render
from factcheck.report.protocol import View
from tests.samples import packed, page, pdf

DEFAULTS = {
    "document-bytes": 50_000_000,
    "inflated-bytes": 100_000_000,
    "inflation-ratio": 200,
    "pages": 2_000,
    "page-lines": 2_000,
    "depth": 256,
    "entries": 10_000,
    "claims": 100_000,
    "seconds": 20,
    "memory": 700_000_000,
    "sentence": 2_000,
    "pairs": 1_000_000,
    "rule-seconds": 1,
    "rule-timeouts": 3,
    "sarif-results": 5_000,
    "quoted": 300,
}
TWO = [Document(text=f"LEEDS, 3 May 2023. A fire at a warehouse in Leeds on Tuesday killed {n} people, the police said.", id=id) for id, n in (("a", 12), ("b", 14))]
TRAP = Document(text="LEEDS, 3 May 2023. A spell was cast in Leeds, where 7 owls were lost.", id="trap")


def test_all_limits_have_the_promised_defaults() -> None:
    assert {name: getattr(Limits(), field_of(name)) for name in MEANINGS} == DEFAULTS
    assert {field_of(name) for name in MEANINGS} == set(Limits._fields)


def test_they_are_shown_as_they_hold(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("[limits]\npairs = 7\n")
    done = subprocess.run([sys.executable, "-m", "factcheck", "--show-limits"], cwd=tmp_path, capture_output=True, text=True, check=True)
    shown = {line.split()[0]: int(line.split()[1].replace(",", "")) for line in done.stdout.splitlines()}
    assert shown == DEFAULTS | {"pairs": 7}


# Name → a file over which a limit fires, and how low the limit is.
FIRED: dict[str, tuple[str, bytes, int]] = {
    "document-bytes": ("big.txt", b"12 people died in Leeds. " * 5_000, 100_000),
    "inflated-bytes": ("packed.txt.gz", packed(b"12 people died in Leeds. " * 20_000), 400_000),
    "pages": ("pages.pdf", pdf(2), 1),
    "page-lines": ("lines.pdf", pdf(lines=("12 people died in Leeds.",) * 9), 8),
    "depth": ("deep.html", page("<div>" * 60 + "<p>12 people died in Leeds.</p>").encode(), 50),
    "entries": ("rows.csv", b"text\n" + b"12 people died in Leeds.\n" * 30, 25),
    "claims": ("claims.txt", b"12 people died in Leeds, and 14 in Hull.\n\n" * 60, 200),
}


def test_a_limit_that_fires_is_told_in_every_format_and_by_the_status(tmp_path: Path) -> None:
    for name, data, _ in FIRED.values():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TWO[0].text)
    limits = [f"--limit={limit}={number}" for limit, (_, _, number) in FIRED.items()]
    formats = [format for format in names("FORMAT") if format != "comment"]  # which is short, and says how many there are
    done = subprocess.run([sys.executable, "-m", "factcheck", "check", ".", *limits, *[f"--output={format}=out/{format}" for format in formats]], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == len(FIRED)
    for format in formats:
        text = re.sub(r"\\(.)", r"\1", html.unescape(" ".join((tmp_path / "out" / format).read_text("utf-8").split())))
        for limit, (name, _, number) in FIRED.items():
            assert f"(the limit {limit}, {number:,}); raise it with --limit {limit}=NUMBER" in text, (format, limit)
            assert name in text
    (tmp_path / "factcheck.toml").write_text("[limits]\npage-lines = 9\n")
    assert subprocess.run([sys.executable, "-m", "factcheck", "check", "lines.pdf", "--fail-on", "never"], cwd=tmp_path, capture_output=True, check=False).stderr == b""


# Rules that take too long


def spell(name: str, on: str, seen: list[str] | None = None) -> protocol.Rule:
    """A rule that never ends over documents that hold a word, and finds nothing."""

    def find(case: Any) -> Iterator[Any]:
        for telling in case.alignment.tellings:
            try:
                while on in telling.document.text:
                    pass
            except Exception:  # what takes any error for its own is stopped all the same
                while on in telling.document.text:
                    pass
        if seen is not None:
            seen.append(name)
        return iter(())

    return protocol.Rule(name, "never ends", find)


@pytest.fixture
def spells(monkeypatch: pytest.MonkeyPatch) -> list[protocol.Rule]:
    """Rules that run besides the package's own."""
    from factcheck import pipeline
    from factcheck.compare import chosen_rules
    from factcheck.compare import patience as times

    more: list[protocol.Rule] = []
    monkeypatch.setattr(pipeline, "chosen_rules", lambda *asked: (*more, *chosen_rules(*asked)))
    monkeypatch.setattr(times, "_AT_FIRST", 1)
    monkeypatch.setattr(times, "patience", lambda seconds: patience(seconds / 5))  # each second is a fifth of one
    return more


def test_a_rule_that_does_not_end_over_one_document_costs_the_others_nothing(spells: list[protocol.Rule]) -> None:
    seen: list[str] = []
    spells.append(spell("spell-one", "A spell", seen))
    report = check([*TWO, TRAP])
    assert [(item.path, item.reason, item.partial) for item in report.skipped] == [
        ("trap", "was not checked by spell-one, which took too long over it (the limit rule-seconds, 1); raise it with --limit rule-seconds=NUMBER", True)
    ]
    assert seen and {document.id for document in report.documents} == {"a", "b", "trap"}
    spells.clear()
    assert report.findings == check([*TWO, TRAP]).findings


def test_a_document_that_several_rules_do_not_end_over_is_left_out(spells: list[protocol.Rule]) -> None:
    spells += [spell(f"spell-{n}", "A spell") for n in ("one", "two")]
    report = check([*TWO, TRAP], Settings(limits=Limits(rule_timeouts=2)))
    assert [(item.path, item.reason, item.partial) for item in report.skipped] == [
        ("trap", "was left out: 2 rules took too long over it (spell-one, spell-two) (the limit rule-timeouts, 2); raise it with --limit rule-timeouts=NUMBER", False)
    ]
    assert {document.id for document in report.documents} == {"a", "b"}
    assert report.findings == check(TWO).findings
    for format in names("FORMAT"):
        if format != "jsonl":
            assert "rule-timeouts" in render(report, format, View()) or format == "comment", format


def test_a_rule_that_does_not_end_over_all_together_is_left_out(spells: list[protocol.Rule], monkeypatch: pytest.MonkeyPatch) -> None:
    def find(case: Any) -> Iterator[Any]:
        while len(case.alignment.tellings) > 1:
            pass
        return iter(())

    spells.append(protocol.Rule("spell-two", "never ends", find))
    report = check(TWO)
    assert [item.path for item in report.skipped] == ["(all documents)"]
    assert "spell-two" in report.skipped[0].reason and "(the limit rule-seconds, 1)" in report.skipped[0].reason
    assert any(finding.verdict == "conflict" for finding in report.findings)


def test_in_a_thread_of_a_caller_there_is_no_clock() -> None:
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(check(TWO)))
    thread.start()
    thread.join()
    assert found == [check(TWO)]


# The others


def test_claims_beyond_the_pairs_that_are_looked_at_are_told() -> None:
    cities = ("Leeds", "York", "Hull", "Bath", "Derby", "Truro")
    documents = [Document(text=f"{city}, 3 May 2023. A fire near the old mill of Mr Harker in {city} killed {n} people.", id=f"{city}{n}") for n in (31, 42, 53) for city in cities]
    assert not check(documents).skipped
    report = check(documents, Settings(limits=Limits(pairs=2)))
    assert report.skipped
    for item in report.skipped:
        assert item.partial
        assert item.reason.endswith("of its claims were held against no others (the limit pairs, 2); raise it with --limit pairs=NUMBER")


def test_a_sentence_without_end_is_read_in_pieces_and_that_is_told() -> None:
    text = "The flood took " + "12 men and 4 cows and " * 300 + "a mill."
    report = check([Document(text=text, id="run"), *TWO])
    (found,) = [document for document in report.documents if document.id == "run"]
    assert found.notices == ("holds 1 sentence without an end, each read in pieces (the limit sentence, 2,000); raise it with --limit sentence=NUMBER",)
    assert sum(claim.kind == "count" for claim in report.claims if claim.document == "run") == 600
    assert not check([Document(text=text, id="a")], Settings(limits=Limits(sentence=20_000))).documents[0].notices


def test_a_report_quotes_so_much_of_a_sentence(tmp_path: Path) -> None:
    said = "We saw " + "the tall red fire and " * 12 + "no {} came to help us, " + "and the long night went on " * 3 + "till dawn"
    for id, who in (("a", "nurse"), ("b", "judge")):
        (tmp_path / f"{id}.txt").write_text(f"LEEDS, 3 May 2023. “{said.format(who)},” said John Harker of Leeds on Tuesday.\n")
    for format in ("text", "html"):
        fires = {}
        for quoted in (120, 2_000):
            done = subprocess.run([sys.executable, "-m", "factcheck", "check", ".", "--format", format, "--limit", f"quoted={quoted}"], cwd=tmp_path, capture_output=True, text=True, check=False)
            assert done.returncode == 1
            plain = " ".join(done.stdout.split('<section class="texts"')[0].split())
            assert "nurse" in plain and "judge" in plain  # what differs is seen however little is quoted
            fires[quoted] = plain.count("red fire")
        assert fires[120] < fires[2_000] - 8, (format, fires)


def test_results_that_a_sarif_report_leaves_out_are_told(tmp_path: Path) -> None:
    for n, document in enumerate(TWO):
        (tmp_path / f"{n}.txt").write_text(document.text + f"\n\nIn Hull {30 + n} men were arrested at the harbour gate on Monday, a judge said.\n")
    done = subprocess.run([sys.executable, "-m", "factcheck", "check", ".", "--format", "sarif", "--limit", "sarif-results=1"], cwd=tmp_path, capture_output=True, text=True, check=False)
    run = json.loads(done.stdout)["runs"][0]
    assert (done.returncode, len(run["results"])) == (1, 1)
    said = "(the limit sarif-results, 1); raise it with --limit sarif-results=NUMBER"
    assert [said in item["message"]["text"] for item in run["invocations"][0]["toolExecutionNotifications"]] == [True]
    assert done.stderr == f"factcheck: -: leaves out 1 of its findings {said}\n"
