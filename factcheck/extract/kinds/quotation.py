"""A quotation: the words between quotation marks, who speaks them, and who reports them.

Read: “We will rebuild,” the mayor said · 'too little, too late' · "a narrow escape … and a lesson" · a quotation that runs
over paragraphs. Not: apostrophes, feet and inches. Titles of works and scare quotes are read too, and marked as such.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from factcheck.extract.marks import MARKS, paragraph_ends
from factcheck.extract.protocol import Kind
from factcheck.extract.quotes import Span, find_quotations
from factcheck.extract.reading import Reading
from factcheck.extract.voices import Voice, voices
from factcheck.extract.wording import normalised
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.value import Wording

_SCARE = 4  # words: a longer quotation is speech, with or without a cue
_SO_CALLED = re.compile(r"\bso ?[-‐‑]? ?called\s*$", re.IGNORECASE)
_TITLE = 9  # words of the longest title of a work


class Quoted:
    """What a quotation's own rules need. style: "speech", "scare" (single words held at arm's length) or "title" (of a work);
    reporter: who reports it, or None; cue: token of the verb that brings it in, or None; tail: goes on after "he said";
    named: whether the speaker is a name; person: whether it is sure to be a person; last: the quotation's last token; nested: it stands inside another quotation."""

    __slots__ = ("cue", "last", "named", "nested", "person", "reporter", "style", "tail")

    def __init__(self, style: str, voice: Voice, last: int, nested: bool) -> None:
        self.style = style
        self.reporter = voice.reporter
        self.cue = voice.cue
        self.tail = voice.tail
        self.named = voice.named
        self.person = voice.person
        self.last = last
        self.nested = nested


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """One claim a quotation."""
    if not hits:
        return
    tokens = reading.tokens
    ends = paragraph_ends(reading.text)
    spans = [s for s in find_quotations(tokens, hits, ends) if any(tokens.words[i][0].isalnum() for i in range(s.inner_first, s.inner_last + 1))]
    for span in spans:
        reading.quoted[span.first : span.last + 1] = b"\1" * (span.last + 1 - span.first)
    paragraphs = [(bisect_right(ends, tokens.starts[s.first]), bisect_right(ends, tokens.starts[s.last])) for s in spans]
    for span, voice in zip(spans, voices(reading, spans, paragraphs), strict=True):
        found, gaps = normalised(tokens, span.inner_first, span.inner_last)
        text = tokens.slice(span.inner_first, span.inner_last)
        style = _style(reading, span, voice, len(found))
        if style == "title" or (style == "scare" and voice.cue is not None):
            voice.speaker = None
        value = Wording(text, voice.speaker, found, gaps)
        yield reading.claim("quotation", span.inner_first, span.inner_last, value, "quotation", detail=Quoted(style, voice, span.inner_last, span.nested))


def _style(reading: Reading, span: Span, voice: Voice, count: int) -> str:
    """Speech, a title of a work, or single words held at arm's length; told by shape."""
    if count > _TITLE:
        return "speech"
    found = reading.tokens.words
    if count <= _SCARE + 1 and _SO_CALLED.search(reading.text[max(0, reading.tokens.starts[span.first] - 14) : reading.tokens.starts[span.first]]):
        return "scare"
    before = found[span.first - 1] if span.first else ""
    ends = found[span.inner_last]
    brought_in = voice.cue is not None and (span.first - 3 <= voice.cue < span.first or before in ",:" or (ends in ",?!" and voice.cue > span.last))
    if ends not in ".!?" and before not in ",:":
        small = words("structure", "function_words")
        inner = [w for w in found[span.inner_first : span.inner_last + 1] if w[0].isalnum()]
        capital = [w[0].isupper() or w[0].isdecimal() for w in inner if w.lower() not in small or w is inner[0]]
        if all(capital) and len(capital) >= min(2, len(inner)):
            middle = reading.sentences[reading.sentence_of(span.first)] != span.first
            if (len(inner) > 1 and (middle or not brought_in)) or (middle and not brought_in):
                return "title"
    if count <= _SCARE and voice.cue is None and not voice.tail and ends not in ".!?":
        return "scare"
    return "speech"


KIND = Kind("quotation", 5, "wording", read, words=MARKS, reads="")
