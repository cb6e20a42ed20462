"""How two quotations relate by their words: the same, one within the other, elided, overlapping, altered, or unrelated.

Spelling is no difference: case, marks, British and American forms, contractions, number words, one word or two. What an
editor marks as left out or put in may stand for any words. All else that differs inside the words both give is an alteration.
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.compare.spelling import plain, sentence_starts
from factcheck.lexicon import words
from factcheck.model.value import Wording

_SLIGHT = words("spellings", "slight.words")
_FUNCTION = words("structure", "function_words")
_NEGATIONS = words("spellings", "negations.words")


SAME, WITHIN, OVERLAP, ELIDED, ALTERED, UNRELATED = "same", "within", "overlap", "elided", "altered", "unrelated"
SHARED = 0.75  # part of the words that must stand in order in both for one to be an alteration of the other
SHORTEST = 5  # words: two shorter quotations that differ are two quotations
LONG_REGION = 8  # words: where so many are shared, the rest of two long quotations need not be
OVERLAPPING = 4  # words that the end of one and the start of the other must share
DROPPED = 4  # words: a whole sentence of so many may be left out without a mark
FEW = 3  # words that may be missing from inside an otherwise equal short quotation
_SLACK = 4  # words on either side of the place where the shorter lies in the longer

Block = tuple[str, tuple[str, ...], tuple[str, ...]]


class Comparison:
    """relation: see the constants; blocks: (op, words of a, words of b) with op "equal", "delete", "insert" or "replace", from
    the first to the last words that both give, and beyond them only where what differs is at an end;
    aligned: words that stand in order in both; region: the longer one's words from the first to the last of them;
    at_end: whether all that differs is at an end; spans: the first and last of these words in a and in b, half-open."""

    __slots__ = ("aligned", "at_end", "blocks", "region", "relation", "spans")

    def __init__(
        self,
        relation: str,
        blocks: tuple[Block, ...] = (),
        aligned: int = 0,
        region: int = 0,
        *,
        at_end: bool = False,
        spans: tuple[tuple[int, int], tuple[int, int]] = ((0, 0), (0, 0)),
    ) -> None:
        self.relation = relation
        self.blocks = blocks
        self.aligned = aligned
        self.region = region
        self.at_end = at_end
        self.spans = spans

    @property
    def differing(self) -> tuple[Block, ...]:
        """The blocks that differ."""
        return tuple(b for b in self.blocks if b[0] != "equal")


def find_run(part: tuple[str, ...], whole: tuple[str, ...], begin: int = 0) -> int:
    """Where the words of one run begin in the other, at `begin` or later; -1 if they do not."""
    size, first = len(part), part[0] if part else ""
    at = begin
    while True:
        try:
            at = whole.index(first, at)
        except ValueError:
            return -1
        if whole[at : at + size] == part:
            return at
        at += 1


def _segments(found: tuple[str, ...], gaps: tuple[int, ...]) -> list[tuple[str, ...]]:
    cuts = [0, *gaps, len(found)]
    return [found[a:b] for a, b in pairwise(cuts) if b > a]


def _stands_in(found: tuple[str, ...], gaps: tuple[int, ...], whole: tuple[str, ...]) -> bool:
    """Whether all the words between gaps stand in order in the other."""
    at = 0
    for segment in _segments(found, gaps):
        at = find_run(segment, whole, at)
        if at < 0:
            return False
        at += len(segment)
    return True


def relate(a: Wording, b: Wording) -> Comparison:
    """How two quotations relate; which comes first makes no difference but for the sides of the blocks."""
    pa, ga = plain(a.words, a.gaps)
    pb, gb = plain(b.words, b.gaps)
    if not pa or not pb:
        return Comparison(UNRELATED)
    if pa == pb:
        return Comparison(SAME if ga == gb or not (_inner(ga, pa) or _inner(gb, pb)) else ELIDED, (("equal", pa, pb),), len(pa), len(pa))
    if (len(pa) <= len(pb) and find_run(pa, pb) >= 0) or (len(pb) < len(pa) and find_run(pb, pa) >= 0):
        short = min(pa, pb, key=len)
        return Comparison(WITHIN, (("equal", short, short),), len(short), len(short))
    if (_inner(ga, pa) and _stands_in(pa, ga, pb)) or (_inner(gb, pb) and _stands_in(pb, gb, pa)):
        return Comparison(ELIDED, (("equal", pa, pb),), min(len(pa), len(pb)), max(len(pa), len(pb)))
    return _aligned(pa, ga, pb, gb, a, b)


def _inner(gaps: tuple[int, ...], found: tuple[str, ...]) -> bool:
    return any(0 < g < len(found) for g in gaps)


def _aligned(pa: tuple[str, ...], ga: tuple[int, ...], pb: tuple[str, ...], gb: tuple[int, ...], a: Wording, b: Wording) -> Comparison:
    """By alignment of the words, the longer cut to the place where the shorter lies."""
    from rapidfuzz.distance import Indel

    (wa, sa), (wb, sb) = _windows(pa, pb)
    blocks: list[list] = []  # op, first and last word of a, of b
    for op in Indel.opcodes(wa, wb):
        piece = [op.tag, op.src_start + sa, op.src_end + sa, op.dest_start + sb, op.dest_end + sb]
        if blocks and piece[0] != "equal" and blocks[-1][0] != "equal":
            blocks[-1] = ["replace", blocks[-1][1], piece[2], blocks[-1][3], piece[4]]
        else:
            blocks.append(piece)
    for block in blocks:
        _explain(block, pa, ga, pb, gb)
    equal = [n for n, block in enumerate(blocks) if block[0] == "equal"]
    if not equal:
        return Comparison(UNRELATED)
    equal = _without_strays(blocks, equal, (len(pa), len(pb)))
    if len(equal) > 1:
        equal = _without_other_sentences(blocks, equal, sentence_starts(a.text), sentence_starts(b.text))
    first, last = equal[0], equal[-1]
    _stretch(blocks, first, last, pa, pb)
    shared = sum(min(blocks[n][2] - blocks[n][1], blocks[n][4] - blocks[n][3]) for n in equal)
    shown = tuple(("equal" if op == "elided" else op if (a1 < a2 and b1 < b2) or op == "equal" else "delete" if a1 < a2 else "insert", pa[a1:a2], pb[b1:b2]) for op, a1, a2, b1, b2 in blocks)
    region = max(blocks[last][2] - blocks[first][1], blocks[last][4] - blocks[first][3])
    inner = [block for block in blocks[first : last + 1] if block[0] not in ("equal", "elided")]
    shorter = min(len(pa), len(pb))
    close = shorter >= SHORTEST and (shared >= SHARED * shorter or (shared >= LONG_REGION and region <= LONG_REGION + 2 * shared))
    elided = any(block[0] == "elided" for block in blocks[first : last + 1])
    (a1, b1), (a2, b2) = (blocks[first][1], blocks[first][3]), (blocks[last][2], blocks[last][4])
    # Before and behind what both share, only one may go on; both may where one is behind a gap, or where a sentence begins.
    ends = []
    if a1 and b1 and a1 not in ga and b1 not in gb:
        ends.append((a1, b1))
    if a2 < len(pa) and b2 < len(pb) and a2 not in ga and b2 not in gb:
        ends.append((len(pa) - a2, len(pb) - b2))
    both = [end for end in ends if not (shared >= LONG_REGION and _at_sentences(a, b, end, (a1, b1), (a2, b2)))]
    if inner:
        if all(_dropped_sentence(block, a, b) for block in inner) and shared >= LONG_REGION:
            return Comparison(ELIDED, shown, shared, region)
        all_of_one = shared == min(blocks[last][2] - blocks[first][1], blocks[last][4] - blocks[first][3])
        dense = shared >= SHARED * region or (all_of_one and shared >= SHORTEST and region - shared <= FEW)
        spans = (blocks[first][1], blocks[last][2]), (blocks[first][3], blocks[last][4])
        return Comparison(ALTERED if close and dense and not (both and shared < LONG_REGION) else UNRELATED, shown[first : last + 1], shared, region, spans=spans)
    if len(equal) == len(blocks) and not ga and not gb:
        return Comparison(SAME, shown, shared, region)
    if not both:
        if shared == shorter or (elided and shared >= OVERLAPPING):
            return Comparison(ELIDED if elided else WITHIN, shown, shared, region)
        return Comparison(OVERLAP if shared >= OVERLAPPING else UNRELATED, shown, shared, region)
    small = all(max(end) <= 2 for end in both)
    if small and shorter >= SHORTEST and shared >= SHARED * shorter:
        return Comparison(ALTERED, shown, shared, region, at_end=True, spans=((0, len(pa)), (0, len(pb))))
    return Comparison(UNRELATED, shown, shared, region, at_end=True)


def _windows(pa: tuple[str, ...], pb: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], int], tuple[tuple[str, ...], int]]:
    """The two with the much longer one cut to where the most words of the shorter lie, and where the cuts begin."""
    swap = len(pa) > len(pb)
    short, long = (pb, pa) if swap else (pa, pb)
    begin, end = 0, len(long)
    if len(long) > 2 * len(short) + _SLACK:
        places: dict[str, list[int]] = {}
        for i, word in enumerate(long):
            places.setdefault(word, []).append(i)
        votes: dict[int, int] = {}
        for i, word in enumerate(short):
            for at in places.get(word, ())[:40]:
                votes[at - i] = votes.get(at - i, 0) + 1
        if votes:
            shift = max(votes, key=lambda d: (sum(votes.get(d + e, 0) for e in (-2, -1, 0, 1, 2)), -abs(d)))
            begin = max(0, shift - _SLACK)
            end = min(len(long), shift + len(short) + _SLACK + len(short) // 4)
    cut = (long[begin:end], begin)
    return (cut, (short, 0)) if swap else ((short, 0), cut)


def _without_strays(blocks: list[list], equal: list[int], ends: tuple[int, int]) -> list[int]:
    """The equal blocks without single words at either end that a long difference parts from the rest: chance finds."""

    def stray(at: int, towards: int) -> bool:
        _, a1, a2, b1, b2 = blocks[at]
        size, between = a2 - a1, blocks[at + towards]
        if between[0] == "equal":
            return False
        anchored = not (a1 and b1) if towards > 0 else a2 == ends[0] or b2 == ends[1]
        return size <= 2 and max(between[2] - between[1], between[4] - between[3]) > (2 * size + 1 if anchored else size)

    while len(equal) > 1 and stray(equal[0], 1):
        equal = equal[1:]
    while len(equal) > 1 and stray(equal[-1], -1):
        equal = equal[:-1]
    return equal


def _without_other_sentences(blocks: list[list], equal: list[int], starts: frozenset[int], others: frozenset[int]) -> list[int]:
    """The equal blocks without those in sentences that differ more than they agree: there each paper quotes another sentence."""

    def weight(at: list[int]) -> int:
        """Words that agree in some equal blocks, less those that differ between them."""
        same = sum(blocks[n][2] - blocks[n][1] for n in at)
        return same - sum(max(block[2] - block[1], block[4] - block[3]) for block in blocks[at[0] : at[-1]] if block[0] != "equal")

    for n in range(1, len(equal)):
        _, a1, a2, b1, b2 = blocks[equal[n] - 1]
        size = max(a2 - a1, b2 - b1)
        if a1 == a2 or b1 == b2 or blocks[equal[n] - 1][0] == "equal":
            continue
        if a1 in starts and b1 in others and weight(equal[n:]) <= size:
            return equal[:n]
        if a2 in starts and b2 in others and weight(equal[:n]) <= size:
            return equal[n:]
    return equal


def _stretch(blocks: list[list], first: int, last: int, pa: tuple[str, ...], pb: tuple[str, ...]) -> None:
    """Let the first equal block begin, and the last one end, as far out as the words agree."""
    begin, end = blocks[first], blocks[last]
    while begin[1] and begin[3] and pa[begin[1] - 1] == pb[begin[3] - 1]:
        begin[1] -= 1
        begin[3] -= 1
    while end[2] < len(pa) and end[4] < len(pb) and pa[end[2]] == pb[end[4]]:
        end[2] += 1
        end[4] += 1


def _one_thing(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether the words are one word and two, or an abbreviation and what it stands for."""
    if "".join(x) == "".join(y):
        return True
    return _stands_for("".join(x), y) or _stands_for("".join(y), x)


