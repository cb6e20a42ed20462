"""Lines on pages become paragraphs: page furniture left out, words joined over line ends, headlines and footnotes told by their size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from factcheck.load.assembly import Assembly

_MARGIN = 0.09  # of the height of a page: where its head and foot stand
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_OPENS = re.compile(r"[\"'“‘«(\[]?[A-Z0-9À-Þ]")
_NUMBERED = re.compile(r"(?:page|p\.|seite|-|–)?\s*[0-9]{1,4}\s*(?:(?:of|/)\s*[0-9]{1,4}|-|–)?", re.IGNORECASE)
_PRINTED = re.compile(r".{0,80}\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4},? [0-9]{1,2}:[0-9]{2}(?: ?[AP]M)?\b.{0,80}|https?://\S+(?:\s+[0-9]+/[0-9]+)?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:^|[\s<(\[])https?://\S*$")
_GOES_ON = re.compile(r"[\w/?&=#%.~-]*[/?&=#%~_>-]\S*")
_ADDRESS_LONG = 2_000  # characters in front of the end of a line among which an address is looked for
_HYPHEN = re.compile("(?<!\\w)(\\w{1,60})([-\u00ad\u2010\ufffe])$")
_PARTED = re.compile("(?<!\\w)(\\w+)\ufffe\\s?(\\w+)")
_FIRST_WORD = re.compile(r"\s*(\w+)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_WORD = re.compile(r"\w+(?:-\w+)*")


class Line(NamedTuple):
    """One line as it stands on a page: points from the lower left corner, and the size of its letters."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float


class Sheet(NamedTuple):
    """One page: its number, its height, its lines in the order of reading."""

    number: int
    height: float
    lines: list[Line]


def assemble(sheets: Sequence[Sheet]) -> Assembly:
    """The text of all pages."""
    furniture = _repeated(sheets)
    lines = [
        line._replace(text=line.text.translate(_LIGATURES))
        for sheet in sheets
        for line in sheet.lines
        if not (_in_margin(line, sheet) and (_shape(line.text) in furniture or _NUMBERED.fullmatch(line.text.strip()) or _PRINTED.fullmatch(line.text.strip())))
    ]
    text = Assembly()
    if not lines:
        return text
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size)] += len(line.text)
    usual = max(sizes, key=lambda size: (sizes[size], size))
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    for paragraph in _paragraphs(lines):
        size = max(round(line.size) for line in paragraph)
        zone = "headline" if size >= usual * 1.2 else "footnote" if size <= usual * 0.85 and _numbered(paragraph) else ""
        text.add(_joined([line.text for line in paragraph], words), zone, page=paragraph[0].page, element=zone)
    return text


def _numbered(paragraph: list[Line]) -> bool:
    """Whether small print begins with the mark of a note."""
    return re.match(r"\W{0,2}(?:[0-9]{1,3}|[*†‡])\W?\s?\w", paragraph[0].text) is not None


def _in_margin(line: Line, sheet: Sheet) -> bool:
    return line.bottom > sheet.height * (1 - _MARGIN) or line.top < sheet.height * _MARGIN


def _shape(text: str) -> str:
    return re.sub(r"[0-9]+", "0", " ".join(text.split()))


def _repeated(sheets: Sequence[Sheet]) -> frozenset[str]:
    """What stands in the margins of several pages, but for its numbers."""
    seen: Counter[str] = Counter()
    for sheet in sheets:
        seen.update({_shape(line.text) for line in sheet.lines if _in_margin(line, sheet)})
    return frozenset(shape for shape, times in seen.items() if times > 1)


def _paragraphs(lines: list[Line]) -> Iterable[list[Line]]:
    """Lines that belong together."""
    gaps = [a.bottom - b.top for a, b in zip(lines, lines[1:], strict=False) if a.page == b.page and abs(a.size - b.size) < 0.6 and -a.size < a.bottom - b.top < 2 * a.size]
    usual = median(gaps) if gaps else 0.0
    least = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    paragraph, left, right = [lines[0]], lines[0].left, lines[0].right
    for a, b in zip(lines, lines[1:], strict=False):
        ended = _SENTENCE_END.search(a.text.rstrip()) is not None
        if abs(a.size - b.size) > 0.8:
            broken = True
        elif a.page != b.page or b.top > a.top + a.size:  # the next page or column
            broken = ended and (_OPENS.match(b.text) is not None)
        else:
            gap = a.bottom - b.top
            apart = gap > min(usual, least + 1) + 0.3 * a.size
            indented = b.left > left + a.size * 0.8 and len(paragraph) > 1 and ended
            short = ended and a.right < paragraph[0].left + (right - left) * 0.8 and len(paragraph) > 1
            broken = apart or indented or short
        if broken:
            yield paragraph
            paragraph, left, right = [b], b.left, b.right
        else:
            paragraph.append(b)
            left, right = min(left, b.left), max(right, b.right)
    yield paragraph


def _joined(lines: list[str], words: Counter[str]) -> str:
    """One paragraph; a word that is parted at the end of a line becomes one again."""
    pieces: list[str] = []
    end = ""  # what a line can be joined to: a paragraph of a thousand pages is not gone through for each of its lines
    for line in lines:
        if "://" in line:
            line = line.replace("\ufffe", "-")
        line = _PARTED.sub(lambda parted: _whole(parted[1], parted[2], "\ufffe", words), line)
        if len(end) < _ADDRESS_LONG and _ADDRESS.search(end) and (_GOES_ON.match(line) or " " not in line.strip()):
            end += line.lstrip()
            continue
        parted = _HYPHEN.search(end.rstrip())
        following = _FIRST_WORD.match(line)
        if parted is not None and following is not None:
            pieces.append(end[: parted.start()])
            end = _whole(parted[1], following[1], parted[2], words) + line[following.end() :]
        else:
            if pieces or end:
                pieces += (end, " ")
            end = line
    return "".join((*pieces, end)).replace("\u00ad", "").replace("\ufffe", "-")


def _whole(left: str, right: str, sign: str, words: Counter[str]) -> str:
    """A parted word with or without its hyphen, as the rest of the text has it; figures and capitals keep it."""
    if sign != "\u00ad":
        if left[-1].isdigit() or right[0].isdigit() or right[0].isupper():
            return f"{left}-{right}"
        together, apart = f"{left}{right}".lower(), f"{left}-{right}".lower()
        if words[apart] > words[together] or (not words[together] and words[left.lower()] > 1 and words[right.lower()] > 1):
            return f"{left}-{right}"
    return left + right
