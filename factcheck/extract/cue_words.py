"""The words that show a source or a mood in a sentence: said, denied, could, according to."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import spellings, table
from factcheck.model.claim import DENIED, POSSIBLE

MODAL = "modal"  # the mood of could and may: possible, in front of a claim or close behind it


class Cues:
    """The word lists, ready for looking up. moods: word to the mood that it may show; all: every word, as a
    text can show it, at which a cue can begin."""

    __slots__ = ("all", "denial_objects", "denials", "moods", "not_only", "nots", "phrases", "reports")

    def __init__(self) -> None:
        found = table("speech")
        self.reports = frozenset(found["sources"]["reports"].split())
        denied, possible = found["denied"], found["possible"]
        self.denials = frozenset(denied["verbs"].split())
        self.denial_objects = frozenset(denied["objects"].split())
        denial_words = frozenset(denied["words"].split())
        nots = denied["nots"].split()
        self.nots = frozenset(nots + [n.replace("'", "’") for n in nots])
        self.not_only = frozenset(denied["not_only"].split())
        modals, likely = frozenset(possible["modals"].split()), frozenset(possible["words"].split())
        self.moods = dict.fromkeys(likely, POSSIBLE) | dict.fromkeys(self.nots | self.denials | denial_words, DENIED) | dict.fromkeys(modals, MODAL)
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind, listed in ((DENIED, denied["phrases"]), (POSSIBLE, possible["phrases"]), ("source", found["sources"]["phrases"])):
            for phrase in listed:
                parts = tuple(phrase.split())
                self.phrases.setdefault(parts[0], []).append((parts, kind))
        self.all = spellings(self.reports | frozenset(self.moods) | frozenset(self.phrases))


@cache
def cues() -> Cues:
    """The word lists, read once."""
    return Cues()
