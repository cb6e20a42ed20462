"""What a document says of a person by name: the party, the country, the home, and whose wife, son or niece it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.people import plain
from factcheck.lexicon import table, words
from factcheck.lexicon.places import demonyms, is_place

_DOUBT = words("persons", "party_doubt.words")
_NOT_OWN = words("persons", "not_own.words")


if TYPE_CHECKING:
    from factcheck.model.telling import Telling

PARTY, COUNTRY, KIN, HOME, TOWN = "party", "country", "kin", "home", "town"
EITHER = "either"
"""The sex of kin whose word does not tell it."""
_GIVEN = r"[A-Z\u00C0-\u00DE][\w'’-]+"
_NAME = rf"(?P<name>{_GIVEN}(?: (?:[A-Z]\.|{_GIVEN})){{1,2}})"
_TITLE = r"(?:(?:[a-z]+ial|[a-z]*man|[a-z]*woman|senators?|representative|nominee|candidate|governor|mayor|leader|challenger|incumbent|lawmaker|politician|strategist|councillor|member|rival|opponent|colleague|activist|donor|newcomer|freshman|vice|deputy|state|house|Sens?\.|Reps?\.|Govs?\.|Senator|Representative|Governor|Mayor|MP|Congressman|Congresswoman|Party|Rep|Sen)\s){0,3}"


_SENT = ("Rep.", "Sen.", "Gov.", "Representative", "Senator", "Governor", "Congressman", "Congresswoman")
_BESIDE = re.compile(rf"({_GIVEN}),? (?:and|with) \Z")


class Said(NamedTuple):
    """sort: party, country, kin, home (the place that sent them) or town (where they live); value: which; name: whose, as printed;
    of: for kin the other person's surname, else ""; start, end: offsets of the words that say it."""

    sort: str
    value: str
    name: str
    of: str
    start: int
    end: int


@cache
def _parties() -> dict[str, str]:
    return {form: party for party, forms in table("persons")["parties"].items() for form in forms}


@cache
def party_words() -> tuple[str, ...]:
    """The words that show a text to speak of parties, longest first."""
    return tuple(sorted((form for form in _parties() if len(form) > 1), key=lambda f: (-len(f), f)))


@cache
def party_cues() -> frozenset[str]:
    """The words of a name that show a text to speak of parties, in lower case."""
    return frozenset(word for form in party_words() for word in (form.lower().split()[0], form.lower().split()[0] + "s", form.lower().split()[-1]))


@cache
def _party_patterns() -> tuple[re.Pattern[str], ...]:
    forms = "|".join(re.escape(f) for f in party_words())
    return (
        re.compile(rf"\b(?P<party>{forms})s?\s(?!Party\b.{{0,20}}'s){_TITLE}{_NAME}"),
        re.compile(rf"{_NAME},\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?P<party>{forms})\b(?!-)"),
        re.compile(rf"{_NAME}(?:,\s|\s\()(?P<party>[DRI])-(?P<state>[A-Z][A-Za-z.]+)"),
    )


def parties(telling: Telling) -> Iterator[Said]:
    """Who is of what party."""
    text = telling.document.text
    for pattern in _party_patterns():
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - 24) : found.start()].lower().replace("-", " ").split()
            inside = found[0].lower().replace("-", " ").split()
            if _DOUBT.isdisjoint(before[-3:]) and _DOUBT.isdisjoint(inside):
                yield Said(PARTY, _parties()[found["party"]], found["name"], "", *found.span())


@cache
def _country_patterns() -> tuple[re.Pattern[str], ...]:
    forms = "|".join(sorted({form[0].upper() + form[1:] for form in demonyms()}, key=lambda f: (-len(f), f)))
    return (
        re.compile(rf"(?<![-\w])(?P<land>{forms})\s(?P<nouns>(?:[a-z]+(?:-[a-z]+)?\s){{1,2}}){_NAME}"),
        re.compile(rf"{_NAME},\s(?:an?|the)\s(?:[0-9]+-year-old\s)?(?P<land>{forms})\s(?P<nouns>[a-z]+(?:\s[a-z]+)?)(?=[,.;]|\swh)"),
    )


