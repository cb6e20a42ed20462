"""What a number counts: the noun behind it (or before it), its word family, and the words that narrow it.

No grammar is parsed: a noun phrase is a short run of words behind the number, its head the first plural in it, which
English news keeps to well enough; where no noun is found the number says nothing that could be compared.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck.extract.fates import (
    BACK,
    STOPS,
    fate_at_once,
    fate_before,
    fate_of_people,
    fate_verb,
    fates,
    function_words,
)
from factcheck.extract.nouns import base_form, family_of, is_plural, meant_by_verbs, meant_near, people, things, words_of
from factcheck.extract.numerals import Number
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table, words

SPAN = 6  # words of a noun phrase that are looked at
_LINKS = frozenset("of to at is was were are reached reaching hit hits stood stands be been by from :".split())
_SKIP = frozenset("of the his her its their our my these those all such other a an".split())
NEAR = 5  # words from a noun in which a verb says what it counts
WON = 5  # words behind "three-time" up to the winner
CHILDREN = 20  # of one mother
INHABITANTS = 50  # fewest of a place that are its people
_PARENTS = words("families", "parents")
_APOSTROPHES = ("'", "’")
_PARTS = frozenset("none neither half most some many all each any few several majority third quarter thirds quarters percent % cent two three".split())
_TURNS = frozenset("further extra last final first next past previous another other additional opening remaining every".split())


class Counted(NamedTuple):
    """attribute: family or base form; noun: base form of the head or ""; head: its token or -1; scope: narrowing words;
    last: last token of the phrase that belongs to the claim's words."""

    attribute: str
    noun: str
    head: int
    scope: tuple[str, ...]
    last: int


@cache
def _scopes() -> frozenset[str]:
    return words_of("scope")


@cache
def _acts() -> dict[str, str]:
    """Verb to what the people are to whom it is done: a firm employs its employees."""
    return dict(by_word("families", "acts"))


@cache
def _fate_names() -> frozenset[str]:
    return frozenset(fates().values())


def counted(reading: Reading, number: Number) -> Counted | None:
    """What the number counts, or None where no noun is found."""
    lower = reading.tokens.low
    if of_children(reading, number):
        return Counted("child", "child", -1, (), number.stop)  # "a mother of 12"
    if of_inhabitants(reading, number):
        return Counted("resident", "resident", -1, (), number.stop + (lower[number.stop + 1] in people()))  # "a town of 12,000 people"
    _, sentence_end = reading.bounds(reading.sentence_of(number.first))
    j = number.stop + 1
    part_of = False
    if lower[j] == "of" and lower[j + 1] in ("them", "whom"):
        of_them = _among_them(reading, number, sentence_end)
        if of_them is not None:
            return of_them
    if lower[j] == "out" and lower[j + 1] == "of":
        j += 1  # "26 out of 28 provinces"
    while j <= sentence_end and lower[j] in _SKIP:
        part_of = part_of or (lower[j] == "of" and number.form != "vague")
        j += 1
    if part_of and (lower[j][:1].isdecimal() or lower[j] in _numerals()):
        j += 1  # "nine of the 14 members", "eight of nine counts"
    if lower[number.stop + 1] == "-":
        hyphened = _hyphened(reading, number)
        if hyphened is not None or lower[number.stop + 2][:1].isalpha():
            return hyphened
    head, persons = -1, people()
    before = lower[number.start - 1]
    scope = [before] if before in _TURNS else []
    if part_of:
        scope.append("of them")
    known, narrowing, ends = fates(), _scopes(), _ends_of_phrase()
    k, furthest = j, min(j + SPAN, sentence_end)
    while k <= furthest:
        low = lower[k]
        if low in ends or ("0" <= low[0] <= "9" and not reading.tokens.glued(k - 1)):
            break
        plural = is_plural(low)
        if not plural and low in narrowing:
            scope.append(low)
        if plural and lower[k + 1] in _APOSTROPHES and reading.tokens.glued(k):
            break  # of "the Saints' 16 games" ten are no Saints
        if plural or low in known:
            head = k
            if low in known or k == sentence_end or not is_plural(lower[k + 1]) or lower[k + 1] in known:
                break
        k += 1
    if head < 0 and k > j:
        head = _singular_head(reading, number, j, k)
    if head < 0:
        fate = fate_before(reading, number) or fate_at_once(reading, number.stop, sentence_end)
        if fate:
            return Counted(fate, "", -1, tuple(scope), number.stop)
        if _is_aboard(reading, number.stop + 1):
            return Counted("person aboard", "", -1, tuple(scope), number.stop)
        return _noun_before(reading, number)
    low = lower[head]
    attribute, last = family_of(low), head
    noun = base_form(low)
    if attribute not in _fate_names() and _is_whole(reading, number):
        scope.append("whole")  # "none of the 30 passengers was hurt": 30 is no number of the hurt
    elif low in persons or low in ("others", "more"):
        fate, at = fate_of_people(reading, number, head, sentence_end)
        if fate:
            attribute, last = fate, max(head, at)
        elif low in ("others", "more"):
            return None
        else:
            attribute = "person aboard" if _all_aboard(reading, number, head) else _acts().get(lower[number.start - 1], attribute)
    elif low in meant_near():
        attribute = meant_by_verbs(low, (*lower[max(0, number.start - NEAR) : number.start], *lower[head + 1 : head + 1 + NEAR])) or attribute
    elif attribute == noun:  # a noun of no family, which may be of people all the same: "37 pilgrims were killed"
        attribute = fate_at_once(reading, head, sentence_end) or fate_verb(reading, number) or attribute
    return Counted(attribute, noun, head, tuple(sorted(set(scope))), last)


