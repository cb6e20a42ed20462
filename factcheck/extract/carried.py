"""Who speaks a quotation that nothing brings in: whoever spoke the one before, or of whom the sentence before tells."""

from __future__ import annotations

from factcheck.extract.cues import INVERTED, verbs
from factcheck.extract.persons import Subject, single_pronouns, speaker_nouns
from factcheck.extract.quotes import Span
from factcheck.extract.reading import Reading
from factcheck.extract.speaking import Subjects


def is_sentence(reading: Reading, span: Span) -> bool:
    """Whether a quotation is a sentence of its own, however short: a plain no."""
    found = reading.tokens.words
    return span.closed and found[span.inner_last] in ".!?" and found[span.inner_first][:1].isupper()


def joined(reading: Reading, end: int, first: int) -> bool:
    """Whether only a few words of one sentence stand between two quotations: "strong" and "fair"."""
    return 0 < first - end <= 12 and reading.sentence_of(end) == reading.sentence_of(first)


def of_sentence_before(reading: Reading, subjects: Subjects, span: Span) -> Subject | None:
    """The person on whom the sentence right before a quotation without a cue opens: Anna Holt was angry. “…”"""
    sentence = reading.sentence_of(span.first) - 1
    if sentence < 0 or reading.zones[sentence] != "body":
        return None
    first, end = reading.bounds(sentence)
    if reading.is_quoted(end) or reading.is_quoted(first) or "\n\n" in reading.tokens.slice(end, span.first):
        return None
    if reading.tokens.low[first] in single_pronouns():
        return subjects.person_before(first)  # She paused. “…”
    name = reading.mention_at.get(first)
    return subjects.of_mention(name) if name is not None and subjects.pronoun(name) else None


def carried_on(reading: Reading, subjects: Subjects, span: Span, last: Subject | None) -> Subject | None:
    """The speaker of a paragraph that is all quotation: who the sentence before speaks of, if it says so, else the last."""
    sentence = reading.sentence_of(span.first) - 1
    if sentence < 0:
        return last
    first, end = reading.bounds(sentence)
    if reading.is_quoted(end) or reading.zones[sentence] != "body":
        return last
    _, any_verb, _ = verbs()
    found = reading.tokens.words
    for v in range(end, first, -1):
        if found[v] in any_verb and found[v].islower() and not reading.is_quoted(v):
            inverted = found[v - 1] == "," and found[v] in INVERTED and v + 1 in reading.mention_at  # it was sold, said Holt. “…”
            subject = subjects.right_of(v, end) if inverted else subjects.left_of(v, first)
            if subject is None or reading.is_quoted(subject.token):
                return last
            return subject if subject.named or subject.text.split()[-1].lower() in speaker_nouns() else last
    if found[end] == ":":
        return subjects.first_of_clause(end - 1, first)  # Holt had this advice for the guards: “…”
    return last


def noun_before(reading: Reading, subjects: Subjects, who: Subject, cue: int) -> Subject | None:
    """Who spoke without a name in the sentence before, where nothing is sure to be the person that "he" means: a local
    official told a paper. “…,” he added."""
    sentence = reading.sentence_of(cue) - 1
    while sentence >= 0 and reading.is_quoted(reading.bounds(sentence)[0]):
        sentence -= 1
    if sentence < 0 or (who.mention is not None and subjects.pronoun(who.mention)):
        return None
    first, end = reading.bounds(sentence)
    say, _, _ = verbs()
    found = reading.tokens.words
    for v in range(end, first, -1):
        if found[v] in say and not reading.is_quoted(v):
            subject = subjects.left_of(v, first)
            single = subject is not None and not subject.named and found[v - 1] in speaker_nouns() and found[v - 1][-1] != "s"
            return subject if single else None
    return None
