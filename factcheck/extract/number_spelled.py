"""Numerals in words: "two hundred and thirty-eight", "three point two", "twenty-first", "two hundredth"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.number import DASHES, ONE, number_tables
from factcheck.extract.number_parts import part_at
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import table

_LARGE = Decimal(10) ** 12
_DEFINITE = frozenset("the its his her their our my".split())  # "the one millionth visitor", but "one millionth of a second"


def spelled(tokens: Tokens, i: int) -> tuple[Decimal, int, bool] | None:
    """A cardinal or ordinal in words from token i: value, last token, whether it is an ordinal."""
    units, tens, multipliers, _, ordinals, _ = number_tables()
    low, size = tokens.low, len(tokens.words)
    total, group, last, j = Decimal(0), Decimal(0), i, i
    can_unit, can_ten, before_and = True, True, False
    smallest = Decimal("Infinity")  # multipliers only get smaller: a million, two thousand, three hundred
    while j < size:
        word = low[j]
        if word in tens and can_ten and can_unit:
            group, can_ten, last = group + tens[word], False, j
        elif word in units and can_unit and (can_ten or units[word] < 10):
            group, can_unit, last = group + units[word], False, j
        elif word in multipliers and word != "score" and (group or total) and (j == last + 1 or (j == last + 2 and low[j - 1] in DASHES)):
            scale = multipliers[word]
            if not group and 0 < total < _LARGE and scale > smallest:
                total, smallest, last = total * scale, scale, j  # three lakh crore
                j += 1
                continue
            if scale >= smallest or (scale == 100 and group >= 100):
                break
            if scale == 100:
                group *= scale
            else:
                if scale == 12:  # a hundred and two dozen are a hundred, and two dozen
                    few = group % 100 or group
                    return total + group + few * 11, j, False
                smallest = scale
                total, group = total + (group or ONE) * scale, Decimal(0)
            can_unit = can_ten = True
            last = j
        elif word in ordinals and j > i and _closes(word, low[j - 1], group, total, can_unit, can_ten) and (group + total > 1 or low[i - 1] in _DEFINITE):
            rank = ordinals[word]
            return (total + group * rank if rank >= 100 else total + group + rank), j, True
        elif (word in DASHES and j == last + 1 and j + 1 < size and (low[j + 1] in multipliers or (_small(low[j + 1]) and not can_ten and can_unit))) or (
            word == "and" and j == last + 1 and (group >= 100 or total) and not before_and and _goes_on(tokens, j + 1)
        ):
            before_and = word == "and"
        else:
            break
        j += 1
    return (total + group, last, False) if last >= i else None


def _closes(word: str, before: str, group: Decimal, total: Decimal, can_unit: bool, can_ten: bool) -> bool:
    """Whether an ordinal ends the numeral: "twenty-first", "hundred and second", "two hundredth"; not "two first goals"."""
    rank = number_tables()[4][word]
    if rank >= 100:
        return bool(group) and rank >= 1000 * (group >= 1000) and before not in DASHES | {"and"}
    if before == "and":
        return can_unit and (group >= 100 or bool(total) or not can_ten)
    return before in DASHES and can_unit and not can_ten and rank < 10


def _goes_on(tokens: Tokens, j: int) -> bool:
    """Whether the numeral goes on behind "and": "two hundred and six", not "one hundred and three quarters"."""
    units, tens, _, _, ordinals, _ = number_tables()
    word = tokens.low[j]
    if word in units or word in tens:
        return part_at(tokens, j) is None
    return word in ordinals


def _small(word: str) -> bool:
    units, _, _, _, ordinals, _ = number_tables()
    return units.get(word, Decimal(99)) < 10 or ordinals.get(word, Decimal(99)) < 10


def point_behind(tokens: Tokens, j: int) -> tuple[Decimal, Decimal, int] | None:
    """Decimals in words from the token "point" on: their value, the step of the last, the last token.

    "five point two", "two hundred point zero three", "nought point eleven"
    """
    units, tens, *_ = number_tables()
    spoken = table("numerals")["digit_words"]
    digits, k = "", j + 1
    while len(digits) < 12:
        word = tokens.low[k]
        if word in spoken:
            digits += str(spoken[word])
        elif word in tens:
            value = tens[word]
            behind = k + 2 if tokens.low[k + 1] in DASHES else k + 1
            if 0 < units.get(tokens.low[behind], 0) < 10:
                value, k = value + units[tokens.low[behind]], behind
            digits += str(value)
        elif word in units:
            digits += str(units[word])
        else:
            break
        k += 1
    if not digits:
        return None
    step = ONE.scaleb(-len(digits))
    return Decimal(digits) * step, step, k - 1
