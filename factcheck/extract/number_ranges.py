"""Numerals in pairs: 20-30, 20 to 30, between 20 and 30, two to three million, two or three; above 10 and below 20."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.extract.number import (
    DASHES,
    MONEY_SIGNS,
    ONE,
    ZERO,
    Number,
    money_before,
    number_tables,
    parse_digits,
    unit_words,
)
from factcheck.extract.number_digits import read_digits
from factcheck.extract.number_signs import sign_at
from factcheck.extract.number_spelled import spelled
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import by_word, table, words

# In front of "12 to 20" these say that it is a score, or a change by one number to another.
_NO_RANGE = frozenset("by won lost beat win victory defeat drew draw".split())
_LINKS = DASHES | {"to", "and", "or", "~", "through", "thru"}
_LOWER, _UPPER = frozenset(("over", "at-least")), frozenset(("under", "at-most"))
_ENDS = frozenset((".", ",", ")", ";", "after", "with", "when", "and", "at", "on", "in", "this", "since", "overall", "under", "for", "(", ""))
_AUXILIARIES = frozenset(("have", "has", "had"))
_GAPS = frozenset(("and", "but", ",", "yet"))


@cache
def _links() -> frozenset[str]:
    """What can stand behind the lower end of a range: a link, or a unit that the upper end repeats."""
    return _LINKS | unit_words()


@cache
def _changes() -> frozenset[str]:
    return _NO_RANGE | frozenset(by_word("attributes", "change")) | words("attributes", "moved")


def ranged(tokens: Tokens, number: Number) -> Number:
    """Join a second numeral to a range: 20-30, 20 to 30, between 20 and 30, 20% to 30%."""
    low, j = tokens.low, number.last + 1
    if low[j] not in _links() or number.hedge is not None:
        return number
    unit = ""
    if low[j] not in _LINKS:
        unit, j = low[j], j + 1
        if unit == "per" and low[j] == "cent":
            j += 1
        if low[j] not in ("to", "and", "-", "–", "or"):
            return number
    elif low[j] == "-" and low[j + 1] == "to":
        j += 1  # a 10- to 15-minute walk
    link, before = low[j], _before(tokens, number)
    k = _behind_signs(tokens, j + 2 if link == "to" and low[j + 1] == "-" and low[j - 1] == "-" else j + 1)
    if link in DASHES:
        in_words = number.form == "words" and low[j + 1] in number_tables()[0] and tokens.glued(j) and number_tables()[0][low[j + 1]] - number.low in (1, 2)
        if link == "—" or not (low[j + 1][:1].isdecimal() or k > j + 1 or in_words) or not _dash_joins(tokens, number, j, k, before):
            return number
    elif link == "and" and before != "between":
        return number
    second = _bare(tokens, k, money_before(tokens, number.first))
    if second is None or second.low <= number.low or (unit and not _repeated(tokens, second, unit)):
        return number
    least, step = number.low, min(number.step, second.step)
    if second.last > k and number.first == number.last:
        scaled = least * (second.low / _leading(low[k]))
        if scaled < second.low and second.low / max(abs(least), ONE) > 50:  # 2-3 million, two to three million
            least, step = scaled, second.step
    if least >= second.low:
        return number
    if link == "or" and (second.low - least > 1 or second.step != ONE or unit):
        return number  # "two or three", but not "5 or 50"
    if link == "to" and not _is_span(tokens, number, least, second, before):
        return number
    return Number(number.first, second.last, least, second.low, step, "range", least)


def _dash_joins(tokens: Tokens, number: Number, j: int, k: int, before: str) -> bool:
    """Whether a dash makes a range: written on to both sides, or set apart on both with nothing but a unit behind."""
    if before in DASHES:
        return False
    if tokens.glued(j):
        if before in words("attributes", "scoring") or tokens.low[k + 1] in words("attributes", "scoring"):
            return False
        if before and tokens.words[number.first - 1][0].isupper() and k + 1 < len(tokens.words) and tokens.words[k + 1][0].isupper() and number.low < 200:
            return False  # a score between the two who played for it
        if is_record(tokens, number.first, k):
            return False
        in_a_run = number.first and tokens.glued(number.first - 1) and tokens.words[number.first - 1] not in MONEY_SIGNS and tokens.low[number.first][0] not in "-−"
        return not in_a_run  # 3-4-5, a telephone number, a score in a run of scores
    behind = tokens.low[k + 1]
    return not tokens.glued(j - 1) and number.low >= 10 and before not in _changes() and (not behind.isalnum() or behind in unit_words())


def is_record(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a season's wins and losses stand there: "fell to 2-13 after the loss", "a mark of 2-13", "Rovers are 2-13".

    Of brackets behind a name ("Rovers (2-13, 1-7 away)") those behind the comma.
    """
    low = tokens.low
    before, verb, behind = low[first - 1], low[first - 2], low[last + 1]
    if behind in words("attributes", "record_nouns"):
        return True
    if before == ",":
        return low[first - 3] in DASHES and low[first - 5] == "(" and tokens.words[first - 6][:1].isupper() and behind.isalpha()
    if before in ("to", "of"):
        return verb in words("attributes", "record_nouns") or (before == "to" and verb in words("attributes", "record_verbs") and behind in _ENDS)
    if before == "at":
        return (verb in words("attributes", "record_of") or behind == "when") and behind in _ENDS
    return before in words("attributes", "record_of") and behind in _ENDS and not tokens.words[first - (3 if verb in _AUXILIARIES else 2)][:1].islower()


