"""Feeds (RSS, Atom): each item a document, with its headline, and its text or summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.errors import DocumentError
from factcheck.load.dates import as_iso
from factcheck.load.decode import decode
from factcheck.load.protocol import Part, Reader, Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OPENING = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?><\?[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*|<!doctype[^>\[]{0,300}>\s*)*+(?:<!doctype\s+\w{1,40}\s*\[|<(?:rss|feed|rdf:RDF|(?:\w{1,20}:)feed)\b)", re.IGNORECASE | re.DOTALL)
_DECLARES = re.compile(r"<!DOCTYPE[^>\[]{0,1000}\[|<!ENTITY", re.IGNORECASE)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30};)")
_PROLOG = re.compile(r"<\?xml[^>]{0,300}\?>")
_CHUNK = 1 << 16
_FIELDS = {"headline": ("title",), "url": ("link", "guid", "id"), "date": ("pubdate", "published", "date", "issued"), "modified": ("updated", "modified"), "author": ("creator", "author")}
_TEXTS = ("encoded", "content", "description", "summary")


def read(data: bytes, source: Source) -> Iterable[Part]:
    """The items in order; what comes before the place where a feed breaks off is read."""
    from factcheck.load.records import document
    from factcheck.load.web_page import declared_encoding

    text = decode(data, source.encoding or declared_encoding(data)).text
    if _DECLARES.search(text):
        raise DocumentError("declares entities of its own, as no feed needs to, and is not read")
    number = 0
    publisher = ""
    for element in _elements(text, source):
        name = _local(element.tag)
        if name == "title" and not number and not publisher:
            publisher = " ".join("".join(element.itertext()).split())[:300]
        if name not in ("item", "entry"):
            continue
        number += 1
        source.check_entries(number, "items")
        said = _fields(element)
        body, name = _body(element)
        yield from document({"publisher": publisher, **said}, body, f"item {number}", source, summary=name in ("description", "summary"))
        element.clear()
    if not number:
        raise DocumentError("is a feed without items")


def _elements(text: str, source: Source) -> Iterator[Element]:
    """Titles and items as they end; raises DocumentError where the XML breaks off."""
    import html
    from xml.etree import ElementTree

    text = _NAMED.sub(lambda match: html.escape(html.unescape(match[0])), _PROLOG.sub("", text, count=1))
    parser = ElementTree.XMLPullParser(("start", "end"))
    depth = inside = 0
    try:
        for at in range(0, len(text), _CHUNK):
            parser.feed(text[at : at + _CHUNK])
            for event, element in parser.read_events():
                is_item = _local(element.tag) in ("item", "entry")
                depth += 1 if event == "start" else -1
                source.check_depth(depth)
                if is_item:
                    inside += 1 if event == "start" else -1
                if event == "end" and ((is_item and not inside) or (not inside and _local(element.tag) == "title")):
                    yield element
        parser.close()
    except ElementTree.ParseError as error:
        raise DocumentError(f"is damaged: {str(error)[:100]}") from None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _fields(item: Element) -> dict[str, str]:
    import html

    said: dict[str, str] = {}
    for child in item:
        name = _local(child.tag)
        value = child.get("href") if name == "link" and child.get("href") else "".join(child.itertext())
        if name == "link" and child.get("rel", "alternate") != "alternate":
            continue
        said.setdefault(name, " ".join(html.unescape(value or "").split())[:500])
    found = {field: next((said[name] for name in names if said.get(name)), "") for field, names in _FIELDS.items()}
    for field in ("date", "modified"):
        found[field] = as_iso(found[field]) or ""
    if not found["url"].startswith(("http://", "https://")):
        found["url"] = ""
    return {field: value for field, value in found.items() if value}


def _body(item: Element) -> tuple[str, str]:
    """The longest text that an item gives of its story, and the name of the field."""
    from xml.etree import ElementTree

    texts = {}
    for child in item:
        name = _local(child.tag)
        if name in _TEXTS and name not in texts:
            for part in child.iter():
                part.tag = _local(part.tag)  # or the page in it would be written with the prefixes of its names
            inner = "".join(ElementTree.tostring(part, encoding="unicode") for part in child)
            texts[name] = (child.text or "") + inner
    best = next((name for name in _TEXTS if texts.get(name, "").strip()), "")
    return texts.get(best, ""), best


def known_by(head: bytes) -> bool:
    """Whether a file begins as feeds do."""
    return _OPENING.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


READER = Reader("feed", (".rss", ".atom", ".xml", ".rdf"), read, known_by=known_by, must_be=True, media_types=("application/rss+xml", "application/atom+xml"))
