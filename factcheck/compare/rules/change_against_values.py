"""A change beside the two values that it lies between: "rose 5% to 210 from 200".

Why it matters: three numbers and a direction leave no freedom; where they do not fit, one of them was copied wrongly.
Conflict: "rose from 20 to 12"; "fell by 12 to 30 from 40"; "up from 12 to 20, an increase of 9"; "doubled from 10 to 25".
Silent: a change that rounding allows; ranks, losses and averages, where down can be up; changes in another sense than that of the
two values (annual, adjusted, in constant currency); percent of a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from itertools import product

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.sentence_figures import COUNTED, HUNDRED, ONE, Figure, Sentence, beyond, sentences
from factcheck.compare.steps import number
from factcheck.lexicon import table, words
from factcheck.model.claim import ASSERTED, Claim
from factcheck.model.finding import CONFLICT, Finding

NAME = "change-against-values"
LOOSE_LOW, LOOSE_HIGH = Decimal("0.8"), Decimal("1.2")  # "doubled" is said of what is nearly twice, and of a little more
MORE_LOW = Decimal("0.98")
FAR = Decimal(500)
_VALUE = "[ⓝⓟⓜⓛ]"
_GAP = r"[^ⓝⓟⓜⓛⓓⓞ.;:()“”\"]"
_PER = re.compile(r"[ⓝⓟⓜⓛ] (?:an?|per|each|every) [a-z]")  # "from 12 a day to three an hour"
_WORD = re.compile(r"[a-z][a-z-]*")


@cache
def _forms() -> tuple[re.Pattern, ...]:
    """Ways to tell of a change; groups: verb, before, after, and change or times, which are that much."""
    told = table("sums")["change"]
    verb = rf"\b(?P<verb>{'|'.join((told['rise'] + ' ' + told['fall']).split())})"
    noun = rf"(?P<noun>{'|'.join((told['rise_noun'] + ' ' + told['fall_noun']).split())})"
    change = rf"(?: by)?(?: an?)? (?P<change>{_VALUE}),?"
    plain = r"(?: (?:back|sharply|slightly|steeply|steadily|further|again|only|just|even)){0,2}"
    before, after = rf"(?P<before>{_VALUE})", rf"(?P<after>{_VALUE})"
    times = rf"\b(?P<more>more than |over |nearly |almost |about |roughly )?(?P<times>{'|'.join(table('sums')['multiple'])})"
    behind = rf"(?:{_GAP}{{0,24}}?, (?:or |which is |a |an )?(?:an? )?{noun} of (?P<size>{_VALUE}))?"
    since = rf"{_GAP}{{0,40}}?"
    return tuple(
        re.compile(form, re.IGNORECASE)
        for form in (
            rf"{verb}{plain}(?:{change})? from {before}{since} to {after}{behind}",
            rf"{verb}{plain}(?:{change})? to {after}{since},? (?:up |down )?from {before}",
            rf"{after}(?P<of>{_GAP}{{0,24}}?), (?P<verb>up|down)(?:{change})? from {before}",
            rf"{times}{since}from {before}{since} to {after}",
            rf"{times}{since} to {after}{since}from {before}",
        )
    )


@cache
def _cues() -> re.Pattern:
    return re.compile(r"\bfrom [ⓝⓟⓜⓛ]")


def find(case: Case) -> Iterable[Finding]:
    """One finding for every sentence whose change does not lead from one of its values to the other."""
    for sentence in sentences(case):
        if not _cues().search(sentence.words) or _other_sense(sentence):
            continue
        finding = next((f for form in _forms() for m in form.finditer(sentence.words) for f in _judged(case, sentence, m)), None)
        if finding is not None:
            yield finding


def _other_sense(sentence: Sentence) -> bool:
    """Whether the sentence speaks of ranks, losses, averages or other sums than those of the two values."""
    return not words("sums", "change_apart").isdisjoint(_WORD.findall(sentence.words.lower()))


def _judged(case: Case, sentence: Sentence, match: re.Match) -> Iterable[Finding]:
    groups = match.groupdict()
    before, after = sentence.at(match, "before"), sentence.at(match, "after")
    if before.unit != after.unit or before.unit in ("score", "number") or _negative(sentence, match) or not _one_thing(before, after):
        return
    if any(f.claim.mood != ASSERTED for f in (before, after)) or _PER.search(sentence.words, match.start(), match.end()):
        return
    if groups.get("of") is not None and (_shrinks(sentence.words[: match.end()]) or (after.unit == "percent" and after.claim.attribute.startswith(("rise of", "fall of")))):
        return  # "contracted 3%, down from growth of 2%": what went down is itself a change
    if groups.get("times"):
        yield from _multiplied(case, before, after, groups["times"].lower(), (groups["more"] or "").strip().lower())
        return
    rising = match["verb"].lower() in table("sums")["change"]["rise"].split()
    wrong = beyond(before.low, after.high) if rising else beyond(after.low, before.high)
    if wrong and not (groups.get("of") is not None and _fits_another(sentence, match, before, rising)):
        direction = "rise" if rising else "fall"
        yield _finding(case, before, after, None, f"from {before.shown} to {after.shown} is no {direction}")
        return
    sizes = [sentence.at(match, g) for g in ("change", "size") if groups.get(g)]
    for size in sizes:
        if not wrong and size.plain and before.plain and after.plain:
            yield from _sized(case, before, after, size, rising)


def _shrinks(text: str) -> bool:
    """Whether the words tell of something that became less, but for "down" itself."""
    return not words("sums", "shrinking").isdisjoint(_WORD.findall(text.lower()))


def _one_thing(before: Figure, after: Figure) -> bool:
    """Whether the two can be values of one thing: of one size, and not of two nouns ("from 12 shops to 3 countries").

    A value that is thousands of times the other has lost its "million": "from $45 to $42 million".
    """
    nouns = {f.claim.detail.noun for f in (before, after) if f.claim.kind in COUNTED and f.claim.attribute != "number"} - {""}
    sizes = [f.written for f in (before, after)]
    return len(nouns) < 2 and None not in sizes and max(sizes) < FAR * max(min(sizes), ONE)  # type: ignore[type-var,operator]


def _negative(sentence: Sentence, match: re.Match) -> bool:
    """Whether one of the values stands behind a minus sign."""
    return any(sentence.words[match.start(g) - 1] in "-–−" for g in ("before", "after") if match.start(g))


def _fits_another(sentence: Sentence, match: re.Match, before: Figure, rising: bool) -> bool:
    """ "20 games in 3 seasons, up from 12": whether a figure further in front is the one that changed."""
    others = [f for f in sentence.within(0, match.start("after")) if f.unit == before.unit]
    return any(not (beyond(before.low, f.high) if rising else beyond(f.low, before.high)) for f in others)


def _multiplied(case: Case, before: Figure, after: Figure, times: str, more: str) -> Iterable[Finding]:
    factor = Decimal(table("sums")["multiple"][times])
    if not before.low or None in (before.high, after.low, after.high) or before.low <= 0:
        return
    low, high = after.low / before.high, after.high / before.low  # type: ignore[operator]
    least = factor * (MORE_LOW if more in ("more than", "over") else LOOSE_LOW)
    most = None if more in ("more than", "over") else factor * LOOSE_HIGH
    if high < least or beyond(low, most):
        ratio = number(round(after.written / before.written, 2))  # type: ignore[operator]
        yield _finding(case, before, after, None, f"from {before.shown} to {after.shown} is {ratio} times as much, not {times}")


def _sized(case: Case, before: Figure, after: Figure, size: Figure, rising: bool) -> Iterable[Finding]:
    """The size of the change, in percent of the value before or in the values' own unit."""
    if None in (before.low, before.high, after.low, after.high, size.low, size.high) or before.low <= 0:  # type: ignore[operator]
        return
    if size.unit == "percent" and before.unit != "percent":
        ends = [HUNDRED * (a - b) / b for a, b in product((after.low, after.high), (before.low, before.high))]  # type: ignore[operator]
        shown = f"{number(round(HUNDRED * (after.written - before.written) / before.written, 1))}%"  # type: ignore[operator]
    elif size.unit == before.unit != "percent" or (size.unit == "percentage point" and before.unit == "percent"):
        ends = [a - b for a, b in product((after.low, after.high), (before.low, before.high))]  # type: ignore[operator]
        shown = number((after.written - before.written) / size.in_unit)  # type: ignore[operator]
    else:
        return
    low, high = (min(ends), max(ends)) if rising else (-max(ends), -min(ends))
    # A change that was cut off instead of rounded is no mistake.
    least, most = size.low, max(size.high, size.written + size.step)  # type: ignore[type-var,operator]
    if beyond(low, most) or beyond(least, high):
        yield _finding(case, before, after, size, f"from {before.shown} to {after.shown} is {shown.lstrip('-')}, not {size.shown}")


def _finding(case: Case, before: Figure, after: Figure, size: Figure | None, message: str) -> Finding:
    claims: list[Claim] = list({id(f.claim): f.claim for f in (before, after, size) if f is not None}.values())
    because = (f"the change leads from {before.shown} to {after.shown}", message)
    repairs = ("one of the two values is to be changed", "the change is to be told otherwise")
    where = before.claim.document
    return case.finding(NAME, CONFLICT, f"{where}: {message}", because, claims, sides=range(len(claims)), repairs=repairs, attribute=before.claim.attribute)


RULE = Rule(NAME, "changes that do not lead from one value to the other", find)
