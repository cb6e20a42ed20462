"""Which quotations may be of the same words, found without comparing all with all.

Equal wordings fall together first. Of the distinct ones that are left, those are held against each other that share a run of
four words; one of up to three words only against a longer one that holds it, where speaker or sentence agree. Runs that very
many wordings share tell nothing and are passed over, so that the work grows with the number of quotations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from factcheck.compare.spelling import plain
from factcheck.compare.wordings import ALTERED, UNRELATED, Comparison, relate
from factcheck.lexicon.articles import without_articles
from factcheck.model.claim import Claim

Context = Callable[[Claim], frozenset[str]]
Related = Callable[[Claim, Claim], bool]

RUN = 4  # words of the runs by which candidates are found
TELLING = 4  # letters of a word without which a run tells nothing in a long quotation
TOO_COMMON = 40  # distinct wordings that hold a run: more, and it tells nothing
MOST = 60  # candidates for one wording
SOME = 12  # groups of one short wording that a further claim is held against
TRIED = 3  # claims of one wording that are asked for speaker and sentence
IN_COMMON = 3  # content words that two sentences share, for short quotations to be of one fact
LONG = 8  # words of a quotation of which more than one run must be shared
SURE = 8  # words: so long a quotation is not said by chance twice


class Wordings:
    """Claims of one wording. words, gaps: in the forms that are compared; claims: in order of document and place."""

    __slots__ = ("claims", "gaps", "words")

    def __init__(self, words: tuple[str, ...], gaps: tuple[int, ...]) -> None:
        self.words = words
        self.gaps = gaps
        self.claims: list[Claim] = []

    @property
    def documents(self) -> set[str]:
        """Ids of the documents that have it."""
        return {c.document for c in self.claims}


def surname(claim: Claim) -> str | None:
    """The last word of a speaker that is a name, in lower case, or None."""
    speaker = claim.value.speaker  # type: ignore[union-attr]
    if not speaker or not speaker[0].isupper() or not getattr(claim.detail, "named", True):
        return None
    return without_articles(speaker.split()[-1].casefold()).removesuffix("'s").removesuffix("’s")


def distinct(claims: Iterable[Claim], context: Context, related: Related | None = None) -> list[Wordings]:
    """Claims of equal words together, in order of their first place; short ones only where speaker or sentence agree."""
    found: dict[tuple, list[Wordings]] = {}
    order: list[Wordings] = []
    for claim in claims:
        key = plain(claim.value.words, claim.value.gaps)  # type: ignore[union-attr]
        if not key[0]:
            continue
        bucket = found.setdefault(key, [])
        place = None
        if bucket and len(key[0]) >= SURE:
            place = bucket[0]
        else:
            place = next((w for w in bucket[:SOME] if _akin(w, claim, context, related, len(key[0]))), None)
        if place is None:
            place = Wordings(*key)
            bucket.append(place)
            order.append(place)
        place.claims.append(claim)
    return order


def _akin(wordings: Wordings, claim: Claim, context: Context, related: Related | None, size: int) -> bool:
    """Whether a short quotation is likely of one fact with others of the same words."""
    return any(akin(other, claim, context, related, size) for other in (*wordings.claims[:TRIED], wordings.claims[-1]))


def akin(a: Claim, b: Claim, context: Context, related: Related | None, size: int) -> bool:
    """Whether two quotations that share some words are by one speaker, or stand in sentences on one thing."""
    sa, sb = surname(a), surname(b)
    if sa is not None and sa == sb:
        return True
    needed = IN_COMMON if size < RUN else 1
    if sa is None and sb is None and size >= RUN:
        return True
    shared = len(context(a) & context(b))
    return shared >= needed or (size > 1 and shared >= size - 1 and related is not None and related(a, b))


def links(found: list[Wordings], context: Context, related: Related | None = None) -> list[tuple[int, int, Comparison]]:
    """Pairs of distinct wordings that are related, with how; in order."""
    linked: list[tuple[int, int, Comparison]] = []
    for i, j in _candidates(found, context, related):
        a, b = found[i], found[j]
        comparison = relate(a.claims[0].value, b.claims[0].value)  # type: ignore[arg-type]
        if comparison.relation == UNRELATED:
            continue
        if comparison.relation != ALTERED and comparison.aligned < SURE and not _any_akin(a, b, context, related, comparison.aligned):
            continue
        linked.append((i, j, comparison))
    return linked


def _any_akin(a: Wordings, b: Wordings, context: Context, related: Related | None, size: int) -> bool:
    return any(akin(x, y, context, related, size) for x in a.claims[:TRIED] for y in b.claims[:TRIED])


def _candidates(found: list[Wordings], context: Context, related: Related | None = None) -> list[tuple[int, int]]:
    """Pairs of wordings worth a comparison, in order."""
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    short: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, wordings in enumerate(found):
        said = wordings.words
        if len(said) < RUN:
            short[said].append(n)
        runs = {said[k : k + RUN] for k in range(len(said) - RUN + 1)}
        if len(said) > LONG:
            runs = {run for run in runs if max(map(len, run)) >= TELLING}
        elif len(said) >= RUN:
            # A word changed in the middle leaves a short quotation no run: its two ends are looked up too.
            runs |= {("", *said[:2]), (*said[-2:], "")}
        for run in runs:
            postings[run].append(n)
    votes: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for members in postings.values():
        if not 1 < len(members) <= TOO_COMMON:
            continue
        for k, j in enumerate(members):
            for i in members[:k]:
                votes[j][i] += 1
    pairs: set[tuple[int, int]] = set()
    for j, others in votes.items():
        for i in sorted(others, key=lambda i: (-others[i], i))[:MOST]:
            # A changed word costs four runs: where only one is left of many, it is a phrase that anybody may use, or one who said it.
            if others[i] > 1 or min(len(found[i].words), len(found[j].words)) <= LONG or _of_one_speaker(found[i], found[j]):
                pairs.add((i, j))
    pairs |= _short_within(found, short, context, related)
    return sorted(pairs)


def _of_one_speaker(a: Wordings, b: Wordings) -> bool:
    return not {surname(c) for c in a.claims[:TRIED]}.isdisjoint({surname(c) for c in b.claims[:TRIED]} - {None})


def _short_within(found: list[Wordings], short: dict[tuple[str, ...], list[int]], context: Context, related: Related | None) -> set[tuple[int, int]]:
    """Quotations of up to three words with the longer ones that hold them."""
    pairs: set[tuple[int, int]] = set()
    if not short:
        return pairs
    sizes = {len(said) for said in short}
    seen: dict[tuple[str, ...], int] = defaultdict(int)
    for j, wordings in enumerate(found):
        said = wordings.words
        for size in sizes:
            if size >= len(said):
                continue
            for run in {said[k : k + size] for k in range(len(said) - size + 1)} & short.keys():
                if seen[run] > TOO_COMMON * MOST:
                    continue
                for i in short[run][:TOO_COMMON]:
                    seen[run] += 1
                    if _any_akin(found[i], wordings, context, related, size):
                        pairs.add((min(i, j), max(i, j)))
    return pairs


def quotation_groups(claims: Iterable[Claim], context: Context, related: Related | None = None) -> list[list[Claim]]:
    """Claims whose quotations are related, together; those that stand alone are left out."""
    found = distinct(claims, context)
    root = list(range(len(found)))

    def top(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for i, j, _ in links(found, context):
        root[max(top(i), top(j))] = min(top(i), top(j))
    groups: dict[int, list[Claim]] = defaultdict(list)
    for n, wordings in enumerate(found):
        groups[top(n)].extend(wordings.claims)
    return [sorted(g, key=lambda c: (c.document, c.start, c.end)) for g in groups.values() if len(g) > 1]
