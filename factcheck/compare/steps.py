"""Values in plain words: the steps from what is printed to what it allows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from factcheck.model.attributes import RECORD
from factcheck.model.claim import Claim
from factcheck.model.clock import DAY
from factcheck.model.document import WrittenOn
from factcheck.model.time_expression import TimeExpression
from factcheck.model.value import DateSpan, Quantity

SLIP = 5  # minutes within which a time is one that is told to the minute


def quoted(claim: Claim) -> str:
    """The claim's words on one line, in marks."""
    return f"“{' '.join(claim.text.split())}”"


def number(value: Decimal) -> str:
    """A decimal as people write it.

    >>> number(Decimal("1E+3")), number(Decimal("7.60")), number(Decimal("1234567"))
    ('1,000', '7.6', '1,234,567')
    """
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,f}"
    text = f"{round(value, 4):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def allowed(quantity: Quantity) -> str:
    """What a quantity allows: "81 < x ≤ 100", "exactly 238", "at least 12"."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return "any number"
    if low == high and low is not None:
        return f"exactly {number(low)}"
    if high is None:
        return f"{'more than' if quantity.low_open else 'at least'} {number(low)}"  # type: ignore[arg-type]
    if low is None:
        return f"{'less than' if quantity.high_open else 'at most'} {number(high)}"
    return f"{number(low)} {'<' if quantity.low_open else '≤'} x {'<' if quantity.high_open else '≤'} {number(high)}"


def day(value: date) -> str:
    """A day in words: Monday 21 November 2022."""
    return f"{value:%A} {value.day} {value:%B %Y}"


def days(span: DateSpan | WrittenOn) -> str:
    """A span of days in words; open ends say so."""
    start, end = span.start, span.end
    if start is None and end is None:
        return "a day that is not known"
    if start == end and start is not None:
        return day(start)
    if start is None:
        return f"{end} or earlier"
    if end is None:
        return f"{start} or later"
    if start.day == 1 and start.month == end.month and start.year == end.year and (end - start).days >= 27:
        return f"{start:%B %Y}"
    return f"{start} to {end}"


def url_days(said: TimeExpression | None) -> DateSpan | None:
    """The day or month that a document's URL spells, or None where it spells none."""
    if said is None or not said.year or not said.month:
        return None
    return DateSpan(date(said.year, said.month, said.day or 1), date(said.year, said.month, said.day or monthrange(said.year, said.month)[1]), said.grain)


def _clock(value: Quantity) -> str:
    """The times of day that a wording allows, by a clock of 24 hours: 05:20, or 06:02 to 06:57."""
    told = int(value.written_value or 0)
    low, high = (int(x) % DAY for x in (value.low or 0, value.high or 0))
    if (high - low) % DAY <= SLIP:
        return f"{told // 60:02}:{told % 60:02}"
    return f"{low // 60:02}:{low % 60:02} to {high // 60:02}:{high % 60:02}"


def step(claim: Claim, written: WrittenOn | None) -> str:
    """From a claim's words to its value, for the "because" of a finding."""
    value = claim.value
    if isinstance(value, Quantity) and value.unit == "score":
        what = "so many wins and losses" if claim.attribute == RECORD else "a score"
        return f"{quoted(claim)} in {claim.document} is {what}"
    if isinstance(value, Quantity) and value.unit == "clock":
        return f"{quoted(claim)} in {claim.document} is {_clock(value)}"
    if isinstance(value, Quantity):
        unit = "" if value.unit in ("one", "ordinal", "number") else f" {value.unit}"
        if unit and value.unit in ("year", "month", "week", "day", "hour", "minute", "second", "decade") and value.high != 1:
            unit += "s"
        return f"{quoted(claim)} in {claim.document} is {allowed(value)}{unit}"
    if isinstance(value, DateSpan):
        story = f", in a story of {days(written)}," if written is not None and not getattr(claim.detail, "is_complete", False) else ""
        if value.start is None and value.end is None:
            return f"{quoted(claim)} in {claim.document} names a day that nothing resolves"
        return f"{quoted(claim)} in {claim.document}{story} is {days(value)}"
    return f"{claim.document} has {quoted(claim)}"
