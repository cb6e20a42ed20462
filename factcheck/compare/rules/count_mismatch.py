"""How many: two documents that count the same thing at the same time must come to numbers that can both be true.

Why it matters: a toll or tally that differs between sources is the commonest error of fact, and the easiest to check.
Conflict: "left 238 dead" against "left 236 dead" of the same night; "at least 12" against "ten".
Silent: "over 50" against "53"; a toll that grew between the days of two stories; the injured against the dead; a figure of another day, place or group.
"""

from functools import partial

from factcheck.compare.ladder import RUNNING, compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("count-mismatch", "counts of one thing that cannot both be true", partial(compare_facts, "count-mismatch", "count", ladder=RUNNING), kinds=("count",))
