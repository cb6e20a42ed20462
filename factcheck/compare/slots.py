"""Whether the place of a name in a sentence is one that many names fill: two stories may have two of them there, both rightly.

"Among the dead was …", "… won a bronze", "Analyst … expects" are told of many; "the treaty was signed in …", "… will buy the
mill", "the jury found …, 44, guilty" of one.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.lexicon import table, words

_SPEECH = words("speech", "verbs.say") | words("slots", "opinions")
FEW = 4  # words before a name that is the subject
NEAR = 4  # words of what is said of a subject in which its verb stands
_WORD = re.compile(r"[\w’'-]+")
_APPOSITION = re.compile(r"\s*(?:,[^,]{1,70},|\([^)]{1,40}\))")
_AGED = re.compile(r"\s*,\s(?:aged\s)?[0-9]{1,3}\b")
_TITLED = re.compile(r"(?<=[a-z] )(?:[A-Z][\w.’'-]*\s){1,4}\Z")
_DEFINITE = re.compile(r"(?:The|Its|Their|Our|His|Her)\s[^,.;]{1,60},\s\Z")
_KIND_OF = re.compile(r"(?P<first>[A-Z][\w’'-]*)(?:\s[a-z][\w’'-]*){0,3}\s(?P<link>[a-z]+)\s(?:the\s)?\Z")
_LISTED = re.compile(r"(?:,\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})*,?\s(?:and|or)\s[A-Z]")
_INDEFINITE = frozenset(("a", "an", "one", "some", "several", "two", "three"))


@cache
def _deeds() -> frozenset[str]:
    found = table("happenings")["done"]
    return frozenset(word for verb in ("beat", "buy", "succeed") for word in found[verb].split())


def is_of_many(sentence: str, start: int, end: int) -> bool:
    """Whether many names fit where one stands; start, end: of the name in the sentence."""
    before, behind = _TITLED.sub("", sentence[:start].lstrip("“\"'‘ ")), sentence[end:]
    said = [w.lower() for w in _WORD.findall(before)]
    follows = [w.lower() for w in _WORD.findall(behind[:160])]
    if said and (said[0] in words("slots", "openers") or said[0][0].isdigit() or said[-1] in words("slots", "beside")):
        return True
    if _LISTED.match(behind) or not words("slots", "further").isdisjoint(said + follows):
        return True
    if _AGED.match(behind):
        return False  # two stories that give one age mean one person
    aside = _APPOSITION.match(behind)
    told = [w.lower() for w in _WORD.findall(behind[aside.end() :][:100])] if aside else follows
    if (said and said[-1] in _SPEECH) or (told and told[0] in _SPEECH):
        return True
    if _DEFINITE.search(before):
        return False  # The mayor, Ana Reyes, …
    link = _KIND_OF.fullmatch(before)
    if link is not None and _of_a_kind(link, told):
        return True
    if _is_subject(before, said):
        return not _is_sole_act(told)
    if said[-1] == "by":
        return said[-2:-1] != [] and said[-2] in words("slots", "by_many")
    return said[-1] in words("slots", "done_to_many")


def _of_a_kind(link: re.Match[str], told: list[str]) -> bool:
    """Whether the name only tells which of a kind is meant: the governor of, schools in, temperatures across."""
    if link["link"] not in words("slots", "belonging"):
        return False
    several = link["first"].lower() not in words("structure", "function_words")  # Schools in, Police in
    if several and link["first"].endswith("s"):
        return True
    return link["link"] != "from" and bool(told) and told[0] in words("slots", "predicates")


def _is_subject(before: str, said: list[str]) -> bool:
    """Whether nothing but a title or an article stands before the name."""
    small = (words("structure", "function_words") | words("calendar", "tense.past")) - {"the", "its", "his", "her", "their", "our"}
    return len(said) <= FEW and small.isdisjoint(said) and not any(w[0].islower() and w.endswith("ed") for w in before.split())


def _is_sole_act(told: list[str]) -> bool:
    """Whether what is said of a subject can be true of one only."""
    for n, word in enumerate(told[:NEAR]):
        behind = told[n + 1 : n + 6]
        if word in _deeds():
            return not _INDEFINITE.intersection(behind[:1]) and not any(w[0].isdigit() for w in behind[:2])
        if word in words("slots", "sole_passive"):
            return bool(behind) and behind[0] not in _INDEFINITE
        if word in words("slots", "sole_acts") and told[n + 1 : n + 2] and behind[0] in words("slots", "definite"):
            return words("slots", "many_prizes").isdisjoint(behind)
    return False
