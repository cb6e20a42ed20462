"""Who is named as the source of a claim outside quotation marks, and whether the claim is asserted, denied or only possible.

Cheap on purpose: most sentences hold none of the cue words, and what a sentence holds is found once for all its claims.
"""

from __future__ import annotations

import threading
from functools import cache

from factcheck.extract.reading import Reading
from factcheck.extract.speaking import Subjects
from factcheck.lexicon import spellings, table
from factcheck.model.claim import ASSERTED, DENIED, POSSIBLE, Claim

_CLAUSE_ENDS = frozenset([";", ":", "but", "while", "although", "though", "whereas", "—"])
_BARE = frozenset(["name", "place"])  # kinds that say nothing by themselves
_FURTHEST = 16  # tokens from a cue to the claim that it governs
_BEHIND = 5  # tokens from a claim to a modal that governs it: 50 people may have died


class _Cues:
    """The word lists, ready for looking up."""

    __slots__ = ("all", "denial_objects", "denial_words", "denials", "modals", "not_only", "nots", "phrases", "possible", "reports")

    def __init__(self) -> None:
        found = table("speech")
        self.reports = frozenset(found["sources"]["reports"].split())
        denied, possible = found["denied"], found["possible"]
        self.denials = frozenset(denied["verbs"].split())
        self.denial_objects = frozenset(denied["objects"].split())
        self.denial_words = frozenset(denied["words"].split())
        nots = denied["nots"].split()
        self.nots = frozenset(nots + [n.replace("'", "’") for n in nots])
        self.not_only = frozenset(denied["not_only"].split())
        self.modals = frozenset(possible["modals"].split())
        self.possible = frozenset(possible["words"].split())
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind, listed in ((DENIED, denied["phrases"]), (POSSIBLE, possible["phrases"]), ("source", found["sources"]["phrases"])):
            for phrase in listed:
                parts = tuple(phrase.split())
                self.phrases.setdefault(parts[0], []).append((parts, kind))
        self.all = spellings(self.reports | self.denials | self.denial_words | self.nots | self.modals | self.possible | frozenset(self.phrases))


@cache
def _cues() -> _Cues:
    return _Cues()


class _Sentence:
    """The cues of one sentence. sources: (token, first and last token of what is attributed, who); moods: (token, mood)."""

    __slots__ = ("moods", "sources")

    def __init__(self) -> None:
        self.sources: list[tuple[int, int, int, str]] = []
        self.moods: list[tuple[int, str]] = []


class _Memo(threading.local):
    """What the document that is being read has shown so far; of its own in every thread."""

    reading: Reading | None = None
    subjects: Subjects | None = None
    sentences: dict[int, _Sentence] | None = None


_memo = _Memo()


def _sentence(reading: Reading, index: int) -> _Sentence:
    if _memo.reading is not reading:
        _memo.reading, _memo.subjects, _memo.sentences = reading, Subjects(reading), {}
    assert _memo.sentences is not None and _memo.subjects is not None
    found = _memo.sentences.get(index)
    if found is None:
        found = _memo.sentences[index] = _scan(reading, _memo.subjects, index)
    return found


def attribute_all(reading: Reading, claims: list[Claim]) -> None:
    """Set attribution and mood of all the claims of a document but names, as the functions below give them, in one walk."""
    known: dict[int, _Sentence | None] = {}
    for claim in claims:
        if claim.kind in _BARE:
            continue
        at = claim.sentence
        if at in known:
            found = known[at]
        else:
            found = _sentence(reading, at)
            if not found.sources and not found.moods:
                found = None
            known[at] = found
        if found is not None:
            if found.sources:
                claim.attribution = attribution(reading, claim)
            if found.moods:
                claim.mood = mood(reading, claim)


def attribution(reading: Reading, claim: Claim) -> str | None:
    """Who the claim's sentence names as its source, as printed, or None; for a quotation its speaker is in its value."""
    if claim.kind == "quotation":
        return None
    for _, first, last, who in _sentence(reading, claim.sentence).sources:
        if first <= claim.token <= last:
            return who
    return None


def mood(reading: Reading, claim: Claim) -> str:
    """Whether the claim is asserted, denied ("did not say that", "denied killing") or only possible ("could", "if")."""
    moods = _sentence(reading, claim.sentence).moods
    if not moods:
        return ASSERTED
    words = reading.tokens.words
    token = claim.token
    quoted = claim.kind != "quotation" and reading.is_quoted(token)
    possible = False
    for at, kind in moods:
        if at < token <= at + _FURTHEST and reading.is_quoted(at) == quoted and not _parted(words, at, token):
            if kind == DENIED:
                return DENIED
            possible = True
        elif kind == "modal" and token < at <= token + _BEHIND and not _parted(words, token, at):
            possible = True
    return POSSIBLE if possible else ASSERTED


