"""Whom "he", "she" or "the doctor" means: who was named last and fits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from factcheck.extract.names import HYPHENS, Mention, given_names
from factcheck.extract.persons import (
    GRAMMAR,
    LINKS,
    POSSESSIVE,
    Persons,
    Subject,
    no_part_of_names,
    single_pronouns,
    speaker_nouns,
)
from factcheck.extract.reading import Reading
from factcheck.lexicon import table, words

_ONE_OF_THEM = frozenset(("a", "an"))
_WHERE = frozenset(("in", "at", "near", "outside"))
_FURTHEST_BACK = 6  # sentences that a pronoun is looked back over
_SURER_WITHIN = 2  # sentences further back in which a sure person is taken before a name that may be a firm's
LONGEST_PHRASE = 9  # tokens of a noun phrase that is taken as a speaker
_LONGEST_APPOSITION = 7  # tokens behind a name and its comma: Ana Holt, a senior doctor at the clinic
_SAY = words("speech", "verbs.say")
_ASKED = words("speech", "pronouns.asked")
"""What opens a clause that names whom or what somebody was asked about."""
_BODIES = words("speech", "speakers.bodies")
"""Nouns for bodies, of which "it" is said."""


@cache
def writings() -> frozenset[str]:
    """What somebody's words stand in: the statement said."""
    return words("speech", "nouns.issued")


@cache
def _kin() -> dict[str, str]:
    """Kin to the pronoun that stands for them."""
    kin = table("persons")["kin"]
    return {**dict.fromkeys(kin["women"].split(), "she"), **dict.fromkeys(kin["men"].split(), "he")}


