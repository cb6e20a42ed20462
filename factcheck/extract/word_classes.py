"""What a word is by itself, as one number: whether it is a numeral, has a capital, ends a sentence, or is looked for by a kind.

The class of every token is written into one byte, so that all tokens of a sort are picked out of a text without a loop over it.
"""

from __future__ import annotations

from functools import cache
from itertools import product

from factcheck.errors import PluginError
from factcheck.extract.capitals import capital_words
from factcheck.extract.cue_words import cues
from factcheck.extract.numerals import number_words
from factcheck.extract.protocol import Kind
from factcheck.extract.sentences import STOPS
from factcheck.lexicon import spellings, words
from factcheck.registry import plugins

# Traits of a word. UPPER: a capital, but not in front; NAMELESS: with its capital it begins no name; OPENER: nor one where it
# opens a sentence; OPENING: a mark behind which a word may have a capital as if it opened a sentence.
NUMBER, CAPITAL, UPPER, NAMELESS, OPENER, PRONOUN, STOP, CUE, OPENING = (1 << n for n in range(9))
_FIRST_KIND = 9  # the bit of the first kind
_OPENING_MARKS = frozenset("“\"‘'([*#")
_ELIDED, _APOSTROPHES = frozenset("dl"), frozenset("'’")  # Giscard d'Estaing
PRONOUNS = words("acts", "pronouns")
_CASES = (0, UPPER, CAPITAL, CAPITAL | OPENER, CAPITAL | NAMELESS)
_CACHE_LIMIT = 200_000  # words whose class is remembered between documents
_MOST = 256  # classes that a byte can tell apart


class WordClasses(dict):
    """Word to its class, a number below 256; 0 for a word that nobody looks for.

    A class stands for a set of traits, which are bits: number, capital, capital inside and so on, then one for every kind that
    looks for words. numbers, capitals and so on are tables that turn a class into 1 if it has that trait, else 0; cased: not
    in lower case; namable, namable_first: able to begin a name, anywhere or where it opens a sentence; of_kinds: looked for by
    a kind; sought: with any trait beside those of its case; unsought: the classes without.
    """

    def __init__(self) -> None:
        self.kinds: tuple[Kind, ...] = plugins("KIND")
        self._listed: dict[str, int] = {}
        for n, kind in enumerate(self.kinds):
            self._list(kind.words, 1 << n + _FIRST_KIND)
        self._list(PRONOUNS, PRONOUN)
        self._list(STOPS, STOP)
        self._list(_OPENING_MARKS, OPENING)
        self._list(cues().all, CUE)
        self._numerals = spellings(number_words())
        listed = {0, NUMBER, *map(self._without_case, self._listed)}
        self._traits = sorted(map(sum, product(listed, _CASES)))
        if len(self._traits) > _MOST:
            raise PluginError(
                "look for words in too many combinations", where="factcheck.extract.kinds", fix="let fewer kinds share words"
            )
        self._class_of = {traits: n for n, traits in enumerate(self._traits)}
        self.numbers, self.pronouns, self.stops, self.cues = map(self.having, (NUMBER, PRONOUN, STOP, CUE))
        self.opening_marks, self.cased, self.capitals = map(self.having, (OPENING, CAPITAL | UPPER, CAPITAL))
        self.sought = self.having(~(CAPITAL | UPPER | NAMELESS | OPENER))
        self.unsought = bytes(n for n, sought in enumerate(self.sought) if not sought)
        self.namable = self.having(CAPITAL, but=NAMELESS)
        self.namable_first = self.having(CAPITAL, but=NAMELESS | OPENER)
        self.of_kinds = {kind.name: self.having(1 << n + _FIRST_KIND) for n, kind in enumerate(self.kinds) if kind.words}
        self._kinds_for: dict[tuple[frozenset[str], bool, bool], tuple[Kind, ...]] = {}
        self._kinds_of = [tuple(name for name, table in self.of_kinds.items() if table[n]) for n in range(_MOST)]

    def kinds_among(self, classes: bytes) -> set[str]:
        """The names of the kinds that look for a word of one of some classes."""
        found: set[str] = set()
        for known in set(classes):
            found.update(self._kinds_of[known])
        return found

    def kinds_for(self, hit: frozenset[str], numbers: bool, names: bool) -> tuple[Kind, ...]:
        """The kinds to ask of a text; hit: those of which it holds a word; numbers, names: whether it holds such."""
        found = self._kinds_for.get((hit, numbers, names))
        if found is None:
            held = {"numbers": numbers, "clocks": numbers, "names": names, "": False}
            found = self._kinds_for[hit, numbers, names] = tuple(kind for kind in self.kinds if kind.name in hit or held[kind.reads])
        return found

    def _list(self, words: frozenset[str], trait: int) -> None:
        for word in spellings(words):
            self._listed[word] = self._listed.get(word, 0) | trait

    def having(self, traits: int, but: int = 0) -> bytes:
        """A table for bytes.translate: 1 for each class with one of some traits and none of others, else 0."""
        known = self._traits + [0] * (_MOST - len(self._traits))
        return bytes(found & traits != 0 and found & but == 0 for found in known)

    def _without_case(self, word: str) -> int:
        is_number = "0" <= word[:1] <= "9" or word in self._numerals
        return self._listed.get(word, 0) | (NUMBER if is_number else 0)

    def __missing__(self, word: str) -> int:
        first = word[0]
        traits = self._without_case(word)
        if first.isupper() or (first in _ELIDED and word[1:2] in _APOSTROPHES and word[2:3].isupper()):
            capital = capital_words[word]
            traits |= CAPITAL | (NAMELESS if capital.never else OPENER if capital.never_first else 0)
        elif word != word.lower():
            traits |= UPPER
        found = self._class_of[traits]
        if len(self) < _CACHE_LIMIT:
            self[word] = found
        return found


@cache
def word_classes() -> WordClasses:
    """The word classes of all kinds, built once."""
    return WordClasses()
