"""What the readers of dates share: a look at the tokens around a place, and the smallest parts of a date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable

from factcheck.extract.time_words import TimeWords, time_words
from factcheck.extract.tokens import Tokens
from factcheck.model.time_expression import TimeExpression

DASHES = frozenset("-–—‑")
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
CURRENCIES = frozenset("$€£¥₹#№")
UNIT_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
"""How many units "last week", "this week" and so on lie from the standpoint's own."""
EVENT_SHIFTS = {"following": 1, "that": 0, "same": 0}
"""The same for words that tell it from another event."""
ALONE = frozenset(
    ("", ".", ",", ";", ":", ")", "”", '"', "—", "–", "-", "!", "?", "’", "and", "but", "when", "in", "at", "by", "with", "the", "as", "on", "to", "that"))
"""What may follow a word of time that stands by itself and belongs to no noun."""
FIRST_YEAR, LAST_YEAR = 1000, 2199


class Atom:
    """One date found: first and last token, and what they say.

    weak: dropped unless it joins another; led: a time of day opens it; named: the date inside that it is counted from.
    """

    __slots__ = ("expression", "first", "last", "led", "named", "weak")

    def __init__(self, first: int, last: int, expression: TimeExpression, weak: bool = False) -> None:
        self.first = first
        self.last = last
        self.expression = expression
        self.weak = weak
        self.led = False
        self.named: Atom | None = None


