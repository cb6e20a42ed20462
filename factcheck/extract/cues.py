"""What brings a quotation in: X said, said X, X called it, according to X; behind it or before it."""

from __future__ import annotations

from functools import cache

from factcheck.extract.marks import MARKS
from factcheck.extract.persons import GRAMMAR, LINKS, Subject, speaker_nouns
from factcheck.extract.quotes import Span
from factcheck.extract.reading import Reading
from factcheck.extract.speaking import Subjects
from factcheck.lexicon import table

_ENDS_OPEN = frozenset(",?!…-–—")
_FURTHEST = 45  # tokens between a quotation and the verb that brings it in
_FAR = 12  # tokens from the verb beyond which a few words in marks are not its object
_NEXT_SENTENCE = 8  # tokens: "Is it?" the tall minister asked
_MODIFIERS = 4  # small words before the noun that says who speaks
_PLAIN = frozenset(["said", "says", "told", "wrote", "added", "tweeted"])
_BEFORE_NOUN = frozenset(["to", "the", "a", "an", "of", "with", "by", "amid"])
_ALSO_NOUNS = frozenset(["call", "calls", "report", "reports", "claims", "use", "chants", "cries", "shouts", "whispers", "screams", "demands", "answers", "offers", "laughs", "smiles", "jokes"])
_WORDS_OF_SPEECH = 5  # words: fewer in marks may be no speech at all


@cache
def verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Verbs that bring in speech; these and those that judge; nouns that speech stands in."""
    found = table("speech")
    say, judge = frozenset(found["verbs"]["say"].split()), frozenset(found["verbs"]["judge"].split())
    return say, say | judge, frozenset(found["nouns"]["writing"].split())


class Frame:
    """The words around one quotation that can bring it in: tokens from `floor` to before it, and from behind it to `ceiling`."""

    __slots__ = ("ceiling", "floor", "paragraph", "starts_paragraph", "starts_sentence")

    def __init__(self, floor: int, ceiling: int, starts_sentence: bool, starts_paragraph: bool, paragraph: int) -> None:
        self.floor = floor
        self.ceiling = ceiling
        self.starts_sentence = starts_sentence
        self.starts_paragraph = starts_paragraph
        self.paragraph = paragraph


def frame_of(reading: Reading, span: Span, before: Span | None, after: Span | None, paragraph: int) -> Frame:
    """The sentence around a quotation, as far as no other quotation stands in it."""
    first = reading.sentences[reading.sentence_index[span.first]]
    floor = first if before is None else max(first, before.last + 1)
    tokens = reading.tokens
    closing = reading.sentence_index[span.last]
    ceiling = reading.bounds(closing)[1]
    if ceiling <= span.last < len(tokens) - 1 and tokens.words[span.inner_last] in "?!," and "\n" not in reading.text[tokens.end(span.last) : tokens.starts[span.last + 1]]:
        ceiling = min(span.last + _NEXT_SENTENCE, reading.bounds(closing + 1)[1])
    if after is not None:
        ceiling = min(ceiling, after.first - 1)
    gap = reading.text[tokens.end(span.first - 1) : tokens.starts[span.first]] if span.first else "\n\n"
    return Frame(floor, min(ceiling, span.last + _FURTHEST), first >= span.first - 1, "\n" in gap, paragraph)


def _leads_speaker(reading: Reading, i: int, ceiling: int) -> bool:
    """Whether small words lead to who speaks: | disaster agency spokesman Jonas Dahl."""
    lower, found = reading.tokens.low, reading.tokens.words
    for k in range(i, min(i + _MODIFIERS, ceiling) + 1):
        if k > i and lower[k] in speaker_nouns() and k + 1 in reading.mention_at:
            return True
        if not found[k].isalpha() or not found[k].islower() or lower[k] in LINKS or lower[k] in GRAMMAR["auxiliaries"]:
            return False
    return False


def _unnamed(reading: Reading, i: int, verb: int) -> Subject | None:
    """Who speaks without a name, though somebody's follows: a friend | of the actress, a source | with knowledge of the plan."""
    lower, found = reading.tokens.low, reading.tokens.words
    if lower[i] not in ("a", "an", "one", "another") or "," in found[i:verb]:
        return None
    for k in range(i + 1, min(i + _MODIFIERS, verb - 1) + 1):
        if lower[k] in speaker_nouns() and (lower[k + 1] in GRAMMAR["prepositions"] or lower[k + 1] in ("close", "who", "familiar", "near")):
            return Subject(" ".join(reading.tokens.slice(i + 1, k).split()), False, i + 1)
        if not found[k].isalpha() or not found[k].islower():
            return None
    return None


