"""Who does what a verb says: the name or noun phrase that stands as its subject, before it or, inverted, behind it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from factcheck.extract.names import Mention, bare
from factcheck.extract.numerals import number_words
from factcheck.extract.reading import Reading
from factcheck.lexicon import table, words
from factcheck.lexicon.places import demonyms

_AUXILIARIES = frozenset(
    ["also", "then", "later", "has", "have", "had", "was", "were", "is", "are", "been", "being", "again", "once", "earlier", "repeatedly", "already", "still", "just", "even", "once", "often", "who", "did", "would", "will", "to", "quoted", "as", "not", "never", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "further"]
)
_PREPOSITIONS = frozenset(["of", "for", "at", "from", "with", "in", "on", "by", "to"])
_POSSESSIVE = ("'s", "’s")
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "their", "its", "our", "one", "some", "several", "many", "two", "three", "another"])
_STOPS = frozenset("!?;:")  # a full stop inside a sentence belongs to an abbreviation
_CLAUSE = frozenset(["and", "but", "that", "which", "while", "as", "because", "after", "before", "when"])
_OPENS_ASIDE = frozenset(["when", "after", "as", "while", "if", "although", "though", "before", "since", "because", "in", "at", "on", "during", "with", "despite", "asked", "once", "until", "following"])
_LONGEST_ASIDE = 30  # tokens between two commas that an apposition may hold
_MOST_ASIDES = 6  # X, R-Ohio, the chairman of the board, said
_LONGEST_PHRASE = 9  # tokens of a noun phrase that is taken as a speaker
_FURTHEST_BACK = 6  # sentences that a pronoun is looked back over


@cache
def speaker_nouns() -> frozenset[str]:
    """Nouns for people and bodies that speak without being named."""
    return frozenset(table("speech")["speakers"]["people"].split())


@cache
def _writings() -> frozenset[str]:
    """What somebody's words stand in: the statement said."""
    return frozenset(table("speech")["nouns"]["issued"].split())


@cache
def _single_pronouns() -> frozenset[str]:
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


class Subject:
    """Who: the words as printed; mention: the name they are, or None; named: whether it is a name at all; token: where;
    person: whether it is sure to be a person, by title or given name."""

    __slots__ = ("mention", "named", "person", "text", "token")

    def __init__(self, text: str, named: bool, token: int, mention: Mention | None = None, *, person: bool = False) -> None:
        self.text = text
        self.named = named
        self.token = token
        self.mention = mention
        self.person = person


