"""Who did what to whom in a sentence: the beaten and the winner, the buyer and what was bought, the winner and the contest.

Read only where extraction has found a word that tells of such a happening, so that other texts cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.people import plain
from factcheck.lexicon import table, words
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from factcheck.compare.case import Case
    from factcheck.model.telling import Telling

FAMILIES = frozenset(("victory", "acquisition", "death", "attack", "award"))
FAR = 110  # characters before and behind the verb that are looked at
_CAPITAL = r"[A-Z\u00C0-\u00DE][\w'’&-]*\.?"
_NAME = rf"(?:{_CAPITAL}(?: (?:(?:of|de|la|di|van|von|der|bin|al) )?{_CAPITAL}){{0,4}})"
_AUXILIARY = (
    r"(?:has|have|had|will|would|is|was|are|were|be|been|being|to|it|they|he|she|also|just|narrowly|easily|then|later|earlier|"
    r"finally|twice|once|went|go|on|said|says|announced|agreed|plans|planned|set|that|who|which|late|early|yesterday|today|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|comfortably|allegedly|fatally)"
)
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?:,[^,.;]{{1,50}},)?(?P<gap>(?:\s{_AUXILIARY},?)*)\s\Z")
_BEHIND = re.compile(rf"\s(?:by\s)?(?:the\s|its\s|his\s|her\s|rival\s|rivals\s|defending\s|champions?\s|neighbours?\s|[a-z-]+\s){{0,3}}?(?P<name>{_NAME})")
_BY = re.compile(rf"\s(?:to death\s|dead\s)?by\s(?:the\s|its\s|his\s|her\s|rival\s|rivals\s|[a-z-]+\s){{0,3}}?(?P<name>{_NAME})")
_CONTEST = re.compile(r"\s((?:[\w’'.-]+\s){0,8}?[\w’'.-]+)(?=[,.;:!?]|\s(?:on|in|by|with|for|after|when|while|and|as|at|from|against|last|this)\s|\Z)")
_PASSIVE = re.compile(r"\b(?:is|was|are|were|be|been|being)\Z")
_GIVEN_TO = re.compile(r"\b[Tt]he ((?:[\w’'.-]+ ){1,6}?)(?:was|were|is|has been|will be) \Z")
_DOUBT = re.compile(r"\b(?:not|never|n['’]t|denied|denies|deny|if|could|may|might|should|unless|hoped?|wants?|bid|offer(?:ed)?|nearly|almost|no)\b")


class Deed(NamedTuple):
    """verb: the name of what was done; doer: who did it; other: to whom, or a contest as its content words; claim: the word
    that tells of it; start, end: of the words from the one to the other; named: whether the doer is sure to be a name."""

    verb: str
    doer: str
    other: str
    claim: Claim
    start: int
    end: int
    named: bool = False


@cache
def _verbs() -> dict[str, str]:
    found = table("happenings")["done"]
    return {word: verb for verb in ("beat", "buy", "kill", "succeed", "won") for word in found[verb].split()}


@cache
def _no_part_of_names() -> frozenset[str]:
    days = (word for forms in table("calendar")["weekdays"].values() for word in forms.split())
    return words("structure", "function_words") | words("structure", "openers") | frozenset(days)


def deeds(case: Case) -> list[Deed]:
    """What the documents tell of who did what to whom; made once a case."""
    known: list[Deed] | None = case.worked_out.get("deeds")
    if known is None:
        known = case.worked_out["deeds"] = list(_read(case))
    return known


def deeds_of(case: Case, document: str) -> list[Deed]:
    """Those of one document."""
    known: dict[str, list[Deed]] | None = case.worked_out.get("deeds by document")
    if known is None:
        known = case.worked_out["deeds by document"] = {}
        for deed in deeds(case):
            known.setdefault(deed.claim.document, []).append(deed)
    return known.get(document, [])


def _read(case: Case) -> Iterator[Deed]:
    tellings: dict[str, Telling] = {}
    verbs = _verbs()
    for claim in case.claims_of("happening"):
        if claim.value.family not in FAMILIES or claim.zone != "body":  # type: ignore[union-attr]
            continue
        verb = verbs.get(claim.text.lower())
        if verb is None:
            continue
        if not tellings:
            tellings.update((t.document.id, t) for t in case.alignment.tellings)
        telling = tellings[claim.document]
        start, end = telling.sentences[claim.sentence]
        deed = _deed(verb, claim, telling.document.text, max(start, claim.start - FAR), min(end, claim.end + FAR))
        if deed is not None and words_of(deed.doer) and words_of(deed.other):
            yield deed._replace(named=_is_named(telling, claim.sentence, deed.doer))


def _is_named(telling: Telling, sentence: int, name: str) -> bool:
    """Whether a party is a name that the sentence was read to have, and no word with the capital of its opening."""
    told = {word for key in telling.names.get(sentence, ()) for word in key.split()}
    return not words_of(name).isdisjoint(told)


def _deed(verb: str, claim: Claim, text: str, start: int, end: int) -> Deed | None:
    before, behind = text[start : claim.start], text[claim.end : end]
    if _DOUBT.search(before) or _DOUBT.search(behind[:12]):
        return None
    given = _GIVEN_TO.search(before) if behind.startswith(" to ") and claim.text == "awarded" else None
    if given is not None:
        to = _BEHIND.match(behind[3:])
        if to is None or not _is_contest(given[1]):
            return None
        return Deed(verb, to["name"], given[1], claim, start + given.start(1), claim.end + 3 + to.end("name"))
    left = _BEFORE.search(before)
    if left is None:
        return None
    name = left["name"]
    while " " in name and name.split(" ", 1)[0].lower() in _no_part_of_names():
        name = name.split(" ", 1)[1]  # On Friday Ostkassa
    first = start + left.end("name") - len(name)
    passive = _PASSIVE.search(left["gap"].rstrip())
    if verb == "won":
        found = _CONTEST.match(behind)
        if bool(passive) != (claim.text == "awarded") or found is None or not _is_contest(found[1]):
            return None
        return Deed(verb, name, found[1], claim, first, claim.end + found.end(1))
    right = (_BY if passive else _BEHIND).match(behind)
    if right is None or (not passive and behind.startswith(" by ")):
        return None
    follows = right["name"].rstrip(".")
    last = claim.end + right.start("name") + len(follows)
    doer, other = (follows, name) if passive else (name, follows)
    return Deed(verb, doer, other, claim, first, last)


def _is_contest(phrase: str) -> bool:
    return not words_of(phrase).isdisjoint(table("happenings")["done"]["contests"].split())


def words_of(name: str) -> frozenset[str]:
    """The words of a name or a contest that tell it from others, in lower case."""
    found = {w.removesuffix("'s").removesuffix("’s").strip(".") for w in plain(name).split()}
    return frozenset(found - words("structure", "function_words") - {""})


def is_one(a: str, b: str) -> bool:
    """Whether two names of a party can be of one: they share a word, or one has the initials of the other."""
    one, two = words_of(a), words_of(b)
    return bool(one & two) or _initials(a) in two or _initials(b) in one


def _initials(name: str) -> str:
    return "".join(word[0].lower() for word in name.split() if word[0].isupper()) if " " in name else " "
