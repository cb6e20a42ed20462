"""Names of bodies and laws in which a word has its plural in one document and not in the other: Marine Mammal(s) Protection Act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.compare.case import Case
from factcheck.model.claim import Claim

LEAST = 3  # words of a name, the last of which is not looked at: "the House Democrats" are no body
TRIED = 60  # claims of one spelling that are held against the other's


def in_two_numbers(case: Case) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """The claims of two spellings of one name that differ in the plural of a word inside it, in documents on one story."""
    spelled: dict[tuple[str, ...], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in case.claims_of("name"):
        found = claim.value.canonical.split()  # type: ignore[union-attr]
        if len(found) >= LEAST and claim.value.type != "person":  # type: ignore[union-attr]
            bare = tuple(w[:-1] if w.endswith("s") and len(w) > LEAST else w for w in found[:-1])
            spelled[*bare, found[-1]][" ".join(found)].append(claim)
    for _, forms in sorted(spelled.items()):
        if len(forms) < 2:
            continue
        few, more = sorted(forms.items(), key=lambda f: (len(f[1]), f[0]))[:2]
        kept = [c for c in more[1][:TRIED] if any(case.related(c, other) for other in few[1][:TRIED])]
        if kept and {c.document for c in few[1]}.isdisjoint(c.document for c in more[1]):
            yield [c for c in few[1][:TRIED] if any(case.related(c, other) for other in kept)], kept
