"""How a document gets damaged: by a seed, so that every damage can be made again."""

from __future__ import annotations

import random
import zlib

from tests.fuzz.made import MADE
from tests.samples import SAMPLES, STORY, docx

WHOLE = 0.6
"""The share of documents that are made whole, and odd only in what they say: most that are damaged anywhere are refused at once."""
BODY = "".join(f"<w:p><w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr><w:r><w:t>{paragraph}</w:t></w:r><w:ins><w:r><w:t>14</w:t></w:r></w:ins></w:p>" for paragraph in STORY).encode()

TOKENS: dict[str, list[bytes]] = {
    "html": [b"<div>" * 40, b"</div>", b"<table><tr><td>", b"<!--", b"-->", b"<script>", b"</script>", b"&#x110000;", b"&nbsp;", b"<meta charset=utf-16>", b'<script type="application/ld+json">{"@type":"Article","headline":[', b"<p hidden>", b"<svg>", b"<![CDATA[", b"<h1>", b"<br>" * 9, b'<time datetime="x" pubdate>'],
    "json": [b"[" * 60, b"{", b"}", b'"text":', b"\\ud800", b"1e99999", b"9" * 5000, b"null", b'"content":[', b"\\u0000", b",", b'{"articles":[', b"NaN"],
    "csv": [b'"', b'""', b",", b"\n", b"\t", b";", b"\r", b"text,", b"=1+1"],
    "feed": [b"<item>", b"</item>", b"<![CDATA[", b"]]>", b"&nbsp;", b"&x;", b"<!DOCTYPE a [", b"<title>", b"<entry>", b'<content type="xhtml">', b"<a>" * 50, b"<?xml"],
    "eml": [b"\r\n\r\n", b"--B\r\n", b"--C--\r\n", b"Content-Transfer-Encoding: base64\r\n", b"Content-Type: message/rfc822\r\n\r\n", b"=?utf-8?q?=ff?=", b"charset=utf-7", b"Content-Type: text/html\r\n", b"=E2=82", b"Date: Mon, 99 Foo 0000 00:00:00 +9999\r\n"],
    "warc": [b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"ffffffff\r\n", b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n"],
    "pdf": [b"obj", b"endobj", b"stream\n", b"endstream", b"/Kids[2 0 R]", b"/Count 999999", b"/Length 99999", b"<<" * 50, b"Tj", b"(", b")", b"/Filter/FlateDecode", b"xref", b"%%EOF", b" Tf", b"99999999999 0 R"],
    "docx": [b"<w:p>" * 60, b"</w:p>", b"<w:tbl><w:tr><w:tc>", b"<w:vanish/>", b"<!DOCTYPE a>", b"<w:footnoteReference w:id=\"1\"/>", b"<w:ins>", b"&#0;", b"<w:txbxContent>", b"<w:t>"],
    "markdown": [b"---\n", b"title:", b"date: 99\n", b"# ", b"[" * 40, b"](", b"|"],
    "plain": ["½".encode(), "\u202e".encode(), "1\u200b2".encode(), b"\xff", "e\u0301".encode(), "１２".encode(), b"1-" * 40, b"\x1b[31m", "“".encode(), b"$9" * 30, b"0" * 400, b"from 1 to ", "²".encode(), b" per cent", b"31 February 0000", b"\r"],
    "gzip": [b"\x1f\x8b\x08", b"\0" * 9],
}
TOKENS["mhtml"] = TOKENS["eml"] + TOKENS["html"]


def damaged(kind: str, seed: int) -> tuple[str, bytes]:
    """The name and the bytes of a damaged document of one kind."""
    chance = random.Random(f"{kind} {seed}")
    name, data = SAMPLES[kind]
    if chance.random() < WHOLE:
        data = MADE[kind](chance)
        return name, data if chance.random() < WHOLE else _once(kind, data, chance)
    if kind == "docx" and chance.random() < 0.8:  # a damaged archive is refused at once: damage what is packed in it
        body = BODY
        for _ in range(1 + int(chance.expovariate(0.4))):
            body = _once(kind, body, chance)
        return name, docx(body.decode("utf-8", "replace").replace("\0", ""))
    for _ in range(1 + int(chance.expovariate(0.4))):
        data = _once(kind, data, chance)
    if kind == "gzip" and chance.random() < 0.3:
        other, inner = damaged(chance.choice(["html", "json", "pdf"]), seed)
        name, data = f"{other}.gz", zlib.compress(inner, wbits=31)
    return name, data


def _once(kind: str, data: bytes, chance: random.Random) -> bytes:
    at, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    end = min(end, at + int(chance.expovariate(1 / 60)) + 1)
    how = chance.randrange(8)
    if how == 0:
        return data[:at]
    if how == 1:
        return data[:at] + data[end:]
    if how == 2:
        return data[:at] + data[at:end] * chance.choice((2, 3, 40)) + data[end:]
    if how == 3:
        return data[:at] + bytes(chance.randrange(256) for _ in range(chance.randrange(1, 9))) + data[end:]
    if how == 4 and at < len(data):
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    if how == 5:
        other = SAMPLES[chance.choice(sorted(SAMPLES))][1]
        begin = chance.randrange(len(other))
        return data[:at] + other[begin : begin + chance.randrange(1, 400)] + data[end:]
    return data[:at] + chance.choice(TOKENS[kind]) + data[end:]
