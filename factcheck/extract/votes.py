"""The result of a vote or match told with "to": "confirmed by 54 to 46", "ruled 5 to 4"; of "61 votes to 54" 61 is a count of votes."""

from __future__ import annotations

from functools import cache

from factcheck.extract.fates import STOPS, function_words
from factcheck.extract.nouns import is_plural
from factcheck.extract.numerals import Number
from factcheck.extract.reading import Reading
from factcheck.lexicon import words

REACH = 12  # tokens before it in which stands what was voted on or played
_NO_RESULT = frozenset("margin ratio odds record lifetime shootout than".split())  # "a margin of 3 to 1"
_LEADING = frozenset(("by", "of", "voted", "ruled", "vote", "won", "lost", "passed", "and", "then"))
_PUT = frozenset(("it", "them", "him", "her"))


@cache
def _deciding() -> frozenset[str]:
    return (words("attributes", "scoring") | words("families", "voting")) - _NO_RESULT


def votes_to(reading: Reading, number: Number) -> int:
    """The last token of a result that begins with the number, else 0: the larger side first, behind a word of deciding, and
    nothing counted behind it."""
    tokens = reading.tokens
    low = tokens.low
    to = number.last + 1
    last = to + 1
    if number.form != "digits" or number.step != 1 or low[to] != "to" or not low[last].isdecimal() or int(low[last][:4]) >= number.value:
        return 0
    behind = low[last + 1]
    if not (behind in STOPS or behind in function_words() or behind == "") or low[last + 1] in ("percent", "%"):
        return 0
    first, _ = reading.bounds(reading.sentence_of(number.first))
    leading, before = low[number.start - 1], low[max(first, number.start - REACH) : number.start]
    if leading in _LEADING:
        deciding = _deciding()
    elif leading in _PUT or (leading.isalpha() and leading not in function_words() and not is_plural(leading)):
        deciding = words("families", "voting")  # "approved the bill 62 to 36"
    else:
        return 0
    return last if _NO_RESULT.isdisjoint(before) and not deciding.isdisjoint(before) else 0
