"""Which documents are copies: of one agency's text, by credit, or of one another, by shared passages.

Copies count once. Passages are compared by a sample of hashed word runs, so the cost grows with the text and not with the
pairs of documents.
"""

from __future__ import annotations

import re
import zlib
from functools import cache

from factcheck.lexicon import table
from factcheck.model.telling import Telling

RUN = 8  # words in a hashed run
SAMPLE = 4  # one run in so many is kept, chosen by its hash
SHARED = 0.3  # of the shorter document's sample: above it the two are copies
LEAST = 4  # shared runs, below which a shared quotation could be all
_WORD = re.compile(r"\w+")
_CREDIT = re.compile(r"\(([A-Za-z][\w .-]{1,30})\)")
_BYLINE = re.compile(r"(?:By|BY) [A-Z][^\n.!?]{2,80}(?:\n|\Z)")


@cache
def _credits() -> tuple[re.Pattern[str], dict[str, str]]:
    by_name = {name: agency for agency, names in table("agencies")["agencies"].items() for name in names}
    longest = sorted(by_name, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"), by_name


def credit(telling: Telling) -> str | None:
    """The agency a document credits: in its byline or dateline, in brackets behind the place, or at its end."""
    pattern, by_name = _credits()
    last = len(telling.sentences) - 1
    for n, zone in enumerate(telling.zones):
        if 6 < n < last - 2 or (zone in ("link", "headline") and 1 < n < last - 2):
            continue
        text = telling.sentence_text(n)
        if zone in ("byline", "dateline") or (n < 3 and _BYLINE.match(text)):
            found = pattern.search(text)
            if found:
                return by_name[found.group()]
        elif n >= last - 2 and ("contribut" in text or "report" in text or len(text) < 60):
            found = pattern.search(text)
            if found:
                return by_name[found.group()]
        else:
            for bracketed in _CREDIT.finditer(text[:120]):
                found = pattern.search(bracketed.group(1))
                if found:
                    return by_name[found.group()]
    return None


def _sample(telling: Telling) -> set[int]:
    text = telling.document.text
    words = [w for n, (a, b) in enumerate(telling.sentences) if telling.zones[n] == "body" for w in _WORD.findall(text[a:b])]
    coded = " ".join(words).lower().encode("utf-8", "surrogatepass").split(b" ")
    digests = map(zlib.crc32, map(b" ".join, zip(*(coded[i:] for i in range(RUN)), strict=False)))
    return {digest for digest in digests if digest % SAMPLE == 0}


def group_copies(tellings: list[Telling]) -> dict[str, str]:
    """Document id to lineage: the agency's name, or the id of the first copy, or its own id."""
    parent = {t.document.id: t.document.id for t in tellings}
    # A draft takes from its sources; what matters is which of them are copies of one another.
    several = sum(t.document.role != "draft" for t in tellings) > 1

    def root(x: str) -> str:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    credited: dict[str, str] = {}
    agency_of: dict[str, str] = {}
    holders: dict[int, list[str]] = {}
    samples: dict[str, set[int]] = {}
    for telling in sorted(tellings, key=lambda t: t.document.id):
        id = telling.document.id
        agency = credit(telling)
        if agency is not None:
            agency_of[id] = agency
            first = credited.setdefault(agency, id)
            parent[root(id)] = root(first)
        sample = samples[id] = _sample(telling) if several and telling.document.role != "draft" else set()
        # Earlier documents by the number of runs shared; only the first holders of a run are kept, copies being alike.
        shared: dict[str, int] = {}
        for digest in sample:
            for other in holders.get(digest, ()):
                shared[other] = shared.get(other, 0) + 1
        for other, n in shared.items():
            if n >= LEAST and n >= SHARED * min(len(sample), len(samples[other])):
                parent[root(id)] = root(other)
        for digest in sample:
            held = holders.setdefault(digest, [])
            if len(held) < 4:
                held.append(id)
    named: dict[str, str] = {}
    for id, agency in sorted(agency_of.items()):
        named.setdefault(root(id), agency)
    least: dict[str, str] = {}
    for id in sorted(parent):
        least.setdefault(root(id), id)
    return {id: named.get(root(id), least[root(id)]) for id in parent}
