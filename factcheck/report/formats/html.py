"""One self-contained page for a browser: nothing is fetched, light and dark, for desk, phone and paper.

    1 conflict in 2 documents
    What needs a decision
      1  flood and relief give different numbers of dead: 12 and 14
    Conflicts
      ┌ flood, line 3 ───────────────┐ ┌ relief, line 5 ──────────────┐
      │ On Monday 12 people died …   │ │ The burst dam killed 14 …    │
      └──────────────────────────────┘ └──────────────────────────────┘
    Facts by documents …

The passages of each side stand beside one another, the words of the claims marked, and within two tellings of one sentence the
words that differ. Below come the facts by documents, a timeline, a picture of who copies whom, and the marked texts. The page
needs no script to be read: a small one folds, filters and copies links. Nothing else can run and nothing is fetched.
Lists that grow without bound are cut and their rest counted; the JSON report has everything.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.report.escape import clipped, terminal, visible
from factcheck.report.protocol import Format, View
from factcheck.report.verdicts import IN_WORDS, counted
from factcheck.report.web import OPEN_DECISIONS, web_page

if TYPE_CHECKING:
    from factcheck.public.report import Report

SAID, MOST_ASIDE = 900, 500
"""Characters shown of a message, a step or a repair; findings listed that are set aside."""


def render(report: Report, view: View) -> str:
    """The report as one HTML file."""
    page = web_page(report, view.texts, view.quoted)
    keys = {part.section.key for part in page.parts}
    return _template().render(page=page, report=report, keys=keys, open_decisions=OPEN_DECISIONS, most_aside=MOST_ASIDE) + "\n"


@cache
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup, escape

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
    environment.filters["kept"] = lambda text: escape(visible(text))  # the text itself, its line breaks too
    environment.globals["counted"] = counted
    environment.globals["in_words"] = IN_WORDS
    for name, file in (("css", "report.css"), ("js", "report.js")):
        source = "\n" + loader.get_source(environment, file)[0].strip() + "\n"
        environment.globals[name] = Markup(source)
        environment.globals[f"{name}_hash"] = Markup(_hash(source))
    return environment.get_template("report.html")


def _hash(source: str) -> str:
    """The name of an inline style or script in a content policy: only what has it is let run."""
    return "sha256-" + b64encode(hashlib.sha256(source.encode()).digest()).decode("ascii")


FORMAT = Format("html", ".html", render)
