"""Days that no calendar has: 29 February 2023, 31 November.

Why it matters: whatever was meant, it is not what stands there.
Conflict: "on 31 November 2021".
Silent: 29 February 2024; a day without its month.
"""

from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted
from factcheck.model.finding import CONFLICT, Finding


def find(case: Case) -> Iterable[Finding]:
    """One finding for every impossible day."""
    for claim in case.claims_of("date"):
        if claim.detail.impossible:
            yield case.finding(
                "impossible-date", CONFLICT, f"{claim.document} says {quoted(claim)}: there is no such day", ("the calendar has no such day",), [claim], attribute="date"
            )


RULE = Rule("impossible-date", "days that no calendar has", find)
