"""How others call the program: completion in a shell, the hook for pre-commit, the action, the snippets that are shown."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.arguments import parser
from factcheck.cli.completion import SHELLS, script
from factcheck.registry import names

ROOT = Path(__file__).parent.parent
A = "LEEDS, May 3, 2023 - A fire at a warehouse in Leeds on Tuesday killed 12 people, the police said.\n"


def completed(*words: str) -> set[str]:
    """What bash offers behind some words, the last of which is being written."""
    shown = " ".join(f"'{word}'" for word in words)
    code = f"{script(parser(), 'bash')}\nCOMP_WORDS=({shown}); COMP_CWORD={len(words) - 1}; _factcheck; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("factcheck", "ver"), {"verify"}),
        (("factcheck", "check", "--fo"), {"--format"}),
        (("factcheck", "check", "--format", "sa"), {"sarif"}),
        (("factcheck", "diff", "--must"), {"--must-keep"}),
        (("factcheck", "check", "--fail-on", "w"), {"warning"}),
        (("factcheck", "check", "READ"), {"README.md"}),
    ],
)
def test_bash_completes(words: tuple[str, ...], offered: set[str]) -> None:
    assert completed(*words) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_format_is_completed(shell: str) -> None:
    done = subprocess.run([sys.executable, "-m", "factcheck", "completion", shell], capture_output=True, text=True, check=True)
    for word in ("check", "verify", "diff", "config", "completion", "must-keep", *names("FORMAT")):
        assert re.search(rf"(?<![\w-]){word}(?![\w-])|--{word}", done.stdout), word
    if shell in ("bash", "fish") and shutil.which(shell):
        assert subprocess.run([shell, "-n"], input=done.stdout, text=True, check=False, capture_output=True).returncode == 0


def test_help_teaches_by_examples_that_can_be_run() -> None:
    from factcheck.cli.arguments import _EXAMPLES

    for text in _EXAMPLES.values():
        lines = [line.strip() for line in text.splitlines() if line.strip().startswith("factcheck ")]
        assert len(lines) >= 2
        for line in lines:
            words = re.split(r"\s{3,}", line)[0].split(" < ")[0].replace('"12 people"', "12-people").split()
            parser().parse_args(words[1:])


def step(name: str) -> str:
    """The script of one step of the action."""
    text = (ROOT / "action.yml").read_text("utf-8")
    part = text.split(f"- name: {name}\n")[1].split("    - name:")[0]
    block = part.split("      run: |\n")[1]
    return "\n".join(line.removeprefix(" " * 8) for line in block.splitlines())


@pytest.mark.parametrize(("other", "status"), [("14", "1"), ("12", "0")])
def test_the_action_checks_tells_and_hands_on_its_status(tmp_path: Path, other: str, status: str) -> None:
    (tmp_path / "my stories").mkdir()
    (tmp_path / "my stories/a.txt").write_text(A)
    (tmp_path / "my stories/b.txt").write_text(A.replace("12", other))
    python = tmp_path / "temp/factcheck/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    outputs, summary = tmp_path / "outputs", tmp_path / "summary"
    environment = os.environ | {
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(summary),
        "FACTCHECK_PATHS": "my stories\n",
        "FACTCHECK_MORE": "--ignore\nname-variant\n",
        "FACTCHECK_FAIL_ON": "conflict",
        "FACTCHECK_BASELINE": "",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", step("Check")], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
    assert told["status"] == status and Path(told["sarif"]).is_file()
    assert done.stdout.startswith("::error file=my stories/" if status == "1" else "::notice")
    assert summary.read_text().startswith("<!-- factcheck -->")


def test_no_input_of_the_action_is_part_of_a_script() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for block in re.findall(r"      run: ?\|?\n?((?:.*\n)*?)(?=    - |\Z)", text):
        assert "${{" not in block


def test_the_hook_names_a_command_that_works(tmp_path: Path) -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entry = re.search(r"entry: factcheck (.*)", hook)[1].split()
    (tmp_path / "a.txt").write_text(A)
    done = subprocess.run([sys.executable, "-m", "factcheck", *entry, "."], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    assert done.returncode == 0
    assert "pass_filenames: false" in hook and "require_serial: true" in hook


def test_the_commands_of_the_snippets_are_commands() -> None:
    text = (ROOT / "docs/ci.md").read_text("utf-8")
    commands = re.findall(r"^\s*- (factcheck check .*)$", text, re.MULTILINE)
    assert commands
    for command in commands:
        parser().parse_args(command.split()[1:])
