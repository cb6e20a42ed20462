"""The readers: one file for each kind of input. Every other module in this folder is one."""

from __future__ import annotations

import os

from factcheck.errors import DocumentError
from factcheck.load.protocol import Reader
from factcheck.registry import plugin, plugins

_ANY = "plain"
WANTED = frozenset(
    ".htm .html .mhtml .xhtml .xml .pdf .doc .docx .odt .rtf .epub .eml .msg .warc .rss .atom .gz .zip .csv .json .jsonl".split()
)
"""Endings of documents that somebody may expect to be read: where no reader claims them they are named as not read."""
MARKUP = WANTED - {".csv", ".json", ".jsonl"}
"""Those whose text must not be taken for plain text, because their marks would be read as words."""


def suffixes() -> frozenset[str]:
    """The endings that readers claim, in small letters and with the dot."""
    return frozenset(suffix for reader in plugins("READER") for suffix in reader.suffixes)


def unread_kind(path: str) -> str | None:
    """The ending of a path, if it is of documents that are expected and that no reader claims; else None."""
    ending = os.path.splitext(path)[1].lower()
    return ending if ending in WANTED and ending not in suffixes() else None


def reader_for(path: str) -> Reader:
    """The reader that claims the path's ending, or the plain one; a DocumentError for markup that no reader claims."""
    ending = os.path.splitext(path)[1].lower()
    if ending in MARKUP and unread_kind(path):
        raise DocumentError(f"no reader for {ending} files", fix="save its text as .txt or .md")
    for reader in plugins("READER"):
        if ending in reader.suffixes:
            return reader
    return plugin("READER", _ANY)
