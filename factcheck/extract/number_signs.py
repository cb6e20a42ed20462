"""Numbers below zero: "-5", "minus five", "negative ten"; not "12 - 5", "tested negative two days later", "minus two starters"."""

from __future__ import annotations

from factcheck.extract.number import MONEY_SIGNS, Number, number_tables, unit_words
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import by_word

_DASHES = frozenset("-−")
_SIGNS = _DASHES | {"minus", "negative"}
_TESTED = frozenset("tested test tests testing came come comes back returned proved proven".split())


def sign_at(tokens: Tokens, k: int) -> bool:
    """Whether token k is a sign that puts the number behind it below zero."""
    low = tokens.low
    word = low[k] if k >= 0 else ""
    if word not in _SIGNS:
        return False
    before = low[k - 1] if k else ""
    if word == "negative":
        return before not in _TESTED
    if before[:1].isdecimal() or before in number_tables()[0] or before == ")":
        return False  # a difference, or a range
    if word == "minus":
        return True
    if not tokens.glued(k) or (len(before) == 1 and before.isalpha()):
        return False  # a list's mark, or B -52
    return not k or not tokens.glued(k - 1) or before in "([{<>=≤≥~≈"


def signed(tokens: Tokens, number: Number) -> Number:
    """The number, below zero where a sign stands in front of it; the sign then is its first token."""
    k = number.first - 1
    if k < 0 or tokens.low[k] not in _SIGNS or not sign_at(tokens, k):
        return number
    behind = tokens.low[number.last + 1]
    if tokens.low[k] == "negative" and behind in by_word("units", "time"):
        return number  # "the tests were negative two days later"
    if len(behind) > 3 and behind[-1] == "s" and behind not in unit_words():
        return number  # "minus two starters"
    number.first = number.start = k
    number.low, number.high, number.value = -number.high, -number.low, -number.value
    return number


def below_zero_in_money(tokens: Tokens, k: int) -> bool:
    """Whether token k, a sign of money, has a minus in front of it: -$5m."""
    if not k or tokens.words[k] not in MONEY_SIGNS:
        return False
    return tokens.low[k - 1] == "minus" or (tokens.low[k - 1] in _DASHES and tokens.glued(k - 1) and sign_at(tokens, k - 1))
