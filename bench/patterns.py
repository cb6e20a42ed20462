"""How the time of a check grows with text made to make patterns run long: python -m bench.patterns [--characters 20000] [--all]

One short piece is repeated to so many characters and to four times as many, as the text of two documents, and both are checked.
Prints what takes more than six times as long, or with --all everything: seconds of the processor's time and their factor, which
is four where the cost grows with the text. Best of two, for a text that is done in no time tells little.
"""

from __future__ import annotations

import argparse
import time

import factcheck

TIMES = 4
BAR = 6
PIECES = (
    *(", A a 1 - ( . \" “ ' | < * # > _ / — ? & é e\u0301 \ufffd $ %".split()),
    *("1. 1, 1/ 1: (1 $1 12% 1- 5ft 1st 1\ufffd A' A- A. ... ?! http:// http://a/2020/01/01/ &lt; twenty-".split()),
    *(" ", "\t", "\n", "\n\n", "A\n\n", "1\n\n", "said\n", "a|b\n", "- a\n", "# ", "> ", "* "),
    *("A ", "1 ", "$1 ", "12% ", "A, ", "A and ", "A. ", "“a” ", "'s ", " a", "the first ", "of the ", "by the ", "three ", "million ", "years "),
    *("May ", "May 1 ", "May 1, ", "March 3, 2021, ", "Monday ", "last year ", "In 2019, ", "12:30 a.m. ", "two years after ", "early\t "),
    *("By A ", "By A\n", "Published: ", "updated ", "Sen. ", "Mr. A ", "A (1) ", '"a" said A. ', "not ", "A beat B. ", "killed 12 "),
    *("12 people and ", "12 people, ", "from 1 to 2 ", "one hundred and "),
)
HEADS = ("LEEDS, May 3 - A fire killed 12 people. ", "LEEDS, May 3 - A fire killed 13 people. ")


def seconds(piece: str, characters: int) -> float:
    """CPU time of checking two documents of one piece repeated."""
    text = (piece * (characters // len(piece) + 1))[:characters]
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        factcheck.check([factcheck.Document(text=head + text, id=str(n)) for n, head in enumerate(HEADS)])
        best = min(best, time.process_time() - begun)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--characters", type=int, default=20_000)
    parser.add_argument("--all", action="store_true", help="print all, not only what is beyond the bar")
    options = parser.parse_args()
    seconds("A", 100)  # what is made once
    worst = 0.0
    for piece in PIECES:
        few, many = seconds(piece, options.characters), seconds(piece, TIMES * options.characters)
        factor = many / max(few, 0.01)
        worst = max(worst, factor)
        if options.all or factor > BAR:
            print(f"{piece!r:24}{few:8.2f}{many:8.2f}{factor:7.1f}", flush=True)
    print(f"{len(PIECES)} pieces, the worst factor is {worst:.1f}")


if __name__ == "__main__":
    main()
