"""The bytes of one input: regular files and standard input only, never more than the limit."""

from __future__ import annotations

import os
import stat

from factcheck.errors import DocumentError
from factcheck.limits import LimitReached, Limits
from factcheck.load.paths import STDIN

_SORTS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def bytes_of(path: str, stdin: bytes | None, limits: Limits) -> bytes:
    """All bytes of a file, or of standard input for '-'; raises DocumentError for anything else."""
    if path == STDIN:
        if stdin is None:
            raise DocumentError("is standard input, and none was given")
        return _within_limit(stdin, limits)
    try:
        _refuse_all_but_files(os.stat(path))
        # Should the file turn into a pipe between the look and the opening, this open does not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(file.fileno())
            _refuse_all_but_files(status)
            _refuse_too_big(status.st_size, limits)
            data = file.read(limits.document_bytes + 1)
            if data is None:  # a file of the system that looks like any other
                raise DocumentError("gives nothing to read now; it is no ordinary file")
            return _within_limit(data, limits)
    except FileNotFoundError:
        raise DocumentError("is a link to nothing" if os.path.islink(path) else "does not exist") from None
    except PermissionError:
        raise DocumentError("may not be read (permission denied)") from None
    except (OSError, ValueError) as error:
        said = (getattr(error, "strerror", None) or str(error)).lower()
        raise DocumentError(f"cannot be read: {said}") from None


def _refuse_all_but_files(status: os.stat_result) -> None:
    for is_sort, name in _SORTS:
        if is_sort(status.st_mode):
            raise DocumentError(f"is {name}, not a file", fix="give '-' to read standard input")


def _refuse_too_big(size: int, limits: Limits) -> None:
    if size > limits.document_bytes:
        raise LimitReached("document-bytes", limits, f"is larger than {limits.document_bytes / 1_000_000:,g} MB")


def _within_limit(data: bytes, limits: Limits) -> bytes:
    _refuse_too_big(len(data), limits)
    return data
