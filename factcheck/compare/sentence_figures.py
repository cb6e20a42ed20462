"""A sentence with its figures cut out: the words between them, over which the rules for one document look.

Every figure is one mark in the words: `ⓝ` a count, `ⓟ` a percentage, `ⓜ` money, `ⓛ` a measure, `ⓓ` a duration, `ⓣ` a date, `ⓞ`
any other. So "27 people died, 12 men and 16 women" reads "ⓝ people died, ⓝ men and ⓝ women", and a pattern over it needs
to know nothing of how numbers are written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.compare.case import OUTSIDE, Case
from factcheck.compare.steps import number
from factcheck.lexicon import table
from factcheck.model.claim import ASSERTED, Claim
from factcheck.relation import base_unit

MARKS = {"count": "ⓝ", "number": "ⓝ", "percent": "ⓟ", "money": "ⓜ", "measure": "ⓛ", "duration": "ⓓ", "date": "ⓣ", "ordinal": "ⓞ", "age": "ⓞ"}
COUNTED = ("count", "number")  # a number whose noun is left out, "12 of them", counts as well
ANY = "[ⓝⓟⓜⓛⓓⓣⓞ]"
LONGEST = 1200  # characters of a sentence that is still looked at; longer ones are tables and lists
ZERO, HALF, TWENTIETH, ONE, HUNDRED = Decimal(0), Decimal("0.5"), Decimal("0.05"), Decimal(1), Decimal(100)
_RANGE = re.compile(r"(.{1,40}?)(\s+to\s+)(.{1,40})", re.DOTALL)


class Figure(NamedTuple):
    """One number in a sentence. low, high: what it allows, in its base unit, None for no bound; written: as written, in
    that unit; step: the weight of its last digit; plain: neither hedged nor a range; in_unit: what one of its
    unit is in the base unit; printed: its words."""

    claim: Claim
    low: Decimal | None
    high: Decimal | None
    written: Decimal | None
    step: Decimal
    unit: str
    plain: bool
    in_unit: Decimal
    printed: str

    @property
    def shown(self) -> str:
        """A count as a number, "twelve" as 12; what has a unit as it was printed."""
        if self.claim.kind not in COUNTED or self.written is None:
            return re.sub(r"^[a-z ]+ (?=\S*[0-9])", "", " ".join(self.printed.split())) if self.plain else " ".join(self.printed.split())
        return number(self.written / self.in_unit)


class Sentence(NamedTuple):
    """words: with a mark for every figure; figures: by the place of their mark; index: number of the sentence in its document."""

    document: str
    index: int
    words: str
    figures: dict[int, Figure]

    def within(self, start: int, end: int, marks: str = "") -> list[Figure]:
        """The figures between two places, of the kinds that the marks name."""
        return [f for at, f in self.figures.items() if start <= at < end and (not marks or self.words[at] in marks)]

    def at(self, match: re.Match, group: str) -> Figure:
        """The figure whose mark a group of a match is."""
        return self.figures[match.start(group)]


def sentences(case: Case) -> list[Sentence]:
    """The sentences that hold several figures, in order of document and place; cut once for all rules."""
    if "sentences" not in case.worked_out:
        case.worked_out["sentences"] = list(_sentences(case))
    return case.worked_out["sentences"]


def _sentences(case: Case) -> Iterator[Sentence]:
    for telling in case.on_trial:
        by_sentence: dict[int, list[Claim]] = defaultdict(list)
        for claim in telling.claims:
            if claim.kind not in MARKS or claim.kind == "date" or claim.zone in OUTSIDE:
                continue
            if claim.kind == "number" and (claim.attribute == "factor" or _form(claim) == "fraction"):
                continue  # "doubled" and "half" are words that the rules look for
            by_sentence[claim.sentence].append(claim)
        several = {index: claims for index, claims in by_sentence.items() if len(claims) > 1 or " to " in claims[0].text}
        for claim in telling.dates:
            if claim.sentence in several and claim.zone not in OUTSIDE:
                several[claim.sentence].append(claim)
        for index in sorted(several):
            claims = several[index]
            start, end = telling.sentences[index]
            end = max(end, *(c.end for c in claims), 0)
            if end - start <= LONGEST:
                yield _cut(telling.document.id, index, telling.document.text, start, end, claims)


def _cut(document: str, index: int, text: str, start: int, end: int, claims: list[Claim]) -> Sentence:
    pieces: list[str] = []
    figures: dict[int, Figure] = {}
    length, done = 0, start
    claims = sorted(claims, key=lambda c: (c.start, c.end))
    for n, claim in enumerate(claims):
        # "46 of 56 patients" holds "56 patients": each keeps what stands before the next.
        stop = min(claim.end, claims[n + 1].start) if n + 1 < len(claims) else claim.end
        first, last = _place(claim, text, stop)
        if first < done:
            continue
        for gap, figure in _figures(claim, text[first:last]):
            piece = (gap or text[done:first]).translate(_MASKED)
            pieces += [piece, MARKS[claim.kind]]
            length += len(piece)
            figures[length] = figure
            length += 1
        done = last
    pieces.append(text[done:end].translate(_MASKED))
    return Sentence(document, index, "".join(pieces), figures)


_MASKED = {ord(mark): "o" for mark in ANY[1:-1]} | {ord(c): " " for c in "\n\r\t\u00a0\u2009\u202f"} | {ord("’"): "'"}


def _place(claim: Claim, text: str, stop: int) -> tuple[int, int]:
    """Where the number itself stands: of a count without the noun that it counts, of others the whole words."""
    if claim.kind not in COUNTED:
        return claim.start, stop
    words = text[claim.start : stop]
    found = _numeral().search(words)
    if found is None:
        return claim.start, stop
    hedged = claim.value.hedge is not None and words[: found.start()].count(" ") <= 4
    after = _range_end(words, found.end())
    return claim.start + (0 if hedged else found.start()), claim.start + after


def _range_end(words: str, at: int) -> int:
    """The end of a numeral that goes on with " to " and another."""
    match = re.compile(r"\s+to\s+").match(words, at)
    other = _numeral().match(words, match.end()) if match else None
    return other.end() if other else at


@cache
def _numeral() -> re.Pattern:
    numerals = table("numerals")
    names = sorted({*numerals["units"], *numerals["tens"], "dozen", "dozens", "hundreds", "thousands", "no", "none"}, key=len, reverse=True)
    scales = "hundred|thousand|million|billion|trillion|lakh|crore|m|bn|k"
    word = "|".join(names)
    return re.compile(rf"(?<![\w.])(?:[0-9][0-9.,]{{0,20}}[0-9]|[0-9]|(?:{word})\b(?:[ -](?:{word}|and)\b){{0,4}})(?:[ -]?(?:{scales})\b){{0,2}}(?![\w-]*[0-9])", re.IGNORECASE)


def _figures(claim: Claim, words: str) -> list[tuple[str, Figure]]:
    """A claim's figure, or both ends of what it takes for a range: "from 12 to 20" tells of two values."""
    value = claim.value
    if value.shape != "quantity":
        return [("", Figure(claim, None, None, None, ONE, "", False, ONE, words))]
    unit, factor = base_unit(value.unit)
    step = (value.step or ONE) * factor
    said = _RANGE.fullmatch(words) if value.hedge is None and value.low == value.written_value != value.high else None
    if said and value.low is not None and value.high is not None:
        return [("", _end(claim, value.low, said[1])), (" to ", _end(claim, value.high, said[3]))]
    low, high = (None if v is None else v * factor for v in (value.low, value.high))
    written = None if value.written_value is None else value.written_value * factor
    plain = value.hedge in (None, "exactly") and _form(claim) not in ("vague", "range") and claim.mood == ASSERTED
    return [("", Figure(claim, low, high, written, step, unit, plain, factor, words))]


def _form(claim: Claim) -> str:
    """How the numeral was written, where the claim keeps it: digits, words, range, vague, fraction."""
    return getattr(getattr(claim.detail, "number", claim.detail), "form", "")


def _end(claim: Claim, told: Decimal, printed: str) -> Figure:
    """One end of a range, by itself: as exact as its last digit, or as a count that may be round."""
    unit, factor = base_unit(claim.value.unit)
    value, step = told * factor, (claim.value.step or ONE) * factor
    slack = step * HALF
    if claim.kind in COUNTED:
        slack = abs(value) * TWENTIETH if value % HUNDRED == 0 else ZERO
    return Figure(claim, value - slack, value + slack, value, step, unit, claim.mood == ASSERTED, factor, printed)


def total(parts: list[Figure]) -> tuple[Decimal | None, Decimal | None]:
    """What several figures can come to together."""
    lows, highs = [p.low for p in parts], [p.high for p in parts]
    return (None if None in lows else sum(lows, ZERO)), (None if None in highs else sum(highs, ZERO))  # type: ignore[arg-type]


def beyond(low: Decimal | None, high: Decimal | None) -> bool:
    """Whether something that is at least `low` is more than what is at most `high`."""
    return low is not None and high is not None and low > high
