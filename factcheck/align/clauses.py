"""The clause that a date or a time of day stands in, and the verb that it belongs to: what happened then, to whom and where."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcheck.align.context import Contexts
from factcheck.align.stems import content_stem
from factcheck.lexicon import by_word, words
from factcheck.lexicon.verbs import is_past
from factcheck.model.claim import Claim

NAME, WORD = 2, 1  # what a shared name and a shared word weigh
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[;:()“”\"—–]|\b(?:and|but|after|before|following|since|until|amid|when|while|that|because|although|though|where|as)\b")
_END = re.compile(r"[;:()“”\"—–,]|\b(?:and|but|after|before|following|since|until|amid|when|while|who|which|that|because|although|though|where|as)\b")


class Clause(NamedTuple):
    """What stands around a date or time up to the next clause or date; act: the verb that it belongs to, "" where none is seen."""

    claim: Claim
    act: str
    stems: frozenset[str]
    names: frozenset[str]
    turns: frozenset[str]


class Clauses:
    """Reads them out of the sentences of claims."""

    def __init__(self, contexts: Contexts) -> None:
        self._contexts = contexts

    def of(self, claim: Claim, others: list[tuple[int, int]]) -> Clause:
        """The clause of a claim; others: offsets of the dates or times of its document, at which it ends."""
        telling = self._contexts.telling(claim)
        text = telling.document.text
        first, last = telling.sentences[claim.sentence]
        first = max([first, *(end for _, end in others if end <= claim.start)])
        last = min([last, *(start for start, _ in others if start >= claim.end)])
        for found in _BREAK.finditer(text, first, claim.start):
            first = found.end()
        before = [w[0] for w in _WORD.finditer(text, first, claim.start)]
        behind = (_END if len(before) > 1 else _BREAK).search(text, claim.end, last)
        after = [w[0] for w in _WORD.finditer(text, claim.end, behind.start() if behind else last)]
        act = _last_act(before) or next((key for w in after if (key := _act(w))), "")
        low = {w.lower() for w in (*before, *after)}
        names = frozenset(n for n in self._contexts.names(claim) if n.rpartition(" ")[2] in low or n in low)
        if not names and not low.isdisjoint(words("acts", "pronouns")):
            names = self._person_before(claim)
        beside = frozenset(k for n in names for k in n.split())
        stems = frozenset(k for w in (*before, *after) if w.lower() not in beside and (k := _key(w)))
        return Clause(claim, act, stems - names, names, frozenset(low & (words("acts", "turns") | words("acts", "plans"))))

    def _person_before(self, claim: Claim) -> frozenset[str]:
        """Whom "he" or "she" is: the one person of the sentence before, if there is but one."""
        told = self._contexts.names_of(claim.document, claim.sentence - 1) if claim.sentence else frozenset()
        people = told & {name.split()[-1] for name in self._contexts.documents.full_names(claim.document)}
        return people if len(people) == 1 else frozenset()


def one_act(one: Clause, two: Clause) -> bool:
    """Whether the verbs that two clauses belong to are told by both clauses."""
    return bool(one.act or two.act) and (not one.act or one.act in two.stems) and (not two.act or two.act in one.stems)


def shared_weight(one: Clause, two: Clause) -> tuple[frozenset[str], int, int]:
    """The names that two clauses share, what all that they share weighs, and what the lighter of them does."""
    both = (one.names & two.names) | (one.names & two.stems) | (one.stems & two.names)
    weight = NAME * len(both) + WORD * len(one.stems & two.stems - both)
    return both, weight, min(NAME * len(c.names) + WORD * len(c.stems) for c in (one, two)) or 1


@cache
def _key(word: str) -> str:
    """A word's doing, or its stem, or "" for a word that says nothing."""
    low = word.lower()
    return by_word("acts", "one").get(low) or content_stem(low)


def _last_act(told: list[str]) -> str:
    """The key of the verb told last: one in its past, or what stands behind "will"."""
    for n in range(len(told) - 1, -1, -1):
        key = _act(told[n]) or (_key(told[n]) if n and told[n - 1] in words("acts", "to_come") else "")
        if key:
            return key
    return ""


@cache
def _act(word: str) -> str:
    """The key of a verb in its past, or of a noun that names a doing; else ""."""
    low = word.lower()
    if low in words("acts", "pale"):
        return ""
    if low in by_word("acts", "one") or low in by_word("happenings", "families"):
        return _key(low)
    return _key(low) if word == low and is_past(low) else ""
