"""The same change told as a rise and as a fall.

Why it matters: the figure is right and the sense is turned round, which nobody sees who only compares figures.
Conflict: "Shares of Halden rose 4% on Monday" and "Halden's stock fell 4% on Monday".
Silent: changes of two things or of two days; a paper that tells of both; what is denied or only possible.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.compare.case import Case
from factcheck.compare.one_time import two_days
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.lexicon import by_word, words
from factcheck.model.claim import ASSERTED, Claim
from factcheck.model.finding import CONFLICT, Finding
from factcheck.relation import base_unit

NAME = "direction-mismatch"
KINDS = ("percent", "money", "measure", "count")
MANY = 24  # changes by one figure that are held against each other
SHARED = 3  # words and names of two sentences, the verbs of the change left out
RISE, FALL = "rise", "fall"
_SHARES = frozenset("shares share stock stocks price value".split())
NEAR, BESIDE = 80, 5  # characters and words beside a figure that say what changes
_CLAUSE = re.compile(r"[.;:()“”\"—–]|, |\b(?:and|but|when|while|who|which|after|as)\b")


def find(case: Case) -> Iterable[Finding]:
    """One finding for each figure by which documents let one thing rise and fall."""
    changes: dict[tuple, dict[str, list[Claim]]] = defaultdict(lambda: {RISE: [], FALL: []})
    for kind in KINDS:
        for claim in case.claims_of(kind):
            change, _, of = claim.attribute.partition(" of ")
            if change in (RISE, FALL) and of and claim.mood == ASSERTED and claim.value.written_value:  # type: ignore[union-attr]
                unit, factor = base_unit(claim.value.unit)  # type: ignore[union-attr]
                held = changes[kind, unit, claim.value.written_value * factor, of][change]  # type: ignore[union-attr]
                if len(held) < MANY:
                    held.append(claim)
    moved: dict[tuple, dict[str, set[str]]] = defaultdict(lambda: {RISE: set(), FALL: set()})
    for (*figure, _), told in changes.items():
        for way, claims in told.items():
            moved[tuple(figure)][way] |= {c.document for c in claims}
    for (*figure, of), told in changes.items():
        documents = moved[tuple(figure)]
        pairs = list(_pairs(case, told, documents[RISE] & documents[FALL]))
        if pairs:
            a, b = pairs[0]
            rising = _once([c for c, _ in pairs])
            falling = _once([c for _, c in pairs])
            message = f"{a.document} tells of a rise by {quoted(a)}, {b.document} of a fall by as much"
            because = (f"{a.document}: “{case.sentence(a)}”", f"{b.document}: “{case.sentence(b)}”", "both sentences tell of one thing at one time")
            sides = [0] * len(rising) + [1] * len(falling)
            repairs = ("it is to be a rise in both", "it is to be a fall in both")
            yield case.finding(NAME, CONFLICT, message, because, [*rising, *falling], sides=sides, repairs=repairs, attribute=f"change of {of}")


def _pairs(case: Case, told: dict[str, list[Claim]], both: set[str]) -> Iterator[tuple[Claim, Claim]]:
    """The rises and falls of one thing, in two documents. both: those that tell of a rise and of a fall by the figure, of whatever."""
    for a in told[RISE]:
        for b in told[FALL]:
            if not both & {a.document, b.document} and _of_one_thing(case, a, b):
                yield a, b


def _of_one_thing(case: Case, a: Claim, b: Claim) -> bool:
    """Whether two changes are of one thing at one time: the sentences share a name and further words, and what changes is one."""
    if not case.names(a) & case.names(b) or two_days(case, a, b) or not (case.related(a, b) or {a.document, b.document} & case.drafts):
        return False
    if len(case.context(a) & case.context(b)) < SHARED:
        return False
    (nouns_a, names_a), (nouns_b, names_b) = _what(case, a), _what(case, b)
    return bool(nouns_a & nouns_b if nouns_a and nouns_b else names_a & names_b)


def _what(case: Case, claim: Claim) -> tuple[set[str], set[str]]:
    """The words that say what changes, and those with a capital among them: before the verb in "exports from Sund rose 4%", behind
    the noun in "a 4% rise in exports". That of a firm's shares is the firm."""
    telling = case.telling(claim)
    first, end = telling.sentences[claim.sentence]
    text = telling.document.text
    before = _CLAUSE.split(text[max(first, claim.start - NEAR) : claim.start])[-1].split()
    verb = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower() in by_word("attributes", "change")), None)
    if verb is not None:
        said = before[max(0, verb - BESIDE) : verb]
    else:
        said = _CLAUSE.split(text[claim.end : min(end, claim.end + NEAR)])[0].split()[:BESIDE]
    opening = text[first : first + NEAR].split()[0]
    names = {w.lower().removesuffix("'s").removesuffix("’s") for w in said if w[0].isupper()}
    nouns = {w.lower() for w in said if w[0].islower() or w == opening} - words("structure", "function_words") - words("structure", "pale") - _SHARES - words("speech", "verbs.say")
    return nouns, names


def _once(claims: list[Claim]) -> list[Claim]:
    return list({id(c): c for c in claims}.values())


RULE = Rule(NAME, "one change that rises in one document and falls in another", find, kinds=KINDS)
