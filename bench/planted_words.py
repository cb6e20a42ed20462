"""How many planted errors in words are found, and whether sound copies raise an alarm: python -m bench.planted_words PATH

PATH is a folder of documents or a file of JSON lines with "text" and, if known, "url". In a document one thing is changed: a
word, a number or a "not" inside a quotation, the speaker of one, the spelling of a person's name, or an office. The changed
document is checked against the unchanged one; the error counts as found where a conflict points at the changed place. Then the
document is checked against copies of itself that differ in nothing an editor minds: marks, dashes, line breaks, spaces that do
not break, composed and decomposed letters, St. and Saint. Each conflict there is a false alarm. What can be changed is worked
out here with plain patterns, and knows nothing of how the engine reads.
"""

from __future__ import annotations

import argparse
import random
import re
import textwrap
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from bench.planted import documents, put
from factcheck import Document, check

QUOTATION = re.compile(r"(?:(?<=[\s(])|^)[\"“](?=\w)(?P<said>[^\"“”]{25,500}?[\w.,!?])[\"”](?=[\s.,;:)]|$)")
OTHERS = "garden silver window harvest bottle engine carpet lantern meadow pencil thunder velvet".split()
NUMBER = re.compile(r"\b(?:[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)\b(?![.,]?[0-9]|-)")
NUMBERS = {"two": "five", "three": "seven", "four": "nine", "five": "eight", "six": "two", "seven": "three", "eight": "four", "nine": "six", "ten": "twelve", "twenty": "thirty", "thirty": "forty"}
VERB = re.compile(r"\b(?:is|are|was|were|will|would|can|could|should|did|do|have|has|had|must)\b(?P<no> not\b)?(?= \w)")
SAID = r"(?:said|says|told|added|explained|recalled)"
PERSON = r"[A-Z][a-z]+ [A-Z][a-z]{2,}"
SPEAKER = re.compile(rf"[,?!.][\"”] (?:{SAID} (?P<behind>{PERSON})(?=[.,])|(?P<before>{PERSON}) {SAID}\b)")
STRANGERS = ("Harold Quimby", "Deborah Ostrow", "Martin Vasquez", "Ingrid Halloran")
GIVEN = "John James Robert Michael William David Richard Joseph Thomas Charles Daniel Matthew Mark Paul Steven Andrew Kevin Brian George Edward Peter Eric Stephen Jack Mary Jennifer Linda Elizabeth Susan Jessica Sarah Karen Nancy Lisa Anna Laura Emily Amy Maria Kate Lindsay Angelina Jim Joe Bill Tom Chris Matt Mike Dan Steve Ben Tim Larry Scott Frank Barack Hillary"
NAMED = re.compile(rf"\b(?:{GIVEN.replace(' ', '|')}) (?P<surname>[A-Z][a-z]{{3,}})\b(?! [A-Z])")
TITLES = ("President", "Prime Minister", "Senator", "Sen.", "Governor", "Gov.", "Mayor", "Judge", "Detective", "Sheriff", "Police Chief", "Attorney General", "Foreign Minister", "Secretary of State")
TITLED = re.compile(rf"(?<![\w.] )\b(?P<office>{'|'.join(map(re.escape, TITLES))}) {PERSON}\b")
OFFICES = ("president", "chief executive", "spokesman", "spokeswoman", "director", "chairman", "mayor", "governor", "prime minister", "head coach", "attorney general", "police chief")
APPOSED = re.compile(rf"\b{PERSON}, (?:the |a )?(?P<office>{'|'.join(OFFICES)}) (?:of|for|at)\b")
SHORTEST = 6  # words of a quotation in which a speaker is swapped; a shorter one two people may both have said
EACH = 2  # errors of one sort in one document


class Case(NamedTuple):
    """A text with one error in it; first, last: offsets of what a finding has to point at."""

    text: str
    sort: str
    first: int
    last: int


def in_quotations(text: str, chance: random.Random) -> Iterator[Case]:
    """A word, a number or a negation changed inside a quotation."""
    for match in QUOTATION.finditer(text):
        begin, said = match.start("said"), match["said"]
        if len(said.split()) < SHORTEST:
            continue
        inner = [m for m in re.finditer(r"(?<= )[a-z]{5,}(?=[ ,])", said)]
        if inner:
            word = chance.choice(inner)
            yield changed(text, "word", (begin + word.start(), begin + word.end()), chance.choice(OTHERS), match.span())
        number = NUMBER.search(said)
        if number:
            new = NUMBERS.get(number[0]) or str(int(number[0]) + chance.choice((2, 5, 9)))
            yield changed(text, "number", (begin + number.start(), begin + number.end()), new, match.span())
        verb = VERB.search(said)
        if verb:
            new = verb[0].removesuffix(" not") if verb["no"] else verb[0] + " not"
            yield changed(text, "not", (begin + verb.start(), begin + verb.end()), new, match.span())


def changed(text: str, sort: str, place: tuple[int, int], new: str, around: tuple[int, int]) -> Case:
    """A text with one place written anew; around: what a finding has to touch, as offsets of the old text."""
    return Case(put(text, place, new), sort, around[0], around[1] + len(new) - (place[1] - place[0]))


def speakers(text: str, chance: random.Random) -> Iterator[Case]:
    """Another person's name beside a quotation: one that the text has, or a stranger's."""
    ends = {m.end(): m for m in QUOTATION.finditer(text)}
    for match in SPEAKER.finditer(text):
        quotation = ends.get(match.start() + 2)
        if quotation is None or len(quotation["said"].split()) < SHORTEST:
            continue
        group = "behind" if match["behind"] else "before"
        own = match[group]
        if own.split()[0] in ("The", "But", "And", "One") or own.split()[-1] in OTHERS:
            continue
        people = sorted({m[0] for m in NAMED.finditer(text)} - {own})
        others = [p for p in people if p.split()[-1] != own.split()[-1]]
        new = chance.choice([*others[:3], chance.choice(STRANGERS)])
        yield changed(text, "speaker", match.span(group), new, quotation.span())


