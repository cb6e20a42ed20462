"""The child process that reads what is not trusted: it can hang, grow, crash or lie, and only its own document is lost."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.errors import DocumentError
from factcheck.extract.bounded import LARGE, extract_within
from factcheck.isolate import Worker
from factcheck.limits import LimitReached, Limits, read_limits
from factcheck.load import load
from factcheck.load.clean import clean
from factcheck.model.document import Block, Document
from tests.samples import page

TASKS = '''
import os, signal, sys, time
from factcheck.errors import DocumentError
from factcheck.limits import LimitReached, Limits

def echo(head, body):
    print("this is no answer")
    return {"head": head, "pid": os.getpid(), "seed": os.environ["PYTHONHASHSEED"], "zone": os.environ["TZ"]}, body[::-1]

def act(head, body):
    match head:
        case "hang": time.sleep(60)
        case "spin":
            while True: pass
        case "search": __import__("re").search("(a+)+$", "a" * 60 + "b")
        case "pid": return os.getpid(), b""
        case "deaf":
            signal.signal(signal.SIGALRM, signal.SIG_IGN); signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)
        case "grow": return None, b"x" * 10**10
        case "grow slowly":
            kept = []
            while True: kept.append(bytes(10**6))
        case "die": os.kill(os.getpid(), signal.SIGSEGV)
        case "leave": os._exit(0)
        case "raise": return {}["x"]
        case "recurse": return act(head, body)
        case "refuse": raise DocumentError("is no good", fix="make it good")
        case "limit": raise LimitReached("pages", Limits(), "has too many pages")
        case "write":
            with open(body, "w") as file: file.write("x" * 10000)
        case "half": os.write(1, b"x" * 100); return "\\ud800", b""
    return head, b""
'''
REASONS = {
    "hang": "took too long to read (the limit seconds, 1); raise it with --limit seconds=NUMBER",
    "spin": "took too long to read (the limit seconds, 1); raise it with --limit seconds=NUMBER",
    "deaf": "took too long to read (the limit seconds, 1); raise it with --limit seconds=NUMBER",
    "grow": "needs too much memory (the limit memory, 100,000,000); raise it with --limit memory=NUMBER",
    "grow slowly": "needs too much memory (the limit memory, 100,000,000); raise it with --limit memory=NUMBER",
    "die": f"cannot be read: the process that read it broke down (signal {int(signal.SIGSEGV)})",
    "leave": "cannot be read: the process that read it broke down (status 0)",
    "raise": "cannot be read: it is damaged or of an unusual make (KeyError)",
    "recurse": "is nested too deeply (the limit depth, 256); raise it with --limit depth=NUMBER",
    "refuse": "is no good; make it good",
    "limit": "has too many pages (the limit pages, 2,000); raise it with --limit pages=NUMBER",
}


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "child_tasks.py").write_text(TASKS)
    monkeypatch.syspath_prepend(tmp_path)


def test_an_answer(tasks: None) -> None:
    with Worker("child_tasks:echo", Limits()) as worker:
        head, body = worker.call({"a": "\ud800é"}, b"abc" * 10**6)
        assert (head["head"], head["seed"], head["zone"], body) == ({"a": "\ud800é"}, "0", "UTC", b"cba" * 10**6)
        assert worker.call({}, b"")[0]["pid"] == head["pid"] != os.getpid()


@pytest.mark.parametrize("act", REASONS)
def test_what_goes_wrong_is_told_and_the_next_document_is_read(tasks: None, act: str) -> None:
    with Worker("child_tasks:act", Limits(seconds=1, memory=100_000_000)) as worker:
        begun = time.monotonic()
        with pytest.raises(DocumentError) as caught:
            worker.call(act, b"")
        assert str(caught.value) == REASONS[act]
        assert isinstance(caught.value, LimitReached) == ("the limit" in REASONS[act])
        assert time.monotonic() - begun < 30  # and not for as long as the child would
        assert worker.call("fine", b"") == ("fine", b"")


def test_the_child_writes_no_files(tasks: None, tmp_path: Path) -> None:
    with Worker("child_tasks:act", Limits()) as worker, pytest.raises(DocumentError, match="OSError"):
        worker.call("write", str(tmp_path / "x").encode())
    assert not (tmp_path / "x").exists() or (tmp_path / "x").stat().st_size == 0


def test_half_a_character_comes_back(tasks: None) -> None:
    with Worker("child_tasks:act", Limits()) as worker:
        assert worker.call("half", b"") == ("\ud800", b"")


def test_no_child_is_left_behind(tasks: None) -> None:
    with Worker("child_tasks:echo", Limits()) as worker:
        child = worker.call({}, b"")[0]["pid"]
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.parametrize("act", ["hang", "spin", "search", "echo"])
def test_a_child_whose_parent_is_killed_ends_with_it(tasks: None, act: str, tmp_path: Path) -> None:
    """At once, long before its time is up, and amid a search that lets nothing else run in it."""
    script = (
        f"import os, sys, threading; sys.path.insert(0, {str(tmp_path)!r})\nfrom factcheck.isolate import Worker\nfrom factcheck.limits import Limits\n"
        "worker = Worker('child_tasks:act', Limits(seconds=600))\nprint(worker.call('pid', b'')[0], flush=True)\n"
        f"threading.Timer(0.5, os.kill, (os.getpid(), 9)).start()\nworker.call({act!r}, b'')\nthreading.Event().wait()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    child = int(done.stdout)
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    pytest.fail("it lived on")


def test_plain_text_needs_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("12 dead")
    (tmp_path / "b.md").write_text("# 12 dead")
    (tmp_path / "c.html").write_text(page())
    monkeypatch.setattr(Worker, "call", lambda *_: pytest.fail("a process was asked"))
    assert len(load([tmp_path / "a.txt", tmp_path / "b.md"]).documents) == 2
    with pytest.raises(pytest.fail.Exception):
        load([tmp_path / "c.html"])


def test_the_reading_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that asks for things from a server that would notice."""
    from factcheck.load.dispatch import read_parts
    from factcheck.load.protocol import Source

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        address = "http://127.0.0.1:%d/x" % server.getsockname()[1]
        asked = page(head=f'<link rel="stylesheet" href="{address}"><base href="{address}"><meta http-equiv="refresh" content="0;url={address}">') + f'<img src="{address}"><iframe src="{address}"></iframe>'
        (tmp_path / "a.html").write_text(asked)
        (tmp_path / "b.xml").write_text(f'<!DOCTYPE rss SYSTEM "{address}"><rss><channel><item><title>12 dead</title><description>x</description></item></channel></rss>')
        (tmp_path / "c.html").write_text(f'<!DOCTYPE html SYSTEM "{address}">{page()}')
        assert len(load([tmp_path]).documents) == 3
        with pytest.raises(TimeoutError):
            server.accept()
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("a connection was opened"))
    read_parts(asked.encode(), Source("a.html", Limits()))


