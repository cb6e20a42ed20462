"""reports/ equals a fresh run over seeds/, byte for byte, whatever the hash seed, the order of the files or the locale.

After a wanted change run `make report` and read the difference like code.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.registry import plugin, plugins

ROOT = Path(__file__).parent.parent
FORMATS = [format.name for format in plugins("FORMAT")]
STORIES = sorted(path.name for path in (ROOT / "seeds").iterdir())


def run(*paths: str, format: str, **environment: str) -> bytes:
    """What the command prints about the stories."""
    command = [sys.executable, "-m", "factcheck", "check", *paths, "--format", format]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stderr == b""
    return done.stdout


def golden(format: str) -> bytes:
    """The report that is kept."""
    return (ROOT / "reports" / f"seeds{plugin('FORMAT', format).suffix}").read_bytes()


@pytest.mark.parametrize("format", FORMATS)
def test_the_reports_are_what_the_command_says(format):
    fresh = run("seeds/", format=format, PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    assert fresh == golden(format), "run `make report` and look at the difference"


@pytest.mark.parametrize("format", FORMATS)
def test_neither_hash_seed_nor_order_matters(format):
    paths = [f"seeds/{name}" for name in reversed(STORIES)]
    assert run(*paths, format=format, PYTHONHASHSEED="77", TZ="America/Lima") == golden(format)


def test_there_is_one_report_for_each_format_and_no_other():
    kept = {path.name for path in (ROOT / "reports").iterdir()}
    pictures = {name for name in kept if name.endswith(".png")}  # held by test_page.py
    assert kept - pictures == {"README.md"} | {f"seeds{plugin('FORMAT', format).suffix}" for format in FORMATS}


def test_the_makefile_writes_every_format():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert all(f"{format}=reports/seeds{plugin('FORMAT', format).suffix}" in makefile for format in FORMATS)


def test_the_page_stays_small():
    assert len(golden("html")) < 250_000
