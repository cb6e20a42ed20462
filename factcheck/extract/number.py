"""A numeral and its parts: the record, digits with separators, and cardinals and ordinals in words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from factcheck.extract.tokens import Tokens
from factcheck.lexicon import table

ONE, HALF = Decimal(1), Decimal("0.5")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?\Z")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\Z")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?\Z")
_EUROPEAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+\Z|[0-9]{1,3}(?:\.[0-9]{3}){2,}\Z")
_COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}\Z")
DASHES = frozenset("-–—‑")
MONEY_SIGNS = frozenset("$€£¥₹")
MAX_DIGITS = 24  # more than decimals are exact to is no figure but a code


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
def number_tables() -> tuple[dict[str, Any], ...]:
    found = table("numerals")
    as_decimal = {key: {w: Decimal(n) for w, n in found[key].items()} for key in ("units", "tens", "multipliers", "suffixes", "ordinals", "fractions")}
    return as_decimal["units"], as_decimal["tens"], as_decimal["multipliers"], as_decimal["suffixes"], as_decimal["ordinals"], as_decimal["fractions"]


@cache
def number_words() -> frozenset[str]:
    """Every word that can begin a numeral, in lower case."""
    found = table("numerals")
    keys = ("units", "tens", "multipliers", "vague", "indefinite", "ordinals", "fractions", "fraction_signs")
    return frozenset(w for key in keys for w in found[key]) | {"tens", "both"}


@lru_cache(maxsize=16384)
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


def money_before(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.words[i - 1] in MONEY_SIGNS


@cache
def _joined() -> frozenset[str]:
    """Every word that a numeral in words can go on with."""
    units, tens, multipliers, _, ordinals, _ = number_tables()
    return frozenset((*units, *tens, *multipliers, *ordinals, *DASHES, "and"))


def spelled(tokens: Tokens, i: int) -> tuple[Decimal, int, bool] | None:
    """A cardinal or ordinal in words from token i: value, last token, whether it is an ordinal."""
    units, tens, multipliers, _, ordinals, _ = number_tables()
    found, size = tokens.words, len(tokens.words)
    if tokens.low[i + 1] not in _joined():  # most numerals in words are one word
        word = tokens.low[i]
        return units[word] if word in units else tens[word], i, False
    total, group, last, j = Decimal(0), Decimal(0), i, i
    can_unit, can_ten, before_and = True, True, False
    smallest = Decimal("Infinity")  # multipliers only get smaller: a million, two thousand, three hundred
    while j < size:
        word = found[j].lower()
        if word in tens and can_ten and can_unit:
            group, can_ten, last = group + tens[word], False, j
        elif word in units and can_unit and (can_ten or units[word] < 10):
            group, can_unit, last = group + units[word], False, j
        elif word in multipliers and word not in ("score",) and (group or total) and (j == last + 1 or (j == last + 2 and found[j - 1] in DASHES)):
            scale = multipliers[word]
            if scale >= smallest or (scale == 100 and group >= 100):
                break
            if scale == 100:
                group *= scale
            else:
                smallest = scale
                total, group = total + (group or ONE) * scale, Decimal(0)
                if word == "dozen":
                    return total, j, False
            can_unit = can_ten = True
            last = j
        elif word in ordinals and j > i and can_unit and found[j - 1] in DASHES | {"and"} and ordinals[word] < 10 and not can_ten:
            return total + group + ordinals[word], j, True
        elif (word in DASHES and j == last + 1 and j + 1 < size and (found[j + 1].lower() in multipliers or (_small(found[j + 1].lower()) and not can_ten and can_unit))) or (
            word == "and" and j == last + 1 and (group >= 100 or total) and j + 1 < size and _cardinal(found[j + 1].lower()) and not before_and
        ):
            before_and = word == "and"
        else:
            break
        j += 1
    return (total + group, last, False) if last >= i else None


def _small(word: str) -> bool:
    units, _, _, _, ordinals, _ = number_tables()
    return units.get(word, Decimal(99)) < 10 or ordinals.get(word, Decimal(99)) < 10


def _cardinal(word: str) -> bool:
    units, tens, *_ = number_tables()
    return word in units or word in tens
