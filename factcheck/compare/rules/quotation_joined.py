"""Two remarks joined into one quotation: another document has more between them than "she said".

Why it matters: whoever closes the gap between two remarks without a mark may give both another sense.
Conflict: never; it is told with a warning, for the other document may have cut a remark in two.
Silent: two halves with nothing but their speaker between them; a gap that an ellipsis marks; halves of a few words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.quotations import Quotations, quotations
from factcheck.compare.steps import quoted
from factcheck.compare.wordings import SAME, WITHIN, find_run
from factcheck.model.claim import Claim
from factcheck.model.finding import COMPATIBLE, WARNING, Finding

NAME = "quotation-joined"
SHORTEST = 4  # words of a half
APART = 2  # sentences from one half to the other between which something else is told
BETWEEN = 9  # words there
MANY = 20  # parts of one quotation that are looked at


def find(case: Case) -> Iterable[Finding]:
    """One finding for each quotation that joins what another document has apart."""
    if len(case.claims_of("quotation")) < 3:
        return
    found = quotations(case)
    parts: dict[int, list[int]] = defaultdict(list)
    for i, j, comparison in found.links:
        if comparison.relation in (WITHIN, SAME):
            short, long = sorted((i, j), key=lambda n: len(found.wordings[n].words))
            if len(found.wordings[short].words) >= SHORTEST:
                parts[long].append(short)
    for whole in sorted(parts):
        if len(parts[whole]) > 1:
            yield from _joined(case, found, whole, parts[whole][:MANY])


def _joined(case: Case, found: Quotations, whole: int, parts: list[int]) -> Iterator[Finding]:
    words = found.wordings[whole].words
    placed = sorted((at, at + len(found.wordings[n].words), n) for n in parts if (at := find_run(found.wordings[n].words, words)) >= 0)
    for n, (_, end, first) in enumerate(placed):
        for start, _, second in placed[n + 1 :]:
            if start != end or end in found.wordings[whole].gaps:
                continue
            for joined in found.wordings[whole].claims[:1]:
                halves = _apart(case, found.wordings[first].claims, found.wordings[second].claims, joined)
                if halves is not None:
                    a, b = halves
                    message = f"{joined.document} has as one remark what {a.document} quotes apart: {quoted(a)} and {quoted(b)}"
                    because = (f"{a.document} tells something else between the two", f"{joined.document} marks no gap")
                    yield case.finding(NAME, COMPATIBLE, message, because, [joined, a, b], sides=[0, 1, 1], attribute="quotation", severity=WARNING)
                    return


def _apart(case: Case, firsts: list[Claim], seconds: list[Claim], joined: Claim) -> tuple[Claim, Claim] | None:
    """The two halves in one other document that stand apart there, or in the other order."""
    for a in firsts[:MANY]:
        for b in seconds[:MANY]:
            if a.document == b.document != joined.document:
                between = case.documents[a.document].text[a.end : b.start].split()
                if b.start < a.start or (b.sentence - a.sentence >= APART and len(between) >= BETWEEN):
                    return a, b
    return None


RULE = Rule(NAME, "two remarks in one pair of marks", find, kinds=("quotation",))
