"""The text of a document put together from its pieces, one empty line between them, with where each came from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from factcheck.errors import DocumentError, FactcheckError
from factcheck.load.protocol import Reading
from factcheck.model.document import Block

BREAK = "\u2028"
"""Within a piece: the end of a line that the author has set."""
_SHORT = 55  # characters: a line that was wrapped is longer


class Assembly:
    """Pieces in order; offsets of the blocks count in the text that comes out."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, text: str, zone: str = "", *, page: int = 0, line: int = 0, element: str = "") -> None:
        """Append a piece; one without words is left out.

        Runs of white space become one space; a space that does not break stays what it is, and BREAK is where a line ends.
        """
        text = "\n".join(filter(None, map(_tidy, text.split(BREAK))))
        if not text:
            return
        start = self._length + 2 if self._pieces else 0
        self._pieces.append(text)
        self._length = start + len(text)
        self._blocks.append(Block(start, self._length, zone, page, line, element))

    def reading(self, **fields: Any) -> Reading:
        """The document."""
        return Reading("\n\n".join(self._pieces), blocks=tuple(self._blocks), **fields)


def _tidy(text: str) -> str:
    """Line breaks are spaces, but for two sorts: those that only wrap long lines, and those between two lines that stand for
    themselves, the next one beginning at the margin with a capital or a figure and the last one not in the middle of a sentence.
    """
    lines = list(filter(None, (line.rstrip() for line in text.replace("\t", " ").replace("\r", "\n").replace("\f", "\n").split("\n"))))
    if len(lines) > 1 and (all(len(line) > _SHORT for line in lines[:-1]) or all(map(_stands_alone, lines, lines[1:]))):
        joint = "\n"
    else:
        joint = " "
    return joint.join(" ".join(filter(None, line.split(" "))) for line in lines)


def _stands_alone(line: str, following: str) -> bool:
    last = line.rstrip().rpartition(" ")[2]
    return (following[0].isupper() or following[0].isdigit()) and (last[:1].isupper() or last[:1].isdigit() or last[-1:] in ".!?:…”\"")


def needs_extra(extra: str, error: ImportError) -> str:
    """What to say where a library of an extra is missing; one that is there and finds no room to be loaded is not missing."""
    if not isinstance(error, ModuleNotFoundError):
        raise error
    return f"needs the extra {extra!r}, of which {error.name or 'a library'} is not installed"


def install(extra: str) -> str:
    """How to mend it."""
    return f"install it with: pip install 'factcheck[{extra}]'"


@contextmanager
def of_others(fault: str) -> Iterator[None]:
    """Around the work of a library that raises anything at all on a damaged file: a DocumentError that begins with `fault`."""
    try:
        yield
    except (FactcheckError, MemoryError, RecursionError, TimeoutError):
        raise
    except Exception as error:
        raise DocumentError(f"{fault}, or of an unusual make ({type(error).__name__})") from error
