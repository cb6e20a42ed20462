"""A misspelt name: one person, place or body, of which a letter differs inside one document or between two.

Why it matters: a wrong letter makes another person of somebody, and nobody forgives it.
Conflict: "Anna Smyth" in one paper and "Anna Smith" in the other, of one story; "said Cowen", where the paper has named no
Cowen but Mr. Cowan; "his wife, Stacy" and "his wife, Stacey".
Silent: two people of one surname, or of two alike ones who are both introduced; Jim for James; a name from another alphabet in
two transcriptions; documents that tell of other people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from factcheck.compare.body_names import in_two_numbers
from factcheck.compare.case import Case
from factcheck.compare.from_arabic import one_from_arabic
from factcheck.compare.naming import FullName, full_names, is_person, pairs, places, point_at, printed
from factcheck.compare.people import (
    SAME,
    SPELLED,
    given_names,
    given_relation,
    is_slip,
    is_transliterated,
    person_name,
    relation,
)
from factcheck.compare.protocol import Rule
from factcheck.compare.slips import DIGITS, codes, slips, usual_elsewhere
from factcheck.lexicon import table, vocabulary, words
from factcheck.lexicon.places import demonyms
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, WARNING, Evidence, Finding

NAME = "name-misspelt"
LETTER = "a letter differs"
MANY = 60  # lone names of one document that are held against its full ones
NEAREST = 2  # documents with the other spelling that a finding shows: those that tell most of the same people
PLACES = 20  # places of one spelling that a finding shows
VOWEL = 5  # letters of a surname of which a vowel may be wrong where nobody speaks
TWO = 2  # letters that may be wrong where somebody of the name speaks
_VOWELS = frozenset("aeiou")
_RELATIVE = re.compile(r"\b(wife|husband|son|daughter|brother|sister|mother|father|widow|fiancée?|girlfriend|boyfriend)(?:, | )\Z")


@cache
def _says() -> re.Pattern[str]:
    verbs = "|".join(sorted(table("speech")["verbs"]["say"].split()))
    return re.compile(rf"\b(?:{verbs})\b")


def find(case: Case) -> Iterable[Finding]:
    """One finding for each pair of spellings.

    A draft is looked at by itself: that a source spells a name otherwise does not speak against what it says of somebody.
    """
    if case.drafts and not _may_be_misspelt({c.value.canonical.rpartition(" ")[2] for c in case.claims_of("name") if c.document in case.drafts}):
        return
    told: list[tuple[frozenset[str], set[str]]] = []  # of each finding the words that one side alone has, and its documents
    for finding in chain(_in_full(case), _by_surname(case), _relatives(case), _bodies(case), _slips(case)):
        sides = [{word for e in finding.evidence if e.side == side for word in e.text.lower().split()} for side in (0, 1)]
        documents = {e.document for e in finding.evidence}
        if any(differs <= sides[0] | sides[1] and not documents.isdisjoint(others) for differs, others in told):
            continue  # one slip is told once
        told.append((frozenset(sides[0] ^ sides[1]), documents))
        if not case.drafts or documents <= case.drafts:
            yield finding


def _may_be_misspelt(surnames: set[str]) -> bool:
    """Whether two of a few surnames are near enough to be one: of about one length, with the same letter at one end."""
    return any(a < b and abs(len(a) - len(b)) <= 2 and (a[:1] == b[:1] or a[-1:] == b[-1:]) for a in surnames for b in surnames)


def _in_full(case: Case) -> Iterator[Finding]:
    """Two full names that differ by a letter."""
    for a, b, how in pairs(case):
        if how != SPELLED or not (is_person(a, case) or is_person(b, case)) or not _one_word_apart(a, b):
            continue
        both = a.documents & b.documents
        if both and not all(_once(case, a, b, document) for document in sorted(both)):
            continue  # a document that introduces both by name knows two people
        yield _finding(case, *_nearest(case, a, b), "two spellings of one full name")


def _one_word_apart(a: FullName, b: FullName) -> bool:
    """Whether nothing else than the misspelt word keeps two names apart: no two middle names, no plural."""
    one, two = sorted((a.name.surname, b.name.surname), key=len)
    return two != one + "s" or (a.name.given in given_names() and not a.name.middle and not b.name.middle)


def _once(case: Case, a: FullName, b: FullName, document: str) -> bool:
    """Whether one of two spellings stands once in a document, and the other more often or in another document."""
    few, more = sorted((a, b), key=lambda x: (_count(case, x, document), len(x.documents)))
    return _count(case, few, document) == 1 and (_count(case, more, document) > 1 or bool(more.documents - few.documents))


def _count(case: Case, entry: FullName, document: str) -> int:
    """How often a document writes the surname of a name as the name does."""
    return sum(len(places(case, document, form)) for form in {_last(c) for c in entry.claims if c.document == document})


def _nearest(case: Case, a: FullName, b: FullName) -> tuple[list[Claim], list[Claim]]:
    """The claims of two spellings; of the more frequent one those in the documents that share most names with the other's."""
    few, more = sorted((a, b), key=lambda x: (len(x.documents), x.name))
    nearest = _closest(case, few.claims[0].document, more.documents)
    return few.claims[:MANY], [c for c in more.claims if c.document in nearest]


