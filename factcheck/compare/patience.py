"""Rules within the limit of their time: one that takes too long over a document leaves that document out, and costs no other.

All documents together are given a time that no ordinary input comes near. Should it pass, each document is looked at alone, so
that the same ones are named however fast the machine is; then the rule runs over the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule, Rules
from factcheck.limits import LimitReached, Limits
from factcheck.model.alignment import Alignment
from factcheck.model.fact import Fact, Lookalike
from factcheck.model.finding import Finding
from factcheck.model.telling import Telling
from factcheck.patience import patience

_AT_FIRST = 20  # times the seconds of one document
_MANY = 100  # documents that are given as much again as one
_FEW = 4_000  # characters: a thousandth of a second's work for the slowest rule
_LARGE = 10_000  # claims: a document of more counts as several


class Patience:
    """How long rules may take, and what took longer.

    late: by id of a document the rules that took too long over it; given_up: rules that took too long over all of them.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self.late: dict[str, list[str]] = defaultdict(list)
        self.given_up: list[str] = []

    def all_found(self, rules: Rules, alignment: Alignment) -> Case:
        """The case with what all rules find in it. One clock runs over them all; should it run out, each rule gets its own."""
        case = Case(alignment)
        asked = rules.among(case.kinds)
        try:
            with self._at_first(rules, alignment.tellings):
                for rule in asked:
                    case.found.extend(rule.find(case))
                return case
        except TimeoutError:
            case = Case(alignment)
        for rule in asked:
            found, case = self.found(rule, case)
            case.found.extend(found)
        return case

    def _at_first(self, rules: Rules, tellings: Sequence[Telling]) -> AbstractContextManager[None]:
        """The clock over all rules; our own are done with a few lines before one is set."""
        if rules.are_own and sum(len(t.document.text) for t in tellings) < _FEW:
            return nullcontext()
        return patience(self._limits.rule_seconds * (_AT_FIRST + sum(map(_weight, tellings)) / _MANY))

    def found(self, rule: Rule, case: Case) -> tuple[list[Finding], Case]:
        """What a rule finds, and the case to go on with: another one if the rule was stopped in the middle of its work."""
        tellings = case.alignment.tellings
        seconds = self._limits.rule_seconds
        try:
            with patience(seconds * (_AT_FIRST + sum(map(_weight, tellings)) / _MANY)):
                return list(rule.find(case)), case
        except TimeoutError:
            pass
        slow = {t.document.id for t in tellings if not self._is_in_time(rule, _part(case, {t.document.id}), seconds * _weight(t))}
        for document in slow:
            self.late[document].append(rule.name)
        others = {t.document.id for t in tellings} - slow
        try:
            with patience(seconds * max(_AT_FIRST, sum(map(_weight, tellings)))):
                return (list(rule.find(_part(case, others))) if others else []), _afresh(case)
        except TimeoutError:
            self.given_up.append(rule.name)
            return [], _afresh(case)

    def _is_in_time(self, rule: Rule, alone: Case, seconds: float) -> bool:
        try:
            with patience(seconds):
                for _ in rule.find(alone):
                    pass
        except TimeoutError:
            return False
        return True

    def too_often(self) -> frozenset[str]:
        """Ids of documents over which so many rules took too long that nothing more is to be had from them."""
        return frozenset(document for document, rules in self.late.items() if len(rules) >= self._limits.rule_timeouts)

    def unread(self, name: Callable[[str], str]) -> list[tuple[str, str, bool]]:
        """What was not checked: path, reason, whether the rest of it was. name: the path of a document's id."""
        dropped = self.too_often()
        told = []
        for document, rules in sorted(self.late.items()):
            few = ", ".join(rules[:5]) + (f" and {len(rules) - 5:,} more" if len(rules) > 5 else "")
            if document in dropped:
                reason = LimitReached("rule-timeouts", self._limits, f"was left out: {len(rules):,} rules took too long over it ({few})")
            else:
                reason = LimitReached("rule-seconds", self._limits, f"was not checked by {few}, which took too long over it")
            told.append((name(document), str(reason), document not in dropped))
        told += [("(all documents)", str(LimitReached("rule-seconds", self._limits, f"were not checked by {rule}, which took too long over them")), True) for rule in self.given_up]
        return told


def _weight(telling: Telling) -> int:
    return 1 + len(telling.claims) // _LARGE


def _afresh(case: Case) -> Case:
    """The same case without what rules have worked out in it: one may have been stopped in the middle of that."""
    again = Case(case.alignment)
    again.found = case.found
    return again


def _part(case: Case, ids: set[str]) -> Case:
    """The case as it were if there were these documents only; facts stay as they were found."""
    whole = case.alignment
    facts = [Fact(f.kind, f.attribute, held, f.because, f.strength) for f in whole.facts if len(held := [c for c in f.claims if c.document in ids]) > 1]
    lookalikes = [
        Lookalike(pair.kind, pair.attribute, a, b, pair.reason)
        for pair in whole.lookalikes
        if (a := [c for c in pair.a if c.document in ids]) and (b := [c for c in pair.b if c.document in ids])
    ]
    tellings = [t for t in whole.tellings if t.document.id in ids]
    part = Case(Alignment(tellings, facts, lookalikes, whole.lineages, whole.witnesses, whole.contexts, whole.nearest))
    part.found = [f for f in case.found if all(e.document in ids for e in f.evidence)]
    return part
