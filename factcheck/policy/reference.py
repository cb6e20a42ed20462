"""Reference facts as one more document: what is known is told in sentences, and the engine holds the others against them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection

from factcheck.config.settings import Person, Reference
from factcheck.errors import ConfigError
from factcheck.model.document import Document, WrittenOn
from factcheck.report.dates import day

ID = "reference"


def reference_document(reference: Reference, taken: Collection[str]) -> Document:
    """The facts as a document; raises ConfigError if its sheet cannot be read."""
    told = [*(_ended(fact) for fact in reference.facts), *(sentence for person in reference.people for sentence in _sentences(person))]
    if reference.sheet is not None:
        told.append(_sheet(reference.sheet))
    text = "\n\n".join(told) + "\n"
    id, n = ID, 1
    while id in taken:
        n += 1
        id = f"{ID}-{n}"
    date = WrittenOn(reference.date, reference.date, "given", ("the settings say so",)) if reference.date else None
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(text, id, title="What is known", given_date=date, sha256=digest, notices=("facts from the settings, which documents are held against",))


def _sentences(person: Person) -> list[str]:
    found = []
    if person.office and person.age is not None:
        found.append(f"{person.name}, {person.age}, is {person.office}.")
    elif person.office:
        found.append(f"{person.name} is {person.office}.")
    elif person.age is not None:
        found.append(f"{person.name} is {person.age} years old.")
    if person.born is not None:
        found.append(f"{person.name} was born on {day(person.born)}.")
    return found or [f"{person.name}."]


def _ended(fact: str) -> str:
    plain = " ".join(fact.split())
    return plain if plain.endswith((".", "!", "?")) else plain + "."


def _sheet(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read().strip()
    except (OSError, ValueError) as error:
        said = (getattr(error, "strerror", None) or "is not UTF-8").lower()
        raise ConfigError(f"cannot be read: {said}", where=os.path.relpath(path), fix="mend reference.sheet in the settings") from None
