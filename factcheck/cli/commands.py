"""The commands: each takes the parsed options, prints its result, and gives its exit status."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.cli import outputs
from factcheck.cli.input_options import check_stdin_format, limits_of
from factcheck.cli.messages import complain
from factcheck.cli.progress import Progress
from factcheck.cli.settings import settings_of
from factcheck.cli.status import Status, status_of
from factcheck.config import Settings, find_settings, suggestion
from factcheck.errors import DocumentError, UsageError
from factcheck.limits import Limits
from factcheck.load import Inputs, load
from factcheck.registry import docstring, names, plugins

if TYPE_CHECKING:
    from factcheck.public.report import Report

_AT_ONCE = 1_000  # lines that are written together


def check(options: Namespace) -> int:
    """Cross-check documents."""
    settings = settings_of(options)
    stdin = _stdin(options.paths, options, settings.limits)
    inputs = _told(load(options.paths, stdin=stdin, stdin_format=options.stdin_format, limits=settings.limits), options)
    if not inputs.documents:
        return _nothing_read("no document to check")
    return _run(inputs, settings, options)


def verify(options: Namespace) -> int:
    """Hold a draft against its sources."""
    settings = settings_of(options)
    stdin = _stdin([options.draft, *options.sources], options, settings.limits)
    reads = partial(load, stdin=stdin, stdin_format=options.stdin_format, limits=settings.limits)
    draft = reads([options.draft], role="draft")
    if len(draft.documents) > 1:
        raise UsageError("holds more than one document", where=options.draft, fix="give one draft")
    taken = [document.id for document in draft.documents]
    apart_from = [document.path for document in draft.documents]
    sources = reads(options.sources, taken=taken, apart_from=apart_from)
    inputs = _told(_together(draft, sources), options)
    if not draft.documents:
        return _nothing_read("no draft to verify")
    if not sources.documents:
        return _nothing_read("no source to verify it by")
    return _run(inputs, settings, options)


def diff(options: Namespace) -> int:
    """Say which facts changed between two versions."""
    settings = settings_of(options)
    if options.old == options.new == outputs.STDOUT:
        raise UsageError("both versions cannot come from standard input")
    stdin = _stdin([options.old, options.new], options, settings.limits)
    reads = partial(load, stdin=stdin, stdin_format=options.stdin_format, limits=settings.limits)
    old = reads([options.old])
    new = reads([options.new], role="draft", taken=[document.id for document in old.documents])
    for path, version in ((options.old, old), (options.new, new)):
        if len(version.documents) > 1:
            raise UsageError("holds more than one document", where=path, fix="diff compares two")
    inputs = _told(_together(old, new), options)
    if not old.documents or not new.documents:
        return _nothing_read("no two versions to compare")
    return _run(inputs, settings, options)


def extract(options: Namespace) -> int:
    """Print the claims as JSON lines."""
    from factcheck.pipeline import read_claims_within
    from factcheck.public.convert import claim
    from factcheck.report.escape import json_text

    limits = limits_of(options, find_settings())
    stdin = _stdin(options.paths, options, limits)
    inputs = _told(load(options.paths, stdin=stdin, stdin_format=options.stdin_format, limits=limits), options)
    if not inputs.documents:
        return _nothing_read("no document to read")
    whole = not inputs.skipped
    for document in inputs.documents:
        try:
            claims, lost = read_claims_within(document, limits)
        except DocumentError as error:
            claims, lost = [], (str(error),)
        except Exception as error:  # as in a check, a fault in reading one text costs the others nothing
            claims, lost = [], (f"could not be analysed ({type(error).__name__}); please report the text",)
        for reason in lost:
            whole = False
            complain(f"{document.path or document.id}: {reason}")
        _print_lines(json_text(claim(inner, document.original).model_dump_json()) for inner in claims)
    return Status.CLEAN if whole else Status.INCOMPLETE


def rules(options: Namespace) -> int:
    """List the rules."""
    from tabulate import tabulate

    rows = [(rule.name, rule.title) for rule in sorted(plugins("RULE"), key=lambda rule: rule.name)]
    _print_lines([tabulate(rows, ["rule", "what it finds"], disable_numparse=True)])
    return Status.CLEAN


def explain(options: Namespace) -> int:
    """Print what a rule says of itself."""
    from factcheck.report.rule_help import NOTICES

    known = names("RULE")
    if options.rule in NOTICES:
        title, summary, parts = NOTICES[options.rule]
        _print_lines([options.rule, "", f"{title[0].upper()}{title[1:]}.", "", summary, *parts])
        return Status.CLEAN
    if options.rule not in known:
        fix = "" if suggestion(options.rule, known) else "see `factcheck rules`"
        raise UsageError(f"no rule is named {options.rule!r}{suggestion(options.rule, known)}", fix=fix)
    from factcheck.compare.examples import examples, told

    lines = [options.rule, "", docstring("RULE", options.rule).strip()]
    for example in examples(options.rule):
        lines += ["", *told(example)]
    _print_lines(lines)
    return Status.CLEAN


def completion(options: Namespace) -> int:
    """Print the completion for a shell."""
    from factcheck.cli.arguments import parser
    from factcheck.cli.completion import script

    outputs.to_stdout(script(parser(), options.shell).encode())
    return Status.CLEAN


def schema(options: Namespace) -> int:
    """Print one JSON Schema, list their names, or write them all."""
    from factcheck.cli.schemas import SCHEMAS, schema_text

    if options.write is not None:
        for name in SCHEMAS:
            path = os.path.join(options.write, f"{name}.schema.json")
            outputs.to_file(path, [schema_text(name).encode("utf-8")])
    elif options.name is None:
        _print_lines(SCHEMAS)
    elif options.name in SCHEMAS:
        outputs.to_stdout(schema_text(options.name).encode("utf-8"))
    else:
        fix = f"there are {', '.join(SCHEMAS)}"
        raise UsageError(f"no schema is named {options.name!r}{suggestion(options.name, SCHEMAS)}", fix=fix)
    return Status.CLEAN


def config(options: Namespace) -> int:
    """Print the settings that hold, and where each comes from."""
    from factcheck.config.show import shown

    settings = settings_of(options)
    flags = {"select": "--select", "ignore": "--ignore", "fail_on": "--fail-on", "as_of": "--as-of", "baseline": "--baseline", "today": "--today"}
    outputs.to_stdout(shown(settings, {field: flag for field, flag in flags.items() if getattr(options, field) is not None}).encode("utf-8"))
    return Status.CLEAN


def _stdin(paths: Sequence[str], options: Namespace, limits: Limits) -> bytes | None:
    """Standard input, read once, if a path asks for it."""
    check_stdin_format(options, paths, outputs.STDOUT)
    if outputs.STDOUT not in paths or sys.stdin is None:
        return None
    try:
        return sys.stdin.buffer.read(limits.document_bytes + 1)
    except (OSError, ValueError) as error:
        complain(f"standard input cannot be read: {(getattr(error, 'strerror', None) or str(error)).lower()}")
        return None


def _together(a: Inputs, b: Inputs) -> Inputs:
    return Inputs(a.documents + b.documents, sorted({*a.skipped, *b.skipped}), a.passed_over + b.passed_over)


def _told(inputs: Inputs, options: Namespace) -> Inputs:
    """Say on standard error what was not read; the result says it too."""
    for item in inputs.skipped:
        complain(f"{item.path}: {item.reason}")
    if options.verbose:
        for item in inputs.passed_over:
            complain(f"{item.path}: left alone, {item.reason}")
        for document in inputs.documents:
            for notice in document.notices:
                complain(f"{document.path or document.id}: {notice}")
    elif inputs.passed_over and not options.quiet:
        number = len(inputs.passed_over)
        complain(
            f"{number} other file{'s' if number > 1 else ''} in the folders left alone; --verbose names them"
        )
    return inputs


def _nothing_read(message: str) -> int:
    complain(message)
    return Status.USAGE


def _run(inputs: Inputs, settings: Settings, options: Namespace) -> int:
    """Check what was read and write the reports."""
    suffixes = {format.name: format.suffix for format in plugins("FORMAT")}
    targets = outputs.targets(options.format, options.output, suffixes)
    outputs.spare(inputs, targets)

    from factcheck.pipeline import run
    from factcheck.report import pieces

    report = run(inputs, settings, options.command, Progress(options.quiet))
    told = {(item.path, item.reason) for item in inputs.skipped}
    for item in report.skipped:
        if (item.path, item.reason) not in told:
            complain(f"{item.path}: {item.reason}")
    report = _against_baseline(report, settings, options)
    texts = {document.id: document.text if document.original is None else document.original.text for document in inputs.documents}
    rendered = [pieces(report, target.format, _view(target, options, texts, settings)) for target in targets]
    _tell_of_results(report, targets, settings, options)
    status = status_of(report, settings.fail_on, options.allow_partial)
    try:
        # Files first: a reader of standard output who leaves early does not cost them.
        for target, text in sorted(
            zip(targets, rendered, strict=True), key=lambda pair: pair[0].path == outputs.STDOUT
        ):
            outputs.write(target, text)
    except outputs.OutputClosed as closed:
        closed.status = status
        raise
    return status


def _tell_of_results(report: Report, targets: Iterable[outputs.Target], settings: Settings, options: Namespace) -> None:
    """Say on standard error that a SARIF report leaves findings out; it says so, too."""
    from factcheck.limits import LimitReached
    from factcheck.report.levels import told

    cut = len(told(report, options.verbose)) - settings.limits.sarif_results
    if cut > 0:
        for target in targets:
            if target.format == "sarif":
                complain(f"{target.path}: {LimitReached('sarif-results', settings.limits, f'leaves out {cut:,} of its findings')}")


def _against_baseline(report: Report, settings: Settings, options: Namespace) -> Report:
    from factcheck.cli.baseline import against, baseline_of, pruned, read_baseline, stale

    if not settings.baseline:
        return report
    if options.write_baseline:
        outputs.to_file(settings.baseline, [baseline_of(report).encode("ascii")])
    known = read_baseline(settings.baseline)
    gone = len(stale(report, known))
    if gone and options.prune_baseline:
        outputs.to_file(settings.baseline, [pruned(report, known, settings.baseline).encode("ascii")])
        known = read_baseline(settings.baseline)
        complain(f"{settings.baseline}: {gone} stale entr{'ies' if gone > 1 else 'y'} taken out")
    elif gone and not options.quiet:
        complain(f"{settings.baseline}: {gone} known finding{'s' if gone > 1 else ''} no longer found; --prune-baseline takes {'them' if gone > 1 else 'it'} out")
    return against(report, known, settings.baseline)


def _view(target: outputs.Target, options: Namespace, texts: dict[str, str], settings: Settings):
    """Colour and width only on a terminal; the same bytes everywhere else."""
    from factcheck.report.protocol import View

    limits = settings.limits
    view = View(verbose=options.verbose, texts=texts, fail_on=settings.fail_on, quoted=limits.quoted, results=limits.sarif_results)
    if target.path != outputs.STDOUT or sys.stdout is None or not sys.stdout.isatty():
        return view
    from shutil import get_terminal_size

    plain = options.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return view._replace(color=not plain, width=min(max(get_terminal_size().columns, 60), 160))


def _print_lines(lines: Iterable[str]) -> None:
    lines = iter(lines)
    while some := list(islice(lines, _AT_ONCE)):
        outputs.to_stdout("".join(f"{line}\n" for line in some).encode("utf-8", "backslashreplace"))
