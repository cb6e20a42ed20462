"""Words as keys: what makes killed and died, soldiers and troops, winning and wins one, and which words say nothing."""

from __future__ import annotations

import re
from functools import cache

from factcheck.lexicon import by_word, table, words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word of letters, with what an apostrophe joins to it."""
_PALE = words("structure", "pale")
_KEPT = {"ies": "y", "ied": "y", "ses": "s", "xes": "x", "ches": "ch", "shes": "sh"}


@cache
def stem(word: str) -> str:
    """A word in lower case without its usual endings: a key for comparing, not a word to show."""
    w = word.lower()
    if w.endswith(("'s", "’s")):
        w = w[:-2]
    for ending, least in (("ations", 8), ("ation", 8), ("ingly", 8), ("ings", 7), ("ing", 6), ("edly", 7), ("ies", 5), ("ied", 5), ("ers", 6), ("ed", 5), ("er", 6), ("ses", 6), ("xes", 5), ("ches", 6), ("shes", 6), ("ly", 6), ("s", 4)):
        if w.endswith(ending) and len(w) >= least and not w.endswith(("ss", "us", "is")):
            w = w[: -len(ending)] + _KEPT.get(ending, "")
            if len(w) > 3 and w[-1] == w[-2] and w[-1] in "bdgmnprt":
                w = w[:-1]  # winning, stopped
            break
    return w[:-1] if len(w) > 4 and w.endswith("e") else w


@cache
def content_stem(word: str) -> str:
    """The stem of a content word, or "" for a word that says nothing."""
    low = word.lower()
    base, mark, ending = low.replace("’", "'").partition("'")
    if mark and (ending != "s" or base in words("structure", "function_words")):
        return ""  # don't, he's, they'll
    if low in words("structure", "function_words") or len(low) < 2:
        return ""
    family = by_word("families", "fate").get(low) or by_word("families", "things").get(low)
    if family:
        return family  # killed and died, soldiers and troops say the same
    found = stem(low)
    return "" if found in _PALE or low in _PALE else found


@cache
def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text."""
    return frozenset(map(content_stem, WORD.findall(text[:2000]))) - {""}


@cache
def stems_beside(name: str) -> frozenset[str]:
    """Stems of a name's words that differ from the name."""
    return stems(name) - {name}


@cache
def opposites() -> dict[str, frozenset[str]]:
    """By the stem of a word those of the words that it excludes."""
    found: dict[str, set[str]] = {}
    for pair in table("families")["opposites"]["pairs"]:
        one, two = map(content_stem, pair.split())
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}
