"""Attributes that readers give and that alignment and rules ask for by name: what a claim is of, where that decides how it is
compared."""

from __future__ import annotations

SCORE = "score"
"""The last score of a match, or the result of a vote."""
RECORD = "wins and losses"
"""A season's record of one side."""
SEAT = "seat"
"""The place in which a body is."""
TIME_OF_DAY = "time of day"
"""A time of day, whatever happened then."""
