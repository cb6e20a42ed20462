"""Holds a table against the part of JSON Schema that settings need, with messages that say what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {"string": (str,), "array": (list,), "object": (dict,), "integer": (int,), "number": (int, float)}
_NAMES = {"string": "text in quotes", "array": "a list", "object": "a table", "integer": "a whole number", "number": "a number"}


def suggestion(word: object, known: Iterable[str]) -> str:
    """' (did you mean …?)' for a word close to a known one, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(str(word), list(known), n=1, cutoff=0.5)
    return f" (did you mean {close[0]}?)" if close else ""


def faults(value: Any, schema: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """What is wrong with a value, in words, each with the key it is about."""
    if schema.get("format") == "date":
        yield from _day_faults(value, where)
        return
    if "enum" in schema:
        if value not in schema["enum"]:
            yield f"{where} must be one of {', '.join(schema['enum'])}{suggestion(value, schema['enum'])}"
        return
    wanted = schema.get("type", "object")
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, bool) or not any(isinstance(value, _TYPES[kind]) for kind in kinds):
        yield f"{where} must be {_named(schema, kinds)}"
        return
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{where} must be {_named(schema, kinds)}"
    elif isinstance(value, str) and len(value) < schema.get("minLength", 0):
        yield f"{where} must be {_named(schema, kinds)}"
    elif isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{where} must be from {schema['minimum']:,}" + (f" to {schema['maximum']:,}" if "maximum" in schema else " up")
    elif isinstance(value, list):
        yield from _list_faults(value, schema, where)
    elif isinstance(value, dict):
        yield from _table_faults(value, schema, where)


def _named(schema: Mapping[str, Any], kinds: list[str]) -> str:
    if "title" in schema:
        return str(schema["title"])
    if kinds == ["array"] and "title" in schema.get("items", {}):
        return f"a list of {schema['items']['title']}s"
    return " or ".join(_NAMES[kind] for kind in kinds)


def _day_faults(value: Any, where: str) -> Iterator[str]:
    if type(value) is date:
        return
    try:
        date.fromisoformat(str(value))
    except ValueError:
        yield f"{where} must be a day such as 2022-11-21, not {str(value)[:40]!r}"


def _list_faults(value: list[Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
    items = schema["items"]
    if items.get("type") == "string":
        if not all(isinstance(item, str) for item in value):
            yield f"{where} must be {_named(schema, ['array'])}"
    else:
        for n, item in enumerate(value, 1):
            yield from faults(item, items, f"{where}[{n}]")
    if len(value) < schema.get("minItems", 0):
        yield f"{where} must not be empty"


def _table_faults(value: dict[str, Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
    known = schema.get("properties", {})
    more = schema.get("additionalProperties", False)
    for key, held in value.items():
        place = f"{where}.{key}" if where else key
        if key in known:
            yield from faults(held, known[key], place)
        elif more:
            yield from faults(held, more, place)
        else:
            yield f"unknown key {place!r}{suggestion(key, known)}"
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{where} needs {key!r}"
