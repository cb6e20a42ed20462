"""Times of day: "4:30 p.m. ET", "10am", "22:30 GMT", "five o'clock". They belong to a date beside them, or are no claim."""

from __future__ import annotations

import re

from factcheck.extract.time_scan import Atom, TimeScan

_BRITISH = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")  # 3.45pm
_AMPM = frozenset(("am", "pm"))
_HOURS, FULL = frozenset(("hrs", "hours", "h")), 5  # 07.24hrs
_CLOCK_BEFORE = frozenset("at around about until till from before after since between shortly on".split())
_CLOCK_LINKS = frozenset((",", "at", "around", "about", "on", "by", "before", "after", "until", "from", "shortly", "|", "-", "–", "—"))


def clock_from(scan: TimeScan, i: int) -> int | None:
    """The last token of a time of day that begins at token i: "4:30 p.m. ET", "10am", "22:30 GMT", "five o'clock"."""
    if _BRITISH.fullmatch(scan.words[i]):
        nxt = i + 1
        if scan.low[nxt] in _AMPM or (scan.low[nxt] in _HOURS and (scan.words[i][0] == "0" or len(scan.words[i]) == FULL)):
            return nxt
        if scan.low[nxt] in ("a", "p") and scan.low[nxt + 1] == "." and scan.low[nxt + 2] == "m":
            return nxt + 3 if scan.low[nxt + 3] == "." and scan.glued(nxt + 2) else nxt + 2
        return None
    hour = scan.number(i)
    if hour is None or hour > 24 or len(scan.words[i]) > 2 or (i and scan.glued(i - 1) and scan.words[i - 1] in ":-/."):
        return None
    j, minutes = i, False
    if scan.low[i + 1] in (":", ".") and i + 2 < scan.size and len(scan.words[i + 2]) == 2 and (scan.number(i + 2) or 0) < 60 and scan.words[i + 2].isdecimal():
        j, minutes = i + 2, scan.words[i + 1] == ":"
        if minutes and scan.low[j + 1] == ":" and scan.glued(j) and scan.number(j + 2) is not None:
            j += 2
    marked = False
    behind = scan.low[j + 1]
    if behind in _AMPM or behind in ("o'clock", "o’clock"):
        j, marked = j + 1, True
    elif behind in ("a", "p") and scan.low[j + 2] == "." and scan.low[j + 3] in ("m", "m's"):
        j = j + 4 if scan.low[j + 4] == "." and scan.glued(j + 3) else j + 3
        marked = True
    zone = scan.words[j + 1] if j + 1 < scan.size else ""
    k = j + 1
    if zone == "(" and scan.low[j + 2] in scan.known.zones and scan.low[j + 3] == ")":
        zone, k = scan.words[j + 2], j + 2
    if zone.lower() in scan.known.zones and (zone.isupper() or zone.lower() in {"local", "eastern", "pacific", "central"}):
        j, marked = k, True
        if scan.low[j + 1] == "time" or (scan.low[j + 1] == ")" and scan.low[k - 1] == "("):
            j += 1
    if marked:
        return j if minutes or j > i + 1 or scan.low[i + 1] != ":" else None
    if minutes and hour < 24 and scan.glued(i):
        return j
    return None


def is_sure_clock(scan: TimeScan, first: int, last: int) -> bool:
    """Whether a time of day is one even away from a date: it has am, pm or a zone, or "at" before it."""
    end = scan.low[last]
    return last > first + 2 or end in _AMPM or end in scan.known.zones or end.startswith("o") or scan.low[first - 1] in _CLOCK_BEFORE


def attach_clocks(scan: TimeScan, atoms: list[Atom], clocks: dict[int, int]) -> list[tuple[int, int, str | None, bool]]:
    """Make a time of day beside a day part of its phrase; take the other sure times of day out of the numbers.

    Gives the times of day: first and last token, the zone, and whether it is part of a date.
    """
    if not clocks:
        return []
    found: list[tuple[int, int, str | None, bool]] = []
    behind = -1
    for first in sorted(clocks):
        if first <= behind:
            del clocks[first]  # of "3: 00 pm" the second number begins no time of its own
        else:
            behind = clocks[first]
    ending = {last: first for first, last in clocks.items()}
    for n, atom in enumerate(atoms):
        if atom.expression.grain != "day" or atom.expression.form in {"set", "offset", "event"}:
            continue
        k = atom.last + 1
        while k - atom.last <= 3 and k not in clocks and scan.low[k] in _CLOCK_LINKS:
            k += 1
        behind = atoms[n + 1].first if n + 1 < len(atoms) else scan.size
        if k in clocks and clocks[k] < behind:
            found.append((k, clocks[k], _set_clock(scan, atom, k, clocks[k]), True))
            atom.last = clocks.pop(k)
            continue
        k = atom.first - 1
        while atom.first - k <= 2 and k not in ending and scan.low[k] in {"on", ",", "|"}:
            k -= 1
        ahead = atoms[n - 1].last if n else -1
        if k in ending and ending[k] > ahead and ending[k] in clocks:
            found.append((ending[k], k, _set_clock(scan, atom, ending[k], k), True))
            atom.first, atom.led = ending[k], True
            del clocks[ending[k]]
    for first, last in clocks.items():
        if is_sure_clock(scan, first, last):
            for k in range(first, last + 1):
                scan.taken[k] = 1
            found.append((first, last, _zone(scan, first, last), False))
    return sorted(found)


def _set_clock(scan: TimeScan, atom: Atom, first: int, last: int) -> str | None:
    atom.expression.zone = zone = _zone(scan, first, last)
    atom.expression.clock = scan.tokens.slice(first, last)
    return zone


def _zone(scan: TimeScan, first: int, last: int) -> str | None:
    """The zone of a time of day as written."""
    return next((w for w in scan.words[first : last + 1] if w not in "()" and w.lower() in scan.known.zones), None)
