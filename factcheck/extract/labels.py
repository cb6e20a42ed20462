"""Numbers that are names and no quantities: "page 12", "flight 447", "Boeing 737", "the one"."""

from __future__ import annotations

from factcheck.extract.number import unit_words
from factcheck.extract.numerals import Number
from factcheck.extract.reading import Reading
from factcheck.lexicon import words

_LINKS = frozenset("of is was be to at stands stood reached by".split())
_FAR = 5  # tokens between a grade and the word for it
_REACH = 5  # tokens of a name in front of its number
_BEHIND_HOURS = frozenset((".", ",", "on", "in", "this", "yesterday", "today", "that"))
_SHORT = {"no": "no", "nos": "no", "nr": "no", "nrs": "no", "vol": "volume", "pt": "part", "ch": "chapter", "pp": "page", "fig": "figure", "art": "article", "sec": "section"}
_PLACED = frozenset("in at near from outside on for since of and".split())


def label_before(reading: Reading, number: Number) -> str:
    """The word that makes the number a label and not a count: "page 12", "No. 7"."""
    lower = reading.tokens.low
    before = lower[number.first - 1]
    if before == "of" and lower[number.first - 2] == "round":
        return "round"  # the round of 32
    if before == "." and lower[number.first - 2] in _SHORT:
        return _SHORT[lower[number.first - 2]]
    return before if before in words("structure", "labels") and not number.hedge and number.form == "digits" else ""


def grade_before(reading: Reading, number: Number) -> bool:
    """Whether the number is a grade: "a score of 87", "its average is above 7"."""
    lower, k = reading.tokens.low, number.start - 1
    begin, _ = reading.bounds(reading.sentence_of(number.first))
    if lower[k] not in _LINKS:
        return False
    for at in range(k - 1, max(begin, k - _FAR) - 1, -1):
        if lower[at] in words("attributes", "grades"):
            return True
        if not lower[at].isalpha():
            return False
    return False


def in_a_name(reading: Reading, number: Number, counts: bool = True) -> bool:
    """Whether the number is the tail of a name: "Boeing 737", "Channel Four", "S&P 500", "Dolphin Tale 2 received".

    counts: whether it could count what stands behind it, so that more must speak for a name.
    """
    k = number.first - 1
    if k < 0 or number.hedge or number.step != 1 or number.form not in ("digits", "words") or number.last > number.first:
        return False
    tokens, low = reading.tokens, reading.tokens.low
    first, behind = tokens.words[k], low[number.last + 1]
    if low[k] in words("names", "numbered"):
        return first != low[k] or low[k] in words("names", "numbered_small") or tokens.words[number.first][0].isupper()
    if number.form == "words" and tokens.words[number.first][0].isupper() and not reading.opens_sentence(number.first):
        # "the Three Musketeers" between small letters; in a headline every word has a capital
        return (first[0].islower() and tokens.words[number.last + 1 : number.last + 2] != [] and tokens.words[number.last + 1][0].isupper()) or (not counts and first[0].isupper())
    if number.form != "digits" or not first[0].isupper():
        return False
    if low[k - 1] == "&" and len(first) == 1:
        return True
    if not counts and reading.opens_sentence(k) and low[k] not in words("structure", "function_words"):
        return True  # "Ted 2 was"
    for at in range(k, max(-1, k - _REACH), -1):
        mention = reading.mention_at.get(at)
        if mention is not None:
            if mention.last != k:
                return False
            if not behind[:1].isalpha():
                return True
            titled = at < k or (tokens.words[at - 1] == "The" and at > 1 and not reading.opens_sentence(at - 1))
            # "In Lyon 12 were hurt" tells where; "Dolphin Tale 2 received", "the Falcon 9 was" are names.
            if counts and (low[at - 1] in _PLACED or (low[at - 1] == "the" and low[at - 2] in _PLACED)):
                return False
            return not counts or (titled and behind != "times" and behind not in unit_words()) or behind in words("structure", "function_words") or behind.endswith("ed")
    return False


def is_hour(reading: Reading, number: Number) -> bool:
    """Whether the number is an hour of the clock: "a quarter to seven", "half past six", "shortly after three on Monday"."""
    lower, k = reading.tokens.low, number.first - 1
    if number.last != number.first or not 1 <= number.value <= 12:
        return False
    if lower[k] in ("to", "past"):
        return lower[k - 1] in ("quarter", "half")
    return lower[k] in ("after", "before") and lower[k - 1] in ("shortly", "just") and lower[number.last + 1] in _BEHIND_HOURS


def is_pronoun(reading: Reading, number: Number) -> bool:
    """ "no one", "the one", and the decades of "in her 60s"."""
    lower = reading.tokens.low
    if number.value == 1 and number.form == "words":
        return lower[number.first - 1] in ("no", "any", "every", "some", "each", "the", "this", "that")
    return lower[number.last + 1] == "s" and reading.tokens.glued(number.last)
