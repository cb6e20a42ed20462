"""What people are told beside the result, on standard error, with nothing in it that acts on a terminal."""

from __future__ import annotations

import contextlib
import sys


def complain(message: str) -> None:
    """One line on standard error; silent if there is none."""
    from factcheck.report.escape import terminal

    if sys.stderr is None:
        return
    # Names of files come with whatever bytes they are made of: nothing here may fail for want of a character.
    line = f"factcheck: {terminal(message)}\n".encode(sys.stderr.encoding or "utf-8", "backslashreplace")
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
        sys.stderr.buffer.write(line)
        sys.stderr.flush()


def one_line_of(error: BaseException) -> str:
    """The kind of an error and the first line of what it says."""
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0][:300]}" if said else type(error).__name__
