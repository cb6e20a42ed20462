"""Days that no calendar has: 29 February 2023, 31 November.

Why it matters: whatever was meant, it is not what stands there.
Conflict: "on 31 November 2021".
Silent: 29 February 2024; a day without its month.
"""

import re
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, Finding

_NOUN = re.compile(r"-[0-9]|\s+[a-z]{3,}s\b")


def find(case: Case) -> Iterable[Finding]:
    """One finding for every impossible day."""
    for claim in case.claims_of("date"):
        if claim.detail.impossible and not _counts_what_follows(case, claim):
            yield case.finding(
                "impossible-date", CONFLICT, f"{claim.document} says {quoted(claim)}: there is no such day", ("the calendar has no such day",), [claim], attribute="date"
            )


def _counts_what_follows(case: Case, claim: Claim) -> bool:
    """Whether the number belongs to a noun behind it: "by November 31 states had passed the law"."""
    text = case.documents[claim.document].text
    return claim.text[:1].isalpha() and bool(_NOUN.match(text, claim.end))


RULE = Rule("impossible-date", "days that no calendar has", find, kinds=("date",))
