"""Another name in the same sentence: who won, who was arrested, who sold to whom, and where, as two documents tell it.

Why it matters: a name that was taken for another makes a murderer of a witness and a loser of the winner.
Conflict: "The treaty was signed in Vienna on Monday by both ministers" in one copy of a sentence, "signed in Geneva" in the
other; "Acme will buy Borel" and "Borel will buy Acme".
Silent: a name and its surname, its initials, its other spelling; a place and the country it lies in; names joined by "and", or
by "met", in another order; a sentence that one document tells of both; a place that many names fill ("among the dead was …",
"… won a bronze", "two people died in …") in stories that are no copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factcheck.compare.case import Case
from factcheck.compare.people import SAME as SAME_NAME
from factcheck.compare.people import SPELLED, given_relation, is_slip, is_transliterated, plain
from factcheck.compare.protocol import Rule
from factcheck.compare.slots import is_of_many
from factcheck.compare.twins import Side, twins
from factcheck.lexicon import table, words
from factcheck.lexicon.places import country_of, demonyms, is_place, lie_apart, lies_in, same_place
from factcheck.model.finding import CONFLICT, Evidence, Finding

NAME = "name-mismatch"
LONGEST = 6  # words of a name
SHORT = 40  # characters of a sentence that two stories may well have in common
COPIED = 2  # longer ones that copies have in common
LOWER = 5  # words in lower case in a sentence that is no headline
_CAPITAL = r"[A-Z\u00C0-\u00DE][\w.'’&-]*"
_NAME = re.compile(rf"(?:[Tt]he )?{_CAPITAL}(?: (?:(?:of|de|la|di|van|von|der|bin|al|and|the|for) ){{0,2}}{_CAPITAL}){{0,5}}")
_PERSON_OR_BODY = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{0,4}}")
_RUN_BEFORE = re.compile(rf"(?:{_CAPITAL} ){{1,4}}\Z")
_RUN_BEHIND = re.compile(rf"(?: {_CAPITAL}){{1,4}}")
_IN_COUNTRY = re.compile(rf"({_CAPITAL}(?: {_CAPITAL}){{0,2}})(?: in|,) {_CAPITAL}(?: {_CAPITAL}){{0,2}}")
_IN_A_NAME = re.compile(rf"{_CAPITAL} (?:of|for|in|at) (?:the )?\Z")  # University of Oslo
_CREDIT = re.compile(r"\b(?:[Rr]eport(?:ed|ing)|[Ww]riting|[Ww]ritten|[Ee]dit(?:ed|ing)|[Cc]ontributed|[Pp]hotos?|[Cc]ompiled)\b[^.]{0,30}\b(?:by|to|from)\b")
_POSSESSIVE = ("'s", "’s", "'", "’")

BEFORE = 20  # characters before a name that show whether it is said of another as well


def find(case: Case) -> Iterable[Finding]:
    """One finding for each pair of names that stand in one place of a sentence."""
    told: set[tuple] = set()
    for left, right in twins(case):
        a, b = left[0], right[0]
        why = _swapped(a, b) or (None if _may_both_be(case, a, b) else _other_name(a, b))
        key = (a.document, b.document, _bare(a.text), _bare(b.text))
        if why is None or key in told or _known(case, a) or _known(case, b) or _tells_both(a, b) or _tells_both(b, a):
            continue
        told.add(key)
        message = f"{a.document} has “{_bare(a.text)}” where {b.document} has “{_bare(b.text)}”, in one sentence"
        repairs = (f"“{_bare(a.text)}” is right", f"“{_bare(b.text)}” is right")
        evidence = [Evidence(s.document, s.start, s.start + len(_bare(s.text)), _bare(s.text), None, s.sentence, n) for n, side in enumerate((left, right)) for s in side]
        evidence.sort(key=lambda e: (e.document, e.start, e.end))
        because = ("the documents share the sentence but for the name", why)
        finding = Finding(NAME, CONFLICT, message, because, evidence, repairs=repairs, attribute="name")
        finding.independent_sources = max(case.independent({s.document for s in side}) for side in (left, right))
        yield finding


def _tells_both(a: Side, b: Side) -> bool:
    """Whether one document has the other's name as well, behind the same words: who says it of both."""
    text = b.telling.document.text
    said = text[max(0, b.start - BEFORE) : b.start] + _bare(b.text)
    return len(said) > BEFORE and said in a.telling.document.text


def _may_both_be(case: Case, a: Side, b: Side) -> bool:
    """Whether two stories, neither of them a copy or the source of the other, have two of the many names that fit there."""
    if case.drafts or _are_copies(a, b):
        return False
    start = a.telling.sentences[a.sentence][0]
    return is_of_many(a.telling.sentence_text(a.sentence), a.start - start, a.start - start + len(_bare(a.text)))


