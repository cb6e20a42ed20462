"""The limits: how much of one document is read and for how long, so that no document ends the run or stops it.

Each has a name, a default and a meaning; all can be set (`--limit NAME=NUMBER`, or the table `limits` of the settings), and all
are shown by `--show-limits`. One that fires is a result that names it and says how to raise it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck.errors import DocumentError, UsageError


class Limits(NamedTuple):
    """How much is read. Bytes, seconds and the rest as `MEANINGS` says."""

    document_bytes: int = 50_000_000
    inflated_bytes: int = 100_000_000
    inflation_ratio: int = 200
    pages: int = 2_000
    page_lines: int = 2_000
    depth: int = 256
    entries: int = 10_000
    claims: int = 100_000
    seconds: int = 20
    memory: int = 700_000_000
    sentence: int = 2_000
    pairs: int = 1_000_000
    rule_seconds: int = 1
    rule_timeouts: int = 3
    sarif_results: int = 5_000
    quoted: int = 300

    def with_changes(self, changes: Mapping[str, int]) -> Limits:
        """These limits with others in their place, by name as people write it."""
        return self._replace(**{field_of(name): number for name, number in changes.items()})


MEANINGS = {
    "document-bytes": "bytes of one file as it lies on the disk",
    "inflated-bytes": "bytes that an archive, or what is packed in a document, may grow to",
    "inflation-ratio": "how many times larger than packed it may grow, once it is beyond 10 MB",
    "pages": "pages of one PDF",
    "page-lines": "lines of one page of a PDF",
    "depth": "how deep elements, lists or parts may lie inside one another",
    "entries": "files in a .docx, and records of a feed, table, archive or mail",
    "claims": "claims of one document, and figures in its text",
    "seconds": "seconds for reading one document, and again for finding its claims",
    "memory": "bytes of memory for reading one document",
    "sentence": "characters of one sentence; what runs on beyond is read as another",
    "pairs": "pairs of claims of one sort, as the counts of dead are, that are held against each other",
    "rule-seconds": "seconds of one rule for one document",
    "rule-timeouts": "rules that take too long over a document before it is left out",
    "sarif-results": "results in a SARIF report",
    "quoted": "characters of a sentence shown around a value, in the terminal and in HTML",
}
RATIO_COUNTS_FROM = 10_000_000
"""Bytes: what grows to less than this is no danger, whatever its ratio."""


def field_of(name: str) -> str:
    """The field of a limit's name; UsageError says what was probably meant."""
    if name not in MEANINGS:
        from difflib import get_close_matches

        close = get_close_matches(name, list(MEANINGS), n=1, cutoff=0.5)
        hint = f" (did you mean {close[0]}?)" if close else ""
        raise UsageError(f"no limit is named {name[:40]!r}{hint}", fix="see `factcheck --show-limits`")
    return name.replace("-", "_")


def read_limits(given: Iterable[str]) -> dict[str, int]:
    """NAME=NUMBER as the command line has them; the number may carry _ or a trailing k, M or G."""
    found = {}
    for item in given:
        name, equals, number = item.partition("=")
        field_of(name.strip())
        factor = {"k": 10**3, "M": 10**6, "G": 10**9}.get(number.strip()[-1:], 1)
        digits = number.strip().rstrip("kMG").replace("_", "")
        if not equals or not (digits.isascii() and digits.isdecimal()) or len(digits) > 15 or int(digits) == 0:
            raise UsageError("must be NAME=NUMBER, with a whole number above 0", where=f"--limit {item[:60]}")
        found[name.strip()] = int(digits) * factor
    return found


class LimitReached(DocumentError):
    """A limit fired: what it says names the limit, and its `fix` how to raise it."""

    def __init__(self, name: str, limits: Limits, what: str) -> None:
        number = getattr(limits, name.replace("-", "_"))
        super().__init__(f"{what} (the limit {name}, {number:,})", fix=f"raise it with --limit {name}=NUMBER")
        self.name = name
