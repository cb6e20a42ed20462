"""The words of the command line and what they mean."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from factcheck.cli.completion import SHELLS
from factcheck.cli.input_options import ShowLimits, input_options
from factcheck.cli.outputs import to_stdout
from factcheck.config import FAIL_ON, read_day
from factcheck.registry import names
from factcheck.version import VERSION

_PATHS = "files, folders, globs, or '-' for standard input"
_STATUS = """\
exit status:
  0  nothing at or above --fail-on
  1  findings at or above it
  2  wrong usage, bad configuration, or no readable document
  3  some input could not be read, or only in part, while the rest was checked (wins over 1)
"""


_EXAMPLES = {
    "check": """\
examples:
  factcheck check stories/                              every document in a folder, against every other
  factcheck check a.txt b.txt --output page.html        a page for a browser
  factcheck check stories/ --format github --fail-on warning
  factcheck check stories/ --output sarif=out.sarif --output junit=out.xml --output text=-
  factcheck check stories/ --baseline known.json --write-baseline

""",
    "verify": """\
examples:
  factcheck verify draft.md --sources wire/ notes.txt   is every claim of the draft borne out?
  factcheck verify - --sources wire/ < draft.txt

""",
    "diff": """\
examples:
  factcheck diff morning.txt evening.txt                which facts changed, hardened or softened
  factcheck diff old.md new.md --must-keep "12 people" --must-keep @facts.txt

""",
}


class _Parser(argparse.ArgumentParser):
    """Prints and complains as the rest of the program does."""

    def print_help(self, file: object = None) -> None:
        to_stdout(self.format_help().encode("utf-8"))

    def error(self, message: str) -> NoReturn:
        from factcheck.cli.messages import complain

        complain(f"{message}; see `{self.prog} --help`")
        sys.exit(2)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options; leaves with SystemExit after --help, --version or a mistake."""
    return parser().parse_args(arguments)


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    parser = _Parser(
        prog="factcheck",
        description="Says where documents that tell of the same things agree, differ, or only look alike.",
    )
    parser.add_argument("--version", action="version", version=f"factcheck {VERSION}")
    add = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_Parser
    ).add_parser
    parser.add_argument("--show-limits", action=ShowLimits, help="how much of a document is read, and leave")
    run, inputs, common = _run_options(), input_options(), _common_options()
    shape = {
        "formatter_class": argparse.RawDescriptionHelpFormatter,
        "parents": [run, inputs, common],
    }

    check = add("check", help="cross-check documents", description="Cross-check documents.", epilog=_EXAMPLES["check"] + _STATUS, **shape)
    check.add_argument("paths", nargs="+", metavar="PATH", help=_PATHS)

    verify = add(
        "verify",
        help="hold a draft against its sources",
        description="Say of every claim of a draft whether the sources support or contradict it, or do not speak to it.",
        epilog=_EXAMPLES["verify"] + _STATUS,
        **shape,
    )
    verify.add_argument("draft", metavar="DRAFT", help="one file, or '-'")
    verify.add_argument("--sources", nargs="+", required=True, metavar="PATH", help=_PATHS)

    diff = add(
        "diff",
        help="which facts changed between two versions",
        description="Say which facts changed between two versions of one document.",
        epilog=_EXAMPLES["diff"] + _STATUS,
        **shape,
    )
    diff.add_argument("old", metavar="OLD", help="one file, or '-'")
    diff.add_argument("new", metavar="NEW", help="one file, or '-'")
    diff.add_argument(
        "--must-keep",
        action="append",
        metavar="FACT",
        help="words, attribute or fingerprint of a fact of OLD that NEW may not lose; @FILE names a file of them; may be repeated",
    )

    extract = add(
        "extract",
        help="the claims alone, as JSON lines",
        description="Print the claims, as JSON lines.",
        parents=[inputs, common],
    )
    extract.add_argument("paths", nargs="+", metavar="PATH", help=_PATHS)

    config = add(
        "config",
        help="the settings that hold, and where they come from",
        description="Print the settings that hold, as TOML, each with where it comes from.",
        parents=[run, inputs, common],
    )
    config.add_argument("--show", action="store_true", help="print them (the default)")

    add("rules", help="the catalogue of rules", description="List the rules.", parents=[common])
    explain = add(
        "explain", help="one rule with its examples", description="Explain one rule.", parents=[common]
    )
    explain.add_argument("rule", metavar="RULE", help="a name from `factcheck rules`")
    completion = add(
        "completion",
        help="completion for a shell",
        description="Print what a shell reads to complete commands and options: source <(factcheck completion bash)",
        parents=[common],
    )
    completion.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    schema = add(
        "schema",
        help="the JSON Schemas",
        description="Print a JSON Schema, or their names.",
        parents=[common],
    )
    schema.add_argument("name", nargs="?", metavar="NAME", help="a name; without one the names are listed")
    schema.add_argument("--write", metavar="DIR", help="write all of them as files into this folder")
    return parser


def _run_options() -> argparse.ArgumentParser:
    """What check, verify and diff have in common."""
    parser = argparse.ArgumentParser(add_help=False)
    formats = names("FORMAT")
    parser.add_argument(
        "--format", choices=formats, metavar="FORMAT", help=f"{', '.join(formats)} (default: text)"
    )
    parser.add_argument(
        "--output",
        action="append",
        default=[],
        metavar="[FORMAT=]FILE",
        help="write the report to a file instead of standard output; may be repeated; FILE '-' is standard output",
    )
    parser.add_argument(
        "--fail-on", choices=FAIL_ON, help="least finding that gives exit status 1 (default: conflict)"
    )
    parser.add_argument(
        "--select", action="append", metavar="RULES", help="run only these rules (comma separated)"
    )
    parser.add_argument(
        "--ignore", action="append", metavar="RULES", help="leave these rules out (comma separated)"
    )
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="settings (default: the nearest factcheck.toml or [tool.factcheck] upwards)",
    )
    parser.add_argument(
        "--baseline", metavar="FILE", help="findings listed in this file are known and left out"
    )
    parser.add_argument(
        "--write-baseline", action="store_true", help="write the findings of this run to the baseline file"
    )
    parser.add_argument(
        "--prune-baseline", action="store_true", help="take entries out of the baseline that are no longer found"
    )
    parser.add_argument(
        "--allow-partial", action="store_true", help="exit status 1 for findings even if some input was not read"
    )
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="the day of documents that carry none")
    parser.add_argument("--today", type=_day, metavar="DATE", help="the day that the last days of suppressions are held against")
    return parser


def _common_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("--quiet", action="store_true", help="nothing but the result and errors")
    loudness.add_argument("--verbose", action="store_true", help="tell more, in the report and beside it")
    parser.add_argument("--no-color", action="store_true", help="no colour on a terminal (as NO_COLOR)")
    parser.add_argument("--debug", action="store_true", help="show where an internal error arose")
    return parser


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
