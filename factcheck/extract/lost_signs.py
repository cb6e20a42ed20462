"""What stands beside a sign that was lost in decoding: of "1\N{REPLACEMENT CHARACTER}2 people" nobody knows the number."""

from __future__ import annotations

import re

from factcheck.model.claim import Claim

LOST = "\ufffd"
_RUN = re.compile(r"[^\s\ufffd]{0,40}+\ufffd\S{0,40}+")
_SPOILED = re.compile(r"[0-9]|\w\ufffd+\w")
"""A figure that may have lost a digit, a point or a sign; a word that lost a letter or the hyphen to another."""


def without_lost_signs(claims: list[Claim], text: str) -> list[Claim]:
    """The claims that hold no part of a figure or of a word of which a sign was lost."""
    spoiled = bytearray(len(text))
    for match in _RUN.finditer(text):
        if _SPOILED.search(match[0]):
            start, end = match.span()
            spoiled[start:end] = b"\x01" * (end - start)
    return [claim for claim in claims if LOST not in claim.text and 1 not in spoiled[claim.start : claim.end]]
