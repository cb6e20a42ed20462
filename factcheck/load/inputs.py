"""What loading gives: the documents, and everything that was not read."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.document import Document


class Skipped(NamedTuple):
    """An input that was not read, or read in part: its path as shown to people, why, and whether in part."""

    path: str
    reason: str
    partial: bool = False


class Inputs(NamedTuple):
    """documents: sorted by id; skipped: what was asked for and not read; passed_over: files of other kinds in folders."""

    documents: list[Document]
    skipped: list[Skipped]
    passed_over: tuple[Skipped, ...] = ()
