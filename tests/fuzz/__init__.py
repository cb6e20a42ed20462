"""Damaged documents of every kind: `python -m tests.fuzz --runs 200000` goes on as long as one likes, the suite does a little of it."""
