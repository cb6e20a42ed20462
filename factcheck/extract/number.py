"""A numeral: the record, the tables of number words, and digits with separators."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import Any

from factcheck.extract.tokens import Tokens
from factcheck.lexicon import by_word, table

ZERO, ONE, HALF = Decimal(0), Decimal(1), Decimal("0.5")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?\Z")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\Z")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?\Z")
_EUROPEAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+\Z|[0-9]{1,3}(?:\.[0-9]{3}){2,}\Z")
_COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}\Z")
DASHES = frozenset("-–—‑")
MONEY_SIGNS = frozenset("$€£¥₹₽₩₺₴₪₦₱฿₫₸৳₵₾₡₲")
MAX_DIGITS = 24  # more than decimals are exact to is no figure but a code
_FIFTEEN = Context(prec=15)  # the digits of a share that no decimal can give exactly, such as a third


class Number:
    """A numeral in a text.

    first, last: its tokens, both included; low, high: bounds; value: as written (the midpoint says nothing, so the lower
    end of a range); step: the weight of the last digit given; form: "digits", "words", "range", "vague", "fraction",
    "ordinal" or "ratio"; hedge, start: set by the hedges around it, start being the first token with them; opened: of a
    range told by two hedges, whether either end is left out; close: whether it is "just over" or "slightly under" the value.
    """

    __slots__ = ("close", "first", "form", "hedge", "high", "last", "low", "opened", "start", "step", "stop", "value")

    def __init__(self, first: int, last: int, low: Decimal, high: Decimal, step: Decimal, form: str, value: Decimal | None = None) -> None:
        self.first = first
        self.last = last
        self.low = low
        self.high = high
        self.step = step
        self.form = form
        self.value = low if value is None else value
        self.hedge: str | None = None
        self.close = False
        self.opened: tuple[bool, bool] | None = None
        self.start = first
        self.stop = last


@cache
def number_tables() -> tuple[dict[str, Any], ...]:
    """Units, tens, multipliers, suffixes, ordinals and parts, each word with its number."""
    found = table("numerals")
    as_decimal = {key: {w: Decimal(n) for w, n in found[key].items()} for key in ("units", "tens", "multipliers", "suffixes", "ordinals", "fractions")}
    return as_decimal["units"], as_decimal["tens"], as_decimal["multipliers"], as_decimal["suffixes"], as_decimal["ordinals"], as_decimal["fractions"]


@cache
def number_words() -> frozenset[str]:
    """Every word that can begin a numeral, in lower case."""
    found = table("numerals")
    keys = ("units", "tens", "multipliers", "vague", "indefinite", "ordinals", "fractions", "fraction_signs", "times")
    return frozenset(w for key in keys for w in found[key]) | {"tens", "both", "no", "nobody"}


@cache
def unit_words() -> frozenset[str]:
    """What stands behind a number and is no thing that could be counted: units of measure, time and money."""
    return frozenset((*by_word("units", "measure"), *by_word("units", "time"), *by_word("units", "currency_words"), *"pound pounds percent percentage per pct % ° point points basis".split()))


def parts_of(above: Decimal, below: Decimal) -> Decimal:
    """A share as a decimal, to fifteen digits where it has no end.

    >>> parts_of(Decimal(1), Decimal(3)), parts_of(Decimal(3), Decimal(4))
    (Decimal('0.333333333333333'), Decimal('0.75'))
    """
    return _FIFTEEN.divide(above, below)


def tidy(value: Decimal) -> Decimal:
    """A sum with a share in it, to the digits that the share has."""
    return _FIFTEEN.plus(value)


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
    word = word.replace(" ", "")  # one may have slipped in behind the decimal point
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
    """Whether a sign of money stands in front of token i, or between it and the letters of a country, as in $US1m."""
    return i > 0 and (tokens.words[i - 1] in MONEY_SIGNS or (i > 1 and tokens.words[i - 2] == "$" and tokens.glued(i - 2) and tokens.glued(i - 1)))
