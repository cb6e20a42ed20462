"""The stages in order, on one page: load → extract → align → compare → report."""

from __future__ import annotations
