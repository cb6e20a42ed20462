"""Claims that are the only ones of their sort in each of two documents on one event.

Two papers that agree on several figures and days of an event, and each of which gives one length of the sentence, one number of
seats, one final score, mean one thing by it, if the sentences share but a few words or names. By those words alone the clash of
the two would seldom show.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.align.beside import (
    away_from,
    made,
    of_two_heads,
    whose,
    word_before,
    words_beside,
)
from factcheck.align.context import Contexts
from factcheck.align.figures import of_one_size
from factcheck.align.same_times import at_nightfall
from factcheck.align.shared_facts import SharedFacts
from factcheck.align.sorts import (
    AT_LEAST,
    BOUNDS,
    MADE,
    NEAR,
    OF_ONE_PERSON,
    TIMES,
    TWINS,
    Sorts,
    digits_of,
    says_of_what,
)
from factcheck.align.states import States
from factcheck.align.stems import content_stem
from factcheck.align.two_things import FATES, VAGUE, change_of, of_a_group, of_another_breadth
from factcheck.align.unions import Unions
from factcheck.lexicon import by_word, words
from factcheck.lexicon.places import demonyms, is_place, lie_apart
from factcheck.model.claim import Claim
from factcheck.relation import DISJOINT, common_unit, values

OF_THE_EVENT = words("sorts", "of_the_event")
"""Attributes that an event has one of, so that sentences need tell of nothing else, if neither does."""
OF_A_STORY = words("sorts", "of_a_story")
"""Attributes of which a story seldom has two."""
SALE = frozenset(("price", "deal"))
"""Attributes that the sum of a sale may have."""
MISPRINTED = 4  # words and names that more must be shared than, where figures have the same digits in another order and do not say what they are of
RESIDENTS = "resident"
"""The attribute of how many live in a place, which stands before it."""
WEEK = 7  # days between two documents, beyond which there can have been another round
SHARED = 3  # words and names of their sentences
FURTHER = 4  # days between two happenings of one sort
TEAMS = 2  # names that the sentences of two scores must share
TRIED = 6  # other values that one is held against
HEARD = 24  # documents that one shared fact leads to
_ONE_OF = re.compile(r"\b[Oo]ne (?:of|was|man|woman|got|received|defendant)\b|\b(?:[Aa]nother|[Tt]he other|[Ee]ach|[Bb]oth)\b")
_WORD = re.compile(r"[a-z]+")


class SoleClaims:
    """Finds them, and says of two whether they are on one fact."""

    def __init__(self, claims: Sequence[Claim], attributes: Sequence[str], unions: Unions, contexts: Contexts, states: States, shared: SharedFacts) -> None:
        """claims, attributes: as they are gathered into facts; unions: what is joined already; shared: what it shows."""
        self._claims = claims
        self._attributes = attributes
        self._unions = unions
        self._contexts = contexts
        self._states = states
        self._facts = shared
        self._said: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        self._days: dict[str, set[tuple]] = defaultdict(set)
        self._sorts = Sorts(attributes, contexts)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Indexes of two claims on one fact that are not joined yet, or that clash although a looser one has joined them."""
        for claim in self._claims:
            if claim.kind == "date":
                self._days[claim.document].add(claim.value.key())
            else:
                self._said[claim.document, claim.kind, common_unit(claim.value.unit)].append(claim)
        met: dict[tuple, list[int]] = defaultdict(list)
        for (document, *key), i in self._sole().items():
            for root in self._facts.links(document):
                found = met[root, *key]
                if len(found) < HEARD:
                    found.append(i)
        told: set[tuple[int, int]] = set()
        for found in met.values():
            by_value: dict[tuple, int] = {}
            for i in found:
                for j in list(by_value.values())[:TRIED]:
                    if (j, i) not in told:
                        told.add((j, i))
                        if (self._unions.find(i) != self._unions.find(j) or self._clash(i, j)) and self._of_one(i, j):
                            yield j, i
                by_value.setdefault(self._claims[i].value.key(), i)

    def _clash(self, i: int, j: int) -> bool:
        """Whether two that a third, looser one has joined cannot both be true: that needs a reason of its own."""
        return values(self._claims[i].value, self._claims[j].value) == DISJOINT

    def _sole(self) -> dict[tuple, int]:
        """By document and what a claim is of, the claim, where the document's own text has no other with another value."""
        found: dict[tuple, int] = {}
        several: set[tuple] = set()
        seen: set[int] = set()
        for i, claim in enumerate(self._claims):
            first = id(claim) not in seen
            seen.add(id(claim))
            for key in self._sorts.of(i, claim, first):
                whole = (claim.document, *key)
                other = found.setdefault(whole, i)
                if self._claims[other].value.key() != claim.value.key():
                    several.add(whole)
        return {key: i for key, i in found.items() if key not in several}

    def _of_one(self, i: int, j: int) -> bool:
        a, b = self._claims[i], self._claims[j]
        contexts, states = self._contexts, self._states
        if a.document == b.document or not self._facts.one_event(a.document, b.document):
            return False
        names_a, names_b = contexts.names(a), contexts.names(b)
        both = names_a & names_b
        if self._named_apart(a, b) or any(contexts.documents.namesakes(a.document, b.document, name) for name in both):
            return False
        if a.kind == "money" and not (a.attribute == b.attribute and says_of_what(a.attribute)) and not self._of_one_size(a, b):
            return False
        if a.kind in TWINS and a.kind != "money" and not self._of_one_sort(a, b):
            return False
        if (self._shared(a, b) < (1 if a.attribute == b.attribute in OF_A_STORY or _nobody(a, b) else SHARED) and not self._of_all_the_event(a, b)) or self._says(a, "one_more") != self._says(b, "one_more") or self._says(a, "averages") != self._says(b, "averages"):
            return False
        if a.attribute in OF_ONE_PERSON and any(_ONE_OF.search(contexts.telling(c).sentence_text(c.sentence)) for c in (a, b)):
            return False
        if self._attributes[i] == "score" and not (self._says(a, "voting") and self._says(b, "voting")):
            if len(both) < TEAMS:
                return False
        elif self._of_two_people(a, b):
            return False
        if a.kind == "date":
            return self._are_days_of_one(a, b, both)
        if self._of_other_places(a, b):
            return False
        if of_two_heads(a, b, contexts) or change_of(a) != change_of(b) or of_a_group(a) != of_a_group(b) or of_another_breadth(a, b) or contexts.contrasted(a, b):
            return False
        if _days_apart(a, b) or states.of_other_periods(a, b) or states.in_other_places(a, b) or states.other_status(a, b) or states.other_turn(a, b) or ((states.former(a) or states.former(b)) and not self._facts.of_one_time(a, b)):
            return False
        if values(a.value, b.value) != DISJOINT:
            return True
        if _nobody(a, b):
            return True
        if a.value.hedge in AT_LEAST or b.value.hedge in AT_LEAST:
            return False
        return (of_one_size(a, b) or a.attribute in OF_A_STORY) and not self._gives(b.document, a) and not self._gives(a.document, b)

    def _are_days_of_one(self, a: Claim, b: Claim, names: frozenset[str]) -> bool:
        """Whether two days that clash, of which neither document gives the other's, are of one person's happening.

        names: those in both sentences. Both documents have to be dated, for else their weekdays are of any week. The year in
        which a ship was built needs neither.
        """
        contexts = self._contexts
        if b.value.key() in self._days[a.document] or a.value.key() in self._days[b.document]:
            return False
        if a.value.grain == b.value.grain == "year" and self._sorts.own_happening(a) in MADE:
            return made(a, contexts) == made(b, contexts) != "" and values(a.value, b.value) == DISJOINT
        if contexts.written(a) is None or contexts.written(b) is None:
            return False
        return bool(names & self._sorts.people(a) & self._sorts.people(b)) and contexts.is_plan(a) == contexts.is_plan(b) and values(a.value, b.value) == DISJOINT and not at_nightfall(a, b)

    def _named_apart(self, a: Claim, b: Claim) -> bool:
        """Whether two sentences name others, and neither nothing but the country, say, that the other document names, too."""
        names_a, names_b = (self._contexts.names(c) - demonyms().keys() for c in (a, b))
        if not names_a or not names_b or not names_a.isdisjoint(names_b):
            return False
        if any(lie_apart(x, y) for x in names_a for y in names_b):
            return True
        return not any(
            all(map(is_place, names)) and names <= self._contexts.documents.names(other.document) for names, other in ((names_a, b), (names_b, a))
        )

    def _of_two_people(self, a: Claim, b: Claim) -> bool:
        """Whether other people stand before two figures, whom both documents know: what Novak got is not what Dvorak got."""
        one, two = self._contexts.name_before(a), self._contexts.name_before(b)
        both = self._contexts.documents.people(a.document) & self._contexts.documents.people(b.document)
        return one != two and one in both and two in both

    def _of_other_places(self, a: Claim, b: Claim) -> bool:
        """Whether two distances from one place are told of others, Wasilla is 40 miles north of Anchorage, Palmer 42; or the people
        of two."""
        if a.attribute == b.attribute == RESIDENTS:
            return len({whose(a, self._contexts), whose(b, self._contexts)} - {""}) > 1
        if a.kind != "measure":
            return False
        place = away_from(a, self._contexts)
        if not place or place != away_from(b, self._contexts):
            return False
        one, two = ({name for name in self._contexts.names(c) if place not in name.split()} for c in (a, b))
        return bool(one or two) and one.isdisjoint(two)

    def _of_one_size(self, a: Claim, b: Claim) -> bool:
        """Whether two amounts, of which one document at least does not say what they are of, are so near that they are the same with
        a slip: $3.5 billion and $3.6 billion, in sentences that share more than others have to. A price and a deal are one thing."""
        one, two = a.value.written_value, b.value.written_value
        named = {c.attribute for c in (a, b)} - VAGUE
        if len(named) > 1 and not named <= SALE:
            return False
        return (max(one, two) < NEAR * min(one, two) and self._shared(a, b) > SHARED) or (_digits_swapped(a, b) and self._shared(a, b) > MISPRINTED)

    def _of_one_sort(self, a: Claim, b: Claim) -> bool:
        """Whether two figures say what they are of; else they have to be of the same digits, in sentences that share much."""
        if away_from(a, self._contexts) or (a.attribute == b.attribute and says_of_what(a.attribute)):
            return True
        if a.attribute == b.attribute == TIMES:
            return not words_beside(a, self._contexts).isdisjoint(words_beside(b, self._contexts))
        named = {a.attribute, b.attribute} - VAGUE
        return len(named) < 2 and _digits_swapped(a, b) and self._shared(a, b) > MISPRINTED

    def _shared(self, a: Claim, b: Claim) -> int:
        """How much the sentences of two claims share: words, names, and other facts that they agree on.

        The word right before both counts again, and so does it that the figures are two of the same digits, as misprints are.
        """
        contexts = self._contexts
        told = (contexts.words(a) | contexts.names(a)) & (contexts.words(b) | contexts.names(b))
        if a.kind in ("duration", "measure"):
            told -= {content_stem(w) for w in _WORD.findall(a.text.lower())}  # that both are in minutes or metres says nothing
        told |= _senses(contexts.words(a) - told) & _senses(contexts.words(b) - told)
        before = word_before(a, contexts)
        return len(told) + len(self._facts.of_sentences(a, b)) + (before in told and before == word_before(b, contexts)) + (a.kind in TWINS and len(set(digits_of(a))) > 2 and _digits_swapped(a, b))

    def _of_all_the_event(self, a: Claim, b: Claim) -> bool:
        """Whether two sentences tell of nothing but one figure of the event: turnout in the capital is another one."""
        if a.attribute not in OF_THE_EVENT or self._contexts.documents.days_between(a.document, b.document) > WEEK:
            return False
        told = [self._contexts.words(c) | self._contexts.names(c) for c in (a, b)]
        return told[0] ^ told[1] <= _changes()

    def _says(self, claim: Claim, what: str) -> bool:
        """Whether a claim's sentence has one of the words of a sort: of one more of its kind (another fine), of an average."""
        return not words("families", what).isdisjoint(_WORD.findall(self._contexts.telling(claim).sentence_text(claim.sentence).lower()))

    def _gives(self, document: str, claim: Claim) -> bool:
        """Whether a document gives a claim's figure of anything else; "more than 30" is 142 of nothing, and "at least 30 dead" not
        the 84 of another year."""
        said = self._said.get((document, claim.kind, common_unit(claim.value.unit)), ())
        return any(values(claim.value, other.value) != DISJOINT and (other.value.hedge in BOUNDS or (other.attribute == claim.attribute and _is_near(claim, other))) for other in said)


