"""Who did it to whom: the winner and the beaten, the buyer and the seller, told in two sentences of different words.

Why it matters: to say that the loser won, or that the small firm buys the large one, turns a story upside down.
Conflict: "Harlow will buy Pellbrook" and "Pellbrook is to acquire Harlow"; "Marta Kovacs won the Turin marathon" and "Lena
Brandt won the marathon in Turin" of one Sunday.
Silent: two days, two rounds, two contests (the men's and the women's); what is only planned, hoped for or denied; documents
that tell of both, or of several such contests: two legs, a rematch, the youth side's match.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from factcheck.compare.case import Case
from factcheck.compare.one_time import one_time
from factcheck.compare.participants import Deed, deeds, deeds_of, is_one, words_of
from factcheck.compare.protocol import Rule
from factcheck.lexicon import table, words
from factcheck.model.finding import CONFLICT, WARNING, Evidence, Finding

NAME = "participant-mismatch"
MANY = 24  # deeds of one sort and party that are held against each other


def find(case: Case) -> Iterable[Finding]:
    """One finding for each two parties that have changed places, and for each two that won or bought one thing."""
    if len(case.documents) < 2:
        return
    buckets: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for deed in deeds(case):
        for word in words_of(deed.doer) | words_of(deed.other):
            held = buckets[deed.verb, word]
            if len(held) < MANY:
                held.append(deed)
    told: set[tuple] = set()
    for key in sorted(buckets):
        found = buckets[key]
        for n, a in enumerate(found):
            for b in found[n + 1 :]:
                if a.claim.document == b.claim.document:
                    continue
                one, two = sorted((a, b), key=lambda d: (d.claim.document, d.start))
                at = (one.claim.document, two.claim.document, one.start, two.start)
                if at in told:
                    continue
                told.add(at)
                why = _why(one, two)
                if why is not None and _narrowed(case, one) == _narrowed(case, two) and not _of_several(case, one, two) and case.related(one.claim, two.claim) and one_time(case, one.claim, two.claim) and not _tells_both(case, one, two):
                    yield _finding(case, one, two, why)


def _narrowed(case: Case, deed: Deed) -> frozenset[str]:
    """The words of a sentence that tell one contest or prize of several from the others: women's, doubles, for fiction."""
    said = [w.strip(".,;:”\"'()").lower() for w in case.sentence(deed.claim).split()]
    field = {behind for w, behind in zip(said, said[1:], strict=False) if w in ("for", "in") and behind in words("superlatives", "fields")}
    return frozenset(said) & (words("superlatives", "narrowing") | words("superlatives", "contests")) | field


def _of_several(case: Case, a: Deed, b: Deed) -> bool:
    """Whether a document speaks of more contests than one: of two legs, a rematch, the youth side's match."""
    if a.verb not in ("beat", "won"):
        return False
    said = [case.sentence(d.claim) for d in (a, b)]
    return any(found[0] not in said[0] or found[0] not in said[1] for d in (a, b) for found in _contests().finditer(case.documents[d.claim.document].text))


@cache
def _contests() -> re.Pattern[str]:
    several = "|".join(sorted(words("superlatives", "several")))
    kinds = "|".join(sorted(table("happenings")["done"]["contests"].split()))
    return re.compile(rf"\b(?:(?:under|over)-\d\d?s?|U-?\d\d|(?:first|second|third|next|last|previous|other|both) (?:fights?|meetings?|{kinds})|{several})\b")


def _why(a: Deed, b: Deed) -> str | None:
    """Why both cannot be right, or None."""
    if is_one(a.doer, b.doer):
        return None
    if a.verb == "won":
        return "one contest has two winners" if a.named and b.named and _one_contest(a.other, b.other) else None
    if is_one(a.doer, b.other) and is_one(a.other, b.doer) and not is_one(a.doer, a.other):
        return "the two have changed places"
    if a.verb in ("buy", "kill") and a.named and b.named and is_one(a.other, b.other) and not is_one(a.doer, b.other) and not is_one(b.doer, a.other):
        return "one was bought by two" if a.verb == "buy" else "one was killed by two"
    return None


def _one_contest(a: str, b: str) -> bool:
    """Whether all that one says of a contest the other says too, and what both say is more than its kind."""
    one, two = words_of(a), words_of(b)
    kinds = set(table("happenings")["done"]["contests"].split())
    return (one <= two or two <= one) and one & kinds == two & kinds and bool((one & two) - kinds)


def _tells_both(case: Case, a: Deed, b: Deed) -> bool:
    """Whether a document tells of it in both ways."""
    for own, other in ((a, b), (b, a)):
        for deed in deeds_of(case, own.claim.document):
            if deed.verb == other.verb and is_one(deed.doer, other.doer) and is_one(deed.other, other.other):
                return True
    return False


def _finding(case: Case, a: Deed, b: Deed, why: str) -> Finding:
    said = [" ".join(case.documents[d.claim.document].text[d.start : d.end].split()) for d in (a, b)]
    message = f"{a.claim.document} says “{said[0]}”, {b.claim.document} “{said[1]}”: {why}"
    repairs = (f"“{said[0]}” is right", f"“{said[1]}” is right")
    evidence = [Evidence(d.claim.document, d.start, d.end, case.documents[d.claim.document].text[d.start : d.end], d.claim.id, d.claim.sentence, n) for n, d in enumerate((a, b))]
    finding = Finding(NAME, CONFLICT, message, ("the documents tell of the same people and places", why), evidence, repairs=repairs, attribute="who did it", severity=WARNING)
    finding.independent_sources = max(case.independent((d.claim.document,)) for d in (a, b))
    return finding


RULE = Rule(NAME, "who did it to whom, told in two ways", find, order=7)
