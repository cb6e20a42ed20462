"""No pattern of the package can run away: none repeats without bound what is itself repeated without bound."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
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