# Limits


def test_limits_are_read() -> None:
    assert read_limits(["seconds=5", "memory=1G", "document-bytes=2M", "claims=1_000"]) == {"seconds": 5, "memory": 10**9, "document-bytes": 2 * 10**6, "claims": 1000}
    assert Limits().with_changes({"document-bytes": 5}).document_bytes == 5


@pytest.mark.parametrize(("given", "said"), [("second=5", "did you mean seconds"), ("seconds", "NAME=NUMBER"), ("seconds=-1", "NAME=NUMBER"), ("seconds=0", "NAME=NUMBER"), ("seconds=1e3", "NAME=NUMBER"), ("seconds=٣", "NAME=NUMBER"), ("seconds=" + "9" * 50, "NAME=NUMBER")])
def test_wrong_limits_say_what_was_meant(given: str, said: str) -> None:
    from factcheck.errors import UsageError

    with pytest.raises(UsageError, match=said):
        read_limits([given])


def test_claims_beyond_the_limit_are_left_out_and_told() -> None:
    telling, lost = extract_within(Document("The fire killed 12 people.\n\nThe flood killed 30 men and 4 women.", "a"), Limits(claims=2))
    assert len(telling.claims) == 2
    assert len(lost) == 1
    assert "holds more than 2 " in lost[0] and "(the limit claims, 2); raise it with --limit claims=NUMBER" in lost[0]
    assert telling.document.text == "The fire killed 12 people.\n\nThe flood killed 30 men and 4 women."[: len(telling.document.text)]
    assert extract_within(Document("The fire killed 12 people.", "a"), Limits(claims=50))[1] == ()


