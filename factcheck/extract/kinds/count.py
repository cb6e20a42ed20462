"""How many: "238 dead", "five little-known opponents", "arrested 500 people", "won 3-1", "tens of thousands of refugees".

Not a count: "no real opposition candidates" is no zero, "one of them" no one; a number that counts nothing, see number.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.attributes import change_verb, rate_behind
from factcheck.extract.counted import counted, won_so_often
from factcheck.extract.hedges import quantity
from factcheck.extract.labels import in_a_name, is_hour, is_pronoun, label_before
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.scores import DASHES, score_at, score_value, sort_of_score
from factcheck.extract.votes import votes_to
from factcheck.lexicon import words
from factcheck.model.claim import Claim

_COUNTING = frozenset(("digits", "words", "range", "vague", "times"))


class Count:
    """What a count claim keeps: its numeral, the base form of the noun, and the token of that noun."""

    __slots__ = ("head", "noun", "number")

    def __init__(self, number: Number, noun: str, head: int) -> None:
        self.number = number
        self.noun = noun
        self.head = head


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the numbers that have a noun to count, of those that no other kind has taken."""
    behind = -1
    lower, factors = reading.tokens.low, words("attributes", "factors")
    for number in reading.numbers:
        if number.first <= behind or reading.taken[number.first] or number.form not in _COUNTING or number.low < 0:
            continue
        if number.form == "times":
            if lower[number.last] in ("twice", "thrice") and lower[number.last + 1] not in factors:
                reading.take(number.first, number.last)
                yield reading.claim("count", number.start, number.last, quantity(number, "one", "count"), "time", detail=Count(number, "time", number.last))
            continue
        if is_pronoun(reading, number) or is_hour(reading, number):
            continue
        joint = lower[number.last + 1]
        score = behind = score_at(reading, number) if joint in DASHES else votes_to(reading, number) if joint == "to" else 0
        if score:
            reading.take(number.first, score)
            attribute, side = sort_of_score(reading, number.first, score)
            yield reading.claim("count", number.first, score, score_value(reading, number, score), attribute, side, detail=Count(number, "", -1))
            continue
        if label_before(reading, number) or in_a_name(reading, number) or lower[number.start - 1] == "per":
            continue
        found = won_so_often(reading, number) or counted(reading, number)
        if found is None or (found.noun == "time" and lower[found.head + 1] in factors):
            continue
        if number.value == 1 and number.form == "words" and found.attribute not in ("death", "injury", "arrest") and not number.hedge:
            continue
        reading.take(number.first, number.last)
        change = change_verb(reading, number) if found.head < number.first else ""
        attribute = f"{change} of {found.attribute}" if change else found.attribute
        rate = rate_behind(reading, max(number.stop, found.head))
        attribute += rate
        last = max(number.stop, found.last) if found.last - number.stop <= 5 else number.stop
        first = min(number.start, found.head) if 0 <= found.head < number.first and number.start - found.head <= 5 else number.start
        yield reading.claim("count", first, last, quantity(number, rate.strip() or "one", "count"), attribute, detail=Count(number, found.noun, found.head), scope=found.scope)


KIND = Kind("count", 90, "quantity", read)
