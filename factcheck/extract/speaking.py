"""Who does what a verb says: the name or noun phrase that stands as its subject, before it or, inverted, behind it."""

from __future__ import annotations

from factcheck.extract.antecedents import LONGEST_PHRASE, Antecedents, writings
from factcheck.extract.names import HYPHENS, Mention, bare
from factcheck.extract.persons import (
    GRAMMAR,
    LINKS,
    POSSESSIVE,
    Subject,
    single_pronouns,
    speaker_nouns,
)
from factcheck.lexicon import words

_REPORTS = words("speech", "nouns.writing")
"""What a report can be according to."""
_BEFORE_NOUN = GRAMMAR["prepositions"] | GRAMMAR["determiners"]
_SMALL = LINKS | GRAMMAR["determiners"]
_SOMEBODY = frozenset(("someone", "somebody", "others", "everyone"))
_NO_HEADS = frozenset("it they we you i who what which this that these those there him them us me".split())
QUOTING = frozenset(("quoted", "quotes", "quoting"))
_DESCRIBES = frozenset("his her their its the a an one another my our".split())
_UNNAMED = frozenset(("a", "an", "one", "another", "the"))
_STOPS = frozenset("!?;:")  # a full stop inside a sentence belongs to an abbreviation
_LONGEST_ASIDE = 30  # tokens between two commas that an apposition may hold
_MOST_ASIDES = 6  # X, R-Ohio, the chairman of the board, said


