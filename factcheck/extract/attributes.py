"""What a share, amount or measure is a value of: the noun behind it, or the noun or verb in front."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.extract.nouns import family_of, is_plural
from factcheck.extract.number import number_tables
from factcheck.extract.numerals import Number
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, words

_FUNCTION_WORDS = words("structure", "function_words")
_STOPS = frozenset(".,;:!?()[]“”\"—–…|")
_DETERMINERS = frozenset("the a an its his her their our all those these eligible registered total country's nation's".split())
_LENGTHS = frozenset(("depth", "height", "length", "width", "distance"))
_BUILDINGS = frozenset(("prison", "jail"))
_INTO = frozenset(("in", "to", "of", "into"))
NEAR = 8  # words in front of a number that can say what it is


@cache
def _shown_by() -> dict[str, str]:
    return dict(by_word("attributes", "shown_by"))


@cache
def _changes() -> dict[str, str]:
    return dict(by_word("attributes", "change"))


def attribute_behind(reading: Reading, j: int, part: bool = False) -> str:
    """The whole that "of" introduces at token j ("of the popular vote" gives "vote"), or the noun that follows at once.

    part: the numeral itself says that it is a part ("one in five adults"), so that any noun is the whole.
    """
    lower = reading.tokens.low
    if lower[j] == "of":
        j += 1
    elif part:
        pass
    elif lower[j] in ("share", "stake"):
        return "stake"
    else:
        low = lower[j]
        return _shown_by().get(low, "") if low not in ("from", "long", "high", "up", "down") else ""
    while lower[j] in _DETERMINERS or lower[j][:1].isdecimal() or lower[j] in number_tables()[0]:
        j += 1
    head = ""
    for k in range(j, j + 4):
        low = lower[k]
        if not low or low in _STOPS or low in _FUNCTION_WORDS or not low[0].isalpha():
            break
        if head and low.endswith("ed"):
            break  # "of the forest burned"
        head = low
        if is_plural(low):
            break
    return _shown_by().get(head) or family_of(head) if head and part else family_of(head) if head else ""


def attribute_before(reading: Reading, number: Number) -> str:
    """The noun or verb in front of a number that says what it is: "unemployment fell to 5%", "fined $3m"."""
    lower = reading.tokens.low
    begin, _ = reading.bounds(reading.sentence_of(number.first))
    shown, k = _shown_by(), number.start - 1
    for _ in range(NEAR):
        if k < begin:
            return ""
        low = lower[k]
        if low in shown and not (low in _BUILDINGS and _is_building(lower, k)) and low not in ("long", "high", "from", "deep", "wide", "tall") and not (low == "raised" and lower[k + 1] in ("to", "by")):
            narrower = shown.get(lower[k - 1]) if low == "rate" else None  # "the jobless rate"
            return narrower or shown[low]
        if low == "." and lower[k - 1] in ("rs", "approx"):
            k -= 2
            continue
        if low in (".", ";", ":", "(", "“", '"') or (reading.taken[k] and lower[number.start - 1] != "to"):
            return ""  # "cut by 25 basis points to 4.75%" is still of the rate
        k -= 1
    return ""


def _is_building(lower: Sequence[str], k: int) -> bool:
    """Whether a jail is spoken of as a place, and not as what somebody was sentenced to: "ran the jail for 16 years"."""
    return lower[k - 1] not in _INTO and lower[k + 1] not in ("term", "terms", "sentence", "sentences", "time")


def attribute_near(reading: Reading, number: Number, last: int, *, length: bool = False) -> str:
    """For amounts and measures: a telling word right behind ("a $3bn deal", "six feet tall"), else one in front.

    length: whether it measures a length, which alone can be tall, wide or far from something.
    """
    lower = reading.tokens.low
    shown = _shown_by()
    for j in (last + 1, last + 2, last + 3):
        low = lower[j]
        if not low or low in _STOPS:
            break
        if low in shown and (length or shown[low] not in _LENGTHS):
            return shown[low]
        if low in _FUNCTION_WORDS and low not in ("in", "of", "a", "the"):
            break
    return attribute_before(reading, number)


def change_verb(reading: Reading, number: Number) -> str:
    """ "rise" or "fall" where a number is the size of a change ("rose 5%", "up by 12%", "a 5% increase"), else ""."""
    lower = reading.tokens.low
    changes = _changes()
    k = number.start - 1
    low = lower[k]
    if low in ("to", "at"):
        return ""
    if low == "between":
        k -= 1
        low = lower[k]
    if low in ("by", "an", "a", "nearly", "almost", "another"):
        k -= 1
        low = lower[k]
    if low in changes and not (low == "up" and lower[k - 1] in ("make", "makes", "made", "making", "-")):
        return changes[low]
    after = lower[number.stop + 2]
    if lower[number.stop + 3] == "from":
        return ""  # "$5 million, down from $6 million": where it stands now
    if after in changes and after not in ("gain", "cut", "lost", "higher", "lower", "added"):
        return changes[after]
    return changes.get(after, "") if after in ("higher", "lower") else ""


def rate_behind(reading: Reading, last: int) -> str:
    """ " per hour" where a figure is one of every so many: "$120 an hour", "3 deaths per 100,000 people", "5% a year"; else "".

    A rate and a sum are different things, even where one noun names both.
    """
    lower = reading.tokens.low
    link, of = lower[last + 1], lower[last + 2]
    if link == "for" and of in ("every", "each"):
        link, of = "per", lower[last + 3]
    if link in ("a", "an"):
        if lower[last + 3] in ("ago", "earlier", "before", "later"):
            return ""  # "from $228 million a year earlier"
        return f" per {of}" if of in words("attributes", "rated") else ""
    if link == "/" and of in ("h", "hr", "s", "day", "year", "month", "week", "night", "kg"):
        return f" per {of}"
    return f" per {of}" if link == "per" and of[:1].isalnum() else ""
