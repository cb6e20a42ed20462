"""Nouns as the tables know them: singular and plural, and the family that a counted noun stands for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.extract.fates import fates
from factcheck.lexicon import by_word, table


@cache
def things() -> dict[str, str]:
    """Noun to its family: soldiers and troops are one."""
    return dict(by_word("families", "things"))


@cache
def people() -> frozenset[str]:
    """Nouns that people are counted by, whoever they are."""
    return words_of("people")


def words_of(section: str) -> frozenset[str]:
    """All words of one section of the families table."""
    return frozenset(w for members in table("families")[section].values() for w in members.split())


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
    return fates().get(word) or things().get(word) or base_form(word)


@cache
def meant_near() -> dict[str, tuple[frozenset[str], str]]:
    """Noun to verbs, and to what it counts where one of them stands near."""
    return {noun: (frozenset(entry["verbs"].split()), entry["meant"]) for noun, entry in table("families")["meant_near"].items()}


def meant_by_verbs(noun: str, near: Iterable[str]) -> str | None:
    """What a noun counts for a verb among the words near it: "fired a total of 11 rounds", "11 rounds were fired"."""
    verbs, meant = meant_near()[noun]
    return None if verbs.isdisjoint(near) else meant
