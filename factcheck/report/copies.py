"""Who copies whom: the documents gathered by the agency or first copy that they go back to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.dates import written
from factcheck.report.escape import clipped, terminal

if TYPE_CHECKING:
    from factcheck.public.report import Report

MOST_MEMBERS, MOST_GROUPS, ROW, TOP, WIDTH = 12, 20, 34, 20, 900


class Member(NamedTuple):
    """A document in a group; y: the height of its line in the picture."""

    id: str
    label: str
    said: str
    target: str
    y: float


class Group(NamedTuple):
    """Documents that count as one source: what they go back to, and whether that is an agency or one of them."""

    name: str
    is_agency: bool
    size: int
    members: tuple[Member, ...]
    y: float


class Copies(NamedTuple):
    """The picture: groups of several documents or of a named agency; alone: the ids of all other documents."""

    width: int
    height: float
    groups: tuple[Group, ...]
    alone: tuple[str, ...]
    more_groups: int


def copies(report: Report) -> Copies:
    """Groups by size, in each the earliest document first."""
    place = {document.id: n for n, document in enumerate(report.documents, 1)}
    by_lineage: dict[str, list] = {}
    for document in report.documents:
        by_lineage.setdefault(document.lineage or document.id, []).append(document)
    groups, alone = [], []
    for name, found in by_lineage.items():
        if len(found) == 1 and name in place:
            alone.append(found[0].id)
        else:
            groups.append((name, sorted(found, key=lambda d: (d.date.start if d.date and d.date.start else date.max, d.id))))
    groups.sort(key=lambda pair: (-len(pair[1]), pair[0]))
    drawn, y = [], float(TOP)
    for name, found in groups[:MOST_GROUPS]:
        members = []
        for document in found[:MOST_MEMBERS]:
            members.append(Member(document.id, clipped(terminal(document.id), 34), written(document.date), f"document-{place[document.id]}", y))
            y += ROW
        y += ROW * (0.9 if len(found) > MOST_MEMBERS else 0.35)
        drawn.append(Group(clipped(terminal(name), 26), name not in place, len(found), tuple(members), (members[0].y + members[-1].y) / 2))
    return Copies(WIDTH, y, tuple(drawn), tuple(alone), max(0, len(groups) - MOST_GROUPS))
