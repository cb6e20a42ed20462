"""What a claim's sentence tells of: the nearest happening, the place, and who is named."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.extract.attribution import Sayings
from factcheck.extract.reading import Reading
from factcheck.model.claim import Claim, Event

COUNTED_KINDS = frozenset(("count", "percent", "money", "measure", "duration"))


def nearest_name(reading: Reading, token: int) -> str | None:
    """Whom or what a number is said of: the name last mentioned before it in its sentence, else the first behind it."""
    first, last = reading.bounds(reading.sentence_of(token))
    at = bisect_left(reading.mention_firsts, token)
    mentions = reading.mentions
    if at and mentions[at - 1].first >= first:
        return mentions[at - 1].key
    if at < len(mentions) and mentions[at].first <= last:
        return mentions[at].key
    return None


def attach_events(reading: Reading, claims: list[Claim], names: dict[int, tuple[str, ...]]) -> None:
    """Give each claim its event, attribution and mood from its sentence; the days are filled in once they are known."""
    lower = reading.tokens.low
    happenings: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "happening":
            happenings.setdefault(claim.sentence, []).append(claim)
    places: dict[int, str] = {}
    for mention in reading.mentions:
        if mention.type == "place" and lower[mention.first - 1] in ("in", "at", "near", "outside"):
            places.setdefault(reading.sentence_of(mention.first), reading.tokens.slice(mention.first, mention.last))
    plain: dict[int, Event] = {}
    sayings = Sayings(reading)
    for claim in claims:
        if claim.kind in ("name", "happening"):
            continue
        sentence = claim.sentence
        sayings.put_on(claim)
        if claim.subject is None and claim.kind in COUNTED_KINDS:
            claim.subject = nearest_name(reading, claim.token)
        here = happenings.get(sentence)
        if here:
            claim.event = Event(_nearest(here, claim.token).value.family, None, places.get(sentence), names.get(sentence, ()))
            continue
        event = plain.get(sentence)
        if event is None:
            event = plain[sentence] = Event(None, None, places.get(sentence), names.get(sentence, ()))
        claim.event = event


def _nearest(happenings: list[Claim], token: int) -> Claim:
    """The happening told nearest to a token; of two the earlier."""
    at = bisect_left(happenings, token, key=_token)
    if at == len(happenings) or (at and token - happenings[at - 1].token <= happenings[at].token - token):
        return happenings[at - 1]
    return happenings[at]


def _token(claim: Claim) -> int:
    return claim.token
