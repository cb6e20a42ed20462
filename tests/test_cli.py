"""The real command in a real process: flags, results, exit status, and what it does when things go wrong."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.registry import names
from factcheck.version import VERSION

COMMAND = [sys.executable, "-m", "factcheck"]
A = "LEEDS, 3 May 2023. A fire at a warehouse in Leeds on Tuesday killed 12 people, the police said.\n"
B = A.replace("12", "14")
C = A.replace("the police said", "according to the police")


@pytest.fixture
def folder(tmp_path):
    for name, text in (("a.txt", A), ("b.txt", B), ("c.txt", C)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def run(folder):
    def run(*arguments, stdin=b"", **environment):
        return subprocess.run(
            [*COMMAND, *arguments],
            cwd=folder,
            input=stdin,
            capture_output=True,
            env=clean_environment() | environment,
            timeout=60,
            check=False,
        )

    return run


def clean_environment():
    return {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PYTHONHASHSEED")}


def said(done):
    """What was said on standard error, one line each; never a traceback."""
    lines = done.stderr.decode().splitlines()
    assert all(line.startswith("factcheck: ") for line in lines), lines
    return lines


# Answers at once


def test_version(run):
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"factcheck {VERSION}\n".encode(), b"")


@pytest.mark.parametrize(
    "command", [[], ["check"], ["verify"], ["diff"], ["extract"], ["rules"], ["explain"], ["schema"], ["config"], ["completion"]]
)
def test_help(run, command):
    done = run(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(b"usage: factcheck " + " ".join(command).encode())
    assert done.stderr == b""


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_nothing_heavy_is_loaded_to_answer(run, arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "factcheck", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "factcheck" in loaded
    assert not loaded & {
        "pydantic",
        "pydantic_core",
        "jinja2",
        "tabulate",
        "jsonschema",
        "charset_normalizer",
        "rapidfuzz",
    }


# Exit status


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["check", "a.txt", "c.txt"], 0),
        (["check", "a.txt"], 0),
        (["check", "a.txt", "b.txt"], 1),
        (["check", "."], 1),
        (["check", "a.txt", "b.txt", "--fail-on", "never"], 0),
        (["check", "a.txt", "b.txt", "--fail-on", "any"], 1),
        (["check", "a.txt", "b.txt", "missing.txt"], 3),
        (["check", "a.txt", "b.txt", "missing.txt", "--fail-on", "never"], 3),
        (["check", "missing.txt"], 2),
        (["check", "*.none"], 2),
        (["check"], 2),
        (["check", "a.txt", "--format", "papyrus"], 2),
        (["check", "a.txt", "--no-such-option"], 2),
        (["check", "a.txt", "--select", "no-such-rule"], 2),
        (["check", "a.txt", "--config", "missing.toml"], 2),
        (["check", "a.txt", "--baseline", "missing.json"], 2),
        (["check", "a.txt", "--write-baseline"], 2),
        (["check", "a.txt", "--as-of", "Tuesday"], 2),
        (["check", "a.txt", "--output", "."], 2),
        (["check", "a.txt", "--output", "a.txt"], 2),
        (["verify", "a.txt", "--sources", "c.txt"], 0),
        (["verify", "a.txt", "--sources", "b.txt"], 1),
        (["verify", "missing.txt", "--sources", "c.txt"], 2),
        (["verify", "a.txt", "--sources", "missing.txt"], 2),
        (["verify", "a.txt", "--sources", "c.txt", "missing.txt"], 3),
        (["verify", ".", "--sources", "c.txt"], 2),
        (["verify", "a.txt"], 2),
        (["diff", "a.txt", "a.txt"], 0),
        (["diff", "a.txt", "b.txt", "--fail-on", "any"], 1),
        (["diff", "a.txt", "missing.txt"], 2),
        (["diff", "-", "-"], 2),
        (["extract", "a.txt"], 0),
        (["extract", "a.txt", "missing.txt"], 3),
        (["extract", "missing.txt"], 2),
        (["rules"], 0),
        (["explain", "no-such-rule"], 2),
        (["schema"], 0),
        (["schema", "report"], 0),
        (["schema", "papyrus"], 2),
        (["no-such-command"], 2),
        ([], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_exit_status(run, arguments, status):
    done = run(*arguments)
    assert done.returncode == status, done.stderr.decode()
    lines = said(done)
    if status == 2:
        assert lines and done.stdout == b""


def test_help_tells_of_a_misspelled_rule(run):
    rule = names("RULE")[0]
    (line,) = said(run("check", "a.txt", "--select", rule[:-1] + "x"))
    assert f"did you mean {rule}?" in line


BAD = {
    "missing.txt": (None, "does not exist"),
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n", "is empty"),
    "torn.txt": (
        "São Paulo, São Tomé".encode() + b"\xff",
        "is damaged UTF-8: byte 0xFF at offset 22; save it as UTF-8",
    ),
    "image.txt": (b"\x89PNG\r\n\x1a\n\0\0", "is binary, not text: it looks like a picture; save its text as .txt or .md"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_among_good_ones_costs_them_nothing(run, folder, name):
    content, reason = BAD[name]
    if content is not None:
        (folder / name).write_bytes(content)
    alone = json.loads(run("check", "a.txt", "b.txt", "--format", "json").stdout)
    done = run("check", "a.txt", name, "b.txt", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert report.pop("skipped") == [{"path": name, "reason": reason, "partial": False}]
    assert alone.pop("skipped") == []
    assert report == alone
    assert said(done) == [f"factcheck: {name}: {reason}"]
    only = run("check", name)
    assert (only.returncode, only.stdout) == (2, b"")
    assert said(only)[0] == f"factcheck: {name}: {reason}"


def test_what_was_not_read_stands_in_every_format(run):
    for format in names("FORMAT"):
        assert b"does not exist" in run("check", "a.txt", "missing.txt", "--format", format).stdout


# Input


def test_standard_input(run):
    report = json.loads(run("check", "-", "a.txt", "--format", "json", stdin=B.encode()).stdout)
    assert [(d["id"], d["path"]) for d in report["documents"]] == [("a", "a.txt"), ("stdin", None)]
    assert run("check", "-", stdin=b"").returncode == 2


def test_the_order_of_paths_changes_nothing(run):
    outputs = {
        run("check", *paths, "--format", format, PYTHONHASHSEED=seed).stdout
        for format in ["json"]
        for seed in ("1", "2")
        for paths in (
            ["a.txt", "b.txt", "c.txt"],
            ["c.txt", "a.txt", "b.txt", "a.txt"],
            ["?.txt"],
            ["b.txt", "*.txt"],
        )
    }
    assert len(outputs) == 1


def test_other_files_in_folders_are_told_of(run, folder):
    (folder / "notes.xyz").write_text("x")
    assert said(run("check", ".")) == [
        "factcheck: 1 other file in the folders left alone; --verbose names them"
    ]
    assert said(run("check", ".", "--quiet")) == []
    assert "notes.xyz: left alone" in said(run("check", ".", "--verbose"))[0]


def test_a_draft_is_no_source_of_its_own(run):
    report = json.loads(run("verify", "a.txt", "--sources", ".", "--format", "json").stdout)
    assert [(d["id"], d["role"]) for d in report["documents"]] == [
        ("a", "draft"),
        ("b", "source"),
        ("c", "source"),
    ]


def test_two_versions_of_one_name(run, folder):
    for version, text in (("old", A), ("new", B)):
        (folder / version).mkdir()
        (folder / version / "story.txt").write_text(text)
    report = json.loads(run("diff", "old/story.txt", "new/story.txt", "--format", "json").stdout)
    assert report["command"] == "diff"
    assert {d["path"]: d["id"] for d in report["documents"]} == {
        "old/story.txt": "story",
        "new/story.txt": "story-2",
    }


def test_extract_prints_a_claim_a_line(run):
    claims = [json.loads(line) for line in run("extract", "a.txt").stdout.splitlines()]
    assert any(claim["kind"] == "count" and "12" in claim["text"] for claim in claims)
    assert all(A[claim["start"] : claim["end"]] == claim["text"] for claim in claims)


# Output


def test_one_run_writes_several_reports(run, folder):
    outputs = ["json=out/r.json", "out/r.html", "out/r.md", "markdown=out/other", "text=-"]
    done = run("check", "a.txt", "b.txt", *[word for output in outputs for word in ("--output", output)])
    assert done.returncode == 1
    assert done.stdout == run("check", "a.txt", "b.txt").stdout
    out = {path.name: path.read_text("utf-8") for path in (folder / "out").iterdir()}
    assert sorted(out) == ["other", "r.html", "r.json", "r.md"]
    assert out["r.html"].startswith("<!DOCTYPE html>") and out["other"] == out["r.md"]
    assert json.loads(out["r.json"])["command"] == "check"
    assert oct((folder / "out/r.md").stat().st_mode & 0o777) == oct(
        (folder / "out/r.json").stat().st_mode & 0o777
    )


def test_format_and_output(run, folder):
    assert run("check", "a.txt", "--format", "json", "--output", "r.txt").stdout == b""
    json.loads((folder / "r.txt").read_text())


def test_a_report_replaces_a_file_whole_or_not_at_all(run, folder):
    old = folder / "r.json"
    old.write_text("old")
    old.chmod(0o600)
    (folder / "link.json").symlink_to("r.json")
    assert run("check", "a.txt", "--output", "link.json").returncode == 0
    assert (folder / "link.json").is_symlink()
    assert json.loads(old.read_text())["command"] == "check"
    assert old.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir() if path.name.startswith(".factcheck")] == []


def test_no_place_to_write(run, folder):
    for output in ("/dev/full", "/proc/no/r.json", "a.txt/r.json"):
        done = run("check", "c.txt", "--output", f"json={output}")
        assert done.returncode == 2
        assert "cannot be written" in said(done)[0]


def test_full_standard_output(folder):
    with open("/dev/full", "wb") as full:
        for arguments in (["check", "a.txt"], ["schema", "report"], ["--help"]):
            done = subprocess.run(
                [*COMMAND, *arguments], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False
            )
            assert done.returncode == 2
            assert said(done) == ["factcheck: standard output: cannot be written: No space left on device"]


@pytest.mark.parametrize("times", range(5))
def test_a_reader_that_leaves_early_is_no_error(folder, times):
    many = "".join(A.replace("12", str(n)).replace("Leeds", f"Leeds{n}") for n in range(2000))
    (folder / "many.txt").write_text(many)
    for arguments in (["extract", "many.txt"], ["schema", "report"]):
        process = subprocess.Popen(
            [*COMMAND, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait(timeout=60) == 0


def test_closed_standard_streams(folder):
    script = " ".join(COMMAND) + " check a.txt c.txt >&- 2>&-"
    assert subprocess.run(["sh", "-c", script], cwd=folder, check=False).returncode == 2


def on_a_terminal(folder, *arguments, stream="stdout", **environment):
    """What the command writes to a terminal, on one of its streams."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        **({"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | {stream: follower}),
        env=clean_environment() | {"TERM": "xterm"} | environment,
    )
    os.close(follower)
    written = b""
    try:
        while piece := os.read(leader, 65536):
            written += piece
    except OSError:  # Linux says so when the other end is closed
        pass
    process.wait(timeout=60)
    os.close(leader)
    return written


