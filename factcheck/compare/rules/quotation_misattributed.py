"""The same words given to two different people.

Why it matters: one of the two never said it, and a wrong name under a quotation harms both.
Conflict: “The bridge was never safe,” said the engineer Anna Holt, in one paper; said the mayor, Ben Cole, in the other.
Silent: a name and its surname; an organisation and who speaks for it; a joint statement of both; a speaker that is not named
or only guessed; words so few that two people may well have said them.
"""

from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.quotations import quotations
from factcheck.compare.steps import quoted
from factcheck.model.finding import CONFLICT, Finding

NAME = "quotation-misattributed"


def find(case: Case) -> Iterable[Finding]:
    """One finding for each pair of speakers of the same words."""
    if len(case.claims_of("quotation")) < 2:
        return
    told: set[tuple[str, str]] = set()
    for left, right in quotations(case).misattributed:
        a, b = sorted((left[0], right[0]), key=lambda c: (c.document, c.start))
        if (a.id, b.id) in told:
            continue
        told.add((a.id, b.id))
        first, second = a.value.speaker, b.value.speaker  # type: ignore[union-attr]
        message = f"{quoted(min(a, b, key=lambda c: len(c.text)))} is said by {first} in {a.document}, by {second} in {b.document}"
        because = (f"{a.document} names {first}", f"{b.document} names {second}", "the words are the same")
        repairs = (f"name {first} in {b.document}", f"name {second} in {a.document}")
        sides = [0] * len(left) + [1] * len(right)
        yield case.finding(NAME, CONFLICT, message, because, [*left, *right], sides=sides, repairs=repairs, attribute="quotation")


RULE = Rule(NAME, "the same words given to two speakers", find, kinds=("quotation",))
