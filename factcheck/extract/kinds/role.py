"""An office and who holds it: "President X", "X, chairman of the board", "the team's interim coach", "X became mayor".

Not: an office nobody holds here, without a status and without a country or body ("the president said"); plurals; a common
word such as head, chief or general by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.extract.names import SUFFIXES, Mention, given_names
from factcheck.extract.offices import Office, office_at, printed
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.extract.speaking import Subjects
from factcheck.extract.subjects import mention_ending
from factcheck.extract.titles import doubtful, titles
from factcheck.lexicon import table, words
from factcheck.lexicon.places import demonyms
from factcheck.model.claim import Claim
from factcheck.model.value import Role

_TENURES = words("roles", "holding.tenures")
_HOLDING = words("roles", "holding.verbs")
_BETWEEN = frozenset(["the", "a", "an", "its", "his", "her", "their", "also", "now", "then", "still", "currently", "new", "newly", "who", "has", "had", "since", "was", "once", "not"])
_THEIRS = frozenset(("his", "her"))
_HEADLINE = frozenset(["to", "names", "named", "appoints", "wins", "quits", "dies"])
_LOOSE = frozenset(["would", "will", "in", "over", "not", "now", "then", "also", "has", "had", "once", "currently", "since"])
_ARTICLES = frozenset(("a", "an", "the"))
_NAMING = words("roles", "naming.verbs")
_FUNCTIONS = words("structure", "function_words")
_PARTIES = frozenset("DRI")
_LONGEST_PARTY = 9  # tokens of "(D-N.Y.)"
_NARROWING = 2  # nouns that narrow a title
_LONGEST_BODY = 6  # tokens of a body's name up to a title in it


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """One claim an office; the longest phrase wins where two end in titles."""
    lower = reading.tokens.low
    behind = -1
    former: tuple[int, Mention | None] = (-9, None)  # where the office before ends, and its holder
    for i in hits:
        if i <= behind:
            continue
        office = office_at(reading, i)
        if office is None or _in_a_body(reading, office):
            continue
        holder = _behind(reading, office) or _before(reading, office)
        if holder is None and lower[office.left - 1] == "and" and office.left - 2 == former[0]:
            holder = former[1]  # a former chief of staff and legal counsel
        former = (office.last, holder)
        if holder is None and ((office.doubtful and not office.of) or not (office.status or office.of)):
            continue
        if lower[office.title_last] == "dean" and office.of is None:
            continue  # a first name
        if office.doubtful and office.status in {"deputy", "new", "then"} and holder is None and not office.of:
            continue
        behind = office.last
        if holder is not None and _is_headline_verb(reading, holder):
            holder = None
            if not (office.status or office.of):
                continue
        if holder is not None and office.of is None:
            office.of = _constituency(reading, holder)
        name = _printed(reading, holder, office) if holder is not None else None
        value = Role(office.title, name, office.status, office.of)
        yield reading.claim("role", office.first, office.last, value, "office", subject=holder.surname if holder is not None else None, detail=office)


def _printed(reading: Reading, name: Mention, office: Office) -> str:
    """A holder's name without the title that a mention may have taken in."""
    lower = reading.tokens.low
    first, found = name.first, reading.tokens.words
    if first <= office.title_last < name.last:
        first = office.title_last + 1
    while first < name.last and (lower[first] in titles() or found[first] in ".-"):
        first += 1
    return printed(reading, first, name.last)


def _is_headline_verb(reading: Reading, name: Mention) -> bool:
    """Capitalised words of a headline that stand where a name would: Leader Vows to Stay."""
    in_body = reading.zones[reading.sentence_of(name.first)] == "body"
    if len(name.words) == 1:
        return name.surname not in reading.by_surname and (name.surname in _verbs() or (not in_body and name.title is None))
    return not _HEADLINE.isdisjoint(name.words) or (not in_body and not _verbs().isdisjoint(name.words))


@cache
def _verbs() -> frozenset[str]:
    verbs = table("speech")["verbs"]
    return frozenset((verbs["say"] + verbs["judge"]).split())


def _constituency(reading: Reading, name: Mention) -> str | None:
    """The place behind a name: Senator X of New York."""
    lower = reading.tokens.low
    place = reading.mention_at.get(name.last + 2)
    if place is not None and lower[name.last + 1] == "of" and place.type == "place":
        return printed(reading, place.first, place.last)
    return None


def _in_a_body(reading: Reading, office: Office) -> bool:
    """Whether the word is part of a longer name: the Office of the Director of X, President Street, Stephen King."""
    found, lower = reading.tokens.words, reading.tokens.low
    word = lower[office.title_last]
    after = lower[office.title_last + 1]
    if word == "chief" and office.doubtful and after.isalpha() and found[office.title_last + 1].islower() and after not in words("structure", "function_words"):
        return True  # the chief strategist
    if after in SUFFIXES:
        return True  # Martin Luther King Jr.
    name = reading.mention_before(office.first, _LONGEST_BODY)
    if name is None:
        return False
    if name.last == office.title_last and name.first < office.first and word in doubtful():
        return name.type == "person" or not found[name.first].isupper()
    if name.last < office.title_last or name.type not in ("organisation", "place"):
        return False
    # A body may lead the name of its officer: only a capital directly behind the title shows the officer.
    leads = name.first < office.first and name.last > office.title_last and found[office.title_last + 1][0].isupper()
    return not leads


def _person(reading: Reading, name: Mention | None) -> Mention | None:
    """A name that can be somebody's."""
    if name is None or name.type in ("place", "organisation"):
        return None
    if name.surname in demonyms() or name.surname in words("names", "organisation_heads") or name.surname in words("roles", "no_holders"):
        return None
    return name


