"""How the time and memory of reading grow with the file: python -m bench.reading [--sizes 1,10] [--kind html]

Each kind of document is made at some megabytes and at ten times as many, and read in a process of its own. Prints seconds of the
processor's time, the factor from each size to the next, seconds a megabyte, and the most memory beyond that of an empty run.
With sizes as 1 and 10 a factor up to 12 means that the cost grows with the file. `extract` is the finding of claims in plain text.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from bench.stories import small_stories
from factcheck.limits import Limits

MEGABYTE = 1_000_000
ROOM = Limits(document_bytes=10**9, inflated_bytes=10**9, pages=10**6, entries=10**6, claims=10**8, seconds=600)


def stories(size: int) -> list[str]:
    """Made texts of so many characters together."""
    found, length = [], 0
    for text in small_stories(10**9):
        found.append(text)
        length += len(text)
        if length >= size:
            return found
    return found


def paragraphs(size: int) -> list[str]:
    return [paragraph for text in stories(size) for paragraph in text.split("\n\n")]


def _html(size: int) -> bytes:
    return ("<!doctype html><html><body><article>" + "".join(f"<p>{p}</p>\n" for p in paragraphs(size)) + "</article></body></html>").encode()


def _mail(size: int) -> bytes:
    return ("From: a@example.org\nSubject: x\nDate: Wed, 3 May 2023 09:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + "\n\n".join(paragraphs(size))).encode()


def _saved(size: int) -> bytes:
    head = "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset=utf-8\n\n"
    return head.encode() + _html(size) + b"\n--B--\n"


def _feed(size: int) -> bytes:
    items = "".join(f"<item><title>Story {n}</title><description>{text}</description></item>" for n, text in enumerate(stories(size)))
    return f"<rss><channel><title>x</title>{items}</channel></rss>".encode()


def _archive(size: int) -> bytes:
    from tests.samples import archive

    one = archive(1)
    return one * (size // len(one))


def _pdf(size: int) -> bytes:
    from tests.samples import pdf

    lines = tuple(p[:110] for p in paragraphs(4_000)[:18])
    return pdf(size // 1_800, lines=lines)  # the page of 1,800 characters is the measure, for it lies packed once


def _docx(size: int) -> bytes:
    from tests.samples import docx

    return docx("".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs(size)))


def _gzip(size: int) -> bytes:
    from tests.samples import packed

    return packed(b"".join(text.encode() + b"\n\n" for text in stories(size)))


MADE: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "plain": ("a.txt", lambda size: "\n\n".join(stories(size)).encode()),
    "markdown": ("a.md", lambda size: ("# x\n\n" + "\n\n".join(stories(size))).encode()),
    "cp1252": ("a.txt", lambda size: "\n\n".join(stories(size)).replace("e", "é", 50).encode("cp1252", "replace")),
    "odd spaces": ("a.txt", lambda size: "\n\n".join(stories(size)).replace(" ", "\u00a0").encode()),
    "html": ("a.html", _html),
    "mhtml": ("a.mhtml", _saved),
    "eml": ("a.eml", _mail),
    "json": ("a.json", lambda size: json.dumps([{"title": "x", "text": text} for text in stories(size)]).encode()),
    "csv": ("a.csv", lambda size: ("text\n" + "".join('"{}"\n'.format(text.replace('"', '""')) for text in stories(size))).encode()),
    "feed": ("a.rss", _feed),
    "warc": ("a.warc", _archive),
    "pdf": ("a.pdf", _pdf),
    "docx": ("a.docx", _docx),
    "gzip": ("a.txt.gz", _gzip),
    "extract": ("a.txt", lambda size: "\n\n".join(stories(size)).encode()),
}


def measure(kind: str, size: int) -> None:
    """Read one; what it took, as JSON."""
    from factcheck.extract.pieces import extract_in_pieces
    from factcheck.load.clean import clean
    from factcheck.load.dispatch import read_parts
    from factcheck.load.protocol import Reading, Source
    from factcheck.model.document import Document
    from tests.samples import SAMPLES

    name, make = MADE[kind]
    if kind in SAMPLES:  # libraries are loaded before the clock runs
        read_parts(SAMPLES[kind][1], Source(SAMPLES[kind][0], ROOM))
    data = make(size)
    gc.set_threshold(100_000, 20, 50)  # as in the child process that reads
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    parts = read_parts(data, Source(name, ROOM))
    texts = [clean(part.text)[0] for part in parts if isinstance(part, Reading)]
    if kind == "extract":
        begun = time.process_time()
        for text in texts:
            extract_in_pieces(Document(text, "x"), ROOM.sentence, ROOM.claims)
    took = time.process_time() - begun
    print(json.dumps([took, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024, len(data), sum(map(len, texts))]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="1,10", help="megabytes, ascending")
    parser.add_argument("--kind", choices=sorted(MADE), action="append", help="only this one")
    parser.add_argument("--one", nargs=2, metavar=("KIND", "BYTES"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure(options.one[0], int(options.one[1]))
        return
    print(f"{'kind':12}{'MB':>6}{'seconds':>9}{'factor':>8}{'s/MB':>7}{'memory MB':>11}{'text MB':>9}")
    for kind in options.kind or MADE:
        before = None
        for size in options.sizes.split(","):
            run = subprocess.run([sys.executable, "-m", "bench.reading", "--one", kind, str(int(float(size) * MEGABYTE))], capture_output=True, text=True, check=True)
            took, memory, _, text = json.loads(run.stdout)
            factor = f"{took / before:.1f}" if before else ""
            print(f"{kind:12}{float(size):6g}{took:9.2f}{factor:>8}{took / float(size):7.2f}{memory / MEGABYTE:11.0f}{text / MEGABYTE:9.2f}", flush=True)
            before = took


if __name__ == "__main__":
    main()
