"""Numerals: "1.2 million", "two hundred and thirty-eight", "20-30", "a dozen", "one in five", "tens of thousands".

A numeral is read to the numbers it allows before any hedge: bounds, the value as written, and the step of its last digit,
which is its precision.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.number import DASHES, ONE, Number, number_tables, number_words, parse_digits, parts_of
from factcheck.extract.number_digits import read_digits, things_follow
from factcheck.extract.number_parts import mixed, of_a_million, part_of_one
from factcheck.extract.number_ranges import ranged
from factcheck.extract.number_shares import one_in, one_over, slashed
from factcheck.extract.number_signs import signed
from factcheck.extract.number_spelled import point_behind, spelled
from factcheck.extract.tokens import Tokens
from factcheck.extract.vague_numbers import vague

__all__ = ["Number", "number_words", "parse_digits", "read_number"]

_HUNDREDTH = Decimal("0.01")


def read_number(tokens: Tokens, i: int) -> Number | None:
    """The numeral that begins at token i, or None."""
    found = _in_digits(tokens, i) if "0" <= tokens.words[i][0] <= "9" else _in_words(tokens, i)
    if found is None or found.form not in ("digits", "words", "fraction"):
        return found
    found = signed(tokens, found)
    return found if found.form == "fraction" else ranged(tokens, found)


def _in_digits(tokens: Tokens, i: int) -> Number | None:
    number = read_digits(tokens, i)
    if number is None:
        return None
    low, value, j = tokens.low, number.value, number.last + 1
    nxt = low[j]
    if not nxt or number.last > i or number.first < i:
        return mixed(tokens, number) if nxt in ("and", "-") else number
    whole = number.step == ONE
    if tokens.glued(i):
        if nxt in ("st", "nd", "rd", "th"):
            return Number(i, j, value, value, ONE, "ordinal")
        if nxt == "/" and low[j + 1].isdecimal() and tokens.glued(j):
            return slashed(tokens, i, value)
    elif nxt == "in" and value < 10 and whole:
        return one_in(tokens, i, j + 1, value) or number
    elif nxt == "out" and whole and low[j + 1] == "of":
        share = one_in(tokens, i, j + 2, value)
        return share if share is not None and things_follow(tokens, share.last + 1) else number
    elif nxt == "over" and value == 1:
        return one_over(tokens, i, j + 1) or number
    if whole and nxt in number_tables()[5] and nxt[-1] == "s" and nxt not in ("quarters", "halves"):
        return part_of_one(tokens, i, j, value) or number
    return mixed(tokens, number)


def _in_words(tokens: Tokens, i: int) -> Number | None:
    units, tens, multipliers, _, ordinals, fractions = number_tables()
    low = tokens.low
    word = low[i]
    special = vague(tokens, i, word)
    if special is not None:
        return special
    before = low[i - 1] if i else ""
    if word in units or word in tens:
        if i > 1 and before == "-" and tokens.glued(i - 1) and tokens.glued(i - 2) and low[i - 2].isalpha() and low[i - 2] not in tens:
            return None  # the tail of a compound, or of a misspelt number: "fourty-seven" is not seven
        return _cardinal(tokens, i)
    if word in fractions and before == "a":
        behind = low[i + 1]
        if behind in ("of", "million", "billion", "trillion") or (behind in DASHES and low[i + 2] in ("million", "billion", "trillion")):
            share = parts_of(ONE, fractions[word])
            return of_a_million(tokens, Number(i - 1, i, share, share, _HUNDREDTH, "fraction"))
        if fractions[word] >= 100 and not behind.isalpha():
            return part_of_one(tokens, i - 1, i, ONE)  # a trillionth
    if word in ordinals:
        return Number(i, i, ordinals[word], ordinals[word], ONE, "ordinal")
    if word in multipliers and before == "a":
        value, last = multipliers[word], i
        while low[last + 1] in multipliers:
            last += 1
            value *= multipliers[low[last]]
        if low[last + 1] in fractions and low[last + 1][-1] == "s" and low[last + 1] not in ("quarters", "halves"):
            return part_of_one(tokens, i - 1, last + 1, value)
        if low[last + 1] == "and":  # a hundred and six
            more = spelled(tokens, last + 2) if low[last + 2] in units or low[last + 2] in tens else None
            if more and not more[2] and more[0] < 100 <= value:
                return Number(i - 1, more[1], value + more[0], value + more[0], ONE, "words")
        return Number(i - 1, last, value, value, value if value > 12 else ONE, "words")
    return None


def _cardinal(tokens: Tokens, i: int) -> Number | None:
    """A number in words with what may follow it: a point, a part, another number it is a share of."""
    multipliers, fractions = number_tables()[2], number_tables()[5]
    in_words = spelled(tokens, i)
    if in_words is None:
        return None
    value, last, ordinal = in_words
    low = tokens.low
    if ordinal:
        return Number(i, last, value, value, ONE, "ordinal")
    nxt = low[last + 1]
    if nxt == "point":
        point = point_behind(tokens, last + 1)
        if point is not None:
            part, step, last = point
            value, scale = value + part, multipliers.get(low[last + 1], ONE)
            return Number(i, last + (scale > 1), value * scale, value * scale, step * scale, "words")
    number = Number(i, last, value, value, ONE if last == i or value % 10 else _round_step(value), "words")
    j = last + 2 if nxt in DASHES else last + 1
    nxt = low[j]
    if nxt in fractions or nxt in number_tables()[1]:
        part = part_of_one(tokens, i, j, value)
        if part is not None:
            return part
    if nxt == "in" and value < 10:
        return one_in(tokens, i, j + 1, value) or number
    if nxt == "and":
        return mixed(tokens, number)
    if nxt == "out" and low[j + 1] == "of":
        return one_in(tokens, i, j + 2, value) or number
    if nxt == "over" and value == 1:
        return one_over(tokens, i, j + 1) or number
    return number


def _round_step(value: Decimal) -> Decimal:
    step = ONE
    while value and value % (step * 10) == 0:
        step *= 10
    return step
