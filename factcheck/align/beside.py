"""What the words right beside a figure say of it: the noun that a hyphened one belongs to, the word that leads to it."""

from __future__ import annotations

import re

from factcheck.align.context import Contexts
from factcheck.align.stems import WORD, content_stem
from factcheck.lexicon import by_word, words
from factcheck.lexicon.verbs import is_past
from factcheck.model.claim import Claim

_BEFORE = re.compile(r"\b([a-z]{3,})(?:\s(?:in|on|for|of|to|at|by|from|with|about|some))?\s\Z")
_HYPHENED = re.compile(r"-[A-Za-z]")
_HEAD = re.compile(r"\s([a-z]{3,})")
_THE = re.compile(r"\bthe\s\Z", re.IGNORECASE)
_MADE = re.compile(r"\b([a-z]{3,}),?\s(?:(?:which|that|was|were|is|had been|first)\s){0,3}[a-z]+\s(?:in\s)?\Z")
_SMALL = re.compile(r"\b[a-z]+\b")
_LETTERS = re.compile(r"[a-z]+")
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]+")
_CLAUSE = re.compile(r"[.,;:()“”\"—–]|\b(?:and|but|when|while|who|which)\b")
_AWAY = re.compile(
    r"\s(?:\([^()]{1,24}\)\s)?(?:away\s|to the\s|(?:due\s)?(?:north|south|east|west)[a-z-]*\s){0,2}(?:of|from|off|outside)\s(?:the\s)?"
    r"(?:(?:small|nearest|main|capital|coastal|port)\s)?(?:(?:town|city|capital|village|island|port|coast)\s(?:of\s)?)?([A-Z][^\W\d_]+)"
)
_IN = re.compile(r"\b[Ii]n ([A-Z][^\W\d_]+)")
_LASTED = re.compile(
    r"([^.;:()“”\"—–]{4,80}?),?\s(?:ended|ends|lasted|lasts|took|ran|went on|dragged on|continued|was over|finished|closed)\b"
    r"(?:\s(?:on\s)?[A-Z][a-z]+)?(?:\s(?:after|for|just|only|about|nearly|almost|more than|over|some|at least))*\s(?:an?\s)?\Z"
)
_SIDE = r"(?:the\s)?((?:[A-Z][^\W\d_]+\s){0,2}[A-Z][^\W\d_]+)"
_BEATEN = re.compile(rf"\b(?:{'|'.join(sorted(words('attributes', 'beating')))})\s{_SIDE}[\s,]+(?:by\s)?\Z")
_AGAINST = re.compile(rf"\s(?:[a-z]+\s){{0,2}}(?:over|against|past|by|to|of)\s{_SIDE}")
_IN_BODY = re.compile(r"\s(?:vote\s)?(?:in|of|by)\s(?:the\s)?(\w+)")
_NARROWED = re.compile(r"\s(?:from|among)\s(?:the\s)?[A-Z]")
_ENTERED = re.compile(rf"\b(?:{'|'.join(words('sorts', 'entered'))})\s(?:(?:the|its|their|a)\s)?\Z")
CLAUSE_OF_LASTING = 120  # characters before a length of time in which stands what lasted
_OF = re.compile(r"\sof\s(\w+)")
_UNITS = frozenset(("hour", "minut", "second", "decad"))
_COUNTED = re.compile(r"\s(?:after|before|prior to)\s")
_LASTING = re.compile(r"\b(?:for|lasted|took|of|over|during|spent|after)\s(?:\w+\s)?\Z")
NOUNS = 2  # words behind a measure that can say what was measured
BESIDE = 4  # words
NEAR = 24  # characters in front of a claim
CLAUSE = 60


def head(claim: Claim, contexts: Contexts) -> str | None:
    """Stem of the noun that a hyphened figure before it belongs to: of "the 38-word oath" the oath."""
    found = _HEAD.match(contexts.telling(claim).document.text, claim.end) if _HYPHENED.search(claim.text) else None
    return (content_stem(found[1]) or None) if found else None