def _behind(reading: Reading, office: Office) -> Mention | None:
    """President X · the incumbent president, X, · chief of the agency X."""
    lower = reading.tokens.low
    for last in (office.last, office.title_last):
        j = last + 1
        if lower[j] == "." and reading.tokens.glued(last):
            j += 1
        name = reading.mention_at.get(j)
        if name is not None and not reading.opens_sentence(j):
            return _person(reading, name)
        if lower[j] in {",", ":", "—", "–", "-"} or lower[j] == "is":
            name = reading.mention_at.get(j + 1) or _titled(reading, j + 1)
            if name is not None and _apposed(reading, name, office, lower[j]):
                return _person(reading, name)
    # Two offices before one name: "president and chief executive X".
    if lower[office.title_last + 1] == "and":
        second = office_at(reading, office.title_last + 2) or office_at(reading, office.title_last + 3)
        if second is not None and second.first <= office.title_last + 2:
            return _behind(reading, second)
    # The name itself may hold the title, as in "Prime Minister X" read as one name.
    name = reading.mention_before(office.title_last, office.title_last - office.left + 2)
    if name is None or name.last <= office.title_last:
        return None
    return name if _leads_officer(reading, name, office) else _person(reading, name)


def _leads_officer(reading: Reading, name: Mention, office: Office) -> bool:
    """Whether a name that begins with a body goes on, behind the title, with a person's: House Speaker Ann Roe."""
    behind = name.words[len(name.words) - (name.last - office.title_last) :]
    return name.type == "organisation" and len(behind) > 1 and behind[0] in given_names()


def _titled(reading: Reading, j: int) -> Mention | None:
    """A name with a short title in front: Dr. X."""
    for k in (j + 1, j + 2):
        name = reading.mention_at.get(k)
        if name is not None:
            return name if name.title is not None else None
    return None


def _apposed(reading: Reading, name: Mention, office: Office, mark: str) -> bool:
    """Whether a name behind a comma is the holder: the comma closes again, or a verb or the end follows."""
    lower = reading.tokens.low
    if mark == "is":
        return True
    after = lower[name.last + 1]
    if mark == "," and after not in {",", ".", "”", '"', "who", ")", "("} and reading.tokens.words[name.last + 1 : name.last + 2]:
        return office.owner is not None and after not in ("and", "or") and len(name.words) > 1
    return len(name.words) > 1 or name.title is not None or name.surname in reading.by_surname


def _before(reading: Reading, office: Office) -> Mention | None:
    """X, chairman of … · X (president) · X became the speaker · X, who served as mayor · as mayor, X."""
    lower = reading.tokens.low
    k = office.left - 1
    found = reading.tokens.words
    while k >= 0 and lower[k] in _BETWEEN and lower[k] not in {"who", "was", "has", "had"}:
        k -= 1
    if k < 1:
        return None
    named = mention_ending(reading, k)
    if named is not None and lower[named.first - 1] in _NAMING and not found[k].endswith(("'s", "’s")):
        return _person(reading, named)
    k = _over_nouns(reading, k)
    if found[k] in ",(—–":
        j = _over_aside(reading, k - 1)
        name = _plain_name(reading, j)
        if name is not None and not reading.opens_sentence(j + 1):
            return _person(reading, name)
        return None
    verb = lower[k]
    if verb == "as" and lower[k - 1] in _TENURES:
        for j in range(k - 2, max(k - 6, 0), -1):
            if lower[j] in _THEIRS:
                subject = Subjects(reading).person_before(j)  # his two terms as the governor
                return _person(reading, subject.mention) if subject is not None else None
    if verb not in _HOLDING:
        return None
    while k > 0 and (lower[k] in _HOLDING or lower[k] in _LOOSE or lower[k].endswith("ly")):
        k -= 1
    subject = Subjects(reading).left_of(k + 1, reading.sentences[reading.sentence_of(k)])
    return _person(reading, subject.mention) if subject is not None else None


def _over_nouns(reading: Reading, k: int) -> int:
    """From the noun that narrows a title to what stands before it: of "X, ministry spokeswoman" and "X, an economics professor" to
    the comma."""
    lower, begin = reading.tokens.low, k
    while begin - k < _NARROWING and _may_narrow(reading, k):
        k -= 1
    if k == begin:
        return begin
    if lower[k] in _ARTICLES:
        k -= 1
    return k if lower[k] == "," else begin


def _may_narrow(reading: Reading, k: int) -> bool:
    word, low = reading.tokens.words[k], reading.tokens.low[k]
    return word == low and low.isalpha() and low not in _FUNCTIONS and not low.endswith(("ing", "ed", "ly")) and low not in _said()


@cache
def _said() -> frozenset[str]:
    return words("speech", "verbs.say") | words("speech", "verbs.judge")


def _over_aside(reading: Reading, k: int) -> int:
    """From an age, or a party and state, behind a name to the name: "X, 52, the chairman", "X, D-N.Y., the chairman"."""
    found = reading.tokens.words
    if k > 1 and found[k].isdecimal() and found[k - 1] == ",":
        return k - 2
    for comma in range(k - 1, max(k - _LONGEST_PARTY, 0), -1):
        if found[comma] in (",", "("):
            return comma - 1 if found[comma + 1] in _PARTIES and found[comma + 2] == "-" else k
    return k


def _plain_name(reading: Reading, k: int) -> Mention | None:
    """The name that ends at token k and owns nothing."""
    return None if reading.tokens.words[k].endswith(("'s", "’s")) else mention_ending(reading, k)


KIND = Kind("role", 70, "role", read, words=frozenset(titles()), reads="")
