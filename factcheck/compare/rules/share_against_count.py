"""A share beside its count and its base: 46 of 56 is 82 percent.

Why it matters: it is the check that a reader with a calculator makes first, and it shows a slip in any of the three numbers.
Conflict: "46 of 56 patients (72%)"; "130 of the 154 passengers, or 74 percent,"; "closed 31 shops, half of the 40 it had".
Silent: a share that was rounded or cut off to its last digit; a share of something else in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.sentence_figures import HALF, HUNDRED, ONE, ZERO, Figure, sentences
from factcheck.compare.steps import number
from factcheck.model.finding import CONFLICT, Finding

NAME = "share-against-count"
FRACTION_SLACK = Decimal(5)  # "half" and "two thirds" are told of what comes near them
_NOUN = r"(?: [A-Za-z][\w'-]*){0,4}"
_OF = r"(?:out )?of(?: the| its| their| all| his| her)?(?: some| about| total of)?"
_CLOSE = r"(?=[),;.:]|$| of (?:them|those|all|the total)\b)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<part>ⓝ){_NOUN} {_OF} (?P<whole>ⓝ){_NOUN} \((?P<share>ⓟ){_CLOSE}",
        rf"(?P<part>ⓝ){_NOUN} {_OF} (?P<whole>ⓝ){_NOUN},? or (?P<share>ⓟ){_CLOSE}",
        rf"(?P<part>ⓝ){_NOUN} \((?P<share>ⓟ)\) {_OF} (?P<whole>ⓝ)",
        rf"(?P<part>ⓝ){_NOUN},? or (?P<share>ⓟ) {_OF} (?P<whole>ⓝ)",
        rf"[Oo]f (?:the |all |its )?(?P<whole>ⓝ){_NOUN},? (?P<part>ⓝ){_NOUN},? ?(?:\(|or )(?P<share>ⓟ){_CLOSE}",
        rf"(?P<share>ⓟ) ?(?:\(|, or )(?P<part>ⓝ){_NOUN} {_OF} (?P<whole>ⓝ){_NOUN}(?=[),;.]|$)",
        rf"(?P<part>ⓝ){_NOUN}, (?:or |about |nearly |almost )?(?P<share>ⓟ|half|a third|a quarter) of (?:the|its|their) (?P<whole>ⓝ)",
    )
)
_WORDS = {"half": Decimal(50), "a third": HUNDRED / 3, "a quarter": Decimal(25)}


def find(case: Case) -> Iterable[Finding]:
    """One finding for every share that its count and base do not come to."""
    for sentence in sentences(case):
        if sentence.words.count("ⓝ") < 2 or "of " not in sentence.words.lower():
            continue
        for form in _FORMS:
            for match in form.finditer(sentence.words):
                part, whole = sentence.at(match, "part"), sentence.at(match, "whole")
                share = sentence.figures.get(match.start("share"))
                if _comparable(part, whole) and (share is None or _is_share(share)) and _apart(part, whole, share, match["share"]):
                    yield _finding(case, part, whole, share, match["share"])


def _comparable(part: Figure, whole: Figure) -> bool:
    """Whether one is a whole number of the things that the other counts; ratings ("4.5 of 5") are not."""
    return all(f.plain and f.unit == "one" and f.low is not None and f.high is not None and f.step >= ONE for f in (part, whole)) and part.high <= whole.high and whole.low > ZERO  # type: ignore[operator]


def _is_share(share: Figure) -> bool:
    """Whether it is a share and no change ("rose 5% (12 of 40)")."""
    return share.unit == "percent" and not share.claim.attribute.startswith(("rise of", "fall of"))


def _apart(part: Figure, whole: Figure, share: Figure | None, word: str) -> bool:
    """Whether no rounding leads from the count and base to the share."""
    low, high = HUNDRED * part.low / whole.high, HUNDRED * part.high / whole.low  # type: ignore[operator]
    if share is None or share.claim.detail.form == "fraction":
        told = _WORDS[word] if share is None else share.written
        return told is None or not low - FRACTION_SLACK <= told <= high + FRACTION_SLACK
    if share.low is None or share.high is None or share.written is None:
        return False
    # 82.8 is told as 83, and by some as 82.
    return high < min(share.low, share.written - share.step * HALF) or low >= max(share.high, share.written + share.step)


def _finding(case: Case, part: Figure, whole: Figure, share: Figure | None, word: str) -> Finding:
    told = word if share is None else share.claim.text
    come_to = number(round(HUNDRED * part.written / whole.written, 1))  # type: ignore[operator]
    message = f"{part.shown} of {whole.shown} is {come_to}%, not {told}"
    claims = [part.claim, whole.claim] if share is None else [part.claim, whole.claim, share.claim]
    because = (f"“{told}” is told as the share of {part.shown} in {whole.shown}", f"{part.shown} / {whole.shown} = {come_to}%")
    repairs = (f"“{told}” is right, and the count or its base is to be changed", f"the counts are right, and “{told}” is to be changed")
    return case.finding(NAME, CONFLICT, f"{part.claim.document}: {message}", because, claims, sides=[0, 0, 1][: len(claims)], repairs=repairs, attribute=part.claim.attribute)


RULE = Rule(NAME, "shares that are not those of the counts beside them", find)
