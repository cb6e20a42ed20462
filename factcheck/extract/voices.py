"""Who speaks each quotation: by the cue behind it, before it, or in the sentence before; else whoever spoke last."""

from __future__ import annotations

from functools import cache

from factcheck.extract.quotes import Span
from factcheck.extract.reading import Reading
from factcheck.extract.speaking import Subject, Subjects, speaker_nouns
from factcheck.lexicon import table

_ENDS_OPEN = frozenset(",?!…-–—")
_FURTHEST = 45  # tokens between a quotation and the verb that brings it in
_FAR = 12  # tokens from the verb beyond which a few words in marks are not its object
_NEXT_SENTENCE = 8  # tokens: "Is it?" the tall minister asked
_SINCE_LAST = 2  # paragraphs without a quotation after which the last speaker is forgotten
_WORDS_OF_SPEECH = 5  # a quotation of so many words without a cue may carry on from the last one


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    found = table("speech")
    say, judge = frozenset(found["verbs"]["say"].split()), frozenset(found["verbs"]["judge"].split())
    return say, say | judge, frozenset(found["nouns"]["writing"].split())


class Voice:
    """Whose words a quotation is. speaker: as printed, or None; named: whether that is a name; person: whether it is sure to
    be a person's; cue: token of the verb; reporter: who reports it; tail: it goes on after "he said"."""

    __slots__ = ("cue", "named", "person", "reporter", "speaker", "tail")

    def __init__(self, subject: Subject | None, cue: int | None, tail: bool = False, reporter: str | None = None) -> None:
        self.speaker = subject.text if subject is not None else None
        self.named = subject is not None and subject.named
        self.person = subject is not None and subject.person
        self.cue = cue
        self.tail = tail
        self.reporter = reporter


class _Frame:
    """The words around one quotation that can bring it in: tokens from `floor` to before it, and from behind it to `ceiling`."""

    __slots__ = ("ceiling", "floor", "paragraph", "starts_paragraph", "starts_sentence")

    def __init__(self, floor: int, ceiling: int, starts_sentence: bool, starts_paragraph: bool, paragraph: int) -> None:
        self.floor = floor
        self.ceiling = ceiling
        self.starts_sentence = starts_sentence
        self.starts_paragraph = starts_paragraph
        self.paragraph = paragraph


def voices(reading: Reading, spans: list[Span], paragraphs: list[int]) -> list[Voice]:
    """One voice a span, in order; paragraphs: number of the paragraph in which each begins."""
    subjects = Subjects(reading)
    found: list[Voice] = []
    last: Subject | None = None
    last_paragraph, last_sentence, outer_end, last_end = -9, -9, -1, -1
    outer = [s for s in spans if not s.nested]
    place = 0
    for n, span in enumerate(spans):
        if span.nested:
            found.append(_nested(reading, subjects, spans, n))
            continue
        before = outer[place - 1] if place else None
        after = outer[place + 1] if place + 1 < len(outer) else None
        place += 1
        frame = _frame(reading, span, before, after, paragraphs[n])
        subject, cue = _behind(reading, subjects, span, frame)
        reporter = None
        tail = False
        by_report = cue is not None and reading.lower(cue) == "according"
        if (subject is None and cue is None) or by_report:
            earlier, earlier_cue = _before(reading, subjects, span, frame)
            if earlier is not None and by_report:
                reporter = subject.text if subject is not None else None  # X called it "…", according to Y
            if earlier is not None or not by_report:
                subject, cue = earlier, earlier_cue
        same = before is not None and frame.paragraph == last_paragraph
        if subject is not None and last is not None and cue is not None and subject.token <= last_end and reading.sentence_of(cue) - reading.sentence_of(last_end) <= 1 and _is_pronoun(reading, subject, cue, cue > span.last):
            subject = last  # he, right behind a quotation, is who spoke it
        if subject is None and same and before is not None:
            first_of_sentence = reading.sentence_of(span.first)
            tail = (frame.starts_sentence and first_of_sentence - last_sentence <= 1) or span.first - outer_end <= 3
            if tail or cue is not None or _joined(reading, outer_end, span.first):
                subject = last
        elif subject is not None and same and last is not None and subject.text == last.text and cue is not None and cue > outer_end and cue < span.first:
            tail = True
        if subject is None and cue is None and frame.starts_paragraph and span.inner_last - span.inner_first >= _WORDS_OF_SPEECH:
            subject = _carried_on(reading, subjects, span, last if frame.paragraph - last_paragraph <= _SINCE_LAST else None)
        quoted = next((q for v in range(cue - 3, cue + 1) if (q := subjects.quoted_by_another(v)) is not None), None) if cue is not None else None
        if quoted is not None:
            subject, reporter = quoted[0], quoted[1].text if quoted[1] is not None else None
        if cue is not None:
            reporter = reporter or _reporter(reading, subjects, cue, span, frame, subject)
        found.append(Voice(subject, cue, tail, reporter))
        if subject is not None:
            last, last_end = subject, span.last
            last_paragraph = frame.paragraph
        last_sentence, outer_end = reading.sentence_of(span.last), span.last
    return found


