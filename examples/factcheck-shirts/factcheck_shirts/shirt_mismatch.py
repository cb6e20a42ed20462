"""Shirts: two numbers for one player.

Why it matters: readers look players up by their number.
Conflict: "Dahl, in the 7 shirt" against "Dahl, in the 9 shirt" of one match.
Silent: the numbers of two players, or of two seasons.
"""

from functools import partial

from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("shirt-mismatch", "shirt numbers that cannot both be true", partial(compare_facts, "shirt-mismatch", "shirt"))
