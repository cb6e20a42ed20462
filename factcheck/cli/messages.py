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
    line = f"factcheck: {terminal(message)}\n".encode(_encoding(sys.stderr.encoding), "backslashreplace")
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
        sys.stderr.buffer.write(line)
        sys.stderr.flush()


def _encoding(asked: str | None) -> str:
    """The encoding of standard error, or UTF-8 if in that even plain letters would not be themselves: lines of UTF-16 each begin with a mark."""
    return asked if asked and "factcheck".encode(asked, "replace") == b"factcheck" else "utf-8"


def one_line_of(error: BaseException) -> str:
    """The kind of an error and the first line of what it says."""
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0][:300]}" if said else type(error).__name__
