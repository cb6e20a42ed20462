"""Hostile documents through the real command: none costs another its result, none passes for read, nothing acts on a terminal."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.registry import names
from tests.samples import SAMPLES, article, docx, packed, page, pdf

COMMAND = [sys.executable, "-m", "factcheck"]
GOOD = "LEEDS, 3 May 2023. A fire at a warehouse in Leeds on Tuesday killed 12 people, the police said.\n"
P = "<p>A fire at a warehouse in Leeds killed 12 people, the police said on Tuesday.</p>"
ENDINGS = ("txt", "md", "html", "mhtml", "pdf", "docx", "json", "jsonl", "csv", "rss", "xml", "eml", "warc", "gz")


def nested(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = packed(data)
    return data


def damaged(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


LAUGHS = '<!DOCTYPE l [<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]><rss><channel><item><title>&j;</title></item></channel></rss>"
# Name → bytes, and what must be said of it. None of these holds a document that can be read.
UNREAD: dict[str, tuple[bytes, str]] = {
    **{f"empty.{e}": (b"", "is empty") for e in ENDINGS},
    **{f"nul.{e}": (b"\0" * 64, "") for e in ENDINGS},
    **{f"noise.{e}": (random.Random(e).randbytes(4000), "") for e in ENDINGS},
    **{f"text.{e}": (GOOD.encode(), "its content is not of that kind") for e in ("pdf", "warc", "xml")},
    "text.docx": (GOOD.encode(), "is no Word file"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + b"\1" * 99, "it looks like a picture"),
    "deep.html": (b"<div>" * 100_000 + b"12 dead", "the limit depth"),
    "app.html": (page("<div id=app></div><script>x='12 dead'</script>").encode(), "holds no text"),
    "frames.html": (b"<html><frameset><frame src=a.html></frameset></html>", "holds no text"),
    "nul.htm": (b"<p>12\0 dead</p>", "NUL"),
    "bomb.txt.gz": (gzip.compress(b"0" * 120_000_000, mtime=0), "the limit inflat"),
    "nested.txt.gz": (nested(GOOD.encode(), 12), "is packed more than"),
    "header.gz": (b"\x1f\x8b\x08" + b"\0" * 40, ""),
    "bomb.docx": (docx(more={"word/a.xml": b" " * 60_000_000}), "the limit inflation-ratio"),
    "entity.docx": (docx(prolog='<!DOCTYPE x [<!ENTITY a "b">]>'), "declares entities"),
    "deep.docx": (docx("<w:p>" * 2000 + "</w:p>" * 2000), "the limit depth"),
    "cut.docx": (docx()[:-50], "damaged .docx"),
    "none.docx": (docx(""), "holds no text"),
    "header.pdf": (b"%PDF-1.7\n", "damaged PDF"),
    "noise2.pdf": (b"%PDF-1.7\n" + random.Random(1).randbytes(2000), "damaged PDF"),
    "picture.pdf": (pdf(1, picture=True), "a picture of a page"),
    "laughs.xml": (LAUGHS.encode(), "declares entities"),
    "outside.rss": (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>', "declares entities"),
    "deep.rss": (b"<rss>" + b"<a>" * 50_000, ""),
    "deep.json": (b'{"a":' * 100_000, "the limit depth"),
    "cut.json": (article().encode()[:-5], "is not valid JSON"),
    "settings.json": (b'{"name": "x", "version": 1}', "holds no article"),
    "columns.csv": (b"a,b\n1,2\n", "has no column named"),
    "letter.eml": (b"Dear all,\n\n12 died.\n", "is no mail"),
    "nobody.eml": (b"From: a@b.c\nDate: Mon, 21 Nov 2022 10:00:00 GMT\n\n", ""),
    "short.warc": (b"WARC/1.0\r\n", ""),
    "long.warc": (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n", ""),
    "notes.odt": (b"PK\x03\x04", "no reader for .odt files"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 60, "no reader for .doc files"),
    "torn.txt": ("São Paulo, São Tomé".encode() + b"\xff", "is damaged UTF-8"),
    "ebcdic.txt": (GOOD.encode("cp500"), ""),
}
# What is read in part: the rest stands in the report, and the check is not complete.
PARTLY: dict[str, tuple[bytes, str]] = {
    "cut.txt.gz": (packed(GOOD.encode() * 50)[:-12], "is cut off"),
    "sum.txt.gz": (damaged(packed(GOOD.encode() * 50), -6), "is damaged"),
    "behind.txt.gz": (packed(GOOD.encode()) + b"and more", "behind its gzip archive"),
    "member.txt.gz": (packed(GOOD.encode()) + damaged(packed(GOOD.encode() * 9), 40) + packed(GOOD.encode()), "of the gzip archive cannot be unpacked"),
    "cut.rss": (SAMPLES["feed"][1][:-60], "is damaged"),
    "lines.jsonl": (b'{"text": "12 died."}\n{"text": \n', "line 2"),
    "rows.csv": (b"title,text\nA,12 died.\nB\n", "row 2"),
    "cut.warc": (SAMPLES["warc"][1][:-100], "is cut off"),
    "attached.eml": (b"From: a@b.c\nSubject: x\nDate: Mon, 21 Nov 2022 10:00:00 GMT\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\n12 died.\n--B\nContent-Type: application/zip\nContent-Disposition: attachment; filename=a.zip\n\nPK\n--B--\n", "attachment a.zip"),
    "end.pdf": (pdf(2)[:-6], "is cut off"),
    "middle.html": (page()[: page().index("More than")].encode(), "is cut off"),
    "figures.txt": (b"1 " * 900, "the limit claims"),
}
# Hostile and readable: nothing in them may act.
READ: dict[str, bytes] = {
    "escapes.txt": b"The fire \x1b[2J\x1b]0;evil\x07 killed \x1b[31m12\x1b[0m people in Leeds.",
    "turning.txt": "The fire killed \u202e21\u202c people in Leeds.".encode(),
    "numbers.txt": b"It cost 1e999999999 dollars, 10^99999 and 9" + b"9" * 20_000 + b" people paid 1/0 of it, 99999999999% in all.",
    "dates.txt": b"On 31 February 0000, on 99/99/9999 and in the year 99999999999 there were 12 dead.",
    "marks.txt": ("a" + "\u0301" * 50_000 + " 12 died in Leeds.").encode(),
    "commands.txt": b"::error file=x::12 people died %0A::set-output name=a::b\n##vso[task.complete]{{7*7}} {0.__class__} %s",
    "script.html": page("<h1>&lt;script&gt;alert(1)&lt;/script&gt; 12 dead</h1>" + P.replace("12", "<img src=x onerror=alert(1)> 12")).encode(),
    "files.html": page('<iframe src="file:///etc/passwd"></iframe>' + P, '<base href="file:///etc/"><link rel=import href="passwd">').encode(),
    "references.html": page("<p>&#x110000; &#0; &#xD800; &#99999999999; 12 people died in Leeds &#8238;evil.</p>").encode(),
    "charset.html": "<meta charset=zlib><p>The café fire killed 12 people.</p>".encode("cp1252"),
    "metadata.html": page(P, '<script type="application/ld+json">' + "[" * 50_000 + '</script><meta name="date" content="0000-99-99">').encode(),
    "comments.html": b"<!-- --> " * 900 + page(P).encode(),
    "comments.txt": b"<!-- --> " * 900 + GOOD.encode(),
    "number.json": ('{"text": "12 people died in Leeds.", "n": ' + "9" * 1_000_000 + "}").encode(),
    "half.json": b'{"text": "The fire \\ud800 killed 12 people in Leeds.", "title": "\\udfff"}',
    "formula.csv": b"text,title\n\"=cmd|' /C calc'!A0 killed 12 people\",=1+1\n",
    "prefixes.docx": docx(),
    "wide.txt": GOOD.encode("utf-16-le"),
    "yaml.md": b'---\ndate: !!python/object/apply:os.system ["touch pwned"]\na: &a [*a, *a]\n---\n12 people died in Leeds.',
}


def run(folder: Path, *arguments: str, timeout: float = 120, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, timeout=timeout, check=False, env=os.environ | environment)


def lines(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """What was said on standard error: whole lines, and nothing in them that acts on a terminal."""
    text = done.stderr.decode()
    assert not any((ord(c) < 32 and c != "\n") or c in "\u202e\u2066\x7f" for c in text), ascii(text)
    found = text.splitlines()
    assert all(line.startswith("factcheck: ") for line in found), found
    return found


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all of them, and two good stories."""
    folder = tmp_path_factory.mktemp("zoo")
    for name, content in [*UNREAD.items(), *PARTLY.items()]:
        (folder / name).write_bytes(content[0])
    for name, data in READ.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(GOOD)
    (folder / "other.txt").write_text(GOOD.replace("12", "14"))
    return folder


