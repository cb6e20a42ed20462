"""Suppressions: findings that somebody has decided on do not count, for as long as what they are about stays the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.config.settings import Suppression

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Notice, Report


def suppressed(report: Report, entries: Sequence[Suppression], in_sources: Iterable[Suppression], today: date | None) -> Report:
    """The report with what the entries suppress set aside, and with notices on entries that are no good."""
    from factcheck.public.report import SetAside

    fingerprints = {claim.id: claim.fingerprint for claim in report.claims}
    notices: list[Notice] = [_notice("suppression-in-source", entry, "a mark in a source has no effect") for entry in in_sources]
    aside, left, used = [], [], set()
    usable = [entry for entry in entries if _is_good(entry, today, notices)]
    for finding in report.findings:
        entry = next((entry for entry in usable if _meant(entry, finding, fingerprints)), None)
        if entry is None:
            left.append(finding)
            continue
        used.add(id(entry))
        aside.append(SetAside(finding=finding, by="suppression", reason=entry.reason, owner=entry.owner, until=entry.until, where=entry.path, inline=entry.inline))
    notices += [_notice("suppression-unused", entry, f"nothing is found that {_named(entry)} would suppress", "note") for entry in usable if id(entry) not in used]
    unchecked = sum(entry.until is not None for entry in entries) if today is None else 0
    notes = (f"{unchecked} suppression{'s have' if unchecked > 1 else ' has'} a last day that was not looked at: give --today",) if unchecked else ()
    summary = report.summary.model_copy(update={"suppressed": len(aside), "notes": (*report.summary.notes, *notes)})
    made = report.model_copy(update={"set_aside": (*report.set_aside, *aside), "policy": (*report.policy, *notices), "summary": summary})
    return with_findings(made, left)


def with_findings(report: Report, findings: Sequence[Finding]) -> Report:
    """The report with these findings, and a summary that counts them."""
    from collections import Counter

    verdicts = dict(sorted(Counter(finding.verdict for finding in findings).items()))
    summary = report.summary.model_copy(update={"findings": len(findings), "verdicts": verdicts})
    return report.model_copy(update={"findings": tuple(findings), "summary": summary})


def _is_good(entry: Suppression, today: date | None, notices: list[Notice]) -> bool:
    missing = [name for name in ("reason", "owner") if not (getattr(entry, name) or "").strip()]
    if missing:
        notices.append(_notice("suppression-without-reason", entry, f"{_named(entry)} has no {' and no '.join(missing)}, and so no effect"))
    elif today is not None and entry.until is not None and entry.until < today:
        notices.append(_notice("suppression-expired", entry, f"{_named(entry)} of {entry.owner} expired on {entry.until.isoformat()}: {entry.reason}"))
    else:
        return True
    return False


def _meant(entry: Suppression, finding: Finding, fingerprints: dict[str, str]) -> bool:
    if entry.rule is not None and entry.rule != finding.rule:
        return False
    # Agreements need no suppressing; an entry for a claim is for what speaks against it.
    if finding.verdict in ("agreement", "compatible", "different-event") and finding.severity == "note":
        return False
    return entry.id == finding.id or any(fingerprints.get(e.claim or "") == entry.id for e in finding.evidence)


def _named(entry: Suppression) -> str:
    return f"the suppression of {entry.id}" + (f" ({entry.rule})" if entry.rule else "")


def _notice(rule: str, entry: Suppression, message: str, severity: str = "warning") -> Notice:
    from factcheck.public.report import Notice

    return Notice(rule=rule, severity=severity, message=message, path=entry.path, line=entry.line)  # type: ignore[arg-type]
