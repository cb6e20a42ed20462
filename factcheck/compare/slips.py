"""Slips of the pen in names: a letter left out, or letters in the wrong order, as in Evanville and Klistchko.

Two genuine names seldom differ so little in the middle and stand in documents of one story. What an ordinary word is, or a name
that the lists know, is no slip; nor are two people's names that the documents give with other names beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from factcheck.compare.case import OUTSIDE, Case
from factcheck.compare.from_arabic import one_from_arabic
from factcheck.compare.people import is_transcription, transcribed_loosely
from factcheck.lexicon import vocabulary, words

LEAST = 6  # letters of the shorter name
LONGEST = 60  # letters of a word that is looked at: the ways to leave one out grow with them
ORDER = 4  # letters that may be in another order
EXCHANGED = 7  # letters of a name in which they may, where they are more than two
TRIED = 200  # documents with a spelling that are looked at
_NAME = re.compile(r"(?<![^\W_])(?<![@#/.\\=?&])[^\W\d_]{5,}(?![^\W_])(?![@/=])")
_CODE = re.compile(r"(?<![^\W_])(?<![$€£#/.-])([A-Z]{1,3})[ -]?(\d{3,5})(?![^\W_])(?![.,:]\d)(?![%-])")
_SIC = re.compile(r"[”\"']?\s?\[sic\]")
_FIRST = itemgetter(0)
GROUP = 12  # names of the same letters, of more than which none is a slip of another
TWICE = 2  # places of a name that has a letter more or less elsewhere, unless the same words stand beside both
_BEFORE, _BEHIND = re.compile(r"(?<![^\W_])[^\W\d_]{1,30} [^\W\d_]{1,30} \Z"), re.compile(r" ([^\W\d_]{4,30})(?![^\W_])")
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{1,30})\W{1,3}\Z")
NEAR = 40  # characters beside a name in which the words beside it stand

MISSING = "a letter is missing in one of them"
DOUBLE = "a letter is doubled in one of them"
VOWEL = "a vowel is another one"
DIGITS = "the digits stand in another order in one of them"
_VOWELS = re.compile(r"[aeiouy]")
OFTEN = 3  # places of a name of which a vowel is another one elsewhere


class Slip(NamedTuple):
    """odd, usual: the two spellings, in lower case; how: what differs; places: of each the document, and where it stands there."""

    odd: str
    usual: str
    how: str
    places: tuple[tuple[tuple[str, int, int], ...], tuple[tuple[str, int, int], ...]]


def slips(case: Case) -> list[Slip]:
    """Every pair of spellings of one name of which one is a slip, in order of the alphabet."""
    found = _names(case)
    held = list(_of_one_name(case, found, sorted(_candidates(found))))
    odds = {slip.odd for slip in held}
    # Two slips of one name are each held against the name.
    return [s for s in held if s.usual not in odds and (_stands_often(case, s) or _alike_beside(case, s)) and _is_named(case, s) and not _side_by_side(case, s.places)]


def codes(case: Case) -> list[Slip]:
    """Every pair of numbers with letters, of a flight or a road, that have the same digits in another order: QV7302 and QV7023.

    One of them stands once, and the same word before both.
    """
    alike: dict[str, dict[str, list[tuple[str, int, int]]]] = defaultdict(lambda: defaultdict(list))
    for telling in case.on_trial:
        for match in _CODE.finditer(telling.document.text):
            sentence = _sentence(telling.sentences, match.start())
            if sentence >= 0 and telling.zones[sentence] not in OUTSIDE:
                alike[match[1] + "".join(sorted(match[2]))][match[1] + match[2]].append((telling.document.id, match.start(), match.end()))
    held: list[Slip] = []
    for found in (f for _, f in sorted(alike.items()) if 1 < len(f) <= GROUP):
        odd, *_, usual = sorted(found, key=lambda code: (len(found[code]), code))
        if len(found[odd]) == 1 and len(found[usual]) >= TWICE:
            documents = {d for d, _, _ in found[odd]}
            inside = [place for place in found[usual] if place[0] in documents]
            related = case.alignment.contexts.documents.related
            places = inside or [place for place in found[usual][:TRIED] if related(found[odd][0][0], place[0])]
            slip = Slip(odd, usual, DIGITS, (tuple(found[odd]), tuple(places)))
            if places and not _side_by_side(case, slip.places) and _word_before(case, found[odd][0]) in {_word_before(case, p) for p in places}:
                held.append(slip)
    return held


def _word_before(case: Case, place: tuple[str, int, int]) -> str:
    """The word right before a place in a text, in lower case."""
    document, start, _ = place
    told = _WORD_BEFORE.search(case.documents[document].text[max(0, start - NEAR) : start])
    return told[1].lower() if told is not None else ""


def transcriptions(case: Case) -> list[Slip]:
    """Every pair of spellings of one name from another alphabet, in two documents on one story: Zeitun and Zeitoun."""
    found = _names(case)
    sounds: dict[str, list[str]] = defaultdict(list)
    for word in sorted(found):
        if len(word) >= LEAST:
            sounds[transcribed_loosely(word)].append(word)
    pairs = [(a, b, "") for alike in sounds.values() for n, a in enumerate(alike) for b in alike[n + 1 :] if is_transcription(a, b)]
    return list(_of_one_name(case, found, pairs, across=True))


def usual_elsewhere(case: Case, slip: Slip) -> dict[str, list[tuple[str, int, int]]]:
    """The places of a slip's usual spelling in each other document on the story that has it alone: they bear it out."""
    found, related = _names(case), case.alignment.contexts.documents.related
    own, odd = {d for places in slip.places for d, _, _ in places}, {d for d, _, _ in found[slip.odd]}
    others: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    first = slip.places[0][0][0]
    for place in found[slip.usual]:
        if place[0] in others or (len(others) < TRIED and place[0] not in own and place[0] not in odd and related(first, place[0])):
            others[place[0]].append(place)
    return dict(others)


