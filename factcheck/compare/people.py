"""People by their names: how a name divides, and whether two of them can be one person's.

Similarity only proposes: that a document names both, in full, shows them to be two; a sex, a middle name, an initial that does
not go with the other does so too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.lexicon import plain_letters, table, words
from factcheck.lexicon.places import demonyms
from factcheck.model.claim import Claim

SAME, SPELLED, APART = "same", "spelled", "apart"
"""Two names are one; they are one but for a letter; they are two people's."""

SHORTEST = 4  # letters of a name in which one may be wrong
LONG = 8  # letters of a name in which two may be
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_FAINT = re.compile(r"[aeiouyhw]")
_TWICE = re.compile(r"(.)\1")
_FOREIGN = re.compile(r"(?:[oe]v[a]?|[ae]w|ow[a]?|sk[yi]{1,2}|skaya|enko|chuk|[oe]v[iy]ch|[oe]vna|dze|shvili|nejad|bek|zad[ae]h?)$|kh|dh|zh|q(?!u)|^ts|dj|ou")
_UMLAUT = re.compile(r"(?<![aeiouy])([aou])e(?=[^\W\d_aeiouy])(?!l\b)")
_LOOSE = tuple((re.compile(p), r) for p, r in (("kh|ch(?=[aou])", "h"), ("dh", "d"), ("gh", "g"), ("zh|dzh|dj", "j"), ("q", "k"), ("ou|oo", "u"), ("[yi]e(?=[vf])", "e"), ("off$|ow$", "ov"), ("w", "v"), ("(?:iy|yy|ii|ij|yi|y|j)", "i"), ("i+", "i"), (r"(.)\1", r"\1"), ("['-]", "")))


class PersonName(NamedTuple):
    """given: the first given name, or its initial; middle: what stands between; surname; suffix: "jr" and the like or "";
    all in lower case, without diacritics."""

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str = ""


@cache
def _leading() -> frozenset[str]:
    """Words with a capital that may lead a name and are no part of it: offices, parties, states."""
    found = table("roles")["names"]
    single = set((found["before"] + " " + found["parties"]).split())
    return frozenset(single | {w + "s" for w in single} | {w + "." for w in single} | {"staff", "reps", "sens", "attorneys"})


@cache
def given_names() -> frozenset[str]:
    """Every given name that the lists know, with familiar forms."""
    return words("given_names", "women") | words("given_names", "men") | frozenset(_roots()) | frozenset(_usual())


@cache
def _roots() -> dict[str, frozenset[str]]:
    """A given name to the full names that it may stand for, itself among them."""
    found: dict[str, set[str]] = {}
    for full, short in table("familiar_names")["familiar"].items():
        for name in (full, *short.split()):
            found.setdefault(name, {name}).add(full)
    return {name: frozenset(full) for name, full in found.items()}


@cache
def _usual() -> dict[str, str]:
    return {other: first for first, others in table("familiar_names")["other_alphabets"].items() for other in others.split()}


@lru_cache(maxsize=65536)
def plain(printed: str) -> str:
    """A name as printed, in lower case, without diacritics and full stops."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", printed.lower()) if not unicodedata.combining(c)).translate(plain_letters())
    return " ".join(bare.replace(".", " ").split())


@lru_cache(maxsize=65536)
def divide(canonical: str) -> PersonName | None:
    """A name in canonical form divided, if it can be a person's in full: two to five words, an office before them left out."""
    found = canonical.replace('"', " ").split()
    initials = next((n for n, word in enumerate(found) if len(word) > 1), 0)
    if initials and found[initials] in _leading():
        del found[:initials]  # U.S. Attorney John Roe
    while found and (found[0] in _leading() or found[0] in demonyms()):
        del found[0]
    first = next((n for n, word in enumerate(found[:-1]) if word in given_names()), 0)
    if first and len(found[0]) > 1:
        del found[:first]  # Marshal John Roe: whatever stands before a given name
    suffix = found.pop() if len(found) > 2 and found[-1] in _SUFFIXES else ""
    if not 2 <= len(found) <= 5 or len(found[-1]) < 2 or not all(w[0].isalpha() for w in found):
        return None
    if found[-1] in words("names", "no_surnames") or not words("names", "organisation_heads").isdisjoint(found) or not {"of", "and", "for", "the", "in"}.isdisjoint(found):
        return None
    if len(found[0]) == 1 and len(found) > 2 and len(found[1]) > 1:
        del found[0]  # A. Barry Rand is called by his second name
    return PersonName(found[0], tuple(found[1:-1]), found[-1], suffix)


def person_name(claim: Claim) -> PersonName | None:
    """The name of a claim divided, if it can be a person's in full."""
    if claim.value.type == "place" or len(claim.text.split()) < 2:  # type: ignore[union-attr]
        return None
    name = divide(claim.value.canonical)  # type: ignore[union-attr]
    return name if name is None or claim.value.type != "organisation" or is_known(name) else None  # type: ignore[union-attr]


