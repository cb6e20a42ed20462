"""How many: "238 dead", "five little-known opponents", "arrested 500 people", "won 3-1", "tens of thousands of refugees".

Not a count: "no real opposition candidates" is no zero, "one of them" no one; a number that counts nothing, see number.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from factcheck.extract.attributes import change_verb, rate_behind
from factcheck.extract.counted import counted
from factcheck.extract.hedges import quantity
from factcheck.extract.labels import in_a_name, is_hour, is_pronoun, label_before
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.votes import votes_to
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.value import Quantity

_DASHES = frozenset("-–")
_JOINTS = frozenset("-–/+.:")
REACH = 4  # tokens between a verb and the score it tells of
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
        score = behind = _score(reading, number) if joint in _DASHES else votes_to(reading, number) if joint == "to" else 0
        if score:
            reading.take(number.first, score)
            attribute = "running score" if _is_running(reading, number.first, score) else "score"
            yield reading.claim("count", number.first, score, _score_value(reading, number, score), attribute, detail=Count(number, "", -1))
            continue
        if label_before(reading, number) or in_a_name(reading, number) or lower[number.start - 1] == "per":
            continue
        found = counted(reading, number)
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


def _score_value(reading: Reading, number: Number, last: int) -> Quantity:
    """A score as one number, so that 3-1 is not 3-2: the second side in thousandths, unit "score"."""
    value = number.value + Decimal(reading.tokens.words[last][:3]) / 1000
    return Quantity(value, value, "score", written_value=value, exact=True, step=Decimal("0.001"))


def _score(reading: Reading, number: Number) -> int:
    """The last token of a score that begins with the number ("3-1"), else 0; a telephone number or a date is none."""
    j = number.last + 1
    tokens = reading.tokens
    found, low = tokens.words, tokens.low
    if number.form != "digits" or low[j] not in _DASHES or not low[j + 1].isdecimal() or not tokens.glued(number.last) or not tokens.glued(j):
        return 0
    if number.value >= 200 or number.step != 1 or len(found[j + 1]) > 3 or (low[j + 2] in _JOINTS and tokens.glued(j + 1) and low[j + 3][:1].isdecimal()):
        return 0
    before = low[number.first - 1]
    return 0 if before in _JOINTS and before and tokens.glued(number.first - 1) else j + 1


def _is_running(reading: Reading, first: int, last: int) -> bool:
    """Whether it is the score so far that stands at these tokens: "led Italy 1-0", "2-0 up at the break"."""
    low, k = reading.tokens.low, first - 1
    if low[k] in words("attributes", "running_beside"):
        return True
    while k >= max(0, first - REACH) and low[k].isalpha():
        if low[k] in words("attributes", "running_before"):
            return True
        k -= 1
    behind = low[last + 1 : last + 4]
    return behind[0] in words("attributes", "running_behind") or (behind[0] == "at" and not words("attributes", "breaks").isdisjoint(behind))


KIND = Kind("count", 90, "quantity", read)
