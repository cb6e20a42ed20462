"""Loading: what is read, how it is decoded and named, and what is refused, each with one clear reason."""

from __future__ import annotations

import os
import socket
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import DocumentError
from factcheck.load import load
from factcheck.load.decode import decode
from factcheck.load.readers.markdown import front_matter
from factcheck.public.report import Document

TEXT = "The café’s “résumé” cost €5 – 238 died in São Paulo.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path, content="238 dead.\n"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def reasons(inputs):
    return {item.path: item.reason for item in inputs.skipped}


# Decoding

DECODED = [
    ("utf-8", TEXT.encode(), TEXT, ()),
    ("utf-8 with its mark", b"\xef\xbb\xbf" + TEXT.encode(), TEXT, ()),
    ("utf-16", TEXT.encode("utf-16"), TEXT, ("read as UTF-16, not UTF-8",)),
    ("utf-16 big-endian", b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, ("read as UTF-16, not UTF-8",)),
    ("utf-32", TEXT.encode("utf-32"), TEXT, ("read as UTF-32, not UTF-8",)),
    ("windows-1252", TEXT.encode("cp1252"), TEXT, ("read as Windows-1252, not UTF-8",)),
    ("line ends stay", b"a\r\nb\rc\n", "a\r\nb\rc\n", ()),
    ("astral", "14 \U0001f525 dead".encode(), "14 \U0001f525 dead", ()),
    (
        "windows-1251",
        "Президент сказал, что 238 человек погибли в январе.".encode("cp1251"),
        "Президент сказал, что 238 человек погибли в январе.",
        ("read as cp1251, not UTF-8",),
    ),
]


@pytest.mark.parametrize(
    ("data", "text", "notices"), [row[1:] for row in DECODED], ids=[row[0] for row in DECODED]
)
def test_decodes(data, text, notices):
    assert decode(data)[:2] == (text, notices)


