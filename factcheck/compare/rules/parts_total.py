"""Parts and their total: what a sentence adds up must come to the total that it gives, and no part is more than its whole.

Why it matters: a sum is a check that the author could have made, and one of its numbers is wrong where it fails.
Conflict: "27 people died, 12 men and 16 women"; "killing 12 people, including 15 children"; "$5 million at home and $2 million
abroad, for a total of $9 million".
Silent: parts that stay below a total of which they need not be all ("27 people, including 3 children"); rounded numbers whose sum
can be the total; parts that can overlap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.sentence_figures import COUNTED, ONE, Figure, Sentence, beyond, sentences, total
from factcheck.compare.steps import number
from factcheck.lexicon import table, words
from factcheck.model.claim import ASSERTED, Claim
from factcheck.model.finding import CONFLICT, Finding

NAME = "parts-total"
PEOPLE = ("death", "injury", "person")  # attributes of counts of people, whatever their noun
_IN_ONE_BREATH = r"[^ⓝⓟⓜⓛⓓⓞ.;:()—–“”\"]"
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_GROUP = re.compile(r"(?:The (?:dead|victims|injured|wounded)|They|Those [a-z]+)")
# Where a list may end and still be whole: at a stop, or at a comma behind which no other member comes.
_MORE = r"(?:an?|one|two|three|the|several|some|many|other|another|others|more|dozens|at least)\b"
_CLOSED = re.compile(rf"\s*(?:[.;:)—–]|$|,(?! ?(?:and |as well as |plus |along with |with )?(?:{_MORE}|[ⓝⓜⓛ])))")
_INCLUDING = re.compile(rf"(?P<whole>ⓝ) (?P<noun>{_IN_ONE_BREATH}{{2,60}}?),? (?:including|among them|among whom were) (?P<part>ⓝ) ")
_OF_THEM = re.compile(rf"(?P<whole>ⓝ) (?P<noun>{_IN_ONE_BREATH}{{2,60}}?),? (?:and |with )?(?:(?P<part>ⓝ) of (?:them|whom|which)\b|of (?:whom|which) (?P<behind>ⓝ) )")
_OUT_OF = re.compile(r"(?P<part>ⓝ) (?:out of(?: the| its| their)?|of (?:the|its|their)) (?P<whole>ⓝ) [a-z]+s\b")
_MONEY = re.compile(rf"(?P<whole>ⓜ)(?P<noun>{_IN_ONE_BREATH}{{0,40}}?),? (?:including|of which) (?P<part>ⓜ)")
_PART = rf"[ⓝⓜⓛ] {_IN_ONE_BREATH}{{2,60}}?"
_FOR_TOTAL = re.compile(
    rf"(?P<list>(?:{_PART}, ){{0,4}}{_PART},? and {_PART}),? "
    r"(?:(?:for|making|giving) an? (?:(?:combined|overall|worldwide|global|grand|gross|final) ){0,3}(?:total|gross)(?: gross)? of (?P<total>[ⓝⓜⓛ])"
    r"|(?:for|making|giving) (?P<hedged>[ⓝⓜⓛ])(?=[.;,)]|$| [a-z])"
    r"|(?:or |for |making )?(?P<in_all>[ⓝⓜⓛ])(?: [a-z]+)? (?:in all(?=[.,;:)]|$)|in total\b|altogether\b))"
)
_RUNNING = re.compile(r"[^.;]{0,80}\b(?:career|season|since|so far|to date|year|decade|all-time|tally|now)\b")
_MEMBER = r"ⓝ (?P=by) [^ⓝⓟⓜⓛⓓⓞⓣ.;:(),]{1,40}"
_DIVIDED = re.compile(rf"(?P<total>ⓝ) [a-z]+: (?P<list>ⓝ (?P<by>for|to|from|in|by|at|went to) [^ⓝⓟⓜⓛⓓⓞⓣ.;:(),]{{1,40}}(?:, {_MEMBER}){{0,8}},? and {_MEMBER})(?=[.;)]|$)")


class Partition(NamedTuple):
    """wholes: nouns of what is divided; by_noun: the nouns of the parts, by their place; size: how many parts are all of it, 0
    where fewer can be; listed: a number with a list of its parts; next_list: such a list at the head of the next sentence."""

    wholes: frozenset[str]
    by_noun: dict[str, int]
    size: int
    listed: re.Pattern
    next_list: re.Pattern


@cache
def _partitions() -> tuple[Partition, ...]:
    made = []
    for entry in table("sums")["partition"]:
        by_noun = {noun: n for n, nouns in enumerate(entry["parts"]) for noun in nouns.split()}
        nouns = "|".join(sorted(by_noun, key=len, reverse=True))
        member = rf"ⓝ (?:[\w'-]+ ){{0,2}}(?:{nouns})\b"
        members = rf"(?P<list>{member}(?:(?:, and |, | and ){member}){{1,4}})"
        listed = re.compile(rf"(?P<whole>ⓝ) (?P<noun>{_IN_ONE_BREATH}{{2,60}}?)(?P<link>,| ?:| ?[—–]| \(|,? including|,? among them) ?{members}", re.IGNORECASE)
        at_head = re.compile(rf"{_GROUP.pattern} (?P<link>were|are|included|include) {members}", re.IGNORECASE)
        made.append(Partition(frozenset(entry["whole"].split()), by_noun, len(entry["parts"]) if entry.get("all") else 0, listed, at_head))
    return tuple(made)


@cache
def _a_part() -> re.Pattern:
    """A number of any part of any set."""
    nouns = sorted({noun for p in _partitions() for noun in p.by_noun}, key=len, reverse=True)
    return re.compile(rf"ⓝ (?:[\w'-]+ ){{0,2}}?(?:{'|'.join(nouns)})\b", re.IGNORECASE)


@cache
def _people() -> frozenset[str]:
    return frozenset(w for p in _partitions() if "people" in p.wholes for w in (*p.wholes, *p.by_noun))


def find(case: Case) -> Iterable[Finding]:
    """One finding for every total that its parts do not come to, and for every part that is more than its whole."""
    counts: dict[tuple[str, int], list[Claim]] = defaultdict(list)  # by sentence, filled when one is asked for
    for sentence in sentences(case):
        if sum(map(sentence.words.count, "ⓝⓜⓛ")) > 1:
            found = (*_listed(sentence), *_in_next(case, sentence, counts), *_total_after(sentence), *_divided(sentence))
            finding = next((_sum(case, parts, whole) for parts, whole in found), None) or next((_part(case, *pair) for pair in _beyond_whole(sentence)), None)
            if finding is not None:
                yield finding


def _listed(sentence: Sentence) -> Iterator[tuple[list[Figure], Figure]]:
    """ "27 people died, 12 men and 16 women"."""
    for partition in _partitions() if len(_a_part().findall(sentence.words)) > 1 else ():
        for match in partition.listed.finditer(sentence.words):
            whole = sentence.at(match, "whole")
            parts = _members(partition, sentence, match)
            head, *more = _WORD.findall(match["noun"].lower())[:12] or [""]
            if not parts or head not in partition.wholes or _another_group(more):
                continue
            exhaustive = match["link"].strip(" ,").lower() not in ("including", "among them") and not _some_of(sentence.words, match.start("whole"))
            if _wrong(sentence, match, parts, whole, exhaustive and len(parts) >= partition.size):
                yield parts, whole


def _members(partition: Partition, sentence: Sentence, match: re.Match) -> list[Figure]:
    """The parts of a list, or none where two of them are one part of the set."""
    # The noun of each part is the last word of it that the set knows.
    kinds = [next((partition.by_noun[w] for w in reversed(_WORD.findall(piece.lower())) if w in partition.by_noun), -1) for piece in match["list"].split("ⓝ")[1:]]
    return sentence.within(match.start("list"), match.end("list"), "ⓝ") if len(set(kinds)) == len(kinds) else []


def _wrong(sentence: Sentence, match: re.Match, parts: list[Figure], whole: Figure, exhaustive: bool) -> bool:
    """Whether parts are more than their whole, or less where they must be all of it."""
    low, high = total(parts)
    closed = exhaustive and whole.plain and all(p.plain for p in parts) and _CLOSED.match(sentence.words, match.end("list"))
    return beyond(low, whole.high) or bool(closed and beyond(whole.low, high))


def _in_next(case: Case, sentence: Sentence, counts: dict[tuple[str, int], list[Claim]]) -> Iterator[tuple[list[Figure], Figure]]:
    """ "27 people died. The dead were 12 men and 16 women."."""
    found = [(p, m) for p in _partitions() for m in [p.next_list.match(sentence.words)] if m and "people" in p.wholes] if _GROUP.match(sentence.words) else []
    if not found:
        return
    if not counts:
        for claim in case.claims_of("count"):
            counts[claim.document, claim.sentence].append(claim)
    before = counts.get((sentence.document, sentence.index - 1), [])
    if len(before) != 1 or before[0].attribute not in PEOPLE or before[0].value.hedge is not None:
        return
    value = before[0].value
    whole = Figure(before[0], value.low, value.high, value.written_value, ONE, value.unit, before[0].mood == ASSERTED, ONE, before[0].text)
    for partition, match in found:
        parts = _members(partition, sentence, match)
        if parts and _wrong(sentence, match, parts, whole, "includ" not in match["link"]):
            yield parts, whole


def _another_group(between: list[str]) -> bool:
    """Whether the words between a number's noun and its parts bring in another group that the parts could be of."""
    other, singular = words("sums", "other_group"), words("sums", "singular_s")
    return any(w in other or (w.endswith("s") and w not in singular) for w in between)


