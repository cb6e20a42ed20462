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
