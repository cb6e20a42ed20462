"""The whole report as JSON, valid against `schemas/report.schema.json`; nothing is left out or shortened.

    {
      "schema_version": "1",
      "generator": {"name": "factcheck", "version": "0.1.0"},
      "findings": [{"id": "5f2b…", "rule": "count-mismatch", "verdict": "conflict", …}],
      …
    }

Hidden characters stand as escapes, so that the file can be shown on a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.report.escape import json_text
from factcheck.report.protocol import Format, View

if TYPE_CHECKING:
    from factcheck.public.report import Claim, Finding, Report


_AT_ONCE = 100  # claims or findings


def render(report: Report, view: View) -> Iterator[str]:
    """The report as indented JSON, ending in a line break; its long lists some items at a time."""
    frame = report.model_copy(update={"claims": (), "findings": ()}).model_dump_json(indent=2)
    for field in ("claims", "findings"):
        before, mark, frame = frame.partition(f'\n  "{field}": []')  # a line of its own, for a string holds no line break
        yield json_text(before)
        yield from _list(mark.removesuffix("]"), getattr(report, field))
    yield json_text(frame) + "\n"


def _list(opening: str, items: Sequence[Claim | Finding]) -> Iterator[str]:
    for at in range(0, len(items), _AT_ONCE):
        dumped = (f"\n{item.model_dump_json(indent=2)}".replace("\n", "\n    ") for item in items[at : at + _AT_ONCE])
        yield ("," if at else opening) + json_text(",".join(dumped))
    yield "\n  ]" if items else f"{opening}]"


FORMAT = Format("json", ".json", render)
