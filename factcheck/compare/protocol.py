"""What a rule is: a file in `rules/` that turns facts of its kinds, or the whole case, into findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from factcheck.model.finding import Finding


class Rule(NamedTuple):
    """name: the slug; title: what it finds, one line; find: the case (documents, claims, facts) to findings.

    The module's docstring is what `explain` prints: a paragraph, then "Why it matters:", "Conflict:" and "Silent:".
    """

    name: str
    title: str
    find: Callable[[Any], Iterable[Finding]]
