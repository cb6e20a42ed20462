"""The whole text of a document with its claims marked: each stretch of text belongs to one claim or to none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.normalised import normalised

if TYPE_CHECKING:
    from factcheck.public.report import Claim

LONGEST, LONGEST_OF_ALL = 200_000, 3_000_000
"""Characters shown of a text, and of all texts of a report."""
_RANKS = ("conflict", "changed", "removed", "added", "unsupported", "different-event", "compatible", "agreement", "")


class Link(NamedTuple):
    """Where a claim leads: the anchor of the worst finding that rests on it, and that finding's verdict."""

    anchor: str
    verdict: str
    number: int


class Stretch(NamedTuple):
    """Some text: plain if it has no title, else a claim with what was read there; place: its own anchor, once a claim."""

    text: str
    title: str = ""
    link: Link | None = None
    place: str = ""


class Annotated(NamedTuple):
    """A document's text in stretches, and how many characters at its end are left out."""

    stretches: list[Stretch]
    rest: int
    claims: int


def annotated(text: str, claims: Sequence[Claim], links: Mapping[str, Link], prefix: str, limit: int) -> Annotated:
    """Mark the claims of one text; where two overlap the one in the worse finding shows, else the shorter."""
    shown = text[: min(limit, LONGEST)]
    owner = [-1] * len(shown)

    def rank(claim: Claim) -> tuple[int, int]:
        link = links.get(claim.id)
        return _RANKS.index(link.verdict if link else ""), claim.end - claim.start

    order = sorted(range(len(claims)), key=lambda n: rank(claims[n]), reverse=True)
    for n in order:
        claim = claims[n]
        low, high = claim.start, min(claim.end, len(shown))
        owner[low:high] = [n] * max(0, high - low)
    stretches, placed = [], set()
    for n, run in groupby(range(len(shown)), key=owner.__getitem__):
        at = list(run)
        said = shown[at[0] : at[-1] + 1]
        if n < 0:
            stretches.append(Stretch(said))
            continue
        claim = claims[n]
        place = f"{prefix}-{claim.start}"
        place = "" if place in placed else place
        placed.add(place)
        value = normalised(claim)
        title = f"{claim.kind}, {claim.attribute}" if claim.attribute not in (claim.kind, "") else claim.kind
        stretches.append(Stretch(said, f"{title}: {value}" if value else title, links.get(claim.id), place))
    return Annotated(stretches, len(text) - len(shown), len(claims))