def _are_copies(a: Side, b: Side) -> bool:
    """Whether two documents have several more sentences in common."""
    one, two = ({text for n in range(len(side.telling.sentences)) if len(text := side.telling.sentence_text(n)) > SHORT} for side in (a, b))
    return len(one & two) >= max(COPIED, min(len(one), len(two)) // 3)


def _known(case: Case, side: Side) -> bool:
    """Whether another rule has told of a conflict there: an altered quotation, another speaker, a misspelt name."""
    return any(f.verdict == CONFLICT and any(e.document == side.document and e.start < side.end and side.start < e.end for e in f.evidence) for f in case.found)


def _bare(text: str) -> str:
    """The words of a stretch on one line, without marks at the end and without a possessive."""
    found = " ".join(text.split()).strip(" ,;:()\"“”")
    for ending in _POSSESSIVE[:2]:
        found = found.removesuffix(ending)
    return found


def _other_name(a: Side, b: Side) -> str | None:
    """What the two names are, or None where they can be of one person, place or body, or are no names."""
    one, two = _bare(a.text), _bare(b.text)
    if sorted(one.split()) == sorted(two.split()):
        return None  # "Hale and Behr" and "Behr and Hale" are the same two
    towns = [_IN_COUNTRY.fullmatch(text) for text in (one, two)]
    if all(towns):
        return "neither place lies in the other" if lie_apart(towns[0][1], towns[1][1]) else None  # type: ignore[index]
    if not (_is_name(a, one) and _is_name(b, two)) or _no_sentence(a) or _no_sentence(b):
        return None
    first, second = _whole(a, one), _whole(b, two)
    if _may_be_one(first, second) or _may_be_one(one, two):
        return None
    places = [is_place(n) for n in (one, two)] if not _IN_A_NAME.search(a.telling.document.text, max(0, a.start - 40), a.start) else [False]
    if all(places):
        return "neither place is known to lie in the other"
    if any(places):
        return None
    return "they are two names"


def _is_name(side: Side, text: str) -> bool:
    """Whether the words of a stretch are a name that the sentence was read to have."""
    if not _NAME.fullmatch(text) or len(text.split()) > LONGEST:
        return False
    last = plain(text.split()[-1]).strip(".")
    if last in words("names", "titles") or last in _no_names() or last in words("structure", "function_words"):
        return False
    told = {w for key in side.telling.names.get(side.sentence, ()) for w in key.split()}
    return last in told or plain(text) in demonyms()


@cache
def _no_names() -> frozenset[str]:
    """Words with a capital that a copy may have in another one's place: days, months, agencies."""
    calendar = table("calendar")
    found = {word for key in ("months", "weekdays") for forms in calendar[key].values() for word in forms.split()}
    agencies = {w.lower() for names in table("agencies")["agencies"].values() for name in names for w in name.split()}
    return frozenset(found | agencies)


def _no_sentence(side: Side) -> bool:
    """Whether it is a credit line, or has the capitals of a headline."""
    text = side.telling.sentence_text(side.sentence)
    return sum(w[0].islower() for w in text.split()) < LOWER or bool(_CREDIT.search(text))


def _whole(side: Side, text: str) -> str:
    """The name with the words beside it that belong to it."""
    full = side.telling.document.text
    before, behind = _RUN_BEFORE.search(full, max(0, side.start - 60), side.start), _RUN_BEHIND.match(full, side.end)
    return (before[0] if before else "") + text + (behind[0] if behind and side.end - side.start == len(text) else "")


def _may_be_one(a: str, b: str) -> bool:
    """Whether two names can be of one person, place or body."""
    if same_place(a, b) or lies_in(a, b) or lies_in(b, a):
        return True
    land = country_of(a)
    if land is not None and land == country_of(b) and not (is_place(a) and is_place(b)):
        return True  # the Kremlin for Russia, French for France
    one, two = plain(a).split(), plain(b).split()
    if not {_root(w) for w in one}.isdisjoint(_root(w) for w in two):
        return len(one) != len(two) or len(one) < 2  # Anna Holt and Ben Holt are two, Holt and Anna Holt can be one
    if _initials(one) == "".join(two) or _initials(two) == "".join(one):
        return True
    if given_relation(one[0], two[0]) in (SAME_NAME, SPELLED) and one[1:] == two[1:]:
        return True
    return is_slip(one[-1], two[-1]) or is_transliterated(one[-1], two[-1])


def _root(word: str) -> str:
    for ending in (*_POSSESSIVE, "s"):
        word = word.removesuffix(ending)
    return word


def _initials(found: list[str]) -> str:
    return "".join(w[0] for w in found if w not in words("names", "joiners")) if len(found) > 1 else " "


def _swapped(a: Side, b: Side) -> str | None:
    """That two names have changed places around a verb, or None."""
    one, two = " ".join(a.text.split()), " ".join(b.text.split())
    if len(one) != len(two):
        return None
    first, second = (list(_PERSON_OR_BODY.finditer(text)) for text in (one, two))
    if len(first) != len(second) or _PERSON_OR_BODY.sub("", one) != _PERSON_OR_BODY.sub("", two):
        return None
    moved = [n for n, (x, y) in enumerate(zip(first, second, strict=True)) if x[0] != y[0]]
    if len(moved) != 2 or first[moved[0]][0] != second[moved[1]][0] or first[moved[1]][0] != second[moved[0]][0]:
        return None
    between = re.findall(r"\w+", one[first[moved[0]].end() : first[moved[1]].start()].lower())
    if not between or between[-1] == "with" or not _mutual().isdisjoint(between):
        return None
    return "two names have changed places"


@cache
def _mutual() -> frozenset[str]:
    """Words between two names that say the same of both."""
    return words("happenings", "mutual.words")


RULE = Rule(NAME, "another name in one sentence of two documents", find, order=6)
