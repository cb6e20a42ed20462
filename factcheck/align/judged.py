"""What is concluded of two claims: that they are on one fact, only look alike, or neither; and why."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.align.context import Contexts
from factcheck.model.claim import Claim


class Judged(NamedTuple):
    """same: on one fact; different: look alike, but are established to be of two events; because: the steps."""

    same: bool
    different: bool
    because: tuple[str, ...]


NEITHER = Judged(False, False, ())


def steps(claim: Claim, shared: frozenset[str], contexts: Contexts) -> tuple[str, ...]:
    """Why two claims are on one fact, in the words of the first one's sentence. shared: what the sentences have in common."""
    printed = contexts.printed(claim, shared)
    on = f"both are on the {claim.attribute}"
    return (on, f"both sentences speak of {printed}") if printed else (on,)
