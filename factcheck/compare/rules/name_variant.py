"""One name in its forms: St. and Saint, Jim and James B., the World Health Organization and WHO, Sergeyev and Sergeev.

Why it matters: an editor wants one spelling, and a reader of two must know that they are one person, place or body.
Conflict: never; a form is no fact, and a wrong letter is told by name-misspelt.
Silent: names that are spelled alike, but for people who are named in full and for bodies in sentences on one thing; similar names that may be two, as of two people of
one surname; initials of which the documents do not say what they stand for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.compare.case import Case
from factcheck.compare.from_arabic import one_from_arabic
from factcheck.compare.naming import FullName, full_names, is_person, pairs, point_at, printed
from factcheck.compare.people import SAME, is_transliterated
from factcheck.compare.protocol import Rule
from factcheck.compare.slips import transcriptions
from factcheck.compare.steps import quoted
from factcheck.compare.told_names import named, told_bodies
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, COMPATIBLE, Evidence, Finding

NAME = "name-variant"
_CALLED = re.compile(r"[\"“‘'].{2,12}[\"”’']")  # Maria "Mia" Rossi
_AMERICAN = re.compile(r"u\.\s?s\.|united\s?states")
SHOWN = 4  # forms that a message names
NEAR = 40  # characters between a name and the initials that stand for it
NOTED = 6  # documents of one person in which every place of the full name is pointed at


def find(case: Case) -> Iterable[Finding]:
    """One finding for every name that is spelled in two ways, and for every person whom several documents name in full."""
    yield from _spellings(case)
    if not case.drafts:  # that a source names the same person says nothing for what a draft says of him
        yield from _people(case)
        yield from _bodies(case)
        yield from _initials(case)
        yield from _transcriptions(case)


def _spellings(case: Case) -> Iterator[Finding]:
    """Names that differ in abbreviation, hyphens or diacritics."""
    first: dict[str, str] = {}
    several = {c.value.canonical for c in case.claims_of("name") if first.setdefault(c.value.canonical, c.text) != c.text}
    spelled: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in case.claims_of("name") if several else ():
        if claim.zone == "body" and claim.value.canonical in several:
            spelled[claim.value.canonical]["".join(claim.value.text.split())].append(claim)
    for variants in spelled.values():
        if len(variants) < 2 or len({_letters(v) for v in variants}) < 2:
            continue
        groups = sorted(variants.values(), key=lambda g: (-len(g), g[0].document, g[0].start))
        a, b = groups[0][0], groups[1][0]
        claims = [c for group in groups for c in group]
        sides = [n for n, group in enumerate(groups) for _ in group]
        message = f"{a.document} writes {quoted(a)}, {b.document} {quoted(b)}: one name in two spellings"
        # The U.S. Mint and the United States Mint are no two forms that an editor would choose between.
        verdict = COMPATIBLE if len({_AMERICAN.sub("us", _letters(v)) for v in variants}) > 1 else AGREEMENT
        yield case.finding(NAME, verdict, message, ("they differ in abbreviation, hyphens or diacritics only",), claims, sides=sides, attribute="name")


def _transcriptions(case: Case) -> Iterator[Finding]:
    """A name of anything that two documents bring from another alphabet in two ways."""
    people = {part for e in full_names(case) for part in (e.name.given, e.name.surname)}
    for pair in transcriptions(case):
        if {pair.odd, pair.usual} <= people:
            continue  # told of the person
        evidence = [Evidence(d, start, end, case.documents[d].text[start:end], side=side) for side, held in enumerate(pair.places) for d, start, end in held[:NOTED]]
        a, b = (next(e for e in evidence if e.side == side) for side in (0, 1))
        evidence.sort(key=lambda e: (e.document, e.start, e.end))
        message = f"{a.document} writes “{a.text}”, {b.document} “{b.text}”: one name in two spellings"
        yield case.told(NAME, COMPATIBLE, message, ("they differ in what transcriptions from another alphabet differ in",), evidence, attribute="name")


def _people(case: Case) -> Iterator[Finding]:
    """Every person whom related documents name in full, in one form or several."""
    root: dict[FullName, FullName] = {e: e for e in full_names(case) if is_person(e, case)}

    def top(entry: FullName) -> FullName:
        while root[entry] is not entry:
            entry = root[entry]
        return entry

    for a, b, how in pairs(case):
        if how == SAME and a in root and b in root and top(a) is not top(b):
            root[top(b)] = top(a)
    people: dict[FullName, list[FullName]] = defaultdict(list)
    for entry in root:
        people[top(entry)].append(entry)
    for forms in people.values():
        first = forms[0].claims[0]
        claims = sorted((c for e in forms for c in e.claims if case.related(first, c)), key=lambda c: (c.document, c.start))
        if len({c.document for c in claims}) < 2:
            continue
        surnames = sorted({e.name.surname for e in forms})
        other = any(is_transliterated(surnames[0], s) or one_from_arabic(case, surnames[0], s) for s in surnames[1:])
        told = sorted({printed(c, e.name) for e in forms for c in e.claims}, key=lambda t: (len(t), t))
        message = f"{len({c.document for c in claims})} documents name one person: {', '.join(told[:SHOWN])}"
        because = "the forms come from another alphabet" if other else "one full name" if len(told) == 1 else "the forms differ in initials, middle names or short forms only"
        order = {id(c): n for n, e in enumerate(forms) for c in e.claims}
        sides = [order[id(c)] if other else 0 for c in claims]
        finding = case.finding(NAME, COMPATIBLE if other else AGREEMENT, message, (because,), claims, sides=sides, attribute=f"name of {told[0]}")
        noted = sorted({c.document for c in claims})[:NOTED]
        for document, spelled, side in sorted({(c.document, c.text, n) for c, n in zip(claims, sides, strict=True) if c.document in noted}):
            point_at(case, finding, document, spelled, side)
        yield finding


def _bodies(case: Case) -> Iterator[Finding]:
    """Bodies, laws and contests that documents name alike in sentences on one thing."""
    for evidence in told_bodies(case):
        name, documents = named(evidence), {e.document for e in evidence}
        message = f"{len(documents)} documents name {name}, in sentences on one thing"
        yield case.told(NAME, AGREEMENT, message, ("the sentences share the name, and what is told of it",), evidence, attribute=f"name of {name}")


def _initials(case: Case) -> Iterator[Finding]:
    """A body by its name and by initials that one of the documents puts beside it."""
    short: dict[str, list[Claim]] = defaultdict(list)
    long: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims_of("name"):
        found = claim.value.canonical.split()
        if len(found) == 1 and claim.text.isupper() and len(claim.text) > 1:
            short[found[0]].append(claim)
        elif len(found) > 1 and claim.zone == "body":
            for letters in _letters_of(found):
                long[letters].append(claim)
    for letters in sorted(short.keys() & long.keys()):
        beside = [(a, b) for a in long[letters] for b in short[letters] if a.document == b.document and 0 < b.start - a.end <= NEAR]
        if not beside:
            continue
        name, abbreviated = beside[0]
        same = [c for c in long[letters] if c.value.canonical == name.value.canonical]
        claims = sorted((c for c in (*same, *short[letters]) if case.related(name, c)), key=lambda c: (c.document, c.start))
        if len({c.document for c in claims}) < 2:
            continue
        message = f"{abbreviated.text} stands for {name.text}"
        yield case.finding(NAME, AGREEMENT, message, (f"{name.document} has one beside the other",), claims, attribute=f"name of {name.text}")


def _letters_of(found: list[str]) -> set[str]:
    """The initials that a name can have: of all its words, and of those alone that are not small."""
    small = words("names", "joiners")
    return {"".join(w[0] for w in found), "".join(w[0] for w in found if w not in small)} - {""}


def _letters(text: str) -> str:
    """The spelling without what no editor minds: the style of apostrophes, and capitals."""
    return _CALLED.sub("", text).replace("’", "'").casefold()


RULE = Rule(NAME, "one name in its forms", find, kinds=("name",))
