"""The text that claims are read from: what the eye sees, without what it does not.

Spaces that do not break, digits of other widths and scripts and the many line ends become plain ones, letters and their accents
become one character, and what is invisible is left out: it must neither hide a claim nor make one. Wherever something is
shown or counted, the text of the file itself is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from factcheck.model.original import Original

_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_FULL_WIDTH = "\uff04\uff05\uff0c\uff0d\uff0e\uff1a"
_MARKS = "\u0300-\u036f"
_ESCAPE = r"\x1b(?:\[[0-9;:?]{0,40}[@-~]|\][^\x07\x1b]{0,300}(?:\x07|\x1b\\)|[@-Z\\-_])"
_ANY = re.compile("[^\t\n\r -~\u2010-\u201f\u2026\u20ac\u00a1-\u00ac\u00ae-\u00ff]|\r(?!\n)")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HIDDEN_TAGS = re.compile("[\U000e0000-\U000e007f]")


@cache
def _trap() -> re.Pattern[str]:
    """What is not read as it stands. Made when first needed, for it asks of every sign whether it is a digit."""
    digits = "".join(f"{chr(n)}-{chr(n + 9)}" for n in range(0x660, 0x1FBFA) if unicodedata.decimal(chr(n), -1) == 0)
    one = f"[{_INVISIBLE}{_CONTROLS}{_SPACES}{_LINE_ENDS}{_FULL_WIDTH}{digits}]"
    return re.compile(rf"{_ESCAPE}|{one}|[^\W\d_][{_MARKS}]{{1,30}}|\r(?!\n)")


def clean(text: str) -> tuple[str, Original | None]:
    """The text to read, and the original if the two differ."""
    if _ANY.search(text) is None:
        return text, None
    pieces: list[str] = []
    read_at, here_at, widths = [0], [0], [0]
    at = length = 0
    same = True
    for match in _trap().finditer(text):
        start, end = match.span()
        plain = _plain(match[0])
        if plain == match[0]:
            continue
        same = False
        pieces += (text[at:start], plain)
        length += start - at
        at = end
        if len(plain) == end - start:
            length += len(plain)
            continue
        if plain:
            _begin(read_at, here_at, widths, length, start, end - start)
            length += 1
        _begin(read_at, here_at, widths, length, end, 0)
    if same:
        return text, None
    pieces.append(text[at:])
    return "".join(pieces), Original(text, read_at, here_at, widths)


def _begin(read_at: list[int], here_at: list[int], widths: list[int], read: int, here: int, width: int) -> None:
    """Begin a stretch; one of no length that begins at the same place is replaced."""
    if read_at[-1] == read:
        read_at.pop(), here_at.pop(), widths.pop()
    read_at.append(read)
    here_at.append(here)
    widths.append(width)


def _plain(found: str) -> str:
    """What stands in the text that is read for what was found in the file: one character, as many, or none."""
    if len(found) > 1:
        if found[0] == "\x1b":
            return ""
        composed = unicodedata.normalize("NFC", found)
        return composed if len(composed) == 1 else found
    if found in "\r\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if unicodedata.category(found) == "Zs":
        return " "
    digit = unicodedata.decimal(found, -1)
    if digit >= 0:
        return str(digit)
    if "\uff04" <= found <= "\uff1a":
        return unicodedata.normalize("NFKC", found)
    return ""


def traps(text: str) -> tuple[str, ...]:
    """Notices of what a text holds that could mislead the eye."""
    found: list[str] = []
    if text.isascii():
        return ()
    if _TURNING.search(text):
        found.append("holds characters that turn the direction of writing; they are shown and not obeyed")
    if _HIDDEN_TAGS.search(text):
        found.append("holds letters that nobody can see; they were not read")
    return tuple(found)
