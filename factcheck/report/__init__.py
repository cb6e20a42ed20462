"""5  a Report becomes text."""

from __future__ import annotations

from factcheck.public.report import Report
from factcheck.registry import plugin
from factcheck.report.protocol import View


def render(report: Report, format: str, view: View | None = None) -> str:
    """The report in one format; the names are those of the files in `formats/`."""
    return plugin("FORMAT", format).render(report, view or View())
