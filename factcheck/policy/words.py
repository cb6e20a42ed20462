"""Own words: families and aliases give claims the attribute and the names that the project tells them by.

They work on what has been read, so that the tables of the engine stay the same for every run in a process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.extract.names import canonical, fold
from factcheck.extract.nouns import base_form
from factcheck.model.telling import Telling
from factcheck.model.value import Name


def tell_by(tellings: Iterable[Telling], families: Mapping[str, tuple[str, ...]], aliases: Mapping[str, tuple[str, ...]]) -> None:
    """Rename attributes and names in place."""
    words = {form: name for name, members in families.items() for word in members for form in _forms(word.lower())}
    keys, spellings = _alias_keys(aliases)
    for telling in tellings:
        telling.senses = words or None
        for claim in telling.claims:
            if words:
                claim.attribute = _renamed(claim.attribute, words)
            if keys:
                claim.subject = keys.get(claim.subject or "", claim.subject)
                if claim.event is not None:
                    claim.event.who = tuple(keys.get(name, name) for name in claim.event.who)
                if isinstance(claim.value, Name):
                    claim.value.canonical = spellings.get(claim.value.canonical, claim.value.canonical)
        if keys:
            telling.names = {n: tuple(dict.fromkeys(keys.get(name, name) for name in names)) for n, names in telling.names.items()}


def _forms(word: str) -> set[str]:
    """A noun as given, in the singular, and in the plain plural, which is how numbers are mostly followed."""
    return {word, base_form(word), base_form(word) + "s"}


def _renamed(attribute: str, words: Mapping[str, str]) -> str:
    """The attribute with each of its words told by the family it is in: "order of pupil" for "order of student"."""
    if attribute in words:
        return words[attribute]
    return " ".join(words.get(word, word) for word in attribute.split(" "))


def _alias_keys(aliases: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, str], dict[str, str]]:
    """What mentions are known by (a whole name reduced, or its last word) and the reduced spellings, each to those of the name."""
    keys: dict[str, str] = {}
    spellings: dict[str, str] = {}
    for name, others in aliases.items():
        whole, last = canonical(name), fold(name.split()[-1]) if name.split() else ""
        for other in others:
            if not other.split():
                continue
            spellings[canonical(other)] = whole
            keys[canonical(other)] = whole if len(name.split()) == 1 or len(other.split()) > 1 else last
            keys[fold(other.split()[-1])] = last
    return keys, spellings
