"""Whom and what documents tell of by name: which of them tell of the same people and places, and which are put side by side."""

from __future__ import annotations

from itertools import combinations

from factcheck.align.stems import stems
from factcheck.model.telling import Telling


class DocumentNames:
    """Names in the documents' own text, worked out once each."""

    def __init__(self, tellings: dict[str, Telling]) -> None:
        """tellings: by the document's id."""
        self._tellings = tellings
        self._names: dict[str, frozenset[str]] = {}
        self._full_names: dict[str, frozenset[str]] = {}
        self._people: dict[str, frozenset[str]] = {}

    def names(self, document: str) -> frozenset[str]:
        """Keys of all names in a document's own text."""
        found = self._names.get(document)
        if found is None:
            telling = self._tellings[document]
            found = self._names[document] = frozenset(
                name for sentence, names in telling.names.items() if telling.zones[sentence] in ("body", "headline") for name in names
            )
        return found

    def full_names(self, document: str) -> frozenset[str]:
        """The names of several words in a document's own text."""
        found = self._full_names.get(document)
        if found is None:
            told = (c.value.canonical for c in self._tellings[document].claims if c.kind == "name" and c.zone in ("body", "headline"))
            found = self._full_names[document] = frozenset(name for name in told if " " in name)
        return found

    def people(self, document: str) -> frozenset[str]:
        """The full names in a document's own text that are no place's and no body's for certain."""
        found = self._people.get(document)
        if found is None:
            told = (c.value for c in self._tellings[document].claims if c.kind == "name" and c.zone in ("body", "headline"))
            found = self._people[document] = frozenset(v.canonical for v in told if v.type in ("person", "unknown") and " " in v.canonical)
        return found

    def namesakes(self, a: str, b: str, surname: str) -> bool:
        """Whether two documents know two people of one surname, as two brothers are."""
        held = (name.split() for name in self.full_names(a) | self.full_names(b))
        given = [frozenset(parts[:-1]) for parts in held if parts[-1] == surname]
        return any(x.isdisjoint(y) for x, y in combinations(given, 2))

    def titled(self, document: str) -> bool:
        """Whether a document came with a title, which says what sentences without a name are about."""
        return bool(self._tellings[document].document.title)

    def shared_title(self, a: str, b: str) -> frozenset[str]:
        """Stems of the title that two documents share: what sentences that do not say it are about."""
        one, two = self._tellings[a].document.title, self._tellings[b].document.title
        return stems(one) if one is not None and one == two else frozenset()

    def paired(self, a: str, b: str) -> bool:
        """Whether two documents are put side by side to be compared: a draft and its source, or two of one title."""
        one, two = self._tellings[a].document, self._tellings[b].document
        return one.role != two.role or (one.title is not None and one.title == two.title)

    def days_between(self, a: str, b: str) -> int:
        """Least days between the writing of two documents; 0 where nothing says so."""
        one, two = self._tellings[a].document.date, self._tellings[b].document.date
        return one.days_from(two) if one and two else 0

    def related(self, a: str, b: str) -> bool:
        """Whether two documents tell of the same people and places: three shared names, or half of the shorter list."""
        if self.paired(a, b):
            return True
        names_a, names_b = self.names(a), self.names(b)
        if names_a.isdisjoint(names_b):
            return False
        shared = len(names_a & names_b)
        return shared >= 3 or (shared >= 1 and shared * 2 >= min(len(names_a), len(names_b)))