def _senses(stems: frozenset[str]) -> frozenset[str]:
    """What words say an amount is of: of revenue and of sales the revenue."""
    return frozenset(_shown_by()[s] for s in stems if s in _shown_by())


@cache
def _shown_by() -> dict[str, str]:
    return {content_stem(word): attribute for word, attribute in by_word("attributes", "shown_by").items() if content_stem(word)}


@cache
def _changes() -> frozenset[str]:
    """Stems of the words that say that something rose or fell."""
    return frozenset(map(content_stem, by_word("attributes", "change")))


def _days_apart(a: Claim, b: Claim) -> bool:
    """Whether two figures are told of days that are too far from each other to be one, the one of which was misprinted."""
    when = [c.event.when if c.event else None for c in (a, b)]
    return all(w and w.start and w.start == w.end for w in when) and abs((when[0].start - when[1].start).days) > FURTHER


def _nobody(a: Claim, b: Claim) -> bool:
    """Whether one says that nobody was hurt, and the other how many were."""
    return a.attribute == b.attribute and a.attribute in FATES and (a.value.written_value == 0) != (b.value.written_value == 0)


def _is_near(a: Claim, b: Claim) -> bool:
    """Whether neither figure is twice the other."""
    one, two = (c.value.written_value for c in (a, b))
    return not one or not two or max(one, two) < 2 * min(one, two)


def _digits_swapped(a: Claim, b: Claim) -> bool:
    """Whether two figures of one size are written with the same digits in another order: 1,512 and 1,215."""
    one, two = digits_of(a), digits_of(b)
    return one != two and sorted(one) == sorted(two) and a.value.written_value.adjusted() == b.value.written_value.adjusted()
