"""The words of offices, ready for looking up."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import table, words


@cache
def titles() -> dict[str, str]:
    """Last word of every title to its base form: ceo to chief executive, skipper to captain."""
    found: dict[str, str] = {}
    for base, others in table("roles")["titles"].items():
        head = base.split()[-1]
        found.setdefault(head, head)
        for other in others.split():
            found[other.removesuffix(".")] = base
    return found


@cache
def same() -> dict[str, str]:
    """A title in other words to the name that it is compared by."""
    return {other: base for base, others in table("roles")["same"].items() for other in others}


@cache
def modifiers() -> dict[str, frozenset[str]]:
    """Last word of a title to the words that widen it on the left."""
    return {head: frozenset(found.split()) for head, found in table("roles")["modifiers"].items()}


@cache
def followers() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Last word of a title to the phrases that widen it on the right, longest first."""
    return {
        head: tuple(sorted((tuple(p.replace("-", "- ").split()) for p in phrases), key=len, reverse=True))
        for head, phrases in table("roles")["followers"].items()
    }


@cache
def statuses() -> dict[str, str]:
    """A word that narrows an office to the status it gives."""
    found: dict[str, str] = {}
    for status, listed in table("roles")["status"].items():
        for word in listed.split():
            found.setdefault(word, status)
    return found


@cache
def parties() -> frozenset[str]:
    """Words for parties, which stand before a title and say nothing of the office."""
    return words("roles", "names.parties")


@cache
def doubtful() -> frozenset[str]:
    """Titles that are common words, or surnames, as well."""
    return words("roles", "doubtful.words")
