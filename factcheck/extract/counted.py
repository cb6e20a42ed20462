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
from factcheck.extract.numerals import Number
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table, words

SPAN = 6  # words of a noun phrase that are looked at
_LINKS = frozenset("of to at is was were are reached reaching hit hits stood stands be been by from :".split())
_SKIP = frozenset("of the his her its their our my these those all such other a an".split())
CHILDREN = 20  # of one mother
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
def _things() -> dict[str, str]:
    return dict(by_word("families", "things"))


@cache
def _people() -> frozenset[str]:
    return words_of("people")


def words_of(section: str) -> frozenset[str]:
    """All words of one section of the families table."""
    return frozenset(w for members in table("families")[section].values() for w in members.split())


@cache
def _scopes() -> frozenset[str]:
    return words_of("scope")


@cache
def _irregular() -> frozenset[str]:
    return words_of("plurals")


@cache
def _singulars() -> dict[str, str]:
    return table("families")["singulars"]


@cache
def base_form(word: str) -> str:
    """A noun in the singular, by rule: opponents, parties, boxes, women.

    >>> [base_form(w) for w in ("parties", "boxes", "women", "reviews", "glass")]
    ['party', 'box', 'woman', 'review', 'glass']
    """
    if word in _singulars():
        return _singulars()[word]
    if word.endswith("men") and len(word) > 3:
        return word[:-2] + "an"
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


@cache
def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    return word in _irregular() or (len(word) > 3 and word[-1] == "s" and not word.endswith(("ss", "us", "is", "'s", "’s")))


@cache
def family_of(word: str) -> str:
    """The attribute that a counted noun stands for: its family, or its own base form."""
    return fates().get(word) or _things().get(word) or base_form(word)


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
    _, sentence_end = reading.bounds(reading.sentence_of(number.first))
    j = number.stop + 1
    part_of = False
    if lower[j] == "out" and lower[j + 1] == "of":
        j += 1  # "26 out of 28 provinces"
    while j <= sentence_end and lower[j] in _SKIP:
        part_of = part_of or (lower[j] == "of" and number.form != "vague")
        j += 1
    if part_of and lower[j][:1].isdecimal():
        j += 1  # "nine of the 14 members"
    if lower[number.stop + 1] == "-":
        hyphened = _hyphened(reading, number)
        if hyphened is not None or lower[number.stop + 2][:1].isalpha():
            return hyphened
    head, people = -1, _people()
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
    elif low in people or low in ("others", "more"):
        fate, at = fate_of_people(reading, number, head, sentence_end)
        if fate:
            attribute, last = fate, max(head, at)
        elif low in ("others", "more"):
            return None
        else:
            attribute = "person aboard" if _all_aboard(reading, number, head) else _acts().get(lower[number.start - 1], attribute)
    elif attribute == noun:  # a noun of no family, which may be of people all the same: "37 pilgrims were killed"
        attribute = fate_at_once(reading, head, sentence_end) or fate_verb(reading, number) or attribute
    return Counted(attribute, noun, head, tuple(sorted(set(scope))), last)


def of_children(reading: Reading, number: Number) -> bool:
    """Whether it tells how many children somebody has: "a mother of 12"; a mother of 45 is of that age."""
    lower = reading.tokens.low
    return lower[number.start - 1] == "of" and lower[number.start - 2] in _PARENTS and number.value <= CHILDREN and not is_plural(lower[number.stop + 1])


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
    if low in _things():
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
        if low in fates() or low in _things() or low in ("number", "population", "turnout", "attendance", "membership", "capacity", "total"):
            return Counted(family_of(low), base_form(low), k, (), number.stop)
    return None
