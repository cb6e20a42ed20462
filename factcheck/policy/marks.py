"""Inline marks: in the draft itself, and nowhere else, a comment can suppress a finding.

    <!-- factcheck: ignore 5f2b81c09d3e; reason: the later count; owner: desk; until: 2026-01-31 -->
    [factcheck: ignore 5f2b81c09d3e count-mismatch; reason: …; owner: …]

It names a finding or a claim, as an entry of the settings does, so that it goes with the fact and not with the line.
"""

from __future__ import annotations

import re
from copy import copy
from datetime import date

from factcheck.config.settings import Suppression
from factcheck.model.document import Document

_OPENING = "factcheck: ignore "
_MARK = re.compile(r"(?:<!--|\[)[ \t]*factcheck: ignore ([0-9a-f]{6,64}+)(?:[ \t]++([a-z-]{3,60}))?[ \t]*+((?:;[^;\]>\n]{1,300}){0,4}?)[ \t]*+(?:-->|\])")
_PARTS = ("reason", "owner", "until")


def marks_of(document: Document) -> list[tuple[int, int, Suppression]]:
    """First offset, the offset behind the last, and what each mark says."""
    if _OPENING not in document.text:
        return []
    found = []
    line, counted = 1, 0
    for match in _MARK.finditer(document.text):
        said = {}
        for part in match[3].split(";"):
            name, _, value = part.strip().partition(":")
            if name.strip() in _PARTS and value.strip(" -"):
                said[name.strip()] = value.strip(" -")
        line += document.text.count("\n", counted, match.start())
        counted = match.start()
        until = _day(said.get("until"))
        if "until" in said and until is None:
            said.pop("reason", None)  # a last day that cannot be read is no decision
        entry = Suppression(match[1], match[2], said.get("reason"), said.get("owner"), until, document.path or document.id, line, True)
        found.append((match.start(), match.end(), entry))
    return found


def without(document: Document, marks: list[tuple[int, int, Suppression]]) -> Document:
    """The document with its marks blanked, so that nothing is read from them and every offset stays."""
    pieces, at = [], 0
    for start, end, _ in marks:
        pieces += (document.text[at:start], " " * (end - start))
        at = end
    blanked = copy(document)
    blanked.text = "".join((*pieces, document.text[at:]))
    return blanked


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
