"""Numerals: "1.2 million", "two hundred and thirty-eight", "20-30", "a dozen", "one in five", "tens of thousands".

A numeral is read to the numbers it allows before any hedge: bounds, the value as written, and the step of its last digit,
which is its precision.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.number import DASHES, HALF, ONE, Number, money_before, number_tables, number_words, parse_digits, spelled
from factcheck.extract.number_ranges import ranged
from factcheck.extract.number_shares import of_a_million, one_in, slashed
from factcheck.extract.tokens import Tokens
from factcheck.extract.vague_numbers import vague
from factcheck.lexicon import by_word

__all__ = ["Number", "number_words", "parse_digits", "read_number"]

_BY_THE_METRE = frozenset("hurdles sprints waves trees towers walls fences finals races cliffs yachts ships boats sails masts".split())


def read_number(tokens: Tokens, i: int) -> Number | None:
    """The numeral that begins at token i, or None."""
    found = tokens.words
    size = len(found)
    word = found[i]
    units, tens, multipliers, suffixes, ordinals, fractions = number_tables()
    first_char = word[0]
    if "0" <= first_char <= "9":
        parsed = None if i and tokens.glued(i - 1) and _in_a_name(tokens, i) else parse_digits(word)
        if parsed is None:
            return None
        value, step = parsed
        last, form = i, "digits"
        while len(word) <= 3 and step == ONE and last + 2 < size and found[last + 1] == "," and found[last + 2] == "000" and tokens.glued(last):
            value, last = value * 1000, last + 2  # a space has slipped in behind the separator: 170, 000
        if last + 1 < size:
            nxt = found[last + 1]
            if tokens.glued(last):
                if nxt in suffixes and not (last + 2 < size and tokens.glued(last + 1) and found[last + 2][0].isalnum()):
                    scale = suffixes[nxt]
                    # "30m" is metres or minutes as often as millions; money and hedged counts decide, see kinds.
                    if nxt in ("bn", "tn", "mn", "mln", "k", "K") or money_before(tokens, i) or _things_follow(tokens, last + 2):
                        return ranged(tokens, Number(i, last + 1, value * scale, value * scale, step * scale, form))
                elif nxt in ("st", "nd", "rd", "th"):
                    return Number(i, last + 1, value, value, ONE, "ordinal")
                elif nxt == "/" and last + 2 < size and tokens.glued(last + 1) and found[last + 2].isdecimal():
                    return slashed(tokens, i, value)
                elif nxt == "-" and last + 2 < size and found[last + 2].lower() in multipliers:
                    last += 1
                    nxt = found[last + 1]
            elif nxt == "in" and value < 10 and step == ONE and last + 2 < size:
                share = one_in(tokens, i, last + 2, value)
                if share is not None:
                    return share
            elif nxt == "out" and step == ONE and last + 3 < size and found[last + 2].lower() == "of":
                share = one_in(tokens, i, last + 3, value)
                if share is not None and _things_follow(tokens, share.last + 1):
                    return share
            elif nxt.isdecimal() and last + 3 < size and found[last + 2] == "/" and tokens.glued(last + 1) and found[last + 3].isdecimal():
                below = Decimal(found[last + 3])
                if below and Decimal(nxt) < below:  # 2 1/2
                    value += Decimal(nxt) / below
                    return Number(i, last + 3, value, value, ONE / below, form)
            while last + 1 < size and found[last + 1].lower() in multipliers and multipliers[found[last + 1].lower()] >= 12:
                scale = multipliers[found[last + 1].lower()]
                if scale == 20:
                    break
                value, step, last = value * scale, step * scale, last + 1
        return ranged(tokens, Number(i, last, value, value, step, form))
    lower = word.lower()
    special = vague(tokens, i, lower)
    if special is not None:
        return special
    if lower in units or lower in tens:
        if i > 1 and found[i - 1] == "-" and tokens.glued(i - 1) and tokens.glued(i - 2) and found[i - 2].isalpha() and found[i - 2].lower() not in tens:
            return None  # the tail of a compound, or of a misspelt number: "fourty-seven" is not seven
        in_words = spelled(tokens, i)
        if in_words is None:
            return None
        value, last, ordinal = in_words
        if ordinal:
            return Number(i, last, value, value, ONE, "ordinal")
        number = Number(i, last, value, value, ONE if last == i or value % 10 else _round_step(value), "words")
        if last + 1 < size:
            nxt = found[last + 1].lower()
            j = last + 2 if nxt in DASHES and last + 2 < size else last + 1
            nxt = found[j].lower()
            if nxt in fractions and value < fractions[nxt] and (nxt.endswith("s") or (value == 1 and nxt not in ("second",))):
                share = value / fractions[nxt]
                return of_a_million(tokens, Number(i, j, share, share, Decimal("0.01"), "fraction"))
            if nxt == "in" and j + 1 < size and (value < 10):
                return one_in(tokens, i, j + 1, value) or ranged(tokens, number)
            if nxt == "and" and found[min(j + 1, size - 1)].lower() == "a" and found[min(j + 2, size - 1)].lower() == "half":
                number = Number(i, j + 2, value + HALF, value + HALF, HALF, "words")
                if j + 3 < size and found[j + 3].lower() in multipliers:
                    scale = multipliers[found[j + 3].lower()]
                    number = Number(i, j + 3, number.low * scale, number.high * scale, Decimal("0.1") * scale, "words")
                return number
            if nxt == "out" and found[min(j + 1, size - 1)].lower() == "of" and j + 2 < size:
                return one_in(tokens, i, j + 2, value) or ranged(tokens, number)
        return ranged(tokens, number)
    if lower in fractions and i and found[i - 1].lower() == "a" and i + 1 < size and found[i + 1].lower() == "of":
        share = ONE / fractions[lower]
        return of_a_million(tokens, Number(i - 1, i, share, share, Decimal("0.01"), "fraction"))
    if lower in ordinals:
        return Number(i, i, ordinals[lower], ordinals[lower], ONE, "ordinal")
    if lower in multipliers and i and found[i - 1].lower() in ("a", "per"):
        if found[i - 1].lower() == "per":
            return None
        value, last = multipliers[lower], i
        while last + 1 < size and found[last + 1].lower() in multipliers:
            last += 1
            value *= multipliers[found[last].lower()]
        return Number(i - 1, last, value, value, value if value > 12 else ONE, "words")
    return None


def _in_a_name(tokens: Tokens, i: int) -> bool:
    """G20, F-16, Covid-19: digits that are part of a name; not Rs500, US$3 or mid-2020."""
    k = i - 1
    if k < 0 or not tokens.glued(k):
        return False
    if tokens.words[k] in DASHES:
        k -= 1
        if k < 0 or not tokens.glued(k) or not tokens.words[k][0].isupper():
            return False
    return tokens.words[k].isalpha() and tokens.low[k] not in by_word("units", "currency_words")


def _things_follow(tokens: Tokens, i: int) -> bool:
    """Whether a plural of what is counted follows, so that "3.4m people" is millions and "100m hurdles" is not."""
    low = tokens.low[i]
    if not low.isalpha() or low in _BY_THE_METRE:
        return False
    return low in ("people", "men", "women", "children", "others") or (len(low) > 3 and low[-1] == "s" and not low.endswith(("ss", "us", "is")))


def _round_step(value: Decimal) -> Decimal:
    step = ONE
    while value and value % (step * 10) == 0:
        step *= 10
    return step
