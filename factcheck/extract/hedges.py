"""Hedges: the words around a number that move its bounds, and what the number then allows."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.extract.number import MONEY_SIGNS, tidy
from factcheck.extract.numerals import Number
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import table, words
from factcheck.model.value import HUNDRED, Quantity

EIGHTH, TENTH, TWENTIETH, HALF, ZERO = Decimal("0.125"), Decimal("0.1"), Decimal("0.05"), Decimal("0.5"), Decimal(0)
BELOW_ZERO = frozenset(("celsius", "fahrenheit", "degree"))
_OPEN = frozenset(("over", "under"))
_CLOSE = words("hedges", "close")
_PASSED_OVER = MONEY_SIGNS | frozenset(("between", "from", "a", "the", "an", "record", "whopping", "staggering", "full"))
_TRAILING = frozenset(("+", "-", "or", "and", "at", "plus", "more"))
_TRAILING_LATE = frozenset(("or", "and", "at"))
LONGEST = 5  # words in the longest hedge


@cache
def _before() -> dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Last word of a hedge phrase, then the word before it ("" where it has one only), to the phrases that end so, longest
    first, with their family."""
    ending: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for family, phrases in table("hedges")["before"].items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            ending.setdefault(parts[-1], {}).setdefault(parts[-2] if len(parts) > 1 else "", []).append((parts, family.removesuffix("-sign")))
    return {word: {before: tuple(sorted(found, key=lambda f: -len(f[0]))) for before, found in by.items()} for word, by in ending.items()}


