"""What a claim's sentence tells of: the nearest happening, the place, and who is named."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.extract.attribution import Sayings
from factcheck.extract.reading import Reading
from factcheck.model.claim import Claim, Event
from factcheck.model.value import Happening

COUNTED_KINDS = frozenset(("count", "number", "percent", "money", "measure", "duration"))
_WHERE = frozenset(("in", "at", "near", "outside"))


def nearest_name(reading: Reading, claim: Claim) -> str | None:
    """Whom or what a number is said of: the name last mentioned before it in its sentence, else the first behind it."""
    firsts, index, sentence = reading.mention_firsts, reading.sentence_index, claim.sentence
    at = bisect_left(firsts, claim.token)
    if at and index[firsts[at - 1]] == sentence:
        return reading.mentions[at - 1].key
    return reading.mentions[at].key if at < len(firsts) and index[firsts[at]] == sentence else None


def attach_events(reading: Reading, facts: list[Claim], happenings: list[Claim], names: dict[int, tuple[str, ...]]) -> None:
    """Give each fact its event, attribution and mood from its sentence; the days are filled in once they are known, in a copy,
    for the facts of one sentence share their event.

    happenings: the claims of that kind, in order of place.
    """
    index = reading.sentence_index
    told: dict[int, list[Claim]] = {}
    for claim in happenings:
        told.setdefault(claim.sentence, []).append(claim)
    places: dict[int, str] = {}
    lower = reading.tokens.low
    for mention in reading.places:
        if lower[mention.first - 1] in _WHERE:
            places.setdefault(index[mention.first], reading.tokens.slice(mention.first, mention.last))
    events: dict[tuple[int, str | None], Event] = {}
    sayings = Sayings(reading)
    cued = sayings.cued
    for claim in facts:
        sentence = claim.sentence
        if sentence in cued:
            sayings.put_on(claim)
        if claim.subject is None and claim.kind in COUNTED_KINDS:
            claim.subject = nearest_name(reading, claim)
        here = told.get(sentence)
        family = None
        if here is not None:
            happening = (here[0] if len(here) == 1 else _nearest(here, claim.token)).value
            family = happening.family if isinstance(happening, Happening) else None
        event = events.get((sentence, family))
        if event is None:
            event = events[sentence, family] = Event(family, None, places.get(sentence), names.get(sentence, ()))
        claim.event = event


def _nearest(happenings: list[Claim], token: int) -> Claim:
    """The happening told nearest to a token; of two the earlier."""
    at = bisect_left(happenings, token, key=_token)
    if at == len(happenings) or (at and token - happenings[at - 1].token <= happenings[at].token - token):
        return happenings[at - 1]
    return happenings[at]


def _token(claim: Claim) -> int:
    return claim.token
