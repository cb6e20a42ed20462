"""The tense of the verb that a date belongs to: it tells the Friday past from the Friday to come."""

from __future__ import annotations

from factcheck.extract.time_scan import Atom, TimeScan
from factcheck.lexicon.verbs import is_past
from factcheck.model.time_expression import TimeExpression

_OF_PARTICIPLES = frozenset(("in", "by", "on", "for", "at", "off", "to", "against", "from", "between"))
"""Behind a verb that opens a sentence these make a participle of it: "Set in 1990", "Cut by Friday's storm"."""
_SUBJECTS = frozenset(("he", "she", "it", "who", "which", "and", ","))
_UNTENSED = frozenset(("weekday", "calendar", "season", "holiday", "quarter", "half", "weekend", "range", "event"))


def tense_of(scan: TimeScan, atom: Atom, first: int, last: int) -> str:
    """Tense of the verb that a date in the sentence of tokens `first` to `last` belongs to: the nearest one before it."""
    before = atom.first - 1
    if scan.low[before] in ("on", "at", "in"):
        before -= 1
    if before > first and atom.expression.form != "range" and scan.low[before] in ("is", "are"):
        return "future"  # "The game is on Thursday"
    if _is_planned(scan, before, first):
        return "future"
    words, taken, tenses = scan.words, scan.taken, scan.known.tenses
    clause = first
    for k in range(atom.first - 1, max(first, atom.first - 15) - 1, -1):
        word = words[k]
        if word == ";":
            clause = k + 1
            break
        if (word in tenses or word[-2:] == "ed") and not taken[k]:
            if k == first and word.lower() in scan.known.imperatives and scan.low[k + 1] not in _OF_PARTICIPLES:
                return "future"  # "Set a reminder for Monday"
            tense = _tense_at(scan, k, word.lower())
            if tense:
                return tense
        elif word[-3:] == "ing" and scan.low[k - 1] == "after":
            return "past"  # "it will become law after voting on Friday"
    if atom.first - clause <= 5:
        for k in range(atom.last + 1, min(last, atom.last + 14) + 1):
            word = words[k]
            if (word in tenses or word[-2:] == "ed") and not taken[k]:
                tense = _tense_at(scan, k, word.lower())
                if tense:
                    return tense
            elif _is_planned_verb(scan, k):
                return "future"  # "On Thursday the bank meets"
    return "unknown"


def _is_planned(scan: TimeScan, k: int, first: int) -> bool:
    """Whether the words up to token k end in a verb that tells of what is planned: "Schools open", "the ship returns at midnight"."""
    known = scan.known
    while k > first and scan.low[k] in known.before_day:
        k -= 1
    if k <= first:
        return False
    word, subject = scan.low[k], scan.low[k - 1]
    if word in known.scheduled:
        if k - 3 >= first and scan.low[k - 2] in ("from", "of", "to", "in"):
            subject = scan.low[k - 3]  # "Flights from Europe stop"
        return len(subject) > 3 and subject.endswith("s") and not subject.endswith(("ss", "'s", "’s")) and subject not in known.grammar
    return _is_planned_verb(scan, k)


def _is_planned_verb(scan: TimeScan, k: int) -> bool:
    """Whether token k is a verb such as "opens" or "meets", and no noun of that form: no article or number stands before it."""
    subject = scan.low[k - 1]
    return scan.low[k] in scan.known.scheduled_s and (subject in _SUBJECTS or (subject[:1].isalpha() and subject not in scan.known.grammar))


def _tense_at(scan: TimeScan, k: int, word: str) -> str:
    future = scan.known.future
    if word in future:
        return "past" if scan.low[k - 1] == "had" and word != "would" else "future"
    if is_past(word):
        before = scan.low[k - 1]
        if before == "be" or before in future:
            return "future"
        if word in scan.known.unchanged and scan.low[k - 2] in scan.known.modals:
            return "future"  # "may stay shut until Friday"
        return "" if before == "to" else "past"
    before = scan.low[k - 1]
    if (before, word) in scan.known.future_pairs:
        return "future"
    if word == "to" and scan.low[k + 1] in scan.known.infinitives and before not in scan.known.past and not before.endswith("ed"):
        return "future"
    return ""


def needs_tense(expression: TimeExpression) -> bool:
    """Whether the tense helps: to place it, or, where it names its year, to tell what is past from what is to come."""
    return expression.form in _UNTENSED and expression.within is None and expression.relation != "named"


def tense_before(scan: TimeScan, i: int) -> str:
    """The tense of the nearest verb within ten words before token i: "past", "future" or nothing."""
    known = scan.known
    for k in range(i - 1, max(-1, i - 11), -1):
        word = scan.low[k]
        if word in {".", ";", "!", "?"}:
            break
        if word in known.future or (scan.low[k - 1], word) in known.future_pairs or scan.low[k - 1] in known.future:
            return "future"
        if is_past(word):
            return "past"
    return ""
