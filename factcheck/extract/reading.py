"""A document while it is being read: its tokens, sentences, numbers and names, and which tokens are spoken for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, compress, repeat
from operator import attrgetter, sub

from factcheck.extract.hedges import apply_hedges
from factcheck.extract.mentions import find_mentions
from factcheck.extract.names import Mention
from factcheck.extract.number_ranges import join_bounds
from factcheck.extract.numerals import Number, read_number
from factcheck.extract.protocol import Kind
from factcheck.extract.sentences import LONGEST, sentence_starts
from factcheck.extract.structure import blocks
from factcheck.extract.tokens import LOOK_AHEAD, Tokens
from factcheck.extract.word_classes import word_classes
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.value import Value

_FIRST = attrgetter("first")


class Reading:
    """One document in reading.

    longest: characters of a sentence; sentences: first token of each; run_on: how many were cut for their length; zones: zone of each; numbers: numerals in order, those inside dates taken out by the
    date kind; mentions: capitalised names in order; places: those of places; quoted: a byte a token, 1 inside a quotation and its marks; taken: a byte a
    token, not 0 where a kind has claimed it; hits: by kind the tokens that hold a word it looks for, where there are any; cues: tokens
    that may show a source or a mood; clocks: the times of day that the dates' kind has found, see `clock_times`.
    """

    __slots__ = ("_classes", "_ends", "_numbers", "_places", "by_surname", "clocks", "cues", "document", "hits", "mention_at", "mention_firsts", "mentions", "number_tokens", "places", "pronouns", "quoted", "run_on", "sentence_index", "sentences", "taken", "text", "tokens", "zones")

    def __init__(self, document: Document, longest: int = LONGEST) -> None:
        self.document = document
        self.text = document.text
        self.tokens = tokens = Tokens(document.text, low=False)
        known = word_classes()
        codes = bytes(map(known.__getitem__, tokens.words))
        # Most words are of no class, and half of the others have a capital and nothing else: these are left out before the
        # tokens of each sort are picked from the rest.
        self._places = list(compress(range(len(codes)), codes))
        self._classes = codes.translate(None, b"\0")
        cased, capitals = self._having(known.cased), self._having(known.capitals)
        self._places, self._classes = self._having(known.sought), self._classes.translate(None, known.unsought)
        self.number_tokens = self._having(known.numbers)
        self.pronouns = self._having(known.pronouns)
        self.cues = self._having(known.cues)
        self.hits = {name: self._having(known.of_kinds[name]) for name in known.kinds_among(self._classes)}
        tokens.lower(cased)
        self.sentences, self.zones, self.run_on = sentence_starts(tokens, blocks(document.text, document.blocks), self._having(known.stops), longest)
        self._ends = ends = [*self.sentences[1:], len(codes)]
        self.sentence_index = list(chain.from_iterable(map(repeat, range(len(ends)), map(sub, ends, self.sentences))))
        self.taken = bytearray(len(tokens))
        self._numbers: list[Number] | None = None
        self.quoted = bytearray(len(tokens) + LOOK_AHEAD)
        self.mentions, self.by_surname = find_mentions(tokens, codes, capitals, self.sentences, self._having(known.opening_marks))
        self.mention_firsts = firsts = list(map(_FIRST, self.mentions))
        self.mention_at = dict(zip(firsts, self.mentions, strict=True))
        self.clocks: list[tuple[int, int, str | None, bool]] = []
        self.places = [m for m in self.mentions if m.type == "place"]

    def _having(self, sort: bytes) -> list[int]:
        """The tokens of one sort of classes."""
        return list(compress(self._places, self._classes.translate(sort)))

    def kinds(self) -> Iterator[Kind]:
        """The kinds that have anything to go through, in their order; a numeral may be taken while they do."""
        for kind in word_classes().kinds_for(frozenset(self.hits), bool(self.number_tokens), bool(self.mentions)):
            if kind.words or (self.clocks if kind.reads == "clocks" else kind.reads != "numbers" or self.numbers):
                yield kind

    @property
    def numbers(self) -> list[Number]:
        """The numerals outside dates, with their hedges; read once, when first asked for."""
        if self._numbers is None:
            found: list[Number] = []
            self._numbers = found
            tokens, taken, behind = self.tokens, self.taken, -1
            for i in self.number_tokens:
                if i <= behind or taken[i]:
                    continue
                number = read_number(tokens, i)
                if number is not None:
                    behind = number.last
                    apply_hedges(tokens, number)
                    if not number.hedge or not found or not join_bounds(tokens, found[-1], number):
                        found.append(number)
        return self._numbers

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that holds a token."""
        return self.sentence_index[token]

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First and last token of a sentence."""
        return self.sentences[sentence], self._ends[sentence] - 1

    def opens_sentence(self, token: int) -> bool:
        """Whether a sentence begins with a token."""
        return self.sentences[self.sentence_index[token]] == token

    def mention_before(self, token: int, within: int) -> Mention | None:
        """The name that begins last among so many tokens, a token and those before it."""
        at = bisect_right(self.mention_firsts, token) - 1
        return self.mentions[at] if at >= 0 and self.mention_firsts[at] > token - within else None

    def lower(self, i: int) -> str:
        """Token i in lower case; empty up to a dozen places outside the text."""
        return self.tokens.low[i]

    def is_quoted(self, token: int) -> bool:
        """Whether a token lies inside quotation marks."""
        return self.quoted[token] == 1

    def claim(
        self,
        kind: str,
        first: int,
        last: int,
        value: Value,
        attribute: str,
        subject: str | None = None,
        detail: object = None,
        scope: tuple[str, ...] = (),
    ) -> Claim:
        """A claim on the words from token `first` to token `last`, placed in its sentence and zone."""
        tokens, at = self.tokens, self.sentence_index[first]
        start, end = tokens.starts[first], tokens.starts[last] + len(tokens.words[last])
        return Claim(self.document.id, kind, start, end, self.text[start:end], value, attribute, subject, at, first, self.zones[at], detail, scope)

    def take(self, first: int, last: int) -> None:
        """Mark tokens as spoken for."""
        self.taken[first : last + 1] = b"\1" * (last + 1 - first)
