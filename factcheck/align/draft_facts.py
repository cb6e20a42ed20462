"""The facts of a draft: each of its claims with what every source says of the same."""

from __future__ import annotations

from collections import defaultdict

from factcheck.align.context import Contexts
from factcheck.align.counterparts import Counterparts
from factcheck.align.date_attributes import date_attributes
from factcheck.align.frames import OUTSIDE, SLOT_KINDS, same_slots
from factcheck.align.states import States
from factcheck.align.two_things import of_two_things
from factcheck.align.unions import Unions
from factcheck.model.claim import Claim
from factcheck.model.fact import PAIR, SENTENCE, Fact
from factcheck.model.telling import Telling
from factcheck.relation import DISJOINT, values


def draft_facts(tellings: list[Telling], contexts: Contexts) -> tuple[list[Fact], dict[str, Claim]]:
    """One fact for each claim of a draft that a source speaks to, and for the others the nearest that a source says, if any.

    Claims of the draft that say the same of the same are on one fact. What the sources say of each other is not looked at: they
    are not on trial.
    """
    claims = [c for t in tellings for c in t.claims if c.kind in SLOT_KINDS and c.zone not in OUTSIDE]
    states = States(claims, contexts)
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "date" and (claim.detail.is_label or claim.detail.endpoint == "named"):
            continue  # nothing can be said of a name's year that the name itself does not, nor of "1973" but with its "since"
        held[claim.document].append(claim)
    drafts = {t.document.id for t in tellings if t.document.role == "draft"}
    printed = _printed(tellings, claims, contexts, drafts)
    happenings: dict[int, tuple[str, ...]] = {}
    for telling in tellings:
        happenings.update(date_attributes(telling))
    sources = [
        (t.document.id, Counterparts(held[t.document.id], contexts, states, happenings)) for t in tellings if t.document.role != "draft" and held[t.document.id]
    ]
    facts: dict[tuple, Fact] = {}
    nearest: dict[str, Claim] = {}
    closest: dict[str, float] = {}
    for draft in (t for t in tellings if t.document.role == "draft"):
        for claim in held[draft.document.id]:
            found, because, strength = [], (), PAIR
            for source, counterparts in sources:
                other = printed.get((id(claim), source))
                clashing = other is not None and values(claim.value, other.value, strict=True) == DISJOINT
                match = counterparts.of(claim) if other is None or clashing else None
                agreed = match is not None and match.sure and values(claim.value, match.source.value, strict=True) != DISJOINT
                # What a source says a sentence later may bear out what the shared sentence does not.
                if other is not None and not (agreed and clashing):
                    apart = claim.kind != "date" and (of_two_things(claim, other) or states.other_count(claim, other))
                    if apart or contexts.contrasted(claim, other):
                        continue
                    found.append(other)
                    because, strength = ("the documents share the sentence but for the value",), SENTENCE
                    continue
                if match is not None and match.sure:
                    found.append(match.source)
                    because = because or match.because
                elif match is not None and match.points > closest.get(claim.id, float("-inf")):
                    nearest[claim.id], closest[claim.id] = match.source, match.points
            if found:
                key = (claim.kind, claim.attribute, claim.value.key(), claim.mood, *sorted(c.id for c in found))
                fact = facts.setdefault(key, Fact(claim.kind, claim.attribute, found, because, strength))
                fact.claims = sorted((*fact.claims, claim), key=lambda c: (c.document, c.start))
    return list(facts.values()), nearest


def _printed(tellings: list[Telling], claims: list[Claim], contexts: Contexts, drafts: set[str]) -> dict[tuple[int, str], Claim]:
    """For a draft's claim, by its id() and a source's id, what the source has in the same place of the same sentence."""
    pairs = same_slots(tellings, claims, contexts)
    if not pairs:
        return {}
    slots = Unions(len(claims))
    for a, b in pairs:
        slots.join(a, b)
    by_slot: dict[int, list[Claim]] = defaultdict(list)
    for i, claim in enumerate(claims):
        by_slot[slots.find(i)].append(claim)
    found: dict[tuple[int, str], Claim] = {}
    for slot in by_slot.values():
        for claim in slot:
            for other in slot if claim.document in drafts else ():
                if other.document not in drafts:
                    found.setdefault((id(claim), other.document), other)
    return found
