"""From a checked table to Settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.config.settings import (
    EditorsReview,
    PathSettings,
    Person,
    Reference,
    Settings,
    SourceGroup,
    Suppression,
    Tolerance,
)
from factcheck.config.validate import faults, suggestion
from factcheck.errors import ConfigError
from factcheck.limits import Limits


def read_day(value: Any, folder: str = "") -> date:
    """A day as TOML or the command line gives it; ValueError says what is wrong with it."""
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"must be a day such as 2022-11-21, not {str(value)[:40]!r}") from None


def settings_from(table: Mapping[str, Any], where: str, folder: str = "") -> Settings:
    """Settings from the keys of a file; raises ConfigError naming every key that is wrong."""
    from factcheck.config.schema import SCHEMA

    if found := list(faults(table, SCHEMA)):
        raise ConfigError("; ".join(found), where=where)
    return Settings(
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        fail_on=table.get("fail-on", "conflict"),
        as_of=_day(table, "as-of"),
        baseline=_file(table, "baseline", folder),
        severity=dict(table.get("severity", {})),
        tolerance={name: _tolerance(value) for name, value in table.get("tolerance", {}).items()},
        families=_lists(table, "families"),
        aliases=_lists(table, "aliases"),
        paths=tuple(_path(entry) for entry in table.get("path", ())),
        source_groups=tuple(SourceGroup(e["name"], tuple(e["members"]), e.get("trust", "normal")) for e in table.get("source-group", ())),
        reference=_reference(table["reference"], folder) if "reference" in table else None,
        suppress=tuple(_suppression(entry, where) for entry in table.get("suppress", ())),
        limits=Limits().with_changes(table.get("limits", {})),
        reviews=tuple(_review(entry) for entry in table.get("review", ())),
        path=where,
    )


def _day(table: Mapping[str, Any], key: str) -> date | None:
    return read_day(table[key]) if key in table else None


def _file(table: Mapping[str, Any], key: str, folder: str) -> str | None:
    return os.path.join(folder, table[key]) if key in table else None


def _lists(table: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table.get(key, {}).items()}


def _tolerance(value: int | float | str) -> Tolerance:
    said = str(value).strip()
    for ending, unit in (("%", "percent"), ("days", "day"), ("day", "day")):
        if said.endswith(ending):
            return Tolerance(Decimal(said.removesuffix(ending).strip()), unit)
    return Tolerance(Decimal(said))


def _path(entry: Mapping[str, Any]) -> PathSettings:
    return PathSettings(tuple(entry["match"]), tuple(entry.get("ignore", ())), dict(entry.get("severity", {})), entry.get("publisher"), _day(entry, "date"))


def _reference(entry: Mapping[str, Any], folder: str) -> Reference:
    people = tuple(Person(p["name"], _day(p, "born"), p.get("age"), p.get("office")) for p in entry.get("person", ()))
    return Reference(tuple(entry.get("facts", ())), people, _file(entry, "sheet", folder), _day(entry, "date"))


def _suppression(entry: Mapping[str, Any], where: str) -> Suppression:
    return Suppression(entry["id"], entry.get("rule"), entry.get("reason"), entry.get("owner"), _day(entry, "until"), where)


def _review(entry: Mapping[str, Any]) -> EditorsReview:
    bounds = {key: entry[key] for key in ("side", "best", "worst", "url") if key in entry}
    return EditorsReview(entry["finding"], entry["rating"], entry["label"], entry["author"], day=_day(entry, "date"), **bounds)


def check_rule_names(settings: Settings, known: Iterable[str]) -> None:
    """Raise ConfigError where a rule is named that does not exist."""
    known = tuple(known)
    named = [("select", settings.select), ("ignore", settings.ignore), ("severity", settings.severity)]
    for n, entry in enumerate(settings.paths, 1):
        named += [(f"path[{n}].ignore", entry.ignore), (f"path[{n}].severity", entry.severity)]
    named.append(("suppress", [entry.rule for entry in settings.suppress if entry.rule]))
    for field, rules in named:
        for name in rules:
            if name not in known:
                fix = "" if suggestion(name, known) else "see `factcheck rules`"
                raise ConfigError(f"unknown rule {name!r}{suggestion(name, known)}", where=field, fix=fix)