def _names(case: Case) -> dict[str, list[tuple[str, int, int]]]:
    """Words with a capital in the documents' own text, in lower case, with their places: document, start and end."""
    known = case.worked_out.get("words with a capital")
    if known is not None:
        return known
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for telling in case.on_trial:
        for match in _NAME.finditer(telling.document.text):
            sentence = _sentence(telling.sentences, match.start())
            if match[0][0].isupper() and len(match[0]) <= LONGEST and sentence >= 0 and telling.zones[sentence] not in OUTSIDE and not _SIC.match(telling.document.text, match.end()):
                found[match[0].lower()].append((telling.document.id, match.start(), match.end()))
    case.worked_out["words with a capital"] = found
    return found


def _of_one_name(case: Case, found: dict[str, list], pairs: list[tuple[str, str, str]], *, across: bool = False) -> Iterator[Slip]:
    """The pairs that can be one name's spellings. across: in two documents, as transcriptions are; else slips."""
    for a, b, how in pairs:
        odd, usual = sorted((a, b), key=lambda w: (len({d for d, _, _ in found[w]}), len(found[w]), w in vocabulary(), w))
        if odd in vocabulary() or _is_word(case, odd, found) or _is_word(case, usual, found):
            continue
        for where in _of_one_story(case, odd, usual, found, across):
            if _may_be_one(case, odd, usual, where):
                yield Slip(odd, usual, how, where)


def _candidates(found: dict[str, list]) -> set[tuple[str, str, str]]:
    """Pairs of spellings with the difference of a slip, each found by what the two share."""
    pairs: set[tuple[str, str, str]] = set()
    same_letters: dict[str, list[str]] = defaultdict(list)
    for word in found:
        same_letters["".join(sorted(word))].append(word)
        if len(word) > LEAST:
            for i in range(1, len(word) - 2):
                shorter = word[:i] + word[i + 1 :]
                if shorter in found:
                    pairs.add((min(word, shorter), max(word, shorter), DOUBLE if word[i] in (word[i - 1], word[i + 1]) else MISSING))
    bare: dict[str, list[str]] = defaultdict(list)
    for word in found:
        if len(word) >= EXCHANGED:
            bare[_VOWELS.sub("*", word)].append(word)
    for alike in (w for w in bare.values() if 1 < len(w) <= GROUP):
        pairs.update((min(a, b), max(a, b), VOWEL) for n, a in enumerate(alike) for b in alike[n + 1 :] if _is_of_one_vowel(a, b))
    for alike in (w for w in same_letters.values() if len(w) <= GROUP):
        pairs.update((min(a, b), max(a, b), "letters stand in another order") for n, a in enumerate(alike) for b in alike[n + 1 :] if _is_exchanged(a, b))
    return pairs


def _is_of_one_vowel(a: str, b: str) -> bool:
    """Whether two words differ in one vowel inside: not Petersen and Peterson, Martin and Martyn."""
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(differing) == 1 and 0 < differing[0] < len(a) - 2


def _is_exchanged(a: str, b: str) -> bool:
    """Whether two words of the same letters differ in the order of a few in the middle."""
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    first, last = differing[0], differing[-1]
    length = last - first + 1
    return first > 0 and last < len(a) - 1 and (length == 2 or (length <= ORDER and len(a) >= EXCHANGED))