def _is_pronoun(reading: Reading, subject: Subject, cue: int, behind: bool) -> bool:
    """Whether the verb's own subject is he or she, and the name was looked for further up."""
    near = {reading.lower(cue - 1), reading.lower(cue - 2), reading.lower(cue + 1) if behind else ""}
    return bool(near & {"he", "she"}) and subject.token < cue - 2


def _frame(reading: Reading, span: Span, before: Span | None, after: Span | None, paragraph: int) -> _Frame:
    sentence = reading.sentence_of(span.first)
    first = reading.sentences[sentence]
    floor = first if before is None else max(first, before.last + 1)
    tokens = reading.tokens
    closing = reading.sentence_of(span.last)
    ceiling = reading.bounds(closing)[1]
    if ceiling <= span.last < len(tokens) - 1 and tokens.words[span.inner_last] in "?!," and "\n" not in reading.text[tokens.end(span.last) : tokens.starts[span.last + 1]]:
        ceiling = min(span.last + _NEXT_SENTENCE, reading.bounds(closing + 1)[1])
    if after is not None:
        ceiling = min(ceiling, after.first - 1)
    gap = reading.text[tokens.end(span.first - 1) : tokens.starts[span.first]] if span.first else "\n\n"
    return _Frame(floor, min(ceiling, span.last + _FURTHEST), first >= span.first - 1, "\n" in gap, paragraph)


def _behind(reading: Reading, subjects: Subjects, span: Span, frame: _Frame) -> tuple[Subject | None, int | None]:
    """The cue behind a quotation: said X, X said, according to X."""
    found = reading.tokens.words
    say, _, _ = _verbs()
    i = span.last + 1
    if not span.closed:
        return None, None
    while i <= frame.ceiling and found[i] in ",-–—":
        i += 1
    if i > frame.ceiling:
        return None, None
    low = found[i].lower()
    if low in say and found[i].islower():
        subject = subjects.right_of(i, frame.ceiling)
        return subject, i
    if low == "according" and reading.lower(i + 1) == "to":
        return subjects.right_of(i + 1, frame.ceiling), i
    comma = found[span.inner_last] in _ENDS_OPEN or found[span.last + 1] in ",-–—"
    starts = i in reading.mention_at or found[i][0].isupper() or low in ("he", "she", "they", "it", "the", "a", "an", "one", "his", "her", "their") or low in speaker_nouns()
    for v in range(i + 1, frame.ceiling + 1):
        word = found[v]
        if word == ";":
            break
        if word in say and word.islower() and found[v - 1].lower() not in ("to", "of", "the", "a"):
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
            subject = subjects.left_of(v, floor)
            if subject is None and v + 1 <= frame.ceiling:
                subject = subjects.right_of(v, frame.ceiling)
            return subject, v
        if not comma and not starts and v - i > 20:
            break
    return None, None


_PLAIN = frozenset(["said", "says", "told", "wrote", "added", "tweeted"])


def _closes_clause(found: list[str], i: int, verb: int, ceiling: int) -> bool:
    """Whether "…, the minister said" ends a sentence that holds a quotation further up."""
    commas = [k for k in range(i, verb) if found[k] == ","]
    return bool(commas) and (verb + 1 > ceiling or found[verb + 1] in ".," or found[verb + 1] in ("on", "in", "at", "during", "last", "this")) and verb - commas[-1] <= 8


