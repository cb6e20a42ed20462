"""One remark in two translations: its words differ because somebody has put it into English twice.

Why it matters: words between marks that come from another language are a translator's, and no two translators choose the same.
Conflict: never; a note shows the editor that the two wordings may be one remark.
Silent: remarks of two speakers, or of different content; documents that say nothing of an interpreter or another language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.quotation_links import surname
from factcheck.compare.steps import quoted
from factcheck.lexicon import words
from factcheck.lexicon.places import demonyms
from factcheck.model.claim import Claim
from factcheck.model.finding import COMPATIBLE, Finding

NAME = "quotation-translated"
LEAST = 7  # words of a remark
SHARED = 0.4  # of the content words of the shorter remark that the other has
STEM = 5  # letters of a word by which its forms are one
RUN = 6  # words in a row that two translations do not share by chance
MANY = 12  # remarks of one speaker that are held against each other
_CUE = re.compile(r"\b(?:interpreter|translat(?:ed|or|ion)|(?:in|speaking) (?P<language>[A-Z][a-z]+))\b")
_NEAR = 200  # characters around a quotation in which the translation is told


def find(case: Case) -> Iterable[Finding]:
    """One finding for each two wordings of a speaker that say much the same."""
    if len(case.claims_of("quotation")) < 2:
        return
    claims = [c for c in case.claims_of("quotation") if len(c.value.words) >= LEAST and surname(c) is not None]
    by_speaker: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_speaker[surname(claim) or ""].append(claim)
    for speaker in sorted(by_speaker):
        found = by_speaker[speaker]
        if len({c.document for c in found}) > 1 and any(_is_translated(case, c) for c in found):
            yield from _pairs(case, found[:MANY])


def _is_translated(case: Case, claim: Claim) -> bool:
    text = case.documents[claim.document].text
    for match in _CUE.finditer(text, max(0, claim.start - _NEAR), claim.end + _NEAR):
        language = match["language"]
        if (language is None or language.lower() in demonyms()) and not claim.start <= match.start() < claim.end:
            return True
    return False


def _pairs(case: Case, found: list[Claim]) -> Iterator[Finding]:
    for n, a in enumerate(found):
        for b in found[n + 1 :]:
            if a.document == b.document or not (_is_translated(case, a) or _is_translated(case, b)) or not case.related(a, b):
                continue
            one, two = (_content(c) for c in (a, b))
            shared = len(one & two)
            if shared >= 3 and SHARED * min(len(one), len(two)) <= shared < max(len(one), len(two)) and not _share_a_run(a, b):
                message = f"{a.document} quotes {quoted(a)}, {b.document} {quoted(b)}: one remark, it seems, in two translations"
                because = ("one speaker", f"{shared} content words in common, and no run of words", "the words were translated")
                yield case.finding(NAME, COMPATIBLE, message, because, [a, b], sides=[0, 1], attribute="quotation")
                return


def _content(claim: Claim) -> set[str]:
    """The beginnings of a remark's content words."""
    return {w[:STEM] for w in claim.value.words if w not in words("structure", "function_words")}  # type: ignore[union-attr]


def _share_a_run(a: Claim, b: Claim) -> bool:
    """Whether the two have so many words in a row that they are one wording, which other rules compare."""
    one, two = a.value.words, b.value.words  # type: ignore[union-attr]
    runs = {one[i : i + RUN] for i in range(len(one) - RUN + 1)}
    return any(two[i : i + RUN] in runs for i in range(len(two) - RUN + 1))


RULE = Rule(NAME, "one remark in two translations", find, kinds=("quotation",))
