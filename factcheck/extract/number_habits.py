"""The habit of a document in writing numbers: whether "1.234" is a thousand and more, or one and a bit.

Only a number with one full stop and three digits behind it can be either. What else the document writes tells which: "7.6"
or "1,150" is the English way, "7,6" or "1.234,5" the other; where nothing tells, both readings stay possible.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.extract.number import ONE, Number
from factcheck.extract.tokens import Tokens

POINT, COMMA = "point", "comma"
_EITHER = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_BY_POINT = re.compile(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})\Z|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\Z")
_BY_COMMA = re.compile(r"[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})\Z|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+\Z|[0-9]{1,3}(?:\.[0-9]{3}){2,}\Z")
_THOUSAND = Decimal(1000)


def of_two_readings(word: str) -> bool:
    """Whether digits can be read both ways: "1.234", not "0.234" nor "12.34"."""
    return len(word) > 4 and word[-4] == "." and _EITHER.match(word) is not None


@lru_cache(maxsize=4)
def decimal_sign(tokens: Tokens) -> str:
    """What a document sets its decimals off with: POINT, COMMA, or "" where its numbers do not tell."""
    found = [word for word in tokens.words if "0" <= word[0] <= "9" and ("." in word or "," in word)]
    points, commas = sum(map(bool, map(_BY_POINT.match, found))), sum(map(bool, map(_BY_COMMA.match, found)))
    return POINT if points > commas else COMMA if commas > points else ""


def by_habit(tokens: Tokens, number: Number) -> Number:
    """A number of two readings as its document means it; both bounds are kept, and it is marked, where that is not known."""
    sign = decimal_sign(tokens)
    if sign == COMMA:
        number.low = number.high = number.value = number.value * _THOUSAND
        number.step = ONE
    elif not sign:
        number.high, number.hedge = number.value * _THOUSAND, "ambiguous"
    return number
