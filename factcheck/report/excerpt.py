"""The sentence around the words a finding rests on, cut to a bearable length, with the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.escape import one_line, visible

if TYPE_CHECKING:
    from factcheck.public.report import Evidence, Finding

PLAIN, WORDS, DIFFERS, AROUND = "", "words", "differs", "around"


class Segment(NamedTuple):
    """A stretch of a sentence: plain, the words of the claim, words among them that differ from another side's, or, only where
    `around_marked` has been asked, words around the claim that do.
    """

    text: str
    mark: str = PLAIN


class Passage(NamedTuple):
    """One sentence of one document, with the words of one side marked; start: offset of the first of them; place: in a file whose
    lines are not those of the text.
    """

    document: str
    line: int
    side: int
    segments: tuple[Segment, ...]
    start: int = 0
    place: str = ""


class Passages(NamedTuple):
    """The passages to show, in order of side, document and place, and how many more there are."""

    shown: tuple[Passage, ...]
    rest: int


def passages(finding: Finding, *, most: int, limit: int) -> Passages:
    """The places of a finding as passages: at most `most`, shared out among its sides, each about `limit` characters."""
    by_side: dict[int, dict[tuple[str, int], list[Evidence]]] = {}
    for evidence in finding.evidence:
        place = (evidence.document, evidence.sentence.start)
        by_side.setdefault(evidence.side, {}).setdefault(place, []).append(evidence)
    total = sum(map(len, by_side.values()))
    chosen = _shared_out({side: list(places.values()) for side, places in by_side.items()}, most)
    spoken = {side: groups[0][0].text for side, groups in sorted(chosen.items()) if groups}
    shown = tuple(
        _passage(group, side, limit, next((text for other, text in spoken.items() if other != side), None))
        for side, groups in sorted(chosen.items())
        for group in groups
    )
    return Passages(shown, total - len(shown))


def _shared_out(sides: dict[int, list], most: int) -> dict[int, list]:
    """The first places of every side in turn, until `most` are taken; no side is left out for another's length."""
    taken = dict.fromkeys(sides, 0)
    left = most
    while left > 0:
        open_sides = [side for side in sorted(sides) if taken[side] < len(sides[side])]
        if not open_sides:
            break
        for side in open_sides[:left]:
            taken[side] += 1
        left -= len(open_sides[:left])
    return {side: sides[side][: taken[side]] for side in sides}


def _passage(group: Sequence[Evidence], side: int, limit: int, other: str | None) -> Passage:
    first = min(group, key=lambda evidence: evidence.start)
    sentence = first.sentence.text
    spans = _spans(group, first.sentence.start, len(sentence))
    low, high = _window(sentence, _telling_part(sentence, spans[0], limit, other if len(group) == 1 else None), limit)
    segments: list[Segment] = [Segment("… ")] if low else []
    at = low
    for start, end in spans:
        start, end = max(start, low), min(end, high)
        if start >= end:
            continue
        segments.append(Segment(sentence[at:start]))
        segments.extend(_marked(sentence[start:end], other if len(group) == 1 else None))
        at = end
    segments.append(Segment(sentence[at:high]))
    if high < len(sentence):
        segments.append(Segment(" …"))
    return Passage(first.document, first.line, side, _tidy(segments), first.start, first.place.shown if first.place else "")


def _telling_part(sentence: str, span: tuple[int, int], limit: int, other: str | None) -> tuple[int, int]:
    """What must be seen of the words of a claim: all, or the first that differ from the other side's if they are too long."""
    if other is None or span[1] - span[0] <= limit:
        return span
    at = span[0]
    for segment in _marked(sentence[span[0] : span[1]], other):
        if segment.mark == DIFFERS:
            return at, at + min(len(segment.text), limit)
        at += len(segment.text)
    return span