class TimeScan:
    """The tokens of one document as the readers of dates see them.

    low: the tokens in lower case, empty up to a dozen places outside the text; taken: a byte a token, not 0 where it is
    spoken for.
    """

    __slots__ = ("is_surname", "known", "low", "size", "taken", "tokens", "words")

    def __init__(self, tokens: Tokens, taken: bytearray, is_surname: Callable[[str], bool]) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.low = tokens.low
        self.size = len(tokens.words)
        self.taken = taken
        self.known: TimeWords = time_words()
        self.is_surname = is_surname

    def bare(self, i: int) -> str:
        """Token i in lower case without its possessive ending."""
        word = self.low[i]
        return word[:-2] if word.endswith(("'s", "’s")) else word

    def is_possessive(self, i: int) -> bool:
        """Whether token i ends in a possessive."""
        return self.words[i].endswith(("'s", "’s", "'S", "’S"))

    def is_capital(self, i: int) -> bool:
        """Whether token i begins with a capital letter."""
        return 0 <= i < self.size and self.words[i][0].isupper()

    def glued(self, i: int) -> bool:
        """Whether token i + 1 follows token i without white space."""
        return i >= 0 and self.tokens.glued(i)

    def is_free(self, first: int, last: int) -> bool:
        """Whether no token from first to last is spoken for."""
        return first >= 0 and last < self.size and not any(self.taken[first : last + 1])

    def number(self, i: int) -> int | None:
        """The whole number that token i writes in up to four plain digits."""
        if 0 <= i < self.size:
            word = self.words[i]
            if len(word) <= 4 and word.isdecimal() and word.isascii():
                return int(word)
        return None

    def year(self, i: int) -> int | None:
        """The year that token i writes in four digits."""
        if 0 <= i < self.size:
            word = self.words[i]
            if len(word) == 4 and word.isdecimal() and word.isascii() and FIRST_YEAR <= int(word) <= LAST_YEAR:
                return int(word)
        return None

    def day_number(self, i: int) -> tuple[int, int] | None:
        """A day of the month from token i on, "21", "21st", "twenty-first": its number and last token."""
        n = self.number(i)
        if n is not None:
            if not 1 <= n <= 31 or len(self.words[i]) > 2:
                return None
            if self.low[i + 1] in ORDINAL_ENDINGS and self.glued(i):
                return n, i + 1
            after = self.words[i + 1] if i + 1 < self.size else ""
            if after and self.glued(i) and (after[0].isalpha() or after in ":%" or (after == "." and self.number(i + 2) is not None and self.glued(i + 1))):
                return None
            if after in DASHES and after != "—" and self.glued(i) and i + 2 < self.size and self.words[i + 2][0].isalpha() and self.glued(i + 1):
                return (n, i) if self.low[i + 2] in self.known.months else None  # 12-year-old, against 18-Dec
            return n, i
        word = self.low[i]
        if word in self.known.ordinals:
            return self.known.ordinals[word], i
        if word in ("twenty", "thirty"):
            j = i + 2 if self.low[i + 1] in DASHES else i + 1
            ones = self.known.ordinals.get(self.low[j], 99)
            if ones < 10 and self.known.tens[word] + ones <= 31:
                return self.known.tens[word] + ones, j
        return None

    def counts(self, i: int) -> bool:
        """Whether token i is something that the number before it counts or measures."""
        low = self.low[i]
        if low not in self.known.counted and low != "%":
            return False
        return not self.words[i].istitle()  # "by May 9 | More than …": the next line

    def year_behind(self, j: int) -> tuple[int | None, TimeExpression | None, int] | None:
        """The year that follows a month or day at token j: its number or its own expression, and its last token."""
        word = self.low[j]
        k = j
        if word in {",", "of", "in"} or (word in ("-", "/") and self.glued(j - 1) and self.glued(j)):
            k = j + 1
        year = self.year(k)
        if year is not None and not self.taken[k]:
            nxt = self.words[k + 1] if k + 1 < self.size else ""
            if self.counts(k + 1) and word not in {"of", "in", "-", "/"} and not (nxt.isupper() and len(nxt) > 1):
                return None
            if self.glued(k) and ((nxt == ":" and self.number(k + 2) is not None and self.glued(k + 1)) or (nxt in DASHES and self.number(k + 2) is not None and len(self.words[k + 2]) != 4 and self.low[k + 3] != ":")):
                return None
            return year, None, k
        if word == "of" and k < self.size and len(self.words[k]) == 2 and (self.number(k) or 0) > 31:
            return 1900 + int(self.words[k]), None, k  # 15 April of 87
        if self.low[k] in ("'", "’", "‘") and self.glued(k) and len(self.low[k + 1]) == 2 and (n := self.number(k + 1)) is not None:
            if not (self.glued(k + 1) and self.low[k + 2] == "s") and not self.counts(k + 2) and not self.taken[k + 1]:
                return n + (2000 if n <= 40 else 1900), None, k + 1  # June ’86
        spelled = self.spelled_year(k)
        if spelled is not None:
            return spelled[0], None, spelled[1]
        if word == ",":
            return None
        k = j + 1 if word == "of" else j
        if self.low[k] == "the":
            k += 1
        relation = self.known.relations.get(self.low[k])
        if relation and self.low[k + 1] == "year":
            if relation in {"last", "this", "next", "past", "previous", "coming"}:
                amount = {"last": -1, "past": -1, "previous": -1, "this": 0}.get(relation, 1)
                return None, TimeExpression("shift", "year", unit="year", amount=amount), k + 1
            if relation in {"that", "same", "following"}:
                amount = 1 if relation == "following" else 0
                return None, TimeExpression("event", "year", unit="year", amount=amount), k + 1
        return None

    def spelled_year(self, j: int) -> tuple[int, int] | None:
        """The year that words spell from token j on, "nineteen ninety-six", "two thousand and five": it and its last token."""
        small, tens = self.known.small, self.known.tens
        first, second = self.low[j], self.low[j + 1]
        if second == "thousand" and first in ("one", "two"):
            year, last = small[first] * 1000, j + 1
        elif second == "hundred" and 11 <= small.get(first, 0) <= 19:
            year, last = small[first] * 100, j + 1
        elif 11 <= small.get(first, 0) <= 20 and (second in tens or 10 <= small.get(second, 0) <= 19):
            year, last = small[first] * 100, j
        elif first == "twenty" and 10 <= small.get(second, 0) <= 19:
            year, last = 2000, j
        else:
            return None
        k = last + 1
        if self.low[k] == "and" and (self.low[k + 1] in tens or self.low[k + 1] in small):
            k += 1
        word = self.low[k]
        if word in tens:
            ones = k + 2 if self.low[k + 1] in DASHES else k + 1
            if 0 < small.get(self.low[ones], 0) < 10:
                return year + tens[word] + small[self.low[ones]], ones
            return year + tens[word], k
        if word in small:
            return year + small[word], k
        return (year, last) if last > j else None

    def add(self, atoms: list[Atom], atom: Atom) -> None:
        """Append a date and speak for its tokens."""
        atoms.append(atom)
        for k in range(atom.first, atom.last + 1):
            self.taken[k] = 1


def day_of(year: int, month: int, day: int) -> TimeExpression:
    """A full date as an expression; an impossible one says so."""
    found = TimeExpression("calendar", "day", year=year, month=month, day=day)
    found.impossible = not is_possible(year, month, day)
    return found


def is_possible(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has such a day; 29 February is possible where the year is not written."""
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= monthrange(2000 if year is None else year, month)[1]
