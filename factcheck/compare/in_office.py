"""Whether two offices of one person are told of one time, between which nobody says that the one was changed for the other."""

from __future__ import annotations

import re

from factcheck.compare.case import Case
from factcheck.compare.one_time import told_on
from factcheck.lexicon import words
from factcheck.model.claim import Claim

ONE_TERM = 60  # days between two documents in which few change their office
BESIDE = 50  # characters before and behind an office in which it is told that it is held no more
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")
_NAMESAKES = re.compile(r"\b(?:namesakes?|same name|no relation|not related)\b")
_CHANGES = re.compile(
    r"\b(?:sworn in|took the oath|takes? (?:over|office)|took (?:over|office)|be(?:comes?|came)|will succeed|succeed(?:s|ed)|promoted|"
    r"steps? down|stepped down|(?:was|were|is|been|be) (?:elected|appointed|named|inaugurated|nominated))\b"
)
_THEN = re.compile(r"\bthen,? (?:an? |the )?\Z", re.IGNORECASE)


def of_now(case: Case, a: Claim, b: Claim) -> bool:
    """Whether both sentences tell of the present: no word of another time, and days that can be of one term."""
    if any(not words("persons", "not_now").isdisjoint(_WORD.findall(_beside_it(case, c).lower())) for c in (a, b)):
        return False
    days = [told_on(case, c) for c in (a, b)]
    written = [case.documents[c.document].date for c in (a, b)]
    spans = [(d.start, d.end) if d is not None and d.start is not None else (w.start, w.end) if w is not None else (None, None) for d, w in zip(days, written, strict=True)]
    (start, end), (begin, stop) = spans
    return not (start and stop and (start - stop).days > ONE_TERM) and not (begin and end and (begin - end).days > ONE_TERM)


def _beside_it(case: Case, claim: Claim) -> str:
    """The words of a claim's sentence right before and behind it."""
    telling = case.telling(claim)
    start, end = telling.sentences[claim.sentence]
    return telling.document.text[max(start, claim.start - BESIDE) : min(end, claim.end + BESIDE)]


def is_of_then(case: Case, claim: Claim) -> bool:
    """Whether an office is told as that of an earlier time: "then a district attorney"."""
    before = case.documents[claim.document].text[max(0, claim.start - 12) : claim.start]
    return claim.value.status == "then" or bool(_THEN.search(before))  # type: ignore[union-attr]


def may_change(case: Case, a: Claim, b: Claim) -> bool:
    """Whether two sentences name other years, or a document tells that the holder went from one office to the other."""
    return _years(case, a) != _years(case, b) or _changes_office(case, a, b) or _changes_office(case, b, a)


def _years(case: Case, claim: Claim) -> set[str]:
    """The years that its sentence names: two sentences of other years may tell of two terms."""
    return set(_YEAR.findall(case.sentence(claim)))


def _changes_office(case: Case, claim: Claim, other: Claim) -> bool:
    """Whether a document tells that the holder goes from one of two offices to the other, or that there are two of one name."""
    telling = case.telling(claim)
    text = telling.document.text
    if _NAMESAKES.search(text):
        return True
    if not _CHANGES.search(text):
        return False
    title = other.value.title.split()[-1]
    for n, names in telling.names.items():
        if claim.subject in names and _CHANGES.search(said := telling.sentence_text(n)) and (n == claim.sentence or title in said.lower()):
            return True
    return False
