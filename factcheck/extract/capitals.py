"""What capitalised words are by themselves, alone or in a run: worked out once for all the places where they stand."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.extract.names import SUFFIXES, bare, canonical, fold, key_of, place_names
from factcheck.lexicon import table, words
from factcheck.lexicon.articles import without_articles
from factcheck.lexicon.places import demonyms

_PLACE_HEADS = frozenset("st saint mount lake river fort port cape new north south east west".split())
POSSESSIVE = ("'s", "’s", "'S", "’S")
_CACHE_LIMIT = 65_536  # words, and runs of them, that are remembered between documents
_LONGEST_KEPT = 8  # words of a run that is remembered: a longer one seldom comes twice


@cache
def openers() -> frozenset[str]:
    """Words that have a capital only because they open a sentence."""
    return words("structure", "function_words") | words("structure", "openers")


@cache
def number_words() -> frozenset[str]:
    """Numbers as words, by which things are counted in front of a name."""
    return frozenset(table("numerals")["units"]) | frozenset(table("numerals")["tens"])


@cache
def _groups() -> frozenset[str]:
    """What people are counted as by words with a capital: those of a country or party, in the singular."""
    return frozenset(demonyms()) | {form.lower() for forms in table("persons")["parties"].values() for form in forms if len(form) > 1}


@cache
def no_names() -> frozenset[str]:
    """Words with a capital that name nobody: days, months, languages."""
    return words("names", "no_names.words")


class Capital:
    """A word with a capital.

    never: no name begins with it; never_first: nor does one where it opens a sentence; never_inside: nor is it joined to
    one; title: a title by itself names nobody; head: it makes the name one of a body; possessive: nothing is joined behind
    it; name, type, key: of the mention that it is if nothing is joined to it; place: a place, and no common word.
    """

    __slots__ = ("head", "key", "name", "never", "never_first", "never_inside", "place", "possessive", "title", "type")

    def __init__(self, word: str) -> None:
        low = word.lower()
        plain = bare(low)  # Monday's is no name either
        self.never_inside = plain in no_names()
        self.never_first = low in openers() or plain in no_names()
        self.never = plain in no_names() or (low in openers() and (len(word) < 3 or not word.isupper()))
        self.title = low in words("names", "titles")
        self.head = plain in words("names", "organisation_heads")
        self.possessive = word.endswith(POSSESSIVE)
        name = fold(bare(word))
        self.name = (name,)
        self.type = single_type(name, word)
        self.key = key_of(self.name, self.type)
        self.place = self.type == "place" and name not in words("names", "words_too")


class Run:
    """The name that a run of capitalised words begins with, if nothing is joined behind the run.

    first, last: its first and last word, counted from the run's; name: its words, or None where they name nobody; type,
    title, key: of the mention; lone: one word that has its capital perhaps only because it opens a sentence.
    """

    __slots__ = ("first", "key", "last", "lone", "name", "title", "type")

    def __init__(self, run: tuple[str, ...]) -> None:
        opening, size = capital_words[run[0]], 1
        has_head, possessive = opening.head, opening.possessive
        while size < len(run) and not possessive and not capital_words[run[size]].never_inside:
            has_head = has_head or capital_words[run[size]].head
            possessive = capital_words[run[size]].possessive
            size += 1
        self.last = size - 1
        self.title, cut = title_in(run[:size])
        self.first = cut + 1
        parts = run[cut + 1 : size]
        alone = len(parts) == 1 and self.title is None
        self.lone = alone and self.first == 0
        self.name: tuple[str, ...] | None = None
        if not (alone and capital_words[parts[0]].title):
            self.name, self.type, self.key = told(parts, self.title, has_head, parts[0])


class _CapitalWords(dict):
    """Word as printed to what it is by itself."""

    def __missing__(self, word: str) -> Capital:
        found = Capital(word)
        if len(self) < _CACHE_LIMIT:
            self[word] = found
        return found


class _CapitalRuns(dict):
    """Words of a run as printed to the name that they begin with."""

    def __missing__(self, run: tuple[str, ...]) -> Run:
        found = Run(run)
        if len(run) <= _LONGEST_KEPT and len(self) < _CACHE_LIMIT:
            self[run] = found
        return found


capital_words = _CapitalWords()
capital_runs = _CapitalRuns()


@lru_cache(maxsize=65536)
def title_in(parts: tuple[str, ...]) -> tuple[str | None, int]:
    """The last title in front of a name, and the index of the last part that is none of the name; -1 where all are."""
    titles = words("names", "titles")
    title, cut = None, -1
    for n, part in enumerate(parts[:-1]):
        low = part.lower()
        if low in words("names", "titles_of_bodies") and bare(parts[n + 1].lower()) in words("names", "organisation_heads"):
            continue
        if low in titles and bare(parts[n + 1].lower()) not in SUFFIXES and not (n and parts[n - 1].lower() in {"of", "for", "and", "the"}) and parts[n + 1].lower() not in {"of", "for", "and"}:
            title, cut = low, n
        elif n == 0 and (low in openers() or (low in number_words() and bare(parts[1].lower()).removesuffix("s") in _groups())):
            cut = max(cut, 0)  # "Two Israeli shells", "Two Republicans" name nobody called Two
    return title, cut


@lru_cache(maxsize=65536)
def single_type(name: str, printed: str) -> str:
    """The type of a name of one word."""
    if name in place_names() or canonical(name) in place_names():
        return "place"
    return "organisation" if len(printed) > 1 and bare(printed).isupper() else "unknown"


@lru_cache(maxsize=65536)
def told(parts: tuple[str, ...], title: str | None, has_head: bool, printed: str) -> tuple[tuple[str, ...], str, str]:
    """The words of a name, bare and in lower case, its type and its key; printed: its first token."""
    name = tuple(without_articles(fold(bare(part))) for part in parts)
    type = _type(name, title, has_head, printed)
    return name, type, key_of(name, type)


def _type(name: tuple[str, ...], title: str | None, has_head: bool, printed: str) -> str:
    joined = " ".join(name)
    if joined in place_names() or canonical(joined) in place_names():
        return "place"
    if title is not None:
        return "person"
    if len(name) > 1 and (has_head or name[-1] in words("names", "work_heads") or "&" in name):
        return "organisation"
    if len(name) == 1:
        return single_type(name[0], printed)
    return "place" if name[0] in _PLACE_HEADS else "unknown"
