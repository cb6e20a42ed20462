"""What the documents say is so: their sessions replay, their tables are current, and nothing is left unmentioned.

`python tests/test_docs.py` writes the tables of README.md anew.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli.arguments import parse
from factcheck.registry import docstring, names, plugin
from factcheck.report.escape import markdown

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCUMENTS = sorted(p for p in ROOT.rglob("*.md") if not {".venv", "seeds", "reports", "build"} & set(p.relative_to(ROOT).parts))
COMMANDS = ("check", "verify", "diff", "extract", "rules", "explain", "schema", "config", "completion")


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


@pytest.mark.parametrize("settings", blocks("toml"))
def test_settings_that_are_shown_are_settings(settings: str) -> None:
    from factcheck.config import check_rule_names, settings_from

    table = tomllib.loads(settings)
    if not {"reads_as", "case", "finds_nothing"} & set(table):  # tables of cases, which their own tests read
        check_rule_names(settings_from(table, "shown"), names("RULE"))


def test_every_setting_is_shown() -> None:
    from factcheck.config.schema import PROPERTIES

    text = (ROOT / "docs/settings.md").read_text("utf-8")
    assert not [key for key in PROPERTIES if not re.search(rf"(?m)^\[*{key}\b", text)]


def test_a_newcomer_comes_to_a_report_of_his_own(tmp_path: Path) -> None:
    """Every line of the README's path in a fresh copy. Only the libraries are taken from here, not fetched."""
    (script,) = re.findall(r"## A first report of your own\n\n```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    first, *lines = script.splitlines()
    assert first == "git clone REPOSITORY factcheck && cd factcheck"
    copy = tmp_path / "factcheck"
    kept = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, kept.stdout.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    venv.create(copy / ".venv", symlinks=True)
    (packages,) = (copy / ".venv").glob("lib/python3*/site-packages")
    (packages / "libraries.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    (copy / ".venv/installed").touch()
    environment = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS")}
    done = subprocess.run(["bash", "-euc", "\n".join(lines)], cwd=copy, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "“12 people”" in done.stdout and "no value satisfies both" in done.stdout
    assert "1 conflict in 2 documents" in (copy / "mine/report.html").read_text("utf-8")
    assert (copy / "reports/seeds.html").read_bytes() == (ROOT / "reports/seeds.html").read_bytes()


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


ORDER = ("conflict", "changed", "unsupported", "different-event", "compatible", "agreement", "none")


def chosen_examples() -> dict[str, list[dict]]:
    """For each rule the shortest case of its worst verdict, of the mildest that is one, and of silence, from the tables of cases."""
    found = {}
    for name in names("RULE"):
        path = ROOT / "tests/cases/compare" / f"{name}.toml"
        cases = tomllib.loads(path.read_text("utf-8"))["case"] if path.exists() else []
        verdicts = [verdict for verdict in ORDER if any(case["verdict"] == verdict for case in cases)]
        told = [verdict for verdict in verdicts if verdict != "none"]
        wanted = dict.fromkeys([*told[:1], *told[1:][-2:][:1], *(["none"] if "none" in verdicts else [])])
        found[name] = [example(min((c for c in cases if c["verdict"] == verdict), key=lambda c: len(str(c["documents"])))) for verdict in wanted]
    return found


def example(case: dict) -> dict:
    """A case as an example, with all that is needed to run it."""
    documents = [{"text": d} if isinstance(d, str) else d for d in case["documents"]]
    dated = [({"text": d["text"]} | ({"date": case["date"]} if "date" in case else {}) | d) for d in documents]
    return {"verdict": case["verdict"], "note": case["note"], "command": case.get("command", "check"), "documents": dated}


def examples_file() -> str:
    """The examples as the file that the program shows them from."""

    def text(value: str) -> str:
        return json.dumps(str(value), ensure_ascii=False)

    lines = ["# Examples of every rule, from the tables of cases that the tests run: written by `python tests/test_docs.py`."]
    for rule, found in chosen_examples().items():
        for one in found:
            lines += ["", f"[[{rule}]]", *(f"{key} = {text(one[key])}" for key in ("verdict", "note", "command")), "documents = ["]
            lines += ["    { " + ", ".join(f"{key} = {text(value)}" for key, value in document.items()) + " }," for document in one["documents"]]
            lines.append("]")
    return "\n".join(lines) + "\n"


def rule_reference() -> str:
    """docs/rules.md: every rule with what it says of itself and its examples."""
    from factcheck.compare.examples import told

    lines = ["# The rules", "", "What each looks for, when it speaks and when it is silent, as `factcheck explain RULE` tells it. Written by", "`python tests/test_docs.py`; the tests run every example."]
    for rule, found in chosen_examples().items():
        first, *rest = docstring("RULE", rule).strip().split("\n\n")
        lines += ["", f"## {rule}", "", " ".join(first.split())]
        for part in "\n\n".join(rest).split("\n"):
            if re.match(r"[A-Z][a-z ]+: ", part):
                lines += ["", markdown(part)]
            elif part.strip():
                lines[-1] += " " + markdown(part.strip())
        for one in found:
            head, *documents = told(one)
            lines += ["", f"*{markdown(head)}*", "", *(f"- {markdown(line.removeprefix('  - '))}" for line in documents)]
    return "\n".join(lines) + "\n"


GENERATED = {ROOT / "factcheck/compare/examples.toml": examples_file, ROOT / "docs/rules.md": rule_reference}


@pytest.mark.parametrize("path", GENERATED, ids=lambda p: p.name)
def test_generated_files_are_current(path: Path) -> None:
    assert path.read_text("utf-8") == GENERATED[path](), "run python tests/test_docs.py"


def test_examples_are_what_the_rules_say() -> None:
    from factcheck import Document, check, diff, verify
    from factcheck.compare.examples import examples

    for rule in names("RULE"):
        assert examples(rule), rule
        for one in examples(rule):
            documents = [Document(**({"id": f"d{n}"} | document)) for n, document in enumerate(one["documents"])]
            run = {"check": lambda d: check(d), "verify": lambda d: verify(d[0], d[1:]), "diff": lambda d: diff(*d)}[one["command"]]
            found = {finding.verdict for finding in run(documents).findings if finding.rule == rule}
            assert found == set() if one["verdict"] == "none" else one["verdict"] in found, (rule, one["note"], found)


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
    for generated, write in GENERATED.items():
        generated.write_text(write(), "utf-8")
    README.write_text(with_tables(README.read_text("utf-8")), "utf-8")
