"""Documents from records with named fields, as JSON, tables and feeds have them: which field is the text, which the title."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.errors import DocumentError
from factcheck.load.assembly import Assembly
from factcheck.load.protocol import Part, Reading, Source, Unread

TEXT = ("articlebody", "article_body", "body", "text", "content", "maintext", "main_text", "full_text", "fulltext", "content_text", "story", "article", "plain_text", "content_html", "html", "body_html", "paragraphs", "blocks", "description", "summary", "abstract")
"""Names of fields that hold the text, the best first."""
SUMMARIES = frozenset(("description", "summary", "abstract"))
_MARKUP = re.compile(r"<(?:/?(?:p|div|br|a|b|i|em|strong|ul|ol|li|h[1-6]|img|span|blockquote|table|article|section|figure)\b[^<>]{0,1000}|!--)", re.IGNORECASE)


def normal(name: str) -> str:
    """A field's name as it is looked up."""
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def text_field(names: Iterable[str]) -> str | None:
    """The normal name of the field that holds the text, or None."""
    known = set(names)
    return next((name for name in TEXT if name in known), None)


def document(said: Mapping[str, str], body: Any, part: str, source: Source, *, summary: bool = False, line: int = 0) -> list[Part]:
    """One record as a document: its headline, then its text, which may be a page, a text, or a list of paragraphs.

    said: fields of a Reading; summary: whether the text is one of the story only.
    """
    notices = ("holds a summary of its story, and not the story",) if summary else ()
    fields = {name: value for name, value in said.items() if value}
    paragraphs = _paragraphs(body, source)
    whole = "\n\n".join(paragraphs)
    if _MARKUP.search(whole):
        try:
            found = source.inner(whole.encode("utf-8", "replace"), part, "html")
        except DocumentError as error:
            return [Unread(part, str(error))]
        return [item if isinstance(item, Unread) else _headed(item, fields)._replace(part=part, notices=item.notices + notices, **fields) for item in found]
    text = Assembly()
    headline = fields.get("headline", "")
    if headline and not whole.lstrip().startswith(headline):
        text.add(headline, "headline", line=line, element="title")
    before = len(text)
    for paragraph in re.split(r"\n[ \t\r]*\n", html.unescape(whole)):
        text.add(paragraph, line=line)
    if len(text) == before:
        return [Unread(part, "has no text")]
    return [text.reading(part=part, notices=notices, **fields)]


def _headed(reading: Reading, fields: Mapping[str, str]) -> Reading:
    """A page's text with the headline that its record gives put before it, unless it begins with that."""
    headline = " ".join(fields.get("headline", "").split())
    if not headline or reading.text.startswith(headline):
        return reading
    text = Assembly()
    text.add(headline, "headline", element="title")
    for block in reading.blocks or ():
        text.add(reading.text[block.start : block.end], block.zone, line=block.line, element=block.element)
    return reading._replace(text=(made := text.reading()).text, blocks=made.blocks)


def _paragraphs(body: Any, source: Source) -> list[str]:
    """The texts in a field, which may be a list of texts or of objects with texts."""
    found: list[str] = []
    level: list[tuple[Any, int]] = [(body, 0)]
    while level:
        item, depth = level.pop()
        source.check_depth(depth)
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, list):
            level += [(inner, depth + 1) for inner in reversed(item)]
        elif isinstance(item, dict):
            keys = {normal(key): key for key in item}
            name = text_field(keys) or ("value" if "value" in keys else None)
            if name is not None:
                level.append((item[keys[name]], depth + 1))
    return found
