"""How much one figure told by two says by itself: 1,375 million dollars are seldom the same by chance, two sons are."""

from __future__ import annotations

from factcheck.align.context import Contexts
from factcheck.model.claim import Claim
from factcheck.relation import ENTAILED_BY, ENTAILS, SAME, base_unit, values

JOIN = 4.0  # weight of what is shared, for values that go together
JOIN_SHARE = 0.22  # of the smaller context
JOIN_FIGURE = (4.0, 3.0, 2.0, 2.0)  # the same for one figure, by how telling it is
JOIN_FIGURE_SHARE = 0.12
LARGE = 20
NOUGHTS = (10, 100, 1000)  # times that a figure with one, two or three noughts too many is the right one
APART = 6  # times that a figure may go into one that it clashes with


def telling(claim: Claim) -> int:
    """How seldom a figure is the same by chance, from 0 for two or six to 3 for 31,447.

    Digits count, and what is larger than people count on their fingers; so do money, shares and measures. A score of two
    large numbers, as a vote has, is like no other.
    """
    written = None if claim.kind == "date" else claim.value.written_value
    if not written:
        return 0
    if claim.value.unit == "score":
        return 3 if written >= LARGE else 0
    digits = len(written.normalize().as_tuple().digits)
    rare = claim.kind in ("money", "percent", "measure") or written >= LARGE
    return 3 if digits > 4 else min(2, digits - 1 + rare)


def one_figure(a: Claim, b: Claim) -> bool:
    """Whether both write one figure, hedged or not: "more than 800,000" and "an estimated 800,000"."""
    return a.kind != "date" and a.value.written_value is not None and a.value.unit == b.value.unit and a.value.written_value == b.value.written_value


def of_another_figure(a: Claim, b: Claim, relation: str, contexts: Contexts) -> bool:
    """Whether two values that go together, of which one is looser, are told of two things: both in one sentence ("fell as much as 12%
    and closed 8.3% lower"), or the sentence of the looser one gives the other's very value, too."""
    if relation == SAME or a.value.shape != "quantity":
        return False
    if a.document == b.document:
        return a.sentence == b.sentence
    if relation not in (ENTAILS, ENTAILED_BY) or a.kind == "ordinal":
        return False
    loose, exact = (b, a) if relation == ENTAILS else (a, b)
    beside = contexts.telling(loose).of_sentence(loose.sentence)
    return any(c is not loose and c.kind == loose.kind and c.attribute == exact.attribute and values(c.value, exact.value) == SAME for c in beside)


def least_share(a: Claim, b: Claim) -> float:
    """The part of the smaller context that they must share."""
    return JOIN_SHARE if not one_figure(a, b) else JOIN_FIGURE_SHARE


def of_one_size(a: Claim, b: Claim) -> bool:
    """Whether the larger figure is at most so many times the smaller: 55 and 3,000 are seldom told of one thing."""
    one, two = (c.value.written_value and c.value.written_value * base_unit(c.value.unit)[1] for c in (a, b))
    return not one or not two or max(abs(one), abs(two)) <= APART * min(abs(one), abs(two))


def noughts_apart(a: Claim, b: Claim) -> bool:
    """Whether two figures are of the same digits with a nought or more too many in one: 5,000 and 50,000."""
    one, two = sorted(abs(c.value.written_value or 0) for c in (a, b))
    return one > 0 and a.value.unit == b.value.unit and two / one in NOUGHTS and min(one, two) >= NOUGHTS[0]


def least_weight(a: Claim, b: Claim) -> float:
    """The weight that must be shared by two claims whose values go together: less where the figure itself is telling."""
    return JOIN_FIGURE[telling(a)] if one_figure(a, b) else JOIN
