"""Whole documents of odd content, by a seed: what a reader must get past its first look at a file to meet."""

from __future__ import annotations

import csv
import io
import json
import zlib
from base64 import b64encode
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape, quoteattr

from tests.samples import STORY, docx, packed

ODD = (
    "½", "\u202e", "1\u200b2", "e\u0301", "１２", "1-" * 40, "\x1b[31m", "“", "”", "$9" * 30, "0" * 400, "from 1 to ", "²", " per cent", "31 February 0000", "\r", "\n\n", "\t|",
    "\u2028", "\ufeff", "\ufffe", "🔥", "ß", "İ", "ﬁ", "٣٫٥", "&amp;", "&lt;p&gt;", "<b>", "]]>", "\\", '"', "'", "=1+1", "{", "}", "%", "(", ")))", "2023-05-03T25:61", "5 May", "12,000,000.50",
    "between 3 and", "- - -", "no fewer than", "the 1990s", "aged", "“I", " said ", "not", "http://x/2023/99/99/", "St. ", "U.S.", "Mr. ", "...", "A" * 300, "one two three four ", "million ", "1/2/3/4 ",
)  # fmt: skip
"""Pieces of text that have gone wrong in one program or another."""
DATES = ("2023-05-03T09:00:00+02:00", "Wed, 03 May 2023 09:00:00 +0200", "0000-00-00", "99", "May", "2023-13-45", "1683100800", "-1", "2023-05-03T99:99:99+99:99", "9999-12-31T23:59:59-23:59", "\u0663", "")


def odd_text(chance: Random) -> str:
    """A paragraph of the story with odd pieces in it."""
    words = chance.choice(STORY).split(" ")
    for _ in range(int(chance.expovariate(0.5))):
        words.insert(chance.randrange(len(words) + 1), chance.choice(ODD))
    return (" " if chance.random() < 0.9 else "").join(words[: chance.randrange(1, len(words) + 20)])


def _nested(chance: Random, depth: int, leaf: Callable[[], str], inner: Callable[[str], str]) -> str:
    """Leaves and elements around them, some within one another."""
    parts = []
    for _ in range(chance.randrange(1, 5)):
        deeper = depth > 0 and chance.random() < 0.5
        parts.append(inner(_nested(chance, depth - 1, leaf, inner)) if deeper else leaf())
    return "".join(parts)


# Pages