def test_long_work_tells_how_far_it_is_where_somebody_watches(run, folder):
    for n in range(40):
        (folder / f"story-{n:02}.txt").write_text(A, "utf-8")
    told = on_a_terminal(folder, "check", ".", stream="stderr").decode()
    assert re.search(r"\r\x1b\[K.*factcheck: 20 of 43 documents read", told) and told.rstrip().endswith("\x1b[K")
    for quiet in (
        on_a_terminal(folder, "check", ".", "--quiet", stream="stderr"),
        on_a_terminal(folder, "check", "a.txt", stream="stderr"),
        run("check", ".", "--quiet").stderr,
    ):
        assert quiet == b""


def test_colour_only_on_a_terminal_that_wants_it(run, folder):
    assert b"\x1b[" not in run("check", "a.txt", "b.txt").stdout
    assert b"\x1b[" in on_a_terminal(folder, "check", "a.txt", "b.txt")
    assert b"\x1b[" not in on_a_terminal(folder, "check", "a.txt", "b.txt", "--no-color")
    assert b"\x1b[" not in on_a_terminal(folder, "check", "a.txt", "b.txt", NO_COLOR="1")
    assert b"\x1b[" not in on_a_terminal(folder, "check", "a.txt", "b.txt", TERM="dumb")
    assert b"\x1b[" in on_a_terminal(folder, "check", "a.txt", "b.txt", NO_COLOR="")


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}]
)
def test_the_same_bytes_under_any_locale(run, folder, environment):
    (folder / "d.txt").write_text(A + "Ärzte: “no” – 3 €\n", "utf-8")
    assert run("check", ".", **environment).stdout == run("check", ".").stdout


