"""Kinds and rules that an installed package brings by entry points: the example package, as if it were installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples/factcheck-shirts"
A = "OSLO, May 3, 2023 - Nils Dahl scored for Vika against Brann on Tuesday in the 7 shirt of his club.\n"


def installed(folder: Path, points: dict[str, dict[str, str]]) -> Path:
    """What an installer leaves of a package that declares entry points."""
    info = folder / "factcheck_shirts-0.1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: factcheck-shirts\nVersion: 0.1\n")
    lines = [line for group, named in points.items() for line in (f"[{group}]", *(f"{name} = {module}" for name, module in named.items()))]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
    return folder


def declared() -> dict[str, dict[str, str]]:
    return tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    path = os.pathsep.join([str(folder), str(EXAMPLE), str(ROOT)])
    return subprocess.run([sys.executable, "-m", "factcheck", *arguments], cwd=folder, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, timeout=60, check=False)


def test_the_example_package_reads_and_compares_what_it_brings(tmp_path: Path) -> None:
    folder = installed(tmp_path / "site", declared())
    (folder / "a.txt").write_text(A)
    (folder / "b.txt").write_text(A.replace("7", "9"))
    assert "shirt-mismatch" in run(folder, "rules").stdout
    assert "readers look players up" in run(folder, "explain", "shirt-mismatch").stdout
    done = run(folder, "check", "a.txt", "b.txt", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 1, done.stderr
    assert [(f["rule"], f["verdict"]) for f in report["findings"] if f["verdict"] == "conflict"] == [("shirt-mismatch", "conflict")]
    assert {c["kind"] for c in report["claims"]} >= {"shirt"}
    for format in ("sarif", "html", "junit"):
        assert "shirt-mismatch" in run(folder, "check", "a.txt", "b.txt", "--format", format).stdout
    assert run(folder, "check", "a.txt", "b.txt", "--ignore", "shirt-mismatch").returncode == 0


@pytest.mark.parametrize(
    ("points", "complaint"),
    [
        ({"factcheck.rules": {"count-mismatch": "factcheck_shirts.shirt_mismatch"}}, "which another plug-in is"),
        ({"factcheck.rules": {"shirts": "factcheck_shirts.shirt_mismatch"}}, "RULE is named 'shirt-mismatch'"),
        ({"factcheck.rules": {"shirt": "factcheck_shirts.shirt"}}, "defines no RULE"),
        ({"factcheck.rules": {"shirt-mismatch": "factcheck_shirts.gone"}}, "cannot be imported"),
    ],
)
def test_a_plug_in_that_breaks_the_contract_is_named_in_one_line(tmp_path: Path, points: dict, complaint: str) -> None:
    folder = installed(tmp_path / "site", points)
    (folder / "a.txt").write_text(A)
    done = run(folder, "check", "a.txt")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, done.stderr
    assert complaint in done.stderr and "factcheck_shirts" in done.stderr
