"""How the HTML report does in a browser: python -m bench.page [--documents 200] [--findings 1000]

Checks made stories, keeps so many findings, writes the page, and opens it in a Chromium: how large it is, how long until it has
loaded, and how long a filter takes until the page is laid out again. Beside each time stands that of a page of plain paragraphs
of the same size, which is what the browser needs for the bytes alone: the ratio is the one to trust on a busy machine.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

from bench.stories import small_stories
from factcheck.config import Settings
from factcheck.load import Inputs
from factcheck.model.document import Document
from factcheck.pipeline import run
from factcheck.report import render
from factcheck.report.protocol import View

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
FILTER = """verdict => {
  const select = document.querySelector('[data-filter="verdict"]');
  const start = performance.now();
  select.value = verdict;
  select.dispatchEvent(new Event('change'));
  document.body.offsetHeight;
  return performance.now() - start;
}"""


def page_of(documents: int, findings: int) -> str:
    """The report on so many made stories, with exactly so many findings."""
    made = [Document(text, f"story-{n:04}", path=f"story-{n:04}.txt") for n, text in enumerate(islice(small_stories(documents), documents))]
    report = run(Inputs(made, []), Settings())
    kept = [finding.model_copy(update={"id": f"{n:012x}"}) for n, finding in enumerate(islice(cycle(report.findings), findings))]
    kept.sort(key=lambda finding: finding.verdict != "conflict")
    return render(report.model_copy(update={"findings": tuple(kept)}), "html", View(texts={d.id: d.text for d in made}))


def plain_of(size: int) -> str:
    """A page of paragraphs of about the same size."""
    return "<!DOCTYPE html><meta charset=utf-8>" + "<p>The quick brown fox jumps over the lazy dog, and over again.</p>\n" * (size // 70)


def loaded(browser: Any, path: Path) -> tuple[float, Any]:
    """Milliseconds until a page has loaded, and the page."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    return page.evaluate(LOADED), page


def main() -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--findings", type=int, default=1_000)
    options = parser.parse_args()
    source = page_of(options.documents, options.findings)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report, plain = Path(folder, "report.html"), Path(folder, "plain.html")
        report.write_text(source, "utf-8")
        plain.write_text(plain_of(len(source)), "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        opened, bare, filtered = [], [], []
        for _ in range(5):
            bare.append(loaded(browser, plain)[0])
            milliseconds, page = loaded(browser, report)
            opened.append(milliseconds)
            filtered += [page.evaluate(FILTER, verdict) for verdict in ("agreement", "", "compatible", "")]
            page.close()
        browser.close()
    print(f"{options.findings:,} findings, {options.documents:,} documents: {len(source.encode()) / 1e6:.1f} MB")
    print(f"loaded after {median(opened):.0f} ms, {median(opened) / median(bare):.1f} times a plain page of its size; a filter takes {median(filtered):.0f} ms")


if __name__ == "__main__":
    main()