def _some_of(text: str, at: int) -> bool:
    """Whether only some of the number are told of: "Of the 27 people, 12 men …", "12 of the 27 …"."""
    return bool(re.search(r"\b(?:of|among|from)(?: the| its| their)? ?\Z", text[max(0, at - 16) : at], re.IGNORECASE))


def _total_after(sentence: Sentence) -> Iterator[tuple[list[Figure], Figure]]:
    """ "$5 million at home and $2 million abroad, for a total of $9 million"."""
    for match in _FOR_TOTAL.finditer(sentence.words):
        parts, whole = sentence.within(match.start("list"), match.end("list")), sentence.at(match, next(g for g in ("total", "hedged", "in_all") if match[g]))
        if match["hedged"] and not whole.claim.text.lower().startswith(("a total of", "totalling", "totaling")):
            continue  # "for $9 million" is a price
        parts = [p for p in parts if p.claim.kind != "date"]
        nouns = {f.claim.attribute for f in (*parts, whole) if f.claim.kind in COUNTED} - {"number", "total"}
        earlier = [f for f in sentence.within(0, match.start("list")) if f.unit == whole.unit]
        low, high = total(parts)
        same = len({f.unit for f in (*parts, whole)}) == 1 and len(nouns) < 2 and all(f.plain for f in (*parts, whole))
        if same and not earlier and not _RUNNING.match(sentence.words, match.end()) and (beyond(low, whole.high) or beyond(whole.low, high)):
            yield parts, whole


