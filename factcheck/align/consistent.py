"""No chain of joins makes a conflict: two values that clash stay on one fact only if they were joined directly.

A is like B and B is like C, but that does not put A against C. Where a group holds clashing values, each such pair must
share its sentence or pass the test for clashing claims; else the group is parted.
"""

from __future__ import annotations

from collections.abc import Set

from factcheck.align.affinity import Affinity
from factcheck.align.figures import one_figure
from factcheck.align.two_things import COUNTING, NOUNLESS, of_other_nouns
from factcheck.align.unions import Unions
from factcheck.model.claim import Claim
from factcheck.relation import DISJOINT, base_unit, values

MANY = 60  # different values of one group that are looked at one by one
FAR = 100  # times
ASKED = 4  # claims of one value that are held against those of another


def consistent(members: list[int], claims: list[Claim], in_frame: Unions, affinity: Affinity, sole: Set[tuple[int, int]]) -> list[list[int]]:
    """A group's members, parted by what is counted, and so that clashing values are together only where a pair of their claims
    warrants it.

    sole: pairs, both ways round, of which each is the only one of its sort in its document.
    """
    return [part for held in _by_noun(members, claims, in_frame, affinity) for part in _by_value(held, claims, in_frame, affinity, sole)]


def _by_value(members: list[int], claims: list[Claim], in_frame: Unions, affinity: Affinity, sole: Set[tuple[int, int]]) -> list[list[int]]:
    by_value: dict[tuple, list[int]] = {}
    for i in members:
        by_value.setdefault(claims[i].value.key(), []).append(i)
    if len(by_value) < 2:
        return [members]
    groups = sorted(by_value.values(), key=lambda g: (-len({claims[i].document for i in g}), claims[g[0]].document, claims[g[0]].start))
    parts: list[list[list[int]]] = []
    for group in groups:
        for part in parts:
            if all(_may_stand(group, other, claims, in_frame, affinity, sole) for other in part[:MANY]):
                part.append(group)
                break
        else:
            parts.append([group])
    if len(parts) > 1:  # "earlier this month" goes with the 20th and with the 21st, and is told with each that it is like
        for part in parts:
            part += [
                g
                for g in groups[:MANY]
                if g not in part and not any(_apart(g, other, claims, affinity) or _far_off(claims[g[0]], claims[other[0]]) for other in part[:MANY]) and _alike(g, part, claims, affinity)
            ]
    return [sorted(i for group in part for i in group) for part in parts]


def _by_noun(members: list[int], claims: list[Claim], in_frame: Unions, affinity: Affinity) -> list[list[int]]:
    """A group's members, parted by the nouns that figures are said of, where the figures are such as many things have.

    Three shells and three women were each like three people; they are not one fact. What is said of no noun, or of people at
    large, goes with what it is like itself.
    """
    by_noun: dict[str, list[int]] = {}
    for i in members:
        by_noun.setdefault(claims[i].attribute, []).append(i)
    if claims[members[0]].kind not in COUNTING or len(by_noun.keys() - NOUNLESS) < 2:
        return [members]
    named = sorted((by_noun.pop(noun) for noun in by_noun.keys() - NOUNLESS), key=lambda g: (-len({claims[i].document for i in g}), claims[g[0]].document, claims[g[0]].start))
    parts: list[list[int]] = []
    for group in named:
        one = next((part for part in parts if _of_one_noun(group, part, claims, in_frame)), None)
        if one is None:
            parts.append(group)
        else:
            one += group
    rest = []
    for i in (i for held in by_noun.values() for i in held):
        like = next((part for part in parts if len(parts) < 2 or _alike([i], [part], claims, affinity)), rest)
        like.append(i)
    return [*parts, rest] if rest else parts


def _of_one_noun(a: list[int], b: list[int], claims: list[Claim], in_frame: Unions) -> bool:
    """Whether figures of two nouns are on one thing: 125 seats and 125 constituencies, or two claims of one sentence."""
    if {in_frame.find(i) for i in a[:MANY]} & {in_frame.find(j) for j in b[:MANY]}:
        return True
    return any(one_figure(claims[i], claims[j]) and not of_other_nouns(claims[i], claims[j]) for i in a[:ASKED] for j in b[:MANY])


def _alike(group: list[int], part: list[list[int]], claims: list[Claim], affinity: Affinity) -> bool:
    return any(affinity.judge(claims[i], claims[j]).same for i in group[:ASKED] for other in part[:MANY] for j in other[:ASKED])


def _apart(a: list[int], b: list[int], claims: list[Claim], affinity: Affinity) -> bool:
    one, two = claims[a[0]], claims[b[0]]
    return values(one.value, two.value, strict=affinity.strict(one, two)) == DISJOINT


def _far_off(a: Claim, b: Claim) -> bool:
    """Whether a figure keeps within another's bound only because it is so far from it: "at least 5" and 170,000."""
    if a.value.shape != "quantity" or not a.value.written_value or not b.value.written_value:
        return False
    one, two = (abs(c.value.written_value * base_unit(c.value.unit)[1]) for c in (a, b))
    return max(one, two) > FAR * min(one, two)


def _may_stand(a: list[int], b: list[int], claims: list[Claim], in_frame: Unions, affinity: Affinity, sole: Set[tuple[int, int]]) -> bool:
    if not _apart(a, b, claims, affinity):
        return not _far_off(claims[a[0]], claims[b[0]])
    both = {claims[i].document for i in a} & {claims[j].document for j in b}
    if both and claims[a[0]].kind == "date":
        return False  # a document that gives both days speaks of two things, whatever sentence it shares
    if {in_frame.find(i) for i in a[:MANY]} & {in_frame.find(j) for j in b[:MANY]}:
        return True
    if both:
        return False
    if sole and any((i, j) in sole for i in a[:MANY] for j in b[:MANY]):
        return True
    return any(affinity.judge(claims[i], claims[j]).same for i in a[:ASKED] for j in b[:ASKED])