def is_known(name: PersonName) -> bool:
    """Whether the given name is on a list, so that it is sure to be a person's."""
    return name.given in given_names() or len(name.given) == 1


@lru_cache(maxsize=65536)
def given_relation(a: str, b: str) -> str:
    """Whether two given names are one, one but for a letter, or two."""
    a, b = _usual().get(a, a), _usual().get(b, b)
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)) or of_one_umlaut(a, b):
        return SAME
    if not _roots().get(a, frozenset((a,))).isdisjoint(_roots().get(b, frozenset((b,)))):
        return SAME
    women, men = words("given_names", "women"), words("given_names", "men")
    if (a in women and b in men and a not in men) or (b in women and a in men and b not in men):
        return APART
    known = (a in women | men) + (b in women | men)
    if known < 2 and is_slip(a, b):
        return SPELLED
    if a.removesuffix("h").endswith("a") != b.removesuffix("h").endswith("a"):
        return APART  # Andrew and Andrea
    if a[0] != b[0] or len(_sound(a)) < 2 or _sound(a) != _sound(b):
        return APART
    one, two = a.replace("ph", "v"), b.replace("ph", "v")
    return SPELLED if one == two or is_slip(one, two, 1) else APART


@lru_cache(maxsize=65536)
def _sound(name: str) -> str:
    """The consonants of a name: Stacy and Stacey have the same."""
    return _TWICE.sub(r"\1", name[0] + _FAINT.sub("", name[1:].replace("ph", "v").replace("ck", "k").replace("c", "k")))


def sound_alike(a: str, b: str) -> bool:
    """Whether two given names have the same consonants, so that one person's may be written either way: Derek and Derrick."""
    return a != b and a[0] == b[0] and min(len(a), len(b)) >= SHORTEST and len(_sound(a)) > 2 and _sound(a) == _sound(b)


@lru_cache(maxsize=65536)
def is_slip(a: str, b: str, most: int | None = None) -> bool:
    """Whether two words that begin alike differ by a slip of the pen: one letter left out, doubled, changed, or two exchanged."""
    from rapidfuzz.distance import DamerauLevenshtein

    shorter = min(len(a), len(b))
    if a == b or a[0] != b[0] or shorter < (SHORTEST - 1 if most or len(a) != len(b) else SHORTEST):
        return False
    allowed = most or (2 if shorter >= LONG else 1)
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed


@lru_cache(maxsize=65536)
def is_transliterated(a: str, b: str) -> bool:
    """Whether two spellings are of one name that comes from another alphabet, or with an umlaut: Sergeyev and Sergeev, Koenig and
    Konig."""
    if _usual().get(a, a) == _usual().get(b, b) or of_one_umlaut(a, b):
        return True
    return bool(_FOREIGN.search(a) or _FOREIGN.search(b)) and transcribed_loosely(a) == transcribed_loosely(b)


def of_one_umlaut(a: str, b: str) -> bool:
    """Whether two spellings differ in nothing but how they write ä, ö or ü: Koenig and Konig."""
    return a != b and _UMLAUT.sub(r"\1", a) == _UMLAUT.sub(r"\1", b)


def is_transcription(a: str, b: str) -> bool:
    """Whether two spellings differ in what transcriptions differ in, wherever the name is from: Zeitun and Zeitoun. A letter that
    is doubled in one of them is a slip all the same."""
    return of_one_umlaut(a, b) or (transcribed_loosely(a) == transcribed_loosely(b) and _TWICE.sub(r"\1", a) != _TWICE.sub(r"\1", b))


@lru_cache(maxsize=65536)
def transcribed(surname: str) -> str:
    """What the transcriptions of one surname share."""
    return transcribed_loosely(_usual().get(surname, surname)) if _FOREIGN.search(surname) else _UMLAUT.sub(r"\1", surname)


def transcribed_loosely(name: str) -> str:
    """What the transcriptions of one name have in common, wherever it is from."""
    for pattern, put in _LOOSE:
        name = pattern.sub(put, name)
    return name


def relation(a: PersonName, b: PersonName) -> str:
    """Whether two full names are of one person, of one but for a letter, or of two people."""
    shorter, longer = sorted((a.middle, b.middle), key=len)
    if any(x[0] != y[0] for x, y in zip(shorter, longer, strict=False)):
        return APART  # George W. and George H. W.
    given = given_relation(a.given, b.given)
    if given == SPELLED and _FOREIGN.search(a.surname) and transcribed_loosely(a.given) == transcribed_loosely(b.given):
        given = SAME
    if given == APART and (b.given in a.middle or a.given in b.middle):
        given = SAME
    if a.surname == b.surname or is_transliterated(a.surname, b.surname):
        return given
    if given == SAME and len(a.given) > 1 and len(b.given) > 1 and is_slip(a.surname, b.surname):
        return SPELLED
    return APART
