"""Words as data: TOML tables, loaded once and on demand.

Each table opens with a comment that says what it holds and where the knowledge comes from.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FOLDER = Path(__file__).parent
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def table(name: str) -> MappingProxyType[str, Any]:
    """One table by the name of its file without the ending; do not change what it holds."""
    with open(FOLDER / f"{name}.toml", "rb") as file:
        return MappingProxyType(tomllib.load(file))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of words in a table as a set; a string in the table is split at white space. key: "say", or "verbs.say" in a section."""
    section, _, last = key.rpartition(".")
    found = (table(name)[section] if section else table(name))[last]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def by_word(name: str, key: str) -> MappingProxyType[str, str]:
    """Turn a table of families, each with its words, round: word to family. A word in two families keeps the first."""
    turned: dict[str, str] = {}
    for family, members in table(name)[key].items():
        for word in members.split() if isinstance(members, str) else members:
            turned.setdefault(word, family)
    return MappingProxyType(turned)


@cache
def spellings(found: frozenset[str]) -> frozenset[str]:
    """The words in lower case, with a capital, and all in capitals: what a text can show of them."""
    return found | {w[:1].upper() + w[1:] for w in found} | {w.upper() for w in found}


@cache
def plain_letters() -> dict[int, str]:
    """What stands for a letter that is no accented one of the alphabet, as str.translate takes it."""
    return str.maketrans(table("spellings")["letters"])


@cache
def vocabulary() -> frozenset[str]:
    """Every word that stands in a table, in lower case: a word that is no mere slip of another."""
    found: set[str] = set()
    waiting: list[Any] = [table(path.stem) for path in sorted(FOLDER.glob("*.toml"))]
    while waiting:
        held = waiting.pop()
        if isinstance(held, str):
            found.update(_LETTERS.findall(held.lower()))
        elif hasattr(held, "items"):
            waiting += [*held.keys(), *held.values()]
        elif isinstance(held, list):
            waiting += held
    return frozenset(found)