def cue_behind(reading: Reading, subjects: Subjects, span: Span, frame: Frame) -> tuple[Subject | None, int | None]:
    """The cue behind a quotation: said X, X said, according to X."""
    found, lower = reading.tokens.words, reading.tokens.low
    say, _, _ = verbs()
    i = span.last + 1
    if not span.closed:
        return None, None
    while i <= frame.ceiling and found[i] in ",-–—":
        i += 1
    if i > frame.ceiling:
        return None, None
    low = lower[i]
    if low in say and low.endswith("ing"):
        return None, None  # …", adding that: who adds stands before the quotation
    if low in say and found[i].islower():
        return subjects.right_of(i, frame.ceiling), i
    if _is_inverted(reading, subjects, span, i):
        return subjects.right_of(i, frame.ceiling), i
    if low == "according" and lower[i + 1] == "to":
        return subjects.right_of(i + 1, frame.ceiling), i
    ending = span.inner_last
    while ending > span.inner_first and found[ending] in MARKS:
        ending -= 1  # …to a neighbor,'" she recalled
    comma = found[ending] in _ENDS_OPEN or found[span.last + 1] in ",-–—"
    starts = i in reading.mention_at or found[i][0].isupper() or low in {"he", "she", "they", "it", "the", "a", "an", "one", "his", "her", "their"} or low in speaker_nouns() or _leads_speaker(reading, i, frame.ceiling)
    for v in range(i + 1, frame.ceiling + 1):
        word = found[v]
        if word == ";":
            break
        if word in say and word.islower() and lower[v - 1] not in {"to", "of", "the", "a"}:
            if found[v - 1] == "," and not (comma and starts):
                subject = subjects.right_of(v, frame.ceiling)  # …" with the request, said one official
                if subject is not None:
                    return subject, v
            if not (comma and starts) and not _closes_clause(found, i, v, frame.ceiling):
                break
            if not comma and word not in _PLAIN:
                break
            floor = i
            if not starts:
                floor = max(k for k in range(i, v) if found[k] == ",") + 1
            subject = (_unnamed(reading, i, v) if starts else None) or subjects.left_of(v, floor)
            if subject is None and v + 1 <= frame.ceiling:
                subject = subjects.right_of(v, frame.ceiling)
            return subject, v
        if not comma and not starts and v - i > 20:
            break
    return None, None


def _is_inverted(reading: Reading, subjects: Subjects, span: Span, i: int) -> bool:
    """Whether a verb that is on no list brings in who speaks: "Goal of the season," | purred the daily Marca."""
    found, lower = reading.tokens.words, reading.tokens.low
    if found[span.inner_last] not in (",", "?", "!") or not found[i].islower() or lower[i][-2:] != "ed" or found[span.last + 1] == ",":
        return False
    name = reading.mention_at.get(i + 1)
    if name is not None:
        return name.type != "place" and subjects.pronoun(name) != ""
    if lower[i + 1] not in ("the", "one", "his", "her", "their"):
        return False
    for k in range(i + 2, i + 2 + _MODIFIERS):
        name = reading.mention_at.get(k)
        if lower[k] in speaker_nouns() or (name is not None and name.type != "place" and lower[name.last + 1] in (".", ",", "")):
            return True
        if not lower[k].isalpha() or lower[k] in LINKS:
            return False
    return False


def _closes_clause(found: list[str], i: int, verb: int, ceiling: int) -> bool:
    """Whether "…, the minister said" ends a sentence that holds a quotation further up."""
    commas = [k for k in range(i, verb) if found[k] == ","]
    return bool(commas) and (verb + 1 > ceiling or found[verb + 1] in ".," or found[verb + 1] in {"on", "in", "at", "during", "last", "this"}) and verb - commas[-1] <= 8


