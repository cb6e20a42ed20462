"""Text into words: the one full pass over a document, kept to plain lists for speed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from factcheck.lexicon import words

# A word may hold apostrophes (O'Brien, Monday's), a number its separators (1,150 or 7.6); all else is one character.
# The white space behind a token is taken along, so that running lengths give every offset without a match object.
# The first branch is a plain English word, told by what ends it: most tokens are one, and a set of ASCII letters is
# matched far faster than all letters are.
# In text that was put together from words a space may have slipped in behind a decimal point. A unit behind the digits shows it:
# no sentence ends on "9" and begins on "3 million".
_SLIPPED = r"[0-9]{1,3}\. [0-9]{1,2}(?=[ -]{0,3}(?:%s))" % "|".join(map(re.escape, sorted(words("units", "behind_slip"))))
_SLIPPED_SUM = r"(?<=[$£€])[0-9]{1,3}\. [0-9]{1,2}(?=(?:m|bn|b|k|mn|tn)\b)"  # $9. 3m
_PIECE = re.compile(
    r"[A-Za-z]+(?: |(?=[^\w'’]))\s*"
    rf"|(?:[^\W\d_]+(?:['’][^\W\d_]+)*|{_SLIPPED}|{_SLIPPED_SUM}|[0-9]+(?:[.,][0-9]+)*|[^\w\s]|_|\d)\s*"
)
LOOK_AHEAD = 24  # places behind the last token, or before the first, that can be looked at without a check
_BEYOND = ("",) * LOOK_AHEAD


class Tokens:
    """The tokens of a text as parallel lists.

    words: as printed; low: in lower case, with empty strings behind the last so that looking a few words ahead or before
    the first needs no check; starts: offset of each, and one further entry that no token is glued to.
    """

    __slots__ = ("low", "starts", "text", "words")

    def __init__(self, text: str, low: bool = True) -> None:
        """Cut a text; low: whether to fill `low` at once, which a caller who knows the capitals does cheaper by `lower`."""
        self.text = text
        pieces = _PIECE.findall(text)
        lead = len(text) - len(text.lstrip())
        self.starts = list(accumulate(map(len, pieces), initial=lead))
        self.starts[-1] += 1
        self.words = list(map(str.rstrip, pieces))
        self.low: list[str] = []
        if low:
            self.lower(range(len(self.words)))

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, uppers: Sequence[int]) -> None:
        """Fill `low`; uppers: the tokens that are not in lower case. All others, most of a text, are taken as they are."""
        words = self.words
        self.low = low = [*words, *_BEYOND]
        for i, word in zip(uppers, map(str.lower, map(words.__getitem__, uppers)), strict=True):
            low[i] = word

    def end(self, i: int) -> int:
        """Offset behind token i."""
        return self.starts[i] + len(self.words[i])

    def glued(self, i: int) -> bool:
        """Whether token i + 1 follows token i without white space."""
        return self.starts[i] + len(self.words[i]) == self.starts[i + 1]

    def at(self, offset: int) -> int:
        """Index of the token that covers an offset or comes last before it."""
        return max(0, bisect_right(self.starts, offset, 0, len(self.words)) - 1)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.starts[first] : self.starts[last] + len(self.words[last])]
