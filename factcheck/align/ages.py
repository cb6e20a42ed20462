"""Whether two ages are one person's: equal ones are one fact; others clash where no day of birth allows both, or where both are told
of one moment of the past."""

from __future__ import annotations

from factcheck.align.births import birth_window, exact_age
from factcheck.align.context import Contexts
from factcheck.align.figures import one_figure
from factcheck.align.judged import NEITHER, Judged, steps
from factcheck.model.claim import Claim
from factcheck.relation import DISJOINT

AROUND = 4  # words and names shared by the sentences, or by those around them


def judge_ages(a: Claim, b: Claim, relation: str, contexts: Contexts) -> Judged:
    """Judge two ages told in one story; relation: that of their values."""
    if not a.subject or a.subject != b.subject:
        return _of_somebody(a, b, relation, contexts)
    person = a.subject.title()
    if relation != DISJOINT:
        return Judged(True, False, (f"both are the age of {person}",))
    if a.attribute == b.attribute != "age":
        return _of_then(a, b, person, contexts)
    age_a, age_b = exact_age(a), exact_age(b)
    days_a, days_b = contexts.written(a), contexts.written(b)
    if age_a is None or age_b is None or days_a is None or days_b is None or not contexts.same_full_name(a, b):
        return NEITHER
    born_a, born_b = birth_window(age_a, *days_a), birth_window(age_b, *days_b)
    if born_a[0] <= born_b[1] and born_b[0] <= born_a[1]:
        return NEITHER
    told = f"{person} was born from {born_a[0]} to {born_a[1]} by {a.document}, from {born_b[0]} to {born_b[1]} by {b.document}"
    return Judged(True, False, (f"both are the age of {person}", told))


def _of_somebody(a: Claim, b: Claim, relation: str, contexts: Contexts) -> Judged:
    """Of whom an age is told is often not found; the sentences around it can show that it is one person's."""
    if relation == DISJOINT or (a.subject and b.subject) or a.document == b.document or not one_figure(a, b):
        return NEITHER
    shared = contexts.around(a) & contexts.around(b)
    return Judged(True, False, steps(a, shared, contexts)) if len(shared) >= AROUND else NEITHER


def _of_then(a: Claim, b: Claim, person: str, contexts: Contexts) -> Judged:
    """Two ages of one person when one thing happened: "was 17 when he was convicted", "convicted at the age of 19"."""
    words = contexts.words(a) & contexts.words(b)
    shared = words | (contexts.names(a) & contexts.names(b))
    kinds = {c.event and c.event.kind for c in (a, b)}
    same = len(kinds) == 1 and None not in kinds and bool(words) and len(shared) >= AROUND
    return Judged(True, False, (f"both are an age of {person}", *steps(a, shared, contexts)[1:])) if same else NEITHER
