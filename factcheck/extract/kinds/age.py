"""An age in years, and whose: "69-year-old", "aged 34", "Jane Roe, 51,", "78 years old", "at the age of nine".

Not an age: "34 years ago", "a seven-year term", "a 30-year-old dispute" has no person and so no subject.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from factcheck.extract.counted import of_children
from factcheck.extract.hedges import quantity
from factcheck.extract.numerals import Number
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.subjects import apposed, focus_person, following_person, mention_ending, person_like
from factcheck.lexicon import words
from factcheck.model.claim import Claim

Found = tuple[int, int, str | None, str]  # first and last token, subject, unit
_UNITS = {"year": "year", "years": "year", "yr": "year", "month": "month", "months": "month", "week": "week", "weeks": "week", "day": "day", "days": "day"}
_BEING = frozenset(("is", "was", "turned", "turns", "then", "now", "am"))
_AFTER = frozenset((",", ".", ";", ")", "when", "and", "on", "at", "was", "is", "by", ""))
_AUXILIARIES = frozenset("are were will can must may get have who should".split())
_ONE_PERSON = frozenset("man woman boy girl teenager victim suspect driver student mother father son daughter brother sister husband wife pilot nurse teacher player".split())
_GROUPS = frozenset("children adults people those women men girls boys anyone anybody everyone pupils voters residents patients".split())
OLDEST = 120
PRONOUN_WITHIN = 12  # tokens between it and the age
_THEN = "age then"


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the ages among the numbers."""
    for number in reading.numbers:
        if number.form not in ("digits", "words", "range") or number.high > OLDEST or reading.taken[number.first]:
            continue
        found = _aged(reading, number)
        if found is None:
            found = _old(reading, number) or _of_a_group(reading, number)
        if found is None and number.form != "range":
            found = _apposition(reading, number) or _said_to_be(reading, number)
        if found is None:
            continue
        first, last, subject, unit = found
        reading.take(first, last)
        yield reading.claim("age", first, last, quantity(number, unit, "exact"), _THEN if _is_past(reading, number) else "age", subject=subject, detail=number)


def _old(reading: Reading, number: Number) -> Found | None:
    """ "69-year-old", "78 years old", "78 years of age", "a three-month-old cub"."""
    lower = reading.tokens.low
    j = number.stop + 1
    if lower[j] == "-":
        j += 1
    unit = _UNITS.get(lower[j])
    if unit is None:
        return None
    k = j + 2 if lower[j + 1] == "-" else j + 1
    if lower[k] in ("old", "olds"):
        subject = following_person(reading, k) or apposed(reading, number.start)
        if subject is None and lower[number.start - 1] in ("the", ","):
            subject = focus_person(reading, number.start)
        if subject is None and lower[number.start - 1] in ("is", "was", "am", "are", "turned"):
            subject = focus_person(reading, number.start, same_sentence=True)
        return number.start, k, subject, unit
    if lower[k] == "of" and lower[k + 1] == "age":
        return number.start, k + 1, focus_person(reading, number.start, same_sentence=True), unit
    return None


def _aged(reading: Reading, number: Number) -> Found | None:
    """ "aged 34", "age 34", "at the age of nine", "aged between 12 and 15", "a woman of 40"."""
    lower = reading.tokens.low
    k = number.start - 1
    low = lower[k]
    if low in ("between", "from"):
        k -= 1
        low = lower[k]
    if low == "of" and lower[k - 1] in _ONE_PERSON and lower[number.stop + 1] in _AFTER and not of_children(reading, number):
        return number.start, number.stop, None, "year"
    if low == "of" and lower[k - 1] == "ages":
        return _between_ages(reading, number, k - 1)
    if low == "," and lower[k - 1] == "age" and lower[number.stop + 1] in _AFTER | {","}:
        return k - 1, number.stop, _whose(reading, k - 2), "year"  # "His age, 75, …"
    if low == "of" and lower[k - 1] == "age":
        k -= 1
        return k, number.stop, focus_person(reading, k, same_sentence=True) or _of_pronoun(reading, k), "year"
    if low in ("aged", "age"):
        return k, number.stop, apposed(reading, k) or focus_person(reading, k, same_sentence=True), "year"
    return None


def _of_pronoun(reading: Reading, i: int) -> str | None:
    """The person of the "he" or "she" of whom the clause up to token i speaks: "He was convicted at the age of 19"."""
    lower = reading.tokens.low
    first, _ = reading.bounds(reading.sentence_of(i))
    for k in range(i - 1, max(first, i - PRONOUN_WITHIN) - 1, -1):
        if lower[k] in ("he", "she"):
            return focus_person(reading, k)
        if lower[k] in (",", ";", ":", "–", "—", "who", "whose", "“", "”", '"'):
            break
    return None


def _between_ages(reading: Reading, number: Number, i: int) -> Found | None:
    """ "between the ages of 12 and 16": i is the token "ages"."""
    lower, end = reading.tokens.low, number.stop + 2
    if lower[number.stop + 1] not in ("and", "to") or lower[i - 1] != "the" or not lower[end].isdecimal() or int(lower[end]) > OLDEST:
        return None
    number.high, number.form, number.last, number.stop = Decimal(lower[end]), "range", end, end
    return (i - 2 if lower[i - 2] in ("between", "from") else i - 1), end, None, "year"