def _is_span(tokens: Tokens, number: Number, least: Decimal, second: Number, before: str) -> bool:
    """ "12 to 20 people", "from 12 to 20" are ranges; "rose 5 to 20", "rose from 12 to 20" and "two to Paris" are not."""
    if before == "from":
        k = number.first - 2
        while tokens.low[k] in MONEY_SIGNS or tokens.low[k] == "from":
            k -= 1
        return not any(tokens.low[n] in _changes() for n in (k, k - 1, k - 2) if n >= 0)
    if before == "of" and tokens.low[number.first - 2] in words("attributes", "scoring"):
        return False  # a vote of 48 to 52
    if before in _changes():
        # "rose 5 to 7 percent" tells of the rise, "rose 5 to 20" of what it led to
        return tokens.low[second.last + 1] in ("percent", "per", "pct", "%") and ZERO < second.low <= least * 3
    return second.low <= least * 20 or least <= 0


def _repeated(tokens: Tokens, second: Number, unit: str) -> bool:
    """Whether the unit of the lower end stands behind the upper one, too, in the plural if need be."""
    behind = tokens.low[second.last + 1]
    return bool(behind) and (behind == unit or behind.rstrip("s") == unit.rstrip("s"))


def _behind_signs(tokens: Tokens, k: int) -> int:
    """The token of the upper end behind its sign of money or code: $20 to US$30, Rs 20 to Rs 30, between -5 and -2."""
    prefixes = table("units")["dollar_prefixes"]
    if tokens.words[k : k + 1] and tokens.words[k] in prefixes and tokens.low[k + 1] == "$":
        k += 1
    if tokens.low[k] in MONEY_SIGNS or (tokens.low[k] in by_word("units", "currency_words") and tokens.low[k + 1][:1].isdecimal()):
        k += 1
        if tokens.low[k] == ".":
            k += 1
    elif sign_at(tokens, k):
        k += 1
    return k


def _leading(word: str) -> Decimal:
    """The value of a numeral's first word, before any multiplier."""
    units, tens, *_ = number_tables()
    parsed = parse_digits(word)
    return parsed[0] if parsed else units.get(word) or tens.get(word) or ONE


def _before(tokens: Tokens, number: Number) -> str:
    """The word in front of a numeral and its currency sign."""
    k = number.first - 1
    if k >= 0 and tokens.words[k] in MONEY_SIGNS:
        k -= 1
        if k >= 0 and tokens.words[k] in table("units")["dollar_prefixes"]:
            k -= 1
    return tokens.low[k] if k >= 0 else ""


def _bare(tokens: Tokens, i: int, money: bool = False) -> Number | None:
    """The upper end of a range, which has no hedge and no part of its own; money: the lower end has a sign of money."""
    if i >= len(tokens.words):
        return None
    units, tens, *_ = number_tables()
    word = tokens.low[i]
    if "0" <= word[0] <= "9":
        number = read_digits(tokens, i) if parse_digits(word) else None
        if money and number is not None and number.last == i and tokens.glued(i) and tokens.words[i + 1] in number_tables()[3]:
            scale = number_tables()[3][tokens.words[i + 1]]  # £3-4m
            number = Number(i, i + 1, number.value * scale, number.value * scale, number.step * scale, "digits")
    elif word in units or word in tens:
        found = spelled(tokens, i)
        number = Number(i, found[1], found[0], found[0], ONE, "words") if found and not found[2] else None
    else:
        return None
    if number is not None and sign_at(tokens, i - 1):
        number.low = number.high = number.value = -number.value
    return number


def join_bounds(tokens: Tokens, a: Number, b: Number) -> bool:
    """Make one range of two hedged numbers of which one is the lower and one the upper end: "above 10 and below 20"."""
    if a.hedge is None or b.hedge is None or a.form not in ("digits", "words") or b.form not in ("digits", "words"):
        return False
    gap = tokens.low[a.stop + 1 : b.start]
    if not 0 < len(gap) <= 2 or not _GAPS.issuperset(gap):
        return False
    first, second = (a, b) if a.hedge in _LOWER else (b, a)
    if first.hedge not in _LOWER or second.hedge not in _UPPER or first.low >= second.low:
        return False
    a.opened = (first.hedge == "over", second.hedge == "under")
    a.low, a.high, a.value, a.step = first.low, second.low, first.low, min(a.step, b.step)
    a.form, a.hedge, a.last, a.stop = "range", None, b.last, b.stop
    return True
