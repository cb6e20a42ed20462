"""What the tables know of verbs."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import words


@cache
def is_past(word: str) -> bool:
    """Whether a word in lower case looks like a verb in its past: the tables have it, or it ends as most do."""
    return word in words("calendar", "tense.past") or (len(word) > 4 and word.endswith("ed"))
