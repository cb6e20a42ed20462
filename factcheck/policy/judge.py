"""What the project makes of findings: tolerances, severities, what is left out for some paths, and sources of low trust."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from itertools import combinations

from factcheck.config.settings import Settings, Tolerance
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.finding import COMPATIBLE, CONFLICT, NOTE, Finding
from factcheck.model.value import DateSpan, Quantity
from factcheck.policy.paths import fits


def judged(findings: list[Finding], claims: Mapping[str, Claim], documents: Mapping[str, Document], settings: Settings, folder: str, low: Collection[str]) -> list[Finding]:
    """The findings as the settings want them, those left out for a path gone. low: ids of documents of low trust."""
    meant = [(entry, {id for id, document in documents.items() if fits(entry.match, document, folder)}) for entry in settings.paths]
    kept = []
    for finding in findings:
        resting = {evidence.document for evidence in finding.evidence}
        here = [entry for entry, ids in meant if ids & resting]
        if any(finding.rule in entry.ignore for entry in here):
            continue
        _tolerate(finding, claims, settings.tolerance)
        _trust(finding, low)
        for table in (settings.severity, *(entry.severity for entry in here)):
            finding.severity = table.get(finding.rule, finding.severity) if finding.verdict not in ("agreement", COMPATIBLE) else finding.severity
        kept.append(finding)
    return kept


def _tolerate(finding: Finding, claims: Mapping[str, Claim], tolerances: Mapping[str, Tolerance]) -> None:
    """Turn a conflict whose values lie near enough into two values that can both be true."""
    tolerance = tolerances.get(finding.attribute)
    if tolerance is None or finding.verdict != CONFLICT:
        return
    sides: dict[int, list[Claim]] = {}
    for evidence in finding.evidence:
        if evidence.claim not in claims:
            return
        sides.setdefault(evidence.side, []).append(claims[evidence.claim])
    if len(sides) < 2 or not all(_near(a, b, tolerance) for one, other in combinations(sides.values(), 2) for a in one for b in other):
        return
    finding.verdict, finding.severity, finding.repairs = COMPATIBLE, NOTE, ()
    said = {"percent": "%", "day": " days", "absolute": ""}[tolerance.unit]
    finding.because = (*finding.because, f"the settings let {finding.attribute} differ by {tolerance.amount}{said}")


def _near(a: Claim, b: Claim, tolerance: Tolerance) -> bool:
    """Whether the possible values of two claims lie within the tolerance of each other."""
    if isinstance(a.value, DateSpan) and isinstance(b.value, DateSpan) and tolerance.unit == "day":
        bounds = (a.value.start, a.value.end, b.value.start, b.value.end)
        if None in bounds:
            return False
        return max((b.value.start - a.value.end).days, (a.value.start - b.value.end).days) <= tolerance.amount
    if not (isinstance(a.value, Quantity) and isinstance(b.value, Quantity)) or a.value.unit != b.value.unit or tolerance.unit == "day":
        return False
    gaps = [low - high for low, high in ((b.value.low, a.value.high), (a.value.low, b.value.high)) if low is not None and high is not None]
    gap = max([*gaps, Decimal(0)])
    if tolerance.unit == "absolute":
        return gap <= tolerance.amount
    ends = [abs(end) for value in (a.value, b.value) for end in (value.low, value.high) if end is not None]
    return bool(ends) and gap * 100 <= tolerance.amount * max(ends)


def _trust(finding: Finding, low: Collection[str]) -> None:
    """A conflict one side of which rests on sources of low trust alone is told, and fails nothing."""
    if finding.verdict != CONFLICT or not low:
        return
    sides: dict[int, set[str]] = {}
    for evidence in finding.evidence:
        sides.setdefault(evidence.side, set()).add(evidence.document)
    doubtful = [side for side in sides.values() if side <= set(low)]
    if doubtful and len(sides) > 1:
        finding.severity = NOTE
        finding.because = (*finding.because, f"the settings put little trust in {', '.join(sorted(set().union(*doubtful)))}")