def _last(claim: Claim) -> str:
    return claim.text.split()[-1]


def _by_surname(case: Case) -> Iterator[Finding]:
    """A surname by itself that nobody introduced, like that of one whom the document does introduce, where somebody speaks or
    a vowel alone is another."""
    introduced: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    parts: dict[str, set[str]] = defaultdict(set)
    everywhere: set[str] = set()
    for entry in full_names(case):
        if is_person(entry, case):
            everywhere.add(entry.name.surname)
            for claim in entry.claims:
                introduced[claim.document][entry.name.surname].append(claim)
    lone: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("name"):
        found = claim.value.canonical.split()
        if len(found) > 1:
            parts[claim.document].update(found)
        elif claim.value.type == "unknown" and claim.zone == "body":
            lone[claim.document].append(claim)
    for document in sorted(lone):
        for claim in lone[document][:MANY]:
            word = claim.value.canonical
            if word in everywhere or word in parts[document] or _is_no_surname(word):
                continue
            speaks = None
            for surname, claims in sorted(introduced[document].items()):
                if any(c.sentence == claim.sentence for c in claims):
                    continue  # two people, side by side
                if word[0] != surname[0] or word in (surname + "s", surname[:-1]) or is_transliterated(word, surname) or one_from_arabic(case, word, surname):
                    continue
                near = is_slip(word, surname)
                if not near and not (word[-1] == surname[-1] and is_slip(word, surname, TWO)):
                    continue
                if speaks is None:
                    speaks = _speaks(case, claim) or _another_vowel(word, surname)
                if speaks:
                    yield _finding(case, [*claims, *_elsewhere(case, claims[0], claim)], [claim], f"{document} introduces nobody of the name {claim.text}")
                    break


def _another_vowel(word: str, surname: str) -> bool:
    """Whether a word that no list knows has a vowel of a surname changed: Olsen, where the paper has introduced an Olson."""
    if len(word) != len(surname) or len(word) < VOWEL or word in vocabulary():
        return False
    return all({x, y} <= _VOWELS for x, y in zip(word, surname, strict=True) if x != y)


def _elsewhere(case: Case, claim: Claim, odd: Claim) -> list[Claim]:
    """The same person's full name in the documents that share most names with that of a claim, and do not have the slip too."""
    own = person_name(claim)
    others = [c for e in full_names(case) if own is not None and relation(own, e.name) == SAME for c in e.claims if c.document != claim.document and case.related(claim, c) and not places(case, c.document, odd.text)]
    kept = _closest(case, claim.document, {c.document for c in others})
    return [c for c in others if c.document in kept]


def _closest(case: Case, document: str, others: set[str]) -> list[str]:
    """Of other documents the few that share the largest part of their names with one."""
    own = case.alignment.contexts.documents.names(document)
    shared = {d: len(own & names) / len(own | names) if own or names else 1.0 for d in others for names in (case.alignment.contexts.documents.names(d),)}
    return sorted(others, key=lambda d: (-shared[d], d))[:NEAREST]


def _is_no_surname(word: str) -> bool:
    """Whether a word with a capital is known for something else than a person's surname."""
    return word in demonyms() or word in given_names() or word in words("structure", "openers") or word in words("structure", "function_words") or word in words("names", "organisation_heads") or word in words("names", "titles")


