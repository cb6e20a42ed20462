"""What a project decides: settings that steer a run, suppressions, the baseline, and facts that may not be lost."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck import Document, Settings, check, diff, verify
from factcheck.config import find_settings, settings_from
from factcheck.config.show import shown
from factcheck.errors import ConfigError, UsageError

COMMAND = [sys.executable, "-m", "factcheck"]
A = "LEEDS, May 3, 2023 - A fire at a warehouse in Leeds on Tuesday killed 12 people, the police said.\n"
B = A.replace("12", "14")


def doc(id: str, text: str, **more: str) -> Document:
    return Document(text=text, id=id, **more)


def settings(text: str) -> Settings:
    return settings_from(tomllib.loads(text), "factcheck.toml")


def verdicts(report, rule: str = "count-mismatch") -> list[str]:
    return [finding.verdict for finding in report.findings if finding.rule == rule]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(A, "utf-8")
    (tmp_path / "b.txt").write_text(B, "utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path):
    def run(*arguments: str):
        return subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=False)

    return run


def report_of(done) -> dict:
    return json.loads(done.stdout)


# The file


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[severity]\ncount-mismatch = 'fatal'", "severity.count-mismatch must be one of error, warning, note"),
        ("[[suppress]]\nidd = 'x'", "unknown key 'suppress[1].idd' (did you mean id?); suppress[1] needs 'id'"),
        ("[tolerance]\ndeath = 'much'", "tolerance.death must be an amount such as 5"),
        ("[families]\npupil = 'student'", "families.pupil must be a list of words"),
        ("[[path]]\nmatch = []", "path[1].match must not be empty"),
        ("[reference]\nfact = ['x']", "unknown key 'reference.fact' (did you mean facts?)"),
        ("[[reference.person]]\nname = 'Jane Roe'\nage = 200", "reference.person[1].age must be from 0 to 130"),
        ("[[source-group]]\nname = 'AFP'\nmembers = ['afp']\ntrust = 'none'", "source-group[1].trust must be one of normal, low"),
        ("baseline = ''", "baseline must be the path of a file"),
        ("suppress = 3", "suppress must be a list"),
    ],
)
def test_a_wrong_setting_is_named_with_what_was_meant(text: str, complaint: str) -> None:
    with pytest.raises(ConfigError) as raised:
        settings(text)
    assert complaint in str(raised.value)


@pytest.mark.parametrize("text", ["[severity]\ncount-mismach = 'note'", "[[path]]\nmatch = ['*']\nignore = ['count-mismach']", "[[suppress]]\nid = 'x'\nrule = 'count-mismach'"])
def test_a_rule_that_does_not_exist_is_told_wherever_it_is_named(run, folder: Path, text: str) -> None:
    (folder / "factcheck.toml").write_text(text)
    done = run("check", "a.txt")
    assert done.returncode == 2 and "(did you mean count-mismatch?)" in done.stderr


FULL = """
select = ["count-mismatch", "age-mismatch"]
fail-on = "warning"
as-of = 2023-05-03
baseline = "known.json"
severity = { count-mismatch = "note" }
[tolerance]
death = "5%"
"share of vote" = 0.5
date = "2 days"
[families]
pupil = ["student", "schoolchildren"]
[aliases]
"Norvex" = ["Northern Vehicles \\"N\\""]
[[path]]
match = ["opinion/*"]
ignore = ["age-mismatch"]
severity = { count-mismatch = "warning" }
publisher = "The Desk"
date = 2023-05-01
[[source-group]]
name = "AFP"
members = ["afp-*"]
trust = "low"
[reference]
date = 2023-05-03
facts = ["The bridge is 312 metres long."]
[[reference.person]]
name = "Jane Roe"
born = 1971-03-04
office = "mayor of Leeds"
[[suppress]]
id = "5f2b81c09d3e"
reason = "two counts 😀"
owner = "desk"
until = 2026-01-31
[[review]]
finding = "5f2b81c09d3e"
rating = 2
label = "Mostly false"
author = "The Desk"
"""


def test_the_settings_that_hold_can_be_read_back(run, folder: Path) -> None:
    (folder / "factcheck.toml").write_text(FULL, "utf-8")
    told = run("config", "--show", "--fail-on", "any")
    assert told.returncode == 0 and 'fail-on = "any"  # --fail-on' in told.stdout and "select = " in told.stdout
    (folder / "again.toml").write_text(told.stdout, "utf-8")
    first, second = find_settings(str(folder / "factcheck.toml")), find_settings(str(folder / "again.toml"))
    unplaced = [replace(s, path=None, fail_on="any", baseline=Path(s.baseline).name, suppress=tuple(replace(e, path=None, line=None) for e in s.suppress)) for s in (first, second)]
    assert unplaced[0] == unplaced[1]
    assert first.suppress[0].line == FULL.splitlines().index('id = "5f2b81c09d3e"') + 1


def test_defaults_are_told_as_such() -> None:
    assert 'fail-on = "conflict"  # default' in shown(Settings(), {})


# What steers the engine


def test_own_families_make_two_words_one_thing() -> None:
    documents = [doc("a", "The fire in Leeds on Tuesday sent home 300 students."), doc("b", "The fire in Leeds on Tuesday sent home 320 apprentices.")]
    assert "conflict" not in verdicts(check(documents))
    report = check(documents, settings('[families]\npupil = ["student", "apprentices"]'))
    assert verdicts(report) == ["conflict"] and report.findings[0].attribute == "pupil"


def test_aliases_make_two_names_one() -> None:
    documents = [doc("a", "Norvex opened a plant in Lund. Norvex hired 300 workers there."), doc("b", "Nordic Vehicles opened a plant in Lund. Nordic Vehicles hired 320 workers there.")]
    told = settings('[aliases]\nNorvex = ["Nordic Vehicles"]')
    keys = [{c.value.canonical for c in check(documents, s).claims if c.kind == "name" and c.document == "b"} for s in (Settings(), told)]
    assert "nordic vehicles" in keys[0] and "nordic vehicles" not in keys[1] and "norvex" in keys[1]


@pytest.mark.parametrize(
    ("tolerance", "verdict"),
    [("2", "compatible"), ("1", "conflict"), ('"15%"', "compatible"), ('"10%"', "conflict"), ('"3 days"', "conflict")],
)
def test_a_tolerance_lets_values_differ(tolerance: str, verdict: str) -> None:
    report = check([doc("a", A), doc("b", B)], settings(f"[tolerance]\ndeath = {tolerance}"))
    (found,) = [f for f in report.findings if f.rule == "count-mismatch"]
    assert found.verdict == verdict
    assert ("the settings let death differ by" in " ".join(found.because)) is (verdict == "compatible")


def test_a_tolerance_of_days() -> None:
    documents = [doc("a", "The ferry Aurora sank on 3 May 2023 off Vigo."), doc("b", "The ferry Aurora sank on 5 May 2023 off Vigo.")]
    (before,) = [f for f in check(documents).findings if f.verdict == "conflict"]
    told = settings(f'[tolerance]\n"{before.attribute}" = "2 days"')
    assert [f.verdict for f in check(documents, told).findings if f.rule == before.rule] == ["compatible"]


def test_severity_by_rule_decides_what_fails(run, folder: Path) -> None:
    assert run("check", "a.txt", "b.txt").returncode == 1
    (folder / "factcheck.toml").write_text("[severity]\ncount-mismatch = 'note'")
    done = run("check", "a.txt", "b.txt")
    assert done.returncode == 0 and "no value satisfies both" in done.stdout


@pytest.mark.parametrize(("match", "left"), [("b.txt", 0), ("wire/*", 1), ("?.txt", 0)])
def test_what_holds_for_some_paths_only(run, folder: Path, match: str, left: int) -> None:
    (folder / "factcheck.toml").write_text(f"[[path]]\nmatch = ['{match}']\nignore = ['count-mismatch']\npublisher = 'Wire'\ndate = 2023-05-03")
    report = report_of(run("check", "a.txt", "b.txt", "--format", "json"))
    assert [f["verdict"] for f in report["findings"] if f["rule"] == "count-mismatch"] == ["conflict"] * left
    assert report["documents"][1]["publisher"] == (None if left else "Wire")


def test_paths_count_from_the_file_of_settings(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "factcheck.toml").write_text("[[path]]\nmatch = ['b.txt']\nignore = ['count-mismatch']")
    done = subprocess.run([*COMMAND, "check", "../a.txt", "../b.txt"], cwd=folder / "deep", capture_output=True, check=False)
    assert done.returncode == 0


def test_sources_of_one_group_count_as_one() -> None:
    documents = [doc("a", A, publisher="AFP"), doc("b", A.replace("the police said", "officers told reporters")), doc("c", A.replace("A fire", "Flames"))]
    free = max(f.independent_sources for f in check([documents[0], doc("z", "Twelve people were killed on Tuesday in Leeds when a warehouse burned on May 2.")]).findings)
    report = check(documents, settings('[[source-group]]\nname = "Wire"\nmembers = ["afp", "b", "c"]'))
    assert {d.lineage for d in report.documents} == {"Wire"}
    assert {f.independent_sources for f in report.findings} == {1} and free > 1


def test_a_source_of_low_trust_fails_nothing() -> None:
    told = settings('[[source-group]]\nname = "Rumour"\nmembers = ["b"]\ntrust = "low"')
    (found,) = [f for f in check([doc("a", A), doc("b", B)], told).findings if f.rule == "count-mismatch"]
    assert (found.verdict, found.severity) == ("conflict", "note")
    assert found.because[-1] == "the settings put little trust in b"


FACTS = """
[reference]
date = 2023-05-03
facts = ["The fire at the warehouse in Leeds on Tuesday, May 2, 2023 killed 12 people"]
[[reference.person]]
name = "Jane Roe"
age = 52
office = "mayor of Leeds"
"""


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (B, "count-mismatch"),
        ("LEEDS, May 3, 2023 - Jane Roe, 57, visited the warehouse in Leeds.", "age-mismatch"),
    ],
)
def test_documents_are_held_against_what_is_known(text: str, rule: str) -> None:
    report = check([doc("story", text)], settings(FACTS))
    (found,) = [f for f in report.findings if f.verdict == "conflict"]
    assert found.rule == rule and {e.document for e in found.evidence} == {"story", "reference"}
    assert "conflict" not in {f.verdict for f in check([doc("story", text.replace("14", "12").replace("57", "52"))], settings(FACTS)).findings}


def test_a_draft_is_held_against_what_is_known() -> None:
    report = verify(doc("draft", B), [doc("other", "The museum in Bath has 40 rooms.")], settings(FACTS))
    assert "conflict" in {f.verdict for f in report.findings}


def test_a_sheet_of_facts_is_read_or_missed(folder: Path, run) -> None:
    (folder / "factcheck.toml").write_text("[reference]\nsheet = 'facts.txt'")
    done = run("check", "b.txt")
    assert done.returncode == 2 and "facts.txt: cannot be read" in done.stderr and len(done.stderr.splitlines()) == 1
    (folder / "facts.txt").write_text(A)
    assert run("check", "b.txt").returncode == 1


# Suppressions


def conflict(report) -> object:
    return next(f for f in report.findings if f.verdict == "conflict")


def suppressing(id: str, **more: str) -> Settings:
    entry = {"id": id, "reason": "the later count", "owner": "desk"} | more
    lines = "\n".join(f'{name} = "{value}"' for name, value in entry.items() if value)
    return settings(f"[[suppress]]\n{lines}")


@pytest.mark.parametrize("by", ["finding", "claim"])
def test_a_suppression_goes_with_the_fact_and_not_with_the_line(by: str) -> None:
    report = check([doc("a", A), doc("b", B)])
    found = conflict(report)
    claim = next(c for c in report.claims if c.id == found.evidence[0].claim)
    told = suppressing(found.id if by == "finding" else claim.fingerprint)
    for first in (A, "\n\nNew words at the top.\n\n" + A, A + "More.\n"):
        quiet = check([doc("a", first), doc("b", B)], told)
        assert "conflict" not in quiet.summary.verdicts and quiet.summary.suppressed == 1
        (aside,) = quiet.set_aside
        assert (aside.by, aside.reason, aside.owner, aside.where) == ("suppression", "the later count", "desk", "factcheck.toml")
    # Another value is another matter.
    woken = check([doc("a", A.replace("12", "11")), doc("b", B)], told)
    assert woken.summary.verdicts["conflict"] == 1
    assert [n.rule for n in woken.policy] == ["suppression-unused"]


@pytest.mark.parametrize(
    ("more", "today", "notice"),
    [
        ({"until": "2026-01-31"}, date(2026, 1, 31), None),
        ({"until": "2026-01-31"}, date(2026, 2, 1), "suppression-expired"),
        ({"reason": ""}, None, "suppression-without-reason"),
        ({"owner": "  "}, None, "suppression-without-reason"),
        ({"rule": "age-mismatch"}, None, "suppression-unused"),
    ],
)
def test_a_suppression_that_is_no_good_is_told_and_has_no_effect(more: dict[str, str], today: date | None, notice: str | None) -> None:
    documents = [doc("a", A), doc("b", B)]
    told = replace(suppressing(conflict(check(documents)).id, **more), today=today)
    report = check(documents, told)
    assert ("conflict" in report.summary.verdicts) is (notice is not None)
    assert [n.rule for n in report.policy] == ([notice] if notice else [])


def test_a_last_day_without_a_today_is_said_to_be_unchecked() -> None:
    documents = [doc("a", A), doc("b", B)]
    report = check(documents, suppressing(conflict(check(documents)).id, until="2020-01-01"))
    assert report.summary.suppressed == 1 and "give --today" in report.summary.notes[-1]


@pytest.mark.parametrize("mark", ["<!-- {} -->", "[{}]"])
def test_a_mark_in_the_draft_suppresses_and_says_nothing_itself(mark: str) -> None:
    source = doc("source", B)
    id = conflict(verify(doc("draft", A), [source])).id
    marked = mark.format(f"factcheck: ignore {id} count-mismatch; reason: 99 people were counted on May 9; owner: desk; until: 2026-01-31")
    report = verify(doc("draft", f"{marked}\n\n{A}"), [source])
    assert "conflict" not in report.summary.verdicts
    (aside,) = report.set_aside
    assert aside.inline and aside.until == date(2026, 1, 31) and aside.reason == "99 people were counted on May 9"
    assert not [c for c in report.claims if c.document == "draft" and c.start < len(marked)]
    assert [c.text for c in report.claims if c.kind == "count"] == ["12 people", "14 people"]


@pytest.mark.parametrize("tail", ["", "; reason: x", "; owner: desk", "; reason: x; owner: desk; until: soon"])
def test_a_mark_without_reason_owner_or_a_real_day_has_no_effect(tail: str) -> None:
    source = doc("source", B)
    id = conflict(verify(doc("draft", A), [source])).id
    report = verify(doc("draft", f"{A}\n<!-- factcheck: ignore {id}{tail} -->\n"), [source])
    assert report.summary.verdicts["conflict"] == 1
    assert [(n.rule, n.line) for n in report.policy] == [("suppression-without-reason", 3)]


def test_a_mark_in_a_source_has_no_effect() -> None:
    id = conflict(verify(doc("draft", A), [doc("source", B)])).id
    mark = f"<!-- factcheck: ignore {id}; reason: trust me; owner: nobody -->\n\n"
    report = verify(doc("draft", A), [doc("source", mark + B)])
    assert report.summary.verdicts["conflict"] == 1 and not report.set_aside
    assert [n.rule for n in report.policy] == ["suppression-in-source"]


def test_notices_fail_where_warnings_do(run, folder: Path) -> None:
    (folder / "factcheck.toml").write_text("[[suppress]]\nid = 'abcdef123456'\n")
    assert run("check", "a.txt").returncode == 0
    done = run("check", "a.txt", "--fail-on", "warning")
    assert done.returncode == 1 and "factcheck.toml:2: the suppression of abcdef123456 has no reason and no owner" in done.stdout


# The baseline


def test_a_baseline_tells_what_is_stale_and_is_pruned(run, folder: Path) -> None:
    assert run("check", "a.txt", "b.txt", "--baseline", "known.json", "--write-baseline").returncode == 0
    (folder / "b.txt").write_text(A, "utf-8")
    report = report_of(run("check", "a.txt", "b.txt", "--baseline", "known.json", "--format", "json"))
    assert [n["rule"] for n in report["policy"]] == ["baseline-stale"] and "12 people" in report["policy"][0]["message"]
    kept = (folder / "known.json").read_bytes()
    done = run("check", "a.txt", "b.txt", "--baseline", "known.json", "--prune-baseline")
    assert done.returncode == 0 and "1 stale entry taken out" in done.stderr
    assert json.loads((folder / "known.json").read_text())["findings"] == [] != json.loads(kept)["findings"]


def test_pruning_adds_nothing(run, folder: Path) -> None:
    (folder / "known.json").write_text('{"schema_version": "1", "findings": [{"id": "gone"}]}')
    done = run("check", "a.txt", "b.txt", "--baseline", "known.json", "--prune-baseline")
    assert done.returncode == 1 and json.loads((folder / "known.json").read_text())["findings"] == []
    assert run("check", "a.txt", "--prune-baseline").returncode == 2


def test_what_is_known_stays_in_the_report_and_does_not_count(run, folder: Path) -> None:
    run("check", "a.txt", "b.txt", "--baseline", "known.json", "--write-baseline")
    (folder / "a.txt").write_text("\n\n\n" + A, "utf-8")
    report = report_of(run("check", "a.txt", "b.txt", "--baseline", "known.json", "--format", "json"))
    (aside,) = report["set_aside"]
    assert aside["by"] == "baseline" and aside["finding"]["verdict"] == "conflict" and report["summary"]["against_baseline"]


# Facts that may not be lost

OLD = "A fire in Leeds on Tuesday killed at least 12 people, the police said. Jane Roe, 52, is mayor of Leeds. The hall cost $40 million.\n"


@pytest.mark.parametrize(
    ("new", "keep", "status"),
    [
        (OLD, "52", 0),
        (OLD.replace(", 52,", ""), "52", 1),
        (OLD.replace(", 52,", ""), "age", 1),
        (OLD.replace(", 52,", ""), "$40 million", 0),
        (OLD.replace("$40", "$45"), "$40 million", 1),
        (OLD.replace("at least 12", "12"), "12 people", 0),
        (OLD.replace("Jane Roe", "The woman"), "Jane Roe", 1),
    ],
)
def test_a_fact_that_must_be_kept_fails_the_gate_when_it_is_lost(run, folder: Path, new: str, keep: str, status: int) -> None:
    (folder / "old.txt").write_text(OLD, "utf-8")
    (folder / "new.txt").write_text(new, "utf-8")
    done = run("diff", "old.txt", "new.txt", "--must-keep", keep)
    assert done.returncode == status, done.stdout
    assert (f"“{keep}” must be kept" in done.stdout) is bool(status)


def test_facts_to_keep_can_stand_in_a_file(run, folder: Path) -> None:
    (folder / "old.txt").write_text(OLD, "utf-8")
    (folder / "new.txt").write_text(OLD.replace(", 52,", ""), "utf-8")
    (folder / "keep.txt").write_text("# what readers wrote in about\n$40 million\n52\n", "utf-8")
    assert run("diff", "old.txt", "new.txt", "--must-keep", "@keep.txt").returncode == 1
    assert run("diff", "old.txt", "new.txt", "--must-keep", "@none.txt").returncode == 2


def test_a_fact_that_the_old_version_has_not_cannot_be_kept() -> None:
    with pytest.raises(UsageError, match="names no fact"):
        diff(doc("old", OLD), doc("new", OLD), Settings(must_keep=("no such words",)))
