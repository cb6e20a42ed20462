"""Parts in words and signs, and mixed numbers: "three quarters", "one twenty-fifth", "2½", "five and a half million"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.number import DASHES, ONE, Number, number_tables, parts_of, tidy, unit_words
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import table

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_COUNTED_TOO = frozenset(("quarters", "halves", "seconds", "fourths"))  # "five quarters of growth" are five
_PART_OR_RANK = frozenset(("third", "fifth", "fourth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth", "twentieth", "thirtieth"))


def denominator(tokens: Tokens, k: int) -> tuple[Decimal, int, bool] | None:
    """What a part is a part of, from token k on: its number, its last token, whether it is a plural."""
    _, tens, _, _, ordinals, fractions = number_tables()
    low = tokens.low
    word = low[k]
    if word in fractions:
        return fractions[word], k, word[-1] == "s"
    if word in tens:
        behind = k + 2 if low[k + 1] in DASHES else k + 1
        unit = low[behind]
        plural = unit.endswith("s")
        rank = ordinals.get(unit.removesuffix("s")) or fractions.get(unit)
        if rank and rank < 10 and (plural or behind == k + 2):
            return tens[word] + rank, behind, plural
    return None


def part_at(tokens: Tokens, k: int) -> tuple[Decimal, int, Decimal] | None:
    """A part of one from token k on, as it stands behind "and": "a half", "three quarters", "1/2".

    Its value, its last token, and what one such part is.
    """
    low = tokens.low
    word = low[k]
    if word[:1].isdecimal():
        below = low[k + 2]
        if low[k + 1] == "/" and word.isdecimal() and below.isdecimal() and 0 < int(word) < int(below) <= 16:
            return parts_of(Decimal(word), Decimal(below)), k + 2, parts_of(ONE, Decimal(below))
        return None
    above = ONE if word in ("a", "an") else number_tables()[0].get(word)
    if not above:
        return None
    found = denominator(tokens, k + 2 if low[k + 1] in DASHES else k + 1)
    if found is None:
        return None
    parts, last, plural = found
    if above >= parts or plural != (above > 1) or (parts == 2 and low[last] == "second"):
        return None
    if low[last + 1] == "of" and _scale(tokens, last + 1)[1] == last:
        return None  # "two and a quarter of the rest" are two things
    if word in ("a", "an") and low[last] in _PART_OR_RANK and not (low[last + 1][-1:] == "s" or low[last + 1] in number_tables()[2]):
        return None  # "arrested two and a third" is one more
    return parts_of(above, parts), last, parts_of(ONE, parts)


def _scale(tokens: Tokens, j: int) -> tuple[Decimal, int]:
    """The multiplier behind a part, from token j on ("of a million", "million", "-million"): number and last token, or 1, j - 1."""
    low, multipliers = tokens.low, number_tables()[2]
    k = j
    if low[k] == "of" and low[k + 1] == "a":
        k += 2
    elif low[k] in DASHES:
        k += 1
    scale = multipliers.get(low[k])
    return (scale, k) if scale and scale > 100 else (ONE, j - 1)


def part_of_one(tokens: Tokens, first: int, at: int, above: Decimal) -> Number | None:
    """A part whose denominator begins at token `at`: "three quarters", "twenty-three fifths", "a quarter of a million"."""
    if tokens.low[at] in DASHES:
        at += 1
    found = denominator(tokens, at)
    if found is None:
        return None
    below, last, plural = found
    word = tokens.low[last]
    ten = number_tables()[1].get(tokens.low[at - 1 - (tokens.low[at - 1] in DASHES)])
    if ten and above > 100 and last == at and below < 10 and plural:
        above, below = above - ten, below + ten  # one hundred thirty-fifths
    if word == "second" or (above > 1) != plural or (above >= below and (word in _COUNTED_TOO or above == below)):
        return None
    return of_a_million(tokens, Number(first, last, parts_of(above, below), parts_of(above, below), _HUNDREDTH, "fraction"))


def of_a_million(tokens: Tokens, number: Number) -> Number:
    """ "a quarter of a million", "three quarters of a billion", "a quarter million": a number, no share."""
    scale, last = _scale(tokens, number.last + 1)
    low, j = tokens.low, number.last + 1
    if scale == ONE and low[j] == "of" and low[j + 1] in ("a", "an", "one") and low[j + 2] in unit_words():
        return Number(number.first, j + 1, number.value, number.value, _TENTH, "words")  # three quarters of a mile
    if scale > 1:
        value = tidy(number.value * scale)
        return Number(number.first, last, value, value, value / 10, "words")
    return number


def mixed(tokens: Tokens, number: Number) -> Number:
    """A number with the part that follows: "2½", "2 1/2", "2-1/2", "five and a half million", "3 million and a quarter"."""
    low, j = tokens.low, number.last + 1
    word = low[j]
    if word == "and":
        found = part_at(tokens, j + 1)
    elif word in DASHES and low[j + 1] == "and":
        found = part_at(tokens, j + 3 if low[j + 2] in DASHES else j + 2)
    elif word[:1].isdecimal() or (word in DASHES and tokens.glued(number.last) and tokens.glued(j)):
        at = j if word not in DASHES else j + 1
        found = part_at(tokens, at) if low[at][:1].isdecimal() and number.form == "digits" else None
    else:
        sign = table("numerals")["fraction_signs"].get(word) if number.form == "digits" else None
        found = (parts_of(Decimal(sign[0]), Decimal(sign[1])), j, parts_of(ONE, Decimal(sign[1]))) if sign else None
    if found is None:
        return number
    part, last, step = found
    own = number_tables()[2].get(low[number.last], ONE)
    scale, behind = _scale(tokens, last + 1) if low[last + 1] != "of" else (ONE, last)
    if own >= 1000:  # 3 million and a quarter: of a million; a billion and a quarter million: of a million, too
        by = scale if ONE < scale < own else own
        value, last = number.value + part * by, behind if by == scale else last
    else:
        by = scale
        value, last = (number.value + part) * by, behind
    return Number(number.first, last, tidy(value), tidy(value), step if by == ONE else by / 10, number.form)
