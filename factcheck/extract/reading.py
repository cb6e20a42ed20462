"""A document while it is being read: its tokens, sentences, numbers and names, and which tokens are spoken for."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import chain, compress

from factcheck.extract.cue_words import cues
from factcheck.extract.hedges import apply_hedges
from factcheck.extract.mentions import find_mentions
from factcheck.extract.names import Mention
from factcheck.extract.number_ranges import join_bounds
from factcheck.extract.numerals import Number, number_words, read_number
from factcheck.extract.protocol import Kind
from factcheck.extract.sentences import STOPS, sentence_starts
from factcheck.extract.structure import blocks
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import spellings
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.value import Value
from factcheck.registry import plugins

NUMBER, CAPITAL, UPPER, PRONOUN, STOP, CUE = 1, 2, 4, 8, 16, 32
_FIRST_KIND = 6  # the bit of the first kind
PRONOUNS = frozenset(("he", "his", "him", "she", "her"))
_CACHE_LIMIT = 200_000  # words whose class is remembered between documents


class _Classes(dict):
    """Word to its class, a set of bits: number, capital, capital inside and so on, then one for every kind that looks for
    words. members: for every class the numbers of its bits."""

    def __init__(self) -> None:
        self.kinds: tuple[Kind, ...] = plugins("KIND")
        self.listed: dict[str, int] = {}
        for n, kind in enumerate(self.kinds):
            for word in spellings(kind.words):
                self.listed[word] = self.listed.get(word, 0) | 1 << n + _FIRST_KIND
        for word in spellings(PRONOUNS):
            self.listed[word] = self.listed.get(word, 0) | PRONOUN
        for word in STOPS:
            self.listed[word] = self.listed.get(word, 0) | STOP
        for word in cues().all:
            self.listed[word] = self.listed.get(word, 0) | CUE
        self.numbers = spellings(number_words())
        self.members: dict[int, tuple[int, ...]] = {}

    def __missing__(self, word: str) -> int:
        first = word[0]
        bits = self.listed.get(word, 0)
        if "0" <= first <= "9" or word in self.numbers:
            bits |= NUMBER
        if first.isupper():
            bits |= CAPITAL
        elif word != word.lower():
            bits |= UPPER
        if bits not in self.members:
            self.members[bits] = tuple(n for n in range(bits.bit_length()) if bits >> n & 1)
        if len(self) < _CACHE_LIMIT:
            self[word] = bits
        return bits


@cache
def classes() -> _Classes:
    """The word classes of all kinds, built once."""
    return _Classes()


class Reading:
    """One document in reading.

    sentences: first token of each; zones: zone of each; numbers: numerals in order, those inside dates taken out by the
    date kind; mentions: capitalised names in order; quoted: (first, last) tokens of every quotation, marks included;
    taken: a byte a token, not 0 where a kind has claimed it; hits: tokens that hold a word a kind looks for; cues: tokens
    that may show a source or a mood.
    """

    __slots__ = ("_numbers", "by_surname", "cues", "document", "hits", "mention_at", "mention_firsts", "mentions", "number_tokens", "pronouns", "quoted", "sentence_index", "sentences", "taken", "text", "tokens", "zones")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.tokens = tokens = Tokens(document.text, low=False)
        known = classes()
        codes = list(map(known.__getitem__, tokens.words))
        capitals: list[int] = []
        self.number_tokens: list[int] = []
        self.pronouns: list[int] = []
        self.hits: dict[str, list[int]] = {kind.name: [] for kind in known.kinds}
        self.cues: list[int] = []
        stops: list[int] = []
        uppers: list[int] = []
        lists = [self.number_tokens, capitals, uppers, self.pronouns, stops, self.cues, *self.hits.values()]
        routes: dict[int, list] = {}
        add_capital = capitals.append
        # Most words are of no class, and most of those that are have a capital and nothing else.
        for i, bits in zip(compress(range(len(codes)), codes), filter(None, codes), strict=True):
            if bits == CAPITAL:
                add_capital(i)
                continue
            route = routes.get(bits)
            if route is None:
                route = routes[bits] = [lists[n].append for n in known.members[bits]]
            for append in route:
                append(i)
        tokens.lower(chain(capitals, uppers))
        self.sentences, self.zones = sentence_starts(tokens, blocks(document.text), stops)
        index: list[int] = []
        for n, behind in enumerate([*self.sentences[1:], len(codes)]):
            index += [n] * (behind - len(index))
        self.sentence_index = index
        self.taken = bytearray(len(tokens))
        self._numbers: list[Number] | None = None
        self.quoted: list[tuple[int, int]] = []
        self.mentions = mentions = find_mentions(tokens, capitals, self.sentences)
        self.mention_firsts = firsts = [m.first for m in mentions]
        self.mention_at = dict(zip(firsts, mentions, strict=True))
        self.by_surname: dict[str, Mention] = {}
        for m in mentions:
            if m.type == "person" or (m.type == "unknown" and m.last > m.first):
                self.by_surname.setdefault(m.words[-1], m)

    @property
    def numbers(self) -> list[Number]:
        """The numerals outside dates, with their hedges; read once, when first asked for."""
        if self._numbers is None:
            self._numbers = []
            behind = -1
            for i in self.number_tokens:
                if i <= behind or self.taken[i]:
                    continue
                number = read_number(self.tokens, i)
                if number is None:
                    continue
                behind = number.last
                apply_hedges(self.tokens, number)
                if not number.hedge or not self._numbers or not join_bounds(self.tokens, self._numbers[-1], number):
                    self._numbers.append(number)
        return self._numbers

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that holds a token."""
        return self.sentence_index[token]

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First and last token of a sentence."""
        last = self.sentences[sentence + 1] if sentence + 1 < len(self.sentences) else len(self.tokens)
        return self.sentences[sentence], last - 1

    def opens_sentence(self, token: int) -> bool:
        """Whether a sentence begins with a token."""
        return self.sentences[self.sentence_index[token]] == token

    def lower(self, i: int) -> str:
        """Token i in lower case; empty up to a dozen places outside the text."""
        return self.tokens.low[i]

    def is_quoted(self, token: int) -> bool:
        """Whether a token lies inside quotation marks."""
        at = bisect_right(self.quoted, (token, len(self.tokens.words))) - 1
        return at >= 0 and self.quoted[at][1] >= token

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
        tokens = self.tokens
        start, end = tokens.starts[first], tokens.starts[last] + len(tokens.words[last])
        at = self.sentence_index[first]
        return Claim(self.document.id, kind, start, end, self.text[start:end], value, attribute, subject, at, first, self.zones[at], detail, scope)

    def take(self, first: int, last: int) -> None:
        """Mark tokens as spoken for."""
        for i in range(first, last + 1):
            self.taken[i] = 1