# Settings


def test_settings_of_the_nearest_file_upwards(folder, run):
    (folder / "factcheck.toml").write_text('fail-on = "never"\n')
    (folder / "deep/er").mkdir(parents=True)
    done = subprocess.run(
        [*COMMAND, "check", "../../a.txt", "../../b.txt"],
        cwd=folder / "deep/er",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert run("check", "a.txt", "b.txt", "--fail-on", "conflict").returncode == 1
    (folder / "deep/pyproject.toml").write_text('[project]\nname = "x"\n[tool.factcheck]\nfail-on = "any"\n')
    done = subprocess.run(
        [*COMMAND, "check", "../../a.txt", "../../b.txt"],
        cwd=folder / "deep/er",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('fail_on = "any"', "unknown key 'fail_on' (did you mean fail-on?)"),
        (
            'fail-on = "conflicts"',
            "fail-on must be one of conflict, warning, any, never (did you mean conflict?)",
        ),
        ("as-of = 3", "as-of must be a day such as 2022-11-21, not '3'"),
        ("select = 3", "select must be a list of rule names"),
        ('colour = 1\nbasline = "x"', "unknown key 'colour'; unknown key 'basline' (did you mean baseline?)"),
        ("fail-on = ", "is not valid TOML"),
        ('ignore = ["no-such-rule"]', "unknown rule 'no-such-rule'"),
    ],
)
def test_wrong_settings_say_what_was_meant(run, folder, content, complaint):
    (folder / "factcheck.toml").write_text(content)
    done = run("check", "a.txt")
    (line,) = said(done)
    assert done.returncode == 2 and complaint in line


