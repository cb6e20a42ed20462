"""Quotation marks: what the place of each lets it be. Apostrophes, and the marks of feet and inches, are left out."""

from __future__ import annotations

import re
from bisect import bisect_right

from factcheck.extract.tokens import Tokens

MARKS = frozenset("\"'“”„‟‘’‚«»`")
_DOUBLE = frozenset('"“”„‟«»')
_OPENS_ONLY = frozenset("„‟‚")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LINE = re.compile(r"\n")
_SPOKEN_SHORT = frozenset(["em", "til", "till", "cause", "tis", "twas", "twere", "n", "bout", "cos", "cuz", "round", "neath", "s", "tude"])
_BEFORE_OPEN = frozenset("([{—–-―/:“\"‘'«„*_…>")
_WRAPPED_AT = 140  # characters: a longer line was not wrapped, so that its line break ends a paragraph


class Mark:
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


def classify(tokens: Tokens, hits: list[int], ends: list[int]) -> tuple[list[Mark], list[Mark]]:
    doubles: list[Mark] = []
    singles: list[Mark] = []
    words, starts = tokens.words, tokens.starts
    size, behind = len(words), -1
    for i in hits:
        if i <= behind:
            continue
        char, last = words[i], i
        if char not in _DOUBLE and i + 1 < size and words[i + 1] == char and tokens.glued(i):
            char, last = "“" if char in "`‘" else '"', i + 1  # ``…'' of typewriters
        behind = last
        start = starts[i]
        left = i > 0 and starts[i - 1] + len(words[i - 1]) == start
        right = start + last + 1 - i == starts[last + 1]
        before = words[i - 1] if left else ""
        after = words[last + 1] if right else ""
        opens_here = right and (not left or before in _BEFORE_OPEN)
        closes_here = left and before not in "([{" and not (after and after[0].isalnum() and before[-1].isalnum())
        mark = Mark(i, last, char, opens_here, closes_here, bisect_right(ends, start))
        if char in _DOUBLE:
            if char == '"':
                if left and before[0].isdecimal() and not right and _is_inches(words, i):
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
                mark.can_close, mark.can_open = True, right and not left  # also ”so”, where one mark was typed for both
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
    if after[:1].isdecimal() and len(after) == 2:
        return (last + 2 < len(tokens) and tokens.words[last + 2] in ("s", "S")) or char != "'"
    return after.lower() in _SPOKEN_SHORT
