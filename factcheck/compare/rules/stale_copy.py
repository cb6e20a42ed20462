"""A stale copy: a paper still prints what the text that it copies has since corrected.

Why it matters: an agency corrects its text, and the copies stay wrong; the conflict is no dispute of two sources but an old mistake.
Conflict: never by itself; it is told beside the conflict between the copy and the corrected text.
Silent: copies that hold the corrected words; documents that are no copies of one another; texts that were updated with new figures
and corrected nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days
from factcheck.lexicon import table
from factcheck.model.finding import COMPATIBLE, CONFLICT, WARNING, Finding

NAME = "stale-copy"
EDGE = 400  # characters at the head and at the end of a text in which it says that it was corrected


def find(case: Case) -> Iterable[Finding]:
    """One finding for each copy and the corrected text that contradicts it."""
    conflicts = [f for f in case.found if f.verdict == CONFLICT]
    if not conflicts:
        return
    lineage = case.alignment.lineages
    corrected = {id for id, document in case.documents.items() if _says_so(document.text)}
    if not corrected:
        return
    claims = {c.id: c for telling in case.alignment.tellings for c in telling.claims}
    told: set[tuple[str, str]] = set()
    for conflict in conflicts:
        held = [claims[e.claim] for e in conflict.evidence if e.claim in claims]
        for new in held:
            for old in held:
                pair = (old.document, new.document)
                if new.document not in corrected or old.document in corrected or pair in told or lineage.get(old.document) != lineage.get(new.document):
                    continue
                told.add(pair)
                because = [f"{new.document} says that it was corrected", f"{old.document} is a copy of the same text", conflict.message]
                for id in pair:
                    written = case.documents[id].date
                    if written is not None:
                        because.append(f"{id} was written {days(written)}")
                message = f"{old.document} is a copy of a text that {new.document} has in its corrected form"
                yield case.finding(NAME, COMPATIBLE, message, because, [old, new], sides=[0, 1], attribute=conflict.attribute, severity=WARNING)


def _says_so(text: str) -> bool:
    """Whether a text says at its head or its end that it was corrected."""
    edges = text[:EDGE], text[-EDGE:]
    return any(phrase in edge for phrase in table("agencies")["corrected"]["phrases"] for edge in edges)


RULE = Rule(NAME, "a copy of a text that has been corrected since", find, order=80)
