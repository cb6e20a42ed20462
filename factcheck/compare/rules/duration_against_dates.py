"""A length of time beside its beginning and its end: "five years, from 2010 to 2015", "a seven-year term that began in 2019 and
ends in 2026".

Why it matters: two of the three give the third; where they do not, one was copied wrongly.
Conflict: "five years, from 2010 to 2018"; "the seven-year term, which began in 2019, ends in 2029".
Silent: a year more or less where only years are told; a length of something else in the sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import quoted, step
from factcheck.lexicon import words
from factcheck.model.claim import Claim
from factcheck.model.finding import CONFLICT, Finding
from factcheck.model.telling import Telling

NAME = "duration-against-dates"
DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "year": Decimal("365.25"), "decade": Decimal("3652.5"), "century": Decimal(36525)}
LONG = frozenset(("month", "year", "decade", "century"))
HALF = Decimal("0.5")
_OPENING = re.compile(r"\s*+,?\s*+\(?\s*+(?:(?:period|spell|stint|term|run|span|stretch|reign|tenure)\s*+,?\s*+\(?)?\s*+")
_CLOSING = re.compile(r"\s*+(?:[,(–—-]+\s*+(?:(?:a|an)\s+(?:period|span|total|run|stretch)\s+of\s+|lasting\s+|or\s+)|[(–—]+\s*)")
_LAST_WORDS = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(?:\s+(?:office|power|force))?\s+(?:on\s+|in\s+|at\s+)?(?:the\s+)?\Z")


def find(case: Case) -> Iterable[Finding]:
    """One finding for every length that cannot lie between its two ends."""
    for telling in case.on_trial:
        lengths = [c for c in telling.claims if c.kind == "duration" and c.value.unit in DAYS and c.value.low is not None and c.value.high is not None]
        each = Counter(c.sentence for c in lengths)
        for length in lengths:
            for ends in _ends(telling, length, alone=each[length.sentence] == 1):
                first, last = ends[0], ends[-1]
                least, most = last.value.start - first.value.end, last.value.end - first.value.start + timedelta(days=1)
                if len(ends) == 1:
                    least, most = _inside(telling, first)
                low, high = (DAYS[length.value.unit] * v for v in (length.value.low - HALF, length.value.high + HALF))
                if least is None or most < timedelta(0) or (low <= most.days and least.days <= high):
                    continue
                told = " and ".join(quoted(c) for c in ends)
                message = f"{telling.document.id} says {quoted(length)}, but {told} {'are' if len(ends) > 1 else 'is'} {_length(least, most, length.value.unit)}"
                because = (*(step(c, telling.document.date) for c in (length, *ends)), "the length does not lead from the one end to the other")
                repairs = ("the length is right, and one of the dates is to be changed", "the dates are right, and the length is to be changed")
                yield case.finding(NAME, CONFLICT, message, because, [length, *ends], sides=[0] + [1] * len(ends), repairs=repairs, attribute=length.attribute)
                break


def _ends(telling: Telling, length: Claim, *, alone: bool) -> Iterator[list[Claim]]:
    """The range beside a length, or the beginning and the end that its sentence tells."""
    text = telling.document.text
    dates = [c for c in telling.dates_in(length.sentence) if c.value.start is not None and c.value.end is not None]
    for claim in dates:
        if claim.detail.form == "range" and (
            _OPENING.fullmatch(text, length.end, claim.start) or (claim.end <= length.start and _CLOSING.fullmatch(text, claim.end, length.start))
        ):
            yield [claim]
            return
    if not alone:
        return
    starts = [c for c in dates if _word_before(text, c) in words("sums", "begins")]
    ends = [c for c in dates if _word_before(text, c) in words("sums", "ends")]
    if length.value.unit in LONG and any(_word_before(text, c).endswith("ed") for c in ends):
        return  # a five-year term that ended in its second year was one of five all the same
    plain = all(c.detail.form == "calendar" and c.detail.bound in (None, "since", "until") and c.detail.endpoint is None for c in (*starts, *ends))
    if len(starts) == len(ends) == 1 and plain and len(dates) == 2:
        yield [starts[0], ends[0]]


def _word_before(text: str, claim: Claim) -> str:
    found = _LAST_WORDS.search(text, max(0, claim.start - 30), claim.start)
    if found:
        return found[1].lower()
    return claim.text.split()[0].lower()  # "until 2026" is a date with its bound


def _inside(telling: Telling, whole: Claim) -> tuple[timedelta | None, timedelta]:
    """The least and the most that a range can be long: from the last day of its beginning to the first of its end, and whole."""
    parts = [c for c in telling.dates if c.detail in (whole.detail.low, whole.detail.high) and c.value.start is not None and c.value.end is not None]
    most = whole.value.end - whole.value.start + timedelta(days=1)
    if len(parts) != 2:
        return (None, most) if whole.value.grain != "day" else (most - timedelta(days=1), most)
    return parts[1].value.start - parts[0].value.end, most


def _length(least: timedelta, most: timedelta, unit: str) -> str:
    low, high = (round(Decimal(d.days) / DAYS[unit], 1) for d in (max(least, timedelta(0)), most))
    return f"{low} to {high} {unit}s apart" if low != high else f"{low} {unit}s apart"


RULE = Rule(NAME, "a length of time that does not lead from its beginning to its end", find, kinds=("duration",))
