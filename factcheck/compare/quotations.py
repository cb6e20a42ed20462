"""The quotations of a case: their wordings, how these are linked, and which of them are given to two speakers. Made once a case."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from factcheck.compare.one_time import two_days
from factcheck.compare.people import APART, divide, plain, relation
from factcheck.compare.quotation_links import SURE, distinct, links, surname
from factcheck.compare.wordings import ALTERED, ELIDED, SHORTEST, WITHIN, Comparison, find_run, slight
from factcheck.lexicon import words
from factcheck.model.claim import Claim

_SPEECH_VERBS = words("speech", "verbs.say")


if TYPE_CHECKING:
    from factcheck.compare.case import Case

FEW_WORDS = 4  # words: a quotation that may stand for part of several remarks
HOMES = 3  # remarks that a few words are told with
NEARBY = 160  # characters before and behind a quotation that show whether two texts are versions of one
TWIN = 12  # words that are the same there
SPEAKERS = 8  # of the same words that are held against each other
SPELLINGS = 5  # of one speaker's name that are looked at
MOST_OF_IT = 6  # words that two quotations of one speaker share, of which one more differs
OF_TWO_PERSONS = 12  # words of a remark that is given to two people and differs by a word
OWN_WORDS = 6  # words: what two speakers may both say is shorter
CONTENT = 2  # words of a few that are more than grammar
BESIDE_FEW = 3  # content words that two sentences share outside a quotation of fewer words
_WORD = re.compile(r"\w+")
_made: WeakKeyDictionary = WeakKeyDictionary()


class Quotations:
    """wordings: the distinct ones; links: (i, j, how) of those that are related; groups: numbers of wordings that agree word
    for word; misattributed: (claims of one speaker, of another) for the same words."""

    def __init__(self, case: Case) -> None:
        claims = [c for c in case.claims_of("quotation") if getattr(c.detail, "style", "speech") != "title"]
        self.wordings = distinct(claims, case.context, case.related)
        self.links = links(self.wordings, case.context, case.related)
        self._agreeing: dict[int, list[int]] = defaultdict(list)
        for i, j, comparison in self.links:
            if comparison.relation not in (ALTERED, ELIDED):
                self._agreeing[i].append(j)
                self._agreeing[j].append(i)
        self.groups = self._groups()
        self.misattributed = list(self._two_speakers(case))

    def giving(self, n: int, span: tuple[int, int]) -> list[int]:
        """Wordings that give the words of a wording from one place to another just as it does; it is the first of them."""
        said = self.wordings[n].words[span[0] : span[1]]
        return [n] + [k for k in self._agreeing[n] if find_run(said, self.wordings[k].words) >= 0]

    def _groups(self) -> list[list[int]]:
        """Wordings that share a run of several words, together; a few words join every group that has them, but unite none."""
        root = list(range(len(self.wordings)))

        def top(n: int) -> int:
            while root[n] != n:
                root[n] = root[root[n]]
                n = root[n]
            return n

        few = [len(w.words) <= FEW_WORDS for w in self.wordings]
        for i, others in self._agreeing.items():
            for j in others:
                if few[i] == few[j]:
                    a, b = top(i), top(j)
                    root[max(a, b)] = min(a, b)
        groups: dict[int, list[int]] = defaultdict(list)
        for n in range(len(root)):
            groups[top(n)].append(n)
        for n, others in self._agreeing.items():
            if few[n]:
                homes = sorted({top(j) for j in others if not few[j]})
                for home in homes[:HOMES]:
                    groups[home] += groups.get(n, [])
                if homes:
                    groups.pop(n, None)
        return [sorted(set(members)) for members in groups.values()]

    def _two_speakers(self, case: Case) -> Iterator[tuple[list[Claim], list[Claim]]]:
        joined = [(w, w) for w in self.wordings if len(w.words) >= FEW_WORDS]
        joined += [(self.wordings[i], self.wordings[j]) for i, j, c in self.links if c.relation == WITHIN and c.aligned >= SURE]
        for a, b in joined:
            first, second = _by_speaker(a.claims), _by_speaker(b.claims)
            for name, said in list(first.items())[:SPEAKERS]:
                for other, also in list(second.items())[:SPEAKERS]:
                    if name == other or (a is b and name > other) or _one_person(said, also):
                        continue
                    if len(a.words) < OWN_WORDS and a is b and not (_is_telling(a.words) and _of_one_moment(case, said[0], also[0])):
                        continue
                    if not (_persons(case, said) and _persons(case, also)) and not _twins(case, said[0], also[0]):
                        continue  # a firm and its head may give one statement
                    if _shared_statement(case, said, other) or _shared_statement(case, also, name):
                        continue
                    if {c.document for c in said} != {c.document for c in also}:
                        yield said, also


def _is_telling(said: tuple[str, ...]) -> bool:
    """Whether a few words hold what not everybody says: "The brakes were fine", but not "We did what we could"."""
    return sum(word not in words("structure", "function_words") and word not in words("structure", "pale") for word in said) >= CONTENT


def _of_one_moment(case: Case, x: Claim, y: Claim) -> bool:
    """Whether the sentences of a few words tell of one thing beside them, so that two will hardly have said them."""
    return case.related(x, y) and not two_days(case, x, y) and _around(case, x, y) >= BESIDE_FEW


def quotations(case: Case) -> Quotations:
    """The quotations of a case, made when first asked for."""
    found = _made.get(case)
    if found is None:
        found = _made[case] = Quotations(case)
    return found


def _by_speaker(claims: list[Claim]) -> dict[str, list[Claim]]:
    """Claims whose speaker is named beside them, by surname."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        name = surname(claim)
        if name is not None and getattr(claim.detail, "cue", 0) is not None and claim.zone == "body":
            found.setdefault(name, []).append(claim)
    return found


