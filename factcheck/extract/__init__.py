"""2  a Document becomes a Telling: its claims, sentences and names."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import add, attrgetter

from factcheck.extract.events import attach_events
from factcheck.extract.lost_signs import LOST, without_lost_signs
from factcheck.extract.reading import Reading
from factcheck.extract.sentences import LONGEST
from factcheck.extract.subjects import focus_person
from factcheck.extract.word_classes import word_classes
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.telling import Telling
from factcheck.model.time_expression import TimeExpression

_PLACE, _KEY = attrgetter("start", "end", "kind"), attrgetter("key")
_ARCHIVE = re.compile(r"//(?:web\.|www\.)?archive\.", re.IGNORECASE)
PRONOUN_WITHIN = 8  # tokens from the start of a sentence


def extract(document: Document, longest: int = LONGEST) -> Telling:
    """Read one document; the claims come in order of place. longest: characters of a sentence, see `sentences`."""
    reading = Reading(document, longest)
    names = _names(reading)
    claims: list[Claim] = []
    happenings: list[Claim] = []
    facts: list[Claim] = []  # what is told of a happening
    for kind in reading.kinds():
        found = happenings if kind.name == "happening" else claims if kind.name == "name" else facts
        found.extend(kind.read(reading, reading.hits.get(kind.name, [])))
    attach_events(reading, facts, happenings, names)
    claims += facts
    claims += happenings
    if LOST in document.text:
        claims = without_lost_signs(claims, document.text)
    claims.sort(key=_PLACE)
    telling = Telling(document, claims, _spans(reading), reading.zones, names)
    telling.run_on = reading.run_on
    telling.url_date = date_of_url(document.url)
    return telling


def _spans(reading: Reading) -> list[tuple[int, int]]:
    """First offset of every sentence, and the one behind it."""
    start, word = reading.tokens.starts.__getitem__, reading.tokens.words.__getitem__
    lasts = [first - 1 for first in reading.sentences[1:]]
    lasts.append(len(reading.tokens) - 1)
    ends = map(add, map(start, lasts), map(len, map(word, lasts)))
    return list(zip(map(start, reading.sentences), ends, strict=False))


def date_of_url(url: str | None) -> TimeExpression | None:
    """The date that a URL spells, as at /2022/11/21/, or None; a web archive's is the day on which it took the page."""
    if not url or _ARCHIVE.search(url) or not any("0" <= c <= "9" for c in url):
        return None
    reading = Reading(Document(url[:2000], ""))
    dates = next(kind for kind in word_classes().kinds if kind.name == "date")
    found = next((c for c in dates.read(reading, reading.hits.get("date", [])) if c.attribute == "url-date"), None)
    told = None if found is None else found.detail
    if found is None or not isinstance(told, TimeExpression) or "archive" in url[found.end :].lower():
        return None
    return None if told.day is None and "archive" in url.lower() else told  # a list of a week, month or year


def _names(reading: Reading) -> dict[int, tuple[str, ...]]:
    """The names of each sentence, as keys that further mentions share."""
    found: dict[int, list[str]] = {}
    sentence_index, at = reading.sentence_index, -1
    held: list[str] = []
    for sentence, key in zip(map(sentence_index.__getitem__, reading.mention_firsts), map(_KEY, reading.mentions), strict=True):
        if sentence != at:
            at = sentence
            held = found[at] = [key]
        elif key not in held:
            held.append(key)
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
