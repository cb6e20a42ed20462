"""Where a place is: in the text as the file has it, in its lines, and in the file."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from factcheck.model.telling import Telling
from factcheck.public.report import Place, Sentence
from factcheck.public.trusted import maker

_make_sentence, _make_place = maker(Sentence), maker(Place)

STRETCH = 2_000  # characters
SENTENCE_LIMIT = 600  # characters of a sentence shown around a place


class Places:
    """Lines, columns, sentences and places of one document. Offsets handed in count in the text that was read."""

    def __init__(self, telling: Telling) -> None:
        self._document = document = telling.document
        self._original = document.original
        self._text = text = document.text if document.original is None else document.original.text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
        self._sentences = telling.sentences
        self._sentence_starts = [start for start, _ in telling.sentences]
        self._block_starts = [block.start for block in document.blocks or ()]
        self._bytes: list[int] = []  # the byte at which each stretch of the text begins
        self._told: dict[tuple[int, int], Sentence] = {}  # a sentence that many findings rest on is there once

    def span(self, start: int, end: int, text: str) -> tuple[int, int, str]:
        """A place in the text as the file has it; text: its words as they were read."""
        if self._original is None:
            return start, end, text
        start, end = self._original.start(start), self._original.end(end)
        return start, end, self._text[start:end]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Both counted from 1, columns in code points, of an offset in the text as the file has it."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def sentence(self, start: int, end: int) -> Sentence:
        """The sentence that holds a place, cut to a bearable length around it."""
        first, last = start, end
        if self._sentences:
            first, last = self._sentences[max(0, bisect_right(self._sentence_starts, start) - 1)]
            first, last = min(first, start), max(last, end)
        if last - first > SENTENCE_LIMIT:
            half = max(0, SENTENCE_LIMIT - (end - start)) // 2
            first, last = max(first, start - half), min(last, end + half)
        told = self._told.get((first, last))
        if told is None:
            begin, behind, _ = self.span(first, last, "")
            told = self._told[first, last] = _make_sentence({"start": begin, "text": self._text[begin:behind]})
        return told

    def place(self, offset: int, start: int, end: int) -> Place | None:
        """Where in the file it is; offset: in the text that was read, start and end: in the text as the file has it."""
        document = self._document
        if document.encoding:
            return _make_place({"shown": "", "page": None, "paragraph": None, "line": None, "element": None, "byte_start": self._byte(start), "byte_end": self._byte(end)})
        n = bisect_right(self._block_starts, offset) - 1
        if n < 0:
            return None
        block = document.blocks[n]
        said = [f"page {block.page}" if block.page else "", f"{block.element or 'paragraph'} {n + 1}" if not block.page else ""]
        if block.line and not block.page:
            said.append(f"line {block.line} of the file")
        return Place(
            shown=", ".join(filter(None, said)),
            page=block.page or None,
            paragraph=n + 1,
            line=block.line or None,
            element=block.element or None,
        )

    def _byte(self, offset: int) -> int:
        """The byte of the file at an offset, counted from the beginning of its stretch of the text."""
        text, encoding = self._text, self._document.encoding
        if not self._bytes:
            sizes = (len(text[at : at + STRETCH].encode(encoding, "surrogatepass")) for at in range(0, len(text), STRETCH))
            self._bytes = [*accumulate(sizes, initial=self._document.mark)]
        stretch = offset // STRETCH
        return self._bytes[stretch] + len(text[stretch * STRETCH : offset].encode(encoding, "surrogatepass"))
