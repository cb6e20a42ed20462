"""One self-contained page for a browser: no script, nothing fetched, light and dark, for desk, phone and paper.

    1 conflict in 2 documents
    What needs a decision
      1  flood and relief give different numbers of dead: 12 and 14
    Conflicts
      ┌ flood, line 3 ───────────────┐ ┌ relief, line 5 ──────────────┐
      │ On Monday 12 people died …   │ │ The burst dam killed 14 …    │
      └──────────────────────────────┘ └──────────────────────────────┘
    Facts by documents …

The passages of each side stand beside one another, the words of the claims marked, and within wordings of some length
the words that differ. Long lists are cut and their rest counted; the JSON report has everything.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.report.escape import clipped, terminal
from factcheck.report.page import page_of
from factcheck.report.protocol import Format, View
from factcheck.report.verdicts import IN_WORDS, counted

if TYPE_CHECKING:
    from factcheck.public.report import Report

SAID = 900
"""Characters shown of a message, a step or a repair."""


def render(report: Report, view: View) -> str:
    """The report as one HTML file."""
    return _template().render(page=page_of(report), report=report) + "\n"


@cache
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        # Every value on its way into the page comes through here, and is escaped after it.
        return terminal(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    loader = PackageLoader("factcheck.report", "templates")
    environment = Environment(
        loader=loader,
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["said"] = lambda text: clipped(text, SAID)
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.globals["counted"] = counted
    environment.globals["in_words"] = IN_WORDS
    environment.globals["css"] = Markup(loader.get_source(environment, "report.css")[0])
    return environment.get_template("report.html")


FORMAT = Format("html", ".html", render)
