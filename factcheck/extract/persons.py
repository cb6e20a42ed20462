"""The people of one document: which names are persons, how they are called, and whom "he" or "she" means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from factcheck.extract.names import Mention, bare
from factcheck.extract.numerals import number_words
from factcheck.extract.reading import Reading
from factcheck.lexicon import table, words
from factcheck.lexicon.places import demonyms

GRAMMAR = {key: frozenset(found.split()) for key, found in table("speech")["grammar"].items()}
LINKS = GRAMMAR["clause"] | GRAMMAR["prepositions"]
_NO_NOUNS = LINKS | GRAMMAR["auxiliaries"]
_BY_TITLE = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she"}
_ONE_OF_THEM = frozenset(("a", "an"))
_WHERE = frozenset(("in", "at", "near", "outside"))
POSSESSIVE = ("'s", "’s")
_FURTHEST_BACK = 6  # sentences that a pronoun is looked back over


@cache
def speaker_nouns() -> frozenset[str]:
    """Nouns for people and bodies that speak without being named."""
    return frozenset(table("speech")["speakers"]["people"].split())


@cache
def single_pronouns() -> frozenset[str]:
    return frozenset(table("speech")["pronouns"]["single"].split())


@cache
def _no_part_of_names() -> frozenset[str]:
    """Words of offices that lead a name: they are no part of it."""
    return frozenset(table("roles")["names"]["before"].split())


@cache
def _strong_titles() -> frozenset[str]:
    """Titles that are no names: whatever stands before them in a name is none either."""
    return frozenset(table("roles")["names"]["strong"].split())


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

    __slots__ = ("_firsts", "_spots", "reading")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._firsts = reading.mention_firsts
        self._spots: list[int] | None = None

    @property
    def spots(self) -> list[int]:
        """The tokens at which a person may be named: the first of every name, and each "he" and "she"; in order."""
        if self._spots is None:
            lower, single = self.reading.tokens.low, single_pronouns()
            self._spots = sorted([*self._firsts, *(i for i in self.reading.pronouns if lower[i] in single)])
        return self._spots

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
        lower, titles, no_part = self.reading.tokens.low, _strong_titles(), _no_part_of_names()
        for i in range(last - 1, first - 1, -1):
            if lower[i] in titles:
                first = i + 1
                break
        while first < last and words[first] == ".":
            first += 1
        while first < last and lower[first] in no_part:
            first += 1
        if first > 1 and words[first - 1] == "." and len(words[first]) == 1 and len(words[first - 2]) == 1 and words[first - 2].isupper():
            first -= 2  # A. J. Roe, of whom the one letter can be an article
        return Subject(bare(" ".join(self.reading.tokens.slice(first, last).split())), True, first, mention)

    def pronoun(self, mention: Mention) -> str:
        """He, she, or "he or she" for a person, "" for what may be none: by title, else by given name."""
        full = self.reading.by_surname.get(mention.surname, mention)
        for name in (mention, full):
            found = _BY_TITLE.get(name.title or "")
            if found:
                return found
        for name in (mention, full):
            found = _by_given_name(name.words)
            if found and name.type != "organisation":
                return found
        return "he or she" if "person" in (mention.type, full.type) else ""

    def described(self, name: Mention) -> Subject:
        """A name, or who is described by it: the Senate | aide, Roe campaign chairman | Ben Cole."""
        lower, found, noun = self.reading.tokens.low, self.reading.tokens.words, None
        for k in range(name.last + 1, min(name.last + 6, len(found) - 1)):
            if not found[k].isalpha() or not found[k].islower() or lower[k] in _NO_NOUNS:
                break
            if lower[k] in speaker_nouns() and k + 1 in self.reading.mention_at:
                return self.of_mention(self.reading.mention_at[k + 1])  # Acme advanced materials researcher | Ana Holt
        for k in range(name.last + 1, min(name.last + 5, len(found))):
            if noun is not None and k in self.reading.mention_at and k == noun + 1:
                return self.of_mention(self.reading.mention_at[k])
            if lower[k] in speaker_nouns():
                noun = k
            elif noun is not None or not found[k].isalpha() or lower[k] in _NO_NOUNS or found[k].endswith("ed"):
                break
        if noun is None:
            return self.of_mention(name)
        return Subject(" ".join(self.reading.tokens.slice(name.first, noun).split()), False, name.first)

    def is_no_person(self, name: Mention | None) -> bool:
        """A demonym, a party and state as in R-Ohio, or a word with a capital that is no name."""
        return name is not None and len(name.words) == 1 and _names_nobody(name.words[0])

    def _main_clause(self, first: int, last: int) -> int:
        """Where the main clause of a sentence begins that opens with another: When A met B, | C left."""
        lower = self.reading.tokens.low
        found = self.reading.tokens.words
        if lower[first] in GRAMMAR["opens_aside"]:
            for k in range(first + 2, last):
                if found[k] == "," and self.between(k + 1, last) and self.between(k + 1, k + 5):
                    return k + 1
        return first

    def _leads_person(self, name: Mention) -> bool:
        """Whether a body only leads the name of its officer: House Speaker John Roe."""
        before = _no_part_of_names()
        kept = [w for w in name.words if w not in before]
        return 0 < len(kept) < len(name.words) and words("names", "organisation_heads").isdisjoint(kept) and name.words[-1] in kept

    def person_before(self, token: int, depth: int = 0) -> Subject | None:
        """Whom "he" or "she" at a token means: the person in the nearest sentence before, the first one named in it."""
        reading, spots = self.reading, self.spots
        lower, mention_at, quoted = reading.tokens.low, reading.mention_at, reading.quoted
        at = reading.sentence_of(token)
        for back in range(_FURTHEST_BACK):
            if at - back < 0:
                return None
            first, last = reading.bounds(at - back)
            if back:
                first = self._main_clause(first, last)
            else:
                last = token - 1
            for k in spots[bisect_left(spots, first) : bisect_right(spots, last)]:
                if quoted[k]:
                    continue
                name = mention_at.get(k)
                if name is None:
                    if depth < _FURTHEST_BACK:
                        return self.person_before(k, depth + 1)
                    continue
                if name.type == "place" or self.is_no_person(name) or lower[k - 1] == "(":
                    continue
                if name.type == "organisation" and not self._leads_person(name):
                    continue
                if lower[k - 1] in _WHERE and not self.pronoun(name):
                    continue  # in Suka Makmur village
                if name.first == name.last and lower[k - 1] in _ONE_OF_THEM and not self.pronoun(name):
                    continue  # officially a Republican, he
                if back and name.type != "person" and name.first == name.last and reading.tokens.words[k].endswith(POSSESSIVE):
                    continue
                who = self.described(name)
                other = {"he": "she", "she": "he"}.get(lower[token])
                if who.named and not (other and who.mention is not None and self.pronoun(who.mention) == other):
                    return who
        return None
