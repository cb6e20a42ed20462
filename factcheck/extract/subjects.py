"""Of whom something is said: the person named behind, before, or last talked of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factcheck.extract.names import Mention
from factcheck.extract.reading import Reading
from factcheck.lexicon import words
from factcheck.lexicon.places import demonyms

LONGEST_NAME = 8  # tokens


ADDRESSES = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "dame", "lord"))


def person_like(reading: Reading, mention: Mention) -> bool:
    """Whether a mention can be a person: not a known place or body, and more than one word or a known surname or a form of address before it."""
    if mention.type in ("place", "organisation"):
        return False
    return mention.type == "person" or len(mention.words) > 1 or mention.surname in reading.by_surname or _addressed(reading, mention)


def _addressed(reading: Reading, mention: Mention) -> bool:
    """Whether a form of address stands before a name: "Mr. Ortega"."""
    lower, i = reading.tokens.low, mention.first
    return lower[i - 1] in ADDRESSES or (lower[i - 1] == "." and lower[i - 2] in ADDRESSES)


def following_person(reading: Reading, i: int) -> str | None:
    """The person whose name follows token i over at most four words of description: "34-year-old driver John Smith"."""
    lower = reading.tokens.low
    functions = words("structure", "function_words")
    for j in range(i + 1, i + 6):
        mention = reading.mention_at.get(j)
        if mention is not None:
            if (mention.type in ("place",) and j < i + 5) or lower[j] in demonyms() and len(mention.words) == 1:
                continue  # "Leo Brandt, a 54-year-old Canadian"
            return mention.surname if mention.type != "organisation" else None
        low = lower[j]
        if not low or not (low[0].isalpha() or low == "-") or low in functions:
            return None
    return None


def apposed(reading: Reading, i: int) -> str | None:
    """The person whose name stands right before token i, over a comma and an article: "Jane Roe, a 51-year-old"."""
    lower = reading.tokens.low
    k = i - 1
    while k >= 0 and lower[k] in {"a", "an", "the", "then", "now", "who", "is", "was", ","}:
        k -= 1
    if k < 0 or k == i - 1:
        return None
    mention = mention_ending(reading, k)
    return mention.surname if mention is not None and mention.type not in ("place", "organisation") else None


def mention_ending(reading: Reading, k: int) -> Mention | None:
    """The mention whose last token is k."""
    mention = reading.mention_before(k, LONGEST_NAME)
    return mention if mention is not None and mention.last == k else None


def mentions_in(reading: Reading, sentence: int) -> list[Mention]:
    """The mentions of one sentence, in order."""
    first, last = reading.bounds(sentence)
    firsts = reading.mention_firsts
    return reading.mentions[bisect_left(firsts, first) : bisect_right(firsts, last)]


def focus_person(reading: Reading, i: int, same_sentence: bool = False) -> str | None:
    """Whom "the 69-year-old" at token i is: the person whom the sentence before names first.

    Persons named earlier in the same sentence are passed over, because a subject is not called so in its own clause;
    with same_sentence it is the other way round ("Jane Roe died at the age of 51").
    """
    sentence = reading.sentence_of(i)
    here = [m for m in mentions_in(reading, sentence) if m.first < i and person_like(reading, m)]
    if same_sentence:
        return here[0].surname if here else None
    spent = {m.surname for m in here}
    for earlier in range(sentence - 1, max(-1, sentence - 3), -1):
        for m in mentions_in(reading, earlier):
            if person_like(reading, m) and m.surname not in spent:
                return m.surname
    return None


def nearest_person(reading: Reading, i: int) -> str | None:
    """The person named last before token i in its sentence, else first behind it, else first in the sentence before."""
    sentence = reading.sentence_of(i)
    people = [m for m in mentions_in(reading, sentence) if person_like(reading, m)]
    before = [m for m in people if m.last < i]
    if people:
        return before[-1].surname if before else people[0].surname
    return focus_person(reading, i)
