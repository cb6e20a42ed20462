"""No pattern of the package can run away: none repeats without bound what is itself repeated without bound."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from re import _constants as signs
from re import _parser as parser

import pytest

import factcheck

ENDLESS = parser.MAXREPEAT
CLASSES = {
    signs.CATEGORY_DIGIT: str.isdecimal,
    signs.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    signs.CATEGORY_SPACE: str.isspace,
    signs.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    signs.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    signs.CATEGORY_NOT_WORD: lambda c: not c.isalnum() and c != "_",
}
LONG = 50
"""Rounds within an endless repetition that are as good as endless."""
REPEATS = (signs.MAX_REPEAT, signs.MIN_REPEAT)


def patterns() -> Iterator[tuple[str, re.Pattern]]:
    """Every pattern that a module keeps, by its name."""
    for found in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            for nth, one in enumerate(value if isinstance(value, (tuple, list)) else [value]):
                if isinstance(one, re.Pattern):
                    yield f"{found.name}.{name}[{nth}]", one


def runaways(pattern: str | bytes, flags: int) -> list[str]:
    """Where a pattern repeats without bound something that repeats without bound, or very often, and has no sure beginning or end of its own.

    (a+)+ and (a|ab*)* can be matched in so many ways that a text which fails at last takes for ever; (?:,[0-9]+)* cannot, for
    each round begins with a sign that the repetition within does not match. Possessive and atomic ones cannot go back.
    """
    found: list[str] = []

    def walk(items: object, inside: bool) -> None:
        for op, argument in items:
            if op in REPEATS:
                _, most, body = argument
                if inside and most >= LONG:
                    found.append(f"{op} within another")
                walk(body, most is ENDLESS and not begins_apart(body))
            elif op is signs.SUBPATTERN:
                walk(argument[3], inside)
            elif op is signs.BRANCH:
                for branch in argument[1]:
                    walk(branch, inside)
            elif op in (signs.ASSERT, signs.ASSERT_NOT):
                walk(argument[1], False)
            elif op is signs.GROUPREF_EXISTS:
                for branch in filter(None, argument[1:]):
                    walk(branch, inside)

    walk(parser.parse(pattern, flags), False)
    return found


def begins_apart(body: object) -> bool:
    """Whether a round begins with a sign that nothing repeated within the round can match."""
    first = next(iter(body), None)
    while first is not None and first[0] is signs.SUBPATTERN:
        first = next(iter(first[1][3]), None)
    if first is None or first[0] not in (signs.LITERAL, signs.IN):
        return False
    opening = members(first)
    return opening is not None and not any(opening & (members(item) or opening) for item in repeated(body))


def repeated(body: object) -> Iterator[tuple]:
    """What stands within a repetition without bound, and alone there."""
    for op, argument in body:
        if op in REPEATS and argument[1] >= LONG:
            yield from argument[2] if len(argument[2]) == 1 else [(signs.ANY, None)]
        elif op is signs.SUBPATTERN:
            yield from repeated(argument[3])
        elif op is signs.BRANCH:
            for branch in argument[1]:
                yield from repeated(branch)
        elif op in REPEATS:
            yield from repeated(argument[2])


def members(item: tuple) -> frozenset[int] | None:
    """The Latin characters that a part matches, or None if that is not told here."""
    op, argument = item
    if op is signs.LITERAL:
        return frozenset([argument])
    if op is signs.NOT_LITERAL:
        return frozenset(range(256)) - {argument}
    if op is not signs.IN:
        return None
    found: set[int] = set()
    negated = False
    for kind, value in argument:
        if kind is signs.NEGATE:
            negated = True
        elif kind is signs.LITERAL:
            found.add(value)
        elif kind is signs.RANGE:
            found.update(range(value[0], min(value[1], 255) + 1))
        elif kind is signs.CATEGORY and value in CLASSES:
            found.update(n for n in range(256) if CLASSES[value](chr(n)))
        else:
            return None
    return frozenset(range(256)) - found if negated else frozenset(found)


USED = """
import json, pkgutil, importlib, re, sys
from re import _compiler
found, compile = {}, _compiler.compile
def noting(pattern, flags=0):
    frame = sys._getframe(1)
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in ("re", "functools"):
        frame = frame.f_back
    name = frame.f_globals.get("__name__", "") if frame is not None else ""
    if name.partition(".")[0] == "factcheck":
        text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        found[f"{name}:{frame.f_lineno}:{len(found)}"] = [text, int(flags), isinstance(pattern, bytes)]
    return compile(pattern, flags)
re._compiler.compile = noting
re.purge()
import factcheck
for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from factcheck.limits import Limits
from factcheck.load.dispatch import read_parts
from factcheck.load.protocol import Source
from factcheck.registry import names
from factcheck.report import render
from tests.samples import SAMPLES, TEXT
for name, data in SAMPLES.values():
    read_parts(data, Source(name, Limits()))
