"""Where settings take part in a run, in the order of its stages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.config.settings import Settings, Suppression
from factcheck.model.alignment import Alignment
from factcheck.model.document import Document, WrittenOn
from factcheck.model.finding import Finding
from factcheck.model.telling import Telling
from factcheck.policy.marks import marks_of, without
from factcheck.policy.paths import fits, is_member

if TYPE_CHECKING:
    from factcheck.public.report import Report


class Policy:
    """The settings of one run and what they make of its documents.

    documents: those to read, with what the settings say of them, and the reference facts as one more.
    """

    def __init__(self, settings: Settings, documents: Sequence[Document], command: str) -> None:
        self._settings = settings
        self._folder = os.path.dirname(settings.path) if settings.path else ""
        self._marks: list[Suppression] = []
        self._in_sources: list[Suppression] = []
        self._low: set[str] = set()
        self.documents = [self._read_marks(document) for document in documents]
        for entry in settings.paths:
            for document in self.documents:
                if fits(entry.match, document, self._folder):
                    document.publisher = document.publisher or entry.publisher
                    if document.given_date is None and entry.date is not None:
                        document.given_date = WrittenOn(entry.date, entry.date, "given", ("the settings say so",))
        if settings.reference is not None and command != "diff":
            from factcheck.policy.reference import reference_document

            self.documents.append(reference_document(settings.reference, {d.id for d in documents}))

    def _read_marks(self, document: Document) -> Document:
        marks = marks_of(document)
        if not marks:
            return document
        if document.role != "draft":
            self._in_sources += [entry for _, _, entry in marks]
            return document
        self._marks += [entry for _, _, entry in marks]
        return without(document, marks)

    def name_anew(self, tellings: Sequence[Telling]) -> None:
        """Before alignment: own families and aliases."""
        if self._settings.families or self._settings.aliases:
            from factcheck.policy.words import tell_by

            tell_by(tellings, self._settings.families, self._settings.aliases)

    def group_sources(self, alignment: Alignment) -> None:
        """Before comparison: who belongs to whom, and who is little trusted."""
        for group in self._settings.source_groups:
            for telling in alignment.tellings:
                document = telling.document
                if document.role != "draft" and is_member(group.members, document, self._folder):
                    document.lineage = alignment.lineages[document.id] = group.name
                    if group.trust == "low":
                        self._low.add(document.id)

    def judge(self, findings: list[Finding], alignment: Alignment) -> list[Finding]:
        """After comparison: tolerances, trust, severities, and what is left out for some paths."""
        settings = self._settings
        if settings.must_keep:
            from factcheck.compare import ordered
            from factcheck.policy.keep import must_keep

            findings = ordered(must_keep(findings, alignment.tellings, settings.must_keep))
        if not (settings.tolerance or settings.severity or settings.paths or self._low):
            return findings
        from factcheck.compare import ordered
        from factcheck.policy.judge import judged

        claims = {claim.id: claim for telling in alignment.tellings for claim in telling.claims} if settings.tolerance else {}
        documents = {telling.document.id: telling.document for telling in alignment.tellings}
        return ordered(judged(findings, claims, documents, settings, self._folder, self._low))

    def set_aside(self, report: Report) -> Report:
        """At the end: suppressions, and the ratings of editors."""
        settings = self._settings
        entries = [*settings.suppress, *self._marks]
        if entries or self._in_sources:
            from factcheck.policy.suppress import suppressed

            report = suppressed(report, entries, self._in_sources, settings.today)
        if settings.reviews:
            from factcheck.public.report import Review

            known = {finding.id for finding in report.findings}
            reviews = [
                Review(finding=r.finding, side=r.side, rating=r.rating, best=r.best, worst=r.worst, label=r.label, author=r.author, url=r.url, reviewed=r.day)
                for r in settings.reviews
                if r.finding in known
            ]
            report = report.model_copy(update={"reviews": tuple(reviews)})
        return report
