"""The words that surround a claim: what two sentences must share before their claims can be on one fact."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

from factcheck.align.document_names import DocumentNames
from factcheck.align.stems import WORD, content_stem, opposites, stems_beside
from factcheck.model.claim import Claim
from factcheck.model.telling import Telling

_CREDIT = re.compile(r"\([^()]{1,40}\)")
DATELINE = 80  # characters in which a dateline comes to its day
KNOWN = 3  # names, with fewer of which a document does not show whom it tells of
_OF = re.compile(r"\s{1,3}of\s{1,3}(?:(?:the|its|their|a|an)\s{1,3})?([^\W\d_]{3,})")


class Contexts:
    """Content words and names of sentences, worked out once each."""

    def __init__(self, tellings: list[Telling]) -> None:
        self._tellings = {t.document.id: t for t in tellings}
        self._words: dict[tuple[str, int], frozenset[str]] = {}
        self._names: dict[tuple[str, int], frozenset[str]] = {}
        self.documents = DocumentNames(self._tellings)
        self._dateline_days: dict[tuple[str, int], tuple[int, int]] = {}

    def leave_out_dateline(self, claim: Claim) -> None:
        """Leave the day and the agency in a sentence's dateline out of its words: they are not what it tells of.

        claim: the day in the dateline; none where the day does not open its sentence.
        """
        start, end = self._tellings[claim.document].sentences[claim.sentence]
        if claim.end - start <= DATELINE and end - claim.end > claim.end - start:
            key = (claim.document, claim.sentence)
            credit = _CREDIT.match(self._tellings[claim.document].document.text, claim.end + 1)
            self._dateline_days[key] = (claim.start, credit.end() if credit else claim.end)
            self._words.pop(key, None)
            self._names.pop(key, None)

    def telling(self, claim: Claim) -> Telling:
        """The telling that holds a claim."""
        return self._tellings[claim.document]

    def words(self, claim: Claim) -> frozenset[str]:
        """Stems of the content words in the claim's sentence, names and numbers left out."""
        return self.words_of(claim.document, claim.sentence)

    def names(self, claim: Claim) -> frozenset[str]:
        """Keys of the names in the claim's sentence."""
        return self.names_of(claim.document, claim.sentence)

    def before(self, claim: Claim, reach: int) -> str:
        """What its sentence says before a claim, at most `reach` characters."""
        telling = self._tellings[claim.document]
        return telling.document.text[max(telling.sentences[claim.sentence][0], claim.start - reach) : claim.start]

    def _text(self, document: str, sentence: int) -> str:
        text = self._tellings[document].sentence_text(sentence)
        day = self._dateline_days.get((document, sentence))
        if day is None:
            return text
        start = self._tellings[document].sentences[sentence][0]
        return text[: day[0] - start] + text[day[1] - start :]

    def words_of(self, document: str, sentence: int) -> frozenset[str]:
        """Stems of the content words in a sentence, names and numbers left out."""
        key = (document, sentence)
        found = self._words.get(key)
        if found is None:
            text = self._text(document, sentence)
            senses = self._tellings[document].senses
            told = WORD.findall(text[:2000])
            stems = frozenset(map(content_stem, told if not senses else (senses.get(word.lower(), word) for word in told)))
            found = self._words[key] = stems - self.names_of(document, sentence) - {""}
        return found

    def names_of(self, document: str, sentence: int) -> frozenset[str]:
        """Keys of the names in a sentence."""
        key = (document, sentence)
        found = self._names.get(key)
        if found is None:
            told = [name for name in self._tellings[document].names.get(sentence, ()) if len(name) > 1]  # 40 C names nobody
            if key in self._dateline_days:
                whole = self._tellings[document].sentence_text(sentence)
                credit = _CREDIT.search(whole, 0, DATELINE)
                if credit:  # the place of the bureau is where it happened, the agency is not who
                    rest = (whole[: credit.start()] + whole[credit.end() :]).lower()
                    told = [name for name in told if name.rpartition(" ")[2] in rest]
            found = self._names[key] = frozenset(told)
        return found

    def around(self, claim: Claim) -> frozenset[str]:
        """Names and stems of content words in the claim's sentence and in those beside it; a name's words count once."""
        telling = self._tellings[claim.document]
        found: frozenset[str] = frozenset()
        for sentence in range(max(0, claim.sentence - 1), min(len(telling.sentences), claim.sentence + 2)):
            if telling.zones[sentence] == claim.zone:
                found |= self.words_of(claim.document, sentence) | self.names_of(claim.document, sentence)
        return found - frozenset(chain.from_iterable(stems_beside(name) for name in found))

    def contrasted(self, a: Claim, b: Claim) -> bool:
        """Whether like sentences show that two claims are of two things: cases of measles and of mumps, rain in Genoa and in Naples."""
        words_a, words_b = self.words(a), self.words(b)
        if 2 * len(words_a & words_b) < min(len(words_a), len(words_b)):
            return False  # in other words, a barrier and a fence can be one thing
        of_a, of_b = self._complement(a), self._complement(b)
        if of_a and of_b and of_a != of_b:
            return True
        if self.opposite(a, b):
            return True
        names_a, names_b = self.names(a), self.names(b)
        return bool(names_a - names_b and names_b - names_a) and words_a == words_b

    def opposite(self, a: Claim, b: Claim) -> bool:
        """Whether the one sentence has a word of which the other has the opposite: earned and lost, arrested and released."""
        words_a, words_b = self.words(a), self.words(b)
        only_b = words_b - words_a
        return any(not only_b.isdisjoint(opposites().get(word, ())) for word in words_a - words_b)

    def _complement(self, claim: Claim) -> str:
        """Stem of the noun behind the claim's "of", or ""."""
        found = _OF.match(self._tellings[claim.document].document.text, claim.end)
        return content_stem(found[1]) if found else ""

    def name_before(self, claim: Claim) -> str | None:
        """The full name of the person named last before a claim in its sentence, or None."""
        person = None
        for other in self._tellings[claim.document].claims:
            if other.start >= claim.start:
                break
            if other.kind == "name" and other.sentence == claim.sentence and other.value.type in ("person", "unknown") and " " in other.value.canonical:
                person = other.value.canonical
        return person

    def printed(self, claim: Claim, shared: frozenset[str]) -> str:
        """The shared names and stems as the claim's sentence prints them, in its order, at most five."""
        found: list[str] = []
        for word in WORD.findall(self._tellings[claim.document].sentence_text(claim.sentence)[:2000]):
            plain = word.removesuffix("'s").removesuffix("’s")
            if (content_stem(word) in shared or plain.lower() in shared) and plain not in found:
                found.append(plain)
        return ", ".join(found[:5])

    def strangers(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are told of others, by documents that do not tell of the same people and places either.

        A document that names next to nobody shows nothing by it.
        """
        known_a, known_b = self.documents.names(a.document), self.documents.names(b.document)
        if len(known_a) < KNOWN or len(known_b) < KNOWN:
            return False
        names_a, names_b = self.names(a), self.names(b)
        if not names_a or not names_b:
            return known_a.isdisjoint(known_b) and not self.documents.paired(a.document, b.document)
        return names_a.isdisjoint(names_b) and not self.documents.related(a.document, b.document)

    def written(self, claim: Claim) -> tuple[date, date] | None:
        """First and last possible day of a claim's document, or None where either is open."""
        known = self._tellings[claim.document].document.date
        return (known.start, known.end) if known is not None and known.start and known.end else None

    def is_plan(self, claim: Claim) -> bool:
        """Whether a date lies ahead of its document's day, or is told as what is to come."""
        written = self.written(claim)
        return claim.value.start > written[1] if written and claim.value.start else claim.detail.tense == "future"

    def first_names(self, claim: Claim) -> set[frozenset[str]]:
        """What stands before the surname of a claim's subject in each full name that its document gives: of "architect Nora Jane
        Feldt" the other three words."""
        found = set()
        for other in self._tellings[claim.document].claims:
            if other.kind == "name" and claim.subject:
                words_ = other.value.canonical.split()
                if len(words_) > 1 and words_[-1] == claim.subject:
                    found.add(frozenset(words_[:-1]))
        return found

    def same_full_name(self, a: Claim, b: Claim) -> bool:
        """Whether both documents give one full name for the subject, and only that."""
        first_a, first_b = self.first_names(a), self.first_names(b)
        both = first_a | first_b
        return bool(first_a and first_b) and not any(x.isdisjoint(y) for x in both for y in both)
