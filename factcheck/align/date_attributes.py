"""What a date is the date of: the happenings in its sentence, or the speaking where it stands beside a verb of speech."""

from __future__ import annotations

import re
from collections import defaultdict

from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.telling import Telling

_SPEECH = words("happenings", "speech.words")
_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\W{0,2}(?:on\s+|late\s+|early\s+|earlier\s+)?\Z")
_FIRST = re.compile(r"\W{0,2}([^\W\d_]+)")
_ANOTHER_TIME = re.compile(r"\b(?:after|since|following|until|before (?!\w+ing\b))")
MOST = 3  # happenings a date can belong to
FAR = 16  # tokens between a date and its happening


def date_attributes(telling: Telling) -> dict[int, tuple[str, ...]]:
    """By id() of each date claim, the families of happenings it can date, nearest first."""
    if not telling.dates:
        return {}
    happenings: dict[int, list[Claim]] = defaultdict(list)
    for claim in telling.claims:
        if claim.kind == "happening":
            happenings[claim.sentence].append(claim)
    found: dict[int, tuple[str, ...]] = {}
    text = telling.document.text
    speech = _SPEECH
    for claim in telling.dates:
        if claim.zone not in ("body", "headline") or claim.detail.endpoint is not None:
            continue  # the ends of a range are told by the claim on the whole
        before = _LAST.search(text, max(0, claim.start - 40), claim.start)
        after = _FIRST.match(text, claim.end)
        if (before and before.group(1).lower() in speech) or (after and after.group(1).lower() in speech):
            found[id(claim)] = ("statement",)
            continue
        near = sorted((abs(h.token - claim.token), h.token, h.value.family) for h in happenings.get(claim.sentence, ()) if not is_of_another_time(text, claim, h))
        families: list[str] = []
        for distance, _, family in near:
            if distance <= FAR and family not in families:
                families.append(family)
        if families:
            found[id(claim)] = tuple(families[:MOST])
    return found


def is_of_another_time(text: str, claim: Claim, happening: Claim) -> bool:
    """Whether a happening behind a date is told as what came before or after: "on Wednesday defended him after he had resigned"."""
    return claim.end < happening.start and _ANOTHER_TIME.search(text, claim.end, happening.start) is not None
