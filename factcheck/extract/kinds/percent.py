"""A share in percent of some whole: "over 81% of the vote", "nearly 71 percent", "a turnout of 70 per cent".

Not a share: percentage points, and changes ("rose 5%"), which have attributes of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from factcheck.extract.attributes import attribute_before, attribute_behind, change_verb
from factcheck.extract.hedges import quantity
from factcheck.extract.protocol import Kind
from factcheck.extract.reading import Reading
from factcheck.lexicon import words
from factcheck.model.claim import Claim

_ENDINGS = {"pp": 0, "ppt": 0, "ppts": 0, "percent": 0, "pct": 0, "percentage": 1, "per": 1, "%": 0}


_NAMED = words("sorts", "named_shares")
OF_ITSELF = words("sorts", "shares_of_themselves")
CLOSING = frozenset(('"', "”", "’", "'"))
HALF = Decimal("0.5")
PRICES = words("sorts", "bid_prices")


def read(reading: Reading, hits: list[int]) -> Iterable[Claim]:
    """Claims on the percentages among the numbers."""
    lower = reading.tokens.low
    for number in reading.numbers:
        j = number.stop + 1
        word = lower[j]
        if number.form == "fraction":
            change = change_verb(reading, number) if lower[number.start - 1] == "by" else ""
            if change and not reading.taken[number.first]:
                reading.take(number.start, number.last)
                attribute = f"{change} of {attribute_before(reading, number) or 'value'}"
                yield reading.claim("percent", number.start, number.last, quantity(number, "percent", "measure", Decimal(100)), attribute, detail=number)
                continue
            k = j + (lower[j] in CLOSING)
            if lower[k] in OF_ITSELF and not reading.taken[number.first]:
                reading.take(number.start, number.last)
                yield reading.claim("percent", number.start, number.last, quantity(number, "percent", "share", Decimal(100)), lower[k], detail=number)
                continue
            part = number.last > number.first and lower[number.first + 1] in ("in", "out")
            if (part or lower[j] in ("of", "the", "its", "their", "all")) and not reading.taken[number.first]:
                whole = attribute_behind(reading, j, part or lower[j] != "of")
                if whole:
                    reading.take(number.start, number.last)
                    yield reading.claim("percent", number.start, number.last, quantity(number, "percent", "share", Decimal(100)), f"share of {whole}", detail=number)
            continue
        if word == "-" and lower[j + 1] in ("percent", "per"):
            j, word = j + 1, lower[j + 1]
        if word == "a" and number.value == HALF and lower[j + 1] == "percentage":
            j, word = j + 1, "percentage"
        if word in ("bps", "bp") and not reading.taken[number.first]:
            j, word = j - 1, "basis"
        if word == "basis" and (lower[j + 1] in ("point", "points", "bps", "bp")) and not reading.taken[number.first]:
            change = change_verb(reading, number)
            attribute = f"{change or 'change'} of {attribute_before(reading, number) or 'value'}"
            reading.take(number.start, j + 1)
            yield reading.claim("percent", number.start, j + 1, quantity(number, "percentage point", "measure", Decimal("0.01")), attribute, detail=number)
            continue
        if word not in _ENDINGS or reading.taken[number.first]:
            continue
        last = j + _ENDINGS[word]
        if word == "per" and lower[last] != "cent":
            continue
        unit = "percent"
        if word in ("pp", "ppt", "ppts"):
            unit = "percentage point"
        elif word == "percentage":
            if lower[last] not in ("point", "points"):
                continue
            unit = "percentage point"
        elif lower[last + 1] in ("point", "points"):
            last, unit = last + 1, "percentage point"
        change = change_verb(reading, number)
        nature = "measure" if change or unit != "percent" else "share"
        whole = "" if attribute_before(reading, number) in _NAMED else attribute_behind(reading, last + 1)
        if change:
            attribute = f"{change} of {attribute_before(reading, number) or _changed(reading, last) or 'value'}"
        elif whole:
            attribute = f"share of {whole}" if lower[last + 1] == "of" else whole
        else:
            attribute = attribute_before(reading, number) or ("premium" if _is_above_price(reading, last + 1) else "share")
        reading.take(number.start, last)
        yield reading.claim("percent", number.start, last, quantity(number, unit, nature), attribute, detail=number)


def _is_above_price(reading: Reading, at: int) -> bool:
    """Whether a bid is told against a price from token `at` on: "26% above Friday's closing price"."""
    lower = reading.tokens.low
    return lower[at] in ("above", "over") and not PRICES.isdisjoint(lower[at + 1 : at + 8])


def _changed(reading: Reading, last: int) -> str:
    """What changed, behind the noun of change: "a 12% rise in sales"."""
    return attribute_behind(reading, last + 3, part=True) if reading.tokens.low[last + 2] in ("in", "of") else ""


KIND = Kind("percent", 50, "quantity", read)