def what_measured(claim: Claim, contexts: Contexts) -> frozenset[str]:
    """Stems of the words behind a measure that stands before the noun of a thing: of "a 3-inch serrated blade" serrated and blade;
    of quakes and storms there are many."""
    telling = contexts.telling(claim)
    text, end = telling.document.text, telling.sentences[claim.sentence][1]
    if text[claim.end : claim.end + 1] != " " or claim.text.endswith("s"):
        return frozenset()  # "three inches long"
    told = _CLAUSE.split(text[claim.end : min(claim.end + NEAR, end)])[0].split()[:NOUNS]
    return frozenset(content_stem(w) for w in told if w.isalpha() and w.islower() and w not in by_word("happenings", "families")) - {""}


def told_from(claim: Claim, contexts: Contexts) -> frozenset[str]:
    """Names and stems of the clause behind a length of time that is counted from it: of "ten minutes after the judge had left" the
    judge and leave."""
    telling = contexts.telling(claim)
    text, end = telling.document.text, telling.sentences[claim.sentence][1]
    found = _COUNTED.match(text, claim.end)
    if found is None or _LASTING.search(contexts.before(claim, NEAR)):
        return frozenset()  # "shut for two hours after the crash"
    told = WORD.findall(text[found.end() : min(found.end() + CLAUSE_OF_LASTING, end)])
    return frozenset(content_stem(w) for w in told) - {""}


def who_voted(claim: Claim, contexts: Contexts) -> str:
    """The body whose vote a result is: the one right behind it ("338 to 77 in the House"), else the last before it; or ""."""
    telling = contexts.telling(claim)
    bodies = words("families", "voting_bodies")
    behind = _IN_BODY.match(telling.document.text, claim.end, telling.sentences[claim.sentence][1])
    if behind and behind[1].lower() in bodies:
        return behind[1].lower()
    return next((w for w in reversed(_LETTERS.findall(contexts.before(claim, CLAUSE_OF_LASTING).lower())) if w in bodies), "")


def is_one_turn(claim: Claim, contexts: Contexts) -> bool:
    """Whether an ordinal tells the turn that all of the story is in, or the rank among all: a week that is entered and not one that
    something else fell in; the second woman, not the second woman from Norland."""
    text = contexts.telling(claim).document.text
    if _NARROWED.match(text, claim.end):
        return False
    spans = words("sorts", "spans")
    return claim.attribute.removeprefix("order of ") not in spans or _ENTERED.search(contexts.before(claim, NEAR)) is not None


def word_before(claim: Claim, contexts: Contexts) -> str:
    """Stem of the word right before a claim or the small word that leads to it, or ""."""
    found = _BEFORE.search(contexts.telling(claim).document.text, max(0, claim.start - NEAR), claim.start)
    return content_stem(found[1]) if found else ""


def words_beside(claim: Claim, contexts: Contexts) -> frozenset[str]:
    """Keys of the few words before and behind a length of time that can say what lasted: "closed for four hours"."""
    telling = contexts.telling(claim)
    text, end = telling.document.text, telling.sentences[claim.sentence][1]
    found = _OF.match(text, claim.end)
    if found:
        # "five days of rioting" are eight days of it three days on; a jury's "19 hours of deliberation" are over.
        of = by_word("acts", "one").get(found[1])
        return frozenset((of,)) if of else frozenset()
    before = [w for w in _CLAUSE.split(contexts.before(claim, CLAUSE))[-1].split() if w.islower()][-BESIDE:]
    behind = _CLAUSE.split(text[claim.end : min(claim.end + CLAUSE, end)])[0].split()[:BESIDE]
    told = (w for w in (*before, *behind) if w.islower() and w not in words("acts", "pale"))
    return frozenset(by_word("acts", "one").get(w) or content_stem(w) for w in told) - _UNITS - {""}


def acts_beside(claim: Claim, contexts: Contexts) -> frozenset[str]:
    """Keys of the verbs in their past that stand in the clause before a number of times: of "was shot 11 times" shot."""
    before = _CLAUSE.split(contexts.before(claim, CLAUSE))[-1].lower().split()
    return frozenset(by_word("acts", "one").get(w) or content_stem(w) for w in before if is_past(w) and w not in words("acts", "pale")) - {""}


