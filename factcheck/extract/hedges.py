"""Hedges: the words around a number that move its bounds, and what the number then allows."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from factcheck.extract.numerals import Number
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import table
from factcheck.model.value import HUNDRED, Quantity

EIGHTH, TENTH, TWENTIETH, HALF, ZERO, ONE = Decimal("0.125"), Decimal("0.1"), Decimal("0.05"), Decimal("0.5"), Decimal(0), Decimal(1)
BELOW_ZERO = frozenset(("celsius", "fahrenheit", "degree"))
_PASSED_OVER = frozenset(("$", "€", "£", "¥", "₹", "between", "from", "a", "the", "an"))
_TRAILING = frozenset(("+", "-", "or", "and", "at", "plus", "more"))
_TRAILING_LATE = frozenset(("or", "and", "at"))
LONGEST = 5  # words in the longest hedge


@cache
def _before() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Last word of a hedge phrase to the phrases that end in it, longest first, with their family."""
    ending: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for family, phrases in table("hedges")["before"].items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            ending.setdefault(parts[-1], []).append((parts, family.removesuffix("-sign")))
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in ending.items()}


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
    words, low = tokens.words, tokens.low
    i = number.first - 1
    if i >= 0 and low[i] in _PASSED_OVER:
        i -= 1  # "over $3bn", "about a dozen", "some of the 20" is left alone by the phrase table
        if i >= 0 and words[i] in ("US", "A", "C", "HK", "NZ"):
            i -= 1
    if i >= 0:
        last = low[i]
        if last == "." and i:
            last, i = low[i - 1] + ".", i - 1
        endings = _before()
        for phrase, family in endings[last] if last in endings else ():
            k = i - len(phrase) + 1
            if k >= 0 and tuple(low[k : k + len(phrase) - 1]) == phrase[:-1]:
                if _is_hedge(tokens, k, phrase):
                    number.hedge, number.start = family, k
                    _stacked(tokens, number)
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
    if first in ("some", "all", "only", "just") or len(phrase) > 1:
        return True
    before = tokens.words[k - 1].lower() if k else ""
    if first == "about":
        return before not in ("talk", "talked", "talking", "said", "told", "asked", "questions", "concerns", "worried", "information")
    if first in ("over", "under", "past", "beyond", "around", "above", "below"):
        return before not in ("victory", "win", "won", "lead", "from", "differences", "spread", "handed", "averaged", "turned", "all", "concern", "concerns", "dispute")
    return True


def _trailing(tokens: Tokens, number: Number, j: int) -> None:
    """A hedge behind the number, from token j on: "20 or more", "20 people or more", "20-odd"."""
    words, low = tokens.words, tokens.low
    if words[j] == "+" or (words[j] == "-" and j + 1 < len(words) and words[j + 1].lower() == "plus" and tokens.glued(number.last)):
        number.hedge = number.hedge or "at-least"
        number.stop = j if words[j] == "+" else j + 1
        return
    if words[j] == "-" and j + 1 < len(words) and words[j + 1].lower() == "odd":
        number.hedge, number.stop = number.hedge or "about", j + 1
        return
    if low[j] not in ("or", "and", "at", "plus", "more"):
        # "20 people or more" keeps its hedge one noun later
        j += 1
        if low[j] not in _TRAILING_LATE:
            return
    for phrase, family in _after().get(low[j], ()):
        if tuple(low[j : j + len(phrase)]) == phrase:
            number.hedge = number.hedge or family
            number.stop = number.last if j > number.last + 1 else j + len(phrase) - 1
            return


def significant_step(value: Decimal, step: Decimal) -> Decimal:
    """The weight of the last digit that is not a trailing zero: 240 gives 10, 200 gives 100, 71 gives 1."""
    if not value:
        return step
    while value % (step * 10) == 0:
        step *= 10
    return step


