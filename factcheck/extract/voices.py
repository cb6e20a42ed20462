"""Who speaks each quotation: by the cue behind it, before it, or in the sentence before; else whoever spoke last."""

from __future__ import annotations

from factcheck.extract.carried import carried_on, is_sentence, joined, of_sentence_before
from factcheck.extract.cues import cue_before, cue_behind, frame_of, is_pronoun, reporter_of, verbs
from factcheck.extract.persons import Subject
from factcheck.extract.quotes import Span
from factcheck.extract.reading import Reading
from factcheck.extract.speaking import QUOTING, Subjects

_SINCE_LAST = 2  # paragraphs without a quotation after which the last speaker is forgotten
_WORDS_OF_SPEECH = 4  # a quotation of so many words without a cue may carry on from the last one
_SENTENCES_ON = 2  # within so many of a quotation "he" is who spoke it, if nobody is named between
_THINGS = frozenset(("it", "they"))
_ANSWERS = frozenset(("answered", "replied", "responded", "answers", "replies", "responds"))


class Voice:
    """Whose words a quotation is. speaker: as printed, or None; named: whether that is a name; person: whether it is sure to
    be a person's; cue: token of the verb; reporter: who reports it; tail: it goes on after "he said"."""

    __slots__ = ("cue", "named", "person", "reporter", "speaker", "tail")

    def __init__(self, subject: Subject | None, cue: int | None, *, tail: bool = False, reporter: str | None = None, person: bool = False) -> None:
        self.speaker = subject.text if subject is not None else None
        self.named = subject is not None and subject.named
        self.person = person
        self.cue = cue
        self.tail = tail
        self.reporter = reporter


def voices(reading: Reading, spans: list[Span], paragraphs: list[tuple[int, int]]) -> list[Voice]:
    """One voice a span, in order; paragraphs: the numbers of those in which each begins and ends."""
    lower = reading.tokens.low
    subjects = Subjects(reading)
    found: list[Voice] = []
    last: Subject | None = None
    asked: Subject | None = None
    question = False
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
        frame = frame_of(reading, span, before, after, paragraphs[n][0])
        subject, cue = cue_behind(reading, subjects, span, frame)
        reporter = None
        tail = False
        by_report = cue is not None and lower[cue] == "according"
        if (subject is None and cue is None) or by_report:
            earlier, earlier_cue = cue_before(reading, subjects, span, frame)
            if earlier is not None and by_report:
                reporter = subject.text if subject is not None else None  # X called it "…", according to Y
            if earlier is not None or not by_report:
                subject, cue = earlier, earlier_cue
        same = before is not None and frame.paragraph == last_paragraph
        if subject is not None and last is not None and cue is not None and subject.token <= last_end and reading.sentence_of(cue) - reading.sentence_of(last_end) <= _SENTENCES_ON and is_pronoun(reading, subject, cue, cue > span.last):
            if question and lower[cue] in _ANSWERS:
                subject = asked if asked is not None else subject if subject.text != last.text else None
            elif not _other_sex(reading, subjects, last, cue):
                subject = last  # he, right behind a quotation, is who spoke it
        if subject is None and cue is not None and lower[cue - 1] in _THINGS:
            if last is not None and reading.sentence_of(cue) - reading.sentence_of(last_end) <= 1 and not (last.mention is not None and subjects.pronoun(last.mention)):
                subject = last  # it said, of the airline that spoke before
            elif lower[cue - 1] == "it":
                subject = subjects.body_before(cue)
        if subject is None and same and before is not None:
            first_of_sentence = reading.sentence_of(span.first)
            tail = (frame.starts_sentence and first_of_sentence - last_sentence <= 1) or span.first - outer_end <= 3
            if tail or cue is not None or joined(reading, outer_end, span.first):
                subject = last
        elif subject is not None and same and last is not None and subject.text == last.text and cue is not None and cue > outer_end and cue < span.first:
            tail = True
        if subject is None and cue is None:
            long, whole = span.inner_last - span.inner_first >= _WORDS_OF_SPEECH, is_sentence(reading, span)
            if frame.starts_paragraph and (long or (whole and not question and frame.paragraph - last_paragraph == 1)):
                subject = carried_on(reading, subjects, span, last if frame.paragraph - last_paragraph <= _SINCE_LAST else None)
            if subject is None and frame.starts_sentence and (long or whole):
                subject = of_sentence_before(reading, subjects, span)
        quoted = None
        if cue is not None and not QUOTING.isdisjoint(lower[max(0, cue - 3) : cue + 1]):
            quoted = next((q for v in range(cue - 3, cue + 1) if (q := subjects.quoted_by_another(v)) is not None), None)
        if quoted is not None:
            subject, reporter = quoted[0], quoted[1].text if quoted[1] is not None else None
        if cue is not None:
            reporter = reporter or reporter_of(reading, subjects, cue, span, frame, subject)
        person = subject is not None and subject.mention is not None and subjects.pronoun(subject.mention) != ""
        found.append(Voice(subject, cue, tail=tail, reporter=reporter, person=person))
        if subject is not None:
            last, last_end = subject, span.last
            last_paragraph = paragraphs[n][1]
            question = lower[span.inner_last] == "?"
            asked = _addressee(reading, subjects, subject, cue) if question and cue is not None else None
        last_sentence, outer_end = reading.sentence_of(span.last), span.last
    return found


def _other_sex(reading: Reading, subjects: Subjects, who: Subject, cue: int) -> bool:
    """Whether "he" or "she" beside a verb cannot be somebody."""
    lower = reading.tokens.low
    said = next((w for w in (lower[cue - 1], lower[cue + 1], lower[cue - 2]) if w in ("he", "she")), "")
    known = subjects.pronoun(who.mention) if who.mention is not None else ""
    return bool(said) and known in ("he", "she") and known != said


def _addressee(reading: Reading, subjects: Subjects, who: Subject, cue: int) -> Subject | None:
    """Whom a question is put to: Holt asked | Cole, "…?"; he answers it."""
    name = reading.mention_at.get(cue + 1)
    if name is None or reading.tokens.low[cue] not in ("asked", "told", "asks") or name.type in ("place", "organisation") or name is who.mention:
        return None
    return subjects.of_mention(name)


def _nested(reading: Reading, subjects: Subjects, spans: list[Span], n: int) -> Voice:
    """A quotation inside another: whoever is said to speak within it, in so far as a name tells."""
    span = spans[n]
    _, any_verb, _ = verbs()
    found = reading.tokens.words
    outer = next(s for s in reversed(spans[:n]) if s.first <= span.first and s.last >= span.last)
    for v in range(span.first - 1, max(outer.first, span.first - 5), -1):
        if found[v] in any_verb:
            name = subjects.covering(v - 1)
            return Voice(subjects.of_mention(name) if name is not None else None, v)
    return Voice(None, None)


