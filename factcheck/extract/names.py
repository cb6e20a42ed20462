"""Names: the record of one that a text mentions, and how the spellings of one name are reduced to what they share."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from factcheck.lexicon import by_word, plain_letters, table, words
from factcheck.lexicon.articles import without_articles

HYPHENS = frozenset("-‐‑–")
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_POSSESSIVE = ("'s", "’s", "'S", "’S")


class Mention:
    """A name in a text: its tokens, both included; words: its words in lower case, bare of possessives; type; key: what
    mentions of one person, place or body share."""

    __slots__ = ("first", "key", "last", "title", "type", "words")

    def __init__(self, first: int, last: int, words: tuple[str, ...], type: str, title: str | None, key: str) -> None:
        self.first = first
        self.last = last
        self.words = words
        self.type = type
        self.title = title
        self.key = key

    @property
    def surname(self) -> str:
        """The last word but for Jr.: what a person is called after the first mention. Of a given name that stands alone, that of
        the person whom the document names in full by it."""
        return last_word(self.words) if len(self.words) > 1 else self.key


@cache
def _variants() -> dict[str, str]:
    return dict(by_word("names", "variants"))


@cache
def given_names() -> frozenset[str]:
    """The given names on the lists."""
    return words("given_names", "women") | words("given_names", "men")


@cache
def first_names() -> frozenset[str]:
    """Words that a person's full name may begin with: given names, and family names that stand first."""
    return given_names() | words("names", "family_first")


@cache
def place_names() -> frozenset[str]:
    """Names of places that the tables know, in canonical form."""
    found = table("places")
    return frozenset(canonical(n) for key in ("countries", "places") for n in found[key]) | frozenset(
        canonical(n) for members in found["part_of"].values() for n in members
    )


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without case and diacritics."""
    low = word.lower()
    return low if low.isascii() else "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)).translate(plain_letters())


_AMERICAN = ["u", "s"]


@lru_cache(maxsize=65536)
def canonical(name: str) -> str:
    """A name reduced to what its spellings share: case, diacritics, hyphens, full stops, St. and Saint.

    >>> canonical("Co-operation"), canonical("Saint Helena"), canonical("St. Helena"), canonical("Al-Assad")
    ('cooperation', 'st helena', 'st helena', 'assad')
    """
    variants = _variants()
    plain = without_articles(fold(name)).replace(".", " ").replace("’", "'")
    for mark in HYPHENS:
        plain = plain.replace(f"co{mark}op", "coop").replace(mark, " ")
    found = [variants.get(w, w) for w in plain.split()]
    if found[:1] == ["us"] and len(found) > 1:
        found[:1] = _AMERICAN
    elif found[:2] == ["united", "states"] and len(found) > 2:
        found[:2] = _AMERICAN  # the U.S. Mint, the United States Mint
    return " ".join(found)


def last_word(name: tuple[str, ...]) -> str:
    """The last word of a name that is no Jr. or III behind it."""
    return name[-2] if len(name) > 2 and name[-1] in SUFFIXES else name[-1]


def key_of(name: tuple[str, ...], type: str) -> str:
    """The key of a name by its words: a person's surname, else the whole name, reduced."""
    if len(name) == 1 or type in ("person", "unknown"):
        return last_word(name)
    return canonical(" ".join(name))


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A word without its possessive ending."""
    return word[:-2] if word.endswith(_POSSESSIVE) else word[:-1] if word.endswith(("s'", "s’")) else word
