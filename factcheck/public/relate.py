"""How two claims relate."""

from __future__ import annotations

from typing import Any

from factcheck.relation import INCOMPARABLE, values


def relate(a: Any, b: Any) -> str:
    """same, entails, entailed-by, overlaps, disjoint or incomparable: how the values of two claims relate.

    Only values are held against each other; whether the claims are on one fact is for `check` to say. Claims of two kinds
    are incomparable.
    """
    if a.kind != b.kind:
        return INCOMPARABLE
    return values(a.value, b.value)
