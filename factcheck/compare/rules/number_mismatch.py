"""Numbers that count nothing: where two documents share a sentence but for a number, the two must be able to be true.

Why it matters: a figure whose noun is left out, a page or a flight number is copied wrongly as easily as any other.
Conflict: "the index closed at 412" against "the index closed at 421" in one and the same sentence.
Silent: plain numbers of sentences that differ, since nothing tells what they are numbers of.
"""

from functools import partial

from factcheck.compare.ladder import RUNNING, compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("number-mismatch", "numbers without a noun that cannot both be true", partial(compare_facts, "number-mismatch", "number", ladder=RUNNING), kinds=("number",))
