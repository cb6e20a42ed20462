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
_BEFORE_INVERTED = frozenset((",", "”", '"', "’"))
_AFTER_SPEECH = frozenset("on in at during late earlier yesterday today".split())
_BEHIND = 5  # tokens from a claim to a modal that governs it: 50 people may have died


class _Source:
    """A cue that shows who said something.

    at: its token; is_phrase: according to, and not said; reaches_back: what it covers may stand before it; covers: first and
    last token of what is attributed, and to whom, once a claim has asked for it.
    """

    __slots__ = ("at", "covers", "is_phrase", "reaches_back")

    def __init__(self, at: int, is_phrase: bool, reaches_back: bool) -> None:
        self.at = at
        self.is_phrase = is_phrase
        self.reaches_back = reaches_back
        self.covers: list[tuple[int, int, str]] | None = None


class _Sentence:
    """The cues of one sentence. sources: those of who said something; moods: (token, mood)."""

    __slots__ = ("moods", "sources")

    def __init__(self) -> None:
        self.sources: list[_Source] = []
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
            said = self._sentences[claim.sentence] = _scan(self._reading, claim.sentence, self.cued[claim.sentence])
        if said.sources and claim.kind != "quotation":  # the speaker of a quotation is in its value
            claim.attribution = self._attribution(said, claim)
        if said.moods:
            claim.mood = _mood(self._reading, said, claim)

    def _attribution(self, said: _Sentence, claim: Claim) -> str | None:
        """Who the claim's sentence names as its source, as printed, or None."""
        token = claim.token
        for source in said.sources:
            if token < source.at and not source.reaches_back:
                continue
            if source.covers is None:
                if self._subjects is None:
                    self._subjects = Subjects(self._reading)
                find = _source_phrase if source.is_phrase else _report
                source.covers = find(self._reading, self._subjects, source.at, *self._reading.bounds(claim.sentence))
            for first, last, who in source.covers:
                if first <= token <= last:
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


def _scan(reading: Reading, index: int, cued: list[int]) -> _Sentence:
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
                        found.sources.append(_Source(behind - 1, True, True))
                    else:
                        found.moods.append((behind - 1, kind))
        if lower in known.reports and (lower not in known.denials or _claims(low, at, last, known)) and word.islower() and not reading.is_quoted(at):
            reaches_back = _is_inverted(words, at, first) or _ends_clause(words, low, at, last)
            found.sources.append(_Source(at, False, reaches_back))
    return found


def _is_inverted(words: list[str], at: int, first: int) -> bool:
    """Whether a verb may have its subject behind it: …, said X."""
    return at > first and words[at - 1] in _BEFORE_INVERTED


def _ends_clause(words: list[str], low: list[str], at: int, last: int) -> bool:
    """Whether nothing that is said follows a verb: …, X said on Monday."""
    return at + 1 > last or words[at + 1] in ".,;" or low[at + 1] in _AFTER_SPEECH


def _claims(low: list[str], at: int, last: int, known: Cues) -> bool:
    """Whether what a verb of denial takes is a claim: denied that, denied killing, and not denied bail."""
    after = low[at + 1] if at < last else ""
    return after in known.denial_objects or after.endswith("ing")


def _source_phrase(reading: Reading, subjects: Subjects, at: int, first: int, last: int) -> list[tuple[int, int, str]]:
    """According to X: whoever or whatever is named behind, for the whole sentence."""
    lower = reading.tokens.low
    if reading.is_quoted(at) or (at == first and lower[at] == "per"):
        return []
    subject = subjects.right_of(at, last)
    who = subject.text if subject is not None and subject.named else _phrase(reading, at + 1, last)
    if not who or (lower[at] == "per" and (subject is None or not subject.named)):
        return []
    return [(first, last, who)]


def _phrase(reading: Reading, k: int, last: int) -> str:
    """The noun phrase that begins at a token, up to the next mark or small word: preliminary results."""
    words, lower, begin = reading.tokens.words, reading.tokens.low, k
    if k <= last and lower[k] in {"the", "a", "an", "its", "his", "her", "their"}:
        begin = k = k + 1
    while k <= last and k - begin < 6 and words[k][0].isalnum() and lower[k] not in {"of", "on", "in", "released", "published", "from", "by", "that", "which", "who", "and", "for"}:
        k += 1
    return " ".join(reading.tokens.slice(begin, k - 1).split()) if k > begin else ""


def _report(reading: Reading, subjects: Subjects, at: int, first: int, last: int) -> list[tuple[int, int, str]]:
    """X said that …; …, X said; …, said X: what it covers depends on where it stands."""
    words, lower = reading.tokens.words, reading.tokens.low
    if at > first and lower[at - 1] in {"the", "a", "an", "to", "his", "her", "its", "their", "of", "this", "that", "had", "was", "were", "be", "been", "is", "are"}:
        return []
    if _is_inverted(words, at, first):
        subject = subjects.right_of(at, last)
        if subject is not None and subject.token > at:
            return [(first, at, subject.text)]
    subject = subjects.left_of(at, first)
    if subject is None:
        return []
    covers = [(at, last, subject.text)]
    if subject.token > first and _ends_clause(words, lower, at, last):
        comma = next((k for k in range(subject.token - 1, max(first, subject.token - 4), -1) if words[k] == ","), None)
        if comma is not None:
            covers.append((first, comma, subject.text))
    return covers
