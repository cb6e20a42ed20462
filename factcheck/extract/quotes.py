"""Where quotations begin and end: which marks open, which close, and which are only apostrophes or inches.

A mark that is never closed must not swallow the document: its quotation ends with the paragraph at the latest. It runs on
only where the next paragraph opens with a mark too, or where the closing mark stands a few paragraphs on and nothing else
opens before it.
"""

from __future__ import annotations

from bisect import bisect_right

from factcheck.extract.marks import Mark, classify
from factcheck.extract.tokens import Tokens

_CLOSED_BY = {
    '"': '"”“',
    "“": '”"“',
    "”": '”"',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "`": "'’`",
    "'": "'’",
    "‘": "’'",
    "‚": "‘’",
}
_SAID = frozenset(["said", "says", "like", "asked", "told", "was", "went", "thought"])  # a remark inside a remark follows: he said, "I
_RUN_ON = 2_500  # characters that a quotation may run on over paragraphs without marks of their own


class Span:
    """One quotation: tokens of its opening and closing mark (the last token of it where no mark closes), and its level.

    inner_first, inner_last: the tokens between the marks; closed: whether a mark closes it; nested: stands in another.
    """

    __slots__ = ("closed", "first", "inner_first", "inner_last", "last", "nested")

    def __init__(self, first: int, last: int, inner_first: int, inner_last: int, closed: bool) -> None:
        self.first = first
        self.last = last
        self.inner_first = inner_first
        self.inner_last = inner_last
        self.closed = closed
        self.nested = False


def find_quotations(tokens: Tokens, hits: list[int], ends: list[int]) -> list[Span]:
    """The quotations among the marks at `hits`, in order of place; one inside another is marked as nested.

    ends: offsets at which paragraphs end.
    """
    doubles, singles = classify(tokens, hits, ends)
    spans = _pair(tokens, doubles, ends)
    spans += _pair_singles(tokens, singles, spans, ends)
    spans.sort(key=lambda s: (s.first, -s.last))
    reach, kept = -1, []
    for span in spans:
        if span.inner_last < span.inner_first:
            continue
        span.nested = span.last <= reach
        if not span.nested and span.first <= reach:
            continue  # crosses another one: one of its marks was no mark
        reach = max(reach, span.last)
        kept.append(span)
    return kept


def _pair(tokens: Tokens, marks: list[Mark], ends: list[int]) -> list[Span]:
    """Double marks into spans."""
    spans: list[Span] = []
    at, size = 0, len(marks)
    while at < size:
        mark = marks[at]
        if not mark.can_open:
            at += 1
            continue
        at, span = _follow(tokens, marks, at, ends)
        spans.append(span)
    return spans


def _follow(tokens: Tokens, marks: list[Mark], at: int, ends: list[int]) -> tuple[int, Span]:
    """From an opening mark to where its quotation ends; also the place in `marks` to go on from."""
    opening = marks[at]
    paragraph, closers = opening.paragraph, _CLOSED_BY[opening.char]
    depth, k = 0, at + 1
    while k < len(marks):
        mark = marks[k]
        if mark.paragraph != paragraph:
            if mark.paragraph == paragraph + 1 and mark.can_open and _opens_paragraph(tokens, mark, ends):
                paragraph, depth, k = mark.paragraph, 0, k + 1
                continue
            close_by = tokens.starts[mark.token] - tokens.starts[opening.token] < _RUN_ON
            opens_too = mark.can_open and tokens.glued(mark.last)
            if not close_by or not mark.can_close or opens_too or mark.char not in closers:
                break
            return k + 1, _span(opening, mark)
        if mark.char not in closers:
            if mark.can_open and not mark.can_close:
                depth += 1
            elif mark.can_close and depth:
                depth -= 1
            k += 1
            continue
        if mark.can_close and not (mark.can_open and _opens_rather(tokens, mark, marks, k)):
            if not depth:
                return k + 1, _span(opening, mark)
            depth -= 1
        elif mark.can_open:
            if _nests(marks, k, paragraph):
                depth += 1
            elif not tokens.words[mark.token - 1].isalnum() and tokens.words[mark.token - 1] != "," and opening.paragraph == paragraph:
                return k, _unclosed(tokens, opening, mark.token, ends)
            elif tokens.words[mark.token - 2] not in _SAID:
                return k + 1, _span(opening, mark)  # typed the wrong way round
        k += 1
    stop = bisect_right(tokens.starts, ends[paragraph] if paragraph < len(ends) else len(tokens.text), 0, len(tokens)) - 1
    return k, Span(opening.token, stop, opening.last + 1, stop, False)


def _opens_rather(tokens: Tokens, mark: Mark, marks: list[Mark], k: int) -> bool:
    """A mark that could do both, as the first token of a paragraph: it opens."""
    return not tokens.glued(mark.token - 1) and tokens.glued(mark.last)


def _opens_paragraph(tokens: Tokens, mark: Mark, ends: list[int]) -> bool:
    begin = ends[mark.paragraph - 1]
    return not tokens.text[begin : tokens.starts[mark.token]].strip(" \t\r\n>*_")


def _nests(marks: list[Mark], k: int, paragraph: int) -> bool:
    """Whether a second opening mark has its own closing one before that of the first."""
    following = [m for m in marks[k + 1 : k + 3] if m.paragraph == paragraph]
    return len(following) == 2 and all(m.can_close and not m.can_open for m in following)


def _span(opening: Mark, closing: Mark) -> Span:
    return Span(opening.token, closing.last, opening.last + 1, closing.token - 1, True)


def _unclosed(tokens: Tokens, opening: Mark, before: int, ends: list[int]) -> Span:
    """A quotation that another one follows before it is closed ends with its sentence."""
    words = tokens.words
    for i in range(opening.last + 1, before):
        if words[i] in ".!?" and not tokens.glued(i):
            return Span(opening.token, i, opening.last + 1, i, False)
    return Span(opening.token, before - 1, opening.last + 1, before - 1, False)


def _pair_singles(tokens: Tokens, marks: list[Mark], doubles: list[Span], ends: list[int]) -> list[Span]:
    """Single marks into spans; one that opens must be closed in its paragraph and in the same double quotation."""
    spans: list[Span] = []
    firsts = [s.first for s in doubles]

    def around(token: int) -> int:
        at = bisect_right(firsts, token) - 1
        return at if at >= 0 and doubles[at].last >= token else -1

    at, size = 0, len(marks)
    while at < size:
        opening = marks[at]
        at += 1
        if not opening.can_open:
            continue
        paragraph, inside, best = opening.paragraph, around(opening.token), None
        for k in range(at, size):
            mark = marks[k]
            if mark.paragraph != paragraph:
                if mark.paragraph == paragraph + 1 and mark.can_open and best is None and inside < 0 and _opens_paragraph(tokens, mark, ends):
                    paragraph = mark.paragraph
                    continue
                break
            if mark.can_open and not mark.can_close:
                break
            if mark.can_close and mark.char in _CLOSED_BY[opening.char] and around(mark.token) == inside:
                best = k
                if not _is_possessive(tokens, mark):
                    break
        if best is not None:
            spans.append(_span(opening, marks[best]))
            at = best + 1
    return spans


def _is_possessive(tokens: Tokens, mark: Mark) -> bool:
    """A mark behind an s with a small word to follow: the workers' rights."""
    words, i = tokens.words, mark.token
    return i + 1 < len(words) and words[i - 1][-1:] in "sSnN" and words[i + 1][:1].islower()
