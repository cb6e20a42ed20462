"""Lengths of time: terms, sentences, delays.

Why it matters: a five-year term in one source and a seven-year term in the other change the meaning of a story.
Conflict: "jailed for 12 years" against "jailed for 10 years" of one verdict.
Silent: "almost three decades" against "28 years"; the terms of two people.
"""

from functools import partial

from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("duration-mismatch", "lengths of time that cannot both be true", partial(compare_facts, "duration-mismatch", "duration"), kinds=("duration",))
