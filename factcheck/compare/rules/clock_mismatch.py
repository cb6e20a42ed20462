"""At what time of day it happened: two hours that two documents give for one happening, with a day beside them or none.

Why it matters: a day on which both agree hides that they do not on the hour.
Conflict: "struck at 3:45 p.m. on Monday" against "struck on Monday at about 2 p.m."; "left at 5.20am" against "left the port
at 6:10 a.m.".
Silent: what is still to come; "about 8 p.m." and 8:30 p.m.; times of two zones; when it began and when it ended; the hour at which
a page was published.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule
from factcheck.model.clock import NOON
from factcheck.model.finding import CONFLICT, Finding

NAME = "clock-mismatch"


def find(case: Case) -> Iterable[Finding]:
    """What the times of one doing say of each other; 23:50 and midnight lie in one night and are no clash."""
    minutes = {c.id: c.value.written_value for c in case.claims_of("time")}
    for found in compare_facts(NAME, "time", case):
        told = [minutes[e.claim] for e in found.evidence if e.claim in minutes]
        if found.verdict != CONFLICT or max(told) - min(told) <= NOON:
            yield found


RULE = Rule(NAME, "times of day that cannot both be true", find, kinds=("time",))
