"""Numerals in digits: "1.2m", "1 414 021 100", ".300", "1.3 x 10^6", "4 thousand 3 hundred", and the letters behind them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.extract.number import (
    DASHES,
    MONEY_SIGNS,
    ONE,
    Number,
    money_before,
    number_tables,
    parse_digits,
    unit_words,
)
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import by_word, words

_TIMES_TEN = frozenset("x×*·")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SURE = frozenset(("bn", "tn", "mn", "mln", "bln", "tln", "trn", "mil", "mio", "k", "K"))  # these are nothing but multipliers
_IN_NAMES = frozenset("GDXAHSTVLPN")  # 5G, 3D
_SIGN_BEHIND = [[sign] for sign in MONEY_SIGNS]
_STACKED, _GROUPS = 3, 6  # multipliers on one number, groups of three in one
_MOST = 99  # powers of ten beyond which no figure is read


def read_digits(tokens: Tokens, i: int) -> Number | None:
    """The number that begins with the digits of token i, with its multipliers; None where they are part of a name."""
    found, size = tokens.words, len(tokens.words)
    word = found[i]
    parsed = None if _in_a_name(tokens, i) else parse_digits(word)
    if parsed is None:
        return None
    value, step = parsed
    last = i
    if i and found[i - 1] == "." and tokens.glued(i - 1) and not (i > 1 and tokens.glued(i - 2) and found[i - 2] != "(") and step == ONE and word.isdecimal():
        by = ONE.scaleb(-len(word))
        return Number(i - 1, i, value * by, value * by, by, "digits")  # a batting average of .300
    nxt = found[i + 1] if i + 1 < size else ""
    if len(word) <= 3 and step == ONE and nxt:
        if nxt == ",":
            while last + 2 < size and found[last + 1] == "," and found[last + 2] == "000" and tokens.glued(last):
                value, last = value * 1000, last + 2  # a space has slipped in behind the separator: 170, 000
        elif nxt.isdecimal() and len(nxt) == 3:
            value, last = _spaced(tokens, i, value)
        nxt = found[last + 1] if last + 1 < size else ""
    if nxt:
        if tokens.glued(last):
            scale = _suffix(tokens, i, last + 1, step)
            if scale:
                return Number(i, last + 1, value * scale, value * scale, step * scale, "digits")
            if nxt in ("e", "E"):
                return _power(tokens, i, last + 2, value, step)
            if nxt.isalpha() and _makes_a_code(tokens, i, last + 1):
                return None
            if nxt == "-" and tokens.low[last + 2] in number_tables()[2]:
                last += 1
        elif nxt in ("M", "B") and (money_before(tokens, i) or (step < ONE and not tokens.low[last + 2].isalpha())):
            scale = number_tables()[3][nxt]  # $5.2 M
            return Number(i, last + 1, value * scale, value * scale, step * scale, "digits")
        if nxt in _TIMES_TEN and last + 3 < size and found[last + 2] == "10":
            return _power(tokens, i, last + 3, value, step)
        if nxt == "^" and value == 10:
            return _power(tokens, i, last + 1, ONE, ONE)
    value, step, last = _multiplied(tokens, value, step, last)
    return Number(i, last, value, value, step, "digits")


def _makes_a_code(tokens: Tokens, i: int, at: int) -> bool:
    """Whether the letters at token `at`, written on to the digits of token i, make a name of them: 3D, 5G, 76ers."""
    letters = tokens.words[at]
    if not letters.isascii() or (letters.lower() in _known_letters() and letters not in _IN_NAMES):
        return False
    if letters in _TIMES_TEN and tokens.low[at + 1] == "10":
        return False
    return not (len(tokens.words[i]) > 2 and letters.istitle() and len(letters) > 2)  # "is 44,000Currently": a space is missing


@cache
def _known_letters() -> frozenset[str]:
    """What is written on to digits and leaves them a number: units, multipliers, the ends of ordinals, letters of time."""
    return unit_words() | frozenset(number_tables()[2]) | frozenset(number_tables()[3]) | words("units", "written_on")


def _multiplied(tokens: Tokens, value: Decimal, step: Decimal, last: int) -> tuple[Decimal, Decimal, int]:
    """The multipliers behind digits, and the smaller figure behind them: "1 lakh 20 thousand", "4 thousand 3 hundred and 21"."""
    low, multipliers = tokens.low, number_tables()[2]
    first = last
    while (scale := multipliers.get(low[last + 1])) is not None and scale != 20 and last - first < _STACKED:
        value, step, last = value * scale, step * scale, last + 1
    if last > first and low[last + 1][:1].isdecimal() and multipliers.get(low[last + 2], multipliers[low[last]]) < multipliers[low[last]]:
        parsed = parse_digits(low[last + 1])
        more = parsed and _multiplied(tokens, parsed[0], parsed[1], last + 1)
        if more and more[0] < multipliers[low[last]] and more[2] > last + 1:
            return value + more[0], more[1], more[2]
    if step == 100 and low[last + 1] == "and" and low[last + 2].isdecimal() and len(low[last + 2]) == 2 and low[last] == "hundred":
        return value + Decimal(low[last + 2]), ONE, last + 2
    return value, step, last


def _suffix(tokens: Tokens, i: int, at: int, step: Decimal) -> Decimal | None:
    """What the letters at token `at`, written on to the digits, multiply them by.

    "30m" is metres or minutes as often as millions; money, a hedge and what is counted decide.
    """
    letters, suffixes = tokens.words[at], number_tables()[3]
    if letters not in suffixes or (tokens.glued(at) and tokens.words[at + 1][0].isalnum()):
        return None
    if letters == "K" and i + 1 == at and len(tokens.words[i]) == 1 and not money_before(tokens, i):
        return suffixes[letters] if things_follow(tokens, at + 1) else None  # a 4K screen
    of_money = money_before(tokens, i) or tokens.words[at + 1 : at + 2] in _SIGN_BEHIND or (i and tokens.low[i - 1] in by_word("units", "currency_words"))
    if letters in _SURE or of_money or things_follow(tokens, at + 1) or (step < ONE and letters in ("b", "B", "M")):
        return suffixes[letters]
    return None


def _spaced(tokens: Tokens, i: int, value: Decimal) -> tuple[Decimal, int]:
    """Groups of three set apart by spaces: two at least, or one behind a space that does not break."""
    found, k = tokens.words, i
    text = tokens.text
    while k - i < _GROUPS and k + 1 < len(found) and found[k + 1].isdecimal() and found[k + 1].isascii() and len(found[k + 1]) == 3:
        gap = text[tokens.end(k) : tokens.starts[k + 1]]
        if len(gap) != 1 or gap in "\n\t" or (gap == " " and k > i and text[tokens.end(i)] != " "):
            break
        k += 1
    if k == i + 1 and text[tokens.end(i)] not in "\u00a0\u202f\u2009" and found[k] != "000":
        return value, i
    return Decimal("".join(found[i : k + 1])), k


def _power(tokens: Tokens, i: int, k: int, value: Decimal, step: Decimal) -> Number | None:
    """A power of ten from token k on: "^6", "⁶", "+14"; what is no power leaves the digits a code, as in 12e4f."""
    words = tokens.words
    k += 1 if k < len(words) and words[k] == "^" else 0
    sign = 1
    if k + 1 < len(words) and words[k] in ("+", "-", "−") and tokens.glued(k):
        sign, k = -1 if words[k] != "+" else 1, k + 1
    raised = ""
    while k < len(words) and (part := words[k].translate(_RAISED)).removeprefix("-").isdecimal() and part.isascii() and len(raised) < 4 and (not raised or tokens.glued(k - 1)):
        raised, k = raised + part, k + 1
    if not raised or len(raised) > 3 or abs(int(raised)) > _MOST or (k < len(words) and tokens.glued(k - 1) and words[k][0].isalnum()):
        return None
    by = ONE.scaleb(sign * int(raised))
    return Number(i, k - 1, value * by, value * by, step * by, "digits")


def _in_a_name(tokens: Tokens, i: int) -> bool:
    """G20, F-16, Covid-19: digits that are part of a name; not Rs500, US$3, $US3 or mid-2020."""
    k = i - 1
    if k < 0 or not tokens.glued(k):
        return False
    if tokens.words[k] in DASHES:
        k -= 1
        if k > 0 and tokens.glued(k) and tokens.glued(k - 1) and tokens.words[k].isdecimal() and tokens.words[k - 1].isalpha():
            return True  # A350-900
        if k < 0 or not tokens.glued(k) or not tokens.words[k][0].isupper():
            return False
    return tokens.words[k].isalpha() and tokens.low[k] not in by_word("units", "currency_words") and not money_before(tokens, i)


def things_follow(tokens: Tokens, i: int) -> bool:
    """Whether a plural of what is counted follows, so that "3.4m people" is millions and "100m hurdles" is not."""
    low = tokens.low[i]
    if not low.isalpha() or low in words("units", "by_the_metre"):
        return False
    return low in ("people", "men", "women", "children", "others") or (len(low) > 3 and low[-1] == "s" and not low.endswith(("ss", "us", "is")))

