"""Shares of one whole: what cannot both be the case of one voter or one person cannot come to more than all of them.

Why it matters: shares of one whole that go beyond 100 percent cannot all be right, whatever the others are.
Conflict: "Dahl won 52% of the vote and Ekberg 51%"; "55% said yes, 48% said no"; "60% men and 50% women".
Silent: shares that each were rounded up; rates of two groups ("60% of men and 50% of women"), changes, approval of two people,
votes in two places or two rounds, answers of which several can be given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.sentence_figures import HUNDRED, Figure, Sentence, beyond, sentences, total
from factcheck.compare.steps import number
from factcheck.lexicon import table, words
from factcheck.model.finding import CONFLICT, Finding

NAME = "shares-whole"
_NAME = r"(?:[A-Z][\w'.-]+ ?){1,4}"
_OTHER = rf"(?:,? (?:and|while|with|to|against|followed by|ahead of|compared (?:to|with))|,|;)(?: (?:the |his |her )?(?:for |rival |opponent )?{_NAME}(?:'s)? ?,?(?: ?\([A-Z][\w-]{{0,12}}\))?)(?: ?(?:won|had|got|took|received|polled|secured|obtained|with|at))? ?(?P<p>ⓟ)(?! (?:of|in|among|at|on|from|turnout)\b)"
_VOTES = re.compile(rf"(?P<first>ⓟ) of (?:the|all) (?:[a-z]+ )?votes?(?P<rest>(?:{_OTHER.replace('?P<p>', '?:')}){{1,6}})")
# Two contests, or shares that are no candidates' own.
_APART = re.compile(r"\b(?:women|men|turnout|precincts?|counted|reporting|tallied|among|previous|earlier|approval|round|run-?off|primary|caucus|percentage points|expected|up from|down from|in 1[89][0-9]{2}|in 20[0-9]{2}|respectively|each|both)\b", re.IGNORECASE)
# Between a share and its answer only words that take it of no narrower group.
_SAID = r"(?:(?:of )?(?:them|those|the|all|respondents|voters|people|polled|surveyed|asked|who|are|were|is|was|in|said|say|saying|voted|voting|vote|they|would|strongly|answered|that) ){0,6}"
_LINK = r"(?:,| ?;| [—–-])?(?: ?(?:and|while|but|with|against|to|versus|compared (?:to|with)))? ?(?:only |just )?"


def find(case: Case) -> Iterable[Finding]:
    """One finding for every set of shares that exclude each other and come to more than the whole."""
    for sentence in sentences(case):
        if sentence.words.count("ⓟ") < 2:
            continue
        for parts in (*_candidates(sentence), *_answers(sentence)):
            low, _ = total(parts)
            if all(p.plain and p.unit == "percent" for p in parts) and beyond(low, HUNDRED):
                yield _finding(case, parts)
                break


def _candidates(sentence: Sentence) -> Iterable[list[Figure]]:
    if not _APART.search(sentence.words):
        for match in _VOTES.finditer(sentence.words):
            yield sentence.within(match.start(), match.end(), "ⓟ")


def _answers(sentence: Sentence) -> Iterable[list[Figure]]:
    if not words("sums", "rates").isdisjoint(re.findall("[a-z]+", sentence.words.lower())):
        return
    for match in _opposites().finditer(sentence.words):
        one, two = (next(k[:-1] for k, v in match.groupdict().items() if v and k.endswith(side)) for side in "ab")
        if one == two:
            yield [sentence.at(match, "first"), sentence.at(match, "second")]


@cache
def _opposites() -> re.Pattern:
    """A share and its answer, and another with the opposite one: groups g0a, g0b for the first pair of answers, and so on."""
    pairs = table("sums")["answers"]["pairs"]
    sides = []
    for n, side in enumerate("ab"):
        named = [rf"(?P<g{i}{side}>{'|'.join(pair[n].split())})" for i, pair in enumerate(pairs)]
        sides.append(rf"(?:{'|'.join(named)})\b")
    return re.compile(rf"(?P<first>ⓟ) {_SAID}{sides[0]}(?: it| them)?{_LINK}(?P<second>ⓟ) {_SAID}{sides[1]}(?! of\b| among\b)", re.IGNORECASE)


def _finding(case: Case, parts: list[Figure]) -> Finding:
    shown = " + ".join(p.shown for p in parts)
    low, _ = total(parts)
    because = (
        "they are shares of one whole, and nothing can be in two of them",
        f"{shown} = {number(sum(p.written for p in parts))}%, and at least {number(low)}% however they were rounded",  # type: ignore[arg-type,misc]
    )
    where = parts[0].claim.document
    repairs = tuple(f"“{p.claim.text}” is to be changed" for p in parts[:2])
    return case.finding(NAME, CONFLICT, f"{where}: {shown} is more than the whole", because, [p.claim for p in parts], sides=range(len(parts)), repairs=repairs, attribute=parts[0].claim.attribute)


RULE = Rule(NAME, "shares of one whole that come to more than all of it", find)
