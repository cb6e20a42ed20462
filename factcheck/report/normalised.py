"""A claim's value below its words: what they allow, in the shortest form that an editor can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.dates import day

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.public.report import Claim
    from factcheck.public.values import DateSpan, Quantity

_UNITS = {"one": "", "percent": " %", "ordinal": ""}
_TIMES = ("year", "month", "week", "day", "hour", "minute", "second")


def normalised(claim: Claim) -> str:
    """ "81 < x ≤ 100 %", "21 November 2022", "incumbent president"; empty where the words are the value themselves."""
    value = claim.value
    if value.shape == "quantity":
        return _quantity(value)
    if value.shape == "date":
        return span(value)
    if value.shape == "role":
        return " ".join(filter(None, [value.status, value.title, value.of and f"of {value.of}"]))
    if value.shape == "happening":
        return value.family
    return ""


def _quantity(value: Quantity) -> str:
    several = value.unit in _TIMES and not value.low == value.high == 1
    unit = _UNITS.get(value.unit, f" {value.unit}{'s' if several else ''}")
    if value.low is None and value.high is None:
        return ""
    if value.low is None:
        return f"{'<' if value.high_open else '≤'} {number(value.high)}{unit}"
    if value.high is None:
        return f"{'>' if value.low_open else '≥'} {number(value.low)}{unit}"
    if value.low == value.high:
        return ("no. " if value.unit == "ordinal" else "") + number(value.low) + unit
    return f"{number(value.low)} {'<' if value.low_open else '≤'} x {'<' if value.high_open else '≤'} {number(value.high)}{unit}"


def number(value: Decimal) -> str:
    """An exact decimal with its thousands apart; one that is very great or small as a power of ten."""
    plain = value.normalize()
    exponent = plain.adjusted()
    return f"{plain:,f}" if -7 < exponent < 16 else f"{plain:e}"


def span(value: DateSpan) -> str:
    """The day or days; empty where nothing resolves them."""
    if value.start is None and value.end is None:
        return ""
    if value.start is None:
        return f"up to {day(value.end)}"
    if value.end is None:
        return f"{day(value.start)} or later"
    return day(value.start) if value.start == value.end else f"{day(value.start)} to {day(value.end)}"
