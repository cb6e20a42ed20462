"""Shares in percent: of one whole, in one event, they must go together.

Why it matters: vote shares, rates and ratings are rounded and hedged; only what the words exclude is an error.
Conflict: "54 percent of voters backed the plan" against "46 percent of voters backed the plan".
Silent: 81% against "over 80%"; percent against percentage points; shares of two elections.
"""

from functools import partial

from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("percent-mismatch", "shares of one whole that cannot both be true", partial(compare_facts, "percent-mismatch", "percent"), kinds=("percent",))
