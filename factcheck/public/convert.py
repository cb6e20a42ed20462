"""From the inner records to the public models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter

from factcheck.model.claim import Claim as InnerClaim
from factcheck.model.document import Document as InnerDocument
from factcheck.model.finding import Finding as InnerFinding
from factcheck.model.original import Original
from factcheck.model.telling import Telling
from factcheck.public.places import Places
from factcheck.public.report import (
    Claim,
    Coverage,
    DraftCoverage,
    Evidence,
    Finding,
    Report,
    ReportDocument,
    Skipped,
    Summary,
    WrittenOn,
)

_CLAIMS = TypeAdapter(list[Claim])
"""All claims of a document at once, which costs less than one by one."""


def claim(inner: InnerClaim, original: Original | None = None) -> Claim:
    """One claim; original: of its document, if that was made plain to read."""
    made = Claim.model_validate(inner)
    if original is None:
        return made
    start, end = original.start(made.start), original.end(made.end)
    return made.model_copy(update={"start": start, "end": end, "text": original.text[start:end]})


def document(inner: InnerDocument) -> ReportDocument:
    """One document, without its text."""
    written = inner.date
    return ReportDocument(
        id=inner.id,
        path=inner.path,
        title=inner.title or inner.headline,
        publisher=inner.publisher,
        url=inner.url,
        lineage=inner.lineage,
        role=inner.role,  # type: ignore[arg-type]
        date=WrittenOn.model_validate(written) if written is not None else None,
        sha256=inner.sha256,
        characters=len(inner.text if inner.original is None else inner.original.text),
        notices=inner.notices,
        format=inner.format,
        part=inner.part,
        author=inner.author,
        modified=inner.modified,
    )


def finding(inner: InnerFinding, places: dict[str, Places]) -> Finding:
    """One finding with its places."""
    evidence = []
    for e in inner.evidence:
        where = places[e.document]
        start, end, text = where.span(e.start, e.end, e.text)
        line, column = where.line_and_column(start)
        evidence.append(
            Evidence(
                document=e.document,
                claim=e.claim,
                start=start,
                end=end,
                text=text,
                line=line,
                column=column,
                sentence=where.sentence(e.start, e.end),
                side=e.side,
                place=where.place(e.start, start, end),
            )
        )
    return Finding(
        id=inner.id,
        rule=inner.rule,
        verdict=inner.verdict,  # type: ignore[arg-type]
        severity=inner.severity,  # type: ignore[arg-type]
        message=inner.message,
        because=inner.because,
        evidence=tuple(evidence),
        independent_sources=inner.independent_sources,
        repairs=inner.repairs,
        attribute=inner.attribute,
        change=inner.change,  # type: ignore[arg-type]
    )


_WORST = {"conflict": "contradicted", "unsupported": "unsupported", "agreement": "supported", "compatible": "supported"}


def _draft_coverage(tellings: Sequence[Telling], findings: Sequence[InnerFinding]) -> DraftCoverage:
    """How the claims of the drafts stand: a claim by the worst of the findings that hold it together with a source."""
    drafts = {t.document.id for t in tellings if t.document.role == "draft"}
    stands: dict[str, str] = {}
    order = list(_WORST)
    for found in findings:
        alone = all(e.document in drafts for e in found.evidence)
        if found.verdict not in _WORST or (alone and found.verdict != "unsupported"):
            continue
        for e in found.evidence:
            if e.document in drafts and e.claim:
                stands[e.claim] = min(stands.get(e.claim, found.verdict), found.verdict, key=order.index)
    counts = Counter(_WORST[verdict] for verdict in stands.values())
    return DraftCoverage(claims=len(stands), supported=counts["supported"], contradicted=counts["contradicted"], unsupported=counts["unsupported"])


def report(
    command: str,
    tellings: Sequence[Telling],
    findings: Sequence[InnerFinding],
    skipped: Iterable[tuple[str, str, bool]],
    rules: Iterable[str],
    notes: Iterable[str] = (),
) -> Report:
    """The whole report."""
    mentioned = {e.document for f in findings for e in f.evidence}
    places = {t.document.id: Places(t) for t in tellings if t.document.id in mentioned}
    compared = {e.claim for f in findings for e in f.evidence}
    seen: Counter[str] = Counter()
    held: Counter[str] = Counter()
    claims: list[Claim] = []
    for telling in tellings:
        original = telling.document.original
        claims += _CLAIMS.validate_python(telling.claims) if original is None else [claim(inner, original) for inner in telling.claims]
    for made in claims:
        seen[made.kind] += 1
        held[made.kind] += made.id in compared
    verdicts = Counter(f.verdict for f in findings)
    return Report(
        command=command,  # type: ignore[arg-type]
        documents=tuple(document(t.document) for t in tellings),
        claims=tuple(claims),
        findings=tuple(finding(f, places) for f in findings),
        skipped=tuple(Skipped(path=path, reason=reason, partial=partial) for path, reason, partial in skipped),
        summary=Summary(
            documents=len(tellings),
            claims=len(claims),
            findings=len(findings),
            verdicts=dict(sorted(verdicts.items())),
            coverage=tuple(Coverage(kind=k, claims=seen[k], compared=held[k]) for k in sorted(seen)),
            rules=tuple(rules),
            notes=tuple(notes),
            draft=_draft_coverage(tellings, findings) if command == "verify" else None,
        ),
    )