def won_so_often(reading: Reading, number: Number) -> Counted | None:
    """What somebody has won so many times: "three-time Oscar winner" has three Oscars, "two-time world champion" two titles."""
    lower, stop = reading.tokens.low, number.stop
    if lower[stop + 1] != "-" or lower[stop + 2] != "time":
        return None
    known = table("families")["so_often"]
    for k in range(stop + 3, stop + 3 + WON):
        won = known["named"].get(lower[k]) or (base_form(lower[k - 1]) if lower[k] in known["winners"].split() and k > stop + 3 else "")
        if won:
            return Counted(won, won, k, (), k)
        if not lower[k].isalpha():
            break
    return None


def of_children(reading: Reading, number: Number) -> bool:
    """Whether it tells how many children somebody has: "a mother of 12"; a mother of 45 is of that age."""
    lower = reading.tokens.low
    return lower[number.start - 1] == "of" and lower[number.start - 2] in _PARENTS and number.value <= CHILDREN and not is_plural(lower[number.stop + 1])


def of_inhabitants(reading: Reading, number: Number) -> bool:
    """Whether it tells how many live somewhere: "a town of 12,000 people", "a city of 2.1 million", "Elmore, population 21,000"."""
    lower = reading.tokens.low
    before, behind = lower[number.start - 1], lower[number.stop + 1]
    if before == "population":
        return True
    if behind not in people() and (behind.isalpha() and behind not in function_words() and behind not in words("acts", "lying")):
        return False
    if before == "of" and number.value >= INHABITANTS:
        return lower[number.start - 2] in words("families", "settlements")
    return before == "to" and lower[number.start - 2] == "home" and behind in people() and number.value >= INHABITANTS


def _among_them(reading: Reading, number: Number, end: int) -> Counted | None:
    """ "three of them children", "four of whom were women": the noun behind the pronoun."""
    lower = reading.tokens.low
    at = number.stop + 3
    if lower[at] in ("are", "were"):
        at += 1
    low = lower[at]
    if at > end or not is_plural(low) or low in fates() or low in function_words():
        return None
    return Counted(family_of(low), base_form(low), at, (), at)