report = factcheck.check([factcheck.Document(text=TEXT.replace("12", n), id=n) for n in ("12", "14")])
for name in names("FORMAT"):
    render(report, name)
print(json.dumps(found))
"""


def used() -> Iterator[tuple[str, str | bytes, int]]:
    """Every pattern that the package has compiled when it has read a document of each kind, checked two and written all reports.

    Those inside functions, classes and tables are among them, and those put together from words.
    """
    done = subprocess.run([sys.executable, "-c", USED], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True)
    for name, (text, flags, in_bytes) in json.loads(done.stdout).items():
        yield name, text.encode("latin-1") if in_bytes else text, flags


ALL = list(patterns())


def test_there_are_patterns() -> None:
    assert len(ALL) > 100


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(?:\w+\s?)*x", r"([a-z]*,?)*;", r"(?:(?:ab)+c?)+", r"(?:<!--.{0,2000}?-->\s*)*x"])
def test_runaways_are_seen(pattern: str) -> None:
    assert runaways(pattern, 0)


@pytest.mark.parametrize("pattern", [r"[0-9]+(?:[.,][0-9]+)*", r"(?:\s\w+)*", r"(?:a{1,9}b?)+", r"[a-z]+\s*[0-9]+"])
def test_what_cannot_run_away_is_let_pass(pattern: str) -> None:
    assert not runaways(pattern, 0)


@pytest.mark.parametrize(("name", "pattern"), ALL, ids=[name for name, _ in ALL])
def test_no_pattern_runs_away(name: str, pattern: re.Pattern) -> None:
    assert not runaways(pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)


def test_no_pattern_that_is_made_on_the_way_runs_away() -> None:
    found = list(used())
    assert len(found) > len({pattern.pattern for _, pattern in ALL})
    assert [name for name, pattern, flags in found if runaways(pattern, flags)] == []


SOUGHT = re.compile(r"\b([A-Z_]+)\.(?:search|finditer|findall|sub|subn|split)\(|\bre\.(?:search|finditer|findall|sub|subn|split)\(\s*(r?b?\"[^\n]*?\"),")
ALWAYS_MATCHES = frozenset(("factcheck.extract.tokens._PIECE",))
"""What begins with an endless repetition and goes on to another reading where that one leads nowhere: it is never begun in vain."""


def begins_endless(items: list) -> bool:
    """Whether a search begins anew at every sign of a long run of one: \\s+x in a line of spaces takes the square of its length."""
    for n, (op, argument) in enumerate(items):
        rest = items[n + 1 :]
        if op in (signs.ASSERT, signs.ASSERT_NOT, signs.AT):
            return False
        if op is signs.SUBPATTERN:
            return begins_endless([*argument[3], *rest])
        if op is signs.ATOMIC_GROUP:
            return begins_endless([*argument, *rest])
        if op is signs.BRANCH:
            return any(begins_endless([*branch, *rest]) for branch in argument[1])
        if op not in (*REPEATS, signs.POSSESSIVE_REPEAT):
            return False
        if argument[1] is ENDLESS:
            return any(other not in (*REPEATS, signs.POSSESSIVE_REPEAT) or again[0] for other, again in rest)
        if argument[0]:
            return False
    return False


def sought() -> Iterator[tuple[str, str | bytes, int]]:
    """Every pattern that is looked for anywhere in a text, and not only matched at a place."""
    for name, pattern in ALL:
        module, _, own = name.partition("[")[0].rpartition(".")
        source = Path(importlib.import_module(module).__file__).read_text(encoding="utf-8")
        if any(own == match[1] for match in SOUGHT.finditer(source)):
            yield f"{module}.{own}", pattern.pattern, pattern.flags
    for path in sorted(Path(factcheck.__file__).parent.rglob("*.py")):
        for match in SOUGHT.finditer(path.read_text(encoding="utf-8")):
            if match[2]:
                yield f"{path.stem}: {match[2]}", ast.literal_eval(match[2]), 0


@pytest.mark.parametrize("pattern", [r"\s+x", r"(\w+)-$", r"a?\s*x", r"(?:b|\s+)x"])
def test_endless_beginnings_are_seen(pattern: str) -> None:
    assert begins_endless(list(parser.parse(pattern)))


@pytest.mark.parametrize("pattern", [r"\s+", r"(?<!\w)\w+-", r"\b\w+-", r"\s{0,9}x", r"x\s+y", r"\s+\w*"])
def test_sure_beginnings_are_let_pass(pattern: str) -> None:
    assert not begins_endless(list(parser.parse(pattern)))


def test_no_pattern_that_is_sought_begins_endless() -> None:
    found = list(sought())
    assert len(found) > 50
    at_fault = {name for name, pattern, flags in found if begins_endless(list(parser.parse(pattern, flags & ~re.UNICODE if isinstance(pattern, bytes) else flags)))}
    assert at_fault == ALWAYS_MATCHES
