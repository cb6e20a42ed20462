"""Options on what is read: the limits, and what standard input holds."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from factcheck.cli.outputs import to_stdout
from factcheck.config import Settings, find_settings
from factcheck.errors import UsageError
from factcheck.limits import MEANINGS, Limits, field_of, read_limits
from factcheck.registry import names


def input_options() -> argparse.ArgumentParser:
    """What all commands that read documents have in common."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--stdin-format",
        choices=names("READER"),
        metavar="READER",
        help=f"what standard input holds, if its content does not show it: {', '.join(names('READER'))}",
    )
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="NAME=NUMBER",
        help="read more or less of a document; may be repeated; --show-limits names them",
    )
    parser.add_argument("--show-limits", action=ShowLimits, help="how much of a document is read, and leave")
    return parser


def limits_of(options: argparse.Namespace, settings: Settings) -> Limits:
    """The limits of the settings, overruled by the command line."""
    return settings.limits.with_changes(read_limits(options.limit))


class ShowLimits(argparse.Action):
    """Prints the limits in force, as the settings and the options before it have them, and leaves."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "nargs": 0})

    def __call__(self, parser: argparse.ArgumentParser, given: argparse.Namespace, values: str | Sequence[Any] | None, option: str | None = None) -> None:
        limits = find_settings(getattr(given, "config", None)).limits.with_changes(read_limits(getattr(given, "limit", [])))
        wide = max(map(len, MEANINGS))
        lines = [f"{name:{wide}}  {getattr(limits, field_of(name)):>13,}  {meaning}\n" for name, meaning in MEANINGS.items()]
        to_stdout("".join(lines).encode())
        parser.exit()


def check_stdin_format(options: argparse.Namespace, paths: Sequence[str], stdin: str) -> None:
    """Refuse to be told of standard input where it is not read."""
    if options.stdin_format and stdin not in paths:
        raise UsageError(f"needs {stdin!r} among the paths", where="--stdin-format")
