"""From the inner records to the public models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model.claim import Claim as InnerClaim
from factcheck.model.claim import Event as InnerEvent
from factcheck.model.document import Document as InnerDocument
from factcheck.model.finding import Finding as InnerFinding
from factcheck.model.original import Original
from factcheck.model.telling import Telling
from factcheck.model.value import Value as InnerValue
from factcheck.public import values
from factcheck.public.places import Places
from factcheck.public.report import (
    Claim,
    Coverage,
    DraftCoverage,
    Event,
    Evidence,
    Finding,
    Report,
    ReportDocument,
    Skipped,
    Summary,
    WrittenOn,
)
from factcheck.public.trusted import defaults, maker, reader

_SHAPES = (values.Quantity, values.DateSpan, values.Wording, values.Name, values.Role, values.Happening)
_VALUES = {shape.model_fields["shape"].default: (reader(shape), maker(shape)) for shape in _SHAPES}
_read_event, _make_event = reader(Event), maker(Event)
_read_claim, _make_claim = reader(Claim), maker(Claim)
_read_written, _make_written = reader(WrittenOn), maker(WrittenOn)
_make_document, _make_evidence, _make_coverage = maker(ReportDocument), maker(Evidence), maker(Coverage)
_read_finding, _make_finding = reader(Finding), maker(Finding)
_make_draft, _make_summary, _make_report = maker(DraftCoverage), maker(Summary), maker(Report)
_SUMMARY, _REPORT = defaults(Summary), defaults(Report)


_Events = dict[tuple, Event]


def claim(inner: InnerClaim, original: Original | None = None, events: _Events | None = None) -> Claim:
    """One claim; original: of its document, if that was made plain to read; events: those made already, which claims share."""
    fields = _read_claim(inner)
    fields["value"] = _value(inner.value)
    if inner.event is not None:
        fields["event"] = _event(inner.event, {} if events is None else events)
    if original is not None:
        start, end = original.start(inner.start), original.end(inner.end)
        fields.update(start=start, end=end, text=original.text[start:end])
    return _make_claim(fields)


def _value(inner: InnerValue) -> values.Value:
    read, make = _VALUES[inner.shape]
    return make(read(inner))


def _event(inner: InnerEvent, events: _Events) -> Event:
    when = inner.when
    key = (inner.kind, inner.place, inner.who, when and (when.start, when.end, when.grain))
    made = events.get(key)
    if made is None:
        fields = _read_event(inner)
        if when is not None:
            fields["when"] = _value(when)
        made = events[key] = _make_event(fields)
    return made


def document(inner: InnerDocument) -> ReportDocument:
    """One document, without its text."""
    written = inner.date
    fields = {
        "id": inner.id,
        "path": inner.path,
        "title": inner.title or inner.headline,
        "publisher": inner.publisher,
        "url": inner.url,
        "lineage": inner.lineage,
        "role": inner.role,
        "date": _make_written(_read_written(written)) if written is not None else None,
        "sha256": inner.sha256,
        "characters": len(inner.text if inner.original is None else inner.original.text),
        "notices": tuple(inner.notices),
        "format": inner.format,
        "part": inner.part,
        "author": inner.author,
        "modified": inner.modified,
    }
    return _make_document(fields)


_Rested = dict[tuple[str, str | None, int, int, int], Evidence]


def finding(inner: InnerFinding, places: dict[str, Places], rested: _Rested) -> Finding:
    """One finding with its places; rested: places that findings before it rest on, which they share."""
    evidence = []
    for e in inner.evidence:
        key = (e.document, e.claim, e.start, e.end, e.side)
        known = rested.get(key)
        if known is not None:
            evidence.append(known)
            continue
        where = places[e.document]
        start, end, text = where.span(e.start, e.end, e.text)
        line, column = where.line_and_column(start)
        made = _make_evidence(
            {
                "document": e.document,
                "claim": e.claim,
                "start": start,
                "end": end,
                "text": text,
                "line": line,
                "column": column,
                "sentence": where.sentence(e.start, e.end),
                "side": e.side,
                "place": where.place(e.start, start, end),
            }
        )
        rested[key] = made
        evidence.append(made)
    fields = _read_finding(inner)
    fields["evidence"] = tuple(evidence)
    return _make_finding(fields)


_STANDS = {"conflict": 0, "unsupported": 1, "agreement": 2, "compatible": 2}
"""Verdicts that say how a draft's claim stands: contradicted, unsupported, supported; the worst first."""


def _draft_coverage(tellings: Sequence[Telling], findings: Sequence[InnerFinding]) -> DraftCoverage:
    """How the claims of the drafts stand: a claim by the worst of the findings that hold it together with a source."""
    drafts = {t.document.id for t in tellings if t.document.role == "draft"}
    stands: dict[str, int] = {}
    for found in findings:
        stand = _STANDS.get(found.verdict)
        if stand is None or (stand != _STANDS["unsupported"] and all(e.document in drafts for e in found.evidence)):
            continue
        for e in found.evidence:
            if e.document in drafts and e.claim:
                stands[e.claim] = min(stands.get(e.claim, stand), stand)
    counts = [0, 0, 0]
    for stand in stands.values():
        counts[stand] += 1
    contradicted, unsupported, supported = counts
    return _make_draft({"claims": len(stands), "supported": supported, "contradicted": contradicted, "unsupported": unsupported})


def report(
    command: str,
    tellings: Sequence[Telling],
    findings: Sequence[InnerFinding],
    skipped: Iterable[tuple[str, str, bool]],
    rules: Iterable[str],
    notes: Iterable[str] = (),
) -> Report:
    """The whole report; the tellings are used up by it."""
    mentioned: set[str] = set()
    compared: set[str | None] = set()
    verdicts: dict[str, int] = {}
    for found in findings:
        verdicts[found.verdict] = verdicts.get(found.verdict, 0) + 1
        for e in found.evidence:
            mentioned.add(e.document)
            compared.add(e.claim)
    places = {t.document.id: Places(t) for t in tellings if t.document.id in mentioned}
    counts: dict[str, list[int]] = {}  # by kind how many claims there are, and how many of them stand in a finding
    claims: list[Claim] = []
    for telling in tellings:
        original = telling.document.original
        events: _Events = {}
        for inner in telling.handed_over():
            made = claim(inner, original, events)
            claims.append(made)
            count = counts.get(inner.kind)
            if count is None:
                count = counts[inner.kind] = [0, 0]
            count[0] += 1
            count[1] += made.id in compared
    rested: _Rested = {}
    summary = {
        "documents": len(tellings),
        "claims": len(claims),
        "findings": len(findings),
        "verdicts": dict(sorted(verdicts.items())),
        "coverage": tuple(_make_coverage({"kind": k, "claims": seen, "compared": held}) for k, (seen, held) in sorted(counts.items())),
        "rules": tuple(rules),
        "notes": tuple(notes),
        "draft": _draft_coverage(tellings, findings) if command == "verify" else None,
    }
    parts = {
        "command": command,
        "documents": tuple(document(t.document) for t in tellings),
        "claims": tuple(claims),
        "findings": tuple(finding(f, places, rested) for f in findings),
        "skipped": tuple(Skipped(path=path, reason=reason, partial=partial) for path, reason, partial in skipped),
        "summary": _make_summary(_SUMMARY | summary),
    }
    return _make_report(_REPORT | parts)
