"""Facts of an old version that a new one may not lose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.errors import UsageError
from factcheck.model.claim import Claim
from factcheck.model.finding import CHANGED, ERROR, REMOVED, Evidence, Finding
from factcheck.model.telling import Telling

LOST = ("changed", "dropped")
RULE = "fact-changed"


def must_keep(findings: list[Finding], tellings: Sequence[Telling], wanted: Iterable[str]) -> list[Finding]:
    """The findings, those errors that lose a wanted fact; one is added where a wanted name or happening is lost.

    wanted: words of a claim, an attribute, a kind, or a fingerprint. Raises UsageError for one that names no fact of the old
    version: a gate that guards nothing would pass for ever.
    """
    old = [claim for telling in tellings if telling.document.role != "draft" for claim in telling.claims]
    held = {(c.kind, c.attribute, c.value.key()) for telling in tellings if telling.document.role == "draft" for c in telling.claims}
    told = {evidence.claim: finding for finding in findings if finding.verdict in (CHANGED, REMOVED) for evidence in finding.evidence}
    added: list[Finding] = []
    for want in wanted:
        meant = [claim for claim in old if _is_meant(want, claim)]
        if not meant:
            raise UsageError(f"{want!r} names no fact of the old version", where="--must-keep", fix="give words of one, its attribute or its fingerprint")
        for claim in meant:
            finding = told.get(claim.id)
            if finding is None and (claim.kind, claim.attribute, claim.value.key()) not in held and not _stands_in(claim, findings):
                finding = told[claim.id] = _lost(claim)
                added.append(finding)
            if finding is not None and finding.change in LOST:
                finding.severity = ERROR
                step = f"“{want}” must be kept"
                finding.because = finding.because if step in finding.because else (*finding.because, step)
    return findings + added


def _is_meant(want: str, claim: Claim) -> bool:
    plain = " ".join(want.split()).casefold()
    return plain in (claim.attribute.casefold(), claim.kind, claim.fingerprint) or plain in " ".join(claim.text.split()).casefold()


def _stands_in(claim: Claim, findings: Iterable[Finding]) -> bool:
    return any(evidence.claim == claim.id for finding in findings for evidence in finding.evidence)


def _lost(claim: Claim) -> Finding:
    words = " ".join(claim.text.split())
    evidence = Evidence(claim.document, claim.start, claim.end, claim.text, claim.id, claim.sentence)
    finding = Finding(RULE, REMOVED, f"“{words}” is gone", ("the new version has no such claim",), [evidence], attribute=claim.attribute)
    finding.change = "dropped"
    return finding
