"""Scores of two sides: the last one of a match ("won 3-1"), the one so far ("led 1-0"), and a season's wins and losses
("Rovers (10-5)", "fell to 2-13", "a 9-5 record"), which are of one side alone.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from factcheck.extract.number_ranges import is_record
from factcheck.extract.numerals import Number
from factcheck.extract.reading import Reading
from factcheck.lexicon import words
from factcheck.model.attributes import RECORD, SCORE
from factcheck.model.value import Quantity

DASHES = frozenset("-–")
_JOINTS = frozenset("-–/+.:")
_MOST = 200  # no side has so many in a score, but in a vote of parliament
VOTERS = 1000
VOTE_NEAR = (10, 3)  # tokens before and behind in which it is told to be a vote
REACH = 4  # tokens between a verb and the score it tells of
WHERE = 7  # tokens behind a record in which stands for which matches it is
_WHERE = frozenset(("at", "in", "on", "against", "over"))
_OVER = frozenset("over against past with versus vs by to and".split())
NEAR = 6  # tokens between the name of a side and what its record did


def score_at(reading: Reading, number: Number) -> int:
    """The last token of a score that begins with the number ("3-1"), else 0; a telephone number or a date is none."""
    j = number.last + 1
    tokens = reading.tokens
    found, low = tokens.words, tokens.low
    if number.form != "digits" or low[j] not in DASHES or not low[j + 1].isdecimal() or not tokens.glued(number.last) or not tokens.glued(j):
        return 0
    if (number.value >= _MOST and not _of_a_vote(low, number.first, j + 1)) or number.step != 1 or len(found[j + 1]) > 3 or (low[j + 2] in _JOINTS and tokens.glued(j + 1) and low[j + 3][:1].isdecimal()):
        return 0
    before = low[number.first - 1]
    return 0 if before in _JOINTS and before and tokens.glued(number.first - 1) else j + 1


def _of_a_vote(low: list[str], first: int, last: int) -> bool:
    """Whether two large numbers are those of a vote: "the House voted 348-77", "a 219-210 vote"."""
    before, behind = VOTE_NEAR
    if max(len(low[first]), len(low[last])) >= len(str(VOTERS)):
        return False
    return not words("families", "voting").isdisjoint((*low[max(0, first - before) : first], *low[last + 1 : last + 1 + behind]))


def score_value(reading: Reading, number: Number, last: int) -> Quantity:
    """A score as one number, so that 3-1 is not 3-2: the second side in thousandths, unit "score"."""
    value = number.value + Decimal(reading.tokens.words[last][:3]) / 1000
    return Quantity(value, value, "score", written_value=value, exact=True, step=Decimal("0.001"))


def sort_of_score(reading: Reading, first: int, last: int) -> tuple[str, str | None]:
    """What a score is: its attribute, and of a record the side whose it is, where that is seen."""
    low = reading.tokens.low
    side = _side_in_front(reading, first, last) if low[first - 1] == "(" and low[last + 1] in (")", ",", ";") else None
    if side:
        return RECORD, side
    if is_record(reading.tokens, first, last):
        parts = words("attributes", "record_parts")
        if low[last + 1] in parts or (low[last + 1] in _WHERE and not parts.isdisjoint(low[last + 2 : last + WHERE])):
            return "running score", None  # at home, or against one division
        return RECORD, _side(reading, first)
    return ("running score" if _is_running(reading, first, last) else SCORE), None


def _side_in_front(reading: Reading, first: int, last: int) -> str | None:
    """The side behind which a score stands in brackets as its record: "Rovers (10-5)"; not "beat Rovers (3-1)", sets or a vote."""
    low, named = reading.tokens.low, first - 2
    if named < 0 or not reading.tokens.words[named][0].isupper() or low[named] in words("families", "voting_bodies"):
        return None
    if low[last + 2][:1].isdecimal() and not (low[last + 3] in DASHES and low[last + 5].isalpha()):
        return None
    mention = reading.mention_before(named, NEAR)
    mention = mention if mention is not None and mention.last == named else None
    before = low[(mention.first if mention is not None else named) - 1]
    if before in words("attributes", "beating") or before in _OVER:
        return None
    return mention.key if mention is not None else low[named]


def _side(reading: Reading, first: int) -> str | None:
    """Whose record it is: the name last mentioned before it, but of "won at Hull to improve to 9-5" the first of the sentence."""
    opening, firsts = reading.sentences[reading.sentence_index[first]], reading.mention_firsts
    begin, end = bisect_left(firsts, opening), bisect_left(firsts, first)
    if begin == end:
        return None
    return reading.mentions[begin if reading.tokens.low[first - 3] in ("to", "and", ",") else end - 1].key


def _is_running(reading: Reading, first: int, last: int) -> bool:
    """Whether it is the score so far that stands at these tokens: "led Italy 1-0", "2-0 up at the break"."""
    low, k = reading.tokens.low, first - 1
    if low[k] in words("attributes", "running_beside"):
        return True
    while k >= max(0, first - REACH) and low[k].isalpha():
        if low[k] in words("attributes", "running_before"):
            return True
        k -= 1
    behind = low[last + 1 : last + 4]
    return behind[0] in words("attributes", "running_behind") or (behind[0] == "at" and not words("attributes", "breaks").isdisjoint(behind))
