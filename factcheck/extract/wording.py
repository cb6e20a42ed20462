"""The words of a quotation, made ready for comparison: without marks and case, with what an editor left out or put in as gaps."""

from __future__ import annotations

from itertools import pairwise

from factcheck.extract.tokens import Tokens

_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_SIGNS = {"&": "and", "%": "percent", "$": "$", "€": "€", "£": "£", "+": "plus"}
_SPECIAL = frozenset(("…", "'", "’", "(", "[", *_SIGNS))
_SUFFIXES = frozenset(["s", "m", "re", "ve", "ll", "d", "t"])
_OPEN, _CLOSE = "[(", "])"
_LONGEST_ASIDE = 12  # tokens within brackets that an editor may have put in


def normalised(tokens: Tokens, first: int, last: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words from token `first` to token `last` in lower case, and the indexes among them before which words are left
    out ("(…)", "...") or were put in by an editor ("[the minister]", "(laughs)").

    >>> normalised(Tokens("We’re one … [the] Team – 1,150 strong."), 0, 10)
    (("we're", 'one', 'team', '1150', 'strong'), (2,))
    """
    found = tokens.words
    plain = _plain(tokens, first, last)
    if plain is not None:
        return plain, ()
    words: list[str] = []
    gaps: list[int] = []
    i = first
    while i <= last:
        word = found[i]
        char = word[0]
        if char.isalpha():
            low = word.lower()
            words.append(low if low.isascii() else low.translate(_APOSTROPHES).casefold())
        elif char.isdecimal():
            words.append(word.replace(",", ""))
        elif word in _SIGNS:
            words.append(_SIGNS[word])
        elif word == "…":
            _gap(gaps, words)
        elif word == ".":
            dots = _dots(found, i, last)
            if dots >= 2:
                _gap(gaps, words)
            i += dots - 1
        elif word in "'’" and words and i < last and found[i + 1].lower() in _SUFFIXES:
            words[-1] += "'" + found[i + 1].lower()  # an apostrophe with spaces around it
            i += 1
        elif word in _OPEN:
            i = _aside(tokens, i, last, words, gaps)
        i += 1
    return tuple(words), tuple(gaps)


def _plain(tokens: Tokens, first: int, last: int) -> tuple[str, ...] | None:
    """The words if there is nothing among them but words, numbers and single marks, as in most quotations; else None."""
    inner = tokens.low[first : last + 1]
    if not _SPECIAL.isdisjoint(inner) or (inner.count(".") > 1 and any(a == b == "." for a, b in pairwise(inner))):
        return None
    words = [word for word in inner if word[0].isalpha() or word[0].isdecimal()]
    joined = "".join(words)
    if not joined.isascii():
        words = [word if word.isascii() else word.translate(_APOSTROPHES).casefold() for word in words]
    return tuple(words) if joined.isalpha() else tuple([word.replace(",", "") for word in words])


def _gap(gaps: list[int], words: list[str]) -> None:
    if not gaps or gaps[-1] != len(words):
        gaps.append(len(words))


def _dots(found: list[str], i: int, last: int) -> int:
    """How many full stops follow one another."""
    j = i
    while j <= last and found[j] == ".":
        j += 1
    return j - i


def _aside(tokens: Tokens, i: int, last: int, words: list[str], gaps: list[int]) -> int:
    """Brackets within a quotation; the token at which they end.

    A single letter within brackets that is glued to a word only changes its case or form: [t]he, resign[ed].
    """
    found = tokens.words
    close = _CLOSE[_OPEN.index(found[i])]
    j = i + 1
    while j <= last and j - i <= _LONGEST_ASIDE and found[j] != close:
        j += 1
    if j > last or found[j] != close:
        return i  # an open bracket that is never closed is only a sign
    inside = found[i + 1 : j]
    if close == "]" and len(inside) == 1 and inside[0].isalpha():
        if len(inside[0]) == 1 and tokens.glued(j) and j < last and found[j + 1].isalpha():
            words.append((inside[0] + found[j + 1]).lower().translate(_APOSTROPHES))
            return j + 1
        if inside[0].lower() == "sic":
            return j
        if i and tokens.glued(i - 1) and words and found[i - 1].isalpha():
            words.pop()  # resign[ed]: which form was spoken is not known
    _gap(gaps, words)
    return j