# Baseline


def test_known_findings_are_left_out(run, folder):
    written = run(
        "check", "a.txt", "b.txt", "--baseline", "known.json", "--write-baseline", "--format", "json"
    )
    assert written.returncode == 0
    known = json.loads((folder / "known.json").read_text())
    assert known["findings"] and {entry["verdict"] for entry in known["findings"]} == {"conflict"}
    done = run("check", "a.txt", "b.txt", "--baseline", "known.json", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 0 and done.stdout == written.stdout
    assert report["summary"]["known"] == len(known["findings"])
    assert "conflict" not in report["summary"]["verdicts"]
    assert report["summary"]["findings"] == len(report["findings"])
    # The file moves down by two lines: its finding is still known. Another conflict is not.
    (folder / "a.txt").write_text("\n\n" + A)
    assert run("check", "a.txt", "b.txt", "--baseline", "known.json").returncode == 0
    (folder / "b.txt").write_text(B.replace("14", "15"))
    done = run("check", "a.txt", "b.txt", "--baseline", "known.json")
    assert done.returncode == 1
    assert "no longer found" in said(done)[0]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"schema_version": "9", "findings": []}',
        '{"schema_version": "1", "findings": [1]}',
        "[" * 10**5,
    ],
)
def test_a_file_that_is_no_baseline(run, folder, content):
    (folder / "known.json").write_text(content)
    done = run("check", "a.txt", "--baseline", "known.json")
    assert done.returncode == 2 and len(said(done)) == 1


# Documentation in the program


def test_rules_and_what_they_say_of_themselves(run):
    listing = run("rules").stdout.decode()
    for rule in names("RULE"):
        assert re.search(rf"^{rule} ", listing, re.MULTILINE)
        assert run("explain", rule).stdout.decode().startswith(f"{rule}\n\n")


# Trouble


def test_an_internal_error_is_one_line(folder):
    broken = "import sys, factcheck.load as l; l.load = None; from factcheck.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", broken, "check", "a.txt"], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 70 and done.stdout == b""
    (line,) = said(done)
    assert line.startswith("factcheck: internal error: TypeError")
    done = subprocess.run(
        [sys.executable, "-c", broken, "check", "a.txt", "--debug"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" in done.stderr


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_by_a_signal(folder, sent, status):
    process = subprocess.Popen(
        [*COMMAND, "check", "-"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(sent, signal.SIG_DFL),  # what runs the tests in the background may ignore it
    )
    deadline = time.monotonic() + 20
    # It waits for its input once it has read what is there.
    process.stdin.write(b"x")
    process.stdin.flush()
    while time.monotonic() < deadline and "pipe" not in Path(f"/proc/{process.pid}/wchan").read_text():
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(sent)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (status, b"", b"")


def test_a_text_of_odd_digits_costs_the_others_nothing(run, folder):
    (folder / "odd.txt").write_text("Add 1/² of it, 1 ²/3 cups, 1/2/²² and 1/" + "1" * 32 + ".", "utf-8")
    (folder / "sheet.xlsx").write_bytes(b"PK\3\4")
    result = run("check", ".", "--format", "json")
    assert result.returncode == 3
    report = json.loads(result.stdout)
    assert "odd" in {document["id"] for document in report["documents"]}
    assert [item["path"] for item in report["skipped"]] == ["./sheet.xlsx"]
