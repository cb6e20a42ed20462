"""The people of one document: which names are persons, and how they are called."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache

from factcheck.extract.names import HYPHENS, Mention, bare, given_names
from factcheck.extract.numerals import number_words
from factcheck.extract.reading import Reading
from factcheck.lexicon import table, words
from factcheck.lexicon.places import demonyms

GRAMMAR = {key: frozenset(found.split()) for key, found in table("speech")["grammar"].items()}
LINKS = GRAMMAR["clause"] | GRAMMAR["prepositions"]
_NO_NOUNS = LINKS | GRAMMAR["auxiliaries"] | GRAMMAR["determiners"]
_BY_TITLE = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she"}
POSSESSIVE = ("'s", "’s")
_COURTESIES = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof"))
_NO_START = HYPHENS | {"."}
_STRONG_TITLES = words("roles", "names.strong")
"""Titles that are no names: whatever stands before them in a name is none either."""
_BEHIND_NAMES = words("roles", "names.behind")
"""Letters behind a name that are no part of it."""


@cache
def speaker_nouns() -> frozenset[str]:
    """Nouns for people and bodies that speak without being named."""
    return words("speech", "speakers.people")


@cache
def single_pronouns() -> frozenset[str]:
    return words("speech", "pronouns.single")


@cache
def no_part_of_names() -> frozenset[str]:
    """Words of offices that lead a name: they are no part of it."""
    return words("roles", "names.before")


@cache
def _sexes() -> dict[str, str]:
    """Given name to the pronoun that its bearer usually takes; names of both are left out."""
    women, men = words("given_names", "women"), words("given_names", "men")
    return {**{name: "she" for name in women - men}, **{name: "he" for name in men - women}}


@lru_cache(maxsize=16384)
def _names_nobody(word: str) -> bool:
    return word[:2] in {"r-", "d-", "i-"} or word in demonyms() or word in number_words() or word in words("structure", "openers")


@lru_cache(maxsize=16384)
def _by_given_name(words: tuple[str, ...]) -> str:
    """The pronoun of the first given name among the words of a name but the last, or ""."""
    return next((_sexes()[word] for word in words[:-1] if word in _sexes()), "")


class Subject:
    """Who: the words as printed; mention: the name they are, or None; named: whether it is a name at all; token: where."""

    __slots__ = ("mention", "named", "text", "token")

    def __init__(self, text: str, named: bool, token: int, mention: Mention | None = None) -> None:
        self.text = text
        self.named = named
        self.token = token
        self.mention = mention


class Persons:
    """Finds persons in one document."""

    __slots__ = ("_firsts", "reading")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._firsts = reading.mention_firsts

    def covering(self, token: int) -> Mention | None:
        """The name that a token is part of."""
        at = bisect_right(self._firsts, token) - 1
        if at >= 0 and self.reading.mentions[at].last >= token:
            return self.reading.mentions[at]
        return None

    def between(self, first: int, last: int) -> list[Mention]:
        """The names that begin between two tokens."""
        lo, hi = bisect_right(self._firsts, first - 1), bisect_right(self._firsts, last)
        return self.reading.mentions[lo:hi]

    def of_mention(self, mention: Mention) -> Subject:
        """A name as subject: as printed, without offices in front and possessive behind."""
        words, first, last = self.reading.tokens.words, mention.first, mention.last
        if first == last:
            return Subject(bare(words[first]), True, first, mention)
        lower, titles, no_part = self.reading.tokens.low, _STRONG_TITLES, no_part_of_names()
        for i in range(last - 1, first - 1, -1):
            behind = i + 3 if words[i + 1] in HYPHENS else i + 1  # Secretary-General | Ban
            if lower[i] in titles and behind <= last:
                first = behind
                break
        while first < last:
            behind = first + 3 if words[first + 1] in HYPHENS else first + 1
            led = lower[first] in no_part or (lower[first] in speaker_nouns() and lower[behind] in given_names())  # Passenger | Ana Holt
            if behind > last or not (led or words[first] in _NO_START):
                break
            first = behind
        while last - 1 > first and lower[last] in _BEHIND_NAMES:
            last -= 1  # Ana Holt QC
        if first > 1 and words[first - 1] == "." and len(words[first]) == 1 and len(words[first - 2]) == 1 and words[first - 2].isupper():
            first -= 2  # A. J. Roe, of whom the one letter can be an article
        return Subject(bare(" ".join(self.reading.tokens.slice(first, last).split())), True, first, mention)

    def pronoun(self, mention: Mention) -> str:
        """He, she, or "he or she" for a person, "" for what may be none: by title, else by given name."""
        full = self.reading.by_surname.get(mention.surname, mention)
        courtesy = self.courtesy(mention)
        for title in (courtesy, mention.title, full.title):
            found = _BY_TITLE.get(title or "")
            if found:
                return found
        for name in (mention, full):
            found = _by_given_name(name.words)
            if found and name.type != "organisation":
                return found
        return "he or she" if courtesy or "person" in (mention.type, full.type) else ""

    def courtesy(self, mention: Mention) -> str:
        """Mr, Mrs or Dr in front of a name, of which it is no part; "" where there is none."""
        lower, before = self.reading.tokens.low, mention.first - 1
        if lower[before] == ".":
            before -= 1
        return lower[before] if lower[before] in _COURTESIES else ""

    def described(self, name: Mention) -> Subject:
        """A name, or who is described by it: the Senate | aide, Roe campaign chairman | Ben Cole."""
        lower, found, noun = self.reading.tokens.low, self.reading.tokens.words, None
        last = name.last + 1 if lower[name.last + 1] in ("'", "’") and found[name.last][-1:] == "s" else name.last  # Nichols' mother
        for k in range(last + 1, min(last + 6, len(found) - 1)):
            if not found[k].isalpha() or not found[k].islower() or lower[k] in _NO_NOUNS:
                break
            if lower[k] in speaker_nouns() and k + 1 in self.reading.mention_at:
                return self.of_mention(self.reading.mention_at[k + 1])  # Acme advanced materials researcher | Ana Holt
        for k in range(last + 1, min(last + 5, len(found))):
            if noun is not None and k in self.reading.mention_at and k == noun + 1:
                return self.of_mention(self.reading.mention_at[k])
            if lower[k] in speaker_nouns():
                noun = k
            elif noun is not None or not found[k].isalpha() or lower[k] in _NO_NOUNS or found[k].endswith("ed"):
                break
        if noun is None and lower[name.last] in speaker_nouns():
            noun = name.last  # Acme CEO and new Apex manager | Ana Holt
        if noun is not None and (named := self.named_after_and(noun)) is not None:
            return self.of_mention(named)
        if noun is None or noun == name.last:
            return self.of_mention(name)
        apposed = self.reading.mention_at.get(noun + 2) if lower[noun + 1] == "," else None
        if apposed is not None and apposed.type != "place" and lower[apposed.last + 1] == ",":
            return self.of_mention(apposed)  # Ana Holt's father, | Samir, said
        return Subject(" ".join(self.reading.tokens.slice(name.first, noun).split()), False, name.first)

    def named_after_and(self, noun: int) -> Mention | None:
        """Who has a second office: Acme president | and chief executive Ana Holt."""
        lower, found = self.reading.tokens.low, self.reading.tokens.words
        if lower[noun + 1] != "and":
            return None
        for k in range(noun + 2, min(noun + 8, len(found) - 1)):
            if not found[k].isalpha() or lower[k] in _NO_NOUNS:
                return None
            if lower[k] in speaker_nouns() and found[k].islower() and k + 1 in self.reading.mention_at:
                return self.reading.mention_at[k + 1]
        return None

    def is_no_person(self, name: Mention | None) -> bool:
        """A demonym, a party and state as in R-Ohio, or a word with a capital that is no name."""
        return name is not None and len(name.words) == 1 and _names_nobody(name.words[0])
