"""What a document may hold only one of: a figure of its sort or of its size, a day on which something happened that happens once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.align.beside import acts_beside, away_from, is_one_turn, told_from, what_lasted, what_measured, who_voted, words_beside
from factcheck.align.context import Contexts
from factcheck.align.date_attributes import is_of_another_time
from factcheck.align.two_things import FATES, VAGUE, in_a_row, of_the_rest
from factcheck.lexicon import words
from factcheck.model.attributes import SCORE
from factcheck.model.claim import ASSERTED, Claim
from factcheck.relation import common_unit

KINDS = frozenset(("count", "percent", "money", "measure", "duration"))
MANY_SORTS = words("sorts", "of_many_things")
"""Attributes that say how much of what was measured and not of what."""
MADE = words("sorts", "made_once")
"""Happenings that a thing has one year of."""
OF_ONE_PERSON = words("sorts", "of_one_person")
"""Attributes of which a document may give one value for each person that it names."""
BOUNDS = frozenset((None, "about", "exactly", "nearly"))
AT_LEAST = frozenset(("at-least", "over"))
"""Hedges of a toll, which another document cannot say was none at all."""
NEAR = Decimal("1.12")  # times that one figure is the other, where they are taken to be of one size
LASTING = "length of time"
"""The attribute of a length of time of which its own words do not say what lasted."""
TWINS = frozenset(("count", "measure", "money"))
"""Kinds of figures of which a misprint may have changed the order of the digits."""
TIMES = "time"
"""The attribute of how often; what was done so often stands beside it."""
_CLAUSE_END = re.compile(r"[,;:()“”\"—–]|\b(?:and|but|as|after|before|when|while|who)\b")


class Sorts:
    """The sorts of claims, as keys that two documents share."""

    def __init__(self, attributes: Sequence[str], contexts: Contexts) -> None:
        """attributes: of the claims, by their index."""
        self._attributes = attributes
        self._contexts = contexts
        self._happenings: dict[str, dict[int, list[Claim]]] = {}

    def of(self, i: int, claim: Claim, first: bool) -> Iterator[tuple]:
        """What a claim may be the only one of. first: it has not been looked at; a date stands once for each of the attributes that it may have."""
        if claim.zone != "body" or claim.mood != ASSERTED:
            return
        if claim.kind == "date":
            if first and (key := self._key_of_date(claim)) is not None:
                yield key
            return
        attribute, size = self._attributes[i], claim.value.written_value
        if claim.kind == "ordinal" and attribute.removeprefix("order of ") in words("sorts", "one_turn") and not claim.detail.since and is_one_turn(claim, self._contexts):
            yield (claim.kind, attribute, *sorted(claim.detail.modifiers))
        if claim.kind not in KINDS or of_the_rest(claim) or in_a_row(claim) or size is None:
            return
        if claim.value.hedge not in BOUNDS and not (claim.value.hedge in AT_LEAST and attribute in FATES):
            return
        unit = common_unit(claim.value.unit)
        if claim.kind == "duration" and attribute == LASTING:
            for word in sorted(what_lasted(claim, self._contexts)):
                yield (claim.kind, f"length of {word}", unit)
        if claim.kind == "duration":
            for word in sorted(told_from(claim, self._contexts)):
                yield (claim.kind, "counted from", unit, word)
        if claim.kind == "measure":
            for word in sorted(what_measured(claim, self._contexts)):
                yield (claim.kind, attribute, unit, word)
        if says_of_what(attribute):
            key = (claim.kind, attribute, unit, *sorted(claim.scope))
            yield key
            if attribute == SCORE and (body := who_voted(claim, self._contexts)):
                yield (*key, "vote of", body)
            if attribute in OF_ONE_PERSON:
                for person in sorted(self.people(claim)):
                    yield (*key, person)
        elif claim.kind == "duration" or attribute == TIMES:
            for word in sorted((acts_beside if attribute == TIMES else words_beside)(claim, self._contexts)):
                yield (claim.kind, "", unit, word)
        elif claim.kind == "measure" and (place := away_from(claim, self._contexts)):
            yield (claim.kind, "away from", unit, place)
        if size > 0 and (claim.kind == "money" or (claim.kind == "count" and not claim.scope and says_of_what(attribute) and attribute != SCORE)):
            step = int(size.ln() / NEAR.ln())
            for n in (step, step + 1):
                yield (claim.kind, "" if claim.kind == "money" else attribute, unit, n)
        if claim.kind in TWINS and attribute != SCORE and len(set(digits := digits_of(claim))) > 1:
            yield (claim.kind, "digits", unit, size.adjusted(), *sorted(digits))

    def people(self, claim: Claim) -> set[str]:
        """The surnames in a claim's sentence."""
        return {name.split()[-1] for name in self._contexts.documents.full_names(claim.document)} & self._contexts.names(claim)

    def own_happening(self, claim: Claim) -> str | None:
        """The family of what a date is of for certain: all that its sentence tells of, or what it stands right behind."""
        if claim.document not in self._happenings:
            held = self._happenings[claim.document] = defaultdict(list)
            for other in self._contexts.telling(claim).claims:
                if other.kind == "happening":
                    held[other.sentence].append(other)
        happenings = self._happenings[claim.document].get(claim.sentence, ())
        text = self._contexts.telling(claim).document.text
        if len(happenings) == 1:
            return None if is_of_another_time(text, claim, happenings[0]) else happenings[0].value.family
        before = [c for c in happenings if c.end <= claim.start]
        if not before or _CLAUSE_END.search(text, before[-1].end, claim.start):
            return None
        return before[-1].value.family

    def _key_of_date(self, claim: Claim) -> tuple | None:
        """Of a plain day that something happened on which happens once."""
        said = claim.detail
        if said.bound is not None or said.endpoint is not None or said.quoted or said.form not in ("calendar", "weekday", "day") or claim.value.start is None:
            return None
        family = self.own_happening(claim)
        if family in MADE and claim.value.grain == "year":
            return ("date", family, "year")
        return ("date", family, claim.value.grain) if family in words("happenings", "once") else None


def digits_of(claim: Claim) -> list[str]:
    """The digits of a figure written out."""
    return [c for c in format(claim.value.written_value, "f") if "0" <= c <= "9"]


def says_of_what(attribute: str) -> bool:
    """Whether it says what a figure is of, and no document tells it of many: shares are told of every party and question."""
    if attribute == SCORE:
        return True
    return attribute not in VAGUE and attribute not in MANY_SORTS and not attribute.endswith(" number") and not attribute.startswith("share of")
