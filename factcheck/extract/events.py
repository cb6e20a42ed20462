"""What a claim's sentence tells of: the nearest happening, the place, and who is named."""

from __future__ import annotations

from factcheck.extract.reading import Reading
from factcheck.model.claim import Claim, Event


def attach_events(reading: Reading, claims: list[Claim], names: dict[int, tuple[str, ...]]) -> None:
    """Give each claim its event, attribution and mood from its sentence; the days are filled in once they are known."""
    happenings: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "happening":
            happenings.setdefault(claim.sentence, []).append(claim)
    places: dict[int, str] = {}
    for mention in reading.mentions:
        if mention.type == "place" and reading.lower(mention.first - 1) in ("in", "at", "near", "outside"):
            places.setdefault(reading.sentence_of(mention.first), reading.tokens.slice(mention.first, mention.last))
    plain: dict[int, Event] = {}
    for claim in claims:
        sentence = claim.sentence
        if claim.kind in ("name", "happening"):
            continue
        here = happenings.get(sentence)
        if not here:
            event = plain.get(sentence)
            if event is None:
                event = plain[sentence] = Event(None, None, places.get(sentence), names.get(sentence, ()))
            claim.event = event
            continue
        nearest = min(here, key=lambda h: (abs(h.token - claim.token), h.token))
        claim.event = Event(nearest.value.family, None, places.get(sentence), names.get(sentence, ()))
