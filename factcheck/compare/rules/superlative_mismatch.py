"""Superlatives and firsts: the largest, the second largest, the worst since 1990, the first in 40 years.

Why it matters: a superlative is a claim about all the others, which nobody counts again.
Conflict: "the largest bank in Norway" and "the second-largest bank in Norway"; "the highest level since 1990" and "the lowest".
Silent: superlatives of two things, places, measures or spans, of now and once; one without its span beside one with it. One that
counts from an earlier year says more and is told as compatible.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.compare.case import Case
from factcheck.compare.one_time import one_time
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.compare.windows import Window, one_span, window
from factcheck.lexicon import table, words
from factcheck.lexicon.places import is_place
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, COMPATIBLE, CONFLICT, WARNING, Finding

NAME = "superlative-mismatch"
MANY = 24  # of one noun that are held against each other
ALIKE = 2  # content words that two sentences share beside a name
MORE = 5  # and without one
FIRST = "first"


_TAIL = 60  # characters behind a superlative that say by what, among whom and after which it is one
_BY = re.compile(r"\b(by|among|amongst|after|behind|outside|except|excluding|apart from|other than|under|over)\s(?:the\s|its\s|his\s|her\s)?([\w’'-]+)")
_OF = re.compile(r"\sof\s(?:the\s|its\s|his\s|her\s|all\s|those\s){0,2}([\w’'-]+)")
_WHERE = re.compile(r"\s{1,3}(?:in|of|on|at|for)\s{1,3}(?:the\s{1,3})?([A-Z][\w'’-]{0,30}(?:\s[A-Z][\w'’-]{0,30}){0,3})")


class _Told:
    """One superlative or first. family, modifiers: what it is of; rank; span: what it counts over."""

    __slots__ = ("claim", "family", "modifiers", "rank", "span")

    def __init__(self, case: Case, claim: Claim) -> None:
        self.claim = claim
        self.rank = int(claim.value.low)
        if claim.kind == "superlative":
            self.family, self.modifiers = claim.detail.family, claim.detail.modifiers
        else:
            self.family, self.modifiers = FIRST, claim.detail.modifiers
        since = claim.text.find(" since ")
        self.span: Window = window(case, claim, claim.end if since < 0 else claim.start + since)


def find(case: Case) -> Iterable[Finding]:
    """One finding for each two documents that rank one thing."""
    if len(case.documents) < 2:
        return
    buckets: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("superlative"):
        if claim.zone == "body":
            buckets[claim.detail.noun or f"-{claim.detail.family}"].append(claim)
    for claim in case.claims_of("ordinal"):
        if claim.zone == "body" and claim.value.written_value == 1:
            buckets[f"{FIRST} {claim.attribute}"].append(claim)
    told: set[tuple[str, str, str]] = set()
    for noun in sorted(buckets):
        found = buckets[noun][:MANY]
        if len({c.document for c in found}) < 2:
            continue
        read = [_Told(case, c) for c in found]
        for n, a in enumerate(read):
            for b in read[n + 1 :]:
                key = (a.claim.document, b.claim.document, noun)
                if a.claim.document != b.claim.document and key not in told and _one_thing(case, a, b):
                    for finding in _held(case, a, b):
                        told.add(key)
                        yield finding


def _held(case: Case, a: _Told, b: _Told) -> Iterator[Finding]:
    if a.family == FIRST and a.claim.detail.since and b.claim.detail.since:
        return  # two firsts since an event are told by first-since
    same = a.family == b.family
    if not same and _opposite(a.family, b.family) and a.rank == b.rank == 1 and one_span(a.span, b.span) and bool(a.span.sort) == bool(b.span.sort):
        yield _finding(case, CONFLICT, a, b, "one thing cannot be both")
    elif same and a.rank != b.rank:
        if one_span(a.span, b.span) and bool(a.span.sort) == bool(b.span.sort):
            yield _finding(case, CONFLICT, a, b, "one thing has one rank")
    elif same and (a.family != FIRST or (a.span.sort and b.span.sort)):
        if a.span == b.span and (a.span.sort or a.claim.detail.modifiers == b.claim.detail.modifiers):
            yield _finding(case, AGREEMENT, a, b, "both rank it alike")
        elif a.span.sort and b.span.sort and one_span(a.span, b.span):
            yield _finding(case, COMPATIBLE, a, b, "both count from about one year")
        else:
            yield _finding(case, COMPATIBLE, a, b, "the one that counts from the earlier time says more, and both can be true")


@cache
def _opposites() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(sorted(pair.split())) for pair in table("superlatives")["opposites"]["pairs"])


def _opposite(one: str, two: str) -> bool:
    return tuple(sorted((one, two))) in _opposites()


def _one_thing(case: Case, a: _Told, b: _Told) -> bool:
    """Whether two superlatives are told of one thing: the same narrowing, names that go together, and words in common."""
    if a.modifiers != b.modifiers or not case.related(a.claim, b.claim) or not one_time(case, a.claim, b.claim):
        return False
    if _scope(case, a) != _scope(case, b) or _measure(case, a) != _measure(case, b):
        return False
    where = [_WHERE.match(case.documents[t.claim.document].text, t.claim.end) for t in (a, b)]
    if all(where) and where[0][1] != where[1][1]:  # type: ignore[index]
        return False  # the second in one town, the first in another
    one, two = case.names(a.claim), case.names(b.claim)
    if (one - two and two - one) or _opens_otherwise(case, a.claim, b.claim):
        return False
    shared = case.context(a.claim) & case.context(b.claim)
    return len(shared) >= (ALIKE + 1 if one & two else MORE)


def _opens_otherwise(case: Case, a: Claim, b: Claim) -> bool:
    """Whether each sentence opens on a word of its own that may be a name: Norden is …, Sydbank is …"""
    one, two = (case.sentence(c) for c in (a, b))
    first, second = (text.split(None, 1)[0].strip("“\",'’") for text in (one, two))
    known = words("structure", "function_words") | words("structure", "openers")
    return first not in two and second not in one and first.lower() not in known and second.lower() not in known


def _scope(case: Case, told: _Told) -> frozenset[str]:
    """Words of the sentence that narrow what is ranked: women, indoor, private; and the places in it."""
    said = {w.strip(".,;:”\"'").lower() for w in case.sentence(told.claim).split()}
    return frozenset(said & (words("superlatives", "narrowing") | words("superlatives", "other_times"))) | frozenset(n for n in case.names(told.claim) if is_place(n))


def _measure(case: Case, told: _Told) -> frozenset[tuple[str, str]]:
    """By what, among whom, after which one: the largest by deposits, the largest after another."""
    text = case.documents[told.claim.document].text[told.claim.end : told.claim.end + _TAIL]
    text = re.split(r"[.;:!?\n]", text.lower(), maxsplit=1)[0]
    of = _OF.match(text) if not getattr(told.claim.detail, "noun", "") else None
    return frozenset(_BY.findall(text)) | ({("of", of[1])} if of else set())


def _finding(case: Case, verdict: str, a: _Told, b: _Told, why: str) -> Finding:
    claims = [a.claim, b.claim]
    spans = [f"{c.document} counts from “{t.span.words}”" for c, t in zip(claims, (a, b), strict=True) if t.span.words]
    message = f"{a.claim.document} says {quoted(a.claim)}, {b.claim.document} {quoted(b.claim)}: {why}"
    repairs = (f"{quoted(a.claim)} is right", f"{quoted(b.claim)} is right") if verdict == CONFLICT else ()
    severity = WARNING if verdict == CONFLICT else None
    sides = [0, 0] if verdict == AGREEMENT else [0, 1]
    return case.finding(NAME, verdict, message, (*spans, why), claims, sides=sides, repairs=repairs, attribute=a.claim.attribute, severity=severity)


RULE = Rule(NAME, "superlatives that cannot both be true", find, kinds=("superlative", "ordinal"))
