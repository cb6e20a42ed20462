"""Ages of one person, held against when each document was written.

Why it matters: ages tie documents to the calendar; two that no day of birth allows mean a wrong age, person or date.
Conflict: "Jane Roe, 51" and "Jane Roe, 47" in two stories of one week.
Silent: 66 in one story and 69 in another written three years later; two people of one surname.
"""

from functools import partial

from factcheck.compare.ladder import compare_facts
from factcheck.compare.protocol import Rule

RULE = Rule("age-mismatch", "ages of one person that no day of birth allows", partial(compare_facts, "age-mismatch", "age"), kinds=("age",))
