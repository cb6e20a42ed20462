"""The span that a first or a superlative speaks of: "since 1990", "in 12 years", "in a decade", "ever", "on record"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.lexicon import table
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from factcheck.compare.case import Case

FAR = 90  # characters behind the claim in which its span stands
ALWAYS = -10_000  # the year that "ever" counts from
YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}
_NUMBER = r"[0-9]{1,4}|[a-z]+(?:[- ][a-z]+)?"
_SINCE = re.compile(r"[^.;:“”\"]{0,60}?\bsince\b(?P<words>[^.;:,“”\"()—–]{0,40})")
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})(?![0-9,.]?[0-9])")
_IN = re.compile(rf"[^.;:“”\"]{{0,60}}?\b(?:in|for)\s(?P<hedge>(?:(?:more|less)\sthan|over|nearly|almost|at\sleast|about|around|some|roughly)\s)?(?P<number>{_NUMBER})\s(?P<unit>year|decade|century|centurie)s?\b")
_EVER = re.compile(r"[^.;:“”\"]{0,40}?(?:\bever\b|\bin (?:its |their |the (?:country's |city's |club's )?)?history\b|\bon record\b|\bof all time\b|\bin living memory\b)")
_OF = re.compile(r"[^.;:,“”\"]{0,30}?\b(?:of|this) (?:the |this |his |her |its |their )?(?P<unit>year|season|century|decade|month|war|tournament|campaign)\b")


class Window(NamedTuple):
    """sort: "since", "ever", "of" or ""; year: the first one counted from, or None where it is not told; loose: whether that
    is a rough figure; words: what it counts from, in lower case."""

    sort: str = ""
    year: int | None = None
    loose: bool = False
    words: str = ""


def window(case: Case, claim: Claim, behind: int) -> Window:
    """The span behind a claim; behind: offset of the end of its noun."""
    text = case.documents[claim.document].text[behind : behind + FAR]
    end = text.find("\n")
    text = text[: end if end >= 0 else FAR]
    found = _EVER.match(text)
    if found:
        return Window("ever", ALWAYS, False, "ever")
    found = _SINCE.match(text)
    if found:
        said = " ".join(found["words"].lower().split())
        year = _YEAR.search(said)
        return Window("since", int(year[1]) if year else None, bool(re.search(r"\b(?:early|mid|late|[0-9]{4}s)\b", said)), said)
    found = _IN.match(text)
    if found:
        count, written = _count(found["number"]), case.documents[claim.document].date
        unit = found["unit"]
        if count is not None:
            year = written.start.year - count * YEARS[unit] if written is not None and written.start is not None else None
            return Window("since", year, True, f"{count} {unit}")
    found = _OF.match(text)
    return Window("of", None, False, found["unit"]) if found else Window()


@cache
def _numbers() -> dict[str, int]:
    found = table("numerals")
    return {word: int(value) for key in ("units", "tens") for word, value in found[key].items()} | {"a": 1, "an": 1, "a quarter": 25, "half a": 0}


def _count(said: str) -> int | None:
    if said.isdecimal():
        return int(said)
    parts = said.replace("-", " ").split()
    known = _numbers()
    if all(p in known for p in parts):
        return sum(known[p] for p in parts) or None
    return known.get(parts[-1]) if parts and parts[-1] in known else None


def one_span(a: Window, b: Window) -> bool:
    """Whether two spans are told as one: the same words, years that can be one, or none on one side."""
    if not a.sort or not b.sort:
        return True
    if a.sort != b.sort:
        return False
    if a.year is not None and b.year is not None:
        rough = a.loose or b.loose
        return abs(a.year - b.year) <= (2 if rough else 0)
    return a.words == b.words
