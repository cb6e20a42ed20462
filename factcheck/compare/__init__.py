"""4  an Alignment becomes Findings: every rule in `rules/`, worst first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from factcheck.compare.patience import Patience
from factcheck.compare.protocol import Rule, Rules
from factcheck.model.alignment import Alignment
from factcheck.model.finding import (
    ADDED,
    AGREEMENT,
    CHANGED,
    COMPATIBLE,
    CONFLICT,
    DIFFERENT_EVENT,
    REMOVED,
    UNSUPPORTED,
    Finding,
)
from factcheck.registry import plugins

ORDER = {CONFLICT: 0, CHANGED: 1, REMOVED: 2, ADDED: 3, UNSUPPORTED: 4, DIFFERENT_EVENT: 5, COMPATIBLE: 6, AGREEMENT: 7}


@lru_cache(maxsize=64)
def chosen_rules(command: str, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Rules:
    """The rules of a command to run, in order: all, or those selected, less those ignored."""
    wanted, unwanted = set(select), set(ignore)
    return Rules(r for r in plugins("RULE") if command in r.commands and (not wanted or r.name in wanted) and r.name not in unwanted)


def compare(alignment: Alignment, rules: Iterable[Rule], patience: Patience | None = None) -> list[Finding]:
    """All findings of the rules, worst first; of equal rank those with more evidence first, then by place.

    patience: how long a rule may take; it is told what took longer. Where one of the documents is a draft, only what touches it counts: its sources are not on trial.
    """
    case = (patience or Patience()).all_found(rules if isinstance(rules, Rules) else Rules(rules), alignment)
    found = case.found
    if case.drafts:
        found = [f for f in found if f.verdict == REMOVED or any(e.document in case.drafts for e in f.evidence)]
    return ordered(found)


class _ById:
    """The last thing to order findings by: its digest is worked out only where all else is equal."""

    __slots__ = ("_finding",)

    def __init__(self, finding: Finding) -> None:
        self._finding = finding

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and self._finding.id == other._finding.id

    def __lt__(self, other: _ById) -> bool:
        return self._finding.id < other._finding.id


def ordered(findings: list[Finding]) -> list[Finding]:
    """Findings worst first; of equal rank those with more evidence first, then by place."""
    if len(findings) < 2:
        return findings
    return sorted(findings, key=lambda f: (ORDER.get(f.verdict, 9), f.severity != "error", -len({e.document for e in f.evidence}), f.rule, f.evidence[0].document, f.evidence[0].start, _ById(f)))
