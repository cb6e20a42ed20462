"""Names brought from Arabic, which every paper spells in its own way: al-Sissi and al-Sisi, Moqtada and Muqtada.

That a name is one is seen by the article that a hyphen joins to it, in any of the documents.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.people import plain, transcribed_loosely
from factcheck.lexicon.articles import without_articles

if TYPE_CHECKING:
    from factcheck.compare.case import Case

_VOWELS = re.compile(r"[aeiouyw]")
_ONE_SOUND = str.maketrans("gqc", "kkk")
_TWICE = re.compile(r"(.)\1+")


def one_from_arabic(case: Case, a: str, b: str) -> bool:
    """Whether two words in lower case are one name from Arabic in two transcriptions; a word is also its own.

    They have the same consonants, but for those that papers choose between.
    """
    return a == b or (_skeleton(a) == _skeleton(b) and not _known(case).isdisjoint((a, b)))


def _known(case: Case) -> frozenset[str]:
    """Every word of the names in which a hyphen joins an article."""
    found = case.worked_out.get("from arabic")
    if found is None:
        told = {plain(c.value.text) for c in case.claims_of("name") if "-" in c.value.text}
        found = case.worked_out["from arabic"] = frozenset(w for name in told if without_articles(name) != name for w in without_articles(name).split())
    return found


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    """The consonants that transcriptions of one name share."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", transcribed_loosely(word)).replace("h", "").translate(_ONE_SOUND))
