"""One name in two spellings: St. and Saint, Co-operation and Cooperation, with and without diacritics.

Why it matters: an editor wants one spelling, and a reader of two must know that they are one place or body.
Conflict: never; a spelling is no fact.
Silent: names that are spelled alike, and similar names that may be two.
"""

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.model.claim import Claim
from factcheck.model.finding import COMPATIBLE, Finding


def find(case: Case) -> Iterable[Finding]:
    """One finding for every name that is spelled in two ways."""
    spelled: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in case.claims_of("name"):
        if claim.zone == "body":
            spelled[claim.value.canonical]["".join(claim.value.text.split())].append(claim)
    for variants in spelled.values():
        if len(variants) < 2 or len({_letters(v) for v in variants}) < 2:
            continue
        groups = sorted(variants.values(), key=lambda g: (-len(g), g[0].document, g[0].start))
        a, b = groups[0][0], groups[1][0]
        claims = [c for group in groups for c in group]
        sides = [n for n, group in enumerate(groups) for _ in group]
        message = f"{a.document} writes {quoted(a)}, {b.document} {quoted(b)}: one name in two spellings"
        yield case.finding("name-variant", COMPATIBLE, message, ("they differ in abbreviation, hyphens or diacritics only",), claims, sides=sides, attribute="name")


def _letters(text: str) -> str:
    """The spelling without what no editor minds: the style of apostrophes, and capitals."""
    return text.replace("’", "'").casefold()


RULE = Rule("name-variant", "one name in two spellings", find)
