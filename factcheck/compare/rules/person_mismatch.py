"""What is told of one person: the party, the country, the state that sent them, the town, whose daughter or niece.

Why it matters: a senator put into the other party, or a niece made a daughter, is the error that everyone concerned will notice.
Conflict: "Democrat Ana Reyes" and "Republican Ana Reyes"; "Dahl (R-Ohio)" and "Dahl (D-Ohio)"; "his daughter, Ida Holm" and "his
niece, Ida Holm"; "Rep. Ana Reyes of Ohio" and "Rep. Ana Reyes of Iowa"; "Reyes, 29, of Varn" and "Reyes, 29, of Sund".
Silent: a former party; documents of two times, years apart; two people of one name; a document that says both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from factcheck.compare.case import Case
from factcheck.compare.people import SAME, divide, plain, relation
from factcheck.compare.protocol import Rule
from factcheck.compare.said_of import (
    COUNTRY,
    EITHER,
    HOME,
    KIN,
    TOWN,
    Said,
    countries,
    homes,
    kin,
    kin_words,
    may_tell_homes,
    may_tell_kin,
    may_tell_towns,
    parties,
    party_cues,
    towns,
)
from factcheck.lexicon.places import country_of, demonyms, lies_in, same_place
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, WARNING, Evidence, Finding
from factcheck.model.telling import Telling

NAME = "person-mismatch"
MANY = 24  # sayings of one person that are held against each other
TWO_TIMES = 200  # days between two documents of which each can be right


def find(case: Case) -> Iterable[Finding]:
    """One finding for each person of whom two documents say what cannot both be."""
    if len(case.documents) < 2:
        return
    by_person: dict[tuple[str, str, str], list[tuple[Telling, Said]]] = defaultdict(list)
    for telling, said in _sayings(case):
        held = by_person[said.sort, said.of, plain(said.name).split()[-1]]
        if len(held) < MANY:
            held.append((telling, said))
    for key in sorted(by_person):
        found = by_person[key]
        by_document: dict[str, list[Said]] = defaultdict(list)
        for telling, said in found:
            by_document[telling.document.id].append(said)
        told: set[frozenset[str]] = set()
        for n, (one, a) in enumerate(found):
            for two, b in found[n + 1 :]:
                values = frozenset((a.value, b.value))
                if one is two or values in told or not _clash(a, b) or not _of_one(case, one, two):
                    continue
                if a.sort == TOWN and (b.value in one.document.text or a.value in two.document.text):
                    continue  # one may be a part of the other
                if any(_clash(x, y) for same in (one, two) for x in by_document[same.document.id] for y in by_document[same.document.id]):
                    continue  # who says both knows why
                told.add(values)
                yield _finding(case, [(one, a), (two, b)])


def _sayings(case: Case) -> Iterator[tuple[Telling, Said]]:
    """What the documents say of people; a text without a word of the sort is not read for it, nor any where no draft has one."""
    tellings, drafts = case.alignment.tellings, case.drafts
    names = case.claims_of("name")
    partisan, foreign = _cued([c for c in names if c.document in drafts] if drafts else names)
    if drafts and (partisan or foreign):
        partisan, foreign = _cued(names)
    if any(may_tell_kin(t.document.text) for t in case.on_trial):
        yield from _read(tellings, {t.document.id for t in tellings if may_tell_kin(t.document.text)}, kin)
    if len(living := {t.document.id for t in tellings if may_tell_towns(t.document.text)}) > 1 and (not drafts or not living.isdisjoint(drafts)):
        yield from _read(tellings, living, towns)
    if len(senders := {t.document.id for t in tellings if may_tell_homes(t.document.text)}) > 1 and (not drafts or not senders.isdisjoint(drafts)):
        yield from _read(tellings, senders, homes)
    for shown, read in ((partisan, parties), (foreign, countries)):
        if len(shown) > 1 and (not drafts or not shown.isdisjoint(drafts)):
            yield from _read(tellings, shown, read)


def _cued(names: list[Claim]) -> tuple[set[str], set[str]]:
    """The documents whose names hold a word of a party, and those with one of a country's people."""
    cues, known = party_cues(), demonyms()
    foreign = {c.document for c in names if c.value.canonical in known}  # type: ignore[union-attr]
    partisan = {c.document for c in names if c.text[1:2] == "-" or not cues.isdisjoint(c.value.canonical.split())}  # type: ignore[union-attr]
    return partisan, foreign


def _read(tellings: list[Telling], shown: set[str], read: Callable[[Telling], Iterator[Said]]) -> Iterator[tuple[Telling, Said]]:
    if len(shown) > 1:
        for telling in tellings:
            if telling.document.id in shown:
                yield from ((telling, said) for said in read(telling))


def _clash(a: Said, b: Said) -> bool:
    """Whether two sayings are of one person and cannot both be true."""
    if a.value == b.value or not (_one_name(a.name, b.name) or (a.sort == TOWN and _one_surname(a.name, b.name))):
        return False
    if a.sort == KIN:
        sexes = {kin_words()[a.value], kin_words()[b.value]}
        return len(sexes) == 1 or EITHER in sexes
    if a.sort == HOME and country_of(a.value) != country_of(b.value):
        return False
    if a.sort in (COUNTRY, HOME, TOWN):
        return not (same_place(a.value, b.value) or lies_in(a.value, b.value) or lies_in(b.value, a.value))
    return True


def _one_name(a: str, b: str) -> bool:
    one, two = divide(plain(a)), divide(plain(b))
    if one and two:
        return one.surname == two.surname and relation(one, two) == SAME
    return plain(a) == plain(b)


def _one_surname(a: str, b: str) -> bool:
    """Whether one of two names is the surname of the other."""
    one, two = plain(a).split(), plain(b).split()
    return min(len(one), len(two)) == 1 and one[-1] == two[-1]


def _of_one(case: Case, one: Telling, two: Telling) -> bool:
    """Whether documents tell of the same people, and of about one time."""
    if not case.alignment.contexts.documents.related(one.document.id, two.document.id):
        return False
    first, second = one.document.date, two.document.date
    if first is None or second is None or first.start is None or second.start is None:
        return True
    return abs((first.start - second.start).days) <= TWO_TIMES


def _finding(case: Case, sides: list[tuple[Telling, Said]]) -> Finding:
    (one, a), (two, b) = sorted(sides, key=lambda s: s[0].document.id)
    said = [" ".join(t.document.text[s.start : s.end].split()) for t, s in ((one, a), (two, b))]
    message = f"{one.document.id} says “{said[0]}”, {two.document.id} “{said[1]}”: of one person"
    because = [f"{t.document.id} makes it {s.value}" for t, s in ((one, a), (two, b))]
    evidence = [Evidence(t.document.id, s.start, s.end, t.document.text[s.start : s.end], None, None, n) for n, (t, s) in enumerate(((one, a), (two, b)))]
    repairs = tuple(f"“{s}” is right" for s in said)
    finding = Finding(NAME, CONFLICT, message, because, evidence, repairs=repairs, attribute=f"{a.sort} of {a.name}", severity=WARNING)
    finding.independent_sources = max(case.independent((t.document.id,)) for t in (one, two))
    return finding


RULE = Rule(NAME, "party, country, home or kin of one person, told in two ways", find, order=8, kinds=("name",))