def _whose(reading: Reading, i: int) -> str | None:
    """The person of a possessive at token i: "his", "Smith's"."""
    if reading.tokens.low[i] in ("his", "her"):
        return focus_person(reading, i, same_sentence=True) or focus_person(reading, i)
    mention = mention_ending(reading, i)
    return mention.surname if mention is not None and person_like(reading, mention) else None


def _apposition(reading: Reading, number: Number) -> Found | None:
    """ "Jane Roe, 51, said", "Jane Roe (51)", "the boy, six, was found": a bare number behind a person."""
    lower = reading.tokens.low
    i = number.first
    if number.hedge or number.step != 1 or number.last != i or not 0 < number.low < OLDEST:
        return None
    before, behind = lower[i - 1], lower[i + 1]
    if before == "," and lower[i - 2] == "." and lower[i - 3] in ("jr", "sr"):
        mention = mention_ending(reading, i - 3) or mention_ending(reading, i - 4)
        return (i, i, mention.surname, "year") if mention is not None and behind in (",", ".") else None
    if before == "(" and behind == ")":
        mention = mention_ending(reading, i - 2)
        return (i, i, mention.surname, "year") if mention is not None and len(mention.words) > 1 and mention.type == "person" else None
    if before != "," or behind not in (",", ".", ";", ")") or (behind == "," and lower[i + 2][:1].isdecimal()):
        return None
    if lower[i - 2] in _ONE_PERSON:
        return i, i, None, "year"
    mention = mention_ending(reading, i - 2)
    if number.form != "digits" and (mention is None or mention.type != "person"):
        return None  # "Rovers, two, and City, one" are no ages
    subject = apposed(reading, i)
    return None if subject is None else (i, i, subject, "year")


def _said_to_be(reading: Reading, number: Number) -> Found | None:
    """ "she is 51", "Jane Roe turned 51", "Jane Roe, then 51,", "at 23, she": a bare number that a person is."""
    lower = reading.tokens.low
    i = number.start
    if number.step != 1 or not 0 < number.low < OLDEST or number.low < 3:
        return None
    verb, behind = lower[i - 1], lower[number.stop + 1]
    if verb == "at" and behind == "," and lower[number.stop + 2] in ("she", "he") and reading.opens_sentence(i - 1):
        return i, number.stop, focus_person(reading, i), "year"
    if verb not in _BEING or behind not in _AFTER:
        return None
    k = i - 2
    while lower[k] in (",", "who", "now", "just", "only", "still", "recently"):
        k -= 1
    if lower[k] == "." and lower[k - 1] in ("jr", "sr"):
        k -= 1
    if lower[k] in ("she", "he"):
        # "a woman says that … when she was 14": whom the sentence itself speaks of is nobody that was named before.
        unnamed = any(w in _ONE_PERSON for w in lower[reading.bounds(reading.sentence_of(k))[0] : k])
        return i, number.stop, None if unnamed else focus_person(reading, k), "year"
    mention = mention_ending(reading, k)
    if mention is None or not person_like(reading, mention):
        return None
    return i, number.stop, mention.surname, "year"


def _is_past(reading: Reading, number: Number) -> bool:
    """Whether it is the age at another time than the story's: "then 51", "was 23 when he won", "at 23, she", "was in his 30s"."""
    lower = reading.tokens.low
    before, behind = lower[number.start - 1], lower[number.stop + 1]
    if before in ("his", "her") and lower[number.start - 2] == "in" and lower[number.start - 3] == "was":
        return True
    if before == "of" and lower[number.start - 2] == "age" and lower[number.start - 4] == "at":
        first, _ = reading.bounds(reading.sentence_of(number.start))
        said = lower[first : number.start]
        return words("happenings", "families.death").isdisjoint(said) and not ("passed" in said and "away" in said)  # "won it at the age of 19", but "died at the age of 83"
    if lower[number.stop + 1 : number.stop + 4] == ["at", "the", "time"]:
        return True
    return before == "then" or (before in ("was", "at", "of", "aged", "age") and behind == "when") or (before == "at" and behind == ",")


def _of_a_group(reading: Reading, number: Number) -> Found | None:
    """ "children under 12", "a man in his 60s": ages of whom the text does not name."""
    lower = reading.tokens.low
    i = number.start
    if lower[i - 1] in ("his", "her", "their") and lower[i] == lower[number.first] and lower[number.stop + 1] == "s" and reading.tokens.glued(number.stop):
        number.high = number.low + 9
        number.form = "range"
        return i, number.stop + 1, None if lower[i - 1] == "their" else focus_person(reading, i, same_sentence=True), "year"
    if number.hedge in ("at-least", "at-most") and lower[number.stop] in ("older", "younger"):
        return i, number.stop, None, "year"  # "anyone 19 or older"
    if number.hedge in ("over", "under", "at-least", "at-most") and lower[i - 1] in _GROUPS and lower[number.stop + 1] in _AFTER | _AUXILIARIES:
        return i, number.stop, None, "year"
    return None


KIND = Kind("age", 20, "quantity", read)