def _parted(words: list[str], first: int, last: int) -> bool:
    """Whether a clause ends between two tokens."""
    for k in range(first + 1, last):
        word = words[k]
        if word.lower() in _CLAUSE_ENDS or (word == "," and k + 1 < last and words[k + 1] in ("and", "or", "which", "who", "where", "after", "when", "with")):
            return True
    return False


def _scan(reading: Reading, subjects: Subjects, index: int) -> _Sentence:
    """All the cues of one sentence."""
    found, cues = _Sentence(), _cues()
    first, last = reading.bounds(index)
    words = reading.tokens.words
    here = words[first : last + 1]
    known = cues.all
    if known.isdisjoint(here):
        return found
    lowered = list(map(str.lower, here))
    for k in [k for k, word in enumerate(here) if word in known]:
        at, low, word = first + k, lowered[k], here[k]
        if low in cues.modals:
            if word.islower():  # not the month of May
                found.moods.append((at, "modal"))
        elif low in cues.nots:
            if k + 1 >= len(lowered) or lowered[k + 1] not in cues.not_only:
                found.moods.append((at, DENIED))
        elif low in cues.denials:
            if _claims(lowered, k, cues):
                found.moods.append((at, DENIED))
        elif low in cues.denial_words:
            found.moods.append((at, DENIED))
        elif low in cues.possible:
            found.moods.append((at, POSSIBLE))
        for parts, kind in cues.phrases.get(low, ()):
            if tuple(lowered[k : k + len(parts)]) == parts:
                if kind == "source":
                    _source_phrase(reading, subjects, found, at + len(parts) - 1, first, last)
                else:
                    found.moods.append((at + len(parts) - 1, kind))
        if low in cues.reports and (low not in cues.denials or _claims(lowered, k, cues)) and words[at].islower() and not reading.is_quoted(at):
            _report(reading, subjects, found, at, first, last)
    return found


def _claims(lowered: list[str], k: int, cues: _Cues) -> bool:
    """Whether what a verb of denial takes is a claim: denied that, denied killing, and not denied bail."""
    after = lowered[k + 1] if k + 1 < len(lowered) else ""
    return after in cues.denial_objects or after.endswith("ing")


def _source_phrase(reading: Reading, subjects: Subjects, found: _Sentence, at: int, first: int, last: int) -> None:
    """According to X: whoever or whatever is named behind, for the whole sentence."""
    words = reading.tokens.words
    if reading.is_quoted(at) or (at == first and words[at].lower() == "per"):
        return
    subject = subjects.right_of(at, last)
    who = subject.text if subject is not None and subject.named else _phrase(reading, at + 1, last)
    if who and not (words[at].lower() == "per" and (subject is None or not subject.named)):
        found.sources.append((at, first, last, who))


def _phrase(reading: Reading, k: int, last: int) -> str:
    """The noun phrase that begins at a token, up to the next mark or small word: preliminary results."""
    words, begin = reading.tokens.words, k
    if k <= last and words[k].lower() in ("the", "a", "an", "its", "his", "her", "their"):
        begin = k = k + 1
    while k <= last and k - begin < 6 and words[k][0].isalnum() and words[k].lower() not in ("of", "on", "in", "released", "published", "from", "by", "that", "which", "who", "and", "for"):
        k += 1
    return " ".join(reading.tokens.slice(begin, k - 1).split()) if k > begin else ""


def _report(reading: Reading, subjects: Subjects, found: _Sentence, at: int, first: int, last: int) -> None:
    """X said that …; …, X said; …, said X: what it covers depends on where it stands."""
    words = reading.tokens.words
    before = words[at - 1] if at > first else ""
    if before.lower() in ("the", "a", "an", "to", "his", "her", "its", "their", "of", "this", "that", "had", "was", "were", "be", "been", "is", "are"):
        return
    ends = at + 1 > last or words[at + 1] in ".,;" or words[at + 1].lower() in ("on", "in", "at", "during", "late", "earlier", "yesterday", "today")
    if before in (",", "”", '"', "’"):
        subject = subjects.right_of(at, last)
        if subject is not None and subject.token > at:
            found.sources.append((at, first, at, subject.text))
            return
    subject = subjects.left_of(at, first)
    if subject is None:
        return
    found.sources.append((at, at, last, subject.text))
    if ends and subject.token > first:
        comma = next((k for k in range(subject.token - 1, max(first, subject.token - 4), -1) if words[k] == ","), None)
        if comma is not None:
            found.sources.append((at, first, comma, subject.text))
