"""Whether two figures, each of which its document gives once, are told of one thing: what must be shared, and what forbids it."""

from __future__ import annotations

import re
from functools import cache

from factcheck.align.beside import (
    acts_beside,
    away_from,
    fate_before,
    nouns_before,
    of_two_heads,
    opponent,
    place_before,
    told_from,
    what_measured,
    whose,
    word_before,
)
from factcheck.align.context import Contexts
from factcheck.align.shared_facts import SharedFacts
from factcheck.align.sorts import NEAR, OF_ONE_PERSON, TIMES, TWINS, digits_of, says_of_what
from factcheck.align.states import States
from factcheck.align.stems import content_stem
from factcheck.align.two_things import FATES, VAGUE, change_of, of_a_group, of_another_breadth
from factcheck.lexicon import by_word, words
from factcheck.lexicon.places import demonyms, is_place, lie_apart, lies_in
from factcheck.model.attributes import SCORE
from factcheck.model.claim import Claim
from factcheck.relation import DISJOINT, values

OF_THE_EVENT = words("sorts", "of_the_event")
"""Attributes that an event has one of, so that sentences need tell of nothing else, if neither does."""
OF_A_STORY = words("sorts", "of_a_story")
"""Attributes of which a story seldom has two."""
SALE = frozenset(("price", "deal"))
"""Attributes that the sum of a sale may have."""
RESIDENTS = "resident"
"""The attribute of how many live in a place, which stands before it."""
COUNTED = 2  # words of what two lengths of time are counted from
SHARED = 3  # words and names of their sentences
MISPRINTED = 5  # the same, where figures have the same digits in another order and do not say what they are of
WEEK = 7  # days between two documents, beyond which there can have been another round
FURTHER = 4  # days between two happenings of one sort
TEAMS = 2  # names that the sentences of two scores must share
_ONE_OF = re.compile(r"\b[Oo]ne (?:of|was|man|woman|got|received|defendant)\b|\b(?:[Aa]nother|[Tt]he other|[Ee]ach|[Bb]oth)\b")
_WORD = re.compile(r"[a-z]+")


