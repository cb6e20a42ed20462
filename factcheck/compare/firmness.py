"""Whether a newer telling of one fact says more or less than the older: hardened, softened, or neither."""

from __future__ import annotations

import re
from functools import cache

from factcheck.lexicon import table, words
from factcheck.model.claim import ASSERTED, DENIED, Claim
from factcheck.relation import ENTAILED_BY, ENTAILS, values

_DOUBTS = words("firmness", "open.words")


HARDENED, SOFTENED = "hardened", "softened"
_WORD = re.compile(r"[a-z]+")


@cache
def _forces() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    return {name: (frozenset(of["strong"].split()), frozenset(of["weak"].split())) for name, of in table("firmness")["force"].items()}


def of_values(old: Claim, new: Claim) -> str | None:
    """By what the values allow: "at least 12" hardens to "12"; None where neither lies within the other."""
    return {ENTAILS: HARDENED, ENTAILED_BY: SOFTENED}.get(values(new.value, old.value))


def of_telling(old: Claim, old_sentence: str, new: Claim, new_sentence: str) -> tuple[str, str] | None:
    """For one value told twice: the change and the step to it, by mood, source and words; None where nothing of it changed."""
    if (old.mood == DENIED) is not (new.mood == DENIED):
        return None  # no matter of degree
    if old.mood != new.mood:
        return (HARDENED, "it was possible and is now asserted") if new.mood == ASSERTED else (SOFTENED, "it was asserted and is now possible")
    before, after = (frozenset(_WORD.findall(sentence.lower())) for sentence in (old_sentence, new_sentence))
    for name in sorted((before ^ after) & _DOUBTS):
        return (SOFTENED, f"“{name}” is new beside it") if name in after else (HARDENED, f"“{name}” is gone from beside it")
    if bool(old.attribution) is not bool(new.attribution):
        if new.attribution:
            return SOFTENED, f"“{new.attribution}” is now named for it"
        return HARDENED, f"“{old.attribution}” is no longer named for it"
    strong, weak = _forces().get(new.attribute, (frozenset(), frozenset()))
    if before & strong and not after & strong and after & weak:
        return SOFTENED, f"“{min(before & strong)}” became “{min(after & weak)}”"
    if after & strong and not before & strong and before & weak:
        return HARDENED, f"“{min(before & weak)}” became “{min(after & strong)}”"
    return None
