"""Measures: magnitudes, distances, weights, speeds, ratings, after conversion to a common unit.

Why it matters: converted figures carry slips of unit and rounding.
Conflict: "a magnitude 6.1 quake" against "a magnitude 7.1 quake" of one morning.
Silent: 2.5 km against 2,500 metres; 500 miles against 800 km.
"""

from functools import partial

from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("measure-mismatch", "measures of one thing that cannot both be true", partial(compare_facts, "measure-mismatch", "measure"), kinds=("measure",))
