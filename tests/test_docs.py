"""What the documents say is so: their sessions replay, their tables are current, and nothing is left unmentioned.

`python tests/test_docs.py` writes the tables of README.md anew.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli.arguments import parse
from factcheck.registry import docstring, names, plugin

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCUMENTS = sorted(p for p in ROOT.rglob("*.md") if not {".venv", "seeds", "reports", "build"} & set(p.relative_to(ROOT).parts))
COMMANDS = ("check", "verify", "diff", "extract", "rules", "explain", "schema")


def blocks(language: str) -> list:
    """The fenced blocks of one language in all documents."""
    fence = re.compile(rf"^```{language}\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    return [
        pytest.param(block, id=f"{path.relative_to(ROOT)}: {block.partition(chr(10))[0]}")
        for path in DOCUMENTS
        for block in fence.findall(path.read_text("utf-8"))
    ]


def steps(session: str) -> Iterator[tuple[str, str]]:
    """Each command of a console session with the output that is shown for it."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def matches(shown: str, said: str) -> bool:
    """Whether an output is the one shown, where `...` stands for any text."""
    pattern = ".*?".join(re.escape(part) for part in shown.split("..."))
    return re.fullmatch(pattern, said, re.DOTALL) is not None


@pytest.mark.parametrize("session", blocks("console"))
def test_sessions_replay(session: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, shown in steps(session):
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=os.environ | {"PATH": path}, capture_output=True, text=True, timeout=120, check=False)
        assert matches(shown, done.stdout), f"$ {command}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("session", blocks("pycon"))
def test_examples_hold(session: str) -> None:
    from decimal import Decimal

    test = doctest.DocTestParser().get_doctest(session, {"Decimal": Decimal}, "example", None, 0)
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert not told, "".join(told)


def test_the_matcher_can_fail() -> None:
    assert matches("one\n...three\n", "one\ntwo\nthree\n")
    assert not matches("one\n...three\n", "one\ntwo\n")
    assert not matches("one\n", "one\ntwo\n")


def first_sentence(constant: str, name: str) -> str:
    """What a plug-in says of itself, up to the first full stop, on one line."""
    paragraph = " ".join(docstring(constant, name).strip().partition("\n\n")[0].split())
    return re.split(r"(?<=[\w”\"])\.(?: |$)", paragraph, maxsplit=1)[0].replace("|", "\\|")


def tables() -> dict[str, str]:
    """The generated tables of the README, by their mark."""

    def table(heads: tuple[str, ...], rows: Iterator) -> str:
        shown = [f"| {' | '.join(row)} |" for row in (heads, *rows)]
        return "\n".join([shown[0], "|" + "---|" * len(heads), *shown[1:]])

    return {
        "readers": table(("reads", "files", ""), ((f"`{n}`", " ".join(f"`{s}`" for s in plugin("READER", n).suffixes), first_sentence("READER", n)) for n in names("READER"))),
        "formats": table(("`--format`", "writes"), ((f"`{n}`", first_sentence("FORMAT", n)) for n in names("FORMAT"))),
        "kinds": table(("kind", "what it reads"), ((f"`{n}`", first_sentence("KIND", n)) for n in names("KIND"))),
        "rules": table(("rule", "what it finds"), ((f"`{n}`", plugin("RULE", n).title) for n in names("RULE"))),
    }


def with_tables(text: str) -> str:
    """The README with its tables made anew."""
    for mark, table in tables().items():
        text = re.sub(rf"(<!-- {mark} -->\n).*?(<!-- end -->)", lambda m, t=table: f"{m[1]}{t}\n{m[2]}", text, flags=re.DOTALL)
    return text


def test_the_tables_are_current() -> None:
    text = README.read_text("utf-8")
    assert text == with_tables(text), "run python tests/test_docs.py"


@pytest.mark.parametrize("constant", ["READER", "KIND", "RULE", "FORMAT"])
def test_every_plug_in_is_mentioned(constant: str) -> None:
    text = README.read_text("utf-8")
    assert not [name for name in names(constant) if f"`{name}`" not in text]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_mentioned(command: str, capsysbinary: pytest.CaptureFixture) -> None:
    text = README.read_text("utf-8")
    assert f"factcheck {command}" in text
    with pytest.raises(SystemExit):
        parse([command, "--help"])
    options = set(re.findall(r"--[a-z][a-z-]+", capsysbinary.readouterr().out.decode()))
    assert options
    assert not [option for option in sorted(options) if option not in text]


def test_every_public_name_is_mentioned() -> None:
    import factcheck

    text = README.read_text("utf-8")
    assert not [name for name in ("check", "verify", "diff", "extract_claims", "relate", "Document") if name not in factcheck.__all__ or name not in text]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text("utf-8")), "utf-8")
