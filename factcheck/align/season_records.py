"""A side's wins and losses in two documents on one match: "Rovers (10-5)", "Rovers' record rose to 9-5".

A record is of one day: the next match makes another of it, and so papers that are a match apart may both be right. Those that give
one final score tell of one match; before it papers seldom give records.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.align.context import Contexts
from factcheck.align.shared_facts import SharedFacts
from factcheck.lexicon import words
from factcheck.model.attributes import RECORD
from factcheck.model.claim import ASSERTED, Claim

_WORD = re.compile(r"[^\W\d_]+")


class SeasonRecords:
    """Finds them."""

    def __init__(self, claims: Sequence[Claim], contexts: Contexts, shared: SharedFacts) -> None:
        """claims: as they are gathered into facts; shared: the facts that documents share."""
        self._contexts = contexts
        self._facts = shared
        self._held: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for i, claim in enumerate(claims):
            if claim.attribute == RECORD and claim.zone == "body" and claim.mood == ASSERTED and self._is_of(claim):
                self._held[claim.document][claim.subject or ""].append(i)
        self._values = [claim.value.key() for claim in claims] if self._held else []

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Indexes of two claims on one record, in documents that give the side no other."""
        if len(self._held) < 2:
            return
        for a, b in self._facts.pairs_on_one_event():
            if a in self._held and b in self._held and self._facts.one_match(a, b):
                for side, found in self._held[a].items():
                    other = self._held[b].get(side, ())
                    if other and all(len({self._values[i] for i in held}) == 1 for held in (found, other)):
                        yield found[0], other[0]

    def _is_of(self, claim: Claim) -> bool:
        """Whether the side whose record it is stands before it, and it is the one of today: "a 2-14 mark" can be last year's."""
        if not claim.subject:
            return False
        telling = self._contexts.telling(claim)
        first, last = telling.sentences[claim.sentence]
        before, behind = telling.document.text[first : claim.start].lower(), telling.document.text[claim.end : last].lower()
        if claim.subject.split()[-1] not in before:
            return False
        beside = {*_WORD.findall(before)[-2:], *_WORD.findall(behind)[:1]}
        return beside.isdisjoint(words("attributes", "record_nouns")) or "to" in beside
