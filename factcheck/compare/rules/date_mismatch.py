"""When it happened: days that two documents give for one happening, each resolved from its own date.

Why it matters: "on Monday" and "28 Nov" agree or not only once both are days.
Conflict: "the bridge fell on 3 March 2019" against "the bridge fell on 5 March 2019".
Silent: a day inside a month that the other names; two stages of one affair.
"""

from functools import partial

from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("date-mismatch", "days of one happening that cannot both be true", partial(compare_facts, "date-mismatch", "date"), kinds=("date",))
