"""python -m tests.fuzz [--runs 200000] [--kind html] [--from 0]: damaged documents, and what went wrong with them.

Each kind runs in a process of its own, which is started again behind a document that ended it. A document that takes more
than two seconds of the processor's time is told as a hang. The bytes of everything that goes wrong are put into --keep.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.damage import damaged
from tests.fuzz.trial import trial
from tests.samples import SAMPLES

SLOW = 2.0
CLAIMS_OF = 40
"""Of every so many documents that are not plain text the claims are read, too: that takes most of the time, and is one for all."""


class Slow(Exception):
    """It took too long."""


def too_slow(*_: object) -> None:
    raise Slow


def work(kind: str, first: int, behind: int) -> None:
    """Run some, saying after each which it was; faults are printed as they come."""
    signal.signal(signal.SIGVTALRM, too_slow)
    for seed in range(first, behind):
        name, data = damaged(kind, seed)
        os.write(3, b"%d\n" % seed)
        signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
        try:
            trial(name, data, claims=kind == "plain" or seed % CLAIMS_OF == 0)
        except Slow:
            print(f"{kind} {seed}: slow", flush=True)
        except Exception as error:
            print(f"{kind} {seed}: {type(error).__name__} {str(error)[:150]!r}", flush=True)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def watch(kind: str, first: int, behind: int) -> int:
    """Run all of one kind, and go on behind what ends the process; how many of them did."""
    ended = 0
    while first < behind:
        reading, writing = os.pipe()
        command = [sys.executable, "-m", "tests.fuzz", "--kind", kind, "--from", str(first), "--to", str(behind), "--child"]
        process = subprocess.Popen(["bash", "-c", f'exec "$@" 3>&{writing}', "-", *command], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading, "rb") as seeds:
            last = first - 1
            for line in seeds:
                last = int(line)
        status = process.wait()
        if status == 0:
            break
        print(f"{kind} {last}: ended the process with {status}", flush=True)
        ended, first = ended + 1, last + 1
    return ended


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--kind", choices=sorted(SAMPLES), action="append")
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", type=int)
    parser.add_argument("--keep", metavar="DIR", help="write the document of --from into this folder, and leave")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    behind = options.to or options.first + options.runs
    for kind in options.kind or sorted(SAMPLES):
        if options.keep:
            name, data = damaged(kind, options.first)
            digest = hashlib.sha256(data).hexdigest()[:12]
            Path(options.keep, f"{kind}-{digest}-{name}").write_bytes(data)
        elif options.child:
            work(kind, options.first, behind)
        else:
            begun = time.monotonic()
            ended = watch(kind, options.first, behind)
            print(f"{kind}: {behind - options.first:,} runs in {time.monotonic() - begun:.0f} s, {ended} ended the process", flush=True)


if __name__ == "__main__":
    main()
