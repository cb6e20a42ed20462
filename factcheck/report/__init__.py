"""5  a Report becomes text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.registry import plugin
from factcheck.report.protocol import View

if TYPE_CHECKING:
    from factcheck.public.report import Report


def render(report: Report, format: str, view: View | None = None) -> str:
    """The report in one format; the names are those of the files in `formats/`."""
    return "".join(pieces(report, format, view))


def pieces(report: Report, format: str, view: View | None = None) -> Iterable[str]:
    """The same piece by piece, so that a very long one never has to be there as a whole."""
    text = plugin("FORMAT", format).render(report, view or View())
    return (text,) if isinstance(text, str) else text
