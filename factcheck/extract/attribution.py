"""Who is named as the source of a claim outside quotation marks, and whether the claim is asserted, denied or only possible.

Cheap on purpose: most sentences hold none of the cue words, and what a sentence holds is found once for all its claims.
"""

from __future__ import annotations

from factcheck.extract.cue_words import MODAL, Cues, cues
from factcheck.extract.reading import Reading
from factcheck.extract.speaking import Subjects
from factcheck.model.claim import ASSERTED, DENIED, POSSIBLE, Claim

_CLAUSE_ENDS = frozenset([";", ":", "but", "while", "although", "though", "whereas", "—"])
_FURTHEST = 16  # tokens from a cue to the claim that it governs
_BEHIND = 5  # tokens from a claim to a modal that governs it: 50 people may have died


class _Sentence:
    """The cues of one sentence. sources: (token, first and last token of what is attributed, who); moods: (token, mood)."""

    __slots__ = ("moods", "sources")

    def __init__(self) -> None:
        self.sources: list[tuple[int, int, int, str]] = []
        self.moods: list[tuple[int, str]] = []


class Sayings:
    """What the sentences of one document say of the claims in them; each sentence is looked at once, when first asked for.

    cued: for the few sentences that hold cues the tokens of these.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._subjects: Subjects | None = None
        self._sentences: dict[int, _Sentence] = {}
        self.cued: dict[int, list[int]] = {}
        index = reading.sentence_index
        for i in reading.cues:
            self.cued.setdefault(index[i], []).append(i)

    def put_on(self, claim: Claim) -> None:
        """Set the attribution and mood of a claim whose sentence holds cues."""
        said = self._sentences.get(claim.sentence)
        if said is None:
            if self._subjects is None:
                self._subjects = Subjects(self._reading)
            said = self._sentences[claim.sentence] = _scan(self._reading, self._subjects, claim.sentence, self.cued[claim.sentence])
        if said.sources:
            claim.attribution = _attribution(said, claim)
        if said.moods:
            claim.mood = _mood(self._reading, said, claim)


def _attribution(said: _Sentence, claim: Claim) -> str | None:
    """Who the claim's sentence names as its source, as printed, or None; for a quotation its speaker is in its value."""
    if claim.kind != "quotation":
        for _, first, last, who in said.sources:
            if first <= claim.token <= last:
                return who
    return None


def _mood(reading: Reading, said: _Sentence, claim: Claim) -> str:
    """Whether the claim is asserted, denied ("did not say that", "denied killing") or only possible ("could", "if")."""
    words, token = reading.tokens.words, claim.token
    quoted = claim.kind != "quotation" and reading.is_quoted(token)
    possible = False
    for at, kind in said.moods:
        if at < token <= at + _FURTHEST and reading.is_quoted(at) == quoted and not _parted(words, at, token):
            if kind == DENIED:
                return DENIED
            possible = True
        elif kind == MODAL and token < at <= token + _BEHIND and not _parted(words, token, at):
            possible = True
    return POSSIBLE if possible else ASSERTED


def _parted(words: list[str], first: int, last: int) -> bool:
    """Whether a clause ends between two tokens."""
    for k in range(first + 1, last):
        word = words[k]
        if word.lower() in _CLAUSE_ENDS or (word == "," and k + 1 < last and words[k + 1] in {"and", "or", "which", "who", "where", "after", "when", "with"}):
            return True
    return False


def _scan(reading: Reading, subjects: Subjects, index: int, cued: list[int]) -> _Sentence:
    """What the cues of one sentence say; cued: the tokens that hold them."""
    found, known = _Sentence(), cues()
    first, last = reading.bounds(index)
    words, low = reading.tokens.words, reading.tokens.low
    for at in cued:
        word, lower = words[at], low[at]
        mood = known.moods.get(lower)
        if mood is not None:
            if mood == MODAL:
                stands = word.islower()  # not the month of May
            elif lower in known.nots:
                stands = at == last or low[at + 1] not in known.not_only
            else:
                stands = lower not in known.denials or _claims(low, at, last, known)
            if stands:
                found.moods.append((at, mood))
        if lower in known.phrases:
            for parts, kind in known.phrases[lower]:
                behind = at + len(parts)
                if behind <= last + 1 and tuple(low[at:behind]) == parts:
                    if kind == "source":
                        _source_phrase(reading, subjects, found, behind - 1, first, last)
                    else:
                        found.moods.append((behind - 1, kind))
        if lower in known.reports and (lower not in known.denials or _claims(low, at, last, known)) and word.islower() and not reading.is_quoted(at):
            _report(reading, subjects, found, at, first, last)
    return found


def _claims(low: list[str], at: int, last: int, known: Cues) -> bool:
    """Whether what a verb of denial takes is a claim: denied that, denied killing, and not denied bail."""
    after = low[at + 1] if at < last else ""
    return after in known.denial_objects or after.endswith("ing")


def _source_phrase(reading: Reading, subjects: Subjects, found: _Sentence, at: int, first: int, last: int) -> None:
    """According to X: whoever or whatever is named behind, for the whole sentence."""
    lower = reading.tokens.low
    if reading.is_quoted(at) or (at == first and lower[at] == "per"):
        return
    subject = subjects.right_of(at, last)
    who = subject.text if subject is not None and subject.named else _phrase(reading, at + 1, last)
    if who and not (lower[at] == "per" and (subject is None or not subject.named)):
        found.sources.append((at, first, last, who))


def _phrase(reading: Reading, k: int, last: int) -> str:
    """The noun phrase that begins at a token, up to the next mark or small word: preliminary results."""
    words, lower, begin = reading.tokens.words, reading.tokens.low, k
    if k <= last and lower[k] in {"the", "a", "an", "its", "his", "her", "their"}:
        begin = k = k + 1
    while k <= last and k - begin < 6 and words[k][0].isalnum() and lower[k] not in {"of", "on", "in", "released", "published", "from", "by", "that", "which", "who", "and", "for"}:
        k += 1
    return " ".join(reading.tokens.slice(begin, k - 1).split()) if k > begin else ""


def _report(reading: Reading, subjects: Subjects, found: _Sentence, at: int, first: int, last: int) -> None:
    """X said that …; …, X said; …, said X: what it covers depends on where it stands."""
    words, lower = reading.tokens.words, reading.tokens.low
    before = words[at - 1] if at > first else ""
    if before.lower() in {"the", "a", "an", "to", "his", "her", "its", "their", "of", "this", "that", "had", "was", "were", "be", "been", "is", "are"}:
        return
    ends = at + 1 > last or words[at + 1] in ".,;" or lower[at + 1] in {"on", "in", "at", "during", "late", "earlier", "yesterday", "today"}
    if before in {",", "”", '"', "’"}:
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
