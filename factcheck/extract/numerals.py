"""Numerals: "1.2 million", "two hundred and thirty-eight", "20-30", "a dozen", "one in five", "tens of thousands".

A numeral is read to the numbers it allows before any hedge: bounds, the value as written, and the step of its last digit,
which is its precision.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.extract.number import (
    DASHES,
    ONE,
    ZERO,
    Number,
    number_tables,
    number_words,
    parse_digits,
    parts_of,
    unit_words,
)
from factcheck.extract.number_digits import read_digits, things_follow
from factcheck.extract.number_habits import by_habit, of_two_readings
from factcheck.extract.number_parts import mixed, of_a_million, part_of_one
from factcheck.extract.number_ranges import ranged
from factcheck.extract.number_shares import one_in, one_over, slashed
from factcheck.extract.number_signs import signed
from factcheck.extract.number_spelled import point_behind, spelled
from factcheck.extract.tokens import Tokens
from factcheck.extract.vague_numbers import vague
from factcheck.lexicon import by_word, table, words

__all__ = ["Number", "number_words", "parse_digits", "read_number"]

_HUNDREDTH = Decimal("0.01")


_SIGNS = frozenset(("minus", "negative"))
_AFTER_A_PART = frozenset("in since from over this last to compared and after as on during for between within while".split())
_REPEATING = frozenset(("to", "and", "-", "–", "or"))


@cache
def _continued() -> tuple[frozenset[str], frozenset[str]]:
    """What can stand behind digits and be part of their numeral; units, which are so where a range repeats them."""
    units, tens, multipliers, suffixes, _, fractions = number_tables()
    signs = frozenset(table("numerals")["fraction_signs"]) | DASHES
    links = frozenset("to and or in out over through thru point ~ / ^ x × * · e".split())
    return frozenset((*multipliers, *(s.lower() for s in suffixes), *fractions)) | signs | links, unit_words()


def read_number(tokens: Tokens, i: int) -> Number | None:
    """The numeral that begins at token i, or None."""
    word = tokens.words[i]
    if tokens.low[i - 1] in ("but", "except") and tokens.low[i - 2] == "all":
        return None  # "all but two of the 20" are eighteen, which nobody has written
    if "0" <= word[0] <= "9":
        if _stands_alone(tokens, i):
            parsed = parse_digits(word)
            return None if parsed is None else Number(i, i, parsed[0], parsed[0], parsed[1], "digits")
        if _in_a_code(tokens, i):
            return None
        found = _in_digits(tokens, i)
    else:
        found = _in_words(tokens, i)
    if found is None or found.form not in ("digits", "words", "fraction"):
        return found
    found = signed(tokens, found)
    return found if found.form == "fraction" else ranged(tokens, found)


GROUPS = 4  # tokens to either side of digits that are looked at, which are two groups more


def _in_a_code(tokens: Tokens, i: int) -> bool:
    """Whether the digits are of three or more groups that hyphens join: 9-1-1, a telephone number, 20-4-1."""
    first = last = i
    while first > 1 and i - first < GROUPS and tokens.words[first - 1] == "-" and tokens.glued(first - 1) and tokens.glued(first - 2) and tokens.words[first - 2].isdecimal():
        first -= 2
    while last - i < GROUPS and tokens.low[last + 1] == "-" and tokens.glued(last) and tokens.glued(last + 1) and tokens.low[last + 2].isdecimal():
        last += 2
    return last - first > 3


def _stands_alone(tokens: Tokens, i: int) -> bool:
    """Whether the digits of token i are the whole numeral, as most are: a quick look that spares the long one."""
    low = tokens.low
    if i and (tokens.glued(i - 1) or low[i - 1] in _SIGNS):
        return False
    nxt = low[i + 1]
    if of_two_readings(tokens.words[i]):
        return False
    if nxt[:1].isalpha():
        if tokens.glued(i):
            return False
        continued, units = _continued()
        return nxt not in continued and (nxt not in units or low[i + 2] not in _REPEATING)
    return nxt in ("", ".", ";", ")") or (nxt == "," and low[i + 2] != "000")


def _in_digits(tokens: Tokens, i: int) -> Number | None:
    number = read_digits(tokens, i)
    if number is None:
        return None
    if number.last == i == number.first and of_two_readings(tokens.words[i]):
        return by_habit(tokens, number)
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
    if nxt in DASHES and low[j + 1] == "in" and low[j + 2] in DASHES and value < 10 and whole:
        return one_in(tokens, i, j + 2, value) or number
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
    if word == "no":
        return Number(i, i, ZERO, ZERO, ONE, "words") if low[i + 1] in words("numerals", "none_of") else _nobody(tokens, i, i + 1)
    if word == "nobody":
        return _nobody(tokens, i, i)
    if tokens.glued(i) and low[i + 1][:1].isdecimal():
        return None  # Twenty20
    special = vague(tokens, i, word)
    if special is not None:
        return special
    before = low[i - 1] if i else ""
    if word in units or word in tens:
        if i > 1 and before == "-" and tokens.glued(i - 1) and tokens.glued(i - 2) and low[i - 2][:1].isalnum() and low[i - 2] not in tens:
            return None  # the tail of a compound, or of a misspelt number: "fourty-seven" is not seven
        return _cardinal(tokens, i)
    if word in fractions and before == "a":
        behind = low[i + 1]
        if low[i - 2] == "by" and (not behind.isalpha() or behind in _AFTER_A_PART):
            return part_of_one(tokens, i - 1, i, ONE)  # fell by a third
        if behind in ("of", "million", "billion", "trillion") or (behind in DASHES and low[i + 2] in ("million", "billion", "trillion")):
            share = parts_of(ONE, fractions[word])
            return of_a_million(tokens, Number(i - 1, i, share, share, _HUNDREDTH, "fraction"))
        if fractions[word] >= 100 and not behind.isalpha():
            return part_of_one(tokens, i - 1, i, ONE)  # a trillionth
    if word in ordinals:
        return Number(i, i, ordinals[word], ordinals[word], ONE, "ordinal")
    if word == "hundred" and low[i + 1] == "and" and before in ("the", "its", "his", "her", "their", "a"):
        rank = (ordinals[low[i + 2]], i + 2, True) if low[i + 2] in ordinals else spelled(tokens, i + 2) if low[i + 2] in tens else None
        if rank and rank[2]:  # the hundred and first
            return Number(i, rank[1], 100 + rank[0], 100 + rank[0], ONE, "ordinal")
    if word in multipliers and before == "a" and (word != "score" or (low[i + 1] == "of" and things_follow(tokens, i + 2))):
        value, last = multipliers[word], i
        while low[last + 1] in multipliers and last - i < 3:
            last += 1
            value *= multipliers[low[last]]
        if low[last + 1] in fractions and low[last + 1][-1] == "s" and low[last + 1] not in ("quarters", "halves"):
            return part_of_one(tokens, i - 1, last + 1, value)
        if low[last + 1] == "and":  # a hundred and six
            more = spelled(tokens, last + 2) if low[last + 2] in units or low[last + 2] in tens else None
            if more and not more[2] and more[0] < 100 <= value:
                return Number(i - 1, more[1], value + more[0], value + more[0], ONE, "words")
        return mixed(tokens, Number(i - 1, last, value, value, value if value > 12 else ONE, "words"))
    return None


def _nobody(tokens: Tokens, i: int, last: int) -> Number | None:
    """ "No one was injured", "nobody has been arrested": nought of those to whom it happened."""
    low, k = tokens.low, last + 1
    if last > i and low[last] not in words("numerals", "nobody"):
        return None
    while low[k] in words("numerals", "auxiliaries"):
        k += 1
    befell = k > last + 1 and low[k] in by_word("families", "fate")
    return Number(i, last, ZERO, ZERO, ONE, "words") if befell else None


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
    number = Number(i, last, value, value, _step(value), "words")
    j = last + 2 if nxt in DASHES else last + 1
    nxt = low[j]
    if nxt in fractions or nxt in number_tables()[1]:
        whole = part_of_one(tokens, i, j, value)
        if whole is not None:
            return whole
    if nxt == "in" and value < 10:
        return one_in(tokens, i, j + 1, value) or number
    if nxt == "and":
        return mixed(tokens, number)
    if nxt == "out" and low[j + 1] == "of":
        return one_in(tokens, i, j + 2, value) or number
    if nxt == "over" and value == 1:
        return one_over(tokens, i, j + 1) or number
    return number


def _step(value: Decimal) -> Decimal:
    """How finely a number in words is given: "two hundred and forty" to the one as 240 is, "three million" to the million."""
    step = ONE
    while value >= 1000 and value % (step * 10) == 0:
        step *= 10
    return step
