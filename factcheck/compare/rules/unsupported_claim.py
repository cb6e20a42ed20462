"""In `verify`: a claim of the draft that no source speaks to.

Why it matters: what no source supports is either the author's own or invented, and an editor must know which.
Conflict: never; nothing speaks against it either. It is told as unsupported.
Silent: names, offices and happenings, and everything in side boxes and links.
"""

from collections.abc import Iterable

from factcheck.compare.case import Case, part_of_one
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.model.claim import Claim
from factcheck.model.finding import DIFFERENT_EVENT, UNSUPPORTED, Finding

CHECKABLE = ("age", "count", "date", "duration", "measure", "money", "number", "ordinal", "percent", "quotation", "time")
WRITTEN = ("dateline",)  # says when the draft was written, which is no matter for sources
SPOKEN = 4  # words; fewer that nobody is named for are a word in marks, not a remark
SMALL = frozenset("a an and as at by for from in of on or the to with".split())  # written small within a title


def find(case: Case) -> Iterable[Finding]:
    """One finding for each claim of a draft that stands in no finding together with a source."""
    spoken = {
        e.claim
        for f in case.found
        if f.verdict != DIFFERENT_EVENT and any(e.document not in case.drafts for e in f.evidence)
        for e in f.evidence
    }
    spoken |= {w.claim.id for draft in case.drafts for w in case.witnesses(draft) if w.basis in WRITTEN}
    unheard: list[Claim] = []
    for kind in CHECKABLE if case.drafts else ():
        for claim in case.claims_of(kind):
            if claim.kind == "time" and part_of_one(claim, unheard):
                continue
            if claim.document in case.drafts and claim.zone in ("body", "headline") and claim.id not in spoken and _is_checkable(claim, case.documents[claim.document].title or ""):
                unheard.append(claim)
                message = f"no source speaks to {quoted(claim)}"
                near = case.nearest(claim)
                because = ("no source has a claim on the same fact",)
                if near is not None:
                    because = (f"nearest to it, {near.document} says {quoted(near)}, but too little shows that both are on one fact",)
                yield case.finding("unsupported-claim", UNSUPPORTED, message, because, [claim], attribute=claim.attribute)


def _is_checkable(claim: Claim, title: str) -> bool:
    """Whether a source should be expected to speak to it: not a year that is part of a name, an end of a range that is told
    as a whole, the year that the title gives, a title between quotation marks."""
    if claim.kind == "date":
        return claim.attribute != "url-date" and not claim.detail.is_label and claim.detail.endpoint is None and not (
            claim.detail.form == "calendar" and claim.detail.grain == "year" and str(claim.detail.year) in title
        )
    if claim.kind == "quotation" and claim.value.speaker is None:
        return len(claim.value.words) >= SPOKEN and not all(w[:1].isupper() or w in SMALL for w in claim.value.text.split())
    return True


RULE = Rule("unsupported-claim", "claims of a draft that no source speaks to", find, order=100, commands=("verify",))
