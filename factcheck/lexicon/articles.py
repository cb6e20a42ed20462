"""Articles that a hyphen joins to names from Arabic, and that one paper prints and another leaves out: al-Assad, Assad."""

from __future__ import annotations

import re

from factcheck.lexicon import words

ARTICLES = words("names", "articles")
_JOINED = re.compile(rf"(?<![\w'-])(?:{'|'.join(sorted(ARTICLES))})\s?[-‐‑–]\s?(?=\w)")
_INSIDE = re.compile(r"(?<=\w )(?:al|el) (?=\w)")


def without_articles(name: str) -> str:
    """A name in lower case without the articles that are joined to its words by a hyphen, or stand between them.

    >>> without_articles("bashar al-assad"), without_articles("muqtada al sadr"), without_articles("al gore"), without_articles("e-mail")
    ('bashar assad', 'muqtada sadr', 'al gore', 'e-mail')
    """
    return _INSIDE.sub("", _JOINED.sub("", name))