class TwoFigures:
    """Asked of two claims of documents on one event."""

    def __init__(self, contexts: Contexts, states: States, shared: SharedFacts) -> None:
        """shared: the facts that documents share."""
        self._contexts = contexts
        self._states = states
        self._facts = shared

    def of_others(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences name others: two people of one surname, two who stand before their figures, two matches."""
        both = self._contexts.names(a) & self._contexts.names(b)
        if self._named_apart(a, b) or any(self._contexts.documents.namesakes(a.document, b.document, name) for name in both):
            return True
        if a.attribute in OF_ONE_PERSON and any(_ONE_OF.search(self._contexts.telling(c).sentence_text(c.sentence)) for c in (a, b)):
            return True
        if a.attribute == SCORE:
            bodies = [self._said(c) & words("families", "voting_bodies") for c in (a, b)]
            if not (self._says(a, "voting") and self._says(b, "voting")):
                return len(both) < TEAMS or self._of_two_matches(a, b)
            if all(bodies) and bodies[0].isdisjoint(bodies[1]):
                return True  # a vote of the committee and one of the Senate
        return self._of_two_people(a, b)

    def of_one_sort(self, a: Claim, b: Claim) -> bool:
        """Whether two figures say what they are of; where one does not, more has to speak for it."""
        if a.kind == "money":
            return (a.attribute == b.attribute and says_of_what(a.attribute)) or self._of_one_amount(a, b)
        if a.kind not in TWINS or away_from(a, self._contexts) or (a.attribute == b.attribute and says_of_what(a.attribute)):
            return True
        if a.kind == "measure" and a.attribute == b.attribute and not what_measured(a, self._contexts).isdisjoint(what_measured(b, self._contexts)):
            return True
        if a.attribute == b.attribute == TIMES:
            return not acts_beside(a, self._contexts).isdisjoint(acts_beside(b, self._contexts))
        named = {a.attribute, b.attribute} - VAGUE
        return len(named) < 2 and _digits_swapped(a, b) and self.shared(a, b) >= MISPRINTED

    def share_enough(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences share what two on one thing do, and none of them tells of one more of its kind or of an average."""
        least = 1 if a.attribute == b.attribute in OF_A_STORY or is_nobody(a, b) else SHARED
        if self.shared(a, b) < least and not self._of_all_the_event(a, b):
            return False
        if a.kind == "ordinal":
            return True  # a third week is not one more of its kind
        return all(self._says(a, what) == self._says(b, what) for what in ("one_more", "averages"))

    def of_another_thing(self, a: Claim, b: Claim) -> bool:
        """Whether the words beside two figures show two things, groups or places."""
        contexts = self._contexts
        if self._says_first(a) != self._says_first(b):
            return True  # including the options, it is a larger deal
        if self._of_other_places(a, b) or of_two_heads(a, b, contexts) or contexts.contrasted(a, b):
            return True
        if a.kind == "duration":
            one, two = told_from(a, contexts), told_from(b, contexts)
            if one and two and len(one & two) < COUNTED:
                return True  # ten minutes after one thing, four after another
        fates = {fate_before(c, contexts) for c in (a, b)} - {""} if a.kind == "count" and a.attribute not in FATES else set()
        if len(fates) > 1:
            return True  # of the dead three are children, of the hurt twelve
        return change_of(a) != change_of(b) or of_a_group(a) != of_a_group(b) or of_another_breadth(a, b)

    def of_another_time(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences tell of two times, turns, places or states of the count."""
        states = self._states
        if _days_apart(a, b) or states.of_other_periods(a, b) or states.in_other_places(a, b) or states.other_status(a, b) or states.other_turn(a, b):
            return True
        return (states.former(a) or states.former(b)) and not self._facts.of_one_time(a, b)

    def shared(self, a: Claim, b: Claim) -> int:
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

    def _of_two_matches(self, a: Claim, b: Claim) -> bool:
        """Whether two scores were made against others, of whom neither document names the other's."""
        one, two = opponent(a, self._contexts), opponent(b, self._contexts)
        if not one or not two or one == two:
            return False
        named = [{word for name in self._contexts.documents.names(c.document) for word in name.split()} for c in (a, b)]
        return two not in named[0] and one not in named[1]

    def _of_two_people(self, a: Claim, b: Claim) -> bool:
        """Whether other people stand before two figures, whom both documents know: what Novak got is not what Dvorak got."""
        one, two = self._contexts.name_before(a), self._contexts.name_before(b)
        both = self._contexts.documents.people(a.document) & self._contexts.documents.people(b.document)
        return one != two and one in both and two in both

    def _of_other_places(self, a: Claim, b: Claim) -> bool:
        """Whether two distances from one place are told of others, Wasilla is 40 miles north of Anchorage, Palmer 42; or the people
        of two places, or what lasted in two."""
        if a.attribute == b.attribute == RESIDENTS:
            return len({whose(a, self._contexts), whose(b, self._contexts)} - {""}) > 1
        if a.kind == "duration":
            one, two = place_before(a, self._contexts), place_before(b, self._contexts)
            return "" not in (one, two) and one != two and not (lies_in(one, two) or lies_in(two, one))
        if a.kind != "measure":
            return False
        place = away_from(a, self._contexts)
        if not place or place != away_from(b, self._contexts):
            return False
        nouns = [nouns_before(c, self._contexts) for c in (a, b)]
        if all(n is not None for n in nouns) and any(nouns) and nouns[0].isdisjoint(nouns[1]) and values(a.value, b.value) == DISJOINT:
            return True  # the body was found 3 km from Varn, the car 12
        one, two = ({name for name in self._contexts.names(c) if place not in name.split()} for c in (a, b))
        return bool(one or two) and one.isdisjoint(two)

    def _of_one_amount(self, a: Claim, b: Claim) -> bool:
        """Whether two amounts, of which one document at least does not say what they are of, are so near that they are the same with
        a slip: $3.5 billion and $3.6 billion, in sentences that share more than others have to. A price and a deal are one thing."""
        one, two = a.value.written_value, b.value.written_value
        named = {c.attribute for c in (a, b)} - VAGUE
        if len(named) > 1 and not named <= SALE:
            return False
        return (max(one, two) < NEAR * min(one, two) and self.shared(a, b) > SHARED) or (_digits_swapped(a, b) and self.shared(a, b) >= MISPRINTED)

    def _of_all_the_event(self, a: Claim, b: Claim) -> bool:
        """Whether two sentences tell of nothing but one figure of the event: turnout in the capital is another one."""
        if a.attribute not in OF_THE_EVENT or self._contexts.documents.days_between(a.document, b.document) > WEEK:
            return False
        told = [self._contexts.words(c) | self._contexts.names(c) for c in (a, b)]
        return told[0] ^ told[1] <= _changes()

    def _says(self, claim: Claim, what: str) -> bool:
        """Whether a claim's sentence has one of the words of a sort: of one more of its kind (another fine), of an average."""
        return not words("families", what).isdisjoint(self._said(claim))

    def _says_first(self, claim: Claim) -> bool:
        """Whether a claim's sentence begins by taking something in or leaving it out: "Including options, the deal is worth …"."""
        telling = self._contexts.telling(claim)
        return telling.sentence_text(claim.sentence).split(None, 1)[0].lower() in words("families", "with_or_without")

    def _said(self, claim: Claim) -> set[str]:
        """The words of a claim's sentence, in lower case."""
        return set(_WORD.findall(self._contexts.telling(claim).sentence_text(claim.sentence).lower()))


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


def is_nobody(a: Claim, b: Claim) -> bool:
    """Whether one says that nobody was hurt, and the other how many were."""
    return a.attribute == b.attribute and a.attribute in FATES and (a.value.written_value == 0) != (b.value.written_value == 0)


def _digits_swapped(a: Claim, b: Claim) -> bool:
    """Whether two figures of one size are written with the same digits in another order: 1,512 and 1,215."""
    one, two = digits_of(a), digits_of(b)
    return one != two and sorted(one) == sorted(two) and a.value.written_value.adjusted() == b.value.written_value.adjusted()