REFUSED = [
    ("NUL bytes", b"abc\0def", "is binary"),
    ("NUL in UTF-16", "a\0b".encode("utf-16"), "is binary"),
    ("controls", bytes(range(1, 32)) * 4, "is binary"),
    ("cut UTF-16", TEXT.encode("utf-16")[:-1], "not UTF-16 at byte"),
    ("damaged UTF-8", TEXT.encode().replace(b"died", b"d\xff"), "is damaged UTF-8: byte 0xFF"),
    ("cut UTF-8", "São Paulo".encode() + "é".encode()[:1], "is damaged UTF-8"),
    (
        "no encoding at all",
        b"238 dead " + bytes(range(255, 127, -1)),
        "cannot be decoded",
    ),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refuses(data, reason):
    with pytest.raises(DocumentError, match=reason) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


# Files, folders, globs


def test_offsets_hold_in_the_file(folder):
    write(folder / "a.md", b"\xef\xbb\xbf---\r\ntitle: Dam\r\n---\r\n238 dead")
    (document,) = load(["a.md"]).documents
    assert document.text == "---\r\ntitle: Dam\r\n---\r\n238 dead"
    assert document.title == "Dam"


def test_folders_are_searched_in_order_and_hidden_files_left_alone(folder):
    for name in ("in/b.txt", "in/sub/a.md", "in/.hidden.txt", "in/.git/c.txt", "in/picture.png"):
        write(folder / name)
    inputs = load(["in"])
    assert [d.path for d in inputs.documents] == ["in/sub/a.md", "in/b.txt"]
    assert [d.id for d in inputs.documents] == ["a", "b"]
    assert inputs.skipped == []
    assert [item.path for item in inputs.passed_over] == ["in/picture.png"]


def test_an_explicit_file_is_always_read(folder):
    write(folder / "story.article")
    write(folder / ".hidden.txt")
    assert [d.id for d in load(["story.article", ".hidden.txt"]).documents] == [".hidden", "story"]


def test_globs(folder):
    for name in ("a1.txt", "a2.txt", "b.txt", "sub/a3.txt"):
        write(folder / name)
    assert [d.id for d in load(["a*.txt"]).documents] == ["a1", "a2"]
    assert [d.id for d in load(["**/a*.txt"]).documents] == ["a1", "a2", "a3"]
    assert reasons(load(["z*.txt"])) == {"z*.txt": "matches no file"}


def test_a_name_that_looks_like_a_glob_is_a_name_if_there_is_such_a_file(folder):
    write(folder / "a[1].txt")
    write(folder / "a1.txt")
    assert [d.path for d in load(["a[1].txt"]).documents] == ["a[1].txt"]


def test_each_file_is_read_once(folder):
    write(folder / "in/a.txt")
    (folder / "link.txt").symlink_to(folder / "in/a.txt")
    inputs = load(["in", "in/a.txt", "./in/../in/a.txt", "link.txt", str(folder / "in/a.txt")])
    assert [d.id for d in inputs.documents] == ["a"]


def test_links_neither_loop_nor_lead_out_of_the_folder(folder):
    write(folder / "in/a.txt")
    write(folder / "outside/secret.txt")
    (folder / "in/loop").symlink_to(folder / "in")
    (folder / "in/out").symlink_to(folder / "outside")
    (folder / "in/secret.txt").symlink_to(folder / "outside/secret.txt")
    (folder / "in/nothing.txt").symlink_to(folder / "nowhere")
    inputs = load(["in"])
    assert [d.id for d in inputs.documents] == ["a"]
    assert [item.path for item in inputs.passed_over] == ["in/loop", "in/out"]
    assert reasons(inputs) == {"in/nothing.txt": "is a link to nothing", "in/secret.txt": "is a link out of the folder searched; name it to have it read"}


def test_what_a_folder_holds_that_cannot_be_read_is_named(folder):
    write(folder / "in/a.txt")
    os.mkfifo(folder / "in/pipe.txt")
    os.mkfifo(folder / "in/pipe")
    (folder / "in/round.md").symlink_to("round.md")
    (folder / "in/sub.txt").mkdir()
    (folder / "in/link.txt").symlink_to("sub.txt")
    inputs = load(["in"])
    assert reasons(inputs) == {"in/pipe.txt": "is not a regular file", "in/round.md": "is a link to nothing"}
    assert [item.path for item in inputs.passed_over] == ["in/link.txt", "in/pipe"]


def test_names_are_unique_in_order_of_path_whatever_the_order_given(folder):
    paths = ["z/story.txt", "a/story.txt", "a/story.md", "m/story.tar.gz.txt", "b/story-2.txt"]
    for number, path in enumerate(paths):
        write(folder / path, f"{number} dead")
    expected = [("a/story.md", "story"), ("a/story.txt", "story-2"), ("b/story-2.txt", "story-2-2")]
    for order in (paths, paths[::-1], paths[2:] + paths[:2]):
        inputs = load(order)
        found = sorted((d.path, d.id) for d in inputs.documents)
        assert found[:3] == expected
        assert [d.id for d in inputs.documents] == sorted(d.id for d in inputs.documents)
        assert [d.id for d in inputs.documents] == [
            "story",
            "story-2",
            "story-2-2",
            "story-3",
            "story.tar.gz",
        ]


def test_names_in_use_are_left_to_their_owners(folder):
    write(folder / "draft.txt")
    assert [d.id for d in load(["draft.txt"], taken=["draft"]).documents] == ["draft-2"]


def test_a_file_may_be_left_out_wherever_it_turns_up(folder):
    write(folder / "a.txt")
    write(folder / "draft.txt")
    assert [d.id for d in load(["."], apart_from=["draft.txt"]).documents] == ["a"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\0\0", "is binary, not text"),
    ],
)
def test_a_bad_file_costs_the_others_nothing(folder, content, reason):
    write(folder / "bad.txt", content)
    write(folder / "good.txt")
    inputs = load(["bad.txt", "good.txt"])
    assert [d.id for d in inputs.documents] == ["good"]
    assert reasons(inputs)["bad.txt"].startswith(reason)


def test_what_is_no_file_is_refused_without_opening_it(folder):
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        (folder / "gone.txt").symlink_to("nowhere")
        inputs = load(["pipe.txt", "socket.txt", "/dev/zero", "gone.txt", "missing.txt", "nul\0.txt", ""])
    assert inputs.documents == []
    found = reasons(inputs)
    assert found["pipe.txt"].startswith("is a named pipe")
    assert found["socket.txt"].startswith("is a socket")
    assert found["/dev/zero"].startswith("is a device")
    assert found["gone.txt"] == "is a link to nothing"
    assert found["missing.txt"] == found[""] == "does not exist"
    assert "null" in found["nul\0.txt"]


