"""In `verify`: a claim of the draft that no source speaks to.

Why it matters: what no source supports is either the author's own or invented, and an editor must know which.
Conflict: never; nothing speaks against it either. It is told as unsupported.
Silent: names, offices and happenings, and everything in side boxes and links.
"""

from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.model.finding import DIFFERENT_EVENT, UNSUPPORTED, Finding

CHECKABLE = ("age", "count", "date", "duration", "measure", "money", "number", "ordinal", "percent", "quotation")


def find(case: Case) -> Iterable[Finding]:
    """One finding for each claim of a draft that stands in no finding together with a source."""
    spoken = {
        e.claim
        for f in case.found
        if f.verdict != DIFFERENT_EVENT and any(e.document not in case.drafts for e in f.evidence)
        for e in f.evidence
    }
    for kind in CHECKABLE if case.drafts else ():
        for claim in case.claims_of(kind):
            if claim.document in case.drafts and claim.zone in ("body", "headline") and claim.id not in spoken and claim.attribute != "url-date":
                message = f"no source speaks to {quoted(claim)}"
                because = ("no source has a claim on the same fact",)
                yield case.finding("unsupported-claim", UNSUPPORTED, message, because, [claim], attribute=claim.attribute)


RULE = Rule("unsupported-claim", "claims of a draft that no source speaks to", find, order=100, commands=("verify",))