def _is_word(case: Case, name: str, found: dict[str, list]) -> bool:
    """Whether a document that has a name has it in lower case, too."""
    pattern = re.compile(rf"(?<![^\W_]){name}(?![^\W_])")
    return any(pattern.search(case.documents[d].text) for d in sorted({d for d, _, _ in found[name]})[:TRIED])


def _of_one_story(case: Case, odd: str, usual: str, found: dict[str, list], across: bool) -> Iterator[tuple]:
    """Where the two spellings stand: once for each document that has both by itself, so that a copy has its own, or once for the
    documents that tell of the same people and places."""
    in_odd, in_usual = ({d: None for d, _, _ in found[w]} for w in (odd, usual))
    both = [d for d in in_odd if d in in_usual]
    if both:
        kept = [{d} for d in both[:TRIED]] if not across else []
    elif (is_transcription(odd, usual) or one_from_arabic(case, odd, usual)) != across:
        kept = []  # which of two transcriptions a paper keeps to is its own affair
    else:
        related = case.alignment.contexts.documents.related
        kept = [{x for a in list(in_odd)[:TRIED] for b in list(in_usual)[:TRIED] if related(a, b) for x in (a, b)}]
    for documents in kept:
        one, two = (tuple(place for place in found[w] if place[0] in documents) for w in (odd, usual))
        if one and two:
            yield one, two


def _is_named(case: Case, slip: Slip) -> bool:
    """Whether one of the spellings has its capital somewhere else than where a sentence opens: Conversation stopped."""
    told = {t.document.id: t.sentences for t in case.on_trial}
    return any(told[d][_sentence(told[d], start)][0] != start for d, start, _ in slip.places[0] + slip.places[1])


def _stands_often(case: Case, slip: Slip) -> bool:
    """Whether a difference needs no words beside it to be a slip: Hofmann and Hoffmann are two names."""
    if slip.how == VOWEL:
        return len(slip.places[0]) == 1 and len(slip.places[1]) + sum(map(len, usual_elsewhere(case, slip).values())) >= OFTEN
    return slip.how != DOUBLE and (slip.how != MISSING or len(slip.places[1]) >= TWICE)


def _alike_beside(case: Case, slip: Slip) -> bool:
    """Whether the same words stand beside both: the Ministry of Enviroment, Fahora school."""
    odd, usual = ({word for place in places[:TRIED] for word in _beside(case, *place)} for places in slip.places)
    return not odd.isdisjoint(usual)


def _beside(case: Case, document: str, start: int, end: int) -> Iterator[str]:
    """The two words before a place in a text, where one of them has a capital, and the word behind it, where it is no small one."""
    text = case.documents[document].text
    before, behind = _BEFORE.search(text[max(0, start - NEAR) : start]), _BEHIND.match(text[end : end + NEAR])
    if before is not None and not before[0].islower():
        yield before[0].lower()
    if behind is not None and behind[1].lower() not in words("structure", "function_words"):
        yield behind[0].lower()


def _sentence(sentences: list[tuple[int, int]], at: int) -> int:
    """The sentence in which an offset lies."""
    return bisect_right(sentences, at, key=_FIRST) - 1


def _side_by_side(case: Case, where: tuple) -> bool:
    """Whether a sentence has both spellings: Thompson beat Thomson; Hannover, in English Hanover."""
    told = {t.document.id: t.sentences for t in case.on_trial}
    sentences = [{(d, _sentence(told[d], start)) for d, start, _ in places[:TRIED]} for places in where]
    return not sentences[0].isdisjoint(sentences[1])


def _may_be_one(case: Case, odd: str, usual: str, where: tuple) -> bool:
    """Whether no names beside the two spellings show that they are two people's: Kathryn Lowe and Katheryn Bell."""
    documents = {d for places in where for d, _, _ in places}
    names = {(c.document, c.value.canonical) for c in case.claims_of("name") if c.document in documents and " " in c.value.canonical}
    with_odd, with_usual = ([(d, name) for d, name in names if word in name.split()] for word in (odd, usual))
    if not with_odd:
        return True
    if not with_usual:
        return len(documents) == 1
    mended = [(d, name.replace(odd, usual)) for d, name in with_odd]
    if any(x == y for x in mended for y in with_usual):
        return False  # a document that gives both in full knows Marina Silva and Mariana Silva
    return any(x == y or x.endswith(f" {y}") or y.endswith(f" {x}") for _, x in mended for _, y in with_usual)
