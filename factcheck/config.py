"""Settings: from `factcheck.toml`, or `[tool.factcheck]` in pyproject.toml, and from the command line.

The nearest of these files counts, looked for in the working folder and upwards. Keys are written with hyphens; an unknown
key or a wrong value is an error that says what was probably meant.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from factcheck.errors import ConfigError, UsageError
from factcheck.limits import MEANINGS, Limits, field_of

FAIL_ON = ("conflict", "warning", "any", "never")
OWN_FILE = "factcheck.toml"
SHARED_FILE = "pyproject.toml"
_LARGEST = 20_000_000  # bytes


@dataclass(frozen=True)
class Settings:
    """What a run can be told.

    select: only these rules run, all if empty; ignore: these do not; fail_on: the least finding that gives exit status 1;
    as_of: the day of documents that carry no date of their own; baseline: file of findings that are known already; limits: how
    much of a document is read.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "conflict"
    as_of: date | None = None
    baseline: str | None = None
    limits: Limits = Limits()

    def runs(self, rule: str) -> bool:
        """Whether a rule is to run."""
        return (not self.select or rule in self.select) and rule not in self.ignore


class Key(NamedTuple):
    """One key of the file: the field it sets, how its value is read, and its JSON Schema."""

    field: str
    read: Callable[[Any, str], Any]
    schema: Mapping[str, Any]


def _rules(value: Any, folder: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("must be a list of rule names")
    return tuple(value)


def _fail_on(value: Any, folder: str) -> str:
    if value not in FAIL_ON:
        raise ValueError(f"must be one of {', '.join(FAIL_ON)}{suggestion(value, FAIL_ON)}")
    return str(value)


def read_day(value: Any, folder: str = "") -> date:
    """A day as TOML or the command line gives it; ValueError says what is wrong with it."""
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"must be a day such as 2022-11-21, not {str(value)[:40]!r}") from None


def _path(value: Any, folder: str) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("must be the path of a file")
    return os.path.join(folder, value)


def _limits(value: Any, folder: str) -> Limits:
    if not isinstance(value, dict):
        raise ValueError("must be a table of limits")
    for name, number in value.items():
        try:
            field_of(name)
        except UsageError as error:
            raise ValueError(f"holds a mistake: {error}") from None
        if type(number) is not int or not 0 < number < 10**15:
            raise ValueError(f"must give {name} a whole number above 0")
    return Limits().with_changes(value)


_NAMES = {"type": "array", "items": {"type": "string"}}
KEYS: Mapping[str, Key] = {
    "select": Key("select", _rules, _NAMES | {"description": "run only these rules"}),
    "ignore": Key("ignore", _rules, _NAMES | {"description": "leave these rules out"}),
    "fail-on": Key(
        "fail_on", _fail_on, {"enum": list(FAIL_ON), "description": "least finding that gives exit status 1"}
    ),
    "as-of": Key(
        "as_of",
        read_day,
        {"type": "string", "format": "date", "description": "the day of documents that carry no date"},
    ),
    "baseline": Key(
        "baseline", _path, {"type": "string", "description": "file of known findings, relative to this file"}
    ),
    "limits": Key(
        "limits",
        _limits,
        {
            "type": "object",
            "description": "how much of a document is read",
            "properties": {name: {"type": "integer", "minimum": 1, "description": meaning} for name, meaning in MEANINGS.items()},
            "additionalProperties": False,
        },
    ),
}


def suggestion(word: object, known: Iterable[str]) -> str:
    """' (did you mean …?)' for a word close to a known one, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(str(word), list(known), n=1, cutoff=0.5)
    return f" (did you mean {close[0]}?)" if close else ""


def settings_from(table: Mapping[str, Any], where: str, folder: str = "") -> Settings:
    """Settings from the keys of a file; raises ConfigError naming every key that is wrong."""
    fields: dict[str, Any] = {}
    faults = []
    for name, value in table.items():
        key = KEYS.get(name)
        if key is None:
            faults.append(f"unknown key {name!r}{suggestion(name, KEYS)}")
            continue
        try:
            fields[key.field] = key.read(value, folder)
        except ValueError as error:
            faults.append(f"{name} {error}")
    if faults:
        raise ConfigError("; ".join(faults), where=where)
    return Settings(**fields)


def find_settings(path: str | None = None, start: str | None = None) -> Settings:
    """Settings from one file, or from the nearest one at or above the folder `start`; the defaults if there is none."""
    if path is not None:
        found = _from_file(path)
        if found is None:
            raise ConfigError("has no [tool.factcheck]", where=path)
        return found
    try:
        folder = os.path.abspath(start or os.curdir)
    except OSError:  # the working folder is gone, and with it all that lay above it
        return Settings()
    while True:
        for name in (OWN_FILE, SHARED_FILE):
            candidate = os.path.join(folder, name)
            if os.path.isfile(candidate) and (found := _from_file(candidate)) is not None:
                return found
        above = os.path.dirname(folder)
        if above == folder:
            return Settings()
        folder = above


def _from_file(path: str) -> Settings | None:
    """Settings of one file; None for a pyproject.toml that says nothing of factcheck."""
    import tomllib

    try:
        table = tomllib.loads(bytes_of_settings(path).decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=path) from None
    except (ValueError, RecursionError) as error:  # not TOML, not text, a number of thousands of digits, or lists within lists
        raise ConfigError(f"is not valid TOML: {str(error)[:200]}", where=path) from None
    if os.path.basename(path) == SHARED_FILE:
        table = table.get("tool", {}).get("factcheck")
        if table is None:
            return None
        if not isinstance(table, dict):
            raise ConfigError("[tool.factcheck] must be a table", where=path)
    return settings_from(table, path, os.path.dirname(path))


def bytes_of_settings(path: str) -> bytes:
    """The bytes of a file that a user wrote for this program; raises ConfigError for devices, pipes and what is far too large."""
    if not os.path.isfile(path) and os.path.exists(path):
        raise ConfigError("is not a file", where=path)
    with open(path, "rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ConfigError(f"is larger than {_LARGEST // 1_000_000} MB", where=path)
    return data


def check_rule_names(settings: Settings, known: Iterable[str]) -> None:
    """Raise ConfigError if `select` or `ignore` name a rule that does not exist."""
    known = tuple(known)
    for field, names in (("select", settings.select), ("ignore", settings.ignore)):
        for name in names:
            if name not in known:
                fix = "" if suggestion(name, known) else "see `factcheck rules`"
                raise ConfigError(f"unknown rule {name!r}{suggestion(name, known)}", where=field, fix=fix)
