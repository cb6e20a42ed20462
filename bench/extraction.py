"""Speed of extraction: python -m bench.extraction [FOLDER]

The ratio of reading all claims of all kinds to one pass of the pattern \\w+ over the same text in the same process: 1 would be
as fast as finding the words. CPU time, best of several rounds in turn, the collector off as in the pipeline. Texts are taken
from a folder (its .txt and .md files), or made by rule.
"""

from __future__ import annotations

import argparse
import gc
import re
import time
from collections.abc import Callable
from pathlib import Path

from bench.stories import small_stories
from factcheck.extract import extract
from factcheck.model.document import Document

ROUNDS = 7
DOCUMENTS = 600


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def texts_of(folder: str | None) -> list[str]:
    """The texts to read: those of a folder, repeated to a measurable length, or made ones."""
    if folder is None:
        return list(small_stories(DOCUMENTS))
    found = [path.read_text("utf-8", "replace") for path in sorted(Path(folder).rglob("*")) if path.suffix in (".txt", ".md")]
    if not found:
        raise SystemExit(f"{folder}: no .txt or .md file")
    return found * max(1, 500_000 // max(1, sum(map(len, found))))


def measure(texts: list[str], rounds: int = ROUNDS) -> tuple[float, float, int]:
    """Best seconds of a word pass, best seconds of extraction, and the number of claims."""
    word = re.compile(r"\w+")
    documents = [Document(text, str(n)) for n, text in enumerate(texts)]
    claims = sum(len(extract(document).claims) for document in documents)  # also loads tables and fills caches
    passes, readings = [], []
    enabled = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            passes.append(cpu(lambda: [word.findall(text) for text in texts]))
            readings.append(cpu(lambda: [extract(document) for document in documents]))
    finally:
        if enabled:
            gc.enable()
    return min(passes), min(readings), claims


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="texts to read instead of made ones")
    texts = texts_of(parser.parse_args().folder)
    words, reading, claims = measure(texts)
    size = sum(map(len, texts))
    print(f"texts       {len(texts):,} of {size / len(texts):,.0f} characters, {claims / size * 1000:.0f} claims in a thousand characters")
    print(f"word pass   {size / words / 1e6:.1f} million characters a second")
    print(f"extraction  {size / reading / 1e6:.2f} million characters a second")
    print(f"ratio       {words / reading:.3f}")


if __name__ == "__main__":
    main()