def _divided(sentence: Sentence) -> Iterator[tuple[list[Figure], Figure]]:
    """ "the 40 seats: 22 for one, 12 for another and 5 for a third"."""
    for match in _DIVIDED.finditer(sentence.words):
        parts, whole = sentence.within(match.start("list"), match.end("list"), "ⓝ"), sentence.at(match, "total")
        low, high = total(parts)
        # Where and when may name the best of them only: "12 games: three in May and four in June".
        short = match["by"] in ("for", "to", "went to", "from") and beyond(whole.low, high)
        if all(f.plain for f in (*parts, whole)) and not _some_of(sentence.words, match.start("total")) and (beyond(low, whole.high) or short):
            yield parts, whole


def _beyond_whole(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """A part and the whole that it is more than: "killing 12 people, including 15 children"."""
    text = sentence.words
    for form in (_INCLUDING, _OF_THEM, _OUT_OF, _MONEY):
        for match in form.finditer(text):
            group = "part" if match["part"] else "behind"
            part, whole = sentence.at(match, group), sentence.at(match, "whole")
            between = _WORD.findall(match.groupdict().get("noun", "").lower())
            if form is _MONEY:
                fits = part.unit == whole.unit and not _another_group(between)
            elif form is _OUT_OF:
                fits = part.step == whole.step == ONE
            else:
                fits = _of_people(whole, between) and (form is _OF_THEM or _counts_people(part)) and not _another_group(between[1:])
            # Where a larger number stands further in front, that may be the whole.
            larger = any(f.unit == part.unit and not beyond(part.low, f.high) for f in sentence.within(0, match.start(group)) if f.claim is not part.claim)
            bounded = whole.plain or whole.claim.value.hedge in ("at-most", "under", "nearly")
            if fits and bounded and part.plain and whole.claim.mood == part.claim.mood and beyond(part.low, whole.high) and not larger:
                yield part, whole


def _of_people(whole: Figure, between: list[str]) -> bool:
    return bool(between) and between[0] in _people() and whole.unit == "one"


def _counts_people(figure: Figure) -> bool:
    return figure.claim.attribute in PEOPLE or not _people().isdisjoint(_WORD.findall(figure.claim.text.lower()))


def _part(case: Case, part: Figure, whole: Figure) -> Finding:
    because = (f"“{part.claim.text}” is a part of “{whole.claim.text}”", f"{part.shown} is more than {whole.shown}")
    return _made(case, [part], whole, f"{part.shown} cannot be a part of {whole.shown}", because)


def _sum(case: Case, parts: list[Figure], whole: Figure) -> Finding:
    shown = " + ".join(p.shown for p in parts)
    message = f"{shown} = {number(sum(p.written / p.in_unit for p in parts))}, not {whole.shown}"  # type: ignore[operator,misc,arg-type]
    return _made(case, parts, whole, message, (f"“{whole.claim.text}” is told as the total of {len(parts)} parts", message))


def _made(case: Case, parts: list[Figure], whole: Figure, message: str, because: tuple[str, ...]) -> Finding:
    claims = [*(p.claim for p in parts), whole.claim]
    repairs = (f"“{whole.claim.text}” is right, and a part is to be changed", f"the parts are right, and “{whole.claim.text}” is to be changed")
    where = whole.claim.document
    return case.finding(NAME, CONFLICT, f"{where}: {message}", because, claims, sides=[0] * len(parts) + [1], repairs=repairs, attribute=whole.claim.attribute)


RULE = Rule(NAME, "parts that do not come to their total, or are more than their whole", find)
