"""Settings of the file, overruled by the command line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from factcheck.cli.input_options import limits_of
from factcheck.config import Settings, check_rule_names, find_settings
from factcheck.errors import UsageError
from factcheck.registry import names


def settings_of(options: Namespace) -> Settings:
    """Settings of the file, overruled by the command line."""
    settings = find_settings(options.config)
    changes = {
        "select": _listed(options.select),
        "ignore": _listed(options.ignore),
        "fail_on": options.fail_on,
        "as_of": options.as_of,
        "baseline": options.baseline,
        "today": options.today,
        "limits": limits_of(options, settings) if hasattr(options, "limit") else None,
        "must_keep": _must_keep(getattr(options, "must_keep", None)),
    }
    settings = replace(settings, **{field: value for field, value in changes.items() if value is not None})
    check_rule_names(settings, names("RULE"))
    if not settings.baseline:
        for name in ("write", "prune"):
            if getattr(options, f"{name}_baseline"):
                raise UsageError("needs --baseline FILE", where=f"--{name}-baseline")
    return settings


def _must_keep(values: Sequence[str] | None) -> tuple[str, ...] | None:
    """What --must-keep names: words, or with @ in front a file of them, one a line."""
    if values is None:
        return None
    found: list[str] = []
    for value in values:
        if not value.startswith("@"):
            found.append(value)
            continue
        try:
            with open(value[1:], encoding="utf-8-sig") as file:
                found += [line.strip() for line in file if line.strip() and not line.startswith("#")]
        except (OSError, ValueError) as error:
            said = (getattr(error, "strerror", None) or "is not UTF-8").lower()
            raise UsageError(f"cannot be read: {said}", where=f"--must-keep {value}") from None
    return tuple(found)


def _listed(values: Sequence[str] | None) -> tuple[str, ...] | None:
    if values is None:
        return None
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
