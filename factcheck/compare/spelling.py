"""The forms in which the words of quotations are compared, so that spelling makes no difference."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.lexicon import table

_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[.!?…]")


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """A word to the words that it is compared as."""
    forms: dict[str, tuple[str, ...]] = {}
    for american, british in table("spellings")["british"].items():
        forms[british] = (american,)
    for full, short in table("spellings")["contracted"].items():
        for word in short.split():
            forms[word] = tuple(full.split())
    numerals = table("numerals")
    for key in ("units", "tens"):
        forms.update({word: (str(value),) for word, value in numerals[key].items()})
    forms.update({word: (f"{value}th",) for word, value in numerals["ordinals"].items()})
    forms["tonnes"], forms["tonne"] = ("tons",), ("ton",)
    forms.update({word: (short,) for short, word in table("spellings")["abbreviated"].items()})
    for sound in table("spellings")["left_out"]["sounds"].split():
        forms[sound] = ()
    return forms


@cache
def _joined() -> dict[tuple[str, str], str]:
    pairs = (pair.split("_") for pair in table("spellings")["joined"]["pairs"].split())
    return {(a, b): a + b for a, b in pairs}


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple(table("spellings")["endings"].items())


@lru_cache(maxsize=100_000)
def _form(word: str) -> tuple[str, ...]:
    known = _forms().get(word)
    if known is not None:
        return known
    if "'" in word:
        for ending, full in _endings():
            if word.endswith(ending) and len(word) > len(ending):
                return word[: -len(ending)], full
    if word.endswith("s") and word[:-1] in _forms() and len(word) > 5:
        return tuple(w + "s" for w in _forms()[word[:-1]])
    for british, american in (("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("ises", "izes")):
        if word.endswith(british) and len(word) > len(british) + 3:
            return (word[: -len(british)] + american,)
    return (word,)


@lru_cache(maxsize=50_000)
def plain(found: tuple[str, ...], gaps: tuple[int, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words in the forms they are compared in, and the gaps among them."""
    out: list[str] = []
    where: list[int] = []
    for i, word in enumerate(found):
        where.append(len(out))
        forms = _form(word)
        if forms and out:
            if forms[0] in ("st", "nd", "rd", "th") and out[-1].isdigit():
                out[-1] += "th"
                continue
            joined = _joined().get((out[-1], forms[0]))
            if joined is not None:
                out[-1] = joined
                continue
            if len(forms[0]) == 1 and forms[0].isdigit() and len(out[-1]) == 2 and out[-1][1] == "0" and out[-1].isdigit() and i and not found[i - 1].isdigit():
                out[-1] = out[-1][0] + forms[0]  # twenty-one
                continue
        out.extend(forms)
    where.append(len(out))
    return tuple(out), tuple(sorted({where[g] for g in gaps}))


@lru_cache(maxsize=4096)
def sentence_starts(text: str) -> frozenset[int]:
    """Indexes of the words that open a sentence, counted as words are."""
    starts, count, opening = {0}, 0, False
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece in ".!?…":
            opening = True
            continue
        if opening:
            starts.add(count)
            opening = False
        count += len(_form(piece.lower().replace("’", "'")))
    starts.add(count)
    return frozenset(starts)
