"""Ranks and turns: second term, third goal, 45th president.

Why it matters: an ordinal carries a history, and a wrong one rewrites it.
Conflict: "her second term" against "her third term" after one election.
Silent: firsts of different scope, such as the first visit since an election against the first ever.
"""

from functools import partial

from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("ordinal-mismatch", "ranks or turns that cannot both be true", partial(compare_facts, "ordinal-mismatch", "ordinal"), kinds=("ordinal",))
