"""Names: runs of capitalised words, joined over particles, cut at sentence starts, and reduced to one spelling."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from factcheck.extract.tokens import Tokens
from factcheck.lexicon import by_word, table, words

_HYPHENS = frozenset("-‐‑–")
_DOTTED = frozenset(("st", "mt", "ft", "jr", "sr"))
_PLACE_HEADS = frozenset("st saint mount lake river fort port cape new north south east west".split())
_POSSESSIVE = ("'s", "’s", "'S", "’S")


class Mention:
    """A name in a text: its tokens, both included; words: its words in lower case, bare of possessives; type."""

    __slots__ = ("first", "last", "title", "type", "words")

    def __init__(self, first: int, last: int, words: tuple[str, ...], type: str, title: str | None) -> None:
        self.first = first
        self.last = last
        self.words = words
        self.type = type
        self.title = title

    @property
    def surname(self) -> str:
        """The last word: what a person is called after the first mention."""
        return self.words[-1]


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return fold(bare(word))


@cache
def _tables() -> tuple[frozenset[str], ...]:
    functions = words("structure", "function_words")
    return (
        functions | words("structure", "openers"),
        frozenset(table("names")["no_names"]["words"].split()),
        words("names", "titles"),
        words("names", "organisation_heads"),
        words("names", "organisation_joiners"),
        words("names", "person_joiners"),
    )


@cache
def _variants() -> dict[str, str]:
    return dict(by_word("names", "variants"))


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
    return low if low.isascii() else "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def canonical(name: str) -> str:
    """A name reduced to what its spellings share: case, diacritics, hyphens, full stops, St. and Saint.

    >>> canonical("Co-operation"), canonical("Saint Helena"), canonical("St. Helena")
    ('cooperation', 'st helena', 'st helena')
    """
    variants = _variants()
    plain = fold(name).replace(".", " ").replace("’", "'")
    for mark in _HYPHENS:
        plain = plain.replace(f"co{mark}op", "coop").replace(mark, " ")
    return " ".join(variants.get(w, w) for w in plain.split())


def name_key(mention: Mention) -> str:
    """What mentions of one person, place or body share: a person's surname, else the whole name, reduced."""
    if mention.type in ("person", "unknown"):
        return mention.surname
    return canonical(" ".join(mention.words)) if len(mention.words) > 1 else mention.words[0]


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A word without its possessive ending."""
    return word[:-2] if word.endswith(_POSSESSIVE) else word[:-1] if word.endswith(("s'", "s’")) else word


def find_mentions(tokens: Tokens, capitals: list[int], sentences: list[int]) -> list[Mention]:
    """The names among the capitalised tokens, in order."""
    no_openers, no_names, titles, heads, _, _ = _tables()
    found, low = tokens.words, tokens.low
    starts, capital = set(sentences), set(capitals)
    mentions: list[Mention] = []
    behind = -1
    # A word that opens a sentence is a name only if the text also shows it inside one, or more of the name follows.
    inside = {found[i] for i in capitals if i not in starts and i and found[i - 1] not in _OPENERS}
    for i in capitals:
        if i <= behind:
            continue
        lower, word = low[i], found[i]
        if lower in no_names or (lower in no_openers and (i in starts or len(word) < 3 or not word.isupper())):
            continue
        if i + 1 not in capital and low[i + 1] not in _GOES_ON:
            # Most names are one word; this is the short way for them.
            behind = i
            if lower in titles or (i in starts and not _shown_inside(word, inside)):
                continue
            name = _key(word)
            mentions.append(Mention(i, i, (name,), _single_type(name, word), None))
            continue
        last, parts, has_head = _run(tokens, i, capital, starts)
        title, first, parts = _drop_titles(tokens, i, last, parts, titles, no_openers)
        behind = last
        if len(parts) == 1 and title is None:
            if parts[0].lower() in titles:
                continue
            if first in starts and not _shown_inside(found[first], inside) and (first == last or not found[last][0].isupper()):
                continue
        name_words = tuple(map(_key, parts))
        mentions.append(Mention(first, last, name_words, _type(name_words, title, has_head, found[first]), title))
    return mentions


_OPENERS = frozenset(("“", '"', "‘", "'", "(", "[", "*", "#"))
_GOES_ON = frozenset((".", *_HYPHENS)) | words("names", "joiners")


def _shown_inside(word: str, inside: set[str]) -> bool:
    """Whether a word that opens a sentence also stands inside one, possessive or not."""
    plain = bare(word)
    return plain in inside or plain + "'s" in inside or plain + "’s" in inside


def _run(tokens: Tokens, i: int, capital: set[int], starts: set[int]) -> tuple[int, list[str], bool]:
    """The name that begins at token i: its last token, its parts, and whether it holds a head such as Ministry."""
    _, no_names, titles, heads, org_joiners, person_joiners = _tables()
    found, low, size = tokens.words, tokens.low, len(tokens.words)
    lower, last, parts = low[i], i, [found[i]]
    has_head = bare(lower) in heads
    possessive = found[i].endswith(_POSSESSIVE)
    while not possessive and last + 1 < size:
        j = last + 1
        nxt = found[j]
        if nxt == ".":
            if not (len(found[last]) <= 2 or low[last] in titles or low[last] in _DOTTED) or not tokens.glued(last):
                break
            if j + 1 not in capital or j + 1 in starts:
                break
            if len(found[last]) == 1 and tokens.glued(j) and len(found[j + 1]) == 1:
                parts[-1] += "." + found[j + 1]  # U.S. is one word
            else:
                parts.append(found[j + 1])
            last = j + 1
            possessive = found[last].endswith(_POSSESSIVE)
            continue
        if j in starts:
            break
        if j in capital:
            if low[j] in no_names:
                break
            parts.append(nxt)
            last = j
            has_head = has_head or bare(low[j]) in heads
            possessive = nxt.endswith(_POSSESSIVE)
            continue
        if nxt in _HYPHENS and tokens.glued(last) and tokens.glued(j) and low[j + 1][:1].isalpha():
            parts[-1] += "-" + found[j + 1]
            last = j + 1
            if last not in capital and not has_head:
                break
            continue
        if low[j] in (org_joiners if has_head else person_joiners):
            k = j + 2 if has_head and low[j + 1] in org_joiners else j + 1
            joins = has_head or low[j] not in ("in", "of", "and", "on", "e", "y") or (low[j] == "of" and len(parts) == 1 and lower not in titles)
            if joins and k in capital and k not in starts and low[k] not in no_names:
                parts.extend(found[j : k + 1])
                last = k
                possessive = found[k].endswith(_POSSESSIVE)
                continue
        break
    return last, parts, has_head


def _drop_titles(
    tokens: Tokens, first: int, last: int, parts: list[str], titles: frozenset[str], openers: frozenset[str]
) -> tuple[str | None, int, list[str]]:
    """Cut a name down to what follows its last title: "Foreign Minister Jane Roe" is Jane Roe, a minister."""
    title, cut = None, -1
    if len(parts) == 1:
        return None, first, parts
    for n, part in enumerate(parts[:-1]):
        low = part.lower()
        if low in titles and not (n and parts[n - 1].lower() in ("of", "for", "and", "the")) and parts[n + 1].lower() not in ("of", "for", "and"):
            title, cut = low, n
        elif n == 0 and low in openers:
            cut = max(cut, 0)
    if cut < 0:
        return None, first, parts
    dropped, k = cut + 1, first
    while dropped and k < last:  # full stops and hyphens inside the run are no parts of their own
        if tokens.words[k][0].isalnum():
            dropped -= 1
        k += 1
    while k < last and not tokens.words[k][0].isalnum():
        k += 1
    return title, k, parts[cut + 1 :]


@lru_cache(maxsize=65536)
def _single_type(name: str, printed: str) -> str:
    if name in place_names() or canonical(name) in place_names():
        return "place"
    return "organisation" if len(printed) > 1 and bare(printed).isupper() else "unknown"


@lru_cache(maxsize=65536)
def _type(name: tuple[str, ...], title: str | None, has_head: bool, printed: str) -> str:
    joined = " ".join(name)
    if joined in place_names() or canonical(joined) in place_names():
        return "place"
    if title is not None:
        return "person"
    if has_head and len(name) > 1:
        return "organisation"
    if len(name) == 1:
        return _single_type(name[0], printed)
    return "place" if name[0] in _PLACE_HEADS else "unknown"