class Antecedents(Persons):
    """Finds in one document whom a pronoun, or a noun with its article, stands for."""

    __slots__ = ("_bearers", "_shown", "_spots")

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._spots: list[int] | None = None
        self._shown: frozenset[str] | None = None
        self._bearers: dict[str, list[Mention]] | None = None

    @property
    def spots(self) -> list[int]:
        """The tokens at which a person may be named: the first of every name, and each "he" and "she"; in order."""
        if self._spots is None:
            lower, single = self.reading.tokens.low, single_pronouns()
            self._spots = sorted([*self.reading.mention_firsts, *(i for i in self.reading.pronouns if lower[i] in single)])
        return self._spots

    @property
    def shown(self) -> frozenset[str]:
        """The words that the text shows to be somebody's name: a verb of speech or an office stands beside, or a longer name begins with it."""
        if self._shown is None:
            lower, say = self.reading.tokens.low, _SAY
            beside = (m.words[-1] for m in self.reading.mentions if lower[m.last + 1] in say or lower[m.first - 1] in say or lower[m.first - 1] in speaker_nouns())
            self._shown = frozenset(beside) | {m.words[0] for m in self.reading.by_surname.values()}
        return self._shown

    def bearer_of(self, noun: int) -> Subject | None:
        """Who was introduced by a noun that now stands with its article alone: the doctor, of Ana Holt, a doctor; None where
        nobody was, or several were and none of them right before."""
        reading, lower = self.reading, self.reading.tokens.low
        if self._bearers is None:
            self._bearers = {}
            for name in reading.mentions:
                for word in self._introduced_by(name):
                    self._bearers.setdefault(word, []).append(name)
        bearers = self._bearers.get(lower[noun], [])
        before = [m for m in bearers if m.first < noun]
        if not before:
            return None
        if any(m.key != before[0].key for m in bearers) and reading.sentence_of(noun) - reading.sentence_of(before[-1].first) > 1:
            return None
        return self.of_mention(before[-1] if before[-1].key != before[0].key else before[0])

    def _introduced_by(self, name: Mention) -> list[str]:
        """The nouns that say what somebody is, in front of a name or behind it."""
        lower, found = self.reading.tokens.low, self.reading.tokens.words
        if name.type == "place" or found[name.last].endswith(POSSESSIVE):
            return []
        nouns = [name.title] if name.title in speaker_nouns() else []
        if lower[name.first - 1] in speaker_nouns():
            nouns.append(lower[name.first - 1])
        if lower[name.last + 1] != ",":
            return nouns
        k, end = name.last + 2, name.last + 2 + _LONGEST_APPOSITION
        if lower[k].isdecimal() and lower[k + 1] == ",":
            k += 2
        if lower[k] not in GRAMMAR["determiners"]:
            return nouns
        while k < end and (lower[k].isalpha() or lower[k] in HYPHENS) and lower[k] not in LINKS and lower[k] not in ("former", "who", "whose"):
            if lower[k] in speaker_nouns() and (not lower[k + 1].isalpha() or lower[k + 1] in LINKS):
                nouns.append(lower[k])
            k += 1
        return nouns

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
        before = no_part_of_names()
        kept = [w for w in name.words if w not in before]
        return 0 < len(kept) < len(name.words) and words("names", "organisation_heads").isdisjoint(kept) and name.words[-1] in kept

    def person_before(self, token: int, depth: int = 0) -> Subject | None:
        """Whom "he" or "she" at a token means: the person in the nearest sentence before, the first one named in it.

        A bare name that nothing shows to be a person's, as a firm's can be, gives way to a surer one just before.
        """
        at = self.reading.sentence_of(token)
        doubtful, found_at = None, 0
        for back in range(_FURTHEST_BACK):
            if at - back < 0 or (doubtful is not None and back - found_at > _SURER_WITHIN):
                break
            first, last = self.reading.bounds(at - back)
            first, last = (self._main_clause(first, last), last) if back else (first, token - 1)
            who, sure = self._person_within(first, last, token, depth)
            if who is not None and sure:
                return who
            if who is not None and doubtful is None:
                doubtful, found_at = who, back
        return doubtful

    def of_writing(self, j: int, floor: int) -> Subject | None:
        """Whose words a statement or letter holds: of one that is new in the text nobody's but its own."""
        lower, k = self.reading.tokens.low, j
        while k > floor and lower[k - 1] not in GRAMMAR["determiners"] and lower[k - 1].isalpha() and lower[k - 1] not in LINKS and j - k < LONGEST_PHRASE:
            k -= 1
        if k > floor and lower[k - 1] in ("a", "an"):
            return Subject(self.reading.tokens.slice(k, j), False, k)
        name = self.covering(j - 1) if k < j else None
        if name is not None:  # the Acme statement, the American statement
            return Subject(self.reading.tokens.slice(k, j), False, k) if self.is_no_person(name) or name.type == "place" else self.of_mention(name)
        if k < j and lower[j - 1] in speaker_nouns():
            return Subject(self.reading.tokens.slice(k, j - 1), False, k)
        return self.person_before(j)

    def body_of_sentence(self, token: int) -> Subject | None:
        """The body on which the sentence of a token opens, well before it."""
        first, _ = self.reading.bounds(self.reading.sentence_of(token))
        return None if self.reading.is_quoted(first) or first >= token - 2 else self._opens_on(first)

    def body_before(self, token: int) -> Subject | None:
        """The body that "it" at a token means: on which the last sentence before opens: The airline apologised."""
        reading = self.reading
        own = reading.sentence_of(token)
        for sentence in range(own - 1, max(own - _FURTHEST_BACK, -1), -1):
            first, _ = reading.bounds(sentence)
            if not reading.is_quoted(first):
                return self._opens_on(first)
        return None

    def _opens_on(self, first: int) -> Subject | None:
        """The body, or the country that acts as one, on which a sentence opens."""
        lower, found = self.reading.tokens.low, self.reading.tokens.words
        if lower[first] == "the":
            first += 1
        name = self.reading.mention_at.get(first)
        if name is None:
            return Subject(found[first], False, first) if lower[first - 1] == "the" and lower[first] in _BODIES else None
        acts = lower[name.last + 1].isalpha() and lower[name.last + 1] not in LINKS and not found[name.last].endswith(POSSESSIVE)
        if self.pronoun(name) or self.is_no_person(name) or (name.type == "place" and not acts):
            return None
        return self.of_mention(name)

    def _person_within(self, first: int, last: int, token: int, depth: int) -> tuple[Subject | None, bool]:
        """The first between two tokens whom a pronoun behind them can mean, and whether that is sure to be a person."""
        reading, spots = self.reading, self.spots
        lower, quoted = reading.tokens.low, reading.quoted
        pronoun = lower[token]
        other = {"he": "she", "she": "he"}.get(pronoun)
        same = reading.sentence_of(first) == reading.sentence_of(token)
        for k in spots[bisect_left(spots, first) : bisect_right(spots, last)]:
            if quoted[k]:
                continue
            name = reading.mention_at.get(k)
            if name is None:
                if depth < _FURTHEST_BACK and lower[k] != other:
                    return self.person_before(k, depth + 1), True
                continue
            if self._is_no_antecedent(name, same) or (same and self._stands_aside(k, token)):
                continue
            who = self.described(name)
            if who.named:
                if not (other and who.mention is not None and self.pronoun(who.mention) == other):
                    return who, self._is_surely_a_person(name)
            elif other and _kin().get(who.text.split()[-1].lower()) == pronoun:
                return who, True  # Holt's mother wept. “…,” she said
        return None, False

    def _is_no_antecedent(self, name: Mention, same: bool) -> bool:
        """Whether "he" and "she" never mean a name; same: they stand in its own sentence."""
        found, lower = self.reading.tokens.words, self.reading.tokens.low
        if name.type == "place" or self.is_no_person(name) or lower[name.first - 1] == "(":
            return True
        if name.type == "organisation" and not self._leads_person(name):
            return True
        alone = name.first == name.last
        if alone and name.words[0] in words("names", "organisation_heads"):
            return True  # the Government had been warned
        if not self.pronoun(name) and (lower[name.first - 1] in _WHERE or (alone and lower[name.first - 1] in _ONE_OF_THEM)):
            return True  # in Suka Makmur village; officially a Republican, he
        return not same and name.type != "person" and alone and found[name.first].endswith(POSSESSIVE)

    def _stands_aside(self, k: int, token: int) -> bool:
        """Whether a name stands in the clause that opens a sentence and is not the pronoun's behind it: Asked about Holt, he said."""
        found, lower = self.reading.tokens.words, self.reading.tokens.low
        first = self.reading.bounds(self.reading.sentence_of(k))[0]
        if "," not in found[k:token]:
            return False
        if lower[first] in _ASKED or (lower[first] == "when" and lower[first + 1] in _ASKED):
            return True
        opens = lower[first] in GRAMMAR["opens_aside"] or lower[first] in LINKS or lower[first].endswith("ing")
        return opens and lower[k - 1] in ("about", "with", "against", "to", "for") and found[first:k].count(",") == 0

    def _is_surely_a_person(self, name: Mention) -> bool:
        """Whether anything shows that a name is no firm's: a title, a given name, a longer name in the text, speech."""
        return len(name.words) > 1 or name.surname in self.reading.by_surname or bool(self.pronoun(name)) or name.words[0] in given_names() or name.words[0] in self.shown
