"""Amounts of money: in one currency, for one thing.

Why it matters: a price or a fine is told by all sources and checked by few.
Conflict: "sold for $3.2bn" against "sold for $2.3bn" of one sale.
Silent: "$1.2bn" against "1,200 million dollars"; dollars against euros, which would need a rate.
"""

from functools import partial

from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("money-mismatch", "amounts of money that cannot both be true", partial(compare_facts, "money-mismatch", "money"), kinds=("money",))
