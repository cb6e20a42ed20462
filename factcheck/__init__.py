"""factcheck: where documents that tell of the same things agree, can both be true, cannot, or only look alike.

    >>> from factcheck import Document, check
    >>> report = check([Document(text="The storm left 12 dead in Ruritania on Monday."),
    ...                 Document(text="The storm left 14 dead in Ruritania on Monday.")])
    >>> [finding.verdict for finding in report.findings if finding.rule == "count-mismatch"]
    ['conflict']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.version import VERSION as __version__

if TYPE_CHECKING:
    from factcheck.pipeline import check, diff, extract_claims, verify
    from factcheck.public.relate import relate
    from factcheck.public.report import Claim, Document, Finding, Report

__all__ = ["Claim", "Document", "Finding", "Report", "Settings", "__version__", "check", "diff", "extract_claims", "relate", "verify"]

_HOMES = {
    "check": "factcheck.pipeline",
    "verify": "factcheck.pipeline",
    "diff": "factcheck.pipeline",
    "extract_claims": "factcheck.pipeline",
    "relate": "factcheck.public.relate",
    "Document": "factcheck.public.report",
    "Claim": "factcheck.public.report",
    "Finding": "factcheck.public.report",
    "Report": "factcheck.public.report",
    "Settings": "factcheck.config",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that the command starts without what it does not use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    import importlib

    found = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
