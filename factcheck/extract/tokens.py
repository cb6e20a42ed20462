"""Text into words: the one full pass over a document, kept to plain lists for speed."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, chain
from operator import itemgetter

# A word may hold apostrophes (O'Brien, Monday's), a number its separators (1,150 or 7.6); all else is one character.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[0-9]+(?:[.,][0-9]+)*|[^\w\s]|_|\d")
# A text repeats its words: each run of non-space is cut into tokens once and remembered, white space behind it included.
_CHUNK = re.compile(r"\S+\s*")
_LIMIT = 100_000  # chunks remembered between documents
_LONGEST = 200  # characters: a longer chunk is no word and not remembered
_BEYOND = ("",) * 24


class _Chunks(dict):
    """A run of non-space with the space behind it, to its tokens: words, lower-case words, and lengths to the next token."""

    def __missing__(self, chunk: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
        words, starts = [], []
        for match in _TOKEN.finditer(chunk):
            words.append(match.group())
            starts.append(match.start())
        ends = [*starts[1:], len(chunk)]
        lengths = tuple([end - start for start, end in zip(starts, ends, strict=True)])
        made = (tuple(words), tuple([w.lower() for w in words]), lengths)
        if len(self) < _LIMIT and len(chunk) < _LONGEST:
            self[chunk] = made
        return made


_chunks = _Chunks()


_WORDS, _LOW, _LENGTHS = itemgetter(0), itemgetter(1), itemgetter(2)


class Tokens:
    """The tokens of a text as parallel lists.

    words: as printed; low: in lower case, with empty strings behind the last so that looking a few words ahead or before
    the first needs no check; starts: offset of each, with the text's length as one further entry.
    """

    __slots__ = ("low", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(map(_chunks.__getitem__, _CHUNK.findall(text)))
        self.words = list(chain.from_iterable(map(_WORDS, found)))
        self.low = list(chain.from_iterable(map(_LOW, found)))
        self.low.extend(_BEYOND)
        lead = len(text) - len(text.lstrip())
        self.starts = list(accumulate(chain.from_iterable(map(_LENGTHS, found)), initial=lead))

    def __len__(self) -> int:
        return len(self.words)

    def end(self, i: int) -> int:
        """Offset behind token i."""
        return self.starts[i] + len(self.words[i])

    def glued(self, i: int) -> bool:
        """Whether token i + 1 follows token i without white space."""
        return i + 1 < len(self.words) and self.starts[i] + len(self.words[i]) == self.starts[i + 1]

    def at(self, offset: int) -> int:
        """Index of the token that covers an offset or comes last before it."""
        return max(0, bisect_right(self.starts, offset, 0, len(self.words)) - 1)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.starts[first] : self.end(last)]
