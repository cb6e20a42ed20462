"""Names for documents: the file's name without its last ending, made unique with -2, -3 … where two collide."""

from __future__ import annotations

import os
from collections.abc import Iterable

from factcheck.load.kinds import without_packing
from factcheck.load.paths import STDIN, shown


class Names:
    """Hands out every name once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """`wanted`, or `wanted-2`, `wanted-3` … if that is in use."""
        name, number = wanted, self._next.get(wanted, 2)
        while name in self._taken:
            name = f"{wanted}-{number}"
            number += 1
        self._next[wanted] = number
        self._taken.add(name)
        return name


def path_id(path: str) -> str:
    """The name that a path asks for."""
    if path == STDIN:
        return "stdin"
    name = without_packing(shown(os.path.basename(path.rstrip(os.sep)) or path))
    return os.path.splitext(name)[0] or name
