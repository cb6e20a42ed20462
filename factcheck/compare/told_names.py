"""Names that several documents give in sentences on one thing: the same two countries, one room of one meeting, one law."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from factcheck.lexicon import table
from factcheck.lexicon.places import country_of, is_place
from factcheck.model.finding import Evidence

if TYPE_CHECKING:
    from factcheck.compare.case import Case
    from factcheck.model.telling import Telling

HELD = 30  # sentences that give one name, beyond which it is in every story and tells nothing
ALIKE = 4  # content words that two sentences share which give one name
ALIKE_OF_SEVERAL = 2  # and which give several


def named(evidence: list[Evidence]) -> str:
    """The names at some places as the first of the documents prints them."""
    return " and ".join(sorted({e.text for e in evidence if e.document == evidence[0].document}))


def told_places(case: Case) -> Iterator[list[Evidence]]:
    """Where places are told, a list for each that are told together."""
    return _told(case, is_place)


def told_bodies(case: Case) -> Iterator[list[Evidence]]:
    """Where bodies, laws and contests are told by a name of several words."""
    return _told(case, _is_body)


def _is_body(name: str) -> bool:
    return " " in name and not is_place(name)


def _told(case: Case, is_wanted: Callable[[str], bool]) -> Iterator[list[Evidence]]:
    """Where sentences of several documents that are on one thing give the names."""
    by_name: dict[str, list[tuple[Telling, int, frozenset[str]]]] = defaultdict(list)
    for telling in case.alignment.tellings:
        for n, names in telling.names.items():
            wanted = frozenset(name for name in names if is_wanted(name))
            if wanted and telling.zones[n] == "body":
                for name in wanted:
                    by_name[name].append((telling, n, wanted))
    found: dict[frozenset[str], dict[tuple[str, int], tuple[Telling, int]]] = defaultdict(dict)
    contexts = case.alignment.contexts
    for name in sorted(by_name):
        told = by_name[name]
        if len(told) > HELD:
            continue
        for k, (one, a, first) in enumerate(told):
            for two, b, second in told[k + 1 :]:
                shared = first & second
                if one is two or (len(shared) == 1 and country_of(name) == name) or name != min(shared) or not contexts.documents.related(one.document.id, two.document.id):
                    continue
                words = {w for said in shared for w in said.split()}
                alike = len([w for w in contexts.words_of(one.document.id, a) & contexts.words_of(two.document.id, b) if w not in words])
                if alike >= (ALIKE_OF_SEVERAL if len(shared) > 1 else ALIKE):
                    for side, n in ((one, a), (two, b)):
                        found[shared][side.document.id, n] = (side, n)
    told: list[tuple[frozenset[str], set[str]]] = []
    for shared in sorted(found, key=lambda s: (-len(s), sorted(s))):
        evidence = [e for key in sorted(found[shared]) for e in _shown(*found[shared][key], shared)]
        documents = {e.document for e in evidence}
        if len(documents) > 1 and not any(shared <= wider and documents <= others for wider, others in told):
            told.append((shared, documents))
            yield evidence


def _shown(telling: Telling, sentence: int, names: frozenset[str]) -> Iterator[Evidence]:
    """The first place in a sentence at which each of the names stands."""
    start, end = telling.sentences[sentence]
    text = telling.document.text
    for name in sorted(names):
        found = re.compile(r"\b" + r"\W+".join(map(_printed, name.split())) + r"\b", re.IGNORECASE).search(text, start, end)
        if found is not None:
            yield Evidence(telling.document.id, found.start(), found.end(), found[0], None, sentence, 0)


@cache
def _printed(word: str) -> str:
    """A pattern of a word of a canonical name in all the ways that the tables know it to be printed: st, Saint, Ste."""
    spellings = [word, *(w.rstrip(".") for w in table("names")["variants"].get(word, "").split())]
    return "(?:" + "|".join(map(re.escape, sorted(set(spellings)))) + ")"
