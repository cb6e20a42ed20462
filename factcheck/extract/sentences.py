"""Where sentences begin. One walk over the full stops; abbreviations, initials and wrapped lines are passed over."""

from __future__ import annotations

from bisect import bisect_left
from itertools import repeat
from operator import itemgetter, sub

from factcheck.extract.structure import Block
from factcheck.extract.tokens import Tokens
from factcheck.lexicon import words

STOPS = frozenset(".!?…。")
_CLOSERS = frozenset("”\"'’»)]")
_NEVER_ALONE = 1  # an initial such as the J. in a name
LONGEST = 2_000  # characters: what runs on beyond is cut, so that a text without full stops costs no more than one with them
_OF_TOKENS = 3 / 20  # so many tokens for each of these characters, for what is made of very short ones

_START, _ZONE, _HAS_HARD_BREAKS = itemgetter(0), itemgetter(2), itemgetter(3)  # of a block


def sentence_starts(tokens: Tokens, blocks: list[Block], stops: list[int], longest: int = LONGEST) -> tuple[list[int], list[str], int]:
    """First token of every sentence, in order, the zone of the block that each lies in, and how many sentences were cut.

    stops: tokens that are full stops; longest: characters of a sentence, which is cut between two tokens where it runs on.
    """
    abbreviations, openers = words("structure", "abbreviations"), words("structure", "openers")
    text, starts, found = tokens.text, tokens.starts, tokens.words
    size = len(found)
    cuts = dict(zip(map(bisect_left, repeat(starts), map(_START, blocks)), map(_ZONE, blocks), strict=False))
    for start, end, zone, _ in filter(_HAS_HARD_BREAKS, blocks):
        at = text.find("\n", start, end)
        while at >= 0:
            i = bisect_left(starts, at, 0, size)
            if i < size and starts[i] < end:
                cuts.setdefault(i, zone)
            at = text.find("\n", at + 1, end)
    for i in stops:
        j = i + 1
        if j in cuts:
            continue  # most stops end their block
        while j < size and found[j] in _CLOSERS and starts[j] == starts[j - 1] + len(found[j - 1]):
            j += 1
        if j >= size or starts[j] == starts[j - 1] + len(found[j - 1]):
            continue  # nothing follows, or it follows without a space, as in 7.6 or U.S.
        nxt = found[j]
        if not (nxt[0].isupper() or nxt[0].isdecimal() or not nxt[0].isalnum()):
            continue
        if found[i] == "." and j == i + 1 and i:
            before = found[i - 1]
            single = len(before) == _NEVER_ALONE and before.isalpha()
            if (single or before.lower() in abbreviations) and nxt.lower() not in openers:
                continue
        cuts.setdefault(j, "")
    order = sorted(cuts)
    cut = 0
    places = [*map(starts.__getitem__, order), len(text)]
    most = max(1, int(longest * _OF_TOKENS))
    if max(map(sub, [*order[1:], size], order), default=0) > most or max(map(sub, places[1:], places), default=0) > longest:
        for first, behind in zip(order, [*order[1:], size], strict=True):
            held, at = len(cuts), first
            while behind - at > most or starts[behind - 1] - starts[at] >= longest:
                at = max(at + 1, min(at + most, bisect_left(starts, starts[at] + longest, at, behind)))
                cuts[at] = ""
            cut += len(cuts) > held
        order = sorted(cuts)
    zone = "body"
    return order, [zone := cuts[i] or zone for i in order], cut
