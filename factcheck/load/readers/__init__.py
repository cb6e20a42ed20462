"""The readers: one file for each kind of input. Every other module in this folder is one."""

from __future__ import annotations

from factcheck.registry import plugins


def suffixes() -> frozenset[str]:
    """The endings that readers claim, in small letters and with the dot."""
    return frozenset(suffix for reader in plugins("READER") for suffix in reader.suffixes)