def _spans(group: Sequence[Evidence], offset: int, length: int) -> list[tuple[int, int]]:
    """Where the words lie in the sentence, in order, those that overlap joined."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((e.start - offset, e.end - offset) for e in group):
        start, end = max(start, 0), min(end, length)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, max(start, end)))
    return spans


def _window(sentence: str, span: tuple[int, int], limit: int) -> tuple[int, int]:
    """The part of a long sentence to show: around its first marked words, from one space to another where it can."""
    if len(sentence) <= limit:
        return 0, len(sentence)
    room = max(limit - (span[1] - span[0]), limit // 4)
    low = max(0, min(span[0] - room // 2, len(sentence) - limit))
    high = min(len(sentence), low + limit)
    if low:
        space = sentence.find(" ", low, span[0])
        low = space + 1 if space >= 0 else low
    if high < len(sentence):
        space = sentence.rfind(" ", span[1] if span[1] <= high else span[0], high)
        high = space if space >= 0 else high
    return low, high


def _marked(text: str, other: str | None) -> list[Segment]:
    """The words of a claim; where both sides are wordings of some length, those that differ apart."""
    pieces = re.split(r"(\s+)", text)
    differing = _differing(pieces, other.split()) if other is not None else frozenset()
    spaces = {n for n in range(1, len(pieces), 2) if n - 1 in differing and n + 1 in differing}
    marks = (DIFFERS if n in differing or n in spaces else WORDS for n in range(len(pieces)))
    return [Segment(piece, mark) for piece, mark in zip(pieces, marks, strict=True) if piece]


def _tidy(segments: list[Segment]) -> tuple[Segment, ...]:
    """Neighbours of one mark joined, every run of space closed up, hidden characters shown, the ends trimmed."""
    joined: list[Segment] = []
    for segment in segments:
        if joined and joined[-1].mark == segment.mark:
            joined[-1] = Segment(joined[-1].text + segment.text, segment.mark)
        elif segment.text:
            joined.append(segment)
    closed = [Segment(one_line(visible(segment.text)), segment.mark) for segment in joined]
    if closed:
        closed[0] = closed[0]._replace(text=closed[0].text.lstrip())
        closed[-1] = closed[-1]._replace(text=closed[-1].text.rstrip())
    return tuple(segment for segment in closed if segment.text)


def around_marked(passage: Passage, other: Passage) -> Passage:
    """The passage with the words around its claim marked that another telling of the same sentence has not; unchanged where the
    two are not the same sentence.
    """
    pieces = [(piece, segment.mark) for segment in passage.segments for piece in re.split(r"(\s+)", segment.text) if piece]
    there = "".join(segment.text for segment in other.segments).split()
    words = [piece for piece, _ in pieces]
    differing = _differing(words, there)
    if len(differing) > ALIKE * sum(bool(_key(word)) for word in words):
        return passage
    spaces = {n for n in range(1, len(pieces) - 1) if words[n].isspace() and {n - 1, n + 1} <= differing}
    marked = (Segment(piece, AROUND if mark == PLAIN and n in differing | spaces else mark) for n, (piece, mark) in enumerate(pieces))
    return passage._replace(segments=_joined(marked))


def _joined(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    joined: list[Segment] = []
    for segment in segments:
        if joined and joined[-1].mark == segment.mark:
            joined[-1] = Segment(joined[-1].text + segment.text, segment.mark)
        else:
            joined.append(segment)
    return tuple(joined)


ALIKE = 0.4
"""The share of words that may differ between two tellings of one sentence."""
_FEWEST_WORDS, _MOST_WORDS = 4, 400


def _differing(pieces: Sequence[str], other: Sequence[str]) -> frozenset[int]:
    """Which of the pieces are words that the other wording has not in their place."""
    here = [(n, key) for n, piece in enumerate(pieces) if (key := _key(piece))]
    there = [key for word in other if (key := _key(word))]
    if not all(_FEWEST_WORDS <= count <= _MOST_WORDS for count in (len(here), len(there))):
        return frozenset()
    from rapidfuzz.distance import Indel

    steps = Indel.opcodes([key for _, key in here], there)
    return frozenset(
        n for step in steps if step.tag != "equal" for n, _ in here[step.src_start : step.src_end]
    )


def _key(word: str) -> str:
    """A word as it is compared: without case, spaces and the marks around it."""
    return word.strip().casefold().replace("’", "'").strip("\"'“”‘’«»‹›.,;:!?()[]{}…-–—")
