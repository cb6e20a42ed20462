"""What the table of places knows: other forms of a name, what lies in what, who is meant by a demonym or a seat of power."""

from __future__ import annotations

import unicodedata
from functools import cache
from types import MappingProxyType

from factcheck.lexicon import table


@cache
def _key(name: str) -> str:
    """A name without case, diacritics, full stops and article; Saint is St."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").replace(".", "").replace("-", " ").removeprefix("the ")
    return " ".join("st" if w == "saint" else w for w in plain.split())


@cache
def _today() -> MappingProxyType[str, str]:
    """Every form of a place's name, reduced, to the reduced form that it is looked up by."""
    found = table("places")
    forms = {_key(other): _key(name) for name, others in found["also"].items() for other in others}
    forms.update({_key(old): _key(entry[0]) for old, entry in found["renamed"].items()})
    return MappingProxyType({old: forms.get(new, new) for old, new in forms.items()})


@cache
def _parents() -> MappingProxyType[str, frozenset[str]]:
    up: dict[str, set[str]] = {}
    for whole, parts in table("places")["part_of"].items():
        for part in parts:
            up.setdefault(_place(part), set()).add(_place(whole))
    return MappingProxyType({part: frozenset(wholes) for part, wholes in up.items()})


@cache
def _countries() -> frozenset[str]:
    return frozenset(_key(name) for name in table("places")["countries"])


@cache
def demonyms() -> MappingProxyType[str, str]:
    """Adjectives and inhabitants in lower case, singular and plural, to the name of their place: kazakhs to Kazakhstan."""
    found: dict[str, str] = {}
    for place, forms in table("places")["demonyms"].items():
        for form in forms:
            low = form.lower()
            found.setdefault(low, place)
            if not low.endswith(("s", "ch", "sh", "men", "ese")):
                found.setdefault(low + "s", place)
    return MappingProxyType(found)


def _place(name: str) -> str:
    key = _key(name)
    return _today().get(key, key)


@cache
def _known() -> frozenset[str]:
    found = table("places")
    inside = {_key(part) for parts in found["part_of"].values() for part in parts}
    return frozenset(inside | {_key(n) for key in ("countries", "places") for n in found[key]} | {_key(n) for n in found["part_of"]} | set(_today()))


def is_place(name: str) -> bool:
    """Whether the tables have a place of this name.

    >>> is_place("the U.S."), is_place("Geneva"), is_place("Smith")
    (True, True, False)
    """
    return _key(name) in _known()


def same_place(a: str, b: str) -> bool:
    """Whether two names are of one place.

    >>> same_place("Bombay", "Mumbai"), same_place("the U.S.", "United States"), same_place("Oslo", "Bergen")
    (True, True, False)
    """
    return _place(a) == _place(b)


def lies_in(part: str, whole: str) -> bool:
    """Whether one place is known to lie in another.

    >>> lies_in("Kremlin", "Russia"), lies_in("Oval Office", "Washington"), lies_in("Moscow", "Ukraine")
    (True, True, False)
    """
    goal, seen, open_ = _place(whole), set(), [_place(part)]
    first = open_[0]
    while open_:
        at = open_.pop()
        if at in seen or (at in _countries() and at != first):
            continue  # a country ends the way up: it may share its name with a state of another one
        seen.add(at)
        wholes = _parents().get(at, ())
        if goal in wholes:
            return True
        open_.extend(wholes)
    return False


def lie_apart(a: str, b: str) -> bool:
    """Whether two places are known to have nothing in common: they lie in two countries, or in two parts of one.

    >>> lie_apart("Vienna", "Geneva"), lie_apart("Houston", "Chicago"), lie_apart("Paris", "France"), lie_apart("Paris", "Sund")
    (True, True, False, False)
    """
    if not (is_place(a) and is_place(b)) or same_place(a, b) or lies_in(a, b) or lies_in(b, a):
        return False
    one, two = country_of(a), country_of(b)
    if one is None or two is None:
        return False
    if one != two:
        return True
    first, second = (_parents().get(_place(n), frozenset()) - _countries() for n in (a, b))
    return bool(first and second) and first.isdisjoint(second)


def country_of(name: str) -> str | None:
    """The country that a demonym, a seat of power or a place stands for, in lower case, or None where unsure.

    >>> country_of("Kazakh"), country_of("Kremlin"), country_of("Osaka"), country_of("Springfield")
    ('kazakhstan', 'russia', 'japan', 'united states')
    """
    place = demonyms().get(name.lower())
    if place is None:
        place = next((c for seat, c in table("places")["stands_for"].items() if _key(seat) == _key(name)), name)
    at = _place(place)
    if at in _countries():
        return at
    above = {at}
    found: set[str] = set()
    for _ in range(5):
        above = {w for a in above for w in _parents().get(a, ())}
        found |= above & _countries()
        above -= found
    return found.pop() if len(found) == 1 else None


def renamed(name: str) -> tuple[str, int | None, int | None] | None:
    """Today's name of a place that was called otherwise, with the years in which the older name was official."""
    entry = table("places")["renamed"].get(name)
    if entry is None:
        return None
    return (entry[0], entry[1], entry[2]) if len(entry) == 3 else (entry[0], None, None)