class Subjects:
    """Finds subjects in one document."""

    __slots__ = ("_firsts", "reading")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._firsts = [m.first for m in reading.mentions]

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
        tokens = self.reading.tokens
        first = next((i + 1 for i in range(mention.last - 1, mention.first - 1, -1) if tokens.words[i].lower() in _strong_titles()), mention.first)
        while first < mention.last and tokens.words[first] == ".":
            first += 1
        while first < mention.last and tokens.words[first].lower() in _no_part_of_names():
            first += 1
        text = " ".join(tokens.slice(first, mention.last).split())
        return Subject(bare(text), True, first, mention, person=self.pronoun(mention) != "")

    def pronoun(self, mention: Mention) -> str:
        """He, she, or "he or she" for a person, "" for what may be none: by title, else by given name."""
        full = self.reading.by_surname.get(mention.surname, mention)
        for name in (mention, full):
            found = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she"}.get(name.title or "")
            if found:
                return found
        for name in (mention, full):
            given = next((w for w in name.words[:-1] if w in _sexes()), None)
            if given is not None and name.type != "organisation":
                return _sexes()[given]
        return "he or she" if "person" in (mention.type, full.type) else ""

    def left_of(self, verb: int, floor: int) -> Subject | None:
        """The subject that stands before a verb, not further left than token `floor`."""
        found, j = self.reading.tokens.words, verb - 1
        while j >= floor and (found[j].lower() in _AUXILIARIES or (found[j].endswith("ly") and found[j].islower())):
            j -= 1
        if j < floor:
            return None
        if found[verb].endswith("ing") and found[verb - 1] == ",":
            return self._first_of_clause(j, floor)  # X denied it, telling reporters
        for _ in range(_MOST_ASIDES):
            tag = self.covering(j) if j >= floor else None
            if tag is not None and self._is_no_person(tag):
                j = tag.first - 1  # R-Ohio
            elif j > floor and (found[j] == "." or (found[j] == "," and (found[j - 1] in ")." or self._is_no_person(self.covering(j - 1))))):
                j -= 1
            elif j >= floor and found[j] in "),—–":
                inner, j = self._before_aside(j, floor)
                if inner is not None:
                    return inner
                head = self._ending_at(j, floor) if j >= floor else None
                if head is not None:
                    return head
                if j > floor and found[j] not in "),—–.":
                    j = max((k for k in range(floor, j) if found[k] == ","), default=j)
            else:
                break
        if j < floor:
            return None
        return self._ending_at(j, floor) or self._first_of_clause(j, floor)

    def quoted_by_another(self, verb: int) -> tuple[Subject | None, Subject | None] | None:
        """Who speaks and who reports it, where "quoted him as saying" gives both; None where a verb does not."""
        reading = self.reading
        if reading.lower(verb) not in ("quoted", "quotes", "quoting"):
            return None
        name = reading.mention_at.get(verb + 1) or reading.mention_at.get(verb + 2)
        if reading.lower(verb + 1) in ("him", "her"):
            speaker = self.person_before(verb + 1)
        elif name is not None and reading.lower(name.last + 1) == "as":
            speaker = self.of_mention(name)
        else:
            return None
        return speaker, self.left_of(verb, reading.bounds(reading.sentence_of(verb))[0])

    def _before_aside(self, j: int, floor: int) -> tuple[Subject | None, int]:
        """Over an apposition or bracket that ends at token j; a name that fills it is the subject itself."""
        found, mark = self.reading.tokens.words, self.reading.tokens.words[j]
        opening = "(" if mark == ")" else mark
        if mark == ")":  # what stands in brackets is no subject: the name before them is
            while j > floor and found[j] != "(":
                j -= 1
            return None, j - 1
        k = j - 1
        while k > floor and found[k] != opening and j - k < _LONGEST_ASIDE and found[k] not in _STOPS:
            k -= 1
        if found[k] != opening:
            return None, j - 1
        name = self.covering(j - 1)
        if name is not None and name.type != "place" and name.first - k <= 3 and self._ending_at(k - 1, floor, names=False):
            return self.of_mention(name), k - 1
        return None, k - 1

    def _ending_at(self, j: int, floor: int, names: bool = True) -> Subject | None:
        """The noun phrase whose last word is token j."""
        reading = self.reading
        found = reading.tokens.words
        name = self.covering(j) if names else None
        if name is not None and self._is_no_person(name):
            return None
        if name is not None and name.first >= floor:
            k = name.first - 1
            while k >= floor and (found[k].lower() in _DETERMINERS or (found[k].islower() and found[k] not in _PREPOSITIONS and k > name.first - 3 and found[k] not in _CLAUSE)):
                k -= 1
            if k > floor and found[k].lower() in _PREPOSITIONS:
                head = self._ending_at(k - 1, floor)
                if head is not None:
                    if head.named:
                        return head
                    return Subject(reading.tokens.slice(head.token, name.last), False, head.token)
            if name.type == "place" and found[name.first - 1].lower() in _PREPOSITIONS and name.first > floor:
                return None
            return self.of_mention(name)
        low = found[j].lower()
        if low in _single_pronouns() or low in _writings():
            return self.person_before(j)
        if low in speaker_nouns() or (j > floor and low[-1:] == "s" and low[:-1] in speaker_nouns()):
            k = j
            while k > floor and j - k < _LONGEST_PHRASE and found[k - 1][0].isalnum() and found[k - 1].lower() not in _CLAUSE | _PREPOSITIONS:
                if found[k - 1].lower() in _DETERMINERS:
                    break
                k -= 1
            if k < j and found[k - 1] in "-‐‑":
                k += 1  # the 69-year-old president
            of = k - 2 if k - 1 > floor and found[k - 1].lower() in _DETERMINERS else k - 1
            if of > floor and found[of].lower() in ("of", "from", "at") and (member := self.covering(of - 1)) is not None and self.pronoun(member):
                return self.of_mention(member)  # Ann Roe of the union
            return Subject(reading.tokens.slice(k, j), False, k)
        if names and low.isalpha() and found[j].islower() and low not in _CLAUSE | _PREPOSITIONS | _DETERMINERS:
            # An unlisted noun is taken with its article only: the winger said, the advertisement says.
            for k in range(j - 1, max(floor, j - 6) - 1, -1):
                if found[k].lower() in ("the", "a", "an", "one"):
                    first = k + 1
                    while first < j and not found[first][0].isalpha():
                        first += 1
                    return Subject(" ".join(reading.tokens.slice(first, j).split()), False, first)
                if found[k].lower() in _CLAUSE | _PREPOSITIONS or found[k] == ",":
                    break
        if names and j == floor and found[j][:1].isupper() and found[j].isalpha() and low not in words("structure", "openers"):
            return Subject(bare(found[j]), True, j)  # a name that the text has at sentence starts only
        return None

    def _first_of_clause(self, j: int, floor: int) -> Subject | None:
        """The first name of the clause that ends at token j, or a pronoun or speaking noun that comes before it."""
        found, at = self.reading.tokens.words, floor
        for k in range(j, floor - 1, -1):
            if found[k] in _STOPS and not self.reading.is_quoted(k):
                at = k + 1
                break
        for k in range(at, j + 1):
            if self.reading.is_quoted(k):
                continue
            low = found[k].lower()
            if low in _single_pronouns():
                return self.person_before(k)
            name = self.reading.mention_at.get(k)
            if name is not None:
                if name.type == "place" or self._is_no_person(name) or (k > at and found[k - 1].lower() in _PREPOSITIONS):
                    continue
                if found[name.last].endswith(_POSSESSIVE):
                    continue
                return self._described(name)
            if low in speaker_nouns() and (k == j or found[k + 1].lower() not in _PREPOSITIONS):
                return self._ending_at(k, at)
        return None

    def right_of(self, verb: int, ceiling: int) -> Subject | None:
        """The subject of an inverted verb: said the minister, said John Smith, a farmer."""
        found, reading = self.reading.tokens.words, self.reading
        i = verb + 1
        if i <= ceiling and found[i].lower() in _single_pronouns():
            return self.person_before(i)
        noun: int | None = None
        for k in range(i, min(ceiling, i + 14) + 1):
            name = reading.mention_at.get(k)
            if name is not None:
                of_noun = noun is not None and found[k - 1].lower() in _PREPOSITIONS | _DETERMINERS
                if (name.type == "place" and k > i) or self._is_no_person(name):
                    continue
                if of_noun and name.type != "person":
                    comma = name.last + 1
                    apposed = reading.mention_at.get(comma + 1) if comma < ceiling and found[comma] == "," else None
                    return self.of_mention(apposed) if apposed is not None else Subject(reading.tokens.slice(noun or i, name.last), False, noun or i)
                return self._described(name)
            low = found[k].lower()
            if low in speaker_nouns() and noun is None:
                noun = k
            if found[k] in _STOPS or (found[k] == "," and (noun is None or k + 1 > ceiling or k + 1 not in reading.mention_at)):
                break
            if low in _CLAUSE:
                break
        if noun is not None:
            k = noun
            while k > i and found[k - 1][0].isalnum() and found[k - 1].lower() not in _DETERMINERS:
                k -= 1
            return Subject(reading.tokens.slice(k, noun), False, k)
        return None

    def _main_clause(self, first: int, last: int) -> int:
        """Where the main clause of a sentence begins that opens with another: When A met B, | C left."""
        found = self.reading.tokens.words
        if found[first].lower() in _OPENS_ASIDE:
            for k in range(first + 2, last):
                if found[k] == "," and self.between(k + 1, last) and self.between(k + 1, k + 5):
                    return k + 1
        return first

    def _described(self, name: Mention) -> Subject:
        """A name, or who is described by it: the Senate | aide, Roe campaign chairman | Ben Cole."""
        found, noun = self.reading.tokens.words, None
        for k in range(name.last + 1, min(name.last + 5, len(found))):
            if noun is not None and k in self.reading.mention_at and k == noun + 1:
                return self.of_mention(self.reading.mention_at[k])
            if found[k].lower() in speaker_nouns():
                noun = k
            elif noun is not None or not found[k].isalpha() or found[k].lower() in _CLAUSE | _PREPOSITIONS | _AUXILIARIES or found[k].endswith("ed"):
                break
        if noun is None:
            return self.of_mention(name)
        return Subject(" ".join(self.reading.tokens.slice(name.first, noun).split()), False, name.first)

    def _is_no_person(self, name: Mention | None) -> bool:
        """A demonym, a party and state as in R-Ohio, or a word with a capital that is no name."""
        return name is not None and len(name.words) == 1 and (name.surname[:2] in ("r-", "d-", "i-") or name.surname in demonyms() or name.surname in number_words() or name.surname in words("structure", "openers"))

    def _leads_person(self, name: Mention) -> bool:
        """Whether a body only leads the name of its officer: House Speaker John Roe."""
        before = _no_part_of_names()
        kept = [w for w in name.words if w not in before]
        return 0 < len(kept) < len(name.words) and words("names", "organisation_heads").isdisjoint(kept) and name.words[-1] in kept

    def person_before(self, token: int, depth: int = 0) -> Subject | None:
        """Whom "he" or "she" at a token means: the person in the nearest sentence before, the first one named in it."""
        reading = self.reading
        found = reading.tokens.words
        at = reading.sentence_of(token)
        for back in range(_FURTHEST_BACK):
            if at - back < 0:
                return None
            first, last = reading.bounds(at - back)
            if back:
                first = self._main_clause(first, last)
            else:
                last = token - 1
            for k in range(first, last + 1):
                if k < token and found[k].lower() in _single_pronouns() and depth < _FURTHEST_BACK and not reading.is_quoted(k):
                    return self.person_before(k, depth + 1)
                name = reading.mention_at.get(k)
                if name is None or name.type == "place" or reading.is_quoted(k) or self._is_no_person(name) or found[k - 1] == "(":
                    continue
                if name.type == "organisation" and not self._leads_person(name):
                    continue
                if found[name.last].endswith(_POSSESSIVE) and name.type != "person" and name.first == name.last and back:
                    continue
                who = self._described(name)
                other = {"he": "she", "she": "he"}.get(found[token].lower())
                if who.named and not (other and who.mention is not None and self.pronoun(who.mention) == other):
                    return who
        return None