def _persons(case: Case, claims: list[Claim]) -> bool:
    """Whether a speaker is sure to be a person, by the words beside the quotation or because a document says of the name "who"."""
    return any(getattr(c.detail, "person", False) or _is_who(case, c) for c in claims[:SPEAKERS])


def _is_who(case: Case, claim: Claim) -> bool:
    """Whether its document gives the speaker an office to speak from, or goes on with "who" behind the name."""
    speaker, document = claim.value.speaker, claim.document  # type: ignore[union-attr]
    if not speaker or " " not in speaker:
        return False
    in_office: set[tuple[str, str]] | None = case.worked_out.get("people in office")
    if in_office is None:
        held = (c for c in case.claims_of("role") if c.value.holder and c.value.title.split()[-1] in words("roles", "of_people"))  # type: ignore[union-attr]
        in_office = case.worked_out["people in office"] = {(c.document, c.value.holder) for c in held}  # type: ignore[union-attr]
    if (document, speaker) in in_office:
        return True
    text = case.documents[document].text
    return f"{speaker}, who " in text or f"{speaker}, whose " in text


def _one_person(a: list[Claim], b: list[Claim]) -> bool:
    """Whether one of the names is a part of the other."""
    firsts, seconds = ({c.value.speaker.lower() for c in side} for side in (a, b))  # type: ignore[union-attr]
    for x in sorted(firsts)[:SPELLINGS]:
        for y in sorted(seconds)[:SPELLINGS]:
            one, two = set(x.split()), set(y.split())
            if one & two or _alike(max(sorted(one), key=len), max(sorted(two), key=len)):
                return True  # a name and its surname, or one of them misspelt
    return False


def _alike(a: str, b: str) -> bool:
    """Whether two names are likely one name and its misspelling."""
    from rapidfuzz.distance import DamerauLevenshtein

    return a[0] == b[0] and DamerauLevenshtein.distance(a, b) <= (1 if len(a) < 7 else 2)


def _shared_statement(case: Case, claims: list[Claim], other: str) -> bool:
    """Whether the sentence names the other speaker as well: a joint statement, or one who quotes the other."""
    return any(other in case.names(c) for c in claims)


def is_altered(case: Case, found: Quotations, i: int, j: int, comparison: Comparison) -> tuple[list[Claim], list[Claim]] | None:
    """The claims that give one remark in two ways, by side, or None where they may be two remarks."""
    a, b = found.wordings[i], found.wordings[j]
    if min(len(a.words), len(b.words)) < SHORTEST:
        return None
    if _two_remarks(comparison, (len(a.words), len(b.words))):
        return None
    left = [c for k in found.giving(i, comparison.spans[0]) for c in found.wordings[k].claims]
    right = [c for k in found.giving(j, comparison.spans[1]) for c in found.wordings[k].claims]
    # A paper that gives both wordings quotes two remarks that resemble each other.
    both = {c.document for c in left} & {c.document for c in right}
    left = [c for c in left if c.document not in both and _speech(c)]
    right = [c for c in right if c.document not in both and _speech(c)]
    for x in left[:3]:
        for y in right[:3]:
            if _one_remark(case, x, y, comparison):
                return left, right
    return None


