"""3  Tellings become an Alignment: documents dated, dates resolved, claims gathered into facts."""

from __future__ import annotations

from datetime import date

from factcheck.align.context import Contexts
from factcheck.align.dating import date_documents
from factcheck.align.draft_facts import draft_facts
from factcheck.align.event_times import resolve_times
from factcheck.align.facts import find_facts
from factcheck.align.lineage import group_copies
from factcheck.limits import Limits
from factcheck.model.alignment import Alignment
from factcheck.model.telling import Telling


def align(tellings: list[Telling], as_of: date | None = None, *, versions: bool = False, pairs: int = Limits().pairs) -> Alignment:
    """Which claims are on one fact, after saying when each document was written.

    tellings: in order of document id; as_of: the date of documents that carry none; versions: the documents are
    versions of one text, so that a slot stays the same fact whatever else of its sentence changed; pairs: how many claims of one sort
    are held against each other.
    """
    contexts = Contexts(tellings)
    witnesses = date_documents(tellings, contexts, as_of)
    for found in witnesses.values():
        for witness in found:
            if witness.basis == "dateline":
                witness.claim.zone = "dateline"  # it says when the story was written, and nothing of what it tells
                contexts.leave_out_dateline(witness.claim)
    for telling in tellings:
        resolve_times(telling)
    lineages = group_copies(tellings)
    for telling in tellings:
        telling.document.lineage = lineages[telling.document.id]
    if not versions and any(t.document.role == "draft" for t in tellings):
        facts, nearest = draft_facts(tellings, contexts)
        return Alignment(tellings, facts, [], lineages, witnesses, contexts, nearest)
    facts, lookalikes, unheld = find_facts(tellings, contexts, versions=versions, pairs=pairs)
    return Alignment(tellings, facts, lookalikes, lineages, witnesses, contexts, {}, unheld)
