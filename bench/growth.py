"""How the time of a whole check grows with the documents: python -m bench.growth [--sizes 100,1000,10000]

Twice: as many small stories, of which each is told by four documents, and as one story told by all. Prints the seconds of CPU
time and the factor from each size to the next; a factor like that of the sizes means that the cost grows with the text.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from collections.abc import Callable, Iterator

from bench.stories import one_story, small_stories
from factcheck.config import Settings
from factcheck.load import Inputs
from factcheck.model.document import Document
from factcheck.pipeline import run

SHAPES: dict[str, Callable[[int], Iterator[str]]] = {"small stories": small_stories, "one story": one_story}


def seconds(make: Callable[[int], Iterator[str]], documents: int, repeats: int = 1) -> tuple[float, int, int]:
    """The least CPU time of a check, its claims and its findings."""
    best, claims, findings = float("inf"), 0, 0
    for _ in range(repeats):
        inputs = Inputs([Document(text, f"{n:06}") for n, text in enumerate(make(documents))], [])
        gc.collect()
        begun = time.process_time()
        report = run(inputs, Settings())
        best = min(best, time.process_time() - begun)
        claims, findings = report.summary.claims, report.summary.findings
        del report, inputs
    return best, claims, findings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="100,1000,10000", help="numbers of documents, ascending")
    parser.add_argument("--shape", choices=sorted(SHAPES), action="append", help="only this one")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    seconds(small_stories, 20)  # tables are loaded and patterns compiled before the clock runs
    print(f"{'shape':15}{'documents':>10}{'claims':>10}{'findings':>10}{'seconds':>10}{'factor':>8}")
    for shape in options.shape or SHAPES:
        before = None
        for size in sizes:
            took, claims, findings = seconds(SHAPES[shape], size, 3 if size <= 1000 else 1)
            factor = f"{took / before:.1f}" if before else ""
            print(f"{shape:15}{size:10,}{claims:10,}{findings:10,}{took:10.2f}{factor:>8}", flush=True)
            before = took
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
