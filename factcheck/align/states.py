"""Whether two sentences tell of one state of things: after so many reviews, as of a day, partial or complete results.

Figures of two states are no contradiction, however alike their sentences are.
"""

from __future__ import annotations

import re
from collections import defaultdict

from factcheck.align.beside import places_in
from factcheck.align.context import Contexts
from factcheck.align.same_times import at_two_hours
from factcheck.align.stems import stem
from factcheck.lexicon import by_word, table, words
from factcheck.lexicon.places import lies_in, same_place
from factcheck.model.claim import Claim
from factcheck.relation import DISJOINT, OVERLAPS, SAME, values

STATUS = frozenset(stem(w) for w in table("families")["scope"]["status"].split())
NAMED = ("month", "day", "weekday", "index", "name")
PERIODS = ("month", "quarter", "season", "year")
SIDES = ("before", "after", "since", "until")
_BASIS = re.compile(r"(?:based (?:up)?on|after|averaged over|averaged|out of|from|polled|surveyed|survey of|poll of|sample of)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)

_WAS = re.compile(
    r"(?:\b(?:up|down|risen|fallen|increased?|decreased?|cut|raised) from|\bcompared (?:with|to)|\b(?:initial|earlier|previous|original|former)(?:ly)?\b[^.;]{0,25}|\bfrom)\s{1,3}(?:about |around |an? |some |just |nearly |over )?\Z",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\s{1,3}of (?:the |all )?(?:votes?|ballots?|precincts|polling stations|results|districts)\b[^.;,]{0,20}?\b(?:counted|reporting|tallied|reported)\b")
_PERIOD = re.compile(r"\s(?:in|for|during|over) the (?:\w+ )?(\w+)\b", re.IGNORECASE)
_AGO = re.compile(r"\W{0,2}\s{0,2}(?:[\w%$-]+ ){0,2}?(?:last (?:year|month|week|season)|(?:a|one|two|three|four|five|six|seven|\d+) (?:years?|months?|weeks?) (?:ago|earlier|before)|previously|at first|initially)\b", re.IGNORECASE)


BESIDE = 30  # characters on either side of a figure in which a word tells of its state
_STATUS_WORD = re.compile(rf"\b({'|'.join(table('families')['scope']['status'].split())})\b", re.IGNORECASE)
_RESULT = re.compile(rf"\s+(?:[\w-]+\s+)?(?:{'|'.join(sorted(words('families', 'results')))})\b", re.IGNORECASE)


class States:
    """The days and bases of every sentence that holds claims."""

    def __init__(self, claims: list[Claim], contexts: Contexts) -> None:
        """claims: those that may be compared; one may stand there several times."""
        self._contexts = contexts
        each = list({id(c): c for c in claims}.values())
        self._bases = _bases(each, contexts)
        self._days = _days(each)
        self._former: dict[int, bool] = {}
        self._so_far: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in each:
            if claim.kind == "percent" and _SO_FAR.match(contexts.telling(claim).document.text, claim.end, claim.end + 60):
                self._so_far[claim.document, claim.sentence].append(claim)
        self._turns: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in each:
            if claim.kind == "ordinal":
                self._turns[claim.document, claim.sentence].append(claim)

    def other(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences say that their figures are of two states: after 55 reviews and after 56, or as of two days."""
        if a.kind == "date":
            return any(c.detail.bound in ("as-of", "by") for c in (a, b))
        if self.other_days(a, b) or self.other_status(a, b) or self.other_turn(a, b):
            return True
        key_a, key_b = (a.document, a.sentence), (b.document, b.sentence)
        bases_a, bases_b = self._bases.get(key_a, ()), self._bases.get(key_b, ())
        return any(values(x.value, y.value) == DISJOINT for x in bases_a for y in bases_b if x.attribute == y.attribute)

    def other_count(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences tell how much was counted so far, and it is not the same: 40% of the votes and 95%."""
        so_far = [self._so_far.get((c.document, c.sentence), ()) for c in (a, b)]
        return any(values(x.value, y.value) == DISJOINT for x in so_far[0] for y in so_far[1])

    def other_days(self, a: Claim, b: Claim) -> bool:
        """Whether both sentences name days and none of them is one, resolved or not: 3 May is not 9 May."""
        days_a, days_b = self._days.get((a.document, a.sentence)), self._days.get((b.document, b.sentence))
        if not days_a or not days_b:
            return False
        long_a, long_b = _periods(days_a), _periods(days_b)
        if long_a and long_b:
            return not any(_one_standpoint(x, y) for x in long_a for y in long_b)
        return not any(_one_standpoint(x, y) for x in days_a for y in days_b)

    def of_other_periods(self, a: Claim, b: Claim) -> bool:
        """Whether both sentences name a month, quarter or year, and none of them is one: what was sold in March, and in April."""
        long_a, long_b = (_periods(self._days.get((c.document, c.sentence), [])) for c in (a, b))
        return bool(long_a and long_b) and not any(_one_standpoint(x, y) for x in long_a for y in long_b)

    def in_other_places(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences tell of two places, of which the one is not known to be a part of the other: dead in Varn and in Sund."""
        one, two = places_in(a, self._contexts), places_in(b, self._contexts)
        return bool(one and two) and not any(x == y or same_place(x, y) or lies_in(x, y) or lies_in(y, x) for x in one for y in two)

    def other_turn(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences tell of two turns of one thing: the first round and the second, two quarters, two seasons."""
        turns_a, turns_b = self._turns.get((a.document, a.sentence), ()), self._turns.get((b.document, b.sentence), ())
        return a.kind != "ordinal" and any(x.attribute == y.attribute and values(x.value, y.value) == DISJOINT for x in turns_a for y in turns_b)

    def former(self, claim: Claim) -> bool:
        """Whether a figure is told as what was before: "up from 12", "an initial estimate of 12", "12 a year ago"."""
        found = self._former.get(id(claim))
        if found is None:
            text = self._contexts.telling(claim).document.text
            found = self._former[id(claim)] = bool(_WAS.search(text, max(0, claim.start - 45), claim.start) or _AGO.match(text, claim.end, claim.end + 40))
        return found

    def one_day(self, a: Claim, b: Claim) -> bool:
        """Whether both sentences name one day, or one month, resolved or not."""
        days_a, days_b = self._days.get((a.document, a.sentence), ()), self._days.get((b.document, b.sentence), ())
        return any(values(x.value, y.value, strict=True) in (SAME, OVERLAPS) and x.value.grain in ("day", "week", "month") for x in days_a for y in days_b)

    def other_status(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences tell of two states of the count: partial results are not complete ones."""
        status_a, status_b = self._status(a), self._status(b)
        return (bool(status_a and status_b) and status_a != status_b) or self._other_period(a, b)

    def _status(self, claim: Claim) -> frozenset[str]:
        """Stems of the words for the state of a count in a claim's sentence: those beside the figure or before a word for results."""
        if self._contexts.words(claim).isdisjoint(STATUS):
            return frozenset()
        telling = self._contexts.telling(claim)
        start, end = telling.sentences[claim.sentence]
        text = telling.document.text
        return frozenset(
            stem(found[1].lower())
            for found in _STATUS_WORD.finditer(text, start, end)
            if claim.start - BESIDE <= found.start() <= claim.end + BESIDE or _RESULT.match(text, found.end())
        )

    def _other_period(self, a: Claim, b: Claim) -> bool:
        """Whether two figures stand right before the lengths of time they are of, and these are two: in the quarter, in the year."""
        told = [_PERIOD.match(self._contexts.telling(c).document.text, c.end, c.end + 40) for c in (a, b)]
        units = [by_word("calendar", "units").get(found[1].lower()) if found else None for found in told]
        return None not in units and units[0] != units[1]


def _bases(claims: list[Claim], contexts: Contexts) -> dict[tuple[str, int], list[Claim]]:
    """Counts that the other figures of their sentence rest on: "based on 94 reviews", "after 55 reviews"."""
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "count" and claim.value.hedge is None:
            text = contexts.telling(claim).document.text
            if _BASIS.search(text, max(0, claim.start - 30), claim.start):
                found[claim.document, claim.sentence].append(claim)
    return found


def _days(claims: list[Claim]) -> dict[tuple[str, int], list[Claim]]:
    """The dates of each sentence."""
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "date" and claim.detail.endpoint != "named":
            found[claim.document, claim.sentence].append(claim)
    return found


def _periods(days: list[Claim]) -> list[Claim]:
    """Of dates those of a month or longer: it is what a figure is of, whatever the day on which somebody told it."""
    return [d for d in days if d.value.grain in PERIODS]


def _one_standpoint(a: Claim, b: Claim) -> bool:
    """Whether two dates name one day (month, year) from the same side: as of 6 March is not after 6 March, nor 3 p.m. 9 p.m."""
    x, y = a.detail, b.detail
    if at_two_hours(a, b):
        return False
    if (x.bound in SIDES or y.bound in SIDES) and x.bound != y.bound:
        return False
    if a.value.start is None or b.value.start is None:
        # Whatever year it was, the first quarter is not the second, and spring is not autumn.
        return x.form != y.form or all(getattr(x, slot) == getattr(y, slot) for slot in NAMED)
    if "stretch" in (x.form, y.form):
        return values(a.value, b.value) == SAME  # the past 24 hours of two days
    return values(a.value, b.value) != DISJOINT
