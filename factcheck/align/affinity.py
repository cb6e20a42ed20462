"""Whether two claims that could be on one fact are: what must be shared, and what forbids it.

Claims whose values go together need less to be joined than claims whose values clash, because an invented conflict costs
more than a missed one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from factcheck.align import same_times
from factcheck.align.ages import judge_ages
from factcheck.align.beside import is_one_turn, of_one_head, of_two_heads
from factcheck.align.births import exact_age
from factcheck.align.context import Contexts
from factcheck.align.figures import least_share, least_weight, of_another_figure, of_one_size, one_figure, telling
from factcheck.align.judged import NEITHER, Judged, steps
from factcheck.align.states import States
from factcheck.align.stems import stems
from factcheck.align.two_things import (
    FATES,
    SPECIFIC,
    VAGUE,
    change_of,
    of_a_group,
    of_many_turns,
    of_other_nouns,
    of_the_rest,
    scopes_apart,
    two_wholes,
)
from factcheck.model.claim import ASSERTED, DENIED, Claim
from factcheck.relation import DISJOINT, INCOMPARABLE, SAME, values

NAME_WEIGHT, SUBJECT_WEIGHT, HAPPENING_WEIGHT, WORD_WEIGHT = 2.0, 1.0, 1.0, 1.0
AROUND = (5, 4, 3, 0)  # words and names shared by the sentences around one figure, by how telling it is
OTHER_THING = 1.0  # more where the figure is said of things that are named differently
SLACK = timedelta(days=10)  # a story tells an event's results and echoes for days; more apart is another event
CLASH = 6.0  # weight of what is shared, for values that cannot both be true
CLASH_SHARE = 0.5
CLASH_SHARE_OF_THINGS = 0.6  # games, points and prices are told of in many sentences alike; the dead of one event in few
PAIRED_JOIN, PAIRED_JOIN_SHARE = 2.0, 0.15  # two documents of one title, or two versions, are on one matter; only the attribute must be found
PAIRED_CLASH, PAIRED_CLASH_SHARE = 3.0, 0.3
ALIKE = 3.0  # enough to be mistaken for one fact


class Affinity:
    """Judges pairs of claims of one kind, attribute and unit."""

    def __init__(self, contexts: Contexts, crowded: frozenset[tuple], states: States, happenings: Mapping[int, tuple[str, ...]]) -> None:
        """crowded: sentences with several claims of one kind and attribute, of which none can be picked; happenings: what dates can be
        the dates of, nearest first, by id() of the claim."""
        self._contexts = contexts
        self._crowded = crowded
        self._states = states
        self._happenings = happenings

    def strict(self, a: Claim, b: Claim) -> bool:
        """Whether figures are meant to the digit, as in two documents of one title."""
        return self._contexts.documents.paired(a.document, b.document)

    def judge(self, a: Claim, b: Claim) -> Judged:
        """Whether two claims are on one fact, only alike, or neither."""
        if a.mood != b.mood and DENIED in (a.mood, b.mood):
            return NEITHER
        if a.document != b.document and self._contexts.strangers(a, b):
            return NEITHER
        relation = values(a.value, b.value, strict=self.strict(a, b))
        if relation == INCOMPARABLE or (a.document == b.document and (relation == DISJOINT or a.kind == "date")):
            return NEITHER
        if of_another_figure(a, b, relation, self._contexts):
            return NEITHER
        if a.kind == "age":
            return judge_ages(a, b, relation, self._contexts) if self._one_story(a, b) else NEITHER
        if a.kind == "date" and same_times.since_long(a, b):
            return NEITHER
        if a.kind == "ordinal" and relation == SAME and a.subject and a.subject == b.subject and self._one_story(a, b):
            if a.detail.modifiers != b.detail.modifiers or a.detail.since != b.detail.since:
                return NEITHER
            return Judged(True, False, (f"both are on {a.subject.title()} and the {a.attribute}",))
        shared_names, shared_words, weight, share = self._shared(a, b)
        if a.kind != "date" and self._need_not_be_asked(a, b, relation, shared_names, weight, share):
            return NEITHER
        if a.kind != "date" and a.document != b.document and self._contexts.contrasted(a, b):
            return NEITHER
        if relation != DISJOINT and one_figure(a, b) and self._told_of_one(a, b):
            return Judged(True, False, ("the figure is the same", *steps(a, self._contexts.around(a) & self._contexts.around(b), self._contexts)[1:]))
        if a.attribute != b.attribute and a.kind != "date":
            return self._same_value(a, b, relation)
        apart, near = self._times_apart(a, b) if a.kind != "date" else ("", False)
        if apart and not (near and relation != DISJOINT):
            if near:
                return NEITHER
            if relation == DISJOINT and weight >= ALIKE and shared_names:
                return Judged(False, True, (f"both speak of {' and '.join(sorted(shared_names)[:3])}", apart))
            return NEITHER
        paired = self._contexts.documents.paired(a.document, b.document)
        if scopes_apart(a, b) and not (paired and not (a.scope and b.scope)):
            return NEITHER
        shared = shared_names | shared_words
        if paired:
            return self._pair(a, b, relation, weight, share, shared)
        if relation != DISJOINT:
            same = self._of_one_time(a, b, relation, weight, len(shared_words)) or (weight >= least_weight(a, b) and share >= least_share(a, b))
            return Judged(same, False, steps(a, shared, self._contexts)) if same else NEITHER
        if not (a.mood == b.mood == ASSERTED) or not shared_names or any(self._contexts.documents.namesakes(a.document, b.document, name) for name in shared_names):
            return NEITHER
        if a.kind == "date" and same_times.rival_terms(a, b):
            whose = self._contexts.name_before(a)
            return Judged(True, False, (f"both are years of {whose.title()}",)) if whose and whose == self._contexts.name_before(b) else NEITHER
        if not self._may_clash(a, b):
            return NEITHER
        if self._states.other_status(a, b) or self._states.other_turn(a, b) or (a.kind != "date" and (self._states.other_days(a, b) or self._states.in_other_places(a, b))):
            return NEITHER
        if of_one_head(a, b, self._contexts):
            same = weight >= CLASH
        elif a.attribute in FATES:
            same = weight >= CLASH and share >= CLASH_SHARE
        else:
            same = weight >= CLASH + 1 and share >= CLASH_SHARE_OF_THINGS and (a.kind != "date" or len(shared_names) > 1)
        return Judged(same, False, steps(a, shared, self._contexts)) if same else NEITHER

    def _need_not_be_asked(self, a: Claim, b: Claim, relation: str, names: frozenset[str], weight: float, share: float) -> bool:
        """Whether it is plain, before anything dear is looked at, that two claims of unrelated stories can be nothing but strangers."""
        if relation == DISJOINT:
            return not names and not self._contexts.documents.paired(a.document, b.document)
        enough = a.attribute == b.attribute and weight >= least_weight(a, b) and share >= least_share(a, b)
        return not enough and not self._one_story(a, b)

    def _of_one_time(self, a: Claim, b: Claim, relation: str, weight: float, words: int) -> bool:
        """Whether two dates whose days go together are the dates of one thing."""
        if a.kind != "date":
            return False
        least = same_times.least(a, b, relation, one_story=self._one_story(a, b))
        return least is not None and ((weight >= least.weight and words >= least.words) or len(self._contexts.around(a) & self._contexts.around(b)) >= least.around)

    def apart_in_one_sentence(self, a: Claim, b: Claim) -> str | None:
        """Whether values that clash in a shared sentence are of two things after all: why, "" for no need to say, None if not.

        The same words are printed of each year's quake, and of the dead as of the injured.
        """
        if a.kind == "percent" and self._states.other_count(a, b):
            return ""
        if a.kind != "date" and self._contexts.opposite(a, b):
            return ""  # eight were arrested, and eight released
        if a.kind == "date" and (same_times.at_nightfall(a, b) or (values(a.value, b.value) == DISJOINT and same_times.other_turn(a, b, self._contexts))):
            return ""
        if a.kind == "date" or self.strict(a, b):
            return None
        if a.kind == "age" and a.subject and b.subject and a.subject != b.subject:
            return ""  # two people in one slot
        if a.kind == "ordinal" and (a.detail.modifiers != b.detail.modifiers or a.detail.since != b.detail.since):
            return ""
        if values(a.value, b.value) != DISJOINT:
            return None
        if a.kind == "age":
            known = exact_age(a) is not None and exact_age(b) is not None and self._contexts.written(a) and self._contexts.written(b)
            return "" if known and not (self._one_story(a, b) and judge_ages(a, b, DISJOINT, self._contexts).same) else None
        apart, near = self._times_apart(a, b)
        if apart and not near:
            return apart
        other = a.attribute != b.attribute and {a.attribute, b.attribute} <= SPECIFIC
        return "" if other or (a.scope and b.scope and scopes_apart(a, b)) else None

    def _same_value(self, a: Claim, b: Claim, relation: str) -> Judged:
        """One figure said of things that are named differently: one fact if the figure is telling and so is the context.

        The same number of another thing is no agreement: twelve dead are not twelve hurt.
        """
        if relation == DISJOINT or not self._one_story(a, b) or scopes_apart(a, b) or change_of(a) != change_of(b) or of_other_nouns(a, b):
            return NEITHER
        if (a.attribute in SPECIFIC and b.attribute in SPECIFIC) or two_wholes(a.attribute, b.attribute):
            return NEITHER
        shared_names, shared_words, weight, share = self._shared(a, b)
        if self._times_apart(a, b)[0] or len(shared_words) + len(shared_names) < 2:
            return NEITHER
        if weight < least_weight(a, b) + OTHER_THING or share < least_share(a, b):
            return NEITHER
        return Judged(True, False, ("the figure is the same", *steps(a, shared_names | shared_words, self._contexts)[1:]))

    def _told_of_one(self, a: Claim, b: Claim) -> bool:
        """Whether a telling figure that two documents on one story write is of one thing, going by the sentences around it too.

        The same number of another thing is no agreement: twelve dead are not twelve hurt, a rise is not a level.
        """
        rank = telling(a)
        if (not rank and (a.attribute != b.attribute or a.attribute in VAGUE)) or a.document == b.document or change_of(a) != change_of(b) or not self._one_story(a, b):
            return False
        if a.attribute != b.attribute and ({a.attribute, b.attribute} <= SPECIFIC or two_wholes(a.attribute, b.attribute) or of_other_nouns(a, b)):
            return False
        if scopes_apart(a, b) or ((rank < 2 and a.attribute != b.attribute or not rank) and self._times_apart(a, b)[0]):
            return False
        return len(self._contexts.around(a) & self._contexts.around(b)) >= AROUND[rank]

    def _may_clash(self, a: Claim, b: Claim) -> bool:
        """Whether two values that cannot both be true are singled out enough to say that they are meant of one thing."""
        if any((c.document, c.sentence, c.kind, c.attribute) in self._crowded for c in (a, b)):
            return False
        if a.kind == "date":
            if same_times.other_turn(a, b, self._contexts):
                return False  # what was planned is one thing, what came of it another
            named = [c.detail.form == "calendar" and c.detail.day is not None for c in (a, b)]
            if same_times.at_nightfall(a, b) or self._nearest(a) != self._nearest(b):
                return False
            return any(named) and all(self._contexts.written(c) for c in (a, b))
        if of_the_rest(a) != of_the_rest(b) or (a.kind == "ordinal" and (of_many_turns(a) or is_one_turn(a, self._contexts) != is_one_turn(b, self._contexts))):
            return False
        if of_two_heads(a, b, self._contexts) or not of_one_size(a, b) or of_a_group(a) != of_a_group(b) or a.attribute == "person" or any(getattr(getattr(c.detail, "number", c.detail), "form", "") == "vague" for c in (a, b)):
            return False
        return a.attribute in FATES or of_one_head(a, b, self._contexts) or (a.subject is not None and a.subject == b.subject)

    def _nearest(self, claim: Claim) -> str:
        """The happening that a date stands nearest to: a day on which somebody was named may stand in one sentence with a death."""
        return self._happenings.get(id(claim), ("",))[0]

    def _pair(self, a: Claim, b: Claim, relation: str, weight: float, share: float, shared: frozenset[str]) -> Judged:
        """Claims of two documents of one title, or of two versions of one text."""
        if relation != DISJOINT:
            same = weight >= PAIRED_JOIN and share >= PAIRED_JOIN_SHARE
        else:
            if self._states.other(a, b):
                return NEITHER
            crowded = any((c.document, c.sentence, c.kind, c.attribute) in self._crowded for c in (a, b))
            least, least_share = (PAIRED_CLASH + 1, PAIRED_CLASH_SHARE + 0.1) if a.kind == "date" else (PAIRED_CLASH, PAIRED_CLASH_SHARE)
            same = not crowded and a.mood == b.mood == ASSERTED and weight >= least and share >= least_share and a.attribute != "person"
        return Judged(same, False, steps(a, shared, self._contexts)) if same else NEITHER

    def _one_story(self, a: Claim, b: Claim) -> bool:
        return a.document == b.document or self._contexts.documents.related(a.document, b.document)

    def _shared(self, a: Claim, b: Claim) -> tuple[frozenset[str], frozenset[str], float, float]:
        contexts = self._contexts
        names_a, names_b = contexts.names(a), contexts.names(b)
        words_a, words_b = contexts.words(a), contexts.words(b)
        # A name that opens a sentence can have been taken for a word; where the other sentence shows it to be one, it is.
        names, found = (names_a & names_b) | (words_a & names_b) | (names_a & words_b), words_a & words_b
        if a.kind == "duration":
            found -= stems(a.text)  # "three" of three days says no more than the figure
        weight = NAME_WEIGHT * len(names) + WORD_WEIGHT * len(found)
        if a.subject and a.subject == b.subject:
            weight += SUBJECT_WEIGHT
        kind_a, kind_b = a.event and a.event.kind, b.event and b.event.kind
        if a.kind == "date" or (kind_a and kind_a == kind_b):  # dates meet only where they date one kind of happening
            weight += HAPPENING_WEIGHT
        smaller = min(NAME_WEIGHT * len(names_a) + len(words_a), NAME_WEIGHT * len(names_b) + len(words_b)) or 1.0
        return names, found, weight, weight / smaller

    def _times_apart(self, a: Claim, b: Claim) -> tuple[str, bool]:
        """The sentence that says why the two cannot be of one time, or "", and whether the times are still near."""
        when_a, when_b = a.event and a.event.when, b.event and b.event.when
        if not when_a or not when_b:
            return "", False
        first, second, one, two = (when_a, when_b, a, b) if str(when_a.start) <= str(when_b.start) else (when_b, when_a, b, a)
        if first.end is None or second.start is None or first.end >= second.start:
            return "", False
        told = (
            f"what {one.document} tells of lies within {_days(first)} ({one.event.when_basis}), "
            f"what {two.document} tells of within {_days(second)} ({two.event.when_basis})"
        )
        return told, second.start - first.end <= SLACK


def _days(span) -> str:  # noqa: ANN001 - a DateSpan
    if span.start == span.end:
        return str(span.start)
    return f"{span.start or '…'} to {span.end or '…'}"
