"""A figure in the headline that no figure of the story bears out: "12 killed" over a story of 14 dead.

Why it matters: headlines are written last, from an earlier version or by another hand, and read first.
Conflict: "Quake kills 12 in Ashford" over "The quake in Ashford killed 14 people."
Silent: a headline that rounds, a story that gives the headline's figure as well, a figure of another thing or another day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from factcheck.compare.case import OUTSIDE, Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted, step
from factcheck.lexicon import words
from factcheck.model.claim import DENIED, Claim
from factcheck.model.finding import CONFLICT, Finding
from factcheck.relation import DISJOINT, INCOMPARABLE, SAME, values

NAME = "headline-against-body"
KINDS = ("count", "money", "percent", "measure")
SHARED = 0.5  # of the headline's words and names, those in the sentence of the story
LEAST = 2
TIMES = 4  # how many times the one figure may be the other and still be meant for it
MOST = 12  # figures of a story that are added two by two
_MORE = re.compile(r"\b(?:another|others?|more|further|additional|besides|himself|herself)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_KILLED_TOO = re.compile(r"\b(?:was|were)\s(?:\w+ly\s|also\s|then\s)?(?:shot|killed)\b|\b(?:killed|shot)\s(?:him|her)self\b|\b(?:his|her) own life\b")
_NEXT = re.compile(r"\s{1,3}([a-z]+)")


def find(case: Case) -> Iterable[Finding]:
    """One finding for every figure in a headline that its story contradicts and nowhere bears out."""
    for kind in KINDS:
        heads = [c for c in case.claims_of(kind) if c.zone == "headline" and c.mood != DENIED and _is_specific(c)]
        if not heads:
            continue
        body: dict[str, list[Claim]] = defaultdict(list)
        for claim in case.claims_of(kind):
            if claim.zone not in OUTSIDE and claim.zone != "headline":
                body[claim.document].append(claim)
        for head in heads:
            yield from _against(case, head.document, head, body[head.document])


def _is_specific(claim: Claim) -> bool:
    return claim.attribute not in words("sums", "vague_attributes") and claim.value.written_value is not None and claim.value.unit != "score"


def _is_difference(case: Case, claim: Claim) -> bool:
    """Whether a figure tells by how much: "five rounds sooner", "12 more"."""
    found = _NEXT.match(case.documents[claim.document].text, claim.end)
    return found is not None and found[1].lower() in words("sums", "comparatives")


def _against(case: Case, document: str, head: Claim, body: list[Claim]) -> Iterable[Finding]:
    """The likeliest of the story's figures of the same thing, if none of them goes together with the headline's."""
    same = [c for c in body if c.attribute == head.attribute and values(head.value, c.value) != INCOMPARABLE]
    if not same or any(_bears_out(head, c) for c in body if c.value.unit == head.value.unit):
        return
    if _counts_the_killer(case, head, same) or _adds_up(case, head, [c for c in body if c.value.unit == head.value.unit]):
        return
    context = case.context(head)
    near = [(len(context & case.context(c)), c) for c in same if c.mood != DENIED and _of_one_size(head, c) and not _is_difference(case, c)]
    most = max((n for n, _ in near), default=0)
    if most < max(LEAST, SHARED * len(context)):
        return
    told = next(c for n, c in near if n == most)
    if head.scope != told.scope and (head.scope or told.scope):
        return
    message = f"the headline of {document} says {quoted(head)}, the story {quoted(told)}"
    because = (step(head, None), step(told, None), f"both are on the {head.attribute}, and the story gives no figure that fits the headline's")
    repairs = ("the story is right, and the headline is to be changed", "the headline is right, and the story is to be changed")
    yield case.finding(NAME, CONFLICT, message, because, [head, told], sides=[0, 1], repairs=repairs, attribute=head.attribute)


def _counts_the_killer(case: Case, head: Claim, body: list[Claim]) -> bool:
    """Whether the headline's dead are one more than the story's, and the story tells that whoever killed them is dead, too."""
    if head.attribute != "death" or head.value.written_value not in {c.value.written_value + 1 for c in body if c.value.written_value is not None}:
        return False
    text = case.documents[head.document].text
    return not words("families", "killers").isdisjoint(_WORD.findall(text.lower())) and _KILLED_TOO.search(text) is not None


def _bears_out(head: Claim, claim: Claim) -> bool:
    """Whether a figure of the story fits the headline's: the same one of anything, or one that can be meant for it."""
    relation = values(head.value, claim.value)
    return relation == SAME or (relation != DISJOINT and (claim.attribute == head.attribute or claim.attribute in words("sums", "vague_attributes")))


def _adds_up(case: Case, head: Claim, body: list[Claim]) -> bool:
    """Whether the headline may be the sum of what the story tells one by one: nine at once, and three more later."""
    figures = [c.value.written_value for c in body[:MOST] if c.value.written_value is not None]
    told = [c for c in body if c.attribute == head.attribute or c.attribute in words("sums", "vague_attributes")]
    more = any(_MORE.search(case.documents[c.document].text, max(0, c.start - 12), c.end + 14) for c in told)
    return more or head.value.written_value in {a + b for a, b in combinations(figures, 2)} | {sum(figures)}


def _of_one_size(a: Claim, b: Claim) -> bool:
    one, two = a.value.written_value, b.value.written_value
    return not one or not two or max(abs(one), abs(two)) <= TIMES * min(abs(one), abs(two))


RULE = Rule(NAME, "a figure in the headline that the story contradicts", find)