_ELEMENTS = ("p", "div", "span", "article", "main", "section", "table", "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "blockquote", "q", "figure", "figcaption", "a", "b", "br", "hr", "time", "nav", "aside", "footer", "header", "script", "style", "template", "noscript", "svg", "math", "pre", "sup", "del", "ins", "iframe", "select", "option", "button", "form", "caption", "title", "head", "body", "html", "amp-img", "details", "textarea", "ruby", "rt")  # fmt: skip
_ATTRIBUTES = ("hidden", 'style="display:none"', 'class="comment related"', 'class="article-body"', 'id="x"', 'datetime="2023-05-03"', 'itemprop="articleBody"', 'aria-hidden="true"', 'colspan="99999"', 'itemprop="datePublished"', "dir=rtl", 'property="og:title" content="x"', 'lang="\u202e"')


def _element(chance: Random, inner: str) -> str:
    name = chance.choice(_ELEMENTS)
    attributes = "".join(f" {chance.choice(_ATTRIBUTES)}" for _ in range(chance.choice((0, 0, 0, 1, 2))))
    return f"<{name}{attributes}>{inner}" + (f"</{name}>" if chance.random() < 0.95 else "")


def _web_page(chance: Random) -> str:
    inner = _nested(chance, 5, lambda: _element(chance, escape(odd_text(chance))), lambda inside: _element(chance, inside))
    kind = chance.choice(("NewsArticle", "LiveBlogPosting", "ItemList", 5, None, ["Article", []]))
    told = json.dumps({"@type": kind, "headline": _value(chance, 2), "datePublished": chance.choice(DATES), "@graph": _value(chance, 3), "author": _value(chance, 2)})
    head = f'<script type="application/ld+json">{told}</script>' if chance.random() < 0.3 else f"<meta property=article:published_time content={quoteattr(chance.choice(DATES))}>"
    return f"<!DOCTYPE html><html><head><title>{escape(odd_text(chance))}</title>{head}</head><body>{inner}</body></html>"


# JSON

_KEYS = ("text", "body", "content", "articleBody", "title", "headline", "date", "datePublished", "author", "publisher", "url", "articles", "data", "items", "@graph", "paragraphs", "blocks", "summary", "description", "id", "@type", "TEXT", "Text ", "", "\ud800")


def _value(chance: Random, depth: int) -> object:
    kind = chance.randrange(10 if depth else 6)
    if kind < 3:
        return odd_text(chance)
    if kind < 6:
        return chance.choice((None, True, 0, -1, 10**40, 1e300, "", " ", "<p>12 dead</p>", "\ud800", chance.choice(DATES)))
    if kind < 8:
        return [_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    return {chance.choice(_KEYS): _value(chance, depth - 1) for _ in range(chance.randrange(5))}


def _json(chance: Random) -> bytes:
    one = lambda: {"text": odd_text(chance) if chance.random() < 0.6 else _value(chance, 2), **{chance.choice(_KEYS): _value(chance, 3) for _ in range(chance.randrange(5))}}
    shape = chance.randrange(4)
    if shape == 0:
        return "\n".join(json.dumps(one()) for _ in range(chance.randrange(1, 5))).encode()
    whole = one() if shape == 1 else [one() for _ in range(chance.randrange(1, 4))] if shape == 2 else {chance.choice(_KEYS): [one()], "articles": [one()]}
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")


def _csv(chance: Random) -> bytes:
    out = io.StringIO()
    names = [chance.choice(("text", "body", "content")), *chance.sample(("title", "date", "url", "author", "x", "text", "", "publisher", "description"), chance.randrange(5))]
    chance.shuffle(names)
    writer = csv.writer(out, delimiter=chance.choice(",;\t|"), lineterminator=chance.choice(("\n", "\r\n", "\r")), quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    writer.writerow(names)
    for _ in range(chance.randrange(1, 6)):
        writer.writerow([chance.choice((odd_text(chance), odd_text(chance), chance.choice(DATES), "", "<p>12 dead</p>")) for _ in range(len(names) + chance.choice((0, 0, 0, 0, 1, -1)))])
    return out.getvalue().encode()


# XML


def _visible(text: str) -> str:
    """What XML may hold."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff"))


def _feed(chance: Random) -> bytes:
    names = ("title", "link", "guid", "pubDate", "description", "content:encoded", "content", "summary", "updated", "published", "author", "dc:creator", "dc:date", "id", "category", "item", "entry", "media:text", "p", "div")

    def inner(inside: str) -> str:
        name = chance.choice(names)
        said = chance.choice(("", "", ' rel="alternate" href="https://x.org/a"', ' type="xhtml"', ' type="html"'))
        return f"<{name}{said}>{inside}</{name}>"

    def leaf() -> str:
        text = _visible(chance.choice((odd_text(chance), chance.choice(DATES), f"<p>{odd_text(chance)}</p>")))
        return inner(f"<![CDATA[{text.replace(']]>', '')}]]>" if chance.random() < 0.3 else escape(text))

    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
    items = "".join(f"<item>{leaf()}<description>{escape(_visible(odd_text(chance)))}</description>{_nested(chance, 3, leaf, inner)}</item>" for _ in range(chance.randrange(1, 4)))
    if chance.random() < 0.5:
        return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" {spaces}>{items.replace("item>", "entry>")}</feed>'.encode()
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{leaf()}{items}</channel></rss>'.encode()


_WORDS = ("w:p", "w:r", "w:ins", "w:del", "w:tbl", "w:tr", "w:tc", "w:hyperlink", "w:sdt", "w:sdtContent", "w:smartTag", "w:moveTo", "w:moveFrom", "w:txbxContent", "w:body", "w:pict", "w:fldSimple", "m:oMath")
_MARKS = ("<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>", "<w:pPr><w:numPr><w:ilvl w:val=\"9\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>", "<w:rPr><w:vanish/></w:rPr>", "<w:tab/>", "<w:br/>", "<w:footnoteReference w:id=\"1\"/>", "<w:commentReference w:id=\"0\"/>", "<w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge/></w:tcPr>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:instrText>PAGE</w:instrText>", "<w:sym w:font=\"W\" w:char=\"F04A\"/>", "<w:delText>12</w:delText>", "<w:rPr><w:b/><w:color w:val=\"x\"/></w:rPr>", "<w:noBreakHyphen/>", "<w:drawing/>", "<w:cr/>", "<w:softHyphen/>")


def _word(chance: Random) -> bytes:
    def words() -> str:
        return f"<w:r>{chance.choice(_MARKS) if chance.random() < 0.3 else ''}<w:t xml:space='preserve'>{escape(_visible(odd_text(chance)))}</w:t></w:r>"

    def leaf() -> str:
        return chance.choice((words(), words(), f"<w:p>{words()}</w:p>", f"<w:p>{words()}</w:p>", f"<w:tbl><w:tr><w:tc><w:p>{words()}</w:p></w:tc></w:tr></w:tbl>", chance.choice(_MARKS)))

    def inner(inside: str) -> str:
        name = chance.choice(_WORDS)
        return f"<{name}>{chance.choice(_MARKS) if chance.random() < 0.2 else ''}{inside}</{name}>"

    body = "".join(f"<w:p>{words()}</w:p>" if chance.random() < 0.6 else _nested(chance, 4, leaf, inner) for _ in range(chance.randrange(1, 6)))
    more: dict[str, bytes] = {}
    if chance.random() < 0.3:
        notes = "".join(f'<w:footnote w:id="{chance.choice((0, 1, 1, "x"))}"><w:p>{words()}</w:p></w:footnote>' for _ in range(2))
        more["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{_W}">{notes}</w:footnotes>'.encode()
        more["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_OFFICE}/footnotes" Target="{chance.choice(("footnotes.xml", "/word/footnotes.xml", "gone.xml", "../../x"))}"/></Relationships>'.encode()
    if chance.random() < 0.2:
        more["docProps/core.xml"] = f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(_visible(odd_text(chance)))}</dc:title><dc:creator/></cp:coreProperties>'.encode()
    return docx(body.replace("<m:oMath>", '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'), more=more)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


# Messages and archives


def _part(chance: Random, depth: int, mark: int) -> str:
    kind = chance.choice(("text/plain", "text/html", "text/html", "application/json", "text/csv", "message/rfc822", "image/png", "application/octet-stream", "text/plain; charset=utf-16", "text/plain; charset=x-none", 'text/plain; charset="utf-8', "multipart/mixed"))
    if depth and chance.random() < 0.4:
        inside = "".join(f"--B{mark}\r\n{_part(chance, depth - 1, mark + 1)}\r\n" for _ in range(chance.randrange(1, 4)))
        return f'Content-Type: multipart/{chance.choice(("mixed", "alternative", "related", "digest"))}; boundary="B{mark}"\r\n\r\n{inside}--B{mark}--'
    text = _web_page(chance) if "html" in kind else odd_text(chance)
    way = chance.choice(("7bit", "8bit", "base64", "quoted-printable", "uuencode", "x"))
    body = b64encode(text.encode("utf-8", "replace")).decode() if way == "base64" else text
    aside = "" if chance.random() < 0.7 else f'Content-Disposition: attachment; filename="{chance.choice(("a.txt", "../../x.html", "x.docx", "", "=?utf-8?q?=ff?="))}"\r\n'
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {way}\r\n{aside}\r\n{body}"


def _message(chance: Random, saved: bool) -> bytes:
    subject = " ".join(odd_text(chance).split())[:300]
    sender = chance.choice(("Ann <a@x.org>", "=?utf-8?b?/////w==?=", "<<>>", '"', "=?x?q?a?="))
    begin = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\n" if saved else f"From: {sender}\r\n"
    inside = "".join(f"--A\r\n{_part(chance, 3, 0)}\r\n" for _ in range(chance.randrange(3)))
    page = f"--A\r\nContent-Type: {'text/html' if saved else 'text/plain'}; charset=utf-8\r\n\r\n{_web_page(chance) if saved else odd_text(chance)}\r\n"
    return f'{begin}Subject: {subject}\r\nDate: {chance.choice(DATES)}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/{"related" if saved else "mixed"}; boundary="A"\r\n\r\n{page}{inside}--A--\r\n'.encode("utf-8", "replace")


def _archive(chance: Random) -> bytes:
    records = []
    for number in range(chance.randrange(1, 4)):
        body = _web_page(chance).encode("utf-8", "replace")
        headers = f"Content-Type: {chance.choice(('text/html', 'text/html; charset=utf-8', 'text/plain', 'application/json', 'x', ''))}\r\n"
        way = chance.randrange(6)
        if way == 0:
            body, headers = packed(body), headers + "Content-Encoding: gzip\r\n"
        elif way == 1:
            body, headers = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body), headers + "Transfer-Encoding: chunked\r\n"
        elif way == 2:
            headers += f"Content-Encoding: {chance.choice(('br', 'deflate', 'x', 'gzip'))}\r\n"
        answer = f"HTTP/1.1 {chance.choice(('200 OK', '200', '404 No', '301 x', '½'))}\r\n{headers}\r\n".encode() + body
        kind = chance.choice(("response", "response", "response", "resource", "warcinfo", "revisit"))
        records.append(f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: {chance.choice(DATES)}\r\nWARC-Target-URI: https://example.org/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n")
    return b"".join(records)


# PDF

_OPERATORS = (b"q", b"Q", b"BT", b"ET", b"T*", b"0 0 Td", b"10 -14 TD", b"99 Tz", b"3 Tr", b"-5 Tc", b"/F 999 Tf", b"/F 0 Tf", b"/X 9 Tf", b"1 0 0 -1 0 0 cm", b"0 0 0 0 0 0 Tm", b"1e30 0 0 1e30 1 1 Tm", b"/I Do", b"BI /W 1 /H 1 ID x EI", b"0 1 -1 0 50 50 Tm", b"/Span<</ActualText(12)>>BDC", b"EMC", b"[(a)-9999(b)]TJ", b"<31320>Tj", b"(12 dead)'")


def _drawn(chance: Random) -> bytes:
    lines = []
    for n in range(chance.randrange(1, 30)):
        if chance.random() < 0.2:
            lines.append(chance.choice(_OPERATORS))
        text = odd_text(chance)[:200].encode("cp1252", "replace").replace(b"\\", b"").replace(b"(", b"\\(").replace(b")", b"\\)")
        lines.append(b"1 0 0 1 %d %d Tm (%s) Tj" % (chance.choice((40, 40, 40, 300, -50, 5000)), 760 - 25 * n, text))
    return b"BT /F %d Tf\n%s\nET" % (chance.choice((8, 8, 14)), b"\n".join(lines))


def _pdf(chance: Random) -> bytes:
    pages = chance.randrange(1, 4)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(pages)), chance.choice((pages, pages, pages, 99))), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/%s>>" % chance.choice((b"WinAnsiEncoding", b"X", b"MacRomanEncoding"))]
    for n in range(pages):
        stream = _drawn(chance)
        flate = chance.random() < 0.5
        stream = zlib.compress(stream) if flate else stream
        box = chance.choice((b"0 0 612 792", b"0 0 612 792", b"0 0 0 0", b"-1e9 0 1e9 9", b"792 612 0 0"))
        objects += [b"<</Type/Page/Parent 2 0 R/Rotate %d/MediaBox[%s]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>" % (chance.choice((0, 0, 0, 90, 180, 45)), box, 5 + 2 * n), b"<<%s/Length %d>>stream\n%s\nendstream" % (b"/Filter/FlateDecode" if flate else b"", len(stream), stream)]
    out, places = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, rows, len(objects) + 1, len(out))


def _plain(chance: Random) -> bytes:
    text = "\n\n".join(odd_text(chance) for _ in range(chance.randrange(1, 8)))
    return text.encode(chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")


def _markdown(chance: Random) -> bytes:
    front = "".join(f"{chance.choice(('title', 'date', 'url', 'author', 'x y'))}: {chance.choice((odd_text(chance), chance.choice(DATES)))}\n" for _ in range(3))
    return f"---\n{front}---\n".encode("utf-8", "replace") + "\n\n".join(chance.choice(("# ", "> ", "- ", "| ", "", "    ")) + odd_text(chance) for _ in range(3)).encode()


MADE: dict[str, Callable[[Random], bytes]] = {
    "plain": _plain,
    "markdown": _markdown,
    "html": lambda chance: _web_page(chance).encode("utf-8", "replace"),
    "mhtml": lambda chance: _message(chance, True),
    "eml": lambda chance: _message(chance, False),
    "json": _json,
    "csv": _csv,
    "feed": _feed,
    "warc": _archive,
    "pdf": _pdf,
    "docx": _word,
    "gzip": lambda chance: b"".join(packed(_plain(chance)) for _ in range(chance.randrange(1, 3))),
}
"""By kind, how a whole document is made by chance."""
