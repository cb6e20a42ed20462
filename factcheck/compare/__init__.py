"""4  an Alignment becomes Findings: every rule in `rules/`, worst first."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.model.alignment import Alignment
from factcheck.model.finding import AGREEMENT, COMPATIBLE, CONFLICT, DIFFERENT_EVENT, UNSUPPORTED, Finding
from factcheck.registry import plugins

ORDER = {CONFLICT: 0, UNSUPPORTED: 1, DIFFERENT_EVENT: 2, COMPATIBLE: 3, AGREEMENT: 4}


def chosen_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple:
    """The rules to run: all, or those selected, less those ignored."""
    wanted, unwanted = set(select), set(ignore)
    return tuple(r for r in plugins("RULE") if (not wanted or r.name in wanted) and r.name not in unwanted)


def compare(alignment: Alignment, rules: Iterable) -> list[Finding]:
    """All findings of the rules, worst first; of equal rank those with more evidence first, then by place."""
    case = Case(alignment)
    found = [finding for rule in rules for finding in rule.find(case)]
    found.sort(key=lambda f: (ORDER.get(f.verdict, 9), f.severity != "error", -len({e.document for e in f.evidence}), f.rule, f.evidence[0].document, f.evidence[0].start, f.id))
    return found
