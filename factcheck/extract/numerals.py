"""Numerals: "1.2 million", "two hundred and thirty-eight", "20-30", "a dozen", "one in five", "tens of thousands".

A numeral is read to the numbers it allows before any hedge: bounds, the value as written, and the step of its last digit,
which is its precision.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from factcheck.extract.tokens import Tokens
from factcheck.lexicon import table

ONE = Decimal(1)
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?\Z")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\Z")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?\Z")
_EUROPEAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+\Z|[0-9]{1,3}(?:\.[0-9]{3}){2,}\Z")
_COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}\Z")
_DASHES = frozenset("-–—‑")
MAX_DIGITS = 40


class Number:
    """A numeral in a text.

    first, last: its tokens, both included; low, high: bounds; value: as written (the midpoint says nothing, so the lower
    end of a range); step: the weight of the last digit given; form: "digits", "words", "range", "vague", "fraction",
    "ordinal" or "ratio"; hedge, start: set by the hedges around it, start being the first token with them.
    """

    __slots__ = ("first", "form", "hedge", "high", "last", "low", "negated", "start", "step", "stop", "value")

    def __init__(self, first: int, last: int, low: Decimal, high: Decimal, step: Decimal, form: str, value: Decimal | None = None) -> None:
        self.first = first
        self.last = last
        self.low = low
        self.high = high
        self.step = step
        self.form = form
        self.value = low if value is None else value
        self.hedge: str | None = None
        self.negated = False
        self.start = first
        self.stop = last


@cache
def _words() -> tuple[dict[str, Any], ...]:
    found = table("numerals")
    as_decimal = {key: {w: Decimal(n) for w, n in found[key].items()} for key in ("units", "tens", "multipliers", "suffixes", "ordinals", "fractions")}
    return as_decimal["units"], as_decimal["tens"], as_decimal["multipliers"], as_decimal["suffixes"], as_decimal["ordinals"], as_decimal["fractions"]


@cache
def number_words() -> frozenset[str]:
    """Every word that can begin a numeral, in lower case."""
    found = table("numerals")
    keys = ("units", "tens", "multipliers", "vague", "indefinite", "ordinals", "fractions", "fraction_signs")
    return frozenset(w for key in keys for w in found[key]) | {"tens", "both"}


def parse_digits(word: str) -> tuple[Decimal, Decimal] | None:
    """A token of digits and separators as its value and the step of its last digit; None if it is no one number.

    >>> parse_digits("1,150")
    (Decimal('1150'), Decimal('1'))
    >>> parse_digits("7.6")
    (Decimal('7.6'), Decimal('0.1'))
    """
    if len(word) > MAX_DIGITS:
        return None
    if _PLAIN.match(word):
        plain = word
    elif _ENGLISH.match(word) or _INDIAN.match(word):
        plain = word.replace(",", "")
    elif _EUROPEAN.match(word):
        plain = word.replace(".", "").replace(",", ".")
    elif _COMMA_DECIMAL.match(word):
        plain = word.replace(",", ".")
    else:
        return None
    value = Decimal(plain)
    point = plain.find(".")
    return value, ONE if point < 0 else Decimal(1).scaleb(point + 1 - len(plain))




def read_number(tokens: Tokens, i: int) -> Number | None:
    """The numeral that begins at token i, or None."""
    found = tokens.words
    size = len(found)
    word = found[i]
    units, tens, multipliers, suffixes, ordinals, fractions = _words()
    first_char = word[0]
    if "0" <= first_char <= "9":
        parsed = parse_digits(word)
        if parsed is None:
            return None
        value, step = parsed
        last, form = i, "digits"
        if last + 1 < size:
            nxt = found[last + 1]
            if tokens.glued(last):
                if nxt in suffixes and not (last + 2 < size and tokens.glued(last + 1) and found[last + 2][0].isalnum()):
                    scale = suffixes[nxt]
                    # "30m" is metres or minutes as often as millions; money and hedged counts decide, see kinds.
                    if nxt in ("bn", "tn", "mn", "mln", "k", "K") or _money_before(tokens, i):
                        return _ranged(tokens, Number(i, last + 1, value * scale, value * scale, step * scale, form))
                elif nxt in ("st", "nd", "rd", "th"):
                    return Number(i, last + 1, value, value, ONE, "ordinal")
                elif nxt == "/" and last + 2 < size and tokens.glued(last + 1) and found[last + 2].isdigit():
                    return _slashed(tokens, i, value)
                elif nxt == "-" and last + 2 < size and found[last + 2].lower() in multipliers:
                    last += 1
                    nxt = found[last + 1]
            elif nxt == "in" and value < 10 and step == ONE and last + 2 < size:
                share = _one_in(tokens, i, last + 2, value)
                if share is not None:
                    return share
            elif nxt.isdigit() and last + 3 < size and found[last + 2] == "/" and tokens.glued(last + 1) and found[last + 3].isdigit():
                below = Decimal(found[last + 3])
                if below and Decimal(nxt) < below:  # 2 1/2
                    value += Decimal(nxt) / below
                    return Number(i, last + 3, value, value, ONE / below, form)
            while last + 1 < size and found[last + 1].lower() in multipliers and multipliers[found[last + 1].lower()] >= 12:
                scale = multipliers[found[last + 1].lower()]
                if scale == 20:
                    break
                value, step, last = value * scale, step * scale, last + 1
        return _ranged(tokens, Number(i, last, value, value, step, form))
    lower = word.lower()
    special = _vague(tokens, i, lower)
    if special is not None:
        return special
    if lower in units or lower in tens:
        spelled = _spelled(tokens, i)
        if spelled is None:
            return None
        value, last, ordinal = spelled
        if ordinal:
            return Number(i, last, value, value, ONE, "ordinal")
        number = Number(i, last, value, value, ONE if last == i or value % 10 else _round_step(value), "words")
        if last + 1 < size:
            nxt = found[last + 1].lower()
            j = last + 2 if nxt in _DASHES and last + 2 < size else last + 1
            nxt = found[j].lower()
            if nxt in fractions and value < fractions[nxt] and (nxt.endswith("s") or (value == 1 and nxt not in ("second",))):
                share = value / fractions[nxt]
                return Number(i, j, share, share, Decimal("0.01"), "fraction")
            if nxt == "in" and j + 1 < size and (value < 10):
                return _one_in(tokens, i, j + 1, value) or _ranged(tokens, number)
            if nxt == "and" and found[min(j + 1, size - 1)].lower() == "a" and found[min(j + 2, size - 1)].lower() == "half":
                number = Number(i, j + 2, value + Decimal("0.5"), value + Decimal("0.5"), Decimal("0.1"), "words")
                if j + 3 < size and found[j + 3].lower() in multipliers:
                    scale = multipliers[found[j + 3].lower()]
                    number = Number(i, j + 3, number.low * scale, number.high * scale, Decimal("0.1") * scale, "words")
                return number
            if nxt == "out" and found[min(j + 1, size - 1)].lower() == "of" and j + 2 < size:
                return _one_in(tokens, i, j + 2, value) or _ranged(tokens, number)
        return _ranged(tokens, number)
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


def _round_step(value: Decimal) -> Decimal:
    step = ONE
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def _money_before(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.words[i - 1] in ("$", "€", "£", "¥", "₹")


def _spelled(tokens: Tokens, i: int) -> tuple[Decimal, int, bool] | None:
    """A cardinal or ordinal in words from token i: value, last token, whether it is an ordinal."""
    units, tens, multipliers, _, ordinals, _ = _words()
    found, size = tokens.words, len(tokens.words)
    total, group, last, j = Decimal(0), Decimal(0), i, i
    can_unit, can_ten, before_and = True, True, False
    while j < size:
        word = found[j].lower()
        if word in tens and can_ten and can_unit:
            group, can_ten, last = group + tens[word], False, j
        elif word in units and can_unit and (can_ten or units[word] < 10):
            group, can_unit, last = group + units[word], False, j
        elif word in multipliers and word not in ("score",) and (group or total) and j == last + 1:
            scale = multipliers[word]
            if scale == 100:
                group *= scale
            else:
                total, group = total + (group or ONE) * scale, Decimal(0)
                if word == "dozen":
                    return total, j, False
            can_unit = can_ten = True
            last = j
        elif word in ordinals and j > i and can_unit and found[j - 1] in _DASHES | {"and"} and ordinals[word] < 10 and not can_ten:
            return total + group + ordinals[word], j, True
        elif (word in _DASHES and j == last + 1 and j + 1 < size and _small(found[j + 1].lower()) and not can_ten and can_unit) or (
            word == "and" and j == last + 1 and (group >= 100 or total) and j + 1 < size and _cardinal(found[j + 1].lower()) and not before_and
        ):
            before_and = word == "and"
        else:
            break
        j += 1
    return (total + group, last, False) if last >= i else None


def _small(word: str) -> bool:
    units, _, _, _, ordinals, _ = _words()
    return units.get(word, Decimal(99)) < 10 or ordinals.get(word, Decimal(99)) < 10


def _cardinal(word: str) -> bool:
    units, tens, *_ = _words()
    return word in units or word in tens


def _slashed(tokens: Tokens, i: int, above: Decimal) -> Number | None:
    """7.6/10 is a rating, 1/2 a fraction; 21/11/2022 is a date and left alone."""
    found, j = tokens.words, i + 2
    if tokens.glued(j) and j + 1 < len(found) and found[j + 1] == "/":
        return None
    below = Decimal(found[j])
    if not below:
        return None
    if below in (5, 10, 20, 100) and above <= below:
        number = Number(i, j, above, above, ONE if above == above.to_integral_value() else Decimal("0.1"), "ratio")
        return number
    if above < below <= 16:
        return Number(i, j, above / below, above / below, Decimal("0.01"), "fraction")
    return None


def _one_in(tokens: Tokens, i: int, j: int, above: Decimal) -> Number | None:
    """ "one in five", "3 out of 10": a share."""
    units, tens, *_ = _words()
    if tokens.words[j].lower() == "every" and j + 1 < len(tokens.words):
        j += 1
    word = tokens.words[j].lower()
    below = Decimal(word) if word.isdigit() and word.isascii() and len(word) < 5 else units.get(word) or tens.get(word)
    if not below or above >= below or below < 2 or below > 1000:
        return None
    if j + 1 < len(tokens.words) and tokens.words[j + 1].lower() in ("years", "months", "weeks", "days", "decades", "hours", "minutes"):
        return None
    return Number(i, j, above / below, above / below, Decimal("0.01"), "fraction")


def _vague(tokens: Tokens, i: int, lower: str) -> Number | None:
    """Numerals that stand for a spread: dozens, tens of thousands, half, a couple, several."""
    data = table("numerals")
    found, size = tokens.words, len(tokens.words)
    if lower in ("tens", "hundreds", "thousands") and i + 2 < size and found[i + 1].lower() == "of":
        phrase = f"{lower} of {found[i + 2].lower()}"
        if phrase in data["vague_of"]:
            low, high = data["vague_of"][phrase]
            return Number(i, i + 2, Decimal(low), Decimal(high), ONE, "vague")
    if lower in data["vague"]:
        low, high = data["vague"][lower]
        return Number(i, i, Decimal(low), Decimal(high), ONE, "vague")
    if lower in ("couple", "handful", "few") and i and found[i - 1].lower() == "a":
        low, high = data["indefinite"][lower]
        if i + 1 < size and found[i + 1].lower() in ("dozen", "hundred", "thousand", "million", "billion"):
            scale = Decimal(data["multipliers"][found[i + 1].lower()])
            return Number(i - 1, i + 1, Decimal(2) * scale, Decimal(high if lower != "few" else 6) * scale, scale, "vague", Decimal(2) * scale)
        last = i + 1 if i + 1 < size and found[i + 1].lower() == "of" and lower != "few" else i
        return Number(i - 1, last, Decimal(low), Decimal(high), ONE, "vague")
    if lower == "several":
        if i + 1 < size and found[i + 1].lower() in ("dozen", "hundred", "thousand", "million", "billion"):
            scale = Decimal(data["multipliers"][found[i + 1].lower()])
            return Number(i, i + 1, 2 * scale, 20 * scale, scale, "vague")
        return Number(i, i, Decimal(3), Decimal(20), ONE, "vague")
    if lower == "half" and i + 1 < size:
        if found[i + 1].lower() in ("a", "of", "the", "its", "their", "all"):
            if found[i + 1].lower() == "a":
                nxt = found[i + 2].lower() if i + 2 < size else ""
                scale = data["multipliers"].get(nxt)
                if scale:
                    return Number(i, i + 2, Decimal(scale) / 2, Decimal(scale) / 2, Decimal(scale) / 10, "words")
                return None
            return Number(i, i, Decimal("0.5"), Decimal("0.5"), Decimal("0.02"), "fraction")
        return None
    if lower in data["fraction_signs"]:
        above, below = data["fraction_signs"][lower]
        value = Decimal(above) / Decimal(below)
        return Number(i, i, value, value, Decimal("0.01"), "fraction")
    return None


def _ranged(tokens: Tokens, number: Number) -> Number:
    """Join a second numeral to a range: 20-30, 20 to 30, between 20 and 30."""
    found, size = tokens.words, len(tokens.words)
    j = number.last + 1
    if j + 1 >= size or number.form not in ("digits", "words"):
        return number
    link = found[j].lower()
    before = found[number.first - 1].lower() if number.first else ""
    joined = (
        (link in _DASHES and link != "—" and found[j + 1][0].isdigit() and tokens.glued(j))
        or link == "to"
        or (link == "and" and before == "between")
    )
    if not joined:
        return number
    if before in _DASHES or (link in _DASHES and number.first and tokens.glued(number.first - 1) and before not in ("$", "€", "£")):
        return number  # 3-4-5, a telephone number, a score in a run of scores
    k = j + 1
    if found[k] in ("$", "€", "£") and k + 1 < size:
        k += 1
    second = _bare(tokens, k)
    if second is None or second.low <= number.low:
        return number
    low, step = number.low, min(number.step, second.step)
    if second.step > number.step and second.low / max(number.low, ONE) > 50 and second.last > k:
        low = number.low * (second.low / parse_digits(found[k])[0]) if parse_digits(found[k]) else number.low  # 2-3 million
    if low >= second.low:
        return number
    if link == "to" and before != "from" and not _same_sort(tokens, number, second):
        return number
    return Number(number.first, second.last, low, second.low, step, "range", low)


def _same_sort(tokens: Tokens, a: Number, b: Number) -> bool:
    """ "12 to 20 people" is a range; "rose 5 to 20" and "two to Paris" are not."""
    before = tokens.words[a.first - 1].lower() if a.first else ""
    return b.low <= a.low * 20 and before not in ("by", "of", "won", "lost", "beat", "win", "victory", "rose", "fell")


def _bare(tokens: Tokens, i: int) -> Number | None:
    units, tens, multipliers, suffixes, _, _ = _words()
    word = tokens.words[i]
    if "0" <= word[0] <= "9":
        parsed = parse_digits(word)
        if parsed is None:
            return None
        value, step, last = parsed[0], parsed[1], i
        if tokens.glued(i) and i + 1 < len(tokens.words) and tokens.words[i + 1] in ("bn", "tn", "mn", "k", "m"):
            scale = suffixes[tokens.words[i + 1]]
            if tokens.words[i + 1] != "m" or _money_before(tokens, i):
                return Number(i, i + 1, value * scale, value * scale, step * scale, "digits")
        while last + 1 < len(tokens.words) and multipliers.get(tokens.words[last + 1].lower(), 0) >= 100:
            scale = multipliers[tokens.words[last + 1].lower()]
            value, step, last = value * scale, step * scale, last + 1
        return Number(i, last, value, value, step, "digits")
    if word.lower() in units or word.lower() in tens:
        spelled = _spelled(tokens, i)
        if spelled and not spelled[2]:
            return Number(i, spelled[1], spelled[0], spelled[0], ONE, "words")
    return None
