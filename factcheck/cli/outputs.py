"""Where results go: standard output in UTF-8, and files that are either old or complete."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli.status import Status
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.load import Inputs

STDOUT = "-"


class OutputClosed(Exception):
    """The reader of standard output has gone; there is nobody to tell."""

    status: int = Status.CLEAN


class Target(NamedTuple):
    """One report to write: its format, and the file, or '-'."""

    format: str
    path: str


def targets(format: str | None, outputs: Sequence[str], suffixes: dict[str, str]) -> list[Target]:
    """What --format and --output ask for.

    FORMAT=FILE names both; a bare FILE takes the format of --format, or else the one that its ending stands for.
    suffixes: by format.
    """
    if not outputs:
        return [Target(format or "text", STDOUT)]
    found = []
    for output in outputs:
        name, equals, path = output.partition("=")
        if not equals or name not in suffixes:
            path = output
            name = format or _by_ending(path, suffixes)
        if not path:
            raise UsageError("needs the name of a file", where=f"--output {output}")
        found.append(Target(name, path))
    return found


def _by_ending(path: str, suffixes: dict[str, str]) -> str:
    """The format whose ending a file has, the longest that fits; text if none does."""
    fitting = [name for name, suffix in suffixes.items() if path.lower().endswith(suffix)]
    return max(fitting, key=lambda name: len(suffixes[name]), default="text")


def spare(inputs: Inputs, targets: Iterable[Target]) -> None:
    """Refuse to write a report over an input, whether it could be read or not; a report of an earlier run is none."""
    from factcheck.load.paths import real

    read = {real(document.path) for document in inputs.documents if document.path}
    unread = {real(item.path) for item in inputs.skipped}
    for target in targets:
        path = real(target.path)
        if path != STDOUT and (path in read or (path in unread and os.path.isfile(path) and not _is_report(path))):
            raise UsageError("is one of the documents", where=f"--output {target.path}", fix="write the report elsewhere")


def _is_report(path: str) -> bool:
    from factcheck.load.kinds import is_own_report

    try:
        with open(path, "rb") as file:
            return is_own_report(file.read(10_000))
    except OSError:
        return False


def write(target: Target, pieces: Iterable[str]) -> None:
    """Write one report."""
    data = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    if target.path == STDOUT:
        for piece in data:
            to_stdout(piece)
    else:
        to_file(target.path, data)


def to_stdout(data: bytes) -> None:
    """Write to standard output, in UTF-8 whatever the locale."""
    if sys.stdout is None:
        raise UsageError("is closed", where="standard output")
    with _told_about_stdout():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def finish() -> None:
    """Flush standard output while a failure can still be told."""
    if sys.stdout is not None:
        with _told_about_stdout():
            sys.stdout.flush()


@contextlib.contextmanager
def _told_about_stdout():
    try:
        yield
    except BrokenPipeError:
        _discard_the_rest()
        raise OutputClosed from None
    except OSError as error:
        _discard_the_rest()
        raise UsageError(f"cannot be written: {error.strerror}", where="standard output") from None


def _discard_the_rest() -> None:
    """Point standard output at nothing, or Python complains when it flushes it on leaving."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def to_file(path: str, data: Iterable[bytes]) -> None:
    """Write the pieces of a file, whole or not at all; folders on the way are made."""
    try:
        real = os.path.realpath(path)
        if os.path.isdir(real):
            raise UsageError("is a folder", where=path, fix="give the name of a file")
        if os.path.lexists(real) and not os.path.isfile(real):
            # A pipe that nobody reads from is refused at once instead of being waited for.
            handle = os.open(real, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
            os.set_blocking(handle, True)
            with os.fdopen(handle, "wb") as device:
                device.writelines(data)
            return
        _replace(real, data)
    except (OSError, ValueError) as error:
        said = (getattr(error, "strerror", None) or str(error)).lower()
        raise UsageError(f"cannot be written: {said}", where=path) from None


def _replace(path: str, data: Iterable[bytes]) -> None:
    import tempfile

    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".factcheck-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(path: str) -> int:
    """The mode of the file that is replaced, or what a new file would have."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(os.stat(path).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
