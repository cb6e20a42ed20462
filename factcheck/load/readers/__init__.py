"""The readers: one file for each kind of input. Every other module in this folder is one."""

from __future__ import annotations

import os

from factcheck.load.protocol import Reader
from factcheck.registry import plugin, plugins

_ANY = "plain"


def suffixes() -> frozenset[str]:
    """The endings that readers claim, in small letters and with the dot."""
    return frozenset(suffix for reader in plugins("READER") for suffix in reader.suffixes)


def reader_for(path: str) -> Reader:
    """The reader that claims the path's ending, or the plain one."""
    ending = os.path.splitext(path)[1].lower()
    for reader in plugins("READER"):
        if ending in reader.suffixes:
            return reader
    return plugin("READER", _ANY)
