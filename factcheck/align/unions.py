"""Groups of things that belong together, by merging."""

from __future__ import annotations


class Unions:
    """Union-find over 0 … size - 1; the least member of a group stands for it, so that order changes nothing."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, i: int) -> int:
        """The member that stands for i's group."""
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make the groups of i and j one."""
        a, b = self.find(i), self.find(j)
        if a != b:
            self._parent[max(a, b)] = min(a, b)
