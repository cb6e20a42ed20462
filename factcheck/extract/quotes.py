"""Where quotations begin and end: which marks open, which close, and which are only apostrophes or inches.

A mark that is never closed must not swallow the document: its quotation ends with the paragraph at the latest. It runs on
only where the next paragraph opens with a mark too, or where the closing mark stands a few paragraphs on and nothing else
opens before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from factcheck.extract.tokens import Tokens

MARKS = frozenset("\"'“”„‟‘’‚«»`")
_CLOSED_BY = {
    '"': '"”“',
    "“": '”"“',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "`": "'’`",
    "'": "'’",
    "‘": "’'",
    "‚": "‘’",
}
_DOUBLE = frozenset('"“”„‟«»')
_OPENS_ONLY = frozenset("„‟‚")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LINE = re.compile(r"\n")
_SPOKEN_SHORT = frozenset(["em", "til", "till", "cause", "tis", "twas", "twere", "n", "bout", "cos", "cuz", "round", "neath", "s", "tude"])
_BEFORE_OPEN = frozenset("([{—–-―/:“\"‘'«„*_…>")
_SAID = frozenset(["said", "says", "like", "asked", "told", "was", "went", "thought"])  # a remark inside a remark follows: he said, "I
_WRAPPED_AT = 140  # characters: a longer line was not wrapped, so that its line break ends a paragraph
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


class _Mark:
    """A mark and what its place lets it be. last: its last token, where two single marks stand for one double."""

    __slots__ = ("can_close", "can_open", "char", "last", "paragraph", "token")

    def __init__(self, token: int, last: int, char: str, can_open: bool, can_close: bool, paragraph: int) -> None:
        self.token = token
        self.last = last
        self.char = char
        self.can_open = can_open
        self.can_close = can_close
        self.paragraph = paragraph


def paragraph_ends(text: str) -> list[int]:
    """Offsets at which paragraphs end: at empty lines, and at every line end where lines are not wrapped."""
    ends = [m.start() for m in _BLANK_LINE.finditer(text)]
    breaks = text.count("\n")
    if breaks and (not ends or breaks > 3 * len(ends)):
        lines = text.split("\n")
        if any(len(line) > _WRAPPED_AT for line in lines):
            return [m.start() for m in _LINE.finditer(text)]
    return ends


def find_quotations(tokens: Tokens, hits: list[int]) -> list[Span]:
    """The quotations among the marks at `hits`, in order of place; one inside another is marked as nested."""
    if not hits:
        return []
    ends = paragraph_ends(tokens.text)
    doubles, singles = _classify(tokens, hits, ends)
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


def _classify(tokens: Tokens, hits: list[int], ends: list[int]) -> tuple[list[_Mark], list[_Mark]]:
    doubles: list[_Mark] = []
    singles: list[_Mark] = []
    words, starts = tokens.words, tokens.starts
    size, behind = len(words), -1
    for i in hits:
        if i <= behind:
            continue
        char, last = words[i], i
        if char in "'`’‘" and i + 1 < size and words[i + 1] == char and tokens.glued(i):
            char, last = "“" if char in "`‘" else '"', i + 1  # ``…'' of typewriters
        behind = last
        left = i > 0 and starts[i - 1] + len(words[i - 1]) == starts[i]
        right = tokens.glued(last)
        before = words[i - 1] if left else ""
        after = words[last + 1] if right and last + 1 < size else ""
        opens_here = right and (not left or before in _BEFORE_OPEN)
        closes_here = left and before not in "([{" and not (after and after[0].isalnum() and before[-1].isalnum())
        mark = _Mark(i, last, char, opens_here, closes_here, bisect_right(ends, starts[i]))
        if char in _DOUBLE:
            if char == '"':
                if left and before[0].isdigit() and not right and _is_inches(words, i):
                    continue
                if left and right and not opens_here and after[0].isalnum():
                    mark.can_open = True  # said,"We: which of the two it is, the marks before it decide
                    mark.can_close = before not in "([{"
                if not left and not right:
                    mark.can_open = mark.can_close = True
            elif char in "“«":
                mark.can_open = right or not left
                mark.can_close = not right or (left and not after[0].isalnum())
            elif char in "”»":
                mark.can_close, mark.can_open = True, char == "»" and right and not left
            elif char in _OPENS_ONLY:
                mark.can_open, mark.can_close = True, False
            doubles.append(mark)
        else:
            if opens_here and _is_apostrophe(char, after, tokens, last):
                mark.can_open = False
            if char in "‘`":
                mark.can_close = mark.can_close and char == "‘" and not right
            elif char == "’":
                mark.can_open = False
            if mark.can_open or mark.can_close:
                singles.append(mark)
    return doubles, singles


def _is_inches(words: list[str], i: int) -> bool:
    """A straight mark behind digits, as in 5'10" or a 12" record, with no quotation open to be closed."""
    back = words[max(0, i - 40) : i]
    return back.count('"') % 2 == 0 and "“" not in back


def _is_apostrophe(char: str, after: str, tokens: Tokens, last: int) -> bool:
    """The mark stands for letters left out: '90s, 'em, 'til."""
    if after[:1].isdigit() and len(after) == 2:
        return (last + 2 < len(tokens) and tokens.words[last + 2] in ("s", "S")) or char != "'"
    return after.lower() in _SPOKEN_SHORT


def _pair(tokens: Tokens, marks: list[_Mark], ends: list[int]) -> list[Span]:
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


def _follow(tokens: Tokens, marks: list[_Mark], at: int, ends: list[int]) -> tuple[int, Span]:
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


def _opens_rather(tokens: Tokens, mark: _Mark, marks: list[_Mark], k: int) -> bool:
    """A mark that could do both, as the first token of a paragraph: it opens."""
    return not tokens.glued(mark.token - 1) and tokens.glued(mark.last)


def _opens_paragraph(tokens: Tokens, mark: _Mark, ends: list[int]) -> bool:
    begin = ends[mark.paragraph - 1]
    return not tokens.text[begin : tokens.starts[mark.token]].strip(" \t\r\n>*_")


def _nests(marks: list[_Mark], k: int, paragraph: int) -> bool:
    """Whether a second opening mark has its own closing one before that of the first."""
    following = [m for m in marks[k + 1 : k + 3] if m.paragraph == paragraph]
    return len(following) == 2 and all(m.can_close and not m.can_open for m in following)


def _span(opening: _Mark, closing: _Mark) -> Span:
    return Span(opening.token, closing.last, opening.last + 1, closing.token - 1, True)


def _unclosed(tokens: Tokens, opening: _Mark, before: int, ends: list[int]) -> Span:
    """A quotation that another one follows before it is closed ends with its sentence."""
    words = tokens.words
    for i in range(opening.last + 1, before):
        if words[i] in ".!?" and not tokens.glued(i):
            return Span(opening.token, i, opening.last + 1, i, False)
    return Span(opening.token, before - 1, opening.last + 1, before - 1, False)


def _pair_singles(tokens: Tokens, marks: list[_Mark], doubles: list[Span], ends: list[int]) -> list[Span]:
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


def _is_possessive(tokens: Tokens, mark: _Mark) -> bool:
    """A mark behind an s with a small word to follow: the workers' rights."""
    words, i = tokens.words, mark.token
    return i + 1 < len(words) and words[i - 1][-1:] in "sSnN" and words[i + 1][:1].islower()
