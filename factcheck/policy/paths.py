"""Whether a document is meant by a pattern."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase

from factcheck.model.document import Document


def place_of(document: Document, folder: str) -> str:
    """The path of a document seen from the folder of the settings, with forward slashes; its id if it has none."""
    if document.path is None:
        return document.id
    return os.path.relpath(os.path.abspath(document.path), os.path.abspath(folder or os.curdir)).replace(os.sep, "/")


def fits(patterns: Iterable[str], document: Document, folder: str) -> bool:
    """Whether one of the patterns fits the path, or the last part of it where the pattern has no slash."""
    place = place_of(document, folder)
    return any(fnmatchcase(place, pattern) or ("/" not in pattern and fnmatchcase(place.rpartition("/")[2], pattern)) for pattern in patterns)


def is_member(patterns: Iterable[str], document: Document, folder: str) -> bool:
    """Whether a document belongs to a group: by its path, its id, or its publisher, whatever their case."""
    names = {name.casefold() for name in (document.id, document.publisher, document.lineage) if name}
    return any(pattern.casefold() in names or fits((pattern,), document, folder) for pattern in patterns)
