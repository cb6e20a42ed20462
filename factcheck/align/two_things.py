"""What forbids two claims to be on one fact, whatever else speaks for it: two scopes, two wholes, a change and a level."""

from __future__ import annotations

from factcheck.align.figures import one_figure, telling
from factcheck.lexicon import by_word, words
from factcheck.model.claim import Claim

FATES = frozenset(by_word("families", "fate").values())
SPECIFIC = FATES | frozenset(by_word("families", "things").values())
GENERAL = words("sorts", "general")
VAGUE = GENERAL | {"person", "total"}
NOUNLESS = VAGUE - {"time", "thing", "way"}
"""Attributes of figures that are said of no noun."""
WHOLE = frozenset(("whole",))
"""Told as the whole of a part: "none of the 30 passengers" are as many as "30 passengers"."""
PEOPLE = words("sorts", "people")
COUNTING = ("count", "number", "duration")
TELLING = 2  # how telling a figure must be that is said of two nouns


def of_two_things(a: Claim, b: Claim) -> bool:
    """Whether two claims of one kind and unit are told to be of two things.

    The same number of another thing is no agreement: twelve dead are not twelve hurt, a rise by 5 is not a rise to 5, and $2
    million a year are not $2 million a month.
    """
    if change_of(a) != change_of(b) or (a.scope and b.scope and scopes_apart(a, b)):
        return True
    if a.kind == "ordinal" and (a.detail.modifiers != b.detail.modifiers or a.detail.since != b.detail.since):
        return True
    rate_a, rate_b = a.attribute.partition(" per ")[2], b.attribute.partition(" per ")[2]
    if rate_a and rate_b and rate_a != rate_b:
        return True
    return a.attribute != b.attribute and ({a.attribute, b.attribute} <= SPECIFIC or two_wholes(a.attribute, b.attribute))


def scopes_apart(a: Claim, b: Claim) -> bool:
    """Whether the words that narrow two claims differ: confirmed cases and probable ones, second terms and first ones."""
    scope_a, scope_b = (set(c.scope) - (WHOLE if one_figure(a, b) else frozenset()) for c in (a, b))
    if scope_a != scope_b:
        return True
    if a.kind == "ordinal" and (a.detail.modifiers != b.detail.modifiers or a.detail.since != b.detail.since):
        return True
    group_a, group_b = of_a_group(a), of_a_group(b)
    return bool(group_a and group_b) and group_a != group_b and a.attribute in PEOPLE


def of_a_group(claim: Claim) -> str:
    """Of which people a count is told, or "" for people at large: six children are some of ten people."""
    noun = getattr(claim.detail, "noun", "")
    if noun in words("families", "anybody"):
        return ""
    group = by_word("families", "things").get(noun, noun)  # demonstrators are protesters
    return group if claim.attribute in FATES or claim.attribute == "person" else ""


def of_another_breadth(a: Claim, b: Claim) -> bool:
    """Whether one counts a narrower sort of things than the other: of seven vessels six are ferries."""
    nouns = {getattr(c.detail, "noun", "") for c in (a, b)}
    return len(nouns) > 1 and not nouns.isdisjoint(words("families", "narrower"))


def of_the_rest(claim: Claim) -> bool:
    """Whether it counts what is left besides others that were counted: "three others"."""
    return not words("families", "rest").isdisjoint(claim.text.lower().split())


def of_many_turns(claim: Claim) -> bool:
    """Whether an ordinal is of what an event has several of: the second day of a trial and the third are two days."""
    return claim.attribute.removeprefix("order of ") in words("sorts", "many_turns")


def in_a_row(claim: Claim) -> bool:
    """Whether it counts what came one after the other: "eight straight games" are not all of a season's."""
    return not words("families", "in_a_row").isdisjoint(claim.text.lower().split())


def of_other_nouns(a: Claim, b: Claim) -> bool:
    """Whether two figures are said of things named by other nouns, and are such as any two things have: three shells, three women.

    A telling figure is seldom the same by chance: 125 seats and 125 constituencies are one thing.
    """
    if a.attribute == b.attribute or a.kind not in COUNTING or a.attribute in NOUNLESS or b.attribute in NOUNLESS:
        return False
    return min(telling(a), telling(b)) < TELLING


def two_wholes(a: str, b: str) -> bool:
    """Whether two attributes are shares of two things; the vote and the voters are one."""
    of_a, of_b = a.removeprefix("share of "), b.removeprefix("share of ")
    return not {of_a, of_b} & VAGUE and of_a != a and of_b != b and not of_a.startswith(of_b) and not of_b.startswith(of_a)


def change_of(claim: Claim) -> str:
    """The word "rise", "fall" or "change" where the value is the size of a change, which no level is."""
    change, _, of = claim.attribute.partition(" of ")
    return change if of and change in ("rise", "fall", "change") else ""
