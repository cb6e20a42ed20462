"""What a minister is minister of: one portfolio told in two orders of words, or two that nobody confuses.

Papers call one ministry by several names, so that only portfolios of which no group of the lexicon holds both are two.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.compare.case import Case
from factcheck.lexicon import table
from factcheck.model.claim import Claim

_OF = re.compile(r"\A(minister|secretary) (?:of|for) (?:the )?([a-z]+)\Z")
_BEFORE = re.compile(r"\A([a-z]+) (?:minister|secretary)\Z")
_JOINED = re.compile(r"(?:\band|\bfor|[&/-])\s?\Z|\A\s?(?:and|&|/)\s", re.IGNORECASE)
REACH = 8  # characters beside a title in which it is joined to a further portfolio


@cache
def one_order(title: str) -> str:
    """A title with its portfolio in front.

    >>> one_order("minister of transport"), one_order("secretary of state")
    ('transport minister', 'secretary of state')
    """
    found = _OF.match(title)
    return f"{found[2]} {found[1]}" if found and found[2] in _groups() else title


def full_title(claim: Claim) -> str:
    """A title with what makes another office of it: deputy, vice."""
    title, status = one_order(claim.value.title), claim.value.status
    return f"{status} {title}" if status in ("deputy", "vice") else title


def apart(case: Case, a: Claim, b: Claim) -> bool:
    """Whether two titles are of one portfolio each, and these are of two ministries: energy and finance."""
    one, two = (_BEFORE.match(one_order(c.value.title)) for c in (a, b))
    if one is None or two is None or not {one[1], two[1]} <= _groups().keys() or any(_is_joined(case, c) for c in (a, b)):
        return False
    return _groups()[one[1]].isdisjoint(_groups()[two[1]])


def _is_joined(case: Case, claim: Claim) -> bool:
    """Whether the title is told with another portfolio: "industry and energy minister"."""
    text = case.documents[claim.document].text
    return bool(_JOINED.search(text[max(0, claim.start - REACH) : claim.start]) or _JOINED.search(text[claim.end : claim.end + REACH]))


@cache
def _groups() -> dict[str, frozenset[int]]:
    """By portfolio the numbers of the groups that hold it."""
    found: dict[str, set[int]] = {}
    for n, group in enumerate(table("roles")["portfolios"]["alike"]):
        for word in group.split():
            found.setdefault(word, set()).add(n)
    return {word: frozenset(numbers) for word, numbers in found.items()}
