"""What a project has decided steers a run: own words, known facts, source groups, tolerances, severities, suppressions.

Without settings every step hands on what it is given.
"""

from factcheck.policy.steps import Policy

__all__ = ["Policy"]
