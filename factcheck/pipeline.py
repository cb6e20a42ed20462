"""The stages in order, on one page: load → extract → align → compare → report."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from factcheck.align import align
from factcheck.align.event_times import resolve_times
from factcheck.compare import chosen_rules, compare
from factcheck.compare.patience import Patience
from factcheck.config import Settings
from factcheck.errors import DocumentError
from factcheck.extract.bounded import extract_within
from factcheck.limits import LimitReached, Limits
from factcheck.load import Inputs, load
from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.finding import Finding
from factcheck.model.telling import Telling
from factcheck.policy import Policy

if TYPE_CHECKING:
    from factcheck.public.report import Report


Unread = tuple[str, str, bool]
"""The path of an input, why it was not read or checked, and whether the rest of it was."""


@contextmanager
def _without_gc() -> Iterator[None]:
    """The collector walks all records again and again while they are made; none of them is garbage yet.

    Before it goes on they are handed to its oldest generation, unless the caller keeps objects frozen: as young ones they would
    all be walked at the next allocation.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _tell_all(documents: Sequence[Document], limits: Limits, told: Callable[[int, int], None] | None) -> tuple[list[Telling], list[Unread]]:
    """Extract every document; one that a limit or our own code fails on is named as unread and costs the others nothing."""
    tellings, unread = [], []
    for n, document in enumerate(documents):
        if told is not None:
            told(n, len(documents))
        name = document.path or document.id
        try:
            telling, lost = extract_within(document, limits)
            tellings.append(telling)
            unread += [(name, reason, True) for reason in lost]
        except DocumentError as error:
            unread.append((name, str(error), False))
        except Exception as error:  # any fault in reading one text: it is reported, and the exit status is that of unread input
            unread.append((name, f"could not be analysed ({type(error).__name__}); please report the text", False))
    if told is not None:
        told(len(documents), len(documents))
    return sorted(tellings, key=lambda t: t.document.id), unread


def run(inputs: Inputs, settings: Settings, command: str = "check", told: Callable[[int, int], None] | None = None) -> Report:
    """Check loaded documents; findings come worst first. told: is told how many of the documents have been read."""
    from factcheck.public.convert import report

    rules = chosen_rules(command, tuple(settings.select), tuple(settings.ignore))
    with _without_gc():
        policy = Policy(settings, inputs.documents, command)
        tellings, unread = _tell_all(policy.documents, settings.limits, told)
        judge = partial(_judge, policy=policy, settings=settings, command=command, rules=rules)
        documents = policy.documents
        try:
            findings, cut, dropped = judge(tellings)
        except Exception:
            documents, broken = _without_the_guilty(documents, settings.limits, judge)
            unread += broken
            tellings = _tell_all(documents, settings.limits, None)[0]
            findings, cut, dropped = judge(tellings)
        unread += cut
        if dropped:
            tellings = _tell_all([d for d in documents if d.id not in dropped], settings.limits, None)[0]
            findings, cut, _ = judge(tellings)
            unread += [item for item in cut if item not in unread]
        if command == "diff":  # the old version comes first, whatever the two are called
            tellings.sort(key=lambda t: (t.document.role == "draft", t.document.id))
        made = report(command, tellings, findings, [*map(tuple, inputs.skipped), *unread], [r.name for r in rules])
        return policy.set_aside(made)


def _judge(tellings: list[Telling], *, policy: Policy, settings: Settings, command: str, rules: Sequence[Any]) -> tuple[list[Finding], list[Unread], frozenset[str]]:
    """Date the documents, gather their claims into facts, compare what stands in each, and weigh that as the settings say.

    Besides the findings: what limits have left out, and the ids of documents that rules take too long over.
    """
    policy.name_anew(tellings)
    limits = settings.limits
    alignment = align(tellings, settings.as_of, versions=command == "diff", pairs=limits.pairs)
    policy.group_sources(alignment)
    patience = Patience(limits)
    findings = policy.judge(compare(alignment, rules, patience), alignment)
    names = {t.document.id: t.document.path or t.document.id for t in tellings}
    cut = patience.unread(names.__getitem__)
    for document, number in sorted(alignment.unheld.items()):
        what = f"{number:,} of its claims were held against no others"
        cut.append((names[document], str(LimitReached("pairs", limits, what)), True))
    return findings, cut, patience.too_often()


def _without_the_guilty(documents: Iterable[Document], limits: Limits, judge: Callable[[list[Telling]], Any]) -> tuple[list[Document], list[Unread]]:
    """Leave out each document that a later stage fails on even by itself, for it must not cost the others their result."""
    kept, broken = [], []
    for document in documents:
        try:
            judge(_tell_all([document], limits, None)[0])
            kept.append(document)
        except Exception as error:
            broken.append((document.path or document.id, f"could not be compared ({type(error).__name__}); please report the text", False))
    return kept, broken


def check(documents: Iterable[Any], settings: Settings | None = None) -> Report:
    """Say where documents agree, differ, or only look alike.

    documents: paths (files, folders, globs) and `Document(text=…)` in any mixture.
    """
    settings = settings or Settings()
    return run(load(documents, limits=settings.limits), settings)


def verify(draft: Any, sources: Iterable[Any], settings: Settings | None = None) -> Report:
    """Say of every claim of a draft whether the sources support it, contradict it, or do not speak to it."""
    settings = settings or Settings()
    drafts = load([draft], role="draft", limits=settings.limits)
    taken, apart_from = {d.id for d in drafts.documents}, [d.path for d in drafts.documents]
    found = load(sources, taken=taken, apart_from=apart_from, limits=settings.limits)
    return run(Inputs([*drafts.documents, *found.documents], [*drafts.skipped, *found.skipped]), settings, "verify")


def diff(old: Any, new: Any, settings: Settings | None = None) -> Report:
    """Say which facts changed between two versions of one document."""
    settings = settings or Settings()
    before = load([old], limits=settings.limits)
    after = load([new], role="draft", taken={d.id for d in before.documents}, limits=settings.limits)
    return run(Inputs([*before.documents, *after.documents], [*before.skipped, *after.skipped]), settings, "diff")


def read_claims(document: Document) -> list[Claim]:
    """The claims of one document by itself, dates resolved from what it says of its own date."""
    return read_claims_within(document, Limits())[0]


def read_claims_within(document: Document, limits: Limits) -> tuple[list[Claim], tuple[str, ...]]:
    """The same, and what was left out; raises DocumentError if a limit leaves nothing."""
    with _without_gc():
        telling, lost = extract_within(document, limits)
        alignment_of_one(telling)
        return telling.claims, lost


def alignment_of_one(telling: Telling) -> None:
    """Date one document and resolve its dates, as `align` does for many."""
    from factcheck.align.context import Contexts
    from factcheck.align.dating import date_documents

    date_documents([telling], Contexts([telling]))
    resolve_times(telling)


def extract_claims(document: Any) -> Iterator[Any]:
    """The claims of one document (a path or a `Document`), as public models."""
    from factcheck.public.convert import claim

    for inner in load([document]).documents:
        for found in read_claims(inner):
            yield claim(found, inner.original)
