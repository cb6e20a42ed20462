"""What a rule is: a file in `rules/` that turns facts of its kinds, or the whole case, into findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from factcheck.model.finding import Finding


class Rule(NamedTuple):
    """name: the slug; title: what it finds, one line; find: the case (documents, claims, facts) to findings; order: rules
    with a higher one run later and see what the others found; commands: those in which it runs; kinds: of claims, without any of
    which it finds nothing and is not asked.

    The module's docstring is what `explain` prints: a paragraph, then "Why it matters:", "Conflict:" and "Silent:".
    """

    name: str
    title: str
    find: Callable[[Any], Iterable[Finding]]
    order: int = 0
    commands: tuple[str, ...] = ("check", "verify")
    kinds: tuple[str, ...] = ()


class Rules(tuple[Rule, ...]):
    """Rules in the order in which they run.

    are_own: whether all of them are of this package, none a plug-in of others.
    """

    are_own: bool
    _known: dict[frozenset[str], tuple[Rule, ...]]

    def __new__(cls, rules: Iterable[Rule] = ()) -> Rules:
        made = super().__new__(cls, rules)
        made.are_own = all(getattr(rule.find, "func", rule.find).__module__.startswith("factcheck.") for rule in made)  # some are partials
        made._known = {}
        return made

    def among(self, kinds: Iterable[str]) -> tuple[Rule, ...]:
        """Those that may find something where there are claims of some kinds; worked out once for each set of kinds."""
        wanted = frozenset(kinds)
        found = self._known.get(wanted)
        if found is None:
            found = self._known[wanted] = tuple(rule for rule in self if not rule.kinds or not wanted.isdisjoint(rule.kinds))
        return found
