"""Colour for a terminal, and the marks that stand in for it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.report.excerpt import DIFFERS, PLAIN, Segment

_VERDICTS = {"conflict": "1;31", "changed": "1;33", "removed": "1;33", "added": "1;33", "unsupported": "1;33"}


class Paint:
    """Wraps text in the terminal's own codes, or leaves it plain."""

    def __init__(self, color: bool) -> None:
        self._color = color

    def _with(self, codes: str, text: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if self._color and codes else text

    def strong(self, text: str) -> str:
        """A heading."""
        return self._with("1", text)

    def verdict(self, text: str, verdict: str) -> str:
        """Words that stand for a verdict."""
        return self._with(_VERDICTS.get(verdict, ""), text)

    def sentence(self, segments: Iterable[Segment]) -> str:
        """A sentence with the words of the claim bold, and underlined where they differ; or «so», with *stars*."""
        if self._color:
            codes = {PLAIN: "", DIFFERS: "1;4"}
            return "".join(self._with(codes.get(segment.mark, "1"), segment.text) for segment in segments)
        said, within = [], False
        for segment in segments:
            if (segment.mark != PLAIN) is not within:
                within = not within
                said.append("«" if within else "»")
            said.append(f"*{segment.text}*" if segment.mark == DIFFERS else segment.text)
        return "".join(said) + ("»" if within else "")