def quantity(number: Number, unit: str, nature: str, scale: Decimal = ONE) -> Quantity:
    """What the words allow: the numeral with its hedge, in a base unit.

    nature: "count" (whole and exact unless visibly round), "share" (percent, written precision, at most 100), "measure"
    (written precision) or "exact" (ages, terms, ordinals).
    """
    low, high, value, step = number.low, number.high, number.value, number.step
    if low is value is high and scale is ONE:
        return _of_one(str(value), str(step), number.hedge, number.form, unit, nature)
    return _allowed(low * scale, high * scale, value * scale, step * scale, number.hedge, number.form, unit, nature)


@lru_cache(maxsize=16384)
def _of_one(value: str, step: str, hedge: str | None, form: str, unit: str, nature: str) -> Quantity:
    """What one number allows; told from the digits, because 3 and 3.0 are equal and still are not written alike."""
    number = Decimal(value) * ONE
    return _allowed(number, number, number, Decimal(step) * ONE, hedge, form, unit, nature)


def _allowed(low: Decimal, high: Decimal, value: Decimal, step: Decimal, hedge: str | None, form: str, unit: str, nature: str) -> Quantity:
    round_step = significant_step(value, step)
    low_open = high_open = False
    floor = ZERO if value >= 0 and unit not in BELOW_ZERO else None
    ceiling = HUNDRED if nature == "share" and value <= HUNDRED else None
    meant_low, meant_high = None, None
    if hedge == "over":
        low, low_open, high = value if form != "vague" else low, form != "vague", ceiling
        meant_high = value + max(round_step, value * EIGHTH)
    elif hedge == "at-least":
        high = ceiling
        meant_high = value + max(round_step, value * EIGHTH)
    elif hedge == "under":
        low, high, high_open = floor, high, True
        meant_low = value - max(round_step, value * EIGHTH)
    elif hedge == "at-most":
        low = floor
        meant_low = value - max(round_step, value * EIGHTH)
    elif form == "fraction" and hedge in ("about", "nearly"):
        low, high, high_open = low - value * TENTH, high + (value * TENTH if hedge == "about" else ZERO), hedge == "nearly"
    elif hedge == "nearly":
        width = value * TENTH if round_step > step else min(step, value * HALF) if value > 1 else value * TENTH
        low, high_open = low - width, True
    elif hedge == "about" and form != "vague":
        width = max(min(round_step / 2, value * EIGHTH), step if nature == "count" and value > 9 else step / 2)
        low, high = low - width, high + width
    elif form in ("digits", "words", "fraction") and hedge != "exactly":
        width = value * TWENTIETH if form == "fraction" else _rounding(value, step, round_step, nature)
        if width:
            low, high, high_open = low - width, high + width, True
    return Quantity(
        low,
        high,
        unit,
        low_open=low_open,
        high_open=high_open,
        hedge=hedge if form != "vague" or hedge in ("over", "at-least", "under", "at-most", "nearly") else hedge or "vague",
        written_value=value,
        meant_low=meant_low,
        meant_high=meant_high,
        exact=nature == "count" and low == high,
        step=step if form != "vague" else None,
    )


def below_zero(q: Quantity) -> Quantity:
    """The same quantity on the other side of zero."""
    return Quantity(
        None if q.high is None else -q.high,
        None if q.low is None or (q.low == 0 and q.hedge) else -q.low,
        q.unit,
        low_open=q.high_open,
        high_open=q.low_open,
        hedge=q.hedge,
        written_value=None if q.written_value is None else -q.written_value,
        meant_low=None if q.meant_high is None else -q.meant_high,
        meant_high=None if q.meant_low is None else -q.meant_low,
        exact=q.exact,
        step=q.step,
    )


def _rounding(value: Decimal, step: Decimal, round_step: Decimal, nature: str) -> Decimal:
    """Half the weight of the last digit that was meant: how far the true number may lie from the written one."""
    if nature == "exact":
        return ZERO
    if nature != "count" or step > 1 or step != step.to_integral_value():
        return step / 2 if value else ZERO
    if value >= 1000 and round_step >= 100:
        return min(round_step, value * TENTH) / 2
    if value >= 100 and round_step >= 100:
        return Decimal(5)
    return ZERO