def test_an_empty_folder_is_told(folder):
    (folder / "in").mkdir()
    assert reasons(load(["in"]))["in"].startswith("holds no file ending in .")


def test_too_big_is_a_named_limit(folder):
    with open(folder / "big.txt", "wb") as file:
        file.truncate(50_000_001)
    assert "the limit document-bytes" in reasons(load(["big.txt"]))["big.txt"]
    assert "the limit document-bytes" in reasons(load(["-"], stdin=b"a" * 50_000_001))["-"]


def test_names_of_any_bytes_can_be_shown(folder):
    path = os.fsdecode(b"caf\xe9.txt")
    write(folder / path)
    (document,) = load([path]).documents
    assert document.id == "caf\\xe9"
    document.path.encode("utf-8")


# Standard input and texts


def test_standard_input():
    (document,) = load(["-"], stdin=TEXT.encode("cp1252")).documents
    assert (document.id, document.path, document.text) == ("stdin", None, TEXT)
    assert "none was given" in reasons(load(["-"]))["-"]


def test_texts():
    given = Document(
        text="238 dead", id="b", title="Dam", date="2022-11-21T23:30:00-05:00", url="u:x", publisher="AFP"
    )
    inputs = load(
        [given, Document(text="two"), Document(text="one"), Document(text="238 dead", id="b")], role="draft"
    )
    ids = [(d.id, d.text) for d in inputs.documents]
    assert ids == [("b", "238 dead"), ("b-2", "238 dead"), ("document", "two"), ("document-2", "one")]
    first = inputs.documents[0]
    assert (first.title, first.url, first.publisher, first.role) == ("Dam", "u:x", "AFP", "draft")
    # The day is taken as written, not as it was in Greenwich.
    assert (first.given_date.start, first.given_date.end, first.given_date.basis) == (
        date(2022, 11, 21),
        date(2022, 11, 21),
        "given",
    )


def test_a_text_is_told_by_its_attributes():
    given = SimpleNamespace(text="x", id=None, title=None, date=None, url=None, publisher=None)
    assert (
        load([given]).documents[0].sha256
        == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    )


# Front matter

FRONT = [
    ("---\ntitle: A\ndate: 2023-04-05\n---\nx", {"title": "A", "date": "2023-04-05"}),
    ("---\r\nTitle: 'A: b'\r\nurl: https://e.org/x\r\n---\r\n", {"title": "A: b", "url": "https://e.org/x"}),
    ('---\npublisher: "AFP"\ntags: [a, b]\nnested:\n  title: no\n...\n', {"publisher": "AFP"}),
    ("---\ntitle: A\nno end", {}),
    ("\n---\ntitle: A\n---\n", {}),
    ("text\n---\ntitle: A\n---\n", {}),
    ("---\ntitle:\n---\n", {}),
]


@pytest.mark.parametrize(("text", "found"), FRONT)
def test_front_matter(text, found):
    assert front_matter(text) == found


def test_dates_of_front_matter(folder):
    write(folder / "a.md", "---\ndate: 2023-04-05T10:00:00Z\n---\nx")
    write(folder / "b.md", "---\ndate: last Tuesday\n---\nx")
    a, b = load(["a.md", "b.md"]).documents
    assert (a.given_date.start, a.given_date.basis) == (date(2023, 4, 5), "metadata")
    assert b.given_date is None
    assert "not an ISO day" in b.notices[0]


@given(
    st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-16", "surrogatepass"))
)
def test_any_bytes_are_text_or_refused_in_one_line(data):
    try:
        text, notices, *_ = decode(data)
    except DocumentError as error:
        assert "\n" not in str(error)
    else:
        text.encode("utf-8")
        assert "\0" not in text
        assert notices or data.decode("utf-8-sig") == text


@given(st.text(max_size=200))
def test_front_matter_never_fails(text):
    assert set(front_matter("---\n" + text + "\n---\n")) <= {"title", "date", "modified", "url", "publisher", "author"}
