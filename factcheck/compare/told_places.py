"""Places that several documents name in sentences on one thing: the same two countries, one room of one meeting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.lexicon.places import country_of, is_place
from factcheck.model.finding import Evidence

if TYPE_CHECKING:
    from factcheck.compare.case import Case
    from factcheck.model.telling import Telling

HELD = 30  # sentences that name one place, beyond which it is in every story and tells nothing
ALIKE = 4  # content words that two sentences share which name one place
ALIKE_OF_SEVERAL = 2  # and which name several


def told_places(case: Case) -> Iterator[tuple[tuple[str, ...], list[Evidence]]]:
    """The places, as they are keyed, with where sentences of several documents that are on one thing name them."""
    by_place: dict[str, list[tuple[Telling, int, frozenset[str]]]] = defaultdict(list)
    for telling in case.alignment.tellings:
        for n, names in telling.names.items():
            places = frozenset(name for name in names if is_place(name))
            if places and telling.zones[n] == "body":
                for place in places:
                    by_place[place].append((telling, n, places))
    found: dict[frozenset[str], dict[tuple[str, int], tuple[Telling, int]]] = defaultdict(dict)
    contexts = case.alignment.contexts
    for place in sorted(by_place):
        told = by_place[place]
        if len(told) > HELD:
            continue
        for k, (one, a, first) in enumerate(told):
            for two, b, second in told[k + 1 :]:
                shared = first & second
                if one is two or (len(shared) == 1 and country_of(place) == place) or place != min(shared) or not contexts.documents.related(one.document.id, two.document.id):
                    continue
                words = {w for p in shared for w in p.split()}
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
            yield tuple(sorted(shared)), evidence


def _shown(telling: Telling, sentence: int, places: frozenset[str]) -> Iterator[Evidence]:
    """The first place in a sentence at which each of the names stands."""
    start, end = telling.sentences[sentence]
    text = telling.document.text
    for place in sorted(places):
        found = re.compile(r"\b" + r"\s+".join(map(re.escape, place.split())) + r"\b", re.IGNORECASE).search(text, start, end)
        if found is not None:
            yield Evidence(telling.document.id, found.start(), found.end(), found[0], None, sentence, 0)