def test_a_large_text_gives_the_same_claims_as_a_small_one() -> None:
    story = "The fire killed 12 people in Leeds on Monday, the mayor said. It was a long night, and nobody slept.\n\n"
    text = "It rained all day long, and the river rose without a sound.\n\n" * (LARGE // 60) + story
    assert len(text) > LARGE
    telling, lost = extract_within(Document(text, "a"), Limits())
    small, _ = extract_within(Document(story, "a"), Limits())
    assert lost == ()
    assert [(c.kind, c.text) for c in telling.claims if c.start >= len(text) - len(story)] == [(c.kind, c.text) for c in small.claims]
    assert telling.document.text == text


def test_a_text_read_in_pieces_gives_the_claims_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """But for who was named or spoke long before: pieces begin some paragraphs early."""
    from factcheck.extract import extract, pieces

    monkeypatch.setattr(pieces, "PIECE", 3_000)
    monkeypatch.setattr(pieces, "BEFORE", 1_000)
    paragraphs = []
    for n in range(60):
        paragraphs += [f"A fire near mill number {n} in Leeds killed {n + 2} people on Monday, said John Harker, {30 + n}, who leads the brigade.", f"“We had {n + 3} engines there,” Harker said. He had been to York in {1950 + n}."]
    text = "\n\n".join(paragraphs)
    whole = extract(Document(text, "a"))
    parts = pieces.extract_in_pieces(Document(text, "a"), 2_000, 10**6)
    assert (parts.sentences, parts.zones, parts.names) == (whole.sentences, whole.zones, whole.names)
    told = [[(c.kind, c.start, c.end, c.text, c.value.key(), c.attribute, c.subject, c.sentence, c.zone, c.attribution) for c in t.claims] for t in (whole, parts)]
    assert told[0] == told[1]
    assert all(text[c.start : c.end] == c.text for c in parts.claims)
    tokens = [c.token for c in parts.claims]
    assert tokens == sorted(tokens)
    # Paragraphs that a file tells of, and a text without any.
    blocks = tuple(Block(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    assert len(pieces.extract_in_pieces(Document(text, "a", blocks=blocks), 2_000, 10**6).claims) == len(whole.claims)
    assert len(pieces.extract_in_pieces(Document(text.replace("\n\n", " "), "a"), 2_000, 10**6).claims) > len(whole.claims) * 0.9
    cut = Document(text, "a")
    assert 50 < len(pieces.extract_in_pieces(cut, 2_000, 50).claims) < len(whole.claims)
    assert text.startswith(cut.text) and len(cut.text) < len(text)


def test_a_text_that_takes_too_long_is_told() -> None:
    with pytest.raises(LimitReached, match="the limit seconds, 1"):
        extract_within(Document("The fire killed 12 people in Leeds on Monday. " * 90_000, "a"), Limits(seconds=1))


# What the eye sees

SEEN = [
    ("The fire killed 1\u200b2 people.", "1\u200b2 people", "12"),
    ("The fire killed 12\u00a0people.", "12\u00a0people", "12"),
    ("The fire killed 12 peo\u00adple.", "12 peo\u00adple", "12"),
    ("The fire killed １２ people.", "１２ people", "12"),
    ("The fire killed ١٢ people.", "١٢ people", "12"),
    ("The fire killed \x1b[31m12\x1b[0m people.", "12\x1b[0m people", "12"),
    ("The fire killed \u202e12\u202c people.", "12\u202c people", "12"),
    ("The cafe\u0301 fire killed 12 people.", "12 people", "12"),
    ("The fire killed 12\u2009people.", "12\u2009people", "12"),
    ("The fire killed 12\U000e0033 people.", "12\U000e0033 people", "12"),
]


@pytest.mark.parametrize(("text", "words", "value"), SEEN, ids=[ascii(row[1]) for row in SEEN])
def test_invisible_characters_neither_hide_nor_make_a_claim(text: str, words: str, value: str, tmp_path: Path) -> None:
    from factcheck import Document as Given
    from factcheck import extract_claims

    (tmp_path / "a.txt").write_text(text, "utf-8")
    for given in (Given(text=text), str(tmp_path / "a.txt")):
        (count,) = [claim for claim in extract_claims(given) if claim.kind == "count"]
        assert (count.text, str(count.value.written_value)) == (words, value)
        assert text[count.start : count.end] == words


def test_places_hold_in_bytes_whatever_stands_before_them(tmp_path: Path) -> None:
    from factcheck import check

    text = "\U0001f525 Café e\u0301\u200b, déjà\r\nThe fire in Leeds on 3 May 2023 killed 12 people.\r\nThe fire in Leeds on 3 May 2023 killed 14 people.\r\n"
    for name, encoding, mark in (("a", "utf-8", b""), ("b", "utf-8", b"\xef\xbb\xbf"), ("c", "utf-16-le", b"\xff\xfe"), ("d", "utf-16-be", b"\xfe\xff")):
        data = mark + text.encode(encoding)
        path = tmp_path / f"{name}.txt"
        path.write_bytes(data)
        report = check([path])
        places = [e for f in report.findings for e in f.evidence]
        assert places
        for e in places:
            assert text[e.start : e.end] == e.text
            assert data[e.place.byte_start : e.place.byte_end].decode(encoding) == e.text
            assert e.line == text.count("\n", 0, e.start) + 1


def test_cleaning_maps_back() -> None:
    from hypothesis import given
    from hypothesis import strategies as st

    pieces = st.lists(st.sampled_from(["a", "12", " ", "\u200b", "\u00ad", "e\u0301", "\u00a0", "１", "\r", "\r\n", "\x1b[1m", "\u202e", "é", "\u2028", "🔥", "\x00", "٣"]), max_size=20).map("".join)

    @given(pieces | st.text(max_size=40))
    def law(text: str) -> None:
        read, original = clean(text)
        assert clean(read)[0] == read or "\u0301" in text
        if original is None:
            assert read == text
            return
        behind = 0
        for n in range(len(read)):
            start, end = original.start(n), original.end(n + 1)
            assert behind <= start < end <= len(text)
            assert original.read(start) == n
            behind = end

    law()
