"""What a run can be told: plain records, without files or checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from factcheck.limits import Limits

FAIL_ON = ("conflict", "warning", "any", "never")
SEVERITIES = ("error", "warning", "note")
TRUST = ("normal", "low")


@dataclass(frozen=True)
class Tolerance:
    """How far two values may lie apart and still be told as compatible: an amount, a share of the greater one, or days."""

    amount: Decimal
    unit: str = "absolute"  # or "percent", "day"


@dataclass(frozen=True)
class PathSettings:
    """What holds for findings that rest on a document whose path fits one of the patterns, and for the document itself."""

    match: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    publisher: str | None = None
    date: date | None = None


@dataclass(frozen=True)
class SourceGroup:
    """Documents that count as one source: patterns of their paths, ids or publishers; trust: how far they are relied on."""

    name: str
    members: tuple[str, ...]
    trust: str = "normal"


@dataclass(frozen=True)
class Person:
    """What is known of somebody."""

    name: str
    born: date | None = None
    age: int | None = None
    office: str | None = None


@dataclass(frozen=True)
class Reference:
    """What is known: sentences and people that documents are held against; date: the day on which ages and offices hold."""

    facts: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    sheet: str | None = None
    date: date | None = None


@dataclass(frozen=True)
class Suppression:
    """A finding that is not to count: by its id, or by the fingerprint of a claim that it rests on.

    rule: only findings of this rule; reason, owner: without them it has no effect; until: its last day; path, line: where it
    stands; inline: whether that is the draft itself.
    """

    id: str
    rule: str | None = None
    reason: str | None = None
    owner: str | None = None
    until: date | None = None
    path: str | None = None
    line: int | None = None
    inline: bool = False


@dataclass(frozen=True)
class EditorsReview:
    """An editor's rating of the claim on one side of a finding."""

    finding: str
    rating: int
    label: str
    author: str
    side: int = 0
    best: int = 5
    worst: int = 1
    url: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Settings:
    """What a run can be told.

    select: only these rules run, all if empty; ignore: these do not; fail_on: the least finding that gives exit status 1;
    as_of: the day of documents that carry no date of their own; baseline: file of findings that are known already; severity: by
    rule; tolerance: by attribute; families: words that count one thing, by the word they are told as; aliases: other names of
    a name; today: the day that expiries are held against; must_keep: facts that a new version may not lose; limits: how much
    of a document is read; path: the file all this comes from.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "conflict"
    as_of: date | None = None
    baseline: str | None = None
    severity: Mapping[str, str] = field(default_factory=dict)
    tolerance: Mapping[str, Tolerance] = field(default_factory=dict)
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paths: tuple[PathSettings, ...] = ()
    source_groups: tuple[SourceGroup, ...] = ()
    reference: Reference | None = None
    suppress: tuple[Suppression, ...] = ()
    reviews: tuple[EditorsReview, ...] = ()
    must_keep: tuple[str, ...] = ()
    limits: Limits = Limits()
    today: date | None = None
    path: str | None = None

    def runs(self, rule: str) -> bool:
        """Whether a rule is to run."""
        return (not self.select or rule in self.select) and rule not in self.ignore
