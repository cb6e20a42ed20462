"""The readers, by the tables in cases/load: what comes out of a file, what it says of itself, and what is refused."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from factcheck.errors import DocumentError
from factcheck.limits import Limits
from factcheck.load.dispatch import read_parts
from factcheck.load.protocol import Reading, Source
from factcheck.registry import names
from tests.samples import SAMPLES, STORY, docx, pdf

CASES = [
    pytest.param(case | {"ending": case.get("ending", f".{path.stem}")}, id=f"{path.stem}: {case['name']}")
    for path in sorted(Path(__file__).parent.glob("cases/load/*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
FIELDS = ("headline", "date", "modified", "author", "publisher", "url")


def read(data: bytes, name: str, **limits: int) -> list:
    return read_parts(data, Source(name, Limits()._replace(**limits)))


def check(reading: Reading, expected: dict) -> None:
    """Hold a document against what a case says of it; what it does not speak of is free, but for metadata."""
    assert (reading.text if expected.get("raw") else reading.text.split("\n\n")) == (expected["text"][0] if expected.get("raw") else expected["text"])
    for field in FIELDS:
        if field in expected or ("text" in expected and "part" not in expected):
            assert getattr(reading, field) == expected.get(field), field
    if "part" in expected:
        assert reading.part == expected["part"]
    if "zones" in expected:
        assert [block.zone for block in reading.blocks] == expected["zones"]
    if "notices" in expected:
        assert list(reading.notices) == expected["notices"]
    if "text" in expected and "part" not in expected:
        assert list(reading.lost) == expected.get("lost", [])


@pytest.mark.parametrize("case", CASES)
def test_cases(case: dict) -> None:
    data = case["file"].removeprefix("\n").encode(case.get("encoding", "utf-8"))
    if "refused" in case:
        with pytest.raises(DocumentError, match=case["refused"]):
            read(data, f"case{case['ending']}")
        return
    parts = read(data, f"case{case['ending']}")
    readings = [part for part in parts if isinstance(part, Reading)]
    expected = case.get("document", [case])
    assert len(readings) == len(expected)
    for reading, wanted in zip(readings, expected, strict=True):
        check(reading, wanted)
    unread = [f"{part.part}: {part.reason}" if part.part else part.reason for part in parts if not isinstance(part, Reading)]
    assert len(unread) == len(case.get("unread", []))
    for said, wanted in zip(unread, case.get("unread", []), strict=True):
        assert said.startswith(wanted)


def test_every_reader_has_cases() -> None:
    endings = {case.values[0]["ending"] for case in CASES}
    from factcheck.registry import plugin

    without = {name for name in names("READER") if not endings & set(plugin("READER", name).suffixes)}
    assert without <= {"plain", "pdf", "docx"}  # which test_load.py and the functions below are about
    assert set(SAMPLES) == {*names("READER"), "gzip"}


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_samples_are_read(kind: str) -> None:
    name, data = SAMPLES[kind]
    parts = read(data, name)
    assert all(isinstance(part, Reading) for part in parts)
    assert parts[0].format == ("plain" if kind in ("gzip", "eml") else "html" if kind in ("mhtml", "warc", "feed") else kind)
    assert STORY[1] in parts[0].text


@pytest.mark.parametrize("kind", [kind for kind in SAMPLES if kind not in ("plain", "markdown", "gzip")])
def test_a_place_can_be_shown(kind: str) -> None:
    name, data = SAMPLES[kind]
    reading = read(data, name)[0]
    for block in reading.blocks or ():
        assert reading.text[block.start : block.end].strip() == reading.text[block.start : block.end]
    if kind in ("html", "mhtml", "json", "csv", "feed", "warc", "docx", "pdf"):
        assert len(reading.blocks) >= 2


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("part", [0.3, 0.7, 0.97])
def test_a_file_that_is_cut_off_is_never_read_as_if_it_were_whole(kind: str, part: float) -> None:
    """But for text and pages, whose beginning cannot be told from the whole."""
    name, data = SAMPLES[kind]
    try:
        parts = read(data[: int(len(data) * part)], name)
    except DocumentError as error:
        assert "\n" not in str(error)
        return
    if kind not in ("plain", "markdown", "html"):
        assert any(not isinstance(found, Reading) or found.lost for found in parts)


@pytest.mark.parametrize(("kind", "library", "extra"), [("html", "trafilatura", "html"), ("html", "lxml", "html"), ("mhtml", "lxml", "html"), ("pdf", "pypdfium2", "pdf"), ("docx", "docx2python", "docx"), ("warc", "fastwarc.warc", "warc")])
def test_a_missing_extra_is_one_line_that_names_it(kind: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    name, data = SAMPLES[kind]
    with pytest.raises(DocumentError) as caught:
        read(data, name)
    assert str(caught.value).startswith(f"needs the extra '{extra}', of which ")
    assert str(caught.value).endswith(f"install it with: pip install 'factcheck[{extra}]'")


# PDF


def test_pages_are_known() -> None:
    (reading,) = read(pdf(3), "a.pdf")
    assert {block.page for block in reading.blocks} == {1, 2, 3}
    assert not reading.lost


def test_a_page_that_is_a_picture_is_told() -> None:
    with pytest.raises(DocumentError, match=r"has a page without text that can be read: a picture of a page \(page 1\); make its text"):
        read(pdf(1, picture=True), "a.pdf")


def test_too_many_pages_are_a_limit() -> None:
    (reading,) = read(pdf(5), "a.pdf", pages=2)
    assert {block.page for block in reading.blocks} == {1, 2}
    assert "has 5 pages, of which the first 2 were read (the limit pages, 2); raise it with --limit pages=NUMBER" in reading.lost


def test_running_heads_and_page_numbers_are_left_out() -> None:
    from factcheck.load.pdf_layout import Line, Sheet, assemble

    def sheet(number: int, text: str) -> Sheet:
        head = Line(f"The Ruritanian, page {number}", number, 40, 200, 780, 770, 8)
        foot = Line(f"{number} of 3", number, 300, 320, 20, 10, 8)
        return Sheet(number, 792, [head, *[Line(line, number, 40, 400, 700 - 12 * n, 690 - 12 * n, 10) for n, line in enumerate(text.split("|"))], foot])

    text = assemble([sheet(1, "The dam held, although the wa-|ter stood 12 metres high and 66-|year-old men said that it had"), sheet(2, "never been so high."), sheet(3, "Nobody died.")])
    assert text.reading().text == "The dam held, although the water stood 12 metres high and 66-year-old men said that it had never been so high.\n\nNobody died."


def test_words_that_are_parted_at_the_end_of_a_line() -> None:
    from collections import Counter

    from factcheck.load.pdf_layout import _joined

    for lines, words, whole in [
        (["unprece-", "dented"], {}, "unprecedented"),
        (["a power-", "sharing deal"], {"power-sharing": 1}, "a power-sharing deal"),
        (["the 66-", "year-old"], {}, "the 66-year-old"),
        (["des\u00ad", "troyed"], {}, "destroyed"),
        (["unprece\ufffedented"], {}, "unprecedented"),
        (["Anglo-", "American"], {}, "Anglo-American"),
        (["see https://example.org/a-", "b/c"], {}, "see https://example.org/a-b/c"),
        (["see https://example.org/a", "and then"], {}, "see https://example.org/a and then"),
    ]:
        assert _joined(lines, Counter(words)) == whole


def test_pdf_paragraph_of_many_pages_is_put_together_once() -> None:
    from factcheck.load.pdf_layout import Line, Sheet, assemble

    sheets = [
        Sheet(page, 800.0, [Line(f"the council met and said w{page}x{n} of the new", page, 50.0, 500.0, 710.0 - 12 * n, 700.0 - 12 * n, 10.0) for n in range(50)])
        for page in range(1, 401)
    ]
    text = assemble(sheets).reading().text
    assert text.split("\n\n") == [" ".join(line.text for sheet in sheets for line in sheet.lines)]


# Word


def paragraph(inner: str, style: str = "") -> str:
    head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{head}{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t xml:space=\"preserve\">{text}</w:t></w:r>"


def test_word_reads_as_with_all_changes_accepted_and_nothing_hidden() -> None:
    deleted, inserted = "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>", f"<w:ins>{run('14')}</w:ins>"
    body = paragraph(run("The toll was ") + deleted + inserted + run(" dead.")) + paragraph(run("Seen.") + run(" Hidden 99.", "<w:vanish/>"))
    (reading,) = read(docx(body), "a.docx")
    assert reading.text == "The toll was 14 dead.\n\nSeen."
    assert reading.notices == ("holds tracked changes; it was read as if all were accepted", "holds hidden text; it was not read")


def test_word_keeps_its_structure() -> None:
    cell = "<w:tc>{}</w:tc>".format
    body = (
        paragraph(run("Dam holds"), "Title")
        + paragraph(run("It held."))
        + paragraph(run("A boat"), "Caption")
        + f"<w:tbl><w:tr>{cell(paragraph(run('Dead')))}{cell(paragraph(run('12')))}</w:tr></w:tbl>"
    )
    (reading,) = read(docx(body), "a.docx")
    assert reading.text.split("\n\n") == ["Dam holds", "It held.", "A boat", "Dead | 12"]
    assert [block.zone for block in reading.blocks] == ["headline", "", "caption", "table"]


@pytest.mark.parametrize(
    ("data", "reason", "limits"),
    [
        (docx(""), "holds no text", {}),
        (docx(prolog='<!DOCTYPE x [<!ENTITY a "b">]>'), "declares entities", {}),
        (docx("<w:p>" * 300 + "</w:p>" * 300), "the limit depth", {}),
        (docx(more={"word/a.xml": b" " * 20_000_000}), "the limit inflation-ratio", {}),
        (docx(more={"word/a.xml": b" " * 2_000_000}), "the limit inflated-bytes", {"inflated_bytes": 1_000_000}),
        (docx(more={f"word/{n}.xml": b"<a/>" for n in range(50)}), "the limit entries", {"entries": 20}),
        (docx()[:-60], "damaged .docx: it is cut off", {}),
        (docx().replace(b"word/document", b"word/documents"[:13]), None, {}),
    ],
    ids=["empty", "entities", "deep", "ratio", "bytes", "entries", "cut", "whole"],
)
def test_word_files_that_are_refused(data: bytes, reason: str | None, limits: dict[str, int]) -> None:
    if reason is None:
        assert read(data, "a.docx", **limits)
        return
    with pytest.raises(DocumentError, match=reason):
        read(data, "a.docx", **limits)
