"""The report formats: what they show, that nothing from a document acts on its reader, and that they stay small."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from sample_report import FLOOD, RELIEF, finding, hostile_report, place, report_of, sample

from factcheck import Document, extract_claims
from factcheck.registry import docstring, names
from factcheck.report import pieces, render
from factcheck.report.columns import wrapped
from factcheck.report.escape import json_text, markdown, terminal, visible
from factcheck.report.excerpt import passages
from factcheck.report.fact_table import short_names
from factcheck.report.formats.html import _hash
from factcheck.report.protocol import View

FORMATS = names("FORMAT")
class Page(HTMLParser):
    """Collects the elements and the text of a page."""

    def __init__(self, source):
        super().__init__()
        self.elements, self.words, self.open = [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def claims_of(text):
    return tuple(extract_claims(Document(text=text, id="flood")))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("color", [False, True])
def test_no_format_lets_a_document_act_on_its_reader(name, color):
    shown = render(hostile_report(), name, View(color=color))
    if name == "csv":
        shown = shown.replace("\r\n", "\n")
    if color and name == "text":
        shown = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]", shown
    )
    if name != "github":
        assert not re.search(r"^\s*::[a-z-]+.*::", shown, re.MULTILINE)
    assert "##[" not in shown


def test_html_is_one_quiet_file():
    source = render(hostile_report(), "html")
    page = Page(source)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"img", "link", "iframe", "object", "embed", "form", "base", "image", "use", "foreignobject", "animate", "set"}
    assert [tag for tag, _ in page.elements].count("script") == [tag for tag, _ in page.elements].count("style") == 1
    for tag, attributes in page.elements:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("src", "srcset", "action", "style", "xlink:href")
        ], tag
        assert attributes.get("href", "#").startswith("#")
    policy = [
        a["content"]
        for t, a in page.elements
        if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    ]
    hashes = [_hash(re.search(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)[1]) for tag in ("style", "script")]
    assert policy == [f"default-src 'none'; style-src '{hashes[0]}'; script-src '{hashes[1]}'; base-uri 'none'; form-action 'none'"]
    assert source.count("</style>") == source.count("</script>") == 1
    assert "url(" not in source and "@import" not in source


def test_html_is_well_formed_and_its_links_lead_somewhere():
    source = render(sample(), "html", View(texts={"flood": FLOOD, "relief": RELIEF}))
    stack, void = [], {"meta", "br", "img", "link", "hr", "input"}

    class Nesting(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag not in void:
                stack.append(tag)

        def handle_startendtag(self, tag, attrs):
            assert tag in ("line", "rect", "circle", "path")

        def handle_endtag(self, tag):
            assert stack.pop() == tag

    parser = Nesting()
    parser.feed(source)
    parser.close()
    assert stack == []
    page = Page(source)
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    for _, attributes in page.elements:
        for target in (attributes.get("href", "#main")[1:], *attributes.get("aria-labelledby", "main").split()):
            assert target in ids
    headings = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == 1 and headings.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(headings))


@pytest.mark.parametrize("preset", ["commonmark", "gfm-like"])
def test_markdown_holds_no_markup_of_a_document(preset):
    reader = MarkdownIt(preset, {"linkify": False}).enable("table")
    html = reader.render(render(hostile_report(), "markdown"))
    page = Page(html)
    allowed = {
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "strong",
        "em",
        "code",
    }
    assert {tag for tag, _ in page.elements} <= allowed
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    assert all(row.count("<td>") in (0, 2, 3, 4) for row in rows)


@pytest.mark.parametrize(
    "text", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=== a", "| a", "~~~", "```", "1986 a", "a"]
)
def test_markdown_shows_the_start_of_a_text_as_it_is(text):
    html = MarkdownIt().enable("table").render(markdown(text))
    assert html == f"<p>{text.replace('>', '&gt;')}</p>\n"


def test_json_is_the_whole_report():
    report = hostile_report()
    assert json.loads(render(report, "json")) == json.loads(report.model_dump_json())


@pytest.mark.parametrize("times", [0, 1, 49, 50, 51, 130])
def test_json_in_pieces_is_the_json_of_the_whole(times):
    report = sample()
    report = report.model_copy(update={"findings": report.findings * times, "claims": claims_of(FLOOD) * times})
    assert render(report, "json") == json_text(report.model_dump_json(indent=2)) + "\n"
    assert len(list(pieces(report, "json"))) < 8 + (len(report.findings) + len(report.claims)) / 50
    assert render(report, "jsonl").count("\n") == len(report.claims) + len(report.skipped)


@pytest.mark.parametrize(
    ("function", "text", "shown"),
    [
        (visible, "a\x1b\u202e\ufeffb\n", "a⟨U+001B⟩⟨U+202E⟩⟨U+FEFF⟩b\n"),
        (visible, "👨‍👩‍👧 café 12\u00a0000", "👨‍👩‍👧 café 12\u00a0000"),
        (terminal, "66-\n  year-old\t\r\nman", "66- year-old man"),
        (
            markdown,
            "a|b *c* <d> & $e$ [f](g) http://h www.i.j",
            r"a\|b \*c\* &lt;d&gt; &amp; \$e\$ \[f\](g) http\://h www\.i.j",
        ),
        (json_text, '"\u202e \U000e0041"', '"\\u202e \\udb40\\udc41"'),
    ],
)
def test_escapes(function, text, shown):
    assert function(text) == shown


# What is shown


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_what_needs_a_decision_comes_first_and_what_was_not_read_is_told(name):
    shown = render(sample(), name)
    order = ["quote the mayor with different words", "the dead of two nights", "torn.txt"]
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert "damaged UTF-8" in shown
    for part in ("restore the words of flood", "5 April 2023", "from its dateline", "quote-altered"):
        assert part in shown


def test_the_differing_words_of_two_wordings_are_marked():
    assert '«"We had *no* warning at all that night,"»' in render(sample(), "text")
    assert '**"We had *ample* warning at all that night,"**' in render(sample(), "markdown")
    assert '<mark class="differs">ample</mark>' in render(sample(), "html")


def test_colour_only_on_request():
    assert "\x1b" not in render(sample(), "text")
    assert "\x1b[1;4m" in render(sample(), "text", View(color=True))


def test_nothing_found():
    empty = report_of([], {"only": "text"})
    assert "Nothing needs a decision" in render(empty, "text")
    assert "No conflict in 1 document" in render(empty, "html")
    for name in FORMATS:
        assert render(report_of([], {}), name).endswith("\n") or name == "jsonl"


def test_numbers_in_tables_stay_as_written():
    words = ("1e5", "12.0", "007", "10,000", "-1_0", "inf", "0x10", "+5%")
    text = "It was " + " or ".join(words) + " dead."
    evidence = [place("a", text, word) for word in words]
    report = report_of([finding("compatible", "m", [one]) for one in evidence], {"a": text})
    shown = render(report, "text")
    assert all(re.search(rf"│ {re.escape(word)} ", shown) for word in words)


def test_columns_wrap_at_spaces_and_carry_colour_over():
    assert wrapped("aa bb cccccc d", 5) == ["aa bb", "ccccc", "c d"]
    assert wrapped("", 5) == [""]
    assert wrapped("a \x1b[1mbb cc\x1b[0m d", 4) == ["a \x1b[1mbb\x1b[0m", "\x1b[1mcc\x1b[0m d"]


# Size


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_a_finding_of_ten_thousand_places_makes_no_great_report(name):
    texts = {f"story-{n:05}": f"On Monday {n} people died in the flood." for n in range(10_000)}
    evidence = [place(id, text, text[10:-15], side=n % 3) for n, (id, text) in enumerate(texts.items())]
    shown = render(report_of([finding("conflict", "Many numbers", evidence)], texts), name)
    assert len(shown) < 400_000
    assert re.search(r"9,9[0-9]{2} more", shown)


def test_sides_share_the_room():
    texts = {f"d{n:03}": f"Then {n} died." for n in range(100)}
    evidence = [
        place(id, text, text[5:-1], side=0 if n < 99 else 1) for n, (id, text) in enumerate(texts.items())
    ]
    found = passages(finding("conflict", "m", evidence), most=10, limit=100)
    assert [p.side for p in found.shown] == [0] * 9 + [1]
    assert found.rest == 90


def test_a_long_sentence_is_cut_around_its_words():
    text = "word " * 400 + "12 people died" + " word" * 400
    (passage,) = passages(
        finding("conflict", "m", [place("a", text, "12 people died")]), most=5, limit=100
    ).shown
    shown = "".join(segment.text for segment in passage.segments)
    assert shown.startswith("… word") and shown.endswith("word …") and "12 people died" in shown
    assert len(shown) <= 110


def test_a_long_wording_is_cut_too():
    text = "He said " + "very " * 1000 + "loudly."
    (passage,) = passages(finding("conflict", "m", [place("a", text, text[8:-1])]), most=5, limit=100).shown
    assert 50 < sum(len(segment.text) for segment in passage.segments) <= 130


def test_words_of_one_sentence_share_a_passage():
    text = "On Monday, Nov 22, it rained."
    evidence = [place("a", text, "Monday"), place("a", text, "Nov 22"), place("a", text, "Monday, Nov")]
    (passage,) = passages(finding("conflict", "m", evidence), most=5, limit=100).shown
    assert [s.text for s in passage.segments if s.mark] == ["Monday, Nov 22"]


def test_short_names_tell_columns_apart():
    assert short_names(["flood", "relief"], 8) == {"flood": "flood", "relief": "relief"}
    assert list(short_names(["000_b29319f36c9b", "001_28dff82cf651"], 8).values()) == ["000_b29…", "001_28d…"]
    assert list(short_names(["long-name-a", "long-name-b"], 8).values()) == ["long…e-a", "long…e-b"]
    assert len(set(short_names([f"aaaaaaaaaa{n}aaaaaaaaaa" for n in range(20)], 8).values())) == 20


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_opens_with_a_sample_of_itself(name):
    lines = docstring("FORMAT", name).splitlines()
    assert lines[0].endswith((".", ":"))
    assert any(line.startswith("    ") for line in lines[:4])
