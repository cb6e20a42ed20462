"""What befell the people that a number counts: killed, injured, arrested, missing, in front of the number or behind its noun."""

from __future__ import annotations

from functools import cache

from factcheck.extract.numerals import Number
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, words

BACK = 7  # words in front that are looked at for a verb or noun
STOPS = frozenset(".,;:!?()[]“”\"—–…/|")
_FROM_HOME = ["from", "their", "homes"]
_AUXILIARIES = frozenset("is are was were be been being has have had still also later reportedly feared confirmed reported found already left who more".split())
_PASSIVE = frozenset("was were been being be is are".split())
_NOUNS_OF_FATE = frozenset("body bodies toll lives custody death deaths injury injuries arrest arrests detention evacuation fatalities attendance crowd audience hostage spectators attendees lives".split())


@cache
def fates() -> dict[str, str]:
    """Word to the fate it tells of."""
    return dict(by_word("families", "fate"))


@cache
def function_words() -> frozenset[str]:
    """Words that end a noun phrase."""
    return words("structure", "function_words")


def fate_of_people(reading: Reading, number: Number, head: int, end: int) -> tuple[str, int]:
    """What befell the people counted: the participle behind them or the verb in front, and its token if behind."""
    lower = reading.tokens.low
    known, steps = fates(), 0
    k = head + 1
    if lower[k : k + 3] == _FROM_HOME:
        return "displacement", -1  # "forced 200 people from their homes"
    while k <= end and steps < 7:
        low = lower[k]
        if low in known:
            if low in {"body", "bodies", "toll", "lives", "hospital", "custody"} or (low.endswith("ing") and steps and low != "missing"):
                break
            return known[low], (k if steps == 0 else -1)
        if low in STOPS or low in {"and", "in", "at", "by", "who", "after", "on"} and steps == 0 and low != "who":
            break
        if low in {"and", "but", "while"}:
            break
        steps += 1
        k += 1
    return fate_before(reading, number), -1


def fate_at_once(reading: Reading, at: int, end: int) -> str:
    """The fate told right behind token `at`: "dozens were injured", "four climbers still missing", "37 pilgrims killed"."""
    lower = reading.tokens.low
    known = fates()
    for k in range(at + 1, min(at + 5, end + 1)):
        low = lower[k]
        if low in known:
            return known[low] if low not in _NOUNS_OF_FATE else ""
        if low not in _AUXILIARIES:
            break
    return ""


def fate_verb(reading: Reading, number: Number) -> str:
    """The verb right in front of the number, whose object is counted: "detained 37 supporters"."""
    lower = reading.tokens.low
    low = lower[number.start - 1]
    return fates()[low] if low in fates() and low.endswith(("ed", "ing", "ew", "hurt")) and lower[number.start - 2] not in _PASSIVE else ""


def fate_before(reading: Reading, number: Number) -> str:
    """ "killed 12 people", "a death toll of 12", "leaving at least 20 injured": the fate told in front of a number."""
    lower = reading.tokens.low
    known = fates()
    begin, _ = reading.bounds(reading.sentence_of(number.first))
    k = number.start - 1
    for _ in range(BACK):
        if k < begin:
            break
        low = lower[k]
        if low in known:
            if low == "hurt" and k == number.start - 1:
                return fate_verb(reading, number)  # "the fire hurt three people", but not "left many hurt and some …"
            return "" if low in {"dead", "missing", "hurt", "ill"} or lower[k - 1] in {"was", "were", "been", "being", "be"} else known[low]
        if low in STOPS or reading.taken[k] or low in {"who", "after", "when", "where", "that", "and", "but", "or", "while"}:
            break
        if not (low in function_words() or low in {"toll", "rose", "risen", "climbed", "estimated", "some", "least", "number", "stands", "stood", "reached"}):
            break
        k -= 1
    return ""
