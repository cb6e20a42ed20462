"""Articles as JSON: one object, a list of them, an object that holds such a list, or one object a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.errors import DocumentError
from factcheck.limits import LimitReached
from factcheck.load.decode import decode
from factcheck.load.protocol import Part, Reader, Source, Unread

_LISTS = ("articles", "items", "documents", "docs", "results", "data", "stories", "records", "hits", "response", "article", "document", "result", "story", "content", "@graph")


def read(data: bytes, source: Source) -> Iterable[Part]:
    """All articles in the file, in order."""
    from factcheck.load.records import SUMMARIES, document, normal, text_field
    from factcheck.load.web_metadata import article_fields

    found = decode(data, source.encoding)
    text = found.text
    try:
        contents = [("", _parsed(text, source))]
    except ValueError as error:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not any(line.lstrip().startswith("{") and line.rstrip().endswith("}") for _, line in lines[:2]):
            raise DocumentError(f"is not valid JSON: {_said(error)}") from None
        contents = []
        source.check_entries(len(lines), "lines")
        for n, line in lines:
            try:
                contents.append((f"line {n}", _parsed(line, source)))
            except ValueError as wrong:
                yield Unread(f"line {n}", f"is not valid JSON: {_said(wrong)}")
    number = 0
    for where, content in contents:
        articles = _articles(content, source)
        for article in articles:
            number += 1
            part = where or f"item {number}"
            keys = {normal(key): key for key in article}
            name = text_field(keys) or ""
            for item in document(article_fields(article), article[keys[name]], part, source, summary=name in SUMMARIES):
                alone = where == "" and len(articles) == 1
                yield item._replace(part="" if isinstance(item, Unread) else None) if alone else item
        if where and not articles:
            yield Unread(where, "holds no article")
    if not number and contents and not contents[0][0]:
        raise DocumentError("holds no article: none of its objects has a text, body or content")


def _parsed(text: str, source: Source) -> Any:
    """JSON with its numbers left as texts: one of a million digits would take very long to read."""
    import json

    try:
        return json.loads(text.lstrip("\ufeff"), parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError:
        raise LimitReached("depth", source.limits, "is nested too deeply") from None


def _said(error: ValueError) -> str:
    return str(error)[:120]


def _articles(content: Any, source: Source) -> list[dict[str, Any]]:
    """The objects that have a text, looked for from the outside inwards."""
    from factcheck.load.records import normal

    level = [content]
    for _ in range(5):
        found = [item for item in level if isinstance(item, dict) and _has_text(item)]
        if found:
            source.check_entries(len(found), "articles")
            return found
        below: list[Any] = []
        for item in level:
            if isinstance(item, list):
                below += item
            elif isinstance(item, dict):
                below += [value for key, value in item.items() if normal(str(key)) in _LISTS and isinstance(value, (dict, list))]
        level = below
    return []


def _has_text(item: dict[str, Any]) -> bool:
    from factcheck.load.records import normal, text_field

    keys = {normal(str(key)): key for key in item}
    name = text_field(keys)
    if name is None:
        return False
    value = item[keys[name]]
    return (isinstance(value, str) and bool(value.strip())) or (isinstance(value, list) and bool(value) and all(isinstance(v, (str, dict)) for v in value) and name in ("paragraphs", "blocks", "body", "text", "content"))


def looks_like(head: bytes) -> bool:
    """Whether a file begins as an object, or as a list of them."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return (head[:1] == b"{" and head[1:].lstrip()[:1] in (b'"', b"}")) or (head[:1] == b"[" and head[1:].lstrip()[:1] == b"{")


READER = Reader("json", (".json", ".jsonl", ".ndjson"), read, looks_like=looks_like, media_types=("application/json", "application/ld+json"))