@pytest.fixture(scope="module")
def checked(zoo: Path) -> tuple[subprocess.CompletedProcess[bytes], dict]:
    done = run(zoo, "check", ".", "--limit", "claims=500", *[f"--output={name}=out/{name}" for name in names("FORMAT")])
    return done, json.loads((zoo / "out" / "json").read_text("utf-8"))


def test_none_costs_another_its_result(checked: tuple) -> None:
    done, report = checked
    assert done.returncode == 3
    lines(done)
    paths = {document["path"] for document in report["documents"]}
    assert {"./good.txt", "./other.txt"} <= paths
    assert {f"./{name}" for name in READ} <= paths
    assert any(f["verdict"] == "conflict" and {e["document"] for e in f["evidence"]} >= {"good", "other"} for f in report["findings"])


def test_what_cannot_be_read_is_named_with_its_reason(checked: tuple) -> None:
    done, report = checked
    reasons = {item["path"].removeprefix("./"): item["reason"] for item in report["skipped"] if not item["partial"]}
    assert set(reasons) == set(UNREAD)
    for name, (_, said) in UNREAD.items():
        assert said in reasons[name], (name, reasons[name])
        assert len(reasons[name]) < 300
        assert any(line.startswith(f"factcheck: ./{name}: ") for line in lines(done))


