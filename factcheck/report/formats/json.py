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

from typing import TYPE_CHECKING

from factcheck.report.escape import json_text
from factcheck.report.protocol import Format, View

if TYPE_CHECKING:
    from factcheck.public.report import Report


def render(report: Report, view: View) -> str:
    """The report as indented JSON, ending in a line break."""
    return json_text(report.model_dump_json(indent=2)) + "\n"


FORMAT = Format("json", ".json", render)
