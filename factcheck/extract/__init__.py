"""2  a Document becomes a Telling: its claims, sentences and names."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from factcheck.extract.events import attach_events
from factcheck.extract.reading import Reading
from factcheck.extract.subjects import focus_person
from factcheck.extract.word_classes import word_classes
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.telling import Telling
from factcheck.model.time_expression import TimeExpression

_PLACE = attrgetter("start", "end", "kind")
PRONOUN_WITHIN = 8  # tokens from the start of a sentence


def extract(document: Document) -> Telling:
    """Read one document; the claims come in order of place."""
    reading = Reading(document)
    names = _names(reading)
    claims: list[Claim] = []
    happenings: list[Claim] = []
    facts: list[Claim] = []  # what is told of a happening
    for kind in word_classes().kinds:
        found = happenings if kind.name == "happening" else claims if kind.name == "name" else facts
        found.extend(kind.read(reading, reading.hits[kind.name]))
    attach_events(reading, facts, happenings, names)
    claims += facts
    claims += happenings
    claims.sort(key=_PLACE)
    telling = Telling(document, claims, _spans(reading), reading.zones, names)
    telling.url_date = _date_of_url(document.url)
    return telling


def _spans(reading: Reading) -> list[tuple[int, int]]:
    """First offset of every sentence, and the one behind it."""
    starts, words, firsts = reading.tokens.starts, reading.tokens.words, reading.sentences
    behind = [*firsts[1:], len(words)]
    return [(starts[first], starts[end - 1] + len(words[end - 1])) for first, end in zip(firsts, behind, strict=False)]


def _date_of_url(url: str | None) -> TimeExpression | None:
    """The date that a URL spells, as at /2022/11/21/, or None; the page of an archive is of no one day."""
    if not url or "archive" in url.lower() or not any("0" <= c <= "9" for c in url):
        return None
    reading = Reading(Document(url[:2000], ""))
    dates = next(kind for kind in word_classes().kinds if kind.name == "date")
    return next((c.detail for c in dates.read(reading, reading.hits["date"]) if c.attribute == "url-date"), None)


def _names(reading: Reading) -> dict[int, tuple[str, ...]]:
    """The names of each sentence, as keys that further mentions share."""
    found: dict[int, list[str]] = {}
    sentence_index, at = reading.sentence_index, -1
    held: list[str] = []
    for mention in reading.mentions:
        sentence = sentence_index[mention.first]
        if sentence != at:
            at = sentence
            held = found[at] = [mention.key]
        elif mention.key not in held:
            held.append(mention.key)
    behind, firsts = -1, reading.mention_firsts
    for i in reading.pronouns:
        # A sentence that opens on "he" or "her" is about the person named before it.
        sentence = reading.sentence_index[i]
        first = reading.sentences[sentence]
        if sentence == behind or i >= first + PRONOUN_WITHIN:
            continue
        behind = sentence
        at = bisect_left(firsts, first)
        if at < len(firsts) and firsts[at] < i:
            continue
        person = focus_person(reading, i)
        if person is not None and person not in found.setdefault(sentence, []):
            found[sentence].append(person)
    return {sentence: tuple(keys) for sentence, keys in found.items()}
