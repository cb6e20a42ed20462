"""How far a long run has come, on standard error and only where somebody watches it."""

from __future__ import annotations

import contextlib
import os
import sys

FEWEST = 25  # documents from which on it is worth telling


class Progress:
    """Called after each document with its number and how many there are; one line that is written over, and gone at the end."""

    def __init__(self, quiet: bool) -> None:
        stream = sys.stderr
        self._shown = not quiet and stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._last = -1

    def __call__(self, number: int, total: int) -> None:
        if not self._shown or total < FEWEST or sys.stderr is None:
            return
        share = 100 * number // total
        if share == self._last and number < total:
            return
        self._last = share
        line = f"factcheck: {number:,} of {total:,} documents read" if number < total else ""
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
