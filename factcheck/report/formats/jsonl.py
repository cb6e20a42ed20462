"""The claims as JSON lines, one claim a line, each valid against `schemas/claim.schema.json`.

    {"id": "flood#25-43-count", "document": "flood", "kind": "count", "text": "At least 12 people", "start": 25, …}

In the order of documents and places; what `extract` prints, beside a report of another format. An input that was not read
is a line of its own, `{"unread": {"path": …, "reason": …}}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from factcheck.report.escape import json_text
from factcheck.report.protocol import Format, View

if TYPE_CHECKING:
    from factcheck.public.report import Report

_AT_ONCE = 100  # lines


def render(report: Report, view: View) -> Iterator[str]:
    """One line for each claim, then one for each input that was not read."""
    claims = (claim.model_dump_json() for claim in report.claims)
    unread = (json.dumps({"unread": item.model_dump()}, ensure_ascii=False) for item in report.skipped)
    lines = (f"{json_text(line)}\n" for line in chain(claims, unread))
    while some := "".join(islice(lines, _AT_ONCE)):
        yield some


FORMAT = Format("jsonl", ".jsonl", render)
