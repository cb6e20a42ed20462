"""The text as the file has it, and the way back to it from the text that claims are read from."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Original(NamedTuple):
    """Offsets of the text that is read stand for offsets here.

    text: of the file; read_at, here_at: beginnings of the stretches that run alike in both, in order, the first 0 and 0;
    widths: characters here, for each stretch whose one character in the text that is read stands for several; else 0.
    """

    text: str
    read_at: list[int]
    here_at: list[int]
    widths: list[int]

    def start(self, offset: int) -> int:
        """Where the character begins that is read at an offset."""
        n = bisect_right(self.read_at, offset) - 1
        return self.here_at[n] + offset - self.read_at[n]

    def end(self, offset: int) -> int:
        """Where what is read before an offset ends."""
        if offset <= 0:
            return 0
        n = bisect_right(self.read_at, offset - 1) - 1
        return self.here_at[n] + (self.widths[n] or offset - self.read_at[n])

    def read(self, offset: int) -> int:
        """The offset in the text that is read of a place here; of a character that is not read, that of the next one."""
        n = bisect_right(self.here_at, offset) - 1
        if n < 0:
            return 0
        behind = self.read_at[n + 1] if n + 1 < len(self.read_at) else self.read_at[n] + len(self.text) - self.here_at[n]
        return min(self.read_at[n] + (offset - self.here_at[n] if not self.widths[n] else 0), behind)
