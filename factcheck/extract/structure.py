"""Blocks of a document: what is story, and what is headline, dateline, link or side box.

Claims in a side box are read like all others, but neither date the document nor stand against its story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.lexicon import table
from factcheck.model.document import Block as KnownBlock

_BLOCK = re.compile(r"\S[^\n]*(?:\n(?![ \t\r]*\n)[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
_URL_LINE = re.compile(r"[<(\[]?https?://\S+[>)\]]?\s*\Z")
_LINK_LINE = re.compile(r"\W*(?:[\w ]{0,40}:)?\W*\[[^\]]{0,300}\]\([^)]{0,500}\)\W*\Z")
_MARKS = " \t\r>*_#-•·|:"
_SENTENCE_END = (".", "!", "?", "”", '"', "…", "’", "'")
_BYLINE = re.compile(r"(?:by|from)\s+[\[A-Z]", re.IGNORECASE)

_APART = frozenset(("headline", "caption", "aside", "table", "footnote"))  # lists and quotations tell the story as well as paragraphs do

SHORT_LINE = 55  # characters: a wrapped line of prose is longer, a heading or caption is shorter
LONG_BLOCK = 70  # characters: a block of prose is longer


Block = tuple[int, int, str, bool]
"""A stretch of text without an empty line in it: its offsets and zone, and whether its line breaks end sentences."""


@cache
def _aside_words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Headings of side boxes, what a block in one opens with, and the first two letters of that, or the one sign that it is."""
    found = table("structure")
    openings = tuple(found["aside_openings"])
    return frozenset(found["aside_headings"]), openings, frozenset(o[:2] for o in openings)


def blocks(text: str, known: Sequence[KnownBlock] | None = None) -> list[Block]:
    """The blocks of a text in order, each with its zone; known: what the file itself says of them, which comes first."""
    zones = {block.start: block.zone if block.zone in _APART else "body" for block in known or () if block.zone}
    headings, openings, initials = _aside_words()
    found: list[Block] = []
    may_link = "://" in text or "](" in text
    in_story = aside = prose_in_aside = False
    for match in _matches(text):
        raw = match[0].rstrip()
        start = match.start()
        several = "\n" in raw
        plain = _plain(raw.split("\n", 1)[0]) if several else raw[:90].strip(_MARKS).lower()
        if plain in headings or (several and _plain(raw.rsplit("\n", 1)[-1]) in headings):
            aside, prose_in_aside, in_story = True, False, True
            zone = "aside" if plain in headings or several else "link"
        elif may_link and _is_link(raw):
            zone = "link"
        elif (plain[:2] in initials or plain[:1] in initials) and plain.startswith(openings):
            zone, in_story = "aside", True
        elif aside:
            # A side box is a run of headline and blurb; a second block of prose on end is the story going on.
            is_prose = _is_prose(raw)
            if is_prose and prose_in_aside:
                aside, zone = False, "body"
            else:
                zone = "aside"
            prose_in_aside = is_prose
        elif raw[0] == "#" or (not found and len(raw) < 200 and not raw.endswith(".") and not _is_prose(raw)):
            zone = "headline"
        elif not in_story and 0 < len(found) < 6 and len(raw) < 80 and not _is_prose(raw):
            zone = "byline" if _BYLINE.match(raw) else "dateline"
        else:
            zone, in_story = "body", True
        if start in zones:
            zone = zones[start]
        found.append((start, start + len(raw), zone, several and _breaks_are_hard(raw)))
    if len(found) == 1 and found[0][2] == "headline":  # a lone sentence is a text, not a headline
        found[0] = (*found[0][:2], "body", found[0][3])
    return found


def _matches(text: str) -> list[re.Match[str]]:
    """The stretches without an empty line in them; of a text that has none at all each line, unless its lines were wrapped."""
    found = list(_BLOCK.finditer(text))
    if len(found) == 1 and "\n" in found[0][0] and _breaks_are_hard(found[0][0].rstrip()):
        return list(_LINE.finditer(text))
    return found


def _plain(line: str) -> str:
    """The beginning of a line without marks and case, to be looked up."""
    return line[:90].strip(_MARKS).lower()


def _is_prose(raw: str) -> bool:
    return len(raw) > LONG_BLOCK and raw.endswith(_SENTENCE_END) and raw.count(" ") > 9


def _is_link(raw: str) -> bool:
    """Whether a block is nothing but an address or a link."""
    return ("://" in raw and _URL_LINE.match(raw) is not None) or ("](" in raw and _LINK_LINE.match(raw) is not None)


def _breaks_are_hard(raw: str) -> bool:
    """Whether the line breaks in a block end sentences: not if its lines were wrapped at a width."""
    lines = raw.split("\n")
    wrapped = sum(len(line) > SHORT_LINE for line in lines[:-1])
    return wrapped * 2 < len(lines) - 1 or any(len(line) > 140 for line in lines)
