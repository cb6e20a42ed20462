"""Words that tell of happenings, and the families they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    first, last = reading.bounds(reading.sentence_of(i))
    told = reading.hits.get("happening", [])
    near = told[bisect_left(told, max(first, i - far)) : bisect_right(told, min(last, i + far))]
    found = min((k for k in near if k != i and k not in reading.mention_at), key=lambda k: abs(k - i), default=None)
    return None if found is None else families().get(reading.tokens.low[found])
