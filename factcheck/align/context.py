"""The words that surround a claim: what two sentences must share before their claims can be on one fact."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import chain, combinations

from factcheck.lexicon import by_word, table, words
from factcheck.model.claim import Claim
from factcheck.model.telling import Telling

_CREDIT = re.compile(r"\([^()]{1,40}\)")
DATELINE = 80  # characters in which a dateline comes to its day
KNOWN = 3  # names, with fewer of which a document does not show whom it tells of
_OF = re.compile(r"\s{1,3}of\s{1,3}(?:(?:the|its|their|a|an)\s{1,3})?([^\W\d_]{3,})")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Words that say nothing of the event: they stand in every news sentence.
_PALE = frozenset("say said tell told report accord year month week day monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december time people man woman new one two include make take come go get give know think also late early local million billion thousand hundred trillion dozen percent cent dollar pound euro".split())


_KEPT = {"ies": "y", "ied": "y", "ses": "s", "xes": "x", "ches": "ch", "shes": "sh"}


@cache
def stem(word: str) -> str:
    """A word in lower case without its usual endings: a key for comparing, not a word to show."""
    w = word.lower()
    if w.endswith(("'s", "’s")):
        w = w[:-2]
    for ending, least in (("ations", 8), ("ation", 8), ("ingly", 8), ("ings", 7), ("ing", 6), ("edly", 7), ("ies", 5), ("ied", 5), ("ers", 6), ("ed", 5), ("er", 6), ("ses", 6), ("xes", 5), ("ches", 6), ("shes", 6), ("ly", 6), ("s", 4)):
        if w.endswith(ending) and len(w) >= least and not w.endswith(("ss", "us", "is")):
            w = w[: -len(ending)] + _KEPT.get(ending, "")
            if len(w) > 3 and w[-1] == w[-2] and w[-1] in "bdgmnprt":
                w = w[:-1]  # winning, stopped
            break
    return w[:-1] if len(w) > 4 and w.endswith("e") else w


@cache
def content_stem(word: str) -> str:
    """The stem of a content word, or "" for a word that says nothing."""
    low = word.lower()
    base, mark, ending = low.replace("’", "'").partition("'")
    if mark and (ending != "s" or base in words("structure", "function_words")):
        return ""  # don't, he's, they'll
    if low in words("structure", "function_words") or len(low) < 2:
        return ""
    family = by_word("families", "fate").get(low) or by_word("families", "things").get(low)
    if family:
        return family  # killed and died, soldiers and troops say the same
    found = stem(low)
    return "" if found in _PALE or low in _PALE else found


@cache
def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text."""
    return frozenset(map(content_stem, _WORD.findall(text[:2000]))) - {""}


@cache
def _stems_beside(name: str) -> frozenset[str]:
    """Stems of a name's words that differ from the name."""
    return stems(name) - {name}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """By the stem of a word those of the words that it excludes."""
    found: dict[str, set[str]] = {}
    for pair in table("families")["opposites"]["pairs"]:
        one, two = map(content_stem, pair.split())
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


class Contexts:
    """Content words and names of sentences, worked out once each."""

    def __init__(self, tellings: list[Telling]) -> None:
        self._tellings = {t.document.id: t for t in tellings}
        self._words: dict[tuple[str, int], frozenset[str]] = {}
        self._names: dict[tuple[str, int], frozenset[str]] = {}
        self._full_names: dict[str, frozenset[str]] = {}
        self._document_names: dict[str, frozenset[str]] = {}
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
        return self._words_of(claim.document, claim.sentence)

    def stems(self, document: str, sentence: int) -> frozenset[str]:
        """Stems of the content words in a sentence, names and numbers left out."""
        return self._words_of(document, sentence)

    def names(self, claim: Claim) -> frozenset[str]:
        """Keys of the names in the claim's sentence."""
        return self._names_of(claim.document, claim.sentence)

    def before(self, claim: Claim, reach: int) -> str:
        """What its sentence says before a claim, at most `reach` characters."""
        telling = self._tellings[claim.document]
        return telling.document.text[max(telling.sentences[claim.sentence][0], claim.start - reach) : claim.start]

    def names_of(self, document: str, sentence: int) -> frozenset[str]:
        """Keys of the names in a sentence."""
        return self._names_of(document, sentence)

    def _text(self, document: str, sentence: int) -> str:
        text = self._tellings[document].sentence_text(sentence)
        day = self._dateline_days.get((document, sentence))
        if day is None:
            return text
        start = self._tellings[document].sentences[sentence][0]
        return text[: day[0] - start] + text[day[1] - start :]

    def _words_of(self, document: str, sentence: int) -> frozenset[str]:
        key = (document, sentence)
        found = self._words.get(key)
        if found is None:
            text = self._text(document, sentence)
            senses = self._tellings[document].senses
            told = _WORD.findall(text[:2000])
            stems = frozenset(map(content_stem, told if not senses else (senses.get(word.lower(), word) for word in told)))
            found = self._words[key] = stems - self._names_of(document, sentence) - {""}
        return found

    def _names_of(self, document: str, sentence: int) -> frozenset[str]:
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
                found |= self._words_of(claim.document, sentence) | self._names_of(claim.document, sentence)
        return found - frozenset(chain.from_iterable(_stems_beside(name) for name in found))

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
        return any(not only_b.isdisjoint(_opposites().get(word, ())) for word in words_a - words_b)

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
        for word in _WORD.findall(self._tellings[claim.document].sentence_text(claim.sentence)[:2000]):
            plain = word.removesuffix("'s").removesuffix("’s")
            if (content_stem(word) in shared or plain.lower() in shared) and plain not in found:
                found.append(plain)
        return ", ".join(found[:5])

    def document_names(self, document: str) -> frozenset[str]:
        """Keys of all names in a document's own text."""
        found = self._document_names.get(document)
        if found is None:
            telling = self._tellings[document]
            found = self._document_names[document] = frozenset(
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

    def related(self, a: str, b: str) -> bool:
        """Whether two documents tell of the same people and places: three shared names, or half of the shorter list."""
        if self.paired(a, b):
            return True
        names_a, names_b = self.document_names(a), self.document_names(b)
        if names_a.isdisjoint(names_b):
            return False
        shared = len(names_a & names_b)
        return shared >= 3 or (shared >= 1 and shared * 2 >= min(len(names_a), len(names_b)))

    def strangers(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are told of others, by documents that do not tell of the same people and places either.

        A document that names next to nobody shows nothing by it.
        """
        known_a, known_b = self.document_names(a.document), self.document_names(b.document)
        if len(known_a) < KNOWN or len(known_b) < KNOWN:
            return False
        names_a, names_b = self.names(a), self.names(b)
        if not names_a or not names_b:
            return known_a.isdisjoint(known_b) and not self.paired(a.document, b.document)
        return names_a.isdisjoint(names_b) and not self.related(a.document, b.document)

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