def _before(reading: Reading, subjects: Subjects, span: Span, frame: _Frame) -> tuple[Subject | None, int | None]:
    """The cue before a quotation, in its own sentence: X said, X called it, according to X."""
    found = reading.tokens.words
    _, any_verb, writing = _verbs()
    floor = max(frame.floor, span.first - _FURTHEST)
    for v in range(span.first - 1, floor - 1, -1):
        word = found[v]
        low = word.lower()
        if word in any_verb and (word.islower() or v == floor) and found[v - 1] != "-" and not (found[v - 1].lower() in ("to", "the", "a", "an") and word in ("call", "report", "reports", "claims", "use")):
            if _is_passive(found, v):
                by = next((k for k in range(span.last + 1, frame.ceiling) if found[k].lower() == "by"), None)
                subject = subjects.right_of(by, frame.ceiling) if by is not None else None
                if subject is not None or found[v] not in ("quoted",):
                    return subject, v
            if span.first - v > _FAR and span.inner_last - span.inner_first < _WORDS_OF_SPEECH and reading.lower(span.first - 1) not in (",", ":", "that") and reading.lower(v + 1) != "that":
                return None, None  # a few words in marks, far from any verb of speech
            sentence = reading.sentences[reading.sentence_of(span.first)]
            subject = subjects.left_of(v, sentence)
            if subject is None and v + 1 < span.first:
                inverted = subjects.right_of(v, span.first - 1)
                subject = inverted if v == sentence else None
            return subject, v
        if low == "according" and reading.lower(v + 1) == "to":
            return subjects.right_of(v + 1, span.first - 1), v
        if low in writing and v >= span.first - 3:
            subject = subjects.left_of(v + 1, floor)
            if subject is not None and subject.named:
                return subject, v
    if span.first - 1 >= floor and found[span.first - 1] == ":":
        return subjects.left_of(span.first - 1, floor), span.first - 1
    return None, None


def _is_passive(found: list[str], v: int) -> bool:
    """Was called, has been described: the subject is not who speaks."""
    back = [w.lower() for w in found[max(0, v - 3) : v]]
    return found[v].endswith("ed") and any(w in ("was", "were", "been", "being", "be") for w in back) and "having" not in back


def _joined(reading: Reading, end: int, first: int) -> bool:
    """Whether only a few words of one sentence stand between two quotations: "strong" and "fair"."""
    return 0 < first - end <= 12 and reading.sentence_of(end) == reading.sentence_of(first)


def _carried_on(reading: Reading, subjects: Subjects, span: Span, last: Subject | None) -> Subject | None:
    """The speaker of a paragraph that is all quotation: who the sentence before speaks of, if it says so, else the last."""
    sentence = reading.sentence_of(span.first) - 1
    if sentence < 0:
        return last
    first, end = reading.bounds(sentence)
    if reading.is_quoted(end) or reading.zones[sentence] != "body":
        return last
    _, any_verb, _ = _verbs()
    found = reading.tokens.words
    for v in range(end, first, -1):
        if found[v] in any_verb and found[v].islower() and not reading.is_quoted(v):
            return subjects.left_of(v, first) or last
    return last


def _nested(reading: Reading, subjects: Subjects, spans: list[Span], n: int) -> Voice:
    """A quotation inside another: whoever is said to speak within it, in so far as a name tells."""
    span = spans[n]
    _, any_verb, _ = _verbs()
    found = reading.tokens.words
    outer = next(s for s in reversed(spans[:n]) if s.first <= span.first and s.last >= span.last)
    for v in range(span.first - 1, max(outer.first, span.first - 5), -1):
        if found[v] in any_verb:
            name = subjects.covering(v - 1)
            return Voice(subjects.of_mention(name) if name is not None else None, v)
    return Voice(None, None)


def _reporter(reading: Reading, subjects: Subjects, cue: int, span: Span, frame: _Frame, subject: Subject | None) -> str | None:
    """Who reports the words: told Reuters, according to the ministry, quoted as saying by the agency."""
    found = reading.tokens.words
    low = found[cue].lower()
    end = frame.ceiling if cue > span.last else span.first - 1
    if low in ("told", "telling", "tells"):
        name = reading.mention_at.get(cue + 1) or (reading.mention_at.get(cue + 2) if reading.lower(cue + 1) in ("the", "a") else None)
        if name is not None and name.type != "person":
            return subjects.of_mention(name).text
    for k in range(cue + 1, end):
        word = found[k].lower()
        if (word == "to" and found[k - 1].lower() == "according") or (word == "by" and "quoted" in (reading.lower(cue), reading.lower(cue - 1), reading.lower(cue - 2), reading.lower(k - 1), reading.lower(k - 3))) or (word == "by" and found[k - 1].lower() in ("released", "published", "reported", "carried")):
            reporter = subjects.right_of(k, end)
            if reporter is not None and (subject is None or reporter.text != subject.text):
                return reporter.text
    return None