def _speech(claim: Claim) -> bool:
    return claim.zone == "body" and getattr(claim.detail, "style", "speech") == "speech"


def _one_remark(case: Case, x: Claim, y: Claim, comparison: Comparison) -> bool:
    """Whether two quotations that nearly share their words are of one remark: by speaker, sentence, and how much they share."""
    sx, sy = surname(x), surname(y)
    same = sx is not None and sx == sy and not _two_persons(x, y)
    around = _around(case, x, y)
    aligned, region = comparison.aligned, comparison.region
    if _twins(case, x, y):
        return True
    if two_days(case, x, y):
        return False
    if sx is not None and sy is not None and not same:
        sure = OF_TWO_PERSONS if _persons(case, [x, y]) else SURE
        return aligned >= sure and aligned >= 0.85 * region and not comparison.at_end
    if not same and not case.related(x, y) and aligned < 2 * SURE:
        return False
    if comparison.at_end:
        return aligned >= SHORTEST and (around >= 2 or aligned >= SURE + 2)
    swapped = any(op == "replace" for op, _, _ in comparison.differing)
    if aligned >= SURE:
        return aligned >= 0.7 * region or around >= 1
    if same and aligned >= MOST_OF_IT and _one_word(comparison):
        return True
    return around >= (2 if swapped else 0 if same else 1)


def _one_word(comparison: Comparison) -> bool:
    """Whether all that differs is one word, or two for it, that are no number: "harvest" for "rather", "have come" for "came"."""
    differing = comparison.differing
    if len(differing) != 1 or slight(comparison):
        return False
    sizes = sorted(len(said) for said in differing[0][1:])
    return sizes[0] == 1 and sizes[1] <= 2 and not any(word[0].isdigit() for said in differing[0][1:] for word in said)


def _two_persons(x: Claim, y: Claim) -> bool:
    """Whether two speakers of one surname are two people: Al Dorn and Meg Dorn."""
    one, two = (divide(plain(c.value.speaker or "")) for c in (x, y))  # type: ignore[union-attr]
    return bool(one and two) and relation(one, two) == APART  # type: ignore[arg-type]


def _two_remarks(comparison: Comparison, sizes: tuple[int, int]) -> bool:
    """Whether a number differs and other words too, inside or behind: of two matches, two days, two votes one says much the same.

    sizes: words of the two quotations.
    """
    go_on = not comparison.at_end and all(size > last for size, (_, last) in zip(sizes, comparison.spans, strict=True))
    differing = [(a, b) for _, a, b in comparison.differing]
    numbers = sum(any(w[0].isdigit() for w in a) and any(w[0].isdigit() for w in b) for a, b in differing)
    return 0 < numbers < len(differing) + go_on


def _twins(case: Case, x: Claim, y: Claim) -> bool:
    """Whether the words right before and behind two quotations are the same: one text in two versions."""
    shared = 0
    a, b = case.documents[x.document].text, case.documents[y.document].text
    before = [_WORD.findall(text[max(0, c.start - NEARBY) : c.start].lower())[::-1] for c, text in ((x, a), (y, b))]
    behind = [_WORD.findall(text[c.end : c.end + NEARBY].lower()) for c, text in ((x, a), (y, b))]
    for one, two in (before, behind):
        for left, right in zip(one[:-1], two[:-1], strict=False):
            if left != right:
                break
            shared += 1
    return shared >= TWIN


def _around(case: Case, x: Claim, y: Claim) -> int:
    """How many content words the two sentences share outside the quotations."""
    said = {w[:4] for c in (x, y) for w in (*c.value.words, *(c.value.speaker or "").casefold().split())}  # type: ignore[union-attr]
    return sum(w[:4] not in said and w not in _SPEECH_VERBS for w in case.context(x) & case.context(y))


