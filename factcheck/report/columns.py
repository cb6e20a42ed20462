"""Lines of a bearable length, for columns of text; the terminal's colour codes take no room in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_CODE = re.compile(r"\x1b\[[0-9;]*m")
_RESET = "\x1b[0m"


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width`, broken at spaces; a longer word after a hyphen or stroke, or anywhere."""
    lines, line, length = [], "", 0
    for word in text.split(" "):
        room = len(_CODE.sub("", word))
        if line and length + 1 + room > width:
            lines.append(line)
            line, length = "", 0
        while room > width and not _CODE.search(word):
            cut = max(word.rfind(mark, 0, width) for mark in "-/_") + 1 or width
            lines.append(word[:cut])
            word = word[cut:]
            room = len(word)
        line, length = (f"{line} {word}", length + 1 + room) if line else (word, room)
    return _each_closed([*lines, line])


def cell(text: str, width: int) -> str:
    """The lines of a cell.

    Tables are given cells already wrapped: the table maker's own wrapping takes "10,000" for a number and fails on it.
    """
    return "\n".join(part for line in text.split("\n") for part in wrapped(line, width))


def cells(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> list[list[str]]:
    """Every cell wrapped to the width of its column."""
    return [[cell(text, width) for text, width in zip(row, widths, strict=True)] for row in rows]


def _each_closed(lines: list[str]) -> list[str]:
    """Lines in which a colour that goes on is closed at the end and opened again on the next."""
    closed, going_on = [], ""
    for line in lines:
        line = going_on + line
        codes = _CODE.findall(line)
        going_on = codes[-1] if codes and codes[-1] != _RESET else ""
        closed.append(line + _RESET if going_on else line)
    return closed
