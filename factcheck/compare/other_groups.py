"""Figures that are said of others than they seem: of nine men among 14 people, of the dead and the missing, of the noes.

The words beside two figures can show that both are true, whatever the aligner made of their sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from types import MappingProxyType

from factcheck.compare.case import Case
from factcheck.lexicon import table
from factcheck.model.claim import Claim

NEAR = 60  # characters behind a share in which its answer stands
_WORD = re.compile(r"[a-z]+")


def said_of_others(claims: Sequence[Claim], case: Case) -> bool:
    """Whether the words at the claims say that they count different people, or give the shares of opposite answers."""
    if claims[0].kind == "count":
        return len({_groups_of_people(c) for c in claims}) > 1 or len({_joined(c, case) for c in claims}) > 1
    if claims[0].kind == "percent":
        answers = [_answers(c, case) for c in claims]
        return any(a[0] == b[0] and a[1] != b[1] for n, x in enumerate(answers) for y in answers[n + 1 :] for a in x for b in y)
    return False


def opposed(claims: Sequence[Claim], case: Case) -> bool:
    """Whether one number is told of two things that exclude each other: of a rise and a fall, of the dead and the injured."""
    attributes = {c.attribute for c in claims}
    if len(attributes) < 2:
        return False
    if claims[0].kind == "count" and attributes <= _fate_families():
        return True
    return {"rise", "fall"} <= {a.partition(" of ")[0] for a in attributes}


@cache
def _fate_families() -> frozenset[str]:
    return frozenset(table("families")["fate"]) - {"infection"}  # those who died can be told of as infected too


@cache
def _groups() -> MappingProxyType[str, str]:
    """The groups that people are divided into, by each of their nouns."""
    sets = [entry["parts"] for entry in table("sums")["partition"] if "people" in entry["whole"].split()]
    return MappingProxyType({noun: nouns.split()[0] for parts in sets for nouns in parts for noun in nouns.split()})


def _groups_of_people(claim: Claim) -> frozenset[str]:
    """The groups that a count's own words name: nine men are some of 14 people, or others than six women."""
    if claim.attribute == "person aboard":
        return frozenset()
    return frozenset(_groups()[w] for w in claim.text.lower().split() if w in _groups())


@cache
def _fates() -> tuple[re.Pattern, re.Pattern]:
    """One fate joined to another, behind a count ("36 people dead or missing") and in front of it ("killed or injured 36")."""
    fates = "|".join(table("sums")["joined_fates"].split())
    join = r"(?:,? (?:or|and)|/) ?"
    return re.compile(rf"\s*{join}(?:presumed |believed |feared )?(?:{fates})\b"), re.compile(rf"(?:killed|dead|died|deaths){join}(?:{fates})(?: at least| about| some| more than)? \Z")


def _joined(claim: Claim, case: Case) -> bool:
    """Whether the count is of the dead and of others together."""
    text = case.documents[claim.document].text
    behind, front = _fates()
    return bool(behind.match(text, claim.end, claim.end + 40) or front.search(text[max(0, claim.start - 40) : claim.start]))


@cache
def _sides() -> MappingProxyType[str, tuple[tuple[int, int], ...]]:
    """For each word of an answer the pairs of answers that it is in, and its side of each."""
    found: dict[str, list[tuple[int, int]]] = {}
    for n, pair in enumerate(table("sums")["answers"]["pairs"]):
        for side, answers in enumerate(pair):
            for word in answers.split():
                found.setdefault(word, []).append((n, side))
    return MappingProxyType({word: tuple(places) for word, places in found.items()})


def _answers(claim: Claim, case: Case) -> frozenset[tuple[int, int]]:
    """The answers of which a share is told: the first one named behind it in its clause."""
    behind = re.split(r"[.;:0-9]", case.documents[claim.document].text[claim.end : claim.end + NEAR].lower(), maxsplit=1)[0]
    first = next((w for w in _WORD.findall(behind) if w in _sides()), None)
    return frozenset(_sides()[first]) if first else frozenset()