class Subjects(Antecedents):
    """Finds the subjects of verbs in one document."""

    __slots__ = ()

    def left_of(self, verb: int, floor: int) -> Subject | None:
        """The subject that stands before a verb, not further left than token `floor`."""
        lower = self.reading.tokens.low
        found, j = self.reading.tokens.words, verb - 1
        while j >= floor and (lower[j] in GRAMMAR["auxiliaries"] or (found[j].endswith("ly") and found[j].islower())):
            j -= 1
        if j < floor:
            return None
        if found[verb - 1] == "," and found[verb].endswith("ing"):
            return self.first_of_clause(j, floor)  # X denied it, telling reporters
        if lower[j] == "," and lower[verb - 1] == "then":
            return self.first_of_clause(j, floor)  # X heard a bang, then saw
        if lower[j] == "who" and j - 2 > floor:
            return self._ending_at(j - 2 if lower[j - 1] == "," else j - 1, floor)  # by critics, who called it
        for _ in range(_MOST_ASIDES):
            tag = self.covering(j) if j >= floor else None
            if tag is not None and self.is_no_person(tag):
                j = tag.first - 1  # R-Ohio
            elif j > floor and (found[j] == "." or (found[j] == "," and (found[j - 1] in ")." or self.is_no_person(self.covering(j - 1))))):
                j -= 1
            elif j >= floor and found[j] in "),—–":
                inner, j = self._before_aside(j, floor)
                if inner is not None:
                    return inner
                head = self._ending_at(j, floor) if j >= floor else None
                if head is not None:
                    return self._apposed_to(head, floor) or head
                if j > floor and found[j] not in "),—–.":
                    j = max((k for k in range(floor, j) if found[k] == ","), default=j)
            else:
                break
        if j < floor:
            return None
        return self._ending_at(j, floor) or self.first_of_clause(j, floor)

    def _apposed_to(self, head: Subject, floor: int) -> Subject | None:
        """The name that a noun phrase without one stands behind: Ann Roe, | the director of the union, a body of tailors,"""
        if head.named:
            return None
        k = head.token - 1
        if k > floor and self.reading.tokens.low[k] in GRAMMAR["determiners"]:
            k -= 1
        name = self.covering(k - 1) if k > floor and self.reading.tokens.words[k] == "," else None
        if name is None or name.type in ("place", "organisation") or self.is_no_person(name):
            return None
        return self.of_mention(name)

    def quoted_by_another(self, verb: int) -> tuple[Subject | None, Subject | None] | None:
        """Who speaks and who reports it, where "quoted him as saying" gives both; None where a verb does not."""
        lower = self.reading.tokens.low
        reading = self.reading
        if lower[verb] not in QUOTING:
            return None
        name = reading.mention_at.get(verb + 1) or reading.mention_at.get(verb + 2)
        if lower[verb + 1] in ("him", "her"):
            speaker = self.person_before(verb + 1)
        elif name is not None and lower[name.last + 1] == "as":
            speaker = self.of_mention(name)
        else:
            return None
        return speaker, self.left_of(verb, reading.bounds(reading.sentence_of(verb))[0])

    def _before_aside(self, j: int, floor: int) -> tuple[Subject | None, int]:
        """Over an apposition or bracket that ends at token j; a name that fills it is the subject itself."""
        found, mark = self.reading.tokens.words, self.reading.tokens.words[j]
        opening = "(" if mark == ")" else mark
        if mark == ")":  # what stands in brackets is no subject: the name before them is
            while j > floor and found[j] != "(":
                j -= 1
            return None, j - 1
        k = j - 1
        while k > floor and found[k] != opening and j - k < _LONGEST_ASIDE and found[k] not in _STOPS:
            k -= 1
        if found[k] != opening:
            return None, j - 1
        name = self.covering(j - 1)
        if name is not None and name.type != "place" and name.first - k <= 3 and (self._ending_at(k - 1, floor, names=False) or self._is_described(k - 1, floor)):
            return self.of_mention(name), k - 1
        return None, k - 1

    def _is_described(self, j: int, floor: int) -> bool:
        """Whether a small noun phrase that ends at token j can be who is then named: his barrister | , Owen Roe,"""
        found, lower = self.reading.tokens.words, self.reading.tokens.low
        for k in range(j, max(floor, j - 4) - 1, -1):
            if lower[k] in _DESCRIBES and k < j:
                return True
            if not found[k].isalpha() or (found[k][0].isupper() and k != floor) or lower[k] in LINKS:
                return False
        return False

    def _ending_at(self, j: int, floor: int, names: bool = True) -> Subject | None:
        """The noun phrase whose last word is token j."""
        lower = self.reading.tokens.low
        reading = self.reading
        found = reading.tokens.words
        name = self.covering(j) if names else None
        if name is not None and self.is_no_person(name):
            return None
        if name is not None and lower[name.first - 1] == "&" and (firm := self.covering(name.first - 2)) is not None:
            name = firm
        if name is not None and name.first >= floor:
            k = name.first - 1
            if k > floor and found[k].endswith(POSSESSIVE) and (owner := self.covering(k)) is not None:
                k = owner.first - 1  # Ana Holt of | Samaritan's | Purse
            while k >= floor and (lower[k] in GRAMMAR["determiners"] or (found[k].islower() and found[k] not in GRAMMAR["prepositions"] and k > name.first - 3 and found[k] not in GRAMMAR["clause"])):
                k -= 1
            if k > floor and lower[k] in GRAMMAR["prepositions"]:
                head = self._ending_at(k - 1, floor)
                if head is not None:
                    if head.named:
                        return head
                    return Subject(reading.tokens.slice(head.token, name.last), False, head.token)
            if name.type == "place" and lower[name.first - 1] in GRAMMAR["prepositions"] and name.first > floor:
                return None
            return self.of_mention(name)
        low = lower[j]
        if low in single_pronouns() or (low == "old" and lower[j - 2] == "year"):
            return self.person_before(j)  # she said, the 34-year-old said
        if low in writings():
            return self.of_writing(j, floor)
        if low in speaker_nouns() or (j > floor and low[-1:] == "s" and low[:-1] in speaker_nouns()):
            k = j
            while k > floor and j - k < LONGEST_PHRASE and found[k - 1][0].isalnum() and lower[k - 1] not in LINKS and low not in _SOMEBODY:
                if lower[k - 1] in GRAMMAR["determiners"]:
                    break
                k -= 1
            if k < j and found[k - 1] in "-‐‑":
                k += 1  # the 69-year-old president
            of = k - 2 if k - 1 > floor and lower[k - 1] in GRAMMAR["determiners"] else k - 1
            if of > floor and lower[of] in {"of", "from", "at"} and (member := self.covering(of - 1)) is not None and self.pronoun(member):
                return self.of_mention(member)  # Ann Roe of the union
            if of > floor and lower[of].endswith("ing") and lower[of - 1] in speaker_nouns() and of < k - 1:
                return self._ending_at(of - 1, floor)  # scientists advising the government
            if of > floor and lower[of] in {"of", "for"} and lower[of - 1] in speaker_nouns():
                return self._ending_at(of - 1, floor)  # a friend of the actress
            return (self.bearer_of(j) if k == j and lower[k - 1] == "the" else None) or Subject(reading.tokens.slice(k, j), False, k)
        if names and low.isalpha() and found[j].islower() and low not in _SMALL and low not in _NO_HEADS:
            # An unlisted noun is taken with its article only: the winger said, the advertisement says.
            for k in range(j - 1, max(floor, j - 6) - 1, -1):
                if lower[k] in {"the", "a", "an", "one"}:
                    if k - 2 >= floor and lower[k - 1] == "of" and (head := self._head_before(k - 2, floor)) is not None:
                        return head
                    first = k + 1
                    while first < j and not found[first][0].isalpha():
                        first += 1
                    return Subject(" ".join(reading.tokens.slice(first, j).split()), False, first)
                if lower[k] in LINKS or lower[k] in GRAMMAR["auxiliaries"] or reading.is_quoted(k):
                    break
        if names and j == floor and found[j][:1].isupper() and found[j].isalpha() and low not in words("structure", "openers"):
            return Subject(bare(found[j]), True, j)  # a name that the text has at sentence starts only
        return None

    def _head_before(self, j: int, floor: int) -> Subject | None:
        """Who has what a phrase ends on: a source with knowledge | of the plans."""
        lower, name = self.reading.tokens.low, self.covering(j)
        if name is not None and len(name.words) > 1 and name.type in ("person", "unknown"):
            return self.of_mention(name)  # Ann Roe of the unit
        for k in range(j, max(floor, j - 3), -1):
            if lower[k] in GRAMMAR["prepositions"]:
                return self._ending_at(k - 1, floor) if lower[k - 1] in speaker_nouns() else None
        return None

    def first_of_clause(self, j: int, floor: int) -> Subject | None:
        """The first name of the clause that ends at token j, or a pronoun or speaking noun that comes before it."""
        lower = self.reading.tokens.low
        found, at = self.reading.tokens.words, floor
        for k in range(j, floor - 1, -1):
            if found[k] in _STOPS and not self.reading.is_quoted(k):
                at = k + 1
                break
        for k in range(at, j + 1):
            if self.reading.is_quoted(k):
                continue
            low = lower[k]
            if low in single_pronouns():
                return self.person_before(k)
            name = self.reading.mention_at.get(k)
            if name is not None:
                if name.type == "place" or self.is_no_person(name) or (k > at and lower[k - 1] in GRAMMAR["prepositions"]):
                    continue
                if found[name.last].endswith(POSSESSIVE):
                    continue
                return self.described(name)
            if low in speaker_nouns() and (k == j or lower[k + 1] not in GRAMMAR["prepositions"]):
                last = k
                while last < j and (lower[last + 1] in speaker_nouns() or (last + 2 < j and found[last + 1] in HYPHENS)):
                    last += 1 if lower[last + 1] in speaker_nouns() else 2  # the president-elect
                led = self.reading.mention_at.get(last + 1) if last < j else None
                if last + 2 < j:
                    led = (self._apposed(last + 2) if found[last + 1] == "," else self.named_after_and(last)) or led
                return self.of_mention(led) if led is not None and led.type != "place" else self._ending_at(last, at)
        return None

    def _apposed(self, k: int) -> Mention | None:
        """The name that stands, perhaps behind its title, from token k to a comma: its author, | Professor Ian Laird, went further."""
        name = next((m for n in (k, k + 1, k + 2) if (m := self.reading.mention_at.get(n)) is not None), None)
        if name is None or name.type not in ("person", "unknown") or self.reading.tokens.low[name.last + 1] != ",":
            return None
        return name if name.first == k or name.title is not None or self.courtesy(name) else None

    def right_of(self, verb: int, ceiling: int) -> Subject | None:
        """The subject of an inverted verb: said the minister, said John Smith, a farmer."""
        lower = self.reading.tokens.low
        found, reading = self.reading.tokens.words, self.reading
        i = verb + 1
        old = next((k for k in range(i + 3, i + 7) if lower[k] == "old"), None) if lower[i] == "the" and "year" in lower[i + 1 : i + 4] else None
        if i <= ceiling and (lower[i] in single_pronouns() or (old is not None and (old + 1 > ceiling or not lower[old + 1].isalpha() or lower[old + 1] in LINKS or lower[old + 1] == "who"))):
            return self.person_before(i)  # said the 34-year-old
        noun: int | None = None
        for k in range(i, min(ceiling, i + 14) + 1):
            name = reading.mention_at.get(k)
            if name is not None:
                of_noun = noun is not None and lower[k - 1] in _BEFORE_NOUN
                if (name.type == "place" and k > i) or self.is_no_person(name):
                    continue
                if of_noun and name.type != "person":
                    comma = name.last + 1
                    apposed = reading.mention_at.get(comma + 1) if comma < ceiling and found[comma] == "," else None
                    return self.of_mention(apposed) if apposed is not None else Subject(reading.tokens.slice(noun or i, name.last), False, noun or i)
                return self._named_behind(name, ceiling) or self.described(name)
            low = lower[k]
            if (noun is None or noun == k - 1) and (low in speaker_nouns() or (lower[verb - 1] == "according" and low in _REPORTS)):
                noun = k
            if found[k] in _STOPS or (found[k] == "," and (noun is None or k + 1 > ceiling or k + 1 not in reading.mention_at)):
                break
            if low in GRAMMAR["clause"]:
                break
        if noun is not None:
            k = noun
            while k > i and found[k - 1][0].isalnum() and lower[k - 1] not in GRAMMAR["determiners"]:
                k -= 1
            return (self.bearer_of(noun) if k == noun and lower[k - 1] == "the" else None) or Subject(reading.tokens.slice(k, noun), False, k)
        return self._unlisted(i, ceiling) if lower[i] in _UNNAMED else None

    def _named_behind(self, name: Mention, ceiling: int) -> Subject | None:
        """Who is named behind the owner and what is owned: said Holt's lawyer, | Ben Cole."""
        found, lower = self.reading.tokens.words, self.reading.tokens.low
        if not found[name.last].endswith(POSSESSIVE):
            return None
        k = name.last + 1
        while k < ceiling and found[k].isalpha() and found[k].islower() and k - name.last < LONGEST_PHRASE:
            k += 1
        apposed = self.reading.mention_at.get(k + 1) if found[k] == "," and lower[k - 1] in speaker_nouns() else None
        return self.of_mention(apposed) if apposed is not None and apposed.type not in ("place", "organisation") else None

    def _unlisted(self, first: int, ceiling: int) -> Subject | None:
        """A noun that is on no list, with its article: said one former croupier, …"""
        found, lower, k = self.reading.tokens.words, self.reading.tokens.low, first + 1
        while k <= min(ceiling, first + LONGEST_PHRASE) and found[k].isalpha() and found[k].islower() and lower[k] not in LINKS and lower[k] not in GRAMMAR["auxiliaries"] and lower[k] != "who":
            k += 1
        if k == first + 1 or (k <= ceiling and found[k] not in ",.;—–-" and lower[k] not in GRAMMAR["prepositions"] and lower[k] not in ("who", "and")):
            return None
        return Subject(self.reading.tokens.slice(first + 1, k - 1), False, first + 1)


