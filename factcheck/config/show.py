"""The settings that hold, as TOML that can be read back, each with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from factcheck.config.settings import Settings, Tolerance
from factcheck.limits import MEANINGS, field_of

_KEYS = {"paths": "path", "source_groups": "source-group", "people": "person", "reviews": "review"}
_NO_KEYS = ("path", "must_keep")  # where the settings come from, and what only the command line can say
_UNTOLD = ("path", "line", "inline")


def shown(settings: Settings, overruled: Mapping[str, str]) -> str:
    """The text; overruled: by field, the option that set it in place of the file."""
    plain, tables = [], []
    default = Settings()
    for field in fields(settings):
        value = getattr(settings, field.name)
        if field.name in _NO_KEYS:
            continue
        if field.name == "today":
            if value is not None:
                plain.append(f"# today is {value.isoformat()}  # --today")
            continue
        if field.name == "limits":
            value = {name: getattr(value, field_of(name)) for name in MEANINGS if getattr(value, field_of(name)) != getattr(default.limits, field_of(name))}
        origin = overruled.get(field.name) or ("default" if value in (getattr(default, field.name), {}) else settings.path or "default")
        key = _KEYS.get(field.name, field.name.replace("_", "-"))
        if _is_table(value):
            tables += ["", f"# {origin}", *_table(key, value)]
        elif value is None or (value in ((), {}) and field.name not in ("select", "ignore")):
            plain.append(f"# {key} is not set")
        else:
            plain.append(f"{key} = {_value(value)}  # {origin}")
    return "\n".join([*plain, *tables]) + "\n"


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping) and bool(value) or is_dataclass(value) or (isinstance(value, tuple) and bool(value) and is_dataclass(value[0]))


def _table(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for entry in value:
            yield f"[[{key}]]"
            yield from _lines(key, entry)
    else:
        yield f"[{key}]"
        yield from _lines(key, value)


def _lines(key: str, entry: Any) -> Iterator[str]:
    pairs = entry.items() if isinstance(entry, Mapping) else ((f.name, getattr(entry, f.name)) for f in fields(entry) if f.name not in _UNTOLD)
    later = []
    for name, value in pairs:
        if value is None or value in ((), {}):
            continue
        name = _KEYS.get(name, "date" if name == "day" else name)
        if isinstance(value, tuple) and is_dataclass(value[0]):
            later.append((f"{key}.{name}", value))
        else:
            yield f"{_quoted(name)} = {_value(value)}"
    for name, value in later:
        yield from _table(name, value)


def _value(value: Any) -> str:
    if isinstance(value, Tolerance):
        return {"absolute": str(value.amount), "percent": f'"{value.amount}%"', "day": f'"{value.amount} days"'}[value.unit]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_quoted(name)} = {_value(held)}" for name, held in value.items()) + " }"
    if not isinstance(value, str):
        return str(value)
    return _text(value)


def _text(text: str) -> str:
    """Text in JSON's quotes is text in TOML's, but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _quoted(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else _text(name)
