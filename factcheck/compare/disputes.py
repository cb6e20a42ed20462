"""Disputes: two sides who say different things are no error of the papers that report them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.compare.case import Case
from factcheck.compare.steps import quoted, step
from factcheck.lexicon import table, words
from factcheck.model.claim import Claim
from factcheck.model.fact import Fact
from factcheck.model.finding import COMPATIBLE, WARNING, Finding

MANY = 4  # speakers that are named


def dispute(rule: str, fact: Fact, groups: Sequence[list[Claim]], case: Case) -> Finding | None:
    """What two sides dispute, where every value has its own speakers.

    groups: the claims of a fact by value. A draft is held to what its sources say, whoever says it there.
    """
    if case.drafts or len(groups) < 2:
        return None
    speakers = [_speakers(group) for group in groups]
    if not all(speakers) or any(_one_side(a, b) for n, a in enumerate(speakers) for b in speakers[n + 1 :]):
        return None
    told = [f"{quoted(group[0])} according to {said[min(said)]}" for said, group in zip(speakers, groups, strict=True)]
    message = ", ".join(told[:MANY]) + ": a dispute of two sides"
    because = [step(g[0], case.documents[g[0].document].date) for g in groups[:MANY]]
    because.append("each value is somebody's own, and not the papers'")
    claims = [c for group in groups for c in group]
    sides = [n for n, group in enumerate(groups) for _ in group]
    return case.finding(rule, COMPATIBLE, message, because, claims, sides=sides, attribute=fact.attribute, severity=WARNING)


def _speakers(group: list[Claim]) -> dict[str, str]:
    """Who is named as the source of a value, by the last word; nobody where a paper says it by itself."""
    if any(not c.attribution or c.attribution.split()[-1].lower() in words("speech", "sides.no_side") for c in group):
        return {}
    return {_plain(c.attribution.split()[-1]): c.attribution for c in group}  # type: ignore[union-attr]


def _words(speakers: dict[str, str]) -> set[str]:
    return {_plain(word) for said in speakers.values() for word in said.split()}


def _plain(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s").removesuffix("s")


def _one_side(a: dict[str, str], b: dict[str, str]) -> bool:
    """Whether two values have a speaker in common, or both come from the authorities: the ministry, and the ministry's figures."""
    if not a.keys().isdisjoint(b) or not a.keys().isdisjoint(_words(b)) or not b.keys().isdisjoint(_words(a)):
        return True
    return any(x in _authorities() for x in a) and any(y in _authorities() for y in b)


@cache
def _authorities() -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in table("speech")["sides"]["authorities"].split())