def nouns_before(claim: Claim, contexts: Contexts) -> frozenset[str] | None:
    """Stems of the words in small letters that stand in the clause before a figure and are no verbs: what it is told of; None where
    the figure begins its clause and is told of something before that: "hit Varn, 12 km from Sund"."""
    before = _CLAUSE.split(contexts.before(claim, CLAUSE))[-1].split()
    if not before:
        return None
    return frozenset(by_word("happenings", "families").get(w) or content_stem(w) for w in before if w.islower() and not is_past(w) and w not in words("acts", "lying")) - {""}


def fate_before(claim: Claim, contexts: Contexts) -> str:
    """What befell the people of whom a figure tells a part, by the last word for it before the figure in its sentence; or ""."""
    told = [by_word("families", "fate").get(w) for w in _LETTERS.findall(contexts.before(claim, CLAUSE_OF_LASTING).lower())]
    return next((fate for fate in reversed(told) if fate), "")


def what_lasted(claim: Claim, contexts: Contexts) -> frozenset[str]:
    """The words of the clause before a length of time that ends in a verb of lasting or ending: of "the strike at the port ended on
    Friday after three weeks" strike and port."""
    found = _LASTED.search(contexts.before(claim, CLAUSE_OF_LASTING))
    return frozenset(_SMALL.findall(found[1])) - words("structure", "function_words") if found else frozenset()


def away_from(claim: Claim, contexts: Contexts) -> str:
    """The place from which a distance is told, in lower case: of "40 km south of the town of Elmore" elmore; or "", as of "within
    20 miles of it", which is no more than a bound."""
    if contexts.before(claim, NEAR).endswith("within "):
        return ""
    found = _AWAY.match(contexts.telling(claim).document.text, claim.end)
    return found[1].lower() if found else ""


def places_in(claim: Claim, contexts: Contexts) -> frozenset[str]:
    """The words with a capital that stand behind "in" in a claim's sentence, in lower case, without months: the places it tells of."""
    telling = contexts.telling(claim)
    return frozenset(w.lower() for w in _IN.findall(telling.sentence_text(claim.sentence)) if w.lower() not in by_word("calendar", "months"))


def place_before(claim: Claim, contexts: Contexts) -> str:
    """The word with a capital behind the last "in" before a claim in its sentence, in lower case; or ""."""
    found = _IN.findall(contexts.before(claim, CLAUSE_OF_LASTING))
    return found[-1].lower() if found else ""


def whose(claim: Claim, contexts: Contexts) -> str:
    """The last word with a capital before a claim in its sentence, in lower case: of "Elmore, a town of 12,000 people" elmore; or ""."""
    found = _CAPITAL.findall(contexts.before(claim, CLAUSE))
    return found[-1].lower() if found else ""


def opponent(claim: Claim, contexts: Contexts) -> str:
    """The last word, in lower case, of whom a score was won or lost against: "beat the Hull Rovers 3-1", "3-1 over Rovers"."""
    found = _BEATEN.search(contexts.before(claim, CLAUSE)) or _AGAINST.match(contexts.telling(claim).document.text, claim.end, claim.end + CLAUSE)
    return found[1].split()[-1].lower() if found is not None else ""


def made(claim: Claim, contexts: Contexts) -> str:
    """Stem of the noun that a year is the making of: of "the vessel was built in 1988" the vessel; or ""."""
    found = _MADE.search(contexts.telling(claim).document.text, max(0, claim.start - CLAUSE), claim.start)
    return content_stem(found[1]) if found else ""


def of_one_head(a: Claim, b: Claim, contexts: Contexts) -> bool:
    """Whether both figures are said of one thing that has them: "the 38-word oath" and "the 35-word oath"."""
    one = head(a, contexts)
    return one is not None and one == head(b, contexts) and _is_definite(a, contexts) and _is_definite(b, contexts)


def of_two_heads(a: Claim, b: Claim, contexts: Contexts) -> bool:
    """Whether they are said of two things: "a 38-page opinion" and "a 35-page letter", "an eight-game streak" and "15 games"."""
    one, two = head(a, contexts), head(b, contexts)
    if one is None or two is None:
        return (one is not None and one not in contexts.words(b)) or (two is not None and two not in contexts.words(a))
    return one != two


def _is_definite(claim: Claim, contexts: Contexts) -> bool:
    return bool(_THE.search(contexts.telling(claim).document.text, max(0, claim.start - 6), claim.start))