def cue_before(reading: Reading, subjects: Subjects, span: Span, frame: Frame) -> tuple[Subject | None, int | None]:
    """The cue before a quotation, in its own sentence: X said, X called it, according to X."""
    found, lower = reading.tokens.words, reading.tokens.low
    _, any_verb, writing = verbs()
    floor = max(frame.floor, span.first - _FURTHEST)
    for v in range(span.first - 1, floor - 1, -1):
        word = found[v]
        low = word.lower()
        if low in any_verb and (word.islower() or v == floor) and found[v - 1] != "-" and not _is_noun(lower, v):
            if _is_passive(found, v):
                by = next((k for k in range(span.last + 1, frame.ceiling) if lower[k] == "by"), None)
                subject = subjects.right_of(by, frame.ceiling) if by is not None else None
                if subject is not None or found[v] not in ("quoted",):
                    return subject, v
            if span.first - v > _FAR and span.inner_last - span.inner_first < _WORDS_OF_SPEECH and lower[span.first - 1] not in {",", ":", "that"} and lower[v + 1] != "that":
                return None, None  # a few words in marks, far from any verb of speech
            sentence = reading.sentences[reading.sentence_of(span.first)]
            if v == sentence and low.endswith("ing"):
                return _behind_aside(reading, subjects, span, frame.ceiling), v
            subject = subjects.left_of(v, sentence)
            if subject is None and v + 1 < span.first:
                inverted = subjects.right_of(v, span.first - 1)
                subject = inverted if v == sentence or found[v - 1] == "," else None  # It is, said Ann Roe, a "…"
            return subject, v
        if (low == "according" and lower[v + 1] == "to") or (low == "words" and lower[v + 1] == "of"):
            return subjects.right_of(v + 1, span.first - 1), v
        if low in ("put", "puts") and lower[v + 1] == "it":
            return subjects.left_of(v, floor), v
        if low in writing and word.islower() and v >= span.first - 3:
            subject = subjects.left_of(v + 1, floor)
            if subject is not None and subject.named:
                return subject, v
    if span.first - 1 >= floor and found[span.first - 1] == ":":
        return subjects.left_of(span.first - 1, floor), span.first - 1
    return None, None


def _behind_aside(reading: Reading, subjects: Subjects, span: Span, ceiling: int) -> Subject | None:
    """Who does what a sentence opens with: Calling it "…", | Ann Roe left."""
    found = reading.tokens.words
    comma = next((k for k in range(span.inner_last, ceiling) if found[k] == ","), None)
    if comma is None:
        return None
    comma = max(comma, span.last)
    return subjects.right_of(comma, min(ceiling, comma + _MODIFIERS))


def _is_noun(lower: list[str], v: int) -> bool:
    """Whether a word that can be a verb of speech is none where it stands: to chants of, related to, the report."""
    if lower[v + 1] == "to" and lower[v] == "related":
        return True
    return lower[v - 1] in _BEFORE_NOUN and lower[v] in _ALSO_NOUNS


def _is_passive(found: list[str], v: int) -> bool:
    """Was called, has been described: the subject is not who speaks."""
    back = [w.lower() for w in found[max(0, v - 3) : v]]
    return found[v].endswith("ed") and any(w in {"was", "were", "been", "being", "be"} for w in back) and "having" not in back


def is_pronoun(reading: Reading, subject: Subject, cue: int, behind: bool) -> bool:
    """Whether the verb's own subject is he or she, and the name was looked for further up."""
    lower = reading.tokens.low
    near = {lower[cue - 1], lower[cue - 2], lower[cue + 1] if behind else ""}
    return bool(near & {"he", "she"}) and subject.token < cue - 2


def reporter_of(reading: Reading, subjects: Subjects, cue: int, span: Span, frame: Frame, subject: Subject | None) -> str | None:
    """Who reports the words: told Reuters, according to the ministry, quoted as saying by the agency."""
    lower = reading.tokens.low
    low = lower[cue]
    end = frame.ceiling if cue > span.last else span.first - 1
    if low in {"told", "telling", "tells"}:
        name = reading.mention_at.get(cue + 1) or (reading.mention_at.get(cue + 2) if lower[cue + 1] in ("the", "a") else None)
        if name is not None and name.type != "person":
            return subjects.of_mention(name).text
    for k in range(cue + 1, end):
        word = lower[k]
        if (word == "to" and lower[k - 1] == "according") or (word == "by" and "quoted" in (lower[cue], lower[cue - 1], lower[cue - 2], lower[k - 1], lower[k - 3])) or (word == "by" and lower[k - 1] in {"released", "published", "reported", "carried"}):
            reporter = subjects.right_of(k, end)
            if reporter is not None and (subject is None or reporter.text != subject.text):
                return reporter.text
    return None
