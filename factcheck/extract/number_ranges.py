"""Numerals in pairs: 20-30, 20 to 30, between 20 and 30, two to three million."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.number import DASHES, MONEY_SIGNS, ONE, Number, money_before, number_tables, parse_digits, spelled
from factcheck.extract.tokens import Tokens

# In front of "12 to 20" these say that it is a score, or a change by one number to another.
_NO_RANGE = frozenset("by of won lost beat win victory defeat rose rise rises fell fall falls grew dropped climbed jumped slipped gained up down increased decreased declined cut raised lowered".split())
_LINKS = DASHES | {"to", "and", "%"}


def ranged(tokens: Tokens, number: Number) -> Number:
    """Join a second numeral to a range: 20-30, 20 to 30, between 20 and 30."""
    j = number.last + 1
    if tokens.low[j] not in _LINKS:
        return number
    found, size = tokens.words, len(tokens.words)
    percent = j + 2 < size and found[j] == "%"
    if percent:
        j += 1  # 40% to 50%
    if j + 1 >= size or number.form not in ("digits", "words"):
        return number
    link = found[j].lower()
    before = _before(tokens, number)
    joined = (
        (link in DASHES and link != "—" and (found[j + 1][0].isdecimal() or found[j + 1] in MONEY_SIGNS) and tokens.glued(j))
        or link == "to"
        or (link == "and" and before == "between")
    )
    if not joined:
        return number
    if before in DASHES or (link in DASHES and number.first and tokens.glued(number.first - 1) and found[number.first - 1] not in MONEY_SIGNS):
        return number  # 3-4-5, a telephone number, a score in a run of scores
    k = j + 1
    if found[k] in MONEY_SIGNS and k + 1 < size:
        k += 1
    second = _bare(tokens, k)
    if second is None or second.low <= number.low or (percent and (second.last + 1 >= size or found[second.last + 1] != "%")):
        return number
    low, step = number.low, min(number.step, second.step)
    if second.last > k and number.first == number.last:
        scaled = low * (second.low / _leading(found[k]))
        if scaled < second.low and second.low / max(low, ONE) > 50:  # 2-3 million, two to three million
            low, step = scaled, second.step
    if low >= second.low:
        return number
    if link == "to" and before != "from" and not _same_sort(tokens, number, low, second):
        return number
    return Number(number.first, second.last, low, second.low, step, "range", low)


def _leading(word: str) -> Decimal:
    """The value of a numeral's first word, before any multiplier."""
    units, tens, *_ = number_tables()
    parsed = parse_digits(word)
    return parsed[0] if parsed else units.get(word.lower()) or tens.get(word.lower()) or ONE


def _same_sort(tokens: Tokens, a: Number, low: Decimal, b: Number) -> bool:
    """ "12 to 20 people" is a range; "rose 5 to 20" and "two to Paris" are not."""
    return b.low <= low * 20 and _before(tokens, a) not in _NO_RANGE


def _before(tokens: Tokens, number: Number) -> str:
    """The word in front of a numeral and its currency sign."""
    k = number.first - 1
    if k >= 0 and tokens.words[k] in MONEY_SIGNS:
        k -= 1
    return tokens.words[k].lower() if k >= 0 else ""


def _bare(tokens: Tokens, i: int) -> Number | None:
    units, tens, multipliers, suffixes, _, _ = number_tables()
    word = tokens.words[i]
    if "0" <= word[0] <= "9":
        parsed = parse_digits(word)
        if parsed is None:
            return None
        value, step, last = parsed[0], parsed[1], i
        if tokens.glued(i) and i + 1 < len(tokens.words) and tokens.words[i + 1] in ("bn", "tn", "mn", "k", "m"):
            scale = suffixes[tokens.words[i + 1]]
            if tokens.words[i + 1] != "m" or money_before(tokens, i):
                return Number(i, i + 1, value * scale, value * scale, step * scale, "digits")
        while last + 1 < len(tokens.words) and multipliers.get(tokens.words[last + 1].lower(), 0) >= 100:
            scale = multipliers[tokens.words[last + 1].lower()]
            value, step, last = value * scale, step * scale, last + 1
        return Number(i, last, value, value, step, "digits")
    if word.lower() in units or word.lower() in tens:
        in_words = spelled(tokens, i)
        if in_words and not in_words[2]:
            return Number(i, in_words[1], in_words[0], in_words[0], ONE, "words")
    return None
