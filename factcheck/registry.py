"""Finds plug-ins by their folder: every module in an open folder is one, and there is no list to keep.

A plug-in is a module with one constant (KIND, RULE, FORMAT or READER) whose `name` equals the module's name, with
hyphens for underscores. One that breaks this stops the program with a message that names the module and the mend.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from functools import cache
from typing import Any

from factcheck.errors import PluginError

FOLDERS = {
    "READER": "factcheck.load.readers",
    "KIND": "factcheck.extract.kinds",
    "RULE": "factcheck.compare.rules",
    "FORMAT": "factcheck.report.formats",
}


@cache
def names(constant: str) -> tuple[str, ...]:
    """Names of the plug-ins of one sort ("KIND", "RULE", "FORMAT", "READER"), sorted, without importing them."""
    package = importlib.import_module(FOLDERS[constant])
    return tuple(sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(package.__path__)))


@cache
def plugin(constant: str, name: str) -> Any:
    """One plug-in by name; raises PluginError if its module breaks the contract."""
    where = f"{FOLDERS[constant]}.{name.replace('-', '_')}"
    module = importlib.import_module(where)
    found = getattr(module, constant, None)
    if found is None:
        raise PluginError(f"defines no {constant}", where=where, fix=f"see the README.md in {FOLDERS[constant]}")
    if found.name != name:
        raise PluginError(f"{constant} is named {found.name!r}", where=where, fix=f"name it {name!r}, as its file")
    if not module.__doc__ and sys.flags.optimize < 2:  # where docstrings are left out, none can be asked for
        raise PluginError("has no docstring", where=where, fix="say in it what it reads or finds; users see that text")
    return found


@cache
def plugins(constant: str) -> tuple[Any, ...]:
    """All plug-ins of one sort, sorted by `order` where they have one, then by name."""
    found = [plugin(constant, name) for name in names(constant)]
    return tuple(sorted(found, key=lambda p: (getattr(p, "order", 0), p.name)))


def docstring(constant: str, name: str) -> str:
    """The docstring of a plug-in's module: its documentation for users."""
    return importlib.import_module(f"{FOLDERS[constant]}.{name.replace('-', '_')}").__doc__ or ""
