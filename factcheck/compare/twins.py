"""Sentences that two documents share but for one stretch that holds a name: copies of one text, revisions, a draft and its source. Made once a case.

They are found by their first and last characters, or by having the same letters in another order, which costs next to nothing
where documents have no sentence in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.compare.case import Case
    from factcheck.model.telling import Telling

EDGE = 20  # characters at either end of a sentence by which its twin is found
LONGEST = 600  # characters of a sentence that is looked at
HELD = 4  # sentences of one edge that are remembered
COPIES = 12  # documents of one sentence that are remembered
SHARED = 0.4  # of the shorter sentence, that stands before and behind the stretch
LEAST_WORDS = 5  # of the rest, that are the same
STRETCH = 90  # characters that may differ
TELLING = 4  # content words that both have, of sentences that share no name
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"[^\W\d_a-z]")
_ONE_OF_MANY = re.compile(r"(?:An?|One|Two|Three|Another|Some|Several)\b")


class Side(NamedTuple):
    """A sentence of a document, and the stretch in it that differs: offsets in the text of the document."""

    telling: Telling
    sentence: int
    start: int
    end: int

    @property
    def document(self) -> str:
        """Id of the document."""
        return self.telling.document.id

    @property
    def text(self) -> str:
        """The words of the stretch."""
        return self.telling.document.text[self.start : self.end]


class Twin(NamedTuple):
    """Two sentences: where each stands, in order of document; at most a few places of one."""

    a: list[Side]
    b: list[Side]


def twins(case: Case) -> list[Twin]:
    """Pairs of such sentences, of related documents; where there are drafts, of a draft and a source."""
    known: list[Twin] | None = case.worked_out.get("twins")
    if known is None:
        known = case.worked_out["twins"] = list(_pairs(case)) if len(case.documents) > 1 else []
    return known


def _pairs(case: Case) -> Iterator[Twin]:
    places: dict[str, list[tuple[Telling, int]]] = {}
    edges: dict[tuple, list[str]] = defaultdict(list)
    pairs: dict[tuple[str, str], None] = {}
    for telling in case.alignment.tellings:
        text, zones = telling.document.text, telling.zones
        if len(text) < 2 * EDGE:
            continue
        for n, (start, end) in enumerate(telling.sentences):
            if not 2 * EDGE <= end - start <= LONGEST or zones[n] != "body":
                continue
            said = text[start:end]
            known = places.get(said)
            if known is not None:
                if len(known) < COPIES:
                    known.append((telling, n))
                continue
            places[said] = [(telling, n)]
            keys: list[tuple] = [(True, said[:EDGE]), (False, said[-EDGE:])]
            if len(telling.names.get(n, ())) > 1:
                keys.append((len(said), sum(said.encode("utf-8", "surrogatepass"))))  # the same letters, so the same words in another order
            for key in keys:
                alike = edges[key]
                for other in alike:
                    if _have_much(other, said) or len(other) == len(said):
                        pairs[other, said] = None
                if len(alike) < HELD:
                    alike.append(said)
    for one, two in pairs:
        stretches = _apart(one, two)
        if stretches is None or any(not _CAPITAL.search(said, *span) for said, span in zip((one, two), stretches, strict=True)):
            continue  # figures are compared elsewhere
        left, right = ({t.document.id for t, _ in places[said]} for said in (one, two))
        if not left.isdisjoint(right) or (case.drafts and left.isdisjoint(case.drafts) == right.isdisjoint(case.drafts)):
            continue  # one document tells of both, as in results and lists
        if _of_one_story(case, places[one][0], places[two][0]):
            a, b = ([Side(t, n, t.sentences[n][0] + span[0], t.sentences[n][0] + span[1]) for t, n in places[said]] for said, span in zip((one, two), stretches, strict=True))
            yield Twin(a, b)


def _have_much(a: str, b: str) -> bool:
    """Whether two sentences can share enough at their ends, seen without a look at every letter: all at one end, or so much at each."""
    least = int(SHARED * min(len(a), len(b)))
    return any(a[:n] == b[:n] and a[len(a) - least + n :] == b[len(b) - least + n :] for n in (0, least // 4, least // 2, least - least // 4, least))


def _same_start(a: str, b: str, most: int) -> int:
    """How many letters two texts have in common at their start, by halving."""
    least = 0
    while least < most:
        half = (least + most + 1) // 2
        if a[least:half] == b[least:half]:
            least = half
        else:
            most = half - 1
    return least


def _same_end(a: str, b: str, most: int) -> int:
    """How many letters two texts have in common at their end."""
    least, size, other = 0, len(a), len(b)
    while least < most:
        half = (least + most + 1) // 2
        if a[size - half : size - least] == b[other - half : other - least]:
            least = half
        else:
            most = half - 1
    return least


def _apart(a: str, b: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The stretch of each in which two sentences differ, in whole words, or None where they are not one sentence."""
    size = min(len(a), len(b))
    head = _same_start(a, b, size)
    tail = _same_end(a, b, size - head)
    while head and (a[head - 1].isalnum() or a[head - 1] in "'’-."):
        head -= 1
    while tail and (a[len(a) - tail].isalnum() or a[len(a) - tail] in "'’-"):
        tail -= 1
    if (head + tail < SHARED * size or max(len(a), len(b)) - head - tail > STRETCH) and (len(a) != len(b) or sorted(_WORD.findall(a)) != sorted(_WORD.findall(b))):
        return None
    if len(_WORD.findall(a)) - len(_WORD.findall(a[head : len(a) - tail])) < LEAST_WORDS and len(a) != len(b):
        return None
    return (head, len(a) - tail), (head, len(b) - tail)


def _of_one_story(case: Case, a: tuple[Telling, int], b: tuple[Telling, int]) -> bool:
    """Whether the documents tell of the same people and places, or say so much in the one sentence that it must be one.

    "A man from Lund was arrested on Monday" stands in many unrelated stories.
    """
    contexts = case.alignment.contexts
    documents = [telling.document.id for telling, _ in (a, b)]
    if contexts.documents.related(*documents):
        return True
    one, two = (telling.names.get(n, ()) for telling, n in (a, b))
    if not set(one).isdisjoint(two):
        return True
    others = [contexts.documents.names(d) - set(names) for d, names in zip(documents, (one, two), strict=True)]
    if all(others) or _ONE_OF_MANY.match(a[0].sentence_text(a[1])):
        return False
    return len(contexts.words_of(documents[0], a[1]) & contexts.words_of(documents[1], b[1])) >= TELLING
