"""Words that tell of happenings, and the families they belong to."""

from __future__ import annotations

from functools import cache

from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, table


@cache
def families() -> dict[str, str]:
    """Word in lower case to the family of happenings it tells of."""
    return dict(by_word("happenings", "families"))


def implied_term() -> int:
    """The least number of a term that a re-election leads to."""
    return table("happenings")["implied_term"]["re-election"]


def nearest_family(reading: Reading, i: int, far: int = 12) -> str | None:
    """The family of the happening told nearest to token i in its sentence, at most `far` tokens away."""
    lower = reading.tokens.low
    first, last = reading.bounds(reading.sentence_of(i))
    known = families()
    for distance in range(1, far + 1):
        for k in (i - distance, i + distance):
            if first <= k <= last:
                family = known.get(lower[k])
                if family is not None and k not in reading.mention_at:
                    return family
    return None