def _all_aboard(reading: Reading, number: Number, head: int) -> bool:
    """Whether the people counted are all who were in a vehicle; head: token of their noun."""
    known, lower = table("families")["aboard"], reading.tokens.low
    if lower[head] in known["with"].split() and lower[head + 1] == "and" and lower[head + 2] in known["and"].split():
        return lower[number.start - 1] in known["verbs"].split() or _is_aboard(reading, head + 3)
    return lower[head] in known["all"].split() and (lower[number.start - 1] in known["verbs"].split() or _is_aboard(reading, head + 1))


def _is_aboard(reading: Reading, at: int) -> bool:
    """Whether token `at` or one soon behind it says "aboard"."""
    known, lower = table("families")["aboard"], reading.tokens.low
    while lower[at] in known["between"].split():
        at += 1
    return lower[at] in known["behind"].split() or (lower[at] == "on" and lower[at + 1] == "board")


def _hyphened(reading: Reading, number: Number) -> Counted | None:
    """ "a 12-member panel", "the 40-page report": the noun behind the hyphen."""
    at = number.stop + 2
    low = reading.tokens.low[at]
    if not low.isalpha() or low in _numerals() or low in ("figure", "digit", "strong", "plus", "odd", "year", "old") or low in function_words() or not reading.tokens.glued(at - 1):
        return None
    return Counted(family_of(base_form(low)), base_form(low), at, (), at)


def _is_whole(reading: Reading, number: Number) -> bool:
    """Whether the number is that of a whole of which a part is told: "none of the 30", "54% of the 1,200"."""
    lower = reading.tokens.low
    k = number.start - 1
    if lower[k] in _APOSTROPHES or lower[k].endswith(("'s", "’s")):  # "10 of the team's 16 games"
        k -= 2 if len(lower[k]) == 1 else 1
    if lower[k] in _SKIP:
        k -= 1 if lower[k] != "of" else 0
    return lower[k] == "of" and (lower[k - 1] in _PARTS or lower[k - 1][:1].isdecimal() or lower[k - 1] in _numerals())


@cache
def _numerals() -> frozenset[str]:
    """Words of number that end a noun phrase; "second" and "one" are too often something else."""
    return frozenset(table("numerals")["units"]) | frozenset(table("numerals")["tens"]) - {"one"}


@cache
def _ends_of_phrase() -> frozenset[str]:
    """What no noun phrase goes on over."""
    return STOPS | _numerals() | (function_words() - {"more", "other", "another", "own"})


def _singular_head(reading: Reading, number: Number, j: int, k: int) -> int:
    """The head of a phrase without a plural: "one goal", "238 confirmed dead", "15 crew"."""
    low = reading.tokens.low[j]
    if number.value == 1 and number.form == "words":
        return k - 1 if k - j <= 2 and low not in ("day", "time", "thing", "way", "point", "hand") else -1
    if low in things():
        return j
    return -1


def _noun_before(reading: Reading, number: Number) -> Counted | None:
    """ "the death toll rose to 12", "a population of 5,000", "attendance: 40,213": the noun in front of a bare number."""
    lower = reading.tokens.low
    begin, _ = reading.bounds(reading.sentence_of(number.first))
    k = number.start - 1
    if k < begin or lower[k] not in _LINKS:
        return None
    for _ in range(BACK):
        k -= 1
        if k < begin:
            return None
        low = lower[k]
        if low in STOPS or low[0].isdecimal():
            return None
        if low in words("attributes", "grades"):
            return None  # "the album has a score of 87": a number of kind number, which knows of grades
        if lower[number.start - 1] == "to" and (lower[k - 1][:1].isdecimal() or lower[k - 1] in _numerals()):
            return None  # "3 goals to 1"
        if low in fates() or low in things() or low in ("number", "population", "turnout", "attendance", "membership", "capacity", "total"):
            return Counted(family_of(low), base_form(low), k, (), number.stop)
    return None
