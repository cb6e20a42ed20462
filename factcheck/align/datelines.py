"""Where a document says itself when it was written: its dateline, and the URL that is its own."""

from __future__ import annotations

import re

from factcheck.lexicon import table
from factcheck.model.claim import Claim
from factcheck.model.telling import Telling

_BEFORE = re.compile(r"[A-Z][A-Za-z .,'’/()_–—-]{1,60}\Z|\W{0,60}(?:published|updated|posted|issued|date|by\b).{0,60}\Z", re.IGNORECASE | re.DOTALL)
_PUBLISHED = re.compile(r"\W{0,90}(?:published|updated|posted|issued|last updated|first published|date:|by\b)(?:\s{1,9}(?:on|at))?\W{0,90}", re.IGNORECASE)
_TIME = re.compile(r"[\W\d]{0,14}(?:[ap]\.?\s?m\b\.?)?\W{0,4}(?:[A-Z]{2,4}\b)?\W{0,4}")
_BEHIND = re.compile(r"\s{0,6}(?:[–—_-]|\(|:|/|\|)")
BEFORE = 400  # characters before the date in a URL in which a label can stand
HEAD = 400  # characters of a story in which a line can stand that is there for its date
_NEAR = 70  # characters from the start of the story in which a dateline ends


def dateline_claims(telling: Telling) -> list[Claim]:
    """Date claims in the dateline: a line of its own above the story, or the opening "CITY, Nov 21 (Agency) -"."""
    if not telling.dates:
        return []
    found, story = [], None
    for n, zone in enumerate(telling.zones):
        if zone == "body":
            story = n
            break
    for claim in telling.dates:
        if claim.attribute == "url-date" or claim.detail.form != "calendar" or claim.detail.day is None:
            continue
        above = story is None or claim.sentence < story
        if (above and claim.zone in ("dateline", "byline")) or (above and claim.zone == "headline" and _is_line_of_its_own(telling, claim)):
            found.append(claim)
        elif not found and claim.zone == "body" and claim.start < HEAD and _is_nothing_but_date(telling, claim):
            found.append(claim)
        elif claim.sentence == story and claim.zone == "body":
            start = telling.sentences[claim.sentence][0]
            text = telling.document.text
            before, behind = text[start : claim.start], text[claim.end : claim.end + 6]
            if claim.end - start <= _NEAR and before[:1].isupper() and before.split(",")[0].isupper() and _BEFORE.match(before) and _BEHIND.match(behind):
                found.append(claim)
    return found


def _is_line_of_its_own(telling: Telling, claim: Claim) -> bool:
    """Whether a line above the story is there for its date: "Published: March 3, 2021", "By Jane Doe | 3 March 2021"."""
    start, end = telling.sentences[claim.sentence]
    text = telling.document.text
    before, behind = text[start : claim.start].strip(), text[claim.end : end].strip()
    return (len(before) <= 2 or bool(_PUBLISHED.match(before))) and len(behind) <= 20


def _is_nothing_but_date(telling: Telling, claim: Claim) -> bool:
    """Whether a line in the head of a story holds a date, a time and "Published", and nothing besides."""
    start, end = telling.sentences[claim.sentence]
    text = telling.document.text
    if text[:start].rstrip(" \t")[-1:] not in ("", "\n") or text[end:].lstrip(" \t")[:1] not in ("", "\n") or claim.detail.relation is not None:
        return False
    before = text[start : claim.start].strip()
    return (not before or bool(_PUBLISHED.fullmatch(before))) and bool(_TIME.fullmatch(text, claim.end, end))


def url_claims(telling: Telling) -> list[Claim]:
    """All dates inside URLs in the text."""
    return [c for c in telling.dates if c.attribute == "url-date"]


def own_url_claims(telling: Telling) -> list[Claim]:
    """Dates in the URL that a label such as "Original url:" makes the document's own."""
    if not telling.dates:
        return []
    labels = tuple(table("structure")["own_url_labels"])
    found = []
    for claim in url_claims(telling):
        text = telling.document.text[max(0, telling.sentences[claim.sentence][0] - 60, claim.start - BEFORE) : claim.start]
        head = text.lower().split("http")[0].strip(" \n\r\t<([*_>")
        if head.rsplit("\n", 1)[-1].strip(" *_#").startswith(labels):
            found.append(claim)
    return found