def countries(telling: Telling) -> Iterator[Said]:
    """Who is of what country."""
    text = telling.document.text
    for pattern in _country_patterns():
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - 8) : found.start()].lower()
            if _NOT_OWN.isdisjoint(found["nouns"].split()) and not before.endswith(("former ", "then-", "based ")):
                yield Said(COUNTRY, demonyms()[found["land"].lower()], found["name"], "", *found.span())


@cache
def _home_pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(f) for f in party_words())
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, _SENT))})\s{_NAME}(?:,\s(?:an?\s|the\s)?(?:{forms}),?)?\s(?:of|from)\s(?P<home>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
    )


def may_tell_homes(text: str) -> bool:
    """Whether a text has a title of those who are sent by a place."""
    return any(title in text for title in _SENT)


def homes(telling: Telling) -> Iterator[Said]:
    """Who sits for what place: "Rep. Lea Frank of Ohio", "Senator Mark Oduya, Republican of Iowa"."""
    for found in _home_pattern().finditer(telling.document.text):
        place = found["home"] if is_place(found["home"]) else found["home"].split()[0]
        if is_place(place):
            yield Said(HOME, place, found["name"], "", *found.span())


_OF_AGE = re.compile(r", [0-9]{1,3}, of [A-Z]")
_TOWN = re.compile(rf"(?P<name>{_GIVEN}(?: (?:[A-Z]\.|{_GIVEN})){{0,2}}), [0-9]{{1,3}}, of (?P<town>[A-Z][\w'’-]+(?:\.? [A-Z][\w'’-]+){{0,2}})")


def may_tell_towns(text: str) -> bool:
    """Whether a text tells where somebody lives behind the age."""
    return _OF_AGE.search(text) is not None


def towns(telling: Telling) -> Iterator[Said]:
    """Who is of what town: "Ida Holm, 29, of Varn"."""
    for found in _TOWN.finditer(telling.document.text):
        yield Said(TOWN, " ".join(found["town"].split()), found["name"], "", *found.span())


@cache
def kin_words() -> dict[str, str]:
    """Kin to the sex it is of."""
    return {word: sex for sex in ("women", "men", EITHER) for word in table("persons")["kin"][sex].split()}


@cache
def _kin_word() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(kin_words())})[,\s]")


def may_tell_kin(text: str) -> bool:
    """Whether a text has a word for kin at all; of most texts that is known without a pattern."""
    for word in kin_words():  # a plain loop, for this is asked of every document
        if word in text:
            return _kin_word().search(text) is not None
    return False


@cache
def _kin_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<pronoun>[Hh]is|[Hh]er)|(?P<owner>{_GIVEN})['’]s)\s(?:(?:[a-z]+|[0-9]+-year-old)\s){{0,2}}(?P<kin>{'|'.join(kin_words())})(?![-\w])(?:,\s|\s)(?P<name>{_GIVEN}(?: {_GIVEN}){{0,2}})")


def kin(telling: Telling) -> Iterator[Said]:
    """Who is whose wife, son or niece."""
    text = telling.document.text
    for found in _kin_pattern().finditer(text):
        owner = plain(found["owner"]) if found["owner"] else _person_before(telling, found.start(), plain(found["name"]))
        if owner and not re.match(r"['’]s\b", text[found.end() : found.end() + 3]):
            yield Said(KIN, found["kin"], found["name"], owner, *found.span())


def _person_before(telling: Telling, offset: int, name: str) -> str:
    """The key of the one name before an offset in its sentence, else of the first in the sentence before; "" where unsure."""
    sentence = next((n for n, (start, end) in enumerate(telling.sentences) if start <= offset < end), -1)
    if sentence < 0:
        return ""
    text, start = telling.document.text, telling.sentences[sentence][0]
    people = {c.value.canonical.split()[-1] for c in telling.claims if c.kind == "name" and " " in c.value.canonical and c.value.type in ("person", "unknown")}  # type: ignore[union-attr]
    beside = _BESIDE.search(text, max(start, offset - 40), offset)  # "Emil Krantz and his brother"
    if beside and plain(beside[1]) in people:
        return plain(beside[1])
    before = [key for key in telling.names.get(sentence, ()) if key in people and key in plain(text[start:offset])]
    if before:
        return before[0] if len(before) == 1 else ""
    behind = [key for key in telling.names.get(sentence - 1, ()) if key in people and key not in name]
    return behind[0] if len(behind) == 1 else ""
