"""Heads and their deputies: one person called by an office of which another place makes the same person the deputy."""

from __future__ import annotations

from factcheck.compare.case import Case
from factcheck.compare.steps import quoted
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, WARNING, Finding

DEPUTY = "deputy"  # the status that deputies and assistants have
SOLE = words("roles", "exclusive.sole")


def called_head(case: Case, claim: Claim) -> bool:
    """Whether a claim without a status gives an office that one person has at a time as what its holder is called: Mayor Ana
    Reyes; the mayor, Ana Reyes."""
    holder = claim.value.holder  # type: ignore[union-attr]
    if not holder or claim.value.title not in SOLE:  # type: ignore[union-attr]
        return False
    text = case.documents[claim.document].text
    if claim.text[:1].isupper() and text.startswith(f" {holder}", claim.end):
        return True
    return text.startswith(f", {holder},", claim.end) and text[max(0, claim.start - 4) : claim.start].lower() == "the "


def head_and_deputy(case: Case, rule: str, person: str, heads: list[Claim], deputies: list[Claim]) -> Finding:
    """The conflict between places that call a person by an office and places that make the same person the deputy."""
    a, b = heads[0], deputies[0]
    other = f", {b.document} {quoted(b)}" if b.document != a.document else f" and also {quoted(b)}"
    message = f"{a.document} calls {person.title()} {quoted(a)}{other}"
    repairs = (f"the office is to be {a.text}", f"the office is to be {b.text}")
    sides = [0] * len(heads) + [1] * len(deputies)
    because = ("one person holds the office at a time, and a deputy is another",)
    return case.finding(rule, CONFLICT, message, because, [*heads, *deputies], sides=sides, repairs=repairs, attribute=f"office of {person.title()}", severity=WARNING)
