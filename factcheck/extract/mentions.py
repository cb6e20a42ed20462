"""Where names stand in a text: runs of capitalised words, joined over particles and cut at sentence starts."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.extract.names import HYPHENS, Mention, bare, canonical, fold, place_names
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import table, words

_DOTTED = frozenset(("st", "mt", "ft", "jr", "sr"))
_PLACE_HEADS = frozenset("st saint mount lake river fort port cape new north south east west".split())
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_OPENERS = frozenset(("“", '"', "‘", "'", "(", "[", "*", "#"))
_GOES_ON = frozenset((".", *HYPHENS)) | words("names", "joiners")
_CACHE_LIMIT = 65_536  # words that are remembered between documents


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


class _Capital:
    """What a capitalised word is by itself, worked out once for all the places where it stands.

    never: no name begins with it; never_first: nor does one where it opens a sentence; never_inside: nor is it joined to
    one; title: a title by itself names nobody; head: it makes the name one of a body; possessive: nothing is joined behind
    it; name, type: of the mention that it is if nothing is joined to it.
    """

    __slots__ = ("head", "name", "never", "never_first", "never_inside", "possessive", "title", "type")

    def __init__(self, word: str) -> None:
        no_openers, no_names, titles, heads, *_ = _tables()
        low = word.lower()
        plain = bare(low)  # Monday's is no name either
        self.never_inside = plain in no_names
        self.never_first = low in no_openers or plain in no_names
        self.never = plain in no_names or (low in no_openers and (len(word) < 3 or not word.isupper()))
        self.title = low in titles
        self.head = bare(low) in heads
        self.possessive = word.endswith(_POSSESSIVE)
        key = fold(bare(word))
        self.name = (key,)
        self.type = _single_type(key, word)


class _Capitals(dict):
    """Word as printed to what it is by itself."""

    def __missing__(self, word: str) -> _Capital:
        found = _Capital(word)
        if len(self) < _CACHE_LIMIT:
            self[word] = found
        return found


_capitals = _Capitals()


def find_mentions(tokens: Tokens, capitals: list[int], sentences: list[int]) -> list[Mention]:
    """The names among the capitalised tokens, in order."""
    found, low = tokens.words, tokens.low
    starts, capital = set(sentences), set(capitals)
    mentions: list[Mention] = []
    behind = -1
    # A word that opens a sentence is a name only if the text also shows it inside one, or more of the name follows.
    inside = {found[i] for i in capitals if i not in starts and found[i - 1] not in _OPENERS}
    for i in capitals:
        if i <= behind:
            continue
        word = found[i]
        alone = _capitals[word]
        if alone.never or (alone.never_first and i in starts):
            continue
        if i + 1 not in capital and low[i + 1] not in _GOES_ON:
            # Most names are one word; this is the short way for them.
            behind = i
            if not alone.title and (i not in starts or _shown_inside(word, inside)):
                mentions.append(Mention(i, i, alone.name, alone.type, None))
            continue
        behind, mention = _long_mention(tokens, i, capital, starts, inside)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _long_mention(tokens: Tokens, i: int, capital: set[int], starts: set[int], inside: set[str]) -> tuple[int, Mention | None]:
    """The name of several words that begins at token i, if it is one, and the last token that was read for it."""
    found = tokens.words
    last, parts, has_head = _run(tokens, i, capital, starts)
    title, first = None, i
    if len(parts) > 1:
        title, first, parts = _drop_titles(tokens, i, last, parts)
    if len(parts) == 1 and title is None:
        if parts[0].lower() in _tables()[2]:
            return last, None
        if first in starts and not _shown_inside(found[first], inside) and (first == last or not found[last][0].isupper()):
            return last, None
    name, type = _told(tuple(parts), title, has_head, found[first])
    return last, Mention(first, last, name, type, title)


def _shown_inside(word: str, inside: set[str]) -> bool:
    """Whether a word that opens a sentence also stands inside one, possessive or not."""
    plain = bare(word)
    return plain in inside or plain + "'s" in inside or plain + "’s" in inside


def _run(tokens: Tokens, i: int, capital: set[int], starts: set[int]) -> tuple[int, list[str], bool]:
    """The name that begins at token i: its last token, its parts, and whether it holds a head such as Ministry."""
    _, no_names, titles, _, org_joiners, person_joiners = _tables()
    found, low, size = tokens.words, tokens.low, len(tokens.words)
    lower, last, parts = low[i], i, [found[i]]
    opening = _capitals[found[i]]
    has_head, possessive = opening.head, opening.possessive
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
            joined = _capitals[nxt]
            if joined.never_inside:
                break
            parts.append(nxt)
            last = j
            has_head = has_head or joined.head
            possessive = joined.possessive
            continue
        if nxt in HYPHENS and tokens.glued(last) and tokens.glued(j) and low[j + 1][:1].isalpha():
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


def _drop_titles(tokens: Tokens, first: int, last: int, parts: list[str]) -> tuple[str | None, int, list[str]]:
    """Cut a name down to what follows its last title: "Foreign Minister Jane Roe" is Jane Roe, a minister."""
    title, cut = _title_in(tuple(parts))
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
def _title_in(parts: tuple[str, ...]) -> tuple[str | None, int]:
    """The last title in front of a name, and the index of the last part that is none of the name; -1 where all are."""
    openers, _, titles, *_ = _tables()
    title, cut = None, -1
    for n, part in enumerate(parts[:-1]):
        low = part.lower()
        if low in titles and not (n and parts[n - 1].lower() in ("of", "for", "and", "the")) and parts[n + 1].lower() not in ("of", "for", "and"):
            title, cut = low, n
        elif n == 0 and low in openers:
            cut = max(cut, 0)
    return title, cut


@lru_cache(maxsize=65536)
def _single_type(name: str, printed: str) -> str:
    if name in place_names() or canonical(name) in place_names():
        return "place"
    return "organisation" if len(printed) > 1 and bare(printed).isupper() else "unknown"


@lru_cache(maxsize=65536)
def _told(parts: tuple[str, ...], title: str | None, has_head: bool, printed: str) -> tuple[tuple[str, ...], str]:
    """The words of a name, bare and in lower case, and its type; printed: its first token."""
    name = tuple(fold(bare(part)) for part in parts)
    joined = " ".join(name)
    if joined in place_names() or canonical(joined) in place_names():
        return name, "place"
    if title is not None:
        return name, "person"
    if has_head and len(name) > 1:
        return name, "organisation"
    if len(name) == 1:
        return name, _single_type(name[0], printed)
    return name, "place" if name[0] in _PLACE_HEADS else "unknown"
