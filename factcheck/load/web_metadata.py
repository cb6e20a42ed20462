"""What a web page says of itself: title, publisher, author, and when it was published and changed, with the zone.

JSON-LD comes first, for it is made for machines, then OpenGraph, then older `meta` names, then `time` elements.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.load.dates import as_iso

_LONGEST = 500  # characters of a value
_MOST = 2_000_000  # characters of one JSON-LD script
_KINDS = ("article", "posting", "report", "review", "newsarticle")
_META = {
    "headline": ("og:title", "twitter:title", "dc.title", "headline"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"),
    "date": ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "og:published_time", "article.published", "cxenseparse:recs:publishtime"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod"),
    "url": ("og:url",),
}


def metadata(tree: Any) -> tuple[dict[str, str], tuple[str, ...]]:
    """Fields of a Reading, and notices."""
    sources = [_json_ld(tree), _meta(tree), _elements(tree)]
    found: dict[str, str] = {}
    for source in sources:
        for field, value in source.items():
            found.setdefault(field, value)
    dates = sorted({source["date"][:10] for source in sources[:2] if "date" in source})
    notices = (f"its metadata give two dates, {' and '.join(dates)}",) if len(dates) > 1 else ()
    if found.get("url", "").split(":", 1)[0].lower() not in ("http", "https"):
        found.pop("url", None)
    return found, notices


def article_body(tree: Any) -> tuple[str, str]:
    """The headline and the text of the story as the page gives them to machines, or nothing."""
    told = [(article_fields(article).get("headline", ""), body) for article in _told(tree) if isinstance(body := article.get("articleBody"), str)]
    return max(told, key=lambda story: len(story[1]), default=("", ""))


def _json_ld(tree: Any) -> dict[str, str]:
    """The first article of the page's JSON-LD."""
    return next((article_fields(article) for article in _told(tree)), {})


def _told(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles of the page's JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        text = "".join(script.itertext())
        try:
            content = json.loads(text) if len(text) <= _MOST else None
            articles = list(_articles(content))
        except (ValueError, RecursionError):
            continue
        yield from articles


def _articles(content: Any) -> Iterator[dict[str, Any]]:
    """Everything that calls itself an article, from the outside inwards."""
    level = [content]
    for _ in range(6):
        below: list[Any] = []
        for item in level:
            if isinstance(item, list):
                below += item
            elif isinstance(item, dict):
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind.lower().endswith(_KINDS) for kind in kinds):
                    yield item
                below += [value for key, value in item.items() if key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement") and isinstance(value, (dict, list))]
        level = below


def article_fields(article: dict[str, Any]) -> dict[str, str]:
    """Fields of a Reading from an article's object, by the names of schema.org and by those that programs commonly use."""
    found = {
        "headline": _first(article, "headline", "title", "name"),
        "publisher": _first(article, "publisher", "source", "site_name", "sourceOrganization"),
        "author": _first(article, "author", "authors", "byline", "creator"),
        "date": _first(article, "datePublished", "date_published", "published", "published_at", "publish_date", "pubDate", "publishedAt", "date", "dateCreated"),
        "modified": _first(article, "dateModified", "date_modified", "updated", "updated_at", "modified"),
        "url": _first(article, "url", "@id", "link", "canonical_url", "mainEntityOfPage"),
    }
    return _tidy(found)


def _first(article: dict[str, Any], *names: str) -> str:
    for name in names:
        value = _text(article.get(name))
        if value:
            return value
    return ""


def _text(value: Any) -> str:
    """A text, the name of a thing, or the names of several."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((value[key] for key in ("name", "@id", "url", "title") if isinstance(value.get(key), str)), "")
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(item) for item in value[:10] if not isinstance(item, list))))
    return ""


def _meta(tree: Any) -> dict[str, str]:
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if name and content:
            said.setdefault(name, content)
    return _tidy({field: next((said[name] for name in names if name in said), "") for field, names in _META.items()})


def _elements(tree: Any) -> dict[str, str]:
    """What elements of the page itself say."""
    found = {"headline": "", "date": "", "modified": "", "url": ""}
    title = tree.find(".//title")
    if title is not None:
        found["headline"] = "".join(title.itertext())
    for element in tree.iter("time"):
        said = element.get("itemprop") or ""
        value = element.get("datetime") or ""
        if "modified" in said.lower():
            found["modified"] = found["modified"] or value
        elif "published" in said.lower() or element.get("pubdate") is not None:
            found["date"] = found["date"] or value
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            found["url"] = element.get("href") or ""
    return _tidy(found)


def _tidy(found: dict[str, str]) -> dict[str, str]:
    """On one line, of bearable length, days as ISO days; what is empty is left out."""
    tidy = {field: " ".join(value.split())[:_LONGEST] for field, value in found.items()}
    for field in ("date", "modified"):
        if tidy.get(field):
            tidy[field] = as_iso(tidy[field]) or ""
    return {field: value for field, value in tidy.items() if value}
