"""The words that show a source or a mood in a sentence: said, denied, could, according to."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import spellings, table
from factcheck.model.claim import DENIED, POSSIBLE


class Cues:
    """The word lists, ready for looking up. all: every word, as a text can show it, at which a cue can begin."""

    __slots__ = ("all", "denial_objects", "denial_words", "denials", "modals", "not_only", "nots", "phrases", "possible", "reports")

    def __init__(self) -> None:
        found = table("speech")
        self.reports = frozenset(found["sources"]["reports"].split())
        denied, possible = found["denied"], found["possible"]
        self.denials = frozenset(denied["verbs"].split())
        self.denial_objects = frozenset(denied["objects"].split())
        self.denial_words = frozenset(denied["words"].split())
        nots = denied["nots"].split()
        self.nots = frozenset(nots + [n.replace("'", "’") for n in nots])
        self.not_only = frozenset(denied["not_only"].split())
        self.modals = frozenset(possible["modals"].split())
        self.possible = frozenset(possible["words"].split())
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind, listed in ((DENIED, denied["phrases"]), (POSSIBLE, possible["phrases"]), ("source", found["sources"]["phrases"])):
            for phrase in listed:
                parts = tuple(phrase.split())
                self.phrases.setdefault(parts[0], []).append((parts, kind))
        self.all = spellings(self.reports | self.denials | self.denial_words | self.nots | self.modals | self.possible | frozenset(self.phrases))


@cache
def cues() -> Cues:
    """The word lists, read once."""
    return Cues()
