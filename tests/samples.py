"""One small whole document of each kind of file, made by hand, so that tests of readers need no file and no tool."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib

STORY = (
    "Harbour fire kills 12 in Ostend",
    "OSTEND, 3 May 2023. A fire at a warehouse in the harbour of Ostend on Tuesday killed 12 people, the police said.",
    "“We had never seen flames so high,” said Jan Peeters, 54, who leads the fire brigade. More than 240 men and women fought the fire for nine hours.",
    "About 35% of the stores were lost, and the damage is put at €4.5 million. The warehouse was built in 1987.",
)
TEXT = "\n\n".join(STORY)


def page(body: str | None = None, head: str = "") -> str:
    """A web page."""
    body = body if body is not None else f"<h1>{STORY[0]}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in STORY[1:])
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{STORY[0]}</title>{head}</head>\n<body><main><article>{body}</article></main></body></html>'


def mail() -> str:
    """A mail with a text, a page that says the same, and an attachment."""
    return (
        f"From: Ann Desk <ann@example.org>\r\nSubject: {STORY[0]}\r\nDate: Wed, 3 May 2023 09:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: multipart/alternative; boundary="C"\r\n\r\n'
        f"--C\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}\r\n--C\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page()}\r\n--C--\r\n"
        '--B\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="more.txt"\r\n\r\nMore: 5 were hurt.\r\n--B--\r\n'
    )


def saved_page() -> str:
    """A page as browsers save it in one file."""
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/2023/05/03/fire\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-ID: <f@m>\r\n'
        f"Content-Transfer-Encoding: 8bit\r\nContent-Location: https://example.org/2023/05/03/fire\r\n\r\n{page()}\r\n--B\r\nContent-Type: image/png\r\n\r\nx\r\n--B--\r\n"
    )


def article() -> str:
    """An article as JSON."""
    return json.dumps({"@type": "NewsArticle", "headline": STORY[0], "datePublished": "2023-05-03T09:00:00+02:00", "author": {"name": "Ann Desk"}, "publisher": {"name": "The Harbour"}, "articleBody": "\n\n".join(STORY[1:])}, ensure_ascii=False)


def table() -> str:
    """Two documents in a table."""
    body = " ".join(STORY[1:]).replace('"', '""')
    return f'title,date,text\n{STORY[0]},2023-05-03,"{body}"\nAnother,2023-05-04,"Five people were hurt in Ghent, too."\n'


def feed() -> str:
    """Two items of a feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Harbour</title>'
        f"<item><title>{STORY[0]}</title><link>https://example.org/fire</link><pubDate>Wed, 03 May 2023 09:00:00 +0200</pubDate>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{paragraph}</p>' for paragraph in STORY[1:])}]]></content:encoded></item>"
        "<item><title>Another</title><description>Five people were hurt in Ghent, too.</description></item></channel></rss>"
    )


def archive(pages: int = 2) -> bytes:
    """A web archive."""
    records = []
    for number in range(pages):
        body = page().encode()
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        records.append(
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2023-05-04T00:00:00Z\r\nWARC-Target-URI: https://example.org/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"
        )
    return b"".join(records)


def pdf(pages: int = 1, *, lines: tuple[str, ...] = STORY, packed: bool = True, picture: bool = False) -> bytes:
    """A PDF of a line for each paragraph; with `picture`, pages that hold a picture and no text."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    drawn = b"".join(b"1 0 0 1 40 %d Tm (%s) Tj\n" % (760 - 40 * n, line.encode("cp1252", "replace").replace(b"(", b"\\(").replace(b")", b"\\)")) for n, line in enumerate(lines))
    content = b"q 500 0 0 700 40 40 cm /I Do Q" if picture else b"BT /F 8 Tf\n" + drawn + b"ET"
    stream = zlib.compress(content) if packed else content
    kids = b" ".join(b"%d 0 R" % (6 + n) for n in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        font,
        b"<<%s/Length %d>>stream\n%s\nendstream" % (b"/Filter/FlateDecode" if packed else b"", len(stream), stream),
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB/Length 3>>stream\n\xff\x00\x00\nendstream",
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>/XObject<</I 5 0 R>>>>/Contents 4 0 R>>"] * pages,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, rows, len(objects) + 1, len(out))


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str | None = None, *, prolog: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A Word file of the fewest parts that one can have."""
    if body is None:
        body = "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in STORY)
    parts = {
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="utf-8"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {**parts, **(more or {})}.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def packed(data: bytes) -> bytes:
    """The same in a gzip archive, the same bytes every time."""
    return gzip.compress(data, mtime=0)


SAMPLES: dict[str, tuple[str, bytes]] = {
    "plain": ("story.txt", TEXT.encode()),
    "markdown": ("story.md", f"---\ntitle: {STORY[0]}\ndate: 2023-05-03\n---\n# {TEXT}\n".encode()),
    "html": ("story.html", page().encode()),
    "mhtml": ("story.mhtml", saved_page().encode()),
    "eml": ("story.eml", mail().encode()),
    "json": ("story.json", article().encode()),
    "csv": ("story.csv", table().encode()),
    "feed": ("story.rss", feed().encode()),
    "warc": ("story.warc", archive()),
    "pdf": ("story.pdf", pdf(packed=False)),
    "docx": ("story.docx", docx()),
    "gzip": ("story.txt.gz", packed(TEXT.encode())),
}
"""By reader, with gzip besides: a name and the bytes."""
