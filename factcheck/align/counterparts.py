"""What a source says of the matter of one claim in a draft: its counterpart, or none.

A draft is held against sources that somebody has chosen for it, so less is needed to find what speaks to a claim than to
join two stories out of thousands. Every reason for and against is worth points; they were weighed on 11,000 pairs of a
sentence and its evidence, as the log-odds that clashing values are on one fact, and rounded.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from factcheck.align.context import Contexts
from factcheck.align.states import States
from factcheck.align.stems import content_stem
from factcheck.align.two_things import GENERAL, VAGUE, change_of, of_two_things
from factcheck.model.claim import ASSERTED, DENIED, Claim
from factcheck.relation import DISJOINT, INCOMPARABLE, SAME, base_unit, common_unit, in_celsius, values

CLASH = 1.4  # points from which clashing values are held to be on one fact: eight times in ten and more
JOIN = 0.6  # points from which values that go together are
WIDE = 200  # claims that a word may lead to
LIKELY = -0.3  # points from which an editor is pointed to what a source says, without a verdict
MANY = 40  # claims of one source that are looked at one by one; of more, those that share most words
MONTH = timedelta(days=31)
AS_IT_STOOD = frozenset(("as-of", "by", "after"))  # beside which a day is one of those on which somebody counted
CLOSE, FAR = Decimal("1.1"), Decimal(2)  # times that a figure and a bound may differ and still be of one thing
BOUNDS = frozenset(("over", "at-least", "under", "at-most", "before", "after", "by", "since", "until"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Points(NamedTuple):
    """What each circumstance is worth for values that clash, and for values that go together."""

    clash: float
    join: float


_CLASH, _JOIN = attrgetter("clash"), attrgetter("join")

BASE = Points(-0.4, 0.2)
BOUNDED = Points(1.1, 0.1)  # "more than 124": a writer who names a bound has had the figure before him
PLAIN = Points(0.0, -0.2)  # without a bound the figure itself tells least of what it is of
PLAIN_THING = Points(-0.9, 0.0)  # two plain figures of one thing: so are those of any two days or places
LABELLED_LOOSELY = Points(-0.3, -0.2)  # what is counted is not named on one side
OTHER_THING = Points(-1.2, -1.8)  # bells and bridges
NOTHING_SHARED = Points(-2.0, -3.0)  # not a word, in the sentences or the title
FORMER = Points(-1.5, -1.8)  # "up from 12", "$6.2bn at first": what the source says is no longer so
CONTRASTED = Points(-1.5, -1.5)
SOURCE_BOUNDED = Points(-0.5, -0.9)
BOTH_BOUNDED = Points(0.3, 0.0)
SAME_VALUE = Points(0.0, 0.4)
NOUGHT = Points(1.6, 0.0)  # no injured against two: of no other number is so much said
NEAR = Points(0.8, 1.4)  # within a tenth
SAME_ORDER = Points(0.5, 0.4)  # within a factor of two
NEAR_PLAIN, SAME_ORDER_PLAIN = Points(0.8, 0.0), Points(0.5, 0.0)  # of two plain figures that go together it says nothing
COVERED = (Points(0.1, 0.4), Points(0.6, 0.5), Points(0.0, 0.2), Points(0.0, 0.4))  # of the draft's words, by fifths
SHARED = (Points(0.25, 0.0), Points(0.25, 0.0))  # of the poorer sentence's words, a fifth and a half
OWN_WORD = Points(0.4, 0.0)  # a word of the claim itself: both "confirmed cases"
ONE_DAY = Points(0.9, 0.3)  # both tell of Monday
OTHER_STATE = Points(-1.6, -0.4)
OTHER_DATE_STATE = Points(-1.3, -0.5)
OTHER_DAYS = Points(-0.7, -0.5)
ONE_HAPPENING = Points(0.3, 0.0)  # both date a release
NEAR_DAY = Points(0.8, 0.0)  # within a month
OTHER_SUBJECT = Points(-0.3, -0.2)
NAMES_BESIDE = Points(-0.2, 0.0)
NAMES_MISSING = (Points(0.0, -0.25), Points(0.0, -0.35))  # which the draft's sentence has and the source's has not
DATE = Points(0.0, -0.3)  # a day is of many happenings
AGE = Points(-1.6, -0.5)  # two people of two ages stand in one sentence more often than one person of two
PERCENT = Points(-0.5, -0.2)
AGREED_ELSEWHERE = Points(-0.5, 0.0)  # another figure of the source goes together with the draft's
AGREED_GENERALLY = Points(-0.8, 0.0)  # and what is counted here is not named well enough to prefer this one
CLASHED_ELSEWHERE = Points(0.0, -2.0)  # a bound that one figure keeps and another of the same thing breaks


Happenings = Mapping[int, tuple[str, ...]]


class Match(NamedTuple):
    """What a source says of the same as a claim, why it is the same if that is sure, whether it is, and the points."""

    source: Claim
    because: tuple[str, ...]
    sure: bool
    points: float


class Counterparts:
    """Finds counterparts of claims in one source."""

    def __init__(self, claims: Iterable[Claim], contexts: Contexts, states: States, happenings: Happenings) -> None:
        """claims: those of the source that may be compared; happenings: what dates can be the dates of, by id() of the claim."""
        self._happenings = happenings
        self._contexts = contexts
        self._states = states
        self._by_unit: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            self._by_unit[_unit(claim)].append(claim)
        self._by_word: dict[tuple[str, str], dict[str, list[int]]] = {}

    def of(self, claim: Claim) -> Match | None:
        """The counterpart of a draft's claim: one that goes together with it if there is any, else the likeliest that does not.

        A match that is not sure is the nearest that the source says, and too little speaks for its being on the same fact.
        """
        candidates = self._candidates(claim)
        if not candidates:
            return None
        held = [(c, values(claim.value, c.value, strict=True)) for c in candidates]
        held = [
            (c, r)
            for c, r in held
            if r != INCOMPARABLE and (claim.mood == c.mood or DENIED not in (claim.mood, c.mood)) and (claim.kind == "date" or not of_two_things(claim, c))
        ]
        agreeing = [c for c, r in held if r != DISJOINT and _speaks_to(claim, c)]
        same = {id(c) for c, r in held if r == SAME}
        clashing = [c for c, r in held if r == DISJOINT]
        clashed = _hedge(claim) in BOUNDS and any(c.attribute == claim.attribute for c in clashing)
        agreed = any(c.attribute == claim.attribute for c in agreeing)
        best, points = self._best(claim, agreeing, "join", CLASHED_ELSEWHERE if clashed else None, same)
        sure = points > JOIN
        if not sure and not agreed and claim.mood == ASSERTED:
            near = [c for c in clashing if c.mood == ASSERTED and _may_clash(claim, c, (o for o, r in held if r != DISJOINT))]
            other, points = self._best(claim, near, "clash", AGREED_ELSEWHERE if agreeing else None, same)
            sure = points > CLASH
            best = other if sure or points > LIKELY else None
        if best is None or not (sure or points > LIKELY):
            return None
        return Match(best, self._steps(claim, best) if sure else (), sure, points)

    def _candidates(self, claim: Claim) -> list[Claim]:
        unit = _unit(claim)
        claims = self._by_unit.get(unit, [])
        if len(claims) <= MANY:
            return claims
        if unit not in self._by_word:
            index = self._by_word[unit] = defaultdict(list)
            for n, other in enumerate(claims):
                for word in self._context(other):
                    index[word].append(n)
        index = self._by_word[unit]
        found = sorted((index[word] for word in sorted(self._context(claim)) if word in index), key=len)
        # What many claims of the source have around them leads to none of them in particular.
        shared = Counter(n for held in found if len(held) <= WIDE or held is found[0] for n in held[:WIDE])
        return [claims[n] for n, _ in sorted(shared.items(), key=lambda s: (-s[1], s[0]))[:MANY]]

    def _best(self, claim: Claim, found: list[Claim], side: str, elsewhere: Points | None, same: set[int]) -> tuple[Claim | None, float]:
        """The claim for which most speaks, and how much."""
        best, most, of_side = None, float("-inf"), _CLASH if side == "clash" else _JOIN
        for other in found:
            points = sum(map(of_side, self._points(claim, other)))
            if id(other) in same:
                points += of_side(SAME_VALUE)
            if elsewhere is not None:
                points += of_side(elsewhere)
                if side == "clash" and not _well_named(claim, other):
                    points += AGREED_GENERALLY.clash
            if points > most:
                best, most = other, points
        return best, most

    def _points(self, a: Claim, b: Claim) -> Iterator[Points]:
        """All that speaks for and against that a claim of the draft and one of the source are on one fact."""
        yield BASE
        bounded, source_bounded = _hedge(a) in BOUNDS, _hedge(b) in BOUNDS
        if bounded:
            yield BOUNDED
        else:
            yield PLAIN
            if _well_named(a, b):
                yield PLAIN_THING
        if source_bounded:
            yield SOURCE_BOUNDED
            if bounded:
                yield BOTH_BOUNDED
        if not _well_named(a, b) and not bounded:
            yield LABELLED_LOOSELY
        if a.attribute != b.attribute and a.kind not in ("date", "age") and not {a.attribute, b.attribute} & VAGUE:
            yield OTHER_THING
        if self._states.former(b) and not self._states.former(a):
            yield FORMER
        if a.kind != "date" and self._contexts.contrasted(a, b):
            yield CONTRASTED
        factor = _factor(a, b)
        if factor is None and a.kind == "count" and _well_named(a, b) and (a.value.written_value == 0) != (b.value.written_value == 0):
            yield NOUGHT
        if factor is not None and factor < CLOSE:
            yield NEAR if bounded else NEAR_PLAIN
        if factor is not None and factor < FAR:
            yield SAME_ORDER if bounded else SAME_ORDER_PLAIN
        yield from self._shared(a, b)
        if a.kind == "date":
            yield DATE
            if set(self._happenings.get(id(a), ())) & set(self._happenings.get(id(b), ())):
                yield ONE_HAPPENING
            if a.value.start and b.value.start and abs(a.value.start - b.value.start) <= MONTH:
                yield NEAR_DAY
            if self._states.other(a, b):
                yield OTHER_DATE_STATE
        elif not bounded and self._states.one_day(a, b):
            yield ONE_DAY
        if a.kind != "date" and self._states.other(a, b):
            yield OTHER_STATE
            if self._states.other_days(a, b):
                yield OTHER_DAYS
        if a.subject and b.subject and a.subject != b.subject:
            yield OTHER_SUBJECT
        if a.kind == "age":
            yield AGE
        if a.kind == "percent":
            yield PERCENT

    def _shared(self, a: Claim, b: Claim) -> Iterator[Points]:
        contexts = self._contexts
        words_a, words_b = contexts.words(a), contexts.words(b)
        names_a, names_b = contexts.names(a), contexts.names(b)
        title = contexts.documents.shared_title(a.document, b.document)
        told = (words_a | names_a) & (words_b | names_b | title)
        if not told:
            yield NOTHING_SHARED
        covered = 5 * len(told) // max(1, len(words_a | names_a))
        yield from COVERED[: min(covered, 4)]
        part = len(words_a & words_b) / max(1, min(len(words_a), len(words_b)))
        yield from SHARED[: (part >= 0.2) + (part >= 0.5)]
        if not _own_words(a.text).isdisjoint(_own_words(b.text)):
            yield OWN_WORD
        if len(names_b - names_a - title) > 1:
            yield NAMES_BESIDE
        missing = (n for n in names_a - names_b - words_b - title if content_stem(n) not in words_b)
        yield from NAMES_MISSING[: sum(1 for _ in missing)]

    def _context(self, claim: Claim) -> frozenset[str]:
        return self._contexts.words(claim) | self._contexts.names(claim)

    def _steps(self, a: Claim, b: Claim) -> tuple[str, ...]:
        printed = self._contexts.printed(a, self._context(a) & self._context(b))
        on = f"both are on the {a.attribute}" if a.attribute == b.attribute else f"“{a.attribute}” and “{b.attribute}” can be one thing"
        return (on, f"both sentences speak of {printed}") if printed else (on,)


def _unit(claim: Claim) -> tuple[str, str]:
    return claim.kind, "" if claim.kind == "date" else common_unit(claim.value.unit, change=bool(change_of(claim)))


def _hedge(claim: Claim) -> str | None:
    return claim.detail.bound if claim.kind == "date" else claim.value.hedge


def _well_named(a: Claim, b: Claim) -> bool:
    """Whether both name one thing, and more of it than that it is a number, a share or an amount."""
    return a.attribute == b.attribute and a.attribute not in GENERAL and a.attribute != "person"


def _may_clash(a: Claim, b: Claim, agreeing: Iterable[Claim]) -> bool:
    """Whether two values that cannot both be true can be of one thing, for what they count and how far apart they are.

    Where what is counted is not named they have to be of one size; and a bound that a nearer figure keeps is not broken by
    one further off.
    """
    if a.attribute != b.attribute and a.kind != "age" and a.attribute not in GENERAL and b.attribute not in GENERAL:
        return False
    factor = _factor(a, b)
    if factor is None:  # how it stood by May is told of another day than how it stood as of June
        return a.kind != "date" or not {"as-of"} <= {a.detail.bound, b.detail.bound} <= AS_IT_STOOD
    if not _well_named(a, b) and factor >= FAR:
        return False
    return _hedge(a) not in BOUNDS or all((_factor(a, o) or factor) >= factor for o in agreeing)


def _speaks_to(claim: Claim, other: Claim) -> bool:
    """Whether a figure within a bound speaks to it: a small number is "less than 60" of anything, so it has to be near."""
    if claim.kind == "date" or _hedge(claim) not in BOUNDS:
        return True
    factor = _factor(claim, other)
    return factor is None or factor < (FAR if _well_named(claim, other) else CLOSE)


def _factor(a: Claim, b: Claim) -> Decimal | None:
    """How many times the smaller figure goes into the larger, or None where one is no positive figure."""
    if a.kind == "date":
        return None
    one, two = (in_celsius(c.value).written_value if a.value.unit != b.value.unit else c.value.written_value for c in (a, b))
    if one is None or two is None or one <= 0 or two <= 0:
        return None
    one, two = one * base_unit(a.value.unit)[1], two * base_unit(b.value.unit)[1]
    return max(one, two) / min(one, two)


@lru_cache(maxsize=4096)
def _own_words(text: str) -> frozenset[str]:
    """Stems of the words that carry a claim."""
    return frozenset(map(content_stem, _WORD.findall(text))) - {""}