def test_what_is_read_in_part_is_told_too(checked: tuple) -> None:
    done, report = checked
    reasons: dict[str, list[str]] = {}
    for item in report["skipped"]:
        if item["partial"]:
            reasons.setdefault(item["path"].removeprefix("./"), []).append(item["reason"])
    assert set(reasons) == set(PARTLY)
    paths = {document["path"].removeprefix("./") for document in report["documents"]}
    for name, (_, said) in PARTLY.items():
        assert any(said in reason for reason in reasons[name]), (name, reasons[name])
        assert name in paths
        assert any(line.startswith(f"factcheck: ./{name}: ") for line in lines(done))


@pytest.mark.parametrize("format", names("FORMAT"))
def test_every_format_tells_of_them_and_holds_nothing_that_acts(format: str, zoo: Path, checked: tuple) -> None:
    text = (zoo / "out" / format).read_bytes().decode("utf-8").replace("\r\n", "\n")
    if format == "comment":  # which is short, and says how many there are
        assert "**This check is incomplete:**" in text and "inputs not read, or only in part" in text
    for name in ("deep.html", "bomb.docx", "picture.pdf", "cut.rss", "figures.txt") if format != "comment" else ():
        assert name in text
    assert not any((ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 or c in "\u202e\u2066" for c in text)
    assert "<script>alert" not in text.replace("\\u003c", "") or format in ("json", "text", "markdown", "sarif", "gitlab", "github")
    assert "root:x:0" not in text
    assert not (zoo / "pwned").exists()


@pytest.mark.parametrize("name", ["deep.html", "bomb.docx", "header.pdf", "laughs.xml", "nested.txt.gz", "empty.json", "cut.json"])
def test_alone_they_are_no_readable_document(name: str, zoo: Path) -> None:
    done = run(zoo, "check", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(lines(done)) == 2


def test_a_document_that_takes_too_long_or_too_much(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.html").write_text(page(P * 3000))
    for limit, said in (("memory=1", "the limit memory"), ("document-bytes=1k", "the limit document-bytes"), ("depth=2", "the limit depth")):
        done = run(tmp_path, "check", "a.txt", "b.html", "--limit", limit)
        assert done.returncode == 3
        # With no room at all a process may break down before it can say why.
        broke = "broke down" if limit == "memory=1" else said
        assert any(line.startswith("factcheck: b.html: ") and (said in line or broke in line) for line in lines(done)), lines(done)
    assert run(tmp_path, "check", "a.txt", "b.html", "--limit", "memory=2G").returncode == 0


def test_limits_are_shown_and_set_by_the_settings(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("[limits]\npages = 7\n")
    assert re.search(rb"^pages +7  ", run(tmp_path, "--show-limits").stdout, re.MULTILINE)
    assert re.search(rb"^claims +10  ", run(tmp_path, "check", "--limit", "claims=10", "--show-limits").stdout, re.MULTILINE)
    (tmp_path / "factcheck.toml").write_text("[limits]\npaegs = 7\n")
    assert "did you mean pages" in lines(run(tmp_path, "--show-limits"))[0]


def test_standard_input_of_any_kind(tmp_path: Path) -> None:
    for name, (_, data) in SAMPLES.items():
        done = subprocess.run([*COMMAND, "extract", "-"], cwd=tmp_path, input=data, capture_output=True, check=False)
        assert done.returncode == 0 and done.stdout, (name, done.stderr)
    told = subprocess.run([*COMMAND, "extract", "-", "--stdin-format", "csv"], cwd=tmp_path, input=SAMPLES["csv"][1], capture_output=True, check=False)
    assert b'"document":"stdin.2"' in told.stdout
    wrong = subprocess.run([*COMMAND, "check", "-", "--stdin-format", "pdf"], cwd=tmp_path, input=b"12 dead", capture_output=True, check=False)
    assert wrong.returncode == 2 and b"is no PDF" in wrong.stderr


def test_findings_win_over_what_is_unread_only_if_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD.replace("12", "14"))
    assert run(tmp_path, "check", "a.txt", "b.txt", "none.txt").returncode == 3
    assert run(tmp_path, "check", "a.txt", "b.txt", "none.txt", "--allow-partial").returncode == 1
    assert run(tmp_path, "check", "a.txt", "none.txt", "--allow-partial").returncode == 3


def test_a_saved_page_brings_no_frames(tmp_path: Path) -> None:
    (tmp_path / "story_files").mkdir()
    (tmp_path / "story_files" / "ad.html").write_text(page("<p>Win 99 prizes</p>"))
    (tmp_path / "story.html").write_text(page())
    report = json.loads(run(tmp_path, "check", ".", "--format", "json").stdout)
    assert [document["id"] for document in report["documents"]] == ["story"]


def test_reports_in_a_folder_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    outputs = [f"--output={name}=report.{name}" for name in ("json", "html")]
    first = run(tmp_path, "check", ".", *outputs)
    written = (tmp_path / "report.json").read_bytes()
    again = run(tmp_path, "check", ".", *outputs)
    assert (first.returncode, again.returncode) == (0, 0)
    assert (tmp_path / "report.json").read_bytes() == written
    asked = run(tmp_path, "check", "a.txt", "report.html")
    assert asked.returncode == 3
    assert lines(asked) == ["factcheck: report.html: is a report of this program, not a document"]


def test_a_document_that_a_later_stage_fails_on_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import factcheck.pipeline as pipeline
    from factcheck import Document, check

    compare = pipeline.compare

    def failing(alignment: object, *others: object) -> object:
        if any("Gotham" in telling.document.text for telling in alignment.tellings):
            raise ZeroDivisionError
        return compare(alignment, *others)

    documents = [Document(text=GOOD, id="a"), Document(text=GOOD.replace("12", "14"), id="b"), Document(text=GOOD.replace("Leeds", "Gotham"), id="c")]
    before = check(documents[:2])
    monkeypatch.setattr(pipeline, "compare", failing)
    report = check(documents)
    assert [(item.path, item.reason) for item in report.skipped] == [("c", "could not be compared (ZeroDivisionError); please report the text")]
    assert report.findings == before.findings
    monkeypatch.setattr(pipeline, "compare", lambda *_: [].pop())
    with pytest.raises(IndexError):  # a fault that is no document's is no document's
        check([])


@pytest.mark.parametrize("input", ["a.txt", "torn.pdf", "part.jsonl"])
def test_no_report_is_written_over_an_input_whether_it_could_be_read_or_not(input: str, tmp_path: Path) -> None:
    for name, data in {"a.txt": GOOD.encode(), "torn.pdf": b"torn", "part.jsonl": PARTLY["lines.jsonl"][0]}.items():
        (tmp_path / name).write_bytes(data)
    before = (tmp_path / input).read_bytes()
    done = run(tmp_path, "check", "a.txt", "torn.pdf", "part.jsonl", "--output", f"json={input}")
    assert done.returncode == 2 and "is one of the documents; write the report elsewhere" in lines(done)[-1]
    assert (tmp_path / input).read_bytes() == before
    for _ in range(2):  # the report of an earlier run may be an input, and is replaced
        assert run(tmp_path, "check", "a.txt", "report.json", "--output", "report.json").returncode == 3
        assert json.loads((tmp_path / "report.json").read_text("utf-8"))["documents"]


@pytest.mark.parametrize("encoding", ["ascii", "utf-16", "utf-32-le", "cp037", "latin-1"])
def test_whatever_encoding_is_asked_for_what_is_said_can_be_read(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "café.txt").write_text(GOOD)
    done = run(tmp_path, "check", "café.txt", "none.txt", "--fail-on", "never", PYTHONIOENCODING=encoding)
    assert lines(done) == ["factcheck: none.txt: does not exist"]
    assert "café" in done.stdout.decode("utf-8")


# A thousand files, and what must not matter


def test_a_thousand_files_of_which_three_are_broken(tmp_path: Path) -> None:
    makers = [
        ("txt", lambda text: text.encode()),
        ("md", lambda text: f"# Fire\n\n{text}".encode()),
        ("txt", lambda text: text.encode("utf-16")),
        ("html", lambda text: page(f"<h1>Fire</h1><p>{text}</p>").encode()),
        ("json", lambda text: json.dumps({"text": text}).encode()),
        ("txt.gz", lambda text: packed(text.encode())),
        ("csv", lambda text: f'text\n"{text}"\n'.encode()),
        ("eml", lambda text: f"From: a@b.c\nSubject: x\nDate: Mon, 21 Nov 2022 10:00:00 GMT\n\n{text}".encode()),
        ("pdf", lambda text: pdf(lines=(text,))),
        ("docx", lambda text: docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")),
    ]
    for number, (ending, make) in zip(range(1000), itertools.cycle(makers), strict=False):
        text = GOOD.replace("Leeds", f"Town {number}").replace("LEEDS", f"TOWN {number}")
        (tmp_path / f"{number:04}.{ending}").write_bytes(make(text))
    broken = {"0123.html": b"<div>" * 9999, "0458.pdf": b"%PDF-1.4 torn", "0999.docx": docx()[:-99]}
    for name, data in broken.items():
        assert (tmp_path / name).exists()
        (tmp_path / name).write_bytes(data)
    done = run(tmp_path, "check", ".", "--format", "json", "--fail-on", "never", timeout=300)
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert len(report["documents"]) == 997
    assert [item["path"] for item in report["skipped"]] == [f"./{name}" for name in sorted(broken)]
    assert len(lines(done)) == 3


def test_neither_locale_nor_zone_nor_seed_nor_order_matters(tmp_path: Path) -> None:
    for name, data in SAMPLES.values():
        (tmp_path / name.replace("story", name.partition(".")[2].replace(".", "-"))).write_bytes(data)
    paths = sorted(path.name for path in tmp_path.iterdir())
    surroundings = [("C", "UTC", "0"), ("tr_TR.UTF-8", "Pacific/Kiritimati", "77"), ("xx_YY", "America/New_York", "1"), ("C.UTF-8", "Asia/Kathmandu", "random")]
    outputs = set()
    for number, (locale, zone, seed) in enumerate(surroundings):  # bench/matrix.py goes through all of them
        order = random.Random(number).sample(paths, len(paths))
        done = run(tmp_path, "check", *order, "--format", "json", "--fail-on", "never", LC_ALL=locale, TZ=zone, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        outputs.add(done.stdout)
    assert len(outputs) == 1


# Stopped on the way


@pytest.mark.parametrize("after", [0.3, 0.6, 0.9, 1.3, 1.8])
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_while_reading(tmp_path: Path, after: float, sent: signal.Signals, status: int) -> None:
    """Whenever it is stopped, the old report stays or a whole new one is there, and nothing is left running or lying about."""
    (tmp_path / "slow.html").write_text(page(P * 9_000))
    (tmp_path / "report.json").write_text("{}")
    process = subprocess.Popen([*COMMAND, "check", "slow.html", "--output", "report.json", "--fail-on", "never"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(after)
    process.send_signal(sent)
    out, err = process.communicate(timeout=30)
    assert process.returncode in (status, 0, -sent)  # it may have been done, or not yet begun
    assert out == b"" or process.returncode == 0
    if process.returncode == status:
        assert err == b""
    json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.json", "slow.html"]


def test_a_full_disk_leaves_the_old_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.html").write_text(page(P))
    (tmp_path / "report.json").write_text("{}")
    done = subprocess.run(["bash", "-c", 'ulimit -f 1; exec "$@"', "-", *COMMAND, "check", "a.txt", "b.html", "--output", "report.json"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert any("report.json: cannot be written" in line for line in lines(done))
    assert (tmp_path / "report.json").read_text() == "{}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.html", "report.json"]


def test_without_standard_streams_or_a_working_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.html").write_text(page(P))
    command = " ".join([*COMMAND, "check", f"{tmp_path}/a.txt", f"{tmp_path}/b.html", "--fail-on", "never", "--output", f"{tmp_path}/out.json"])
    for script in (f"{command} <&- >&- 2>&-", f"mkdir {tmp_path}/gone && cd {tmp_path}/gone && rmdir {tmp_path}/gone && {command}", f"ulimit -n 16; {command}"):
        (tmp_path / "out.json").unlink(missing_ok=True)
        done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, env={"PATH": os.environ["PATH"]})
        assert done.returncode == 0, (script, done.stderr)
        assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["documents"]) == 2
