"""One story in several kinds of file gives the same findings, and the sample stories do so inside a whole news page."""

from __future__ import annotations

import html
import io
import json
import re
from pathlib import Path

import pytest

from factcheck import check
from factcheck.limits import Limits
from factcheck.load.dispatch import read_parts
from factcheck.load.protocol import Source
from tests.news_pages import LAYOUTS
from tests.samples import packed

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))

MORNING = """\
Harbour fire kills 12 in Ostend

OSTEND, 3 May 2023. A fire at a warehouse in the harbour of Ostend on Tuesday killed 12 people and injured 34 others, the police said.

“We had never seen flames so high in this town,” said Jan Peeters, 54, who leads the fire brigade, in a statement to reporters.

More than 240 men and women fought the fire for nine hours, and about 35% of the stores in the building were lost.

The owner, a company from Ghent, put the damage at €4.5 million. The warehouse was built in 1987 and held 1,200 tonnes of paper."""
EVENING = MORNING.replace("killed 12", "killed 14").replace("kills 12", "kills 14").replace("about 35%", "nearly 40%").replace("so high in", "as high in").replace("54,", "45,")
STORIES = {"morning": MORNING, "evening": EVENING}


def as_html(text: str) -> bytes:
    headline, *paragraphs = text.split("\n\n")
    body = "".join(f"<p>{html.escape(p)}</p>\n" for p in paragraphs)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body><article><h1>{html.escape(headline)}</h1>{body}</article></body></html>".encode()


def as_pdf(text: str) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    headline, *paragraphs = text.split("\n\n")
    out = io.BytesIO()
    SimpleDocTemplate(out, invariant=1).build([Paragraph(html.escape(headline), styles["Heading1"]), *[Paragraph(html.escape(p), styles["BodyText"]) for p in paragraphs]])
    return out.getvalue()


