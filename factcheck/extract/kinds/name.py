"""A person, place or organisation: one claim for every spelling of a name in a document, at its first place.

In a headline only a full name that begins with a known given name is read. Not read as names: words that are capitalised only
because they open a sentence or stand in a headline; a word that opens a sentence and speaks ("Dhal said") is read where the
document names somebody whose surname begins and ends as it does.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.names import Mention, bare, canonical, fold, given_names
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.value import Name

_SAYS = words("speech", "verbs.say")
_OUTSIDE = frozenset(("headline", "link", "aside", "byline"))
_MARKS = frozenset("\"“”'‘’")
_BETWEEN = frozenset(("also", "then", "later", "has", "had", "who"))
_SHORTEST = 4  # letters of a surname that a misspelling of it is looked for


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the names of the story's own text."""
    seen: set[tuple[str, ...]] = set()
    titled: set[tuple[str, ...]] = set()
    zones, sentence_index = reading.zones, reading.sentence_index
    found = reading.tokens.words
    for mention in reading.mentions:
        words_ = mention.words
        if words_ in seen:
            continue
        first, last = mention.first, mention.last
        zone = zones[sentence_index[first]]
        if zone in _OUTSIDE:
            if zone == "headline" and first < last and words_[0] in given_names() and words_ not in titled:
                titled.add(words_)
                yield _claim(reading, first, last, zone, mention.type)
            continue
        seen.add(words_)
        yield _claim(reading, first, last, zone, mention.type)
        if last + 3 < len(found) and found[last + 1] in _MARKS and words_[-1] in given_names() and (surname := _behind_nickname(reading, last)) is not None:
            yield _claim(reading, first, surname.last, zone, "person", f"{reading.tokens.slice(first, last)} {reading.tokens.slice(surname.first, surname.last)}")
    yield from _misspelt(reading)


def _claim(reading: Reading, first: int, last: int, zone: str, type: str, plain: str | None = None) -> Claim:
    """plain: the name without what stands inside it."""
    tokens = reading.tokens
    spelled = bare(tokens.words[first] if first == last else tokens.slice(first, last))
    start = tokens.starts[first]
    value = Name(spelled, canonical(plain or spelled), type)
    return Claim(reading.document.id, "name", start, start + len(spelled), spelled, value, "name", None, reading.sentence_index[first], first, zone)


def _behind_nickname(reading: Reading, last: int) -> Mention | None:
    """The surname in Maria "Mia" Rossi."""
    found = reading.tokens.words
    for close in (last + 3, last + 4):
        if close + 1 < len(found) and found[close] in _MARKS and all(found[i][0].isalpha() for i in range(last + 2, close)):
            return reading.mention_at.get(close + 1)
    return None


def _misspelt(reading: Reading) -> Iterable[Claim]:
    """Words that open a sentence and speak, if somebody's surname begins and ends alike."""
    surnames = {(name[0], name[-1]): name for name in reading.by_surname if len(name) >= _SHORTEST}
    if not surnames:
        return
    found, lower, says, told = reading.tokens.words, reading.tokens.low, _SAYS, set()
    for first in reading.sentences:
        verb = first + 2 if lower[first + 1] in _BETWEEN else first + 1
        if lower[verb] not in says or first in reading.mention_at or not found[first][0].isupper():
            continue
        name = fold(found[first])
        like = surnames.get((name[0], name[-1]))
        if like is None or name == like or name in told or name[-1] == "s" or len(name) < _SHORTEST or abs(len(name) - len(like)) > 1:
            continue
        if name in words("structure", "function_words") or name in words("structure", "openers") or reading.zones[reading.sentence_index[first]] != "body":
            continue
        told.add(name)
        yield _claim(reading, first, first, "body", "unknown")


KIND = Kind("name", 75, "name", read, reads="names")
