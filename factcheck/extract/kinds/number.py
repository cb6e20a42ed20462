"""A number that counts nothing: "the answer was 42", "page 12", "the ratio is 3.14", "more than half came", "minus five".

Not such a number: what counts, measures, dates or ranks something; a part of a name ("Boeing 737", "Route 66"), of a
telephone number or of a code; the mark of a note.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.hedges import quantity
from factcheck.extract.labels import grade_before, in_a_name, is_hour, is_pronoun, label_before
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import words
from factcheck.model.claim import Claim

_JOINTS = frozenset("-–/+:")
_IN_ADDRESSES = frozenset("=_@")


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the numbers that no other kind has taken."""
    taken, lower = reading.taken, reading.tokens.low
    for number in reading.numbers:
        if taken[number.first] or taken[number.last] or number.form == "ordinal" or is_pronoun(reading, number) or is_hour(reading, number) or _in_a_run(reading, number):
            continue
        if number.form == "digits" and not number.hedge and (_like_a_year(reading, number) or _marks_an_item(reading, number)):
            continue
        if lower[number.last + 1] == "-" and lower[number.last + 2][:1].isalpha():
            continue  # a compound, such as a two-party system
        if number.form == "vague" and not lower[number.last].startswith(("digit", "figure")):
            continue  # "dozens", of whom nothing is told
        if number.form == "times" or lower[number.last + 1] == "times":
            last = number.last + (number.form != "times")
            yield reading.claim("number", number.start, last, quantity(number, "times", "plain"), "factor", detail=number)
            continue
        if lower[number.last + 2] in words("structure", "streets") and reading.tokens.words[number.last + 1][0].isupper():
            continue  # 172 Tillary Street
        label = label_before(reading, number)
        if label:
            yield reading.claim("number", number.first, number.last, quantity(number, "number", "exact"), f"{label} number", detail=number)
        elif not in_a_name(reading, number, counts=False) and (number.hedge or number.form != "words" or number.value != 1):
            # Nothing says what it is of; sentences that are shared can still set it against another.
            yield reading.claim("number", number.start, number.stop, quantity(number, "one", "plain"), "rating" if grade_before(reading, number) else "number", detail=number)


def _like_a_year(reading: Reading, number: Number) -> bool:
    """Whether bare digits are a year more likely than a number of anything."""
    word = reading.tokens.words[number.first]
    return len(word) == 4 and word.isdecimal() and word[:2] in ("18", "19", "20") and number.first == number.last


def _marks_an_item(reading: Reading, number: Number) -> bool:
    """Whether the number opens a line and stands before a full stop or bracket, as in a list."""
    return reading.lower(number.last + 1) in (".", ")") and reading.opens_sentence(number.first) and reading.lower(number.last + 2) != ""


def _in_a_run(reading: Reading, number: Number) -> bool:
    """Whether the digits are part of a telephone number, a code or a record of results: +1-222-2222, 9-1-1, 20-4-1."""
    tokens, low, k, j = reading.tokens, reading.tokens.low, number.first - 1, number.last + 1
    if number.form not in ("digits", "range", "ratio", "fraction"):
        return False
    if (low[j] == ":" and len(low[j + 1]) == 2 and low[j + 1].isdecimal()) or (low[k] == ":" and low[k - 1].isdecimal() and len(low[number.first]) == 2):
        return True  # a time of day or of play
    if low[k] == "[" and low[j] == "]":
        return True  # the mark of a note
    if low[number.first].isdecimal() and (low[number.first][0] == "0" < low[number.first][1:] or _bare_beside(reading, k) or _bare_beside(reading, j)):
        return True  # 0113 496 0000
    if (low[j] == "/" and low[j + 1][:1].isdecimal()) or (low[k] == "/" and low[k - 1][:1].isdecimal()):
        return True  # a date in figures
    if k > 0 and tokens.glued(k) and tokens.glued(k - 1):
        before = low[k - 1][-1:]
        if (low[k] in _IN_ADDRESSES and before.isalnum()) or low[k] == before == "/" or (low[k] == "-" and before.isalpha() and len(low[number.first]) > 3):
            return True  # ?id=4087, //112., -49475.html
    behind = low[j] in _JOINTS and tokens.glued(j - 1) and tokens.glued(j) and low[j + 1][:1].isdecimal()
    return behind or (k >= 0 and low[k] in _JOINTS and tokens.glued(k) and (low[k] == "+" or (k > 0 and tokens.glued(k - 1) and low[k - 1][-1:].isdecimal())))


def _bare_beside(reading: Reading, k: int) -> bool:
    """Whether token k is digits that nothing has taken."""
    return k >= 0 and reading.tokens.low[k].isdecimal() and not reading.taken[k]


KIND = Kind("number", 95, "quantity", read)
