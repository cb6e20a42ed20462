"""Examples of every rule: what it finds, what it lets pass, and what it is silent on. The tests run them all."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("examples.toml")
_HEADS = {"check": "between these", "verify": "in a draft, against its sources", "diff": "between two versions"}


@cache
def _all() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def examples(rule: str) -> list[dict[str, Any]]:
    """The examples of a rule: `verdict`, `note`, `command`, and `documents`, each with its text and what is known of it."""
    return _all().get(rule, [])


def told(example: dict[str, Any]) -> Iterator[str]:
    """An example in lines: what the rule says, and the documents."""
    verdict = "silent" if example["verdict"] == "none" else example["verdict"]
    where = "within this" if len(example["documents"]) == 1 else _HEADS[example["command"]]
    yield f"{verdict[0].upper()}{verdict[1:]} {where}: {example['note']}"
    for document in example["documents"]:
        known = ", ".join(f"{name} {value}" for name, value in document.items() if name != "text")
        yield f"  - {' '.join(document['text'].split())}" + (f" ({known})" if known else "")
