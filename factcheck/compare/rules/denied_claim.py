"""Denials: somebody denies what somebody else says: a dispute between them, not an error of the papers.

Why it matters: who reads one paper only takes the matter for settled, and a denial that is left out is a missing side.
Conflict: never; "the army denied that 50 died" and "the rebels said 50 died" are both true of what was said.
Silent: a denial of which nobody else tells the figure; what only may be; other figures, which other rules compare.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.model.claim import ASSERTED, DENIED, Claim
from factcheck.model.finding import COMPATIBLE, WARNING, Finding

NAME = "denied-claim"
KINDS = ("count", "percent", "money")
MANY = 40  # claims of one value that a denial is held against
NEAR = 160  # characters before a figure in which it is denied
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|did not say|never said)\b")
SHARED = 3  # content words and names that the two sentences share


def find(case: Case) -> Iterable[Finding]:
    """One finding for each denial and all who say what it denies."""
    for kind in KINDS:
        claims = [c for c in case.claims_of(kind) if c.zone == "body"]
        denials = [c for c in claims if c.mood == DENIED and c.attribution and _DENIES.search(case.documents[c.document].text, max(0, c.start - NEAR), c.start)]
        if not denials:
            continue
        by_value: dict[tuple, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.mood == ASSERTED:
                by_value[claim.attribute, claim.value.key()].append(claim)
        for denial in denials:
            told = [c for c in by_value[denial.attribute, denial.value.key()][:MANY] if _one_matter(case, denial, c)]
            if told:
                who = denial.attribution
                message = f"{told[0].document} tells of {quoted(told[0])}, which {who} denies in {denial.document}: a dispute of two sides"
                because = (f"denied by {who}", f"said by {told[0].attribution or told[0].document}", "each says so for himself")
                yield case.finding(NAME, COMPATIBLE, message, because, [denial, *told], sides=[0] + [1] * len(told), attribute=denial.attribute, severity=WARNING)


def _one_matter(case: Case, denial: Claim, claim: Claim) -> bool:
    """Whether what is told is what is denied: sentences with words in common, of papers on one story, and not one sentence."""
    if (denial.document, denial.sentence) == (claim.document, claim.sentence) or not case.related(denial, claim):
        return False
    return len(case.context(denial) & case.context(claim)) >= SHARED


RULE = Rule(NAME, "what one side says and the other denies", find, commands=("check",))