def as_docx(text: str) -> bytes:
    from docx import Document

    document = Document()
    headline, *paragraphs = text.split("\n\n")
    document.add_heading(headline, 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_mail(text: str) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "desk@example.org", "copy"
    message.set_content(text)
    return bytes(message)


def as_json(text: str) -> bytes:
    headline, _, body = text.partition("\n\n")
    return json.dumps({"headline": headline, "articleBody": body}).encode()


def as_feed(text: str) -> bytes:
    headline, *paragraphs = text.split("\n\n")
    body = html.escape("".join(f"<p>{html.escape(p)}</p>" for p in paragraphs))
    return f'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><item><title>{html.escape(headline)}</title><content:encoded>{body}</content:encoded></item></channel></rss>'.encode()


KINDS = {
    ".md": lambda text: f"# {text}".encode(),
    ".html": as_html,
    ".pdf": as_pdf,
    ".docx": as_docx,
    ".eml": as_mail,
    ".json": as_json,
    ".rss": as_feed,
    ".txt.gz": lambda text: packed(text.encode()),
}


def findings(folder: Path) -> list[tuple]:
    """What a check of a folder finds, without offsets, which differ from one kind of file to another."""
    report = check([folder])
    assert not report.skipped
    return sorted((f.rule, f.verdict, f.severity, tuple(sorted((e.document, e.side, " ".join(e.text.split())) for e in f.evidence))) for f in report.findings)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[tuple]:
    folder = tmp_path_factory.mktemp("txt")
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    found = findings(folder)
    assert {verdict for _, verdict, *_ in found} >= {"conflict", "agreement"}
    return found


@pytest.mark.parametrize("ending", KINDS)
def test_one_story_in_another_kind_of_file_gives_the_same_findings(ending: str, plain: list[tuple], tmp_path: Path) -> None:
    for name, text in STORIES.items():
        (tmp_path / f"{name}{ending}").write_bytes(KINDS[ending](text))
    found = findings(tmp_path)
    stem = ".txt" if ending == ".txt.gz" else ""
    assert [(*f[:3], tuple((d.removesuffix(stem), *rest) for d, *rest in f[3])) for f in found] == plain


def test_every_place_can_be_shown(tmp_path: Path) -> None:
    for ending, make in KINDS.items():
        (tmp_path / f"a{ending}").write_bytes(make(MORNING))
    report = check([tmp_path])
    formats = {document.id: document.format for document in report.documents}
    shown = {formats[e.document]: e.place.shown if e.place else None for f in report.findings for e in f.evidence}
    assert shown["pdf"].startswith("page 1")
    assert re.fullmatch(r"\w+ \d+, line \d+ of the file", shown["html"])
    assert re.fullmatch(r"paragraph \d+", shown["docx"])


def in_a_news_page(text: str, number: int) -> str:
    """A story as a paper's site puts it: amid menus, advertising, other stories, comments and small print."""
    paragraphs = [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]
    headline = f"<h1>{html.escape(paragraphs.pop(0)[2:])}</h1>" if paragraphs[0].startswith("# ") else ""
    body = [f"<p>{html.escape(p)}</p>" for p in paragraphs]
    body.insert(3, '<div class="ad-slot"><span>Advertisement</span><p>Save 50% on 12 months. Offer ends on Friday.</p></div>')
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The Daily {number}</title><style>p {{ margin: 0 }}</style><script>window.x = "99 dead";</script></head>
<body class="has-sidebar article-page">
<div id="cookie-banner" class="cookie-consent" role="dialog"><p>We and our 847 partners use cookies. You can change your mind at any time within 30 days.</p><button>Accept</button></div>
<header class="site-header"><nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/live">Live: 3 hurt in storm</a></li></ul></nav></header>
<main><article class="story">{headline}
<div class="share-buttons"><a href="#">Share 214</a></div>
{"".join(body)}
</article>
<aside class="related-articles"><h2>Related articles</h2><ul><li><a href="/a">Storm leaves 300 dead in June</a></li><li><a href="/b">Two arrested over vote of 91%</a></li></ul></aside>
<section id="comments" class="comments"><h2>Comments (2)</h2><div class="comment"><p>Joe: 900 people died, not what they write here! The president won 99% of the vote on Friday and is 81 years old.</p></div></section>
<div class="newsletter-signup"><p>Join 120,000 readers. Subscribe to our newsletter for 5 dollars a month.</p></div></main>
<footer><p>Copyright 2021 The Daily. All rights reserved. Founded on 4 July 1871.</p></footer></body></html>"""


def test_the_sample_stories_inside_a_news_page_give_the_same_findings(tmp_path: Path) -> None:
    bare, pages = tmp_path / "bare", tmp_path / "pages"
    bare.mkdir(), pages.mkdir()
    for number, seed in enumerate(SEEDS):
        text = seed.read_text("utf-8")
        (bare / seed.name).write_text(text, "utf-8")
        (pages / f"{seed.stem}.html").write_text(in_a_news_page(text, number), "utf-8")
    assert len(SEEDS) == 5
    assert findings(pages) == findings(bare)


def headline_and_paragraphs(text: str) -> tuple[str, list[str]]:
    paragraphs = [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]
    headline = paragraphs.pop(0)[2:] if paragraphs[0].startswith("# ") else ""
    return headline, paragraphs


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_make_of_page_gives_the_whole_story_and_nothing_else(name: str) -> None:
    for seed in SEEDS:
        headline, paragraphs = headline_and_paragraphs(seed.read_text("utf-8"))
        (reading,) = read_parts(LAYOUTS[name](headline, paragraphs).encode(), Source("page.html", Limits()))
        story = " ".join(" ".join([headline, *paragraphs]).split())
        wanted = [" ".join(piece.split()) for piece in (headline, *paragraphs) if piece]
        found = [" ".join(reading.text[block.start : block.end].split()) for block in reading.blocks]
        assert [piece for piece in wanted if piece not in " ".join(found)] == []
        assert [piece for piece in found if piece not in story and not piece.startswith(("A view of", "Another view"))] == []  # captions are read
        assert reading.lost == ()


@pytest.mark.parametrize("turn", range(3))
def test_the_sample_stories_in_pages_of_several_makes_give_the_same_findings(turn: int, tmp_path: Path) -> None:
    bare, pages = tmp_path / "bare", tmp_path / "pages"
    bare.mkdir(), pages.mkdir()
    makes = [make for name, make in LAYOUTS.items() if name != "figures"]
    for number, seed in enumerate(SEEDS):
        text = seed.read_text("utf-8")
        (bare / seed.name).write_text(text, "utf-8")
        (pages / f"{seed.stem}.html").write_text(makes[(5 * turn + number) % len(makes)](*headline_and_paragraphs(text)), "utf-8")
    assert findings(pages) == findings(bare)
