"""A length of time: "a seven-year term", "almost three decades", "90 minutes", "for two and a half years".

Not a duration: "two years ago" and "two days later", which are dates, and ages.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.attributes import attribute_near
from factcheck.extract.counted import base_form
from factcheck.extract.hedges import quantity
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import by_word, words
from factcheck.model.claim import Claim


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the lengths of time among the numbers."""
    units = by_word("units", "time")
    functions = words("structure", "function_words")
    for number in reading.numbers:
        if number.form in ("ordinal", "ratio") or reading.taken[number.first]:
            continue
        j = number.stop + 1
        hyphened = reading.lower(j) == "-"
        if hyphened:
            j += 1
        unit = units.get(reading.lower(j))
        if unit is None or reading.taken[j] or (unit == "second" and reading.lower(j) == "second" and not hyphened) or reading.lower(j + 1) == "ago":
            continue
        if "old" in (reading.lower(j + 1), reading.lower(j + 2)):
            continue
        last, noun = j, ""
        if hyphened:
            k = j + 1
            while k < j + 4 and reading.lower(k)[:1].isalpha() and reading.lower(k) not in functions:
                if noun and reading.lower(k).endswith("ed"):
                    break  # "a two-day visit ended"
                noun, k = reading.lower(k), k + 1
                if noun in ("term", "sentence", "contract", "deal", "ban", "war", "period", "lease", "prison"):
                    break
            if noun:
                last = k - 1 if k - j <= 2 else j
        if reading.lower(j + 1) in ("in", "of") and reading.lower(j + 2) in ("prison", "jail", "imprisonment"):
            noun = "sentence"
        near = "" if noun else attribute_near(reading, number, j)
        attribute = f"length of {base_form(noun)}" if noun else f"length of {near}" if near in ("sentence", "term") else near or "length of time"
        reading.take(number.start, j)
        yield reading.claim("duration", number.start, last, quantity(number, unit, "exact" if unit in ("year", "month") else "measure"), attribute, detail=number)


KIND = Kind("duration", 35, "quantity", read)
