"""Whether a name goes on over a small word: Ministry of Health and Social Affairs does, Layna Bank in Towbul does not."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import bare, place_names
from factcheck.lexicon import words

_BETWEEN_SURNAMES = frozenset(("e", "y"))


def body_goes_on(link: str, parts: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the name of a body goes on over a small word.

    link: the word; parts: the name so far as printed, which holds a head such as Ministry; behind: some words behind the
    link in lower case, of which the first or the one after "the" has a capital.
    """
    before = bare(parts[-1].lower())
    if link in ("of", "&"):
        return True
    if link in ("for", "on"):
        return before in words("names", "topical_heads")
    if link == "in":
        return before in words("names", "topics_with_in")
    if link != "and" or before in place_names():
        return False
    # "the Ministry of Health and Social Affairs", but "the Bank of Italy and Barclays", "Delta Airlines and the Treasury"
    return (_names_a_topic(parts) and not words("names", "topics").isdisjoint(behind[:2])) or _of_two_fields(before, behind)


def _names_a_topic(parts: Sequence[str]) -> bool:
    """Whether a head is followed by what the body is for: "Ministry of", "Committee on"."""
    heads = words("names", "topical_heads")
    return any(head.lower() in heads and link in ("of", "for", "on") for head, link in zip(parts, parts[1:], strict=False))


def person_goes_on(link: str, parts: Sequence[str], opening: str, behind: Sequence[str]) -> bool:
    """Whether a name without such a head goes on: "Ana de la Cruz", "Duke of Kent", "Marks & Spencer".

    opening: its first word in lower case; behind: some words behind the link, as for a body.
    """
    if link == "&":
        return True
    if link == "and":
        return _of_two_fields(bare(parts[-1].lower()), behind)
    if link not in words("names", "person_joiners") or link in _BETWEEN_SURNAMES:
        return False
    return link != "of" or (len(parts) == 1 and opening not in words("names", "titles"))


def _of_two_fields(first: str, behind: Sequence[str]) -> bool:
    """Whether "and" stands between the two fields of one body: National Oceanic and Atmospheric Administration, Fish and
    Wildlife Service. The Senate and the Supreme Court are two."""
    fields = words("names", "fields")
    return first in fields and behind[0] in fields and not words("names", "organisation_heads").isdisjoint(bare(w) for w in behind[1:])