@cache
def _after() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of a hedge phrase of several words to the phrases that begin with it, longest first, with their family."""
    beginning: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for family, phrases in table("hedges")["after"].items():
        for phrase in phrases:
            parts = tuple(phrase.replace("-", "- ").split())
            if len(parts) > 1:
                beginning.setdefault(parts[0], []).append((parts, family))
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in beginning.items()}


def apply_hedges(tokens: Tokens, number: Number) -> None:
    """Set the number's hedge and widen its place to take in the hedge's words."""
    found, low = tokens.words, tokens.low
    i = number.first - 1
    if i >= 0 and low[i] in _PASSED_OVER:
        i -= 1  # "over $3bn", "about a dozen", "some of the 20" is left alone by the phrase table
        if i >= 0 and found[i] in ("US", "A", "C", "HK", "NZ"):
            i -= 1
    if i >= 0:
        last = low[i]
        if last == "." and i:
            last, i = low[i - 1] + ".", i - 1
        ending = _before().get(last)
        if ending is not None:
            for phrase, family in (*ending.get(low[i - 1] if i else "", ()), *ending.get("", ())):
                k = i - len(phrase) + 1
                if k >= 0 and tuple(low[k : k + len(phrase) - 1]) == phrase[:-1]:
                    if _is_hedge(tokens, k, phrase):
                        number.hedge, number.start = None if family == "only" else family, k
                        _stacked(tokens, number)
                        number.close = family in _OPEN and not _CLOSE.isdisjoint(low[number.start : number.first])
                    break
    j = number.last + 1
    if low[j] in _TRAILING or low[j + 1] in _TRAILING_LATE:
        _trailing(tokens, number, j)


def _stacked(tokens: Tokens, number: Number) -> None:
    """ "at least about 20", "some 20 or more": the outer hedge rules, "not" before it turns it round."""
    k = number.start - 1
    if k < 0:
        return
    outer = tokens.words[k].lower()
    if outer == "not" and number.hedge in ("over", "under", "at-least", "at-most", "exactly"):
        number.hedge = {"over": "at-most", "under": "at-least", "at-least": "under", "at-most": "over", "exactly": "about"}[number.hedge]
        number.start = k
    elif outer in ("an", "a", "to", "by", "well", "just", "slightly") and number.hedge in ("about", "over", "under"):
        number.start = k
    elif outer == "least" and k and tokens.words[k - 1].lower() == "at":
        number.hedge, number.start = "at-least", k - 1


def _is_hedge(tokens: Tokens, k: int, phrase: tuple[str, ...]) -> bool:
    """Whether the phrase hedges here: "over" not after a verb of place, "about" not of a topic."""
    first = phrase[0]
    if phrase == ("up", "to") and k and tokens.words[k - 1].lower() in words("hedges", "no_up_to_behind"):
        return False  # "goes up to 21% from 19%" tells where it arrives
    if first in ("some", "all", "only", "just") or len(phrase) > 1:
        return True
    before = tokens.words[k - 1].lower() if k else ""
    if first == "about":
        return before not in words("hedges", "no_about_behind")
    if first in ("over", "under", "past", "beyond", "around", "above", "below"):
        return before not in words("hedges", "no_over_behind")
    return True


def _trailing(tokens: Tokens, number: Number, j: int) -> None:
    """A hedge behind the number, from token j on: "20 or more", "20 people or more", "20-odd"."""
    low = tokens.low
    if low[j] == "+" or (low[j] == "-" and low[j + 1] == "plus" and tokens.glued(number.last)):
        number.hedge = number.hedge or "at-least"
        number.stop = j if low[j] == "+" else j + 1
        return
    if low[j] == "-" and low[j + 1] == "odd":
        number.hedge, number.stop = number.hedge or "about", j + 1
        return
    if low[j] not in ("or", "and", "at", "plus", "more"):
        # "20 people or more" keeps its hedge one noun later
        j += 1
        if low[j] not in _TRAILING_LATE:
            return
    for phrase, family in _after().get(low[j], ()):
        if tuple(low[j : j + len(phrase)]) == phrase:
            behind = low[j + len(phrase)]
            if behind[:1].isdecimal() or behind == "than" or (phrase == ("and", "more") and (behind.isalpha() and behind not in ("in", "of"))):
                return  # "5,000 or more than 4,500", "killed 12 and more were hurt"
            if number.hedge in (None, "about"):
                number.hedge = family  # "about 500 or less" has its bound behind
            number.stop = number.last if j > number.last + 1 else j + len(phrase) - 1
            return


def significant_step(value: Decimal, step: Decimal) -> Decimal:
    """The weight of the last digit that is not a trailing zero: 240 gives 10, 200 gives 100, 71 gives 1."""
    if not value:
        return step
    while value % (step * 10) == 0:
        step *= 10
    return step


def quantity(number: Number, unit: str, nature: str, scale: Decimal = Decimal(1)) -> Quantity:
    """What the words allow: the numeral with its hedge, in a base unit.

    nature: "count" (whole and exact unless visibly round), "plain" (as a count, but of nothing, so that it may lie below
    zero), "share" (percent, written precision, at most 100), "measure" (written precision) or "exact" (ages, terms, ordinals).
    """
    low: Decimal | None
    high: Decimal | None
    low, high, value, step = number.low, number.high, number.value, number.step
    if scale != 1:
        low, high, value, step = low * scale, high * scale, value * scale, step * scale
    size = abs(value)
    round_step = significant_step(value, step)
    hedge, form = number.hedge, number.form
    low_open, high_open = number.opened or (False, False)
    floor = ZERO if value >= 0 and nature != "plain" and unit not in BELOW_ZERO else None
    ceiling = HUNDRED if nature == "share" and value <= HUNDRED else None
    meant_low, meant_high = None, None
    if hedge == "over":
        low, low_open, high = value if form != "vague" else low, form != "vague", ceiling
        meant_high = value + max(round_step, size * EIGHTH)
        if number.close and form != "vague" and value > 0:
            high = meant_high if ceiling is None else min(meant_high, ceiling)
    elif hedge == "at-least":
        high = ceiling
        meant_high = value + max(round_step, size * EIGHTH)
    elif hedge == "under":
        low, high, high_open = floor, high, True
        meant_low = value - max(round_step, size * EIGHTH)
        if number.close and value > 0 and (floor is None or meant_low > floor):
            low = meant_low
    elif hedge == "at-most":
        low = floor
        meant_low = value - max(round_step, size * EIGHTH)
    elif hedge == "ambiguous":
        meant_low = meant_high = value  # 1.234 may be a thousand and more; it is read as the English do
    elif form == "fraction" and hedge in ("about", "nearly"):
        low, high, high_open = low - size * TENTH, high + (size * TENTH if hedge == "about" else ZERO), hedge == "nearly"
    elif hedge == "nearly":
        width = size * TENTH if round_step > step else min(step, size * HALF) if size > 1 else size * TENTH
        if value < 0:
            high, low_open = high + width, True
        else:
            low, high_open = low - width, True
    elif hedge == "about" and form != "vague":
        width = max(min(round_step / 2, size * EIGHTH), step if nature == "count" and value > 9 else step / 2)
        low, high = low - width, high + width
    elif form in ("digits", "words", "fraction") and hedge != "exactly":
        width = tidy(size * TWENTIETH) if form == "fraction" else _rounding(size, step, round_step, nature)
        if width:
            low, high, low_open, high_open = low - width, high + width, value < 0, value >= 0
    return Quantity(
        low,
        high,
        unit,
        low_open=low_open,
        high_open=high_open,
        hedge=hedge if form != "vague" or hedge in ("over", "at-least", "under", "at-most", "nearly") else hedge or "vague",
        written_value=value if form != "vague" else None,
        meant_low=meant_low,
        meant_high=meant_high,
        exact=nature in ("count", "plain") and low == high,
        step=step if form != "vague" else None,
    )


def _rounding(value: Decimal, step: Decimal, round_step: Decimal, nature: str) -> Decimal:
    """Half the weight of the last digit that was meant: how far the true number may lie from the written one."""
    if nature == "exact":
        return ZERO
    if nature not in ("count", "plain") or step > 1 or step != step.to_integral_value():
        return step / 2 if value else ZERO
    if value >= 1000 and round_step >= 100:
        return min(round_step, value * TENTH) / 2
    if value >= 100 and round_step >= 100:
        return Decimal(5)
    return ZERO
