"""Sentences that two documents share but for a value: agency copies, revisions, a draft and its source.

A sentence's frame is its words with the values cut out. Equal frames are found by hashing; near ones by their rarest words,
and then word by word. Where frames match, the values in one slot are on one fact, whatever words surround them elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from factcheck.align.context import Contexts
from factcheck.align.same_times import at_two_hours
from factcheck.align.stems import content_stem
from factcheck.align.two_things import change_of
from factcheck.lexicon import by_word
from factcheck.model.claim import Claim
from factcheck.model.telling import Telling
from factcheck.registry import outside
from factcheck.relation import DISJOINT, common_unit, spans

SLOT_KINDS = frozenset(("age", "count", "date", "duration", "measure", "money", "number", "ordinal", "percent", "time")) | {
    kind.name for kind in outside("KIND") if kind.shape == "quantity"
}
LABELS = frozenset(("age", "duration", "ordinal"))  # beside another figure they say of which time or group it is
OUTSIDE = frozenset(("aside", "link", "byline", "dateline"))
_TOKEN = re.compile(r"\x00[^\x00]*\x00|\w+")
LEAST_WORDS = 4  # content words, below which equal sentences prove little ("He was 34.")
LEAST_WORDS_OF_DRAFTS = 2
NEAR = 0.68  # shared content words of two near sentences, of all in both
RAREST = 5  # words a near sentence is looked up by
TELLING = 10  # content words that make a sentence without a name one of its own
LOOKED_AT = 2000  # pairs of sentences of a draft and its sources that are looked at before any is cut
STORIES = 4  # unrelated documents remembered for one sentence
POSTING = 24  # sentences remembered for one rare word


class Frame:
    """The words of a sentence with slots for values: tokens, the claims in slot order, the content words, the names."""

    __slots__ = ("claims", "document", "names", "tokens", "words")

    def __init__(self, tokens: tuple[str, ...], claims: list[int], words: frozenset[str], names: frozenset[str], document: str) -> None:
        self.tokens = tokens
        self.claims = claims
        self.words = words
        self.names = names
        self.document = document


@cache
def _opcodes():  # noqa: ANN202 - the library's own function
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.opcodes


def _frames(tellings: list[Telling], index: dict[int, int], contexts: Contexts) -> list[Frame]:
    frames = []
    found: list[tuple[Telling, int, list[Claim]]] = []
    for telling in tellings:
        by_sentence: dict[int, list[Claim]] = defaultdict(list)
        for claim in telling.claims:
            if claim.kind in SLOT_KINDS and claim.zone not in OUTSIDE and not (claim.kind == "time" and claim.detail.dated):
                by_sentence[claim.sentence].append(claim)
        found += [(telling, sentence, claims) for sentence, claims in by_sentence.items()]
    for telling, sentence, claims in _worth_it(found, contexts):
        frame = _frame(telling, sentence, claims, index, contexts)
        if frame is not None:
            frames.append(frame)
    return frames


def _worth_it(found: list[tuple[Telling, int, list[Claim]]], contexts: Contexts) -> list[tuple[Telling, int, list[Claim]]]:
    """Of a draft and short sources the sentences whose words are near to those of one on the other side; otherwise all."""
    sides: tuple[list, list] = ([], [])
    for entry in found:
        words = contexts.words(entry[2][0]) | contexts.names(entry[2][0])
        sides[entry[0].document.role == "draft"].append((words, entry))
    if not sides[1] or len(sides[0]) * len(sides[1]) > LOOKED_AT:
        return found
    near: set[int] = set()
    for words, entry in sides[0]:
        for others, other in sides[1]:
            shared = len(words & others)
            # One fewer than for near sentences, because a unit, which is in the slot, is a word here.
            if shared + 1 >= NEAR * (len(words) + len(others) - shared):
                near |= {id(entry), id(other)}
    return [entry for entry in found if id(entry) in near]


def _frame(telling: Telling, sentence: int, claims: list[Claim], index: dict[int, int], contexts: Contexts) -> Frame | None:
    start, end = telling.sentences[sentence]
    text, pieces, at, held = telling.document.text, [], start, []
    for claim in claims:
        if claim.start < at or claim.end > end:
            continue
        unit = common_unit(claim.value.unit, change=bool(change_of(claim))) if claim.value.shape == "quantity" else claim.value.shape
        # Of a count's words only the number is the slot: its noun is part of the frame.
        behind = _behind_number(claim, telling)
        pieces.append(text[at : claim.start])
        # A number whose noun one of the documents leaves out stands where the other has its count.
        pieces.append(f" \x00{'count' if claim.kind == 'number' else claim.kind}:{unit}\x00 ")
        held.append(index[id(claim)])
        at = behind
    pieces.append(text[at:end])
    tokens = tuple(t if t[0] == "\x00" else t.lower() for t in _TOKEN.findall("".join(pieces)))
    if not held:
        return None
    if telling.senses:
        tokens = tuple(telling.senses.get(t, t) for t in tokens)
    names = contexts.names(claims[0])
    return Frame(tokens, held, contexts.words(claims[0]) | names, names, telling.document.id)


def _behind_number(claim: Claim, telling: Telling) -> int:
    """Offset behind the number of a count, leaving its noun to the frame; else behind the claim."""
    if claim.kind not in ("count", "ordinal"):
        return claim.end
    text, at = claim.text, 0
    for match in re.finditer(r"[0-9][\w.,]*(?:[-–][0-9][\w.,]*)*|\w+", text):
        at = match.end()
        if match.group()[0].isdecimal():
            return claim.start + len(text[:at].rstrip(".,"))
        if match.start() > 40:
            break
    first_noun = text.rfind(" ")
    return claim.start + first_noun if first_noun > 0 else claim.end


def same_slots(tellings: list[Telling], claims: list[Claim], contexts: Contexts, *, versions: bool = False) -> list[tuple[int, int]]:
    """Pairs of indexes into claims whose sentences are the same but for values and which fill the same slot."""
    index: dict[int, int] = {}
    for i, claim in enumerate(claims):
        index.setdefault(id(claim), i)
    pairs: list[tuple[int, int]] = []
    equal: dict[tuple[str, ...], list[Frame]] = defaultdict(list)
    # Somebody has put a draft beside its sources, so that less shows a sentence to be the same.
    least = LEAST_WORDS_OF_DRAFTS if any(t.document.role == "draft" for t in tellings) else LEAST_WORDS
    frames = _frames(tellings, index, contexts)
    if len(frames) < 2:
        return []
    times_in = times_inside(claims)
    for frame in frames:
        if len(frame.words) < least and len(frame.tokens) < 9 and not contexts.documents.titled(frame.document):
            continue
        alike = equal[frame.tokens]
        first = next((f for f in alike if _one_story(f, frame, contexts)), None)
        if first is None:
            if len(alike) < STORIES:
                alike.append(frame)
        elif len(first.claims) == len(frame.claims):
            slots = list(zip(first.claims, frame.claims, strict=True))
            pairs.extend(slots if versions else _of_one_time(slots, claims))
            pairs.extend(_times_of(slots, claims, times_in))
    distinct = [frame for key in sorted(equal) for frame in equal[key]]
    pairs.extend(_near(distinct, claims, contexts, versions))
    return pairs


def times_inside(claims: Sequence[Claim]) -> dict[int, int]:
    """By the index of a date that of the time of day which is a part of its words; a date that is given several times has it each time."""
    times: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        if claim.kind == "time" and claim.detail.dated:
            times[claim.document, claim.sentence].append(i)
    found: dict[int, int] = {}
    for i, claim in enumerate(claims if times else ()):
        for j in times.get((claim.document, claim.sentence), ()) if claim.kind == "date" else ():
            if claim.start <= claims[j].start and claims[j].end <= claim.end:
                found[i] = j
    return found


def _times_of(slots: list[tuple[int, int]], claims: list[Claim], times_in: dict[int, int]) -> list[tuple[int, int]]:
    """The times of day inside two dates of one slot that are of one day."""
    return [(times_in[a], times_in[b]) for a, b in slots if a in times_in and b in times_in and spans(claims[a].value, claims[b].value) != DISJOINT]


def _one_story(a: Frame, b: Frame, contexts: Contexts) -> bool:
    """Whether two like sentences can be of one event: they name somebody, or say much, or their documents are related.

    "A 34-year-old man was arrested." stands in many unrelated stories.
    """
    if a.names - b.names and b.names - a.names:
        return False
    if a.names & b.names or contexts.documents.related(a.document, b.document):
        return True
    names_a, names_b = contexts.documents.names(a.document), contexts.documents.names(b.document)
    return len(a.words) >= TELLING and not (names_a and names_b and names_a.isdisjoint(names_b))


def _of_one_time(pairs: list[tuple[int, int]], claims: list[Claim]) -> list[tuple[int, int]]:
    """The pairs of slots, or none where both a figure and what it belongs to differ: then the sentence is told of another day,
    quarter, round or group.
    """
    moved = any(
        claims[a].kind == "date"
        and (spans(claims[a].value, claims[b].value) == DISJOINT or claims[a].detail.bound != claims[b].detail.bound or at_two_hours(claims[a], claims[b]))
        for a, b in pairs
    )
    turned = any(claims[a].kind == "ordinal" and claims[a].value.key() != claims[b].value.key() for a, b in pairs)
    if turned and moved:
        return []  # the first tube opened in 1990, the second in 1995
    moved = moved or any(claims[a].kind in LABELS and claims[a].value.key() != claims[b].value.key() for a, b in pairs)
    changed = any(claims[a].kind not in LABELS and claims[a].kind != "date" and claims[a].value.key() != claims[b].value.key() for a, b in pairs)
    return [] if moved and changed else pairs


def _near(frames: list[Frame], claims: list[Claim], contexts: Contexts, versions: bool) -> list[tuple[int, int]]:
    spread = Counter(word for frame in frames for word in frame.words)
    postings: dict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for n, frame in enumerate(frames):
        if len(frame.words) < (LEAST_WORDS - 2 if contexts.documents.titled(frame.document) else LEAST_WORDS):
            continue
        rarest = sorted((w for w in frame.words if spread[w] > 1), key=lambda w: (spread[w], w))[:RAREST]
        seen = Counter(m for word in rarest for m in postings[word])
        for m, hits in sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:8]:
            other = frames[m]
            if hits < 2:
                continue
            shared = len(frame.words & other.words)
            if shared >= NEAR * (len(frame.words) + len(other.words) - shared) and _one_story(frame, other, contexts):
                slots = _aligned(frame, other, claims, versions)
                pairs.extend(slots if versions else _of_one_time(slots, claims))
        for word in rarest:
            if len(postings[word]) < POSTING:
                postings[word].append(n)
    return pairs


def _aligned(a: Frame, b: Frame, claims: list[Claim], versions: bool) -> list[tuple[int, int]]:
    """Slots that stand in one place of two near sentences: aligned word by word, with an equal neighbour."""
    pairs = []
    slots_a = [i for i, t in enumerate(a.tokens) if t[0] == "\x00"]
    slots_b = [i for i, t in enumerate(b.tokens) if t[0] == "\x00"]
    order_a, order_b = {p: n for n, p in enumerate(slots_a)}, {p: n for n, p in enumerate(slots_b)}
    opcodes = list(_opcodes()(a.tokens, b.tokens))
    reworded = not versions and _reworded(a, b, opcodes)
    for op in opcodes:
        if op.tag != "equal":
            continue
        for i, j in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True):
            if i not in order_a:
                continue
            left = i > op.src_start
            right = i + 1 < op.src_end
            if not (left and right) and op.src_end - op.src_start < 3:
                continue
            one, two = a.claims[order_a[i]], b.claims[order_b[j]]
            if claims[one].document == claims[two].document:
                continue
            if not reworded:
                pairs.append((one, two))
    return pairs


@cache
def _sense(token: str) -> str:
    """The family of a word, or its stem: killed and died are no change of sense. A unit of time is its own: a quarter is no year."""
    return by_word("calendar", "units").get(token) or by_word("families", "fate").get(token) or by_word("families", "things").get(token) or content_stem(token)


def _reworded(a: Frame, b: Frame, opcodes: list) -> bool:
    """Whether a telling word stands in another's place: partial for complete results, women for men, Vienna for Geneva.

    Then the sentences are not the same but for the value, and values that clash may be of two things.
    """
    for op in opcodes:
        if op.tag == "replace":
            left = {_sense(t) for t in a.tokens[op.src_start : op.src_end] if t[0] != "\x00"} - {""}
            right = {_sense(t) for t in b.tokens[op.dest_start : op.dest_end] if t[0] != "\x00"} - {""}
            if left - right and right - left:
                return True
    return False
