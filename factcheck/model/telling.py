"""What one document tells: its claims, its sentences, and the names in each."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.claim import Claim
from factcheck.model.document import Document
from factcheck.model.time_expression import TimeExpression


class Telling:
    """The outcome of extraction for one document.

    claims: in order of place; sentences: (start, end) offsets of each; zones: the zone of each; names: for a sentence's
    index the names in it, reduced to what mentions share (a person's surname, else the whole name in lower case); run_on: sentences that were cut for their length; url_date:
    the date expression in the URL that the document came with, or None; senses: a project's own words in
    lower case, each with the one word that its family is told by, or None.
    """

    __slots__ = ("_dates", "_dates_in", "_of_sentences", "claims", "document", "names", "run_on", "senses", "sentences", "url_date", "zones")

    def __init__(
        self,
        document: Document,
        claims: list[Claim],
        sentences: list[tuple[int, int]],
        zones: list[str],
        names: dict[int, tuple[str, ...]],
    ) -> None:
        self.document = document
        self.claims = claims
        self.sentences = sentences
        self.zones = zones
        self.names = names
        self.run_on = 0
        self.url_date: TimeExpression | None = None
        self.senses: dict[str, str] | None = None
        self._dates: list[Claim] | None = None
        self._dates_in: dict[int, list[Claim]] | None = None
        self._of_sentences: dict[int, list[Claim]] | None = None

    @property
    def dates(self) -> list[Claim]:
        """The date claims, those inside URLs among them; picked once, since whoever dates a document asks again and again."""
        if self._dates is None:
            self._dates = [claim for claim in self.claims if claim.kind == "date"]
        return self._dates

    def dates_in(self, sentence: int) -> list[Claim]:
        """The date claims of one sentence, in order."""
        if self._dates_in is None:
            self._dates_in = _by_sentence(self.dates)
        return self._dates_in.get(sentence, [])

    def of_sentence(self, sentence: int) -> list[Claim]:
        """The claims of one sentence, in order."""
        if self._of_sentences is None:
            self._of_sentences = _by_sentence(self.claims)
        return self._of_sentences.get(sentence, [])

    def handed_over(self) -> Iterator[Claim]:
        """The claims in order, each let go of once it is taken: for the last to ask, so that a long list is never there twice."""
        claims, self.claims = self.claims, []
        self._dates = self._dates_in = self._of_sentences = None
        claims.reverse()
        while claims:
            yield claims.pop()

    def sentence_text(self, index: int) -> str:
        """The words of one sentence."""
        start, end = self.sentences[index]
        return self.document.text[start:end]


def _by_sentence(claims: list[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return found
