"""Claims on one fact: grouped by keys, joined where context carries it, set apart where time or scope forbids.

The cost grows with the claims: equal sentences come first, then claims meet only inside a bucket of one kind, attribute and
unit, and there only through the rarest names and words of their sentences, against the few facts already formed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import NamedTuple

from factcheck.align.affinity import Affinity
from factcheck.align.consistent import consistent
from factcheck.align.context import Contexts
from factcheck.align.date_attributes import date_attributes
from factcheck.align.figures import one_figure
from factcheck.align.frames import OUTSIDE, SLOT_KINDS, same_slots
from factcheck.align.judged import Judged
from factcheck.align.rival_dates import RivalDates
from factcheck.align.rival_times import RivalTimes
from factcheck.align.same_times import bucket_keys
from factcheck.align.season_records import SeasonRecords
from factcheck.align.shared_facts import SharedFacts
from factcheck.align.sole_claims import HEARD, SoleClaims
from factcheck.align.sorts import BOUNDS
from factcheck.align.states import States
from factcheck.align.two_things import GENERAL, change_of
from factcheck.align.unions import Unions
from factcheck.model.attributes import RECORD, TIME_OF_DAY
from factcheck.model.claim import Claim
from factcheck.model.fact import CONTEXT, PAIR, SENTENCE, Fact, Lookalike
from factcheck.model.telling import Telling
from factcheck.relation import base_unit, common_unit

FEW, WIDE = 2, 200  # with more than so many keys that at most so many claims share, wider ones are left out
KEYS = 9  # rare words a claim is looked up by
SMALL = 12  # claims among which it is looked up by all
POSTING = 16  # facts remembered for one word
TRIED = 6  # facts a claim is held against
STORIES = 8  # unrelated ones that are remembered for one sentence
RARE = 16  # what a shared rare word weighs against common ones, of which there are fewer
COMMON = 3  # common words that must be shared where no rare one is, and facts that are then tried


# Why two claims that share no sentence are on one fact, where it is not that they are the only ones of their sort.
_WHY_ONE = {
    TIME_OF_DAY: "the documents are on one event, and the times stand beside one verb in clauses that share their words",
    RECORD: "the documents give the score of one match, and each gives the side one record",
}


class Representative(NamedTuple):
    """One of the claims that say the same in the same words; members: indexes of all of them."""

    claim: Claim
    members: list[int]
    keys: frozenset[str]


def find_facts(tellings: list[Telling], contexts: Contexts, *, versions: bool, pairs: int) -> tuple[list[Fact], list[Lookalike], dict[str, int]]:
    """The facts that several claims are about, those that only look alike, and by document how many claims were not looked at.

    versions, pairs: see align. A date that can be of several happenings stands once for each, and once for the day alone.
    """
    claims: list[Claim] = []
    attributes: list[str] = []
    buckets: dict[tuple, list[int]] = defaultdict(list)
    some_undated = any(t.document.date is None or t.document.date.basis == "latest-mention" for t in tellings)
    drafted = any(t.document.role == "draft" for t in tellings)
    happenings: dict[int, tuple[str, ...]] = {}
    for telling in tellings:
        dated = date_attributes(telling)
        happenings.update(dated)
        paired = drafted or telling.document.title is not None
        for claim in telling.claims:
            if claim.kind not in SLOT_KINDS or claim.zone in OUTSIDE:
                continue
            whole = (*dated.get(id(claim), ()), "") if claim.kind == "date" else (claim.attribute,)
            for attribute in whole:
                for key in _bucket_keys(claim, attribute, paired, some_undated):
                    buckets[key].append(len(claims))
                claims.append(claim)
                attributes.append(f"date of {attribute}" if claim.kind == "date" and attribute else attribute)
    unions = Unions(len(claims))
    in_frame = Unions(len(claims))
    alike: dict[tuple[int, int], str] = {}
    reasons: dict[int, tuple[str, ...]] = {}
    states = States(claims, contexts)
    affinity = Affinity(contexts, _crowded(claims), states, happenings)
    for a, b in same_slots(tellings, claims, contexts, versions=versions):
        apart = affinity.apart_in_one_sentence(claims[a], claims[b])
        if apart is None:
            unions.join(a, b)
            in_frame.join(a, b)
        elif apart:
            alike.setdefault((a, b), apart)
    unheld: Counter[str] = Counter()
    for key in sorted(buckets, key=str):
        if len(buckets[key]) > 1:
            left = _cluster(buckets[key], claims, unions, contexts, affinity, alike, reasons, pairs)
            unheld.update(claims[i].document for i in left)
    sole: set[tuple[int, int]] = set()
    joined: dict[int, list[int]] = defaultdict(list)
    for i in range(len(claims)):
        joined[unions.find(i)].append(i)
    shared = SharedFacts(claims, unions, contexts)
    sole_claims = SoleClaims(claims, attributes, unions, contexts, states, shared)
    for a, b in chain(sole_claims.pairs(), RivalDates(claims, contexts, states, shared).pairs(), RivalTimes(claims, contexts, states, shared, unions).pairs(), SeasonRecords(claims, contexts, shared).pairs()):
        # Who writes "about 3.6 billion" of what another has 3.6 billion of stands with it against 3.5 billion.
        one, two = ([i, *(j for j in joined.get(unions.find(i), ())[:HEARD] if one_figure(claims[i], claims[j]) and claims[j].value.hedge in BOUNDS)] for i in (a, b))
        unions.join(a, b)
        sole.update(pair for i in one for j in two for pair in ((i, j), (j, i)))
        for i in (a, b):
            reasons.setdefault(i, (_WHY_ONE.get(claims[i].attribute, "the documents share several facts, and each has this one alone of its sort"),))
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(claims)):
        groups[unions.find(i)].append(i)
    facts, told = [], set()
    for group in groups.values():
        for members in consistent(group, claims, in_frame, affinity, sole):
            held = list({id(claims[i]): claims[i] for i in members}.values())
            same_claims = frozenset(map(id, held))
            if len(held) < 2 or same_claims in told:
                continue  # a date of several happenings makes one fact where the same documents give it for each
            told.add(same_claims)
            strength = SENTENCE if len({in_frame.find(i) for i in members}) == 1 else CONTEXT
            others = [c for c in held if c.document != held[0].document]
            if strength == CONTEXT and others and all(contexts.documents.paired(held[0].document, c.document) for c in others):
                strength = PAIR
            because = next((reasons[i] for i in members if i in reasons), ())
            if strength == SENTENCE:
                because = ("the documents share the sentence but for the value",)
            facts.append(Fact(held[0].kind, attributes[members[0]] or held[0].attribute, held, because, strength))
    return facts, _lookalikes(alike, claims, unions, groups), dict(unheld)


def _crowded(claims: list[Claim]) -> frozenset[tuple]:
    """Sentences in which several claims have one kind and attribute, so that none can be picked for a conflict."""
    each = {id(c): c for c in claims}.values()
    seen = Counter((c.document, c.sentence, c.kind, c.attribute) for c in each)
    general = {(c.document, c.sentence, c.kind) for c in each if c.attribute in GENERAL}
    return frozenset(key for key, n in seen.items() if n > 1 or (key[:3] in general and key[2] in ("money", "percent")))


def _lookalikes(pairs: dict[tuple[int, int], str], claims: list[Claim], unions: Unions, groups: dict[int, list[int]]) -> list[Lookalike]:
    """Pairs of claims that look alike, widened to the facts they are on; each pair of facts once."""
    found: dict[tuple[int, int], Lookalike] = {}
    for (i, j), reason in pairs.items():
        a, b = unions.find(i), unions.find(j)
        key = (min(a, b), max(a, b))
        if a == b or key in found:
            continue
        one, two = ([claims[n] for n in groups[root]] for root in key)
        found[key] = Lookalike(claims[i].kind, claims[i].attribute, one, two, reason)
    return [found[key] for key in sorted(found)]


def _bucket_keys(claim: Claim, attribute: str, paired: bool, some_undated: bool) -> list[tuple]:
    """What two claims on one fact have in common for certain: kind, attribute and kind of unit.

    paired: the document has a title or is a draft, so that a date may be compared without a happening that it dates.
    """
    if claim.kind == "date":
        known = claim.value.start or claim.value.end
        if attribute:
            return [("date", attribute)] if known and claim.value.grain in ("day", "week", "month", "span", "year") else []
        keys = bucket_keys(claim, some_undated=some_undated)
        return [*keys, ("date",)] if paired and known else keys
    unit, factor = base_unit(claim.value.unit)
    if claim.kind == "age":
        same_age: list[tuple] = [("same", "age", claim.value.unit, claim.value.written_value)]
        return [*same_age, ("age", claim.attribute, claim.subject)] if claim.subject else same_age
    written = claim.value.written_value
    kind = "count" if claim.kind == "number" else claim.kind  # one document may leave out the noun that the other has
    same = [("same", kind, unit, written * factor)] if written is not None and claim.kind != "ordinal" else []
    if claim.attribute in GENERAL or claim.attribute.endswith(" number"):
        return same  # too general to say that two are on one fact, or a label: only the value itself can, or the sentence
    return [*same, (claim.kind, claim.attribute, common_unit(claim.value.unit, change=bool(change_of(claim))))]


def _cluster(
    members: list[int],
    claims: list[Claim],
    unions: Unions,
    contexts: Contexts,
    affinity: Affinity,
    apart: dict[tuple[int, int], str],
    reasons: dict[int, tuple[str, ...]],
    most: int,
) -> list[int]:
    """Join the claims of one bucket into facts, one representative for all that are worded alike.

    Gives the claims that were held against no other, because `most` pairs had been.
    """
    alike: dict[tuple, list[list[int]]] = defaultdict(list)
    for i in members:
        claim = claims[i]
        told = alike[claim.value.key(), claim.subject, contexts.words(claim), contexts.names(claim), _when(claim), claim.mood]
        held = next((held for held in told[-STORIES:] if not contexts.strangers(claims[held[0]], claim)), None)
        if held is None:
            told.append([i])
        else:
            held.append(i)
    representatives = [Representative(claims[held[0]], held, _keys(claims[held[0]], contexts)) for told in alike.values() for held in told]
    representatives.sort(key=lambda r: (r.claim.text, r.claim.document, r.claim.start))
    for rep in representatives:
        # Claims in one document that are worded alike are one fact told twice only across documents.
        for other in rep.members[1:]:
            if claims[other].document != rep.claim.document or claims[other].sentence == rep.claim.sentence:
                unions.join(rep.members[0], other)
    spread = Counter(word for rep in representatives for word in rep.keys)
    postings: dict[str, list[Representative]] = defaultdict(list)
    looked_at = 0
    for n, rep in enumerate(representatives):
        if looked_at >= most:
            return [i for behind in representatives[n:] for i in behind.members]
        rarest = sorted((w for w in rep.keys if spread[w] > 1), key=lambda w: (spread[w], w))[: KEYS if len(representatives) > SMALL else None]
        if len(rarest) > FEW and spread[rarest[FEW]] <= WIDE:
            # What a few stories share finds them; words of thousands only lead to claims of other stories.
            rarest = [w for w in rarest if spread[w] <= WIDE]
        seen: dict[int, list] = {}
        for word in rarest:
            told = RARE if spread[word] <= POSTING else 1
            for other in postings[word]:
                seen.setdefault(id(other), [0, other])[0] += told
        # A common word or two are no reason to look closer; where nothing rare is shared, the likest few must do.
        found = [s for s in seen.values() if s[0] >= COMMON]
        tried = sorted(found, key=lambda s: (-s[0], s[1].claim.document, s[1].claim.start))[:TRIED]
        for _, other in (s for nth, s in enumerate(tried) if nth < COMMON or s[0] >= RARE):
            looked_at += 1
            verdict: Judged = affinity.judge(rep.claim, other.claim)
            if verdict.same:
                for i in rep.members:
                    unions.join(other.members[0], i)
                    reasons.setdefault(i, verdict.because)
            elif verdict.different and rep.claim.document != other.claim.document:
                apart.setdefault((other.members[0], rep.members[0]), verdict.because[-1])
        for word in rarest:
            if len(postings[word]) < POSTING:
                postings[word].append(rep)
    return []


def _keys(claim: Claim, contexts: Contexts) -> frozenset[str]:
    """What a claim can be found by: the names and words of its sentence, its subject, and its value."""
    more = {f"={claim.value.key()}"}
    if claim.subject:
        more.add(claim.subject)
    return contexts.words(claim) | contexts.names(claim) | more


def _when(claim: Claim) -> tuple | None:
    when = claim.event.when if claim.event else None
    return when.key() if when else None
