"""How the time of a whole check grows with the documents: python -m bench.growth [--sizes 100,1000,10000]

Twice: as many small stories, of which each is told by four documents, and as one story told by all. Prints the seconds of CPU
time, best of two, and the factor from each size to the next; a factor like that of the sizes means that the cost grows with
the text. "Passes" are the same time in passes of \\w+ over the same text, taken just before and after, and the last column is
the factor by them: it is the one to trust on a busy machine.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bench.stories import one_story, small_stories
from factcheck.config import Settings
from factcheck.load import Inputs
from factcheck.model.document import Document
from factcheck.pipeline import run

WORD = re.compile(r"\w+")
REPEATS = 2


class Measured(NamedTuple):
    """Seconds, the same in word passes, and the size of the text and of the result."""

    seconds: float
    passes: float
    characters: int
    claims: int
    findings: int


SHAPES: dict[str, Callable[[int], Iterator[str]]] = {"small stories": small_stories, "one story": one_story}


def word_pass(texts: list[str]) -> float:
    """CPU time of finding the words of all texts."""
    begun = time.process_time()
    for text in texts:
        WORD.findall(text)
    return time.process_time() - begun


def measure(make: Callable[[int], Iterator[str]], documents: int) -> Measured:
    """One size of one shape."""
    best, passes = float("inf"), float("inf")
    texts = list(make(documents))
    for _ in range(REPEATS):
        inputs = Inputs([Document(text, f"{n:06}") for n, text in enumerate(texts)], [])
        gc.collect()
        anchor = word_pass(texts)
        begun = time.process_time()
        report = run(inputs, Settings())
        took = time.process_time() - begun
        anchor = (anchor + word_pass(texts)) / 2
        best, passes = min(best, took), min(passes, took / anchor)
        claims, findings = report.summary.claims, report.summary.findings
        del report, inputs
    return Measured(best, passes, sum(map(len, texts)), claims, findings)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="100,1000,10000", help="numbers of documents, ascending")
    parser.add_argument("--shape", choices=sorted(SHAPES), action="append", help="only this one")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    measure(small_stories, 20)  # tables are loaded and patterns compiled before the clock runs
    print(f"{'shape':15}{'documents':>10}{'claims':>10}{'findings':>10}{'seconds':>10}{'factor':>8}{'passes':>8}{'factor':>8}")
    for shape in options.shape or SHAPES:
        before = None
        for size in sizes:
            now = measure(SHAPES[shape], size)
            factor = f"{now.seconds / before.seconds:.1f}" if before else ""
            by_passes = f"{now.passes * now.characters / (before.passes * before.characters):.1f}" if before else ""
            print(f"{shape:15}{size:10,}{now.claims:10,}{now.findings:10,}{now.seconds:10.2f}{factor:>8}{now.passes:8.1f}{by_passes:>8}", flush=True)
            before = now
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
