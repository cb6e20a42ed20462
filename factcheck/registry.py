"""Finds plug-ins: every module in an open folder is one, and every entry point that an installed package declares for it.

A plug-in is a module with one constant (KIND, RULE, FORMAT or READER) whose `name` equals the module's name, with
hyphens for underscores; one from outside is named by its entry point. One that breaks this stops the program with a message
that names the module and the mend.
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
GROUPS = {"READER": "factcheck.readers", "KIND": "factcheck.kinds", "RULE": "factcheck.rules", "FORMAT": "factcheck.formats"}
"""The entry points by which an installed package brings its own: a name, and the module that it is in."""


@cache
def own_names(constant: str) -> tuple[str, ...]:
    """Names of the plug-ins in the open folder of one sort, sorted, without importing them."""
    package = importlib.import_module(FOLDERS[constant])
    return tuple(sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(package.__path__)))


@cache
def _from_outside(constant: str) -> dict[str, str]:
    """Names of the plug-ins of one sort that installed packages bring, with their modules."""
    from importlib.metadata import entry_points

    found: dict[str, str] = {}
    for point in sorted(entry_points(group=GROUPS[constant]), key=lambda point: (point.name, point.value)):
        if point.name in own_names(constant) or found.get(point.name, point.value) != point.value:
            raise PluginError(f"is named {point.name!r}, which another plug-in is", where=point.value, fix="give its entry point another name")
        found[point.name] = point.value
    return found


@cache
def names(constant: str) -> tuple[str, ...]:
    """Names of all plug-ins of one sort ("KIND", "RULE", "FORMAT", "READER"), sorted, without importing them."""
    return tuple(sorted((*own_names(constant), *_from_outside(constant))))


def outside(constant: str) -> tuple[Any, ...]:
    """The plug-ins of one sort that installed packages bring."""
    return tuple(plugin(constant, name) for name in sorted(_from_outside(constant)))


def _module(constant: str, name: str) -> str:
    return _from_outside(constant).get(name) or f"{FOLDERS[constant]}.{name.replace('-', '_')}"


@cache
def plugin(constant: str, name: str) -> Any:
    """One plug-in by name; raises PluginError if its module breaks the contract."""
    where = _module(constant, name)
    try:
        module = importlib.import_module(where)
    except ImportError as error:
        if name in own_names(constant):
            raise
        raise PluginError(f"cannot be imported: {error}", where=where, fix="mend or remove the package that brings it") from None
    found = getattr(module, constant, None)
    if found is None:
        raise PluginError(f"defines no {constant}", where=where, fix=f"see the README.md in {FOLDERS[constant]}")
    if found.name != name:
        raise PluginError(f"{constant} is named {found.name!r}", where=where, fix=f"name it {name!r}, as its file or entry point")
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
    return importlib.import_module(_module(constant, name)).__doc__ or ""
