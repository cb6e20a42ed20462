"""The same bytes in any surroundings: python -m bench.matrix [--runs 240]

One check of a document of every kind, in as many combinations of locale, time zone, hash seed and order of the files; prints
how many there were and how many different outputs, which must be one.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.samples import SAMPLES

LOCALES = ("C", "POSIX", "C.UTF-8", "en_US.UTF-8", "tr_TR.UTF-8", "de_DE", "xx_YY.none", "")
ZONES = ("UTC", "Pacific/Kiritimati", "America/New_York", "Asia/Kathmandu", ":nowhere")
SEEDS = ("0", "1", "77", "4294967295", "random", "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=240)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for kind, (name, data) in SAMPLES.items():
            Path(folder, f"{kind}-{name}").write_bytes(data)
        paths = sorted(os.listdir(folder))
        combinations = list(itertools.islice(itertools.product(LOCALES, ZONES, SEEDS), options.runs))

        def run(number: int) -> str:
            locale, zone, seed = combinations[number]
            order = random.Random(number).sample(paths, len(paths))
            environment = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "TZ", "PYTHONHASHSEED")}
            environment |= {name: value for name, value in (("LC_ALL", locale), ("TZ", zone), ("PYTHONHASHSEED", seed)) if value}
            done = subprocess.run([sys.executable, "-m", "factcheck", "check", *order, "--format", "json", "--fail-on", "never"], cwd=folder, env=environment, capture_output=True, check=False)
            return f"{done.returncode} {hashlib.sha256(done.stdout).hexdigest()[:16]}"

        with ThreadPoolExecutor(2) as pool:
            outputs = Counter(pool.map(run, range(len(combinations))))
    print(f"{len(combinations)} combinations, {len(outputs)} outputs: {', '.join(f'{output} ({times})' for output, times in outputs.most_common())}")


if __name__ == "__main__":
    main()
