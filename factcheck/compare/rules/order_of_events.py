"""Two events that one document tells in one order and another in the other: "resigned before she was arrested", "resigned after
her arrest".

Why it matters: which came first is often the point of a story, and no figure shows that it was turned round.
Conflict: "he was charged after he resigned" against "he resigned after being charged".
Silent: events that can be many (meetings, votes, attacks); of other people; a sentence with more than two of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.compare.case import OUTSIDE, Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.lexicon import words
from factcheck.model.claim import ASSERTED, Claim
from factcheck.model.finding import CONFLICT, WARNING, Finding
from factcheck.model.telling import Telling

NAME = "order-of-events"
_LINK = re.compile(r"\b(?P<later>before|prior to|until)\b|\b(?P<earlier>after|following|since)\b", re.IGNORECASE)
# Behind the link the event is of the one spoken of: "after his arrest", "before she was charged".
_OF_THE_SAME = re.compile(r"\s+(?:(?:he|she|they)\s+(?:(?:was|were|had been|had|is|got)\s+)?|(?:his|her|their|the|being|an?)\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[a-z']+")
_OPENING = re.compile(r"\W*(?:(?:shortly|soon|hours|days|weeks|months|years|only|just|long)\s+)?\Z", re.IGNORECASE)


class Order(NamedTuple):
    """Of two events the one that is told to come first, and the other."""

    first: Claim
    second: Claim


def find(case: Case) -> Iterable[Finding]:
    """One finding for every two events that are told in both orders of the same people."""
    if len(case.claims_of("happening")) < 2:
        return
    told: dict[tuple[str, str], list[Order]] = defaultdict(list)
    for telling in case.alignment.tellings:
        for order in _orders(telling):
            told[order.first.value.family, order.second.value.family].append(order)
    for (first, second), orders in sorted(told.items()):
        if first > second:
            continue
        for one in orders:
            other = next((o for o in told.get((second, first), ()) if _of_one_story(case, one, o)), None)
            if other is None:
                continue
            shared = " and ".join(sorted(_people(case, one) & _people(case, other))[:2])
            message = f"{one.first.document} has the {first} before the {second}, {other.first.document} after it"
            because = (
                f"both tell of {shared.title()}",
                f"in {one.first.document} {quoted(one.first)} comes before {quoted(one.second)}",
                f"in {other.first.document} {quoted(other.first)} comes before {quoted(other.second)}",
                "each of the two happens once",
            )
            repairs = ("the first order is right, and the second telling is to be turned round", "the second order is right, and the first telling is to be turned round")
            claims, sides = [one.first, one.second, other.first, other.second], [0, 0, 1, 1]
            yield case.finding(NAME, CONFLICT, message, because, claims, sides=sides, repairs=repairs, attribute="order of events", severity=WARNING)
            break


def _orders(telling: Telling) -> Iterator[Order]:
    """The orders that single sentences tell of two events that happen once."""
    once = words("happenings", "once")
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in telling.claims:
        if claim.kind == "happening" and claim.zone not in OUTSIDE and claim.value.family in once:
            by_sentence[claim.sentence].append(claim)
    for sentence, claims in by_sentence.items():
        if len(claims) != 2 or claims[0].value.family == claims[1].value.family or any(c.mood != ASSERTED for c in claims):
            continue
        if not words("sums", "unreal").isdisjoint(_WORD.findall(telling.sentence_text(sentence).lower())):
            continue
        a, b = claims
        start, text = telling.sentences[sentence][0], telling.document.text
        between = list(_LINK.finditer(text, a.end, b.start))
        if len(between) == 1 and _OF_THE_SAME.fullmatch(text, between[0].end(), b.start):
            yield Order(a, b) if between[0]["later"] else Order(b, a)
            continue
        opening = _LINK.search(text, start, a.start)
        if not between and opening and _OPENING.fullmatch(text, start, opening.start()) and _OF_THE_SAME.fullmatch(text, opening.end(), a.start) and "," in text[a.end : b.start]:
            yield Order(b, a) if opening["later"] else Order(a, b)


def _people(case: Case, order: Order) -> frozenset[str]:
    return case.names(order.first)


def _of_one_story(case: Case, one: Order, other: Order) -> bool:
    """Whether both name somebody alike, and their documents are on one matter."""
    return bool(_people(case, one) & _people(case, other)) and case.related(one.first, other.first)


RULE = Rule(NAME, "two events that are told in both orders", find, kinds=("happening",))
