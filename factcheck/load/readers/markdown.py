"""Markdown, whose front matter may say what the document is called, when it was written, where it appeared and by whom.

    ---
    title: Dam holds
    date: 2023-04-05
    ---

The text is the whole file, front matter and marks included, so that offsets hold in the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.load.decode import decode
from factcheck.load.protocol import Reader, Reading, Source

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"(title|date|modified|url|publisher|author)[ \t]*:[ \t]*(\S.*)", re.IGNORECASE)


def front_matter(text: str) -> dict[str, str]:
    """The simple `key: value` lines between the two rules at the very top; other keys and nested ones are left out."""
    block = _FRONT_MATTER.match(text)
    if block is None:
        return {}
    found: dict[str, str] = {}
    for line in block[1].splitlines():
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry is not None:
            value = entry[2]
            if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
                value = value[1:-1]
            if value:
                found.setdefault(entry[1].lower(), value)
    return found


def read(data: bytes, source: Source) -> Iterable[Reading]:
    """The file as text, with what its front matter says."""
    found = decode(data, source.encoding)
    yield Reading(found.text, notices=found.notices, encoding=found.encoding, mark=found.mark, **front_matter(found.text))


READER = Reader("markdown", (".md", ".markdown"), read, plain=True, media_types=("text/markdown",))
