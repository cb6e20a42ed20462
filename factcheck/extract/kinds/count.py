"""How many: "238 dead", "five little-known opponents", "arrested 500 people", "won 3-1", "tens of thousands of refugees".

Not a count: "no real opposition candidates" is no zero, "one of them" no one, a house number or flight number counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from factcheck.extract.attributes import change_verb
from factcheck.extract.counted import counted
from factcheck.extract.hedges import quantity
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.model.claim import Claim
from factcheck.model.value import Quantity

_LABELS = frozenset("page chapter article section number no no. nos route flight version season episode room channel grade group week round day game level phase volume part type class unit act line gate highway interstate district ward".split())


class Count:
    """What a count claim keeps: its numeral, the base form of the noun, and the token of that noun."""

    __slots__ = ("head", "noun", "number")

    def __init__(self, number: Number, noun: str, head: int) -> None:
        self.number = number
        self.noun = noun
        self.head = head


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on all numbers that no other kind has taken."""
    lower, behind = reading.tokens.low, -1
    for number in reading.numbers:
        if number.first <= behind or reading.taken[number.first] or number.form in ("ratio", "ordinal", "fraction"):
            continue
        if _is_pronoun(reading, number):
            continue
        score = behind = _score(reading, number) if lower[number.last + 1] in ("-", "–") else 0
        if score:
            yield reading.claim("count", number.first, score, _score_value(reading, number, score), "score", detail=Count(number, "", -1))
            continue
        label = _label(reading, number)
        if label:
            yield reading.claim("count", number.first, number.last, quantity(number, "number", "exact"), f"{label} number", detail=Count(number, label, -1))
            continue
        found = None if _whole(reading, number) else counted(reading, number)
        if found is None:
            if number.hedge or number.form in ("digits", "range", "fraction") or (number.form == "words" and number.value != 1):
                # A bare number counts nothing that could be named; shared sentences can still set it against another.
                yield reading.claim("count", number.start, number.stop, quantity(number, "one", "count"), "number", detail=Count(number, "", -1))
            continue
        if number.value == 1 and number.form == "words" and found.attribute not in ("death", "injury", "arrest") and not number.hedge:
            continue
        change = change_verb(reading, number) if found.head < number.first else ""
        attribute = f"{change} of {found.attribute}" if change else found.attribute
        last = max(number.stop, found.last) if found.last - number.stop <= 5 else number.stop
        first = min(number.start, found.head) if 0 <= found.head < number.first and number.start - found.head <= 5 else number.start
        yield reading.claim("count", first, last, quantity(number, "one", "count"), attribute, detail=Count(number, found.noun, found.head), scope=found.scope)


def _label(reading: Reading, number: Number) -> str:
    """The word that makes the number a name and not a count: "page 12", "Boeing 737"."""
    lower = reading.tokens.low
    before = lower[number.first - 1]
    if before == "." and lower[number.first - 2] in ("no", "nos"):
        return "no"
    if before in _LABELS and not number.hedge and number.form == "digits":
        return before
    if number.form == "digits" and number.step == 1 and not number.hedge:
        mention = reading.mention_before(number.first - 1, 5)
        if mention is not None and mention.last == number.first - 1 and not lower[number.last + 1][:1].isalpha():
            return " ".join(mention.words)
    return ""


def _is_pronoun(reading: Reading, number: Number) -> bool:
    """ "no one", "the one", and the decades of "in her 60s"."""
    lower = reading.tokens.low
    if number.value == 1 and number.form == "words":
        return lower[number.first - 1] in ("no", "any", "every", "some", "each", "the", "this", "that")
    return lower[number.last + 1] == "s" and reading.tokens.glued(number.last)


def _score_value(reading: Reading, number: Number, last: int) -> Quantity:
    """A score as one number, so that 3-1 is not 3-2: the second side in thousandths, unit "score"."""
    value = number.value + Decimal(reading.tokens.words[last][:3]) / 1000
    return Quantity(value, value, "score", written_value=value, exact=True, step=Decimal("0.001"))


def _whole(reading: Reading, number: Number) -> bool:
    """Whether the number is what others are a part of: the 28 of "15 out of 28 provinces"."""
    lower = reading.tokens.low
    return lower[number.start - 1] == "of" and lower[number.start - 2] == "out"


def _score(reading: Reading, number: Number) -> int:
    """The last token of a score that begins with the number ("3-1"), else 0."""
    j = number.last + 1
    words = reading.tokens.words
    if number.form == "digits" and j + 1 < len(words) and words[j] in "-–" and words[j + 1].isdecimal() and reading.tokens.glued(number.last) and number.value < 200:
        return j + 1
    return 0


KIND = Kind("count", 90, "quantity", read)