def names(text: str, chance: random.Random) -> Iterator[Case]:
    """A person's surname misspelt once: two letters in the wrong order, one left out, doubled or another one."""
    for match in NAMED.finditer(text):
        surname = match["surname"]
        wrong = misspelt(surname, chance)
        if wrong not in text:
            yield changed(text, "name", match.span("surname"), wrong, match.span())


def misspelt(name: str, chance: random.Random) -> str:
    """A name with one slip of the pen behind its first letter."""
    at = chance.randrange(1, len(name) - 1)
    slips: list[Callable[[], str]] = [
        lambda: name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        lambda: name[:at] + name[at + 1 :],
        lambda: name[:at] + name[at] + name[at:],
        lambda: name[:at] + chance.choice("aeioulnrst".replace(name[at], "")) + name[at + 1 :],
    ]
    wrong = chance.choice(slips)()
    return wrong if wrong != name else name[:-1] + chance.choice("aeo".replace(name[-1], "")) + name[-1]


def offices(text: str, chance: random.Random) -> Iterator[Case]:
    """Another office beside a person's name."""
    for pattern, known in ((TITLED, TITLES), (APPOSED, OFFICES)):
        for match in pattern.finditer(text):
            same = {"Senator": "Sen.", "Sen.": "Senator", "Governor": "Gov.", "Gov.": "Governor", "spokesman": "spokeswoman", "spokeswoman": "spokesman"}.get(match["office"])
            new = chance.choice([t for t in known if t not in (match["office"], same)])
            yield changed(text, "office", match.span("office"), new, match.span())


def planted(text: str, chance: random.Random) -> Iterator[Case]:
    """At most a few errors of each sort, spread over the text."""
    found: dict[str, list[Case]] = {}
    for source in (in_quotations, speakers, names, offices):
        for case in source(text, chance):
            found.setdefault(case.sort, []).append(case)
    for sort in sorted(found):
        yield from chance.sample(found[sort], min(EACH, len(found[sort])))


SAINT = re.compile(r"\b(?:St\.|Saint)(?= [A-Z])")
COPIES: dict[str, Callable[[str], str]] = {
    "identical": lambda text: text,
    "curly marks": lambda text: re.sub(r'(?:(?<=[\s(])|^)"', "“", text).replace('"', "”").replace("'", "’"),
    "straight marks": lambda text: re.sub("[“”]", '"', re.sub("[‘’]", "'", text)),
    "dashes": lambda text: re.sub(" (?:--|–|—|-) ", " — ", text),
    "line breaks": lambda text: "\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False, break_long_words=False) for p in text.split("\n\n")),
    "one line each": lambda text: re.sub("\n+", "\n", text),
    "firm spaces": lambda text: re.sub(r"(?<=\d) (?=\w)|(?<=Mr\.) |(?<=,) ", "\N{NO-BREAK SPACE}", text),
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "saints": lambda text: SAINT.sub(lambda m: "Saint" if m[0] == "St." else "St.", text),
}


def conflicts(*texts: str) -> list:
    """The conflicts of a check of some texts, which are named 0, 1, 2 …"""
    return [f for f in check([Document(text=text, id=str(n)) for n, text in enumerate(texts)]).findings if f.verdict == "conflict"]


def is_found(case: Case, text: str) -> bool:
    """Whether a conflict between the text and the changed one points at the error."""
    for finding in conflicts(text, case.text):
        at = [e for e in finding.evidence if e.document == "1" and e.start < case.last and case.first < e.end]
        if at and len({e.side for e in finding.evidence}) > 1:
            return True
    return False


def main() -> None:
    """Plant, check and count."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many errors of each sort that were missed, and the false alarms")
    parser.add_argument("--sort", action="append", help="plant errors of this sort only")
    parser.add_argument("--no-copies", action="store_true", help="leave the sound copies out")
    args = parser.parse_args()
    found, all_, copied = Counter(), Counter(), Counter()
    for name, text, _ in documents(args.path):
        chance = random.Random(zlib.crc32(text.encode()))
        for case in planted(text, chance):
            if args.sort and case.sort not in args.sort:
                continue
            all_[case.sort] += 1
            if is_found(case, text):
                found[case.sort] += 1
            elif all_[case.sort] - found[case.sort] <= args.show:
                print(f"missed {case.sort} in {name}: {case.text[max(0, case.first - 40) : case.last + 60]!r}")
        for sort, copy in COPIES.items() if not args.no_copies else ():
            other = copy(text)
            if other == text and sort != "identical":
                continue
            copied[sort] += 1
            for finding in conflicts(text, other):
                if len({e.document for e in finding.evidence}) > 1:
                    copied[sort, "alarms"] += 1
                    if copied[sort, "alarms"] <= args.show:
                        print(f"alarm between {name} and its copy ({sort}): {finding.rule}: {finding.message}")
    for sort in sorted(all_):
        print(f"{sort:15} {found[sort]:5} of {all_[sort]:5} found ({found[sort] / all_[sort]:.3f})")
    for sort in COPIES:
        if copied[sort]:
            print(f"{sort:15} {copied[sort, 'alarms']:5} alarms between {copied[sort]} documents and their copies")


if __name__ == "__main__":
    main()
