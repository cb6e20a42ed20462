"""How many planted errors in words the other stories of an event show: python -m bench.planted_across PATH

PATH is a file of JSON lines with "text", "event" and, if known, "url". In one story of an event one thing is changed, as in
bench.planted_words, and the changed story is checked with the event's other stories, the unchanged one left out. Only errors
count that another story can show, because it carries the same words of the quotation, the same name, or the same office of the
same person. Then each event is checked unchanged: what conflicts there are among words is told, to be read by hand.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import zlib
from collections import Counter, defaultdict
from pathlib import Path

from bench.planted_words import Case, planted
from factcheck import Document, check

RUN = 5  # words on either side of a change in a quotation that another story has as well
MOST = 12  # stories of an event that are checked together
RULES = ("quotation-altered", "quotation-misattributed", "name-misspelt", "office-mismatch", "office-holder", "name-mismatch", "place-mismatch", "participant-mismatch", "person-mismatch", "superlative-mismatch", "first-since")
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def plain(text: str) -> str:
    """The words of a text, in lower case, one space between."""
    return " " + " ".join(w.replace("’", "'") for w in _WORD.findall(text.lower())) + " "


def differing(old: str, new: str) -> tuple[int, int]:
    """First offset at which two texts differ, and the offset in the old one behind which they are the same again."""
    first = next(i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    behind = next(i for i, (a, b) in enumerate(zip(reversed(old), reversed(new), strict=False)) if a != b)
    return first, max(first, len(old) - behind)


def carried(case: Case, text: str, other: str) -> bool:
    """Whether another story, in plain words, can show the error."""
    first, last = differing(text, case.text)
    if case.sort in ("word", "number", "not"):
        before, behind = plain(text[case.first : first]).split()[-RUN:], plain(text[last : case.last]).split()[:RUN]
        run = " ".join((*before, *plain(text[first:last]).split(), *behind))
        return len(run.split()) >= RUN + 2 and f" {run} " in other
    around = plain(text[case.first : max(case.last, last)])
    if case.sort == "speaker":
        said = " ".join(around.split()[:8])
        name = plain(text[max(0, first - 20) : last + 20])
        return f" {said} " in other and any(len(w) > 3 and f" {w} " in other for w in name.split()[-4:])
    if case.sort == "name":
        return around in other
    return around.rstrip().removesuffix(" of").removesuffix(" for").removesuffix(" at") + " " in other


def is_found(case: Case, others: list[tuple[str, str]]) -> bool:
    """Whether a conflict between the changed story and another one points at the error."""
    for finding in check([Document(text=case.text, id="changed"), *(Document(text=text, id=name) for name, text in others)]).findings:
        if finding.verdict == "conflict" and any(e.document == "changed" and e.start < case.last and case.first < e.end for e in finding.evidence):
            if len({e.side for e in finding.evidence}) > 1:
                return True
    return False


def main() -> None:
    """Plant, check and count."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many missed errors of each sort, and the conflicts of the unchanged events")
    args = parser.parse_args()
    events: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in args.path.read_text("utf-8").splitlines():
        row = json.loads(line)
        events[row["event"]].append((row["id"], row["text"]))
    found, all_, told = Counter(), Counter(), Counter()
    for event in sorted(events):
        stories = events[event][:MOST]
        words = {name: plain(text) for name, text in stories}
        for name, text in stories:
            for case in planted(text, random.Random(zlib.crc32(text.encode()))):
                others = [(other, said) for other, said in stories if other != name and carried(case, text, words[other])]
                if not others or any(said == text for _, said in others):
                    continue
                all_[case.sort] += 1
                if is_found(case, [(other, said) for other, said in stories if other != name]):
                    found[case.sort] += 1
                elif all_[case.sort] - found[case.sort] <= args.show:
                    print(f"missed {case.sort} in {name}, which {others[0][0]} can show: {case.text[max(0, case.first - 60) : case.last + 60]!r}")
        for finding in check([Document(text=text, id=name) for name, text in stories]).findings:
            if finding.verdict == "conflict" and finding.rule in RULES:
                told[finding.rule] += 1
                if args.show:
                    print(f"unchanged, {event}: {finding.rule}: {finding.message}")
    for sort in sorted(all_):
        print(f"{sort:15} {found[sort]:5} of {all_[sort]:5} found ({found[sort] / all_[sort]:.3f})")
    for rule in sorted(told):
        print(f"{rule:25} {told[rule]:5} conflicts in the unchanged events")


if __name__ == "__main__":
    main()
