"""Finds the file of settings: the one that is named, or the nearest upwards."""

from __future__ import annotations

import os
from dataclasses import replace

from factcheck.config.read import settings_from
from factcheck.config.settings import Settings
from factcheck.errors import ConfigError

OWN_FILE = "factcheck.toml"
SHARED_FILE = "pyproject.toml"
_LARGEST = 20_000_000  # bytes


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
            # Told from the working folder, so that reports name no path of this machine.
            if os.path.isfile(candidate) and (found := _from_file(os.path.relpath(candidate))) is not None:
                return found
        above = os.path.dirname(folder)
        if above == folder:
            return Settings()
        folder = above


def _from_file(path: str) -> Settings | None:
    """Settings of one file; None for a pyproject.toml that says nothing of factcheck."""
    import tomllib

    try:
        source = bytes_of_settings(path).decode("utf-8")
        table = tomllib.loads(source)
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
    return _with_lines(settings_from(table, path, os.path.dirname(path)), source)


def bytes_of_settings(path: str) -> bytes:
    """The bytes of a file that a user wrote for this program; raises ConfigError for devices, pipes and what is far too large."""
    if not os.path.isfile(path) and os.path.exists(path):
        raise ConfigError("is not a file", where=path)
    with open(path, "rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ConfigError(f"is larger than {_LARGEST // 1_000_000} MB", where=path)
    return data


def _with_lines(settings: Settings, source: str) -> Settings:
    """Each suppression with the line that its id stands in, for messages about it."""
    if not settings.suppress:
        return settings
    lines = source.splitlines()
    placed, taken = [], set()
    for entry in settings.suppress:
        line = next((n for n, text in enumerate(lines, 1) if n not in taken and entry.id in text and text.lstrip().startswith(("id", "{", "[", '"id"'))), None)
        taken.add(line)
        placed.append(replace(entry, line=line))
    return replace(settings, suppress=tuple(placed))