def _stands_for(short: str, full: tuple[str, ...]) -> bool:
    """Whether a word is made of the first letters of others: "un", or the letters of "U.N.", of United Nations; FBI leaves out "of"."""
    firsts = [[w[0] for w in full], [w[0] for w in full if w not in _FUNCTION]]
    return len(short) > 1 and len(full) > 1 and list(short) in firsts


def _explain(block: list, pa: tuple[str, ...], ga: tuple[int, ...], pb: tuple[str, ...], gb: tuple[int, ...]) -> None:
    """Rename a block whose difference is none: one word or two, or words that a gap stands for."""
    op, a1, a2, b1, b2 = block
    if op == "equal":
        return
    if a1 < a2 and b1 < b2 and _one_thing(pa[a1:a2], pb[b1:b2]):
        block[0] = "equal"
    elif (a1 == a2 and any(g == a1 for g in ga)) or (b1 == b2 and any(g == b1 for g in gb)):
        block[0] = "elided"


def _at_sentences(a: Wording, b: Wording, end: tuple[int, int], begin: tuple[int, int], stop: tuple[int, int]) -> bool:
    """Whether what both share begins (or ends) with a sentence in both: the papers chose other sentences around it."""
    at = begin if end == begin else stop
    return at[0] in sentence_starts(a.text) and at[1] in sentence_starts(b.text)


def _dropped_sentence(block: list, a: Wording, b: Wording) -> bool:
    """Whether a block is one or more whole sentences that the other leaves out."""
    _, a1, a2, b1, b2 = block
    if a1 < a2 and b1 < b2:
        return False
    text, first, last = (a.text, a1, a2) if a1 < a2 else (b.text, b1, b2)
    starts = sentence_starts(text)
    return last - first >= DROPPED and first in starts and last in starts


def slight(comparison: Comparison) -> bool:
    """Whether only small words differ: a slip of the pen, and not a turned sense."""
    return all(word in _SLIGHT for _, a, b in comparison.differing for word in (*a, *b))


def turned(comparison: Comparison) -> bool:
    """Whether a negation or a number differs."""
    return any(word in _NEGATIONS or word[0].isdigit() for _, a, b in comparison.differing for word in (*a, *b))
