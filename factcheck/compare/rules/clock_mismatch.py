"""At what time of day it happened: two hours that two documents give for one happening, with a day beside them or none.

Why it matters: a day on which both agree hides that they do not on the hour.
Conflict: "struck at 3:45 p.m. on Monday" against "struck on Monday at about 2 p.m."; "left at 5.20am" against "left the port
at 6:10 a.m.".
Silent: what is still to come; "about 8 p.m." and 8:30 p.m.; times of two zones; when it began and when it ended; the hour at which a page was published.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from factcheck.compare.case import Case
from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.lexicon import by_word, words
from factcheck.lexicon.verbs import is_past
from factcheck.model.claim import ASSERTED, Claim
from factcheck.model.clock import NOON, Clock, minutes_apart, read_clock
from factcheck.model.fact import Fact
from factcheck.model.finding import CONFLICT, WARNING, Finding

NAME = "clock-mismatch"
SHARED = 4  # words and names of their sentences
PART = 0.4  # of the shorter sentence's
SLIP, ROUNDED, LOOSE = 5, 30, 60  # minutes between two times in minutes; with an hour alone or "about"; with both
_LOOSELY = re.compile(r"\b(?:about|around|approximately|roughly|some time|just|shortly|nearly|almost)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:before|after|until|till|by|from|since|between|to|past|and|or|of|in|for|repeated)\s+(?:\w+\s+){0,1}\Z", re.IGNORECASE)
_MARKED = re.compile(r"[ap]\.?\s?m\b|o['’]clock|\b(?:0\d|1[3-9]|2[0-4])\s?[:.]", re.IGNORECASE)  # else a score, or a time of which nobody says of which half
_WORD = re.compile(r"[a-z]+")


def find(case: Case) -> Iterable[Finding]:
    """What the times of one doing say of each other, and a conflict for each two hours of one day on which two documents date one
    happening."""
    minutes = {c.id: c.value.written_value for c in case.claims_of("time")}
    for found in compare_facts(NAME, "time", case):
        told = [minutes[e.claim] for e in found.evidence if e.claim in minutes]
        if found.verdict != CONFLICT or max(told) - min(told) <= NOON:  # 23:50 and midnight lie in one night
            yield found
    for fact in case.facts_of("date"):
        told = list(_told(case, fact))
        several = {d for d in {c.document for c, _ in told} if len({t.minutes for c, t in told if c.document == d}) > 1}
        held: dict[tuple, list[Claim]] = defaultdict(list)
        for (a, one), (b, two) in combinations(told, 2):
            if a.document == b.document or several & {a.document, b.document} or not _of_one(case, a, b):
                continue
            if minutes_apart(one, two) > _allowed(case, a, one, b, two):
                held[one.minutes, two.minutes] += [a, b]
        for (first, _), claims in sorted(held.items()):
            seen = sorted({id(c): c for c in claims}.values(), key=lambda c: (c.document, c.start))
            sides = [0 if read_clock(c.detail.clock).minutes == first else 1 for c in seen]  # type: ignore[union-attr]
            a, b = (next(c for c, s in zip(seen, sides, strict=True) if s == side) for side in (0, 1))
            message = f"{a.document} says {quoted(a)}, {b.document} says {quoted(b)}: two times of one day"
            because = (*fact.because, f"{a.detail.clock} and {b.detail.clock} are {_span(a, b)} apart")
            repairs = (f"the time is to be {a.detail.clock}", f"the time is to be {b.detail.clock}")
            yield case.finding(NAME, CONFLICT, message, because, seen, sides=sides, repairs=repairs, attribute=fact.attribute, severity=WARNING)


def _told(case: Case, fact: Fact) -> Iterator[tuple[Claim, Clock]]:
    """The claims of a fact that give one day with one time of day, neither of them a bound."""
    for claim in fact.claims:
        said = claim.detail
        if claim.zone != "body" or claim.mood != ASSERTED or not said.clock or said.bound or said.endpoint or claim.value.grain != "day":
            continue
        clock = read_clock(said.clock)
        if clock is not None and _MARKED.search(said.clock) and not _BOUND.search(_before(case, claim)):
            yield claim, clock


def _before(case: Case, claim: Claim) -> str:
    """What its document says right before the time of day of a claim."""
    text = case.documents[claim.document].text
    at = text.find(claim.detail.clock, claim.start, claim.end)
    return text[max(0, at - 24) : at]


def _of_one(case: Case, a: Claim, b: Claim) -> bool:
    """Whether two claims tell when one thing happened: their sentences share words and names, and none tells of another turn."""
    if a.detail.zone != b.detail.zone:
        return False
    one, two = case.context(a), case.context(b)
    shared = len(one & two)
    if shared < SHARED or shared < PART * min(len(one), len(two)) or not case.names(a) & case.names(b):
        return False
    told = [set(_WORD.findall(case.sentence(c).lower())) for c in (a, b)]
    if told[0] & words("acts", "turns") != told[1] & words("acts", "turns") or case.alignment.contexts.opposite(a, b):
        return False
    done = [{w for w in found if is_past(w)} - words("acts", "pale") for found in told]
    if case.alignment.contexts.is_plan(a) != case.alignment.contexts.is_plan(b) or not done[0] & done[1]:
        return False  # when the meeting opened, and when it ended
    acts = [{by_word("happenings", "families").get(w) for w in found} - {None} for found in told]
    return bool(acts[0] & acts[1]) and (acts[0] <= acts[1] or acts[1] <= acts[0])


def _allowed(case: Case, a: Claim, one: Clock, b: Claim, two: Clock) -> int:
    """Minutes by which two times may differ and still be one time, told in other words."""
    loose = [clock.whole + bool(_LOOSELY.search(_before(case, claim))) for claim, clock in ((a, one), (b, two))]
    return (SLIP, ROUNDED, LOOSE)[min(2, max(loose))]


def _span(a: Claim, b: Claim) -> str:
    apart = minutes_apart(read_clock(a.detail.clock), read_clock(b.detail.clock))  # type: ignore[arg-type]
    return f"{apart // 60} h {apart % 60} min" if apart >= 60 else f"{apart} min"


RULE = Rule(NAME, "times of one day that cannot both be true", find, kinds=("date", "time"))