def _speaks(case: Case, claim: Claim) -> bool:
    """Whether a verb of speech stands right before or behind a name, or a form of address before it."""
    text = case.documents[claim.document].text
    for start, end in places(case, claim.document, claim.text):
        before, behind = text[max(0, start - 14) : start].split(), text[end : end + 24].split()
        if before and (_says().fullmatch(before[-1].strip(",”\"")) or before[-1] in ("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Dr.", "Dr")):
            return True
        if any(_says().fullmatch(w.strip(",.”\"")) for w in behind[:2]) and text[end : end + 1] != ".":
            return True
    return False


def _relatives(case: Case) -> Iterator[Finding]:
    """"His wife, Stacy" in one document and "his wife, Stacey" in the other."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("name"):
        if " " not in claim.value.canonical and claim.zone == "body":
            text = case.documents[claim.document].text
            beside = _RELATIVE.search(text[max(0, claim.start - 16) : claim.start])
            if beside:
                told[beside[1]].append(claim)
    for relative in sorted(told):
        claims = told[relative][:MANY]
        for n, a in enumerate(claims):
            for b in claims[n + 1 :]:
                if a.document != b.document and given_relation(a.value.canonical, b.value.canonical) == SPELLED and case.related(a, b):
                    yield _finding(case, [a], [b], f"both are told of a {relative}")


def _slips(case: Case) -> Iterator[Finding]:
    """A name of anything with a letter left out or in the wrong place, or a flight's number with the digits so."""
    for slip in chain(slips(case), codes(case)):
        others = usual_elsewhere(case, slip)
        borne_out = [place for d in _closest(case, slip.places[0][0][0], set(others)) for place in others[d][:PLACES]]
        sides = (slip.places[0][:PLACES], [*slip.places[1][:PLACES], *borne_out])
        evidence = [Evidence(d, start, end, case.documents[d].text[start:end], side=side) for side, held in enumerate(sides) for d, start, end in held]
        a, b = (next(e for e in evidence if e.side == side) for side in (0, 1))
        because = (slip.how, "the documents tell of the same people")
        evidence.sort(key=lambda e: (e.document, e.start, e.end))
        message = _message(a.document, a.text, b.document, b.text, "the digits stand in another order" if slip.how == DIGITS else LETTER)
        yield case.told(NAME, CONFLICT, message, because, evidence, repairs=_repairs(a.text, b.text), attribute="name", severity=WARNING)


def _bodies(case: Case) -> Iterator[Finding]:
    """A body or a law whose name has a plural in one document only."""
    for few, more in in_two_numbers(case):
        a, b = few[0], more[0]
        message, because = _message(a.document, a.text, b.document, b.text), ("a word inside the name has its plural in one of them only",)
        yield case.finding(NAME, CONFLICT, message, because, [*few, *more], sides=[0] * len(few) + [1] * len(more), repairs=_repairs(a.text, b.text), attribute="name", severity=WARNING)


def _message(a: str, one: str, b: str, two: str, differs: str = LETTER) -> str:
    both = f"{a} writes {one}, {b} {two}" if a != b else f"{a} writes both {one} and {two}"
    return f"{both}: one name, of which {differs}"


def _repairs(one: str, two: str) -> tuple[str, str]:
    return (f"write {one} throughout", f"write {two} throughout")


def _finding(case: Case, left: list[Claim], right: list[Claim], why: str) -> Finding:
    """Two spellings, with every place of either: of whole names where these differ in the given name, else of surnames."""
    a, b = left[0], right[0]
    one, two = (printed(c, name) if (name := person_name(c)) is not None else c.text for c in (a, b))
    sides = [0] * len(left) + [1] * len(right)
    finding = case.finding(NAME, CONFLICT, _message(a.document, one, b.document, two), (why, "the documents tell of the same people"), [*left, *right], sides=sides, repairs=_repairs(one, two), attribute="name", severity=WARNING)
    whole = _last(a) == _last(b)
    for side, claims in enumerate((left, right)):
        for document, form in sorted({(c.document, c.text if whole else _last(c)) for c in claims}):
            point_at(case, finding, document, form, side)
    return finding


RULE = Rule(NAME, "one person's name in two spellings, of which one is wrong", find, kinds=("name",))
