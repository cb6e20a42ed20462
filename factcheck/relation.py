"""How two values relate: same, entails, entailed-by, overlaps, disjoint or incomparable.

"a entails b" means that whatever a allows b allows too: over 81 percent entails over 80 percent. The functions read
attributes only, so they take the inner records and the public models alike.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from factcheck.lexicon import table

SAME, ENTAILS, ENTAILED_BY, OVERLAPS, DISJOINT, INCOMPARABLE = (
    "same",
    "entails",
    "entailed-by",
    "overlaps",
    "disjoint",
    "incomparable",
)
MIRROR = {ENTAILS: ENTAILED_BY, ENTAILED_BY: ENTAILS}
_ONE = Decimal(1)
_OPEN = ("over", "under")
TIMES = ("second", "month")
"""Units of time in which all others are counted."""
CELSIUS, FAHRENHEIT = "celsius", "fahrenheit"
_NAMED_TIMES = ("quarter", "half", "season", "holiday")  # told apart by a number or a name
ROUND = 1000


@cache
def base_unit(unit: str) -> tuple[str, Decimal]:
    """A unit's base and the exact factor that leads to it; a unit without one is its own base.

    >>> base_unit("km")
    ('m', Decimal('1000'))
    """
    found = table("units")["base"].get(unit)
    return (found[0], Decimal(found[1])) if found else (unit, _ONE)


def common_unit(unit: str, *, change: bool = False) -> str:
    """What values of a unit can be compared in; degrees of two scales can where they say how warm it is, not by how much.

    >>> common_unit("mile"), common_unit("fahrenheit"), common_unit("fahrenheit", change=True)
    ('m', 'celsius', 'fahrenheit')
    """
    return CELSIUS if unit == FAHRENHEIT and not change else base_unit(unit)[0]


class _Degrees(NamedTuple):
    """A temperature in degrees Celsius."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    hedge: str | None
    written_value: Decimal | None
    step: Decimal | None
    unit: str = CELSIUS


def in_celsius(q: Any) -> Any:
    """A temperature in degrees Celsius; what is not in Fahrenheit stays what it is."""
    if q.unit != FAHRENHEIT:
        return q
    low, high, written = (None if v is None else (v - 32) * 5 / 9 for v in (q.low, q.high, q.written_value))
    return _Degrees(low, high, q.low_open, q.high_open, q.hedge, written, getattr(q, "step", None))


def quantities(a: Any, b: Any, *, strict: bool = False) -> str:
    """How two quantities relate, after conversion to a common unit.

    strict is for two versions of one sentence: there a round number is meant to the digit, so 50,000 is not 52,000.
    """
    by_a = by_b = _ONE
    if a.unit != b.unit:
        if {a.unit, b.unit} == {CELSIUS, FAHRENHEIT}:
            a, b = in_celsius(a), in_celsius(b)
            strict = False  # 41 degrees of the one are no whole number of the other
        (base_a, by_a), (base_b, by_b) = base_unit(a.unit), base_unit(b.unit)
        if base_a != base_b:
            return INCOMPARABLE
    if strict and a.hedge is None and b.hedge is None and a.written_value is not None and b.written_value is not None:
        if a.written_value * by_a == b.written_value * by_b and a.low == b.low and a.high == b.high:
            return SAME
        if getattr(a, "step", None) == getattr(b, "step", None) and a.unit == b.unit and a.low != b.low and _in_digits(a) and _in_digits(b) and not _rounded(a, b):
            return DISJOINT
    if strict and (a.hedge in _OPEN) != (b.hedge in _OPEN) and a.written_value is not None and b.written_value is not None:
        bound, figure, by_bound, by_figure = (a, b, by_a, by_b) if a.hedge in _OPEN else (b, a, by_b, by_a)
        limit, point = bound.written_value * by_bound, figure.written_value * by_figure
        # A plain figure is meant to its last digit where the bound is given no finer: 74% is not "less than 74%". A round
        # number may be more or less than it says: "more than 800,000" and "800,000" are one estimate.
        if figure.hedge is None and not _is_round(figure.written_value) and (getattr(figure, "step", None) or _ONE) * by_figure <= (getattr(bound, "step", None) or _ONE) * by_bound:
            if (bound.hedge == "over" and point <= limit) or (bound.hedge == "under" and point >= limit):
                return DISJOINT
    low_a, high_a = _scaled(a.low, by_a), _scaled(a.high, by_a)
    low_b, high_b = _scaled(b.low, by_b), _scaled(b.high, by_b)
    if (low_a, high_a, a.low_open, a.high_open) == (low_b, high_b, b.low_open, b.high_open):
        return SAME
    if by_a != by_b and a.written_value is not None and b.written_value is not None and a.hedge == b.hedge:
        if base_unit(a.unit)[0] in TIMES:
            return OVERLAPS if _of_coarser(a, by_a, b, by_b) else DISJOINT
        wide_a, wide_b = _unit_slack(a, by_a), _unit_slack(b, by_b)
        if abs(a.written_value * by_a - b.written_value * by_b) <= max(wide_a, wide_b):
            return OVERLAPS
    if _apart(high_a, a.high_open, low_b, b.low_open) or _apart(high_b, b.high_open, low_a, a.low_open):
        return OVERLAPS if _touching(a, b, by_a, by_b) else DISJOINT
    a_in_b = _within(low_a, a.low_open, low_b, b.low_open, lower=True) and _within(high_a, a.high_open, high_b, b.high_open, lower=False)
    b_in_a = _within(low_b, b.low_open, low_a, a.low_open, lower=True) and _within(high_b, b.high_open, high_a, a.high_open, lower=False)
    if a_in_b:
        return SAME if b_in_a else ENTAILS
    return ENTAILED_BY if b_in_a else OVERLAPS


def _rounded(a: Any, b: Any) -> bool:
    """Whether one figure is the other with fewer digits: 23,000 of 23,416, but not 50,000 of 52,000."""
    one, two = sorted((a.written_value.normalize(), b.written_value.normalize()), key=lambda v: len(v.as_tuple().digits))
    digits, more = len(one.as_tuple().digits), len(two.as_tuple().digits)
    return 1 < digits < more - 1 and round(two, digits - 1 - two.adjusted()) == one


def _is_round(value: Decimal) -> bool:
    """Whether a number has one digit and then noughts, and is too large to have been counted out."""
    return abs(value) >= ROUND and len(value.normalize().as_tuple().digits) == 1


def _in_digits(q: Any) -> bool:
    """Whether a figure was given to its last digit, as 66 percent was and two thirds were not."""
    step = getattr(q, "step", None)
    return not step or q.written_value % step == 0


def _scaled(bound: Decimal | None, by: Decimal) -> Decimal | None:
    return bound if bound is None or by is _ONE else bound * by


def _unit_slack(q: Any, by: Decimal) -> Decimal:
    """A converted measure is written rounded: 500 miles is 800 km, not 804.672."""
    step = getattr(q, "step", None) or _ONE
    return max(step, abs(q.written_value) / 50) * by


def _of_coarser(a: Any, by_a: Decimal, b: Any, by_b: Decimal) -> bool:
    """Whether of two lengths of time the one in the larger unit is the other, rounded or without what is left over: 11 years and 3
    months are 11 years, 11 years and 9 months may be called 12."""
    (coarse, by), (fine, by_fine) = ((a, by_a), (b, by_b)) if by_a > by_b else ((b, by_b), (a, by_a))
    step = (getattr(coarse, "step", None) or _ONE) * by
    over = fine.written_value * by_fine - coarse.written_value * by
    return -step / 2 <= over < step


def _touching(a: Any, b: Any, by_a: Decimal, by_b: Decimal) -> bool:
    """ "nearly 200" and "200" differ by less than the words can carry; "over 200" and "200" do not go together."""
    if a.written_value is None or b.written_value is None or a.written_value * by_a != b.written_value * by_b:
        return False
    return "nearly" in (a.hedge, b.hedge) and not {a.hedge, b.hedge} & {"over", "under"}


def _apart(high: Decimal | None, high_open: bool, low: Decimal | None, low_open: bool) -> bool:
    if high is None or low is None:
        return False
    return high < low or (high == low and (high_open or low_open))


def _within(inner: Decimal | None, inner_open: bool, outer: Decimal | None, outer_open: bool, *, lower: bool) -> bool:
    if outer is None:
        return True
    if inner is None:
        return False
    if inner == outer:
        return inner_open or not outer_open
    return inner > outer if lower else inner < outer


def spans(a: Any, b: Any, *, strict: bool = False) -> str:
    """How two spans of days relate; an unresolved one is incomparable, but for what its words say of day and month.

    strict is for a text and its source: there "12 May" is of the year that the other gives, and "by 12 May" of that day.
    """
    open_a, open_b = (span.start is None and span.end is None for span in (a, b))
    if open_a or open_b:
        said_a, said_b = (getattr(span, "said", None) if is_open else _said(span) for span, is_open in ((a, open_a), (b, open_b)))
        return _unresolved(said_a, said_b, strict=strict or open_a != open_b)
    a_start, a_end = a.start or date.min, a.end or date.max
    b_start, b_end = b.start or date.min, b.end or date.max
    if (a_start, a_end) == (b_start, b_end):
        return SAME
    if a_end < b_start or b_end < a_start:
        return DISJOINT
    if b_start <= a_start and a_end <= b_end:
        return ENTAILS
    if a_start <= b_start and b_end <= a_end:
        return ENTAILED_BY
    # Two ranges that begin and end differently cannot both be the range: 1966 to 1978 is not 1967 to 1979.
    return DISJOINT if a.grain == b.grain == "span" or (a.grain == b.grain == "year" and _several_years(a) and _several_years(b)) else OVERLAPS


def _several_years(span: Any) -> bool:
    return span.start is not None and span.end is not None and span.start.year < span.end.year


def _said(span: Any) -> tuple | None:
    """Day and month of a resolved span of one day, as an unresolved wording would give them."""
    if span.start is None or span.start != span.end:
        return None
    return ("calendar", span.start.month, span.start.day, None, span.start.year, None, None, None, None, None, None, None)


def _unresolved(a: tuple | None, b: tuple | None, *, strict: bool) -> str:
    """Two wordings, of which one or both are not resolved: 12 May is not 19 May, in whatever year; Monday is not Tuesday."""
    if a is None or b is None:
        return INCOMPARABLE
    if a == b:
        return SAME
    (form_a, month_a, day_a, weekday_a), (form_b, month_b, day_b, weekday_b) = a[:4], b[:4]
    if form_a == form_b == "calendar":
        bounds = {a[10], b[10]}
        if strict and (month_a, day_a) == (month_b, day_b) and day_a and bounds <= {None, "by", "as-of"}:
            return OVERLAPS
        if bounds == {None}:
            if month_a and month_b and month_a != month_b:
                return DISJOINT
            if month_a and month_a == month_b and day_a and day_b and day_a != day_b:
                return DISJOINT
            if month_a and month_a == month_b and (a[4] is None or b[4] is None or a[4] == b[4]):
                return OVERLAPS  # "the end of February" and "28 February"
    if form_a == form_b and form_a in _NAMED_TIMES and a[8:10] != b[8:10] and {a[4], b[4]} <= {None, a[4]}:
        return DISJOINT
    if form_a == form_b == "weekday" and weekday_a != weekday_b and a[5] == b[5]:
        return DISJOINT
    return INCOMPARABLE


def values(a: Any, b: Any, *, strict: bool = False) -> str:
    """How two values of one shape relate; values of two shapes are incomparable."""
    if a.shape != b.shape:
        return INCOMPARABLE
    if a.shape == "quantity":
        return quantities(a, b, strict=strict)
    if a.shape == "date":
        return spans(a, b, strict=strict)
    if a.shape == "wording":
        return _runs(tuple(_words(a.text)), tuple(_words(b.text)))
    if a.shape == "name":
        return SAME if a.canonical == b.canonical else INCOMPARABLE
    if a.shape == "role":
        return SAME if (a.title, a.status) == (b.title, b.status) else INCOMPARABLE
    return SAME if a.family == b.family else INCOMPARABLE


def _words(text: str) -> list[str]:
    kept = "".join(c if c.isalnum() else " " for c in text.replace("’", "").replace("'", ""))
    return kept.casefold().split()


def _runs(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """The longer quotation says all that the shorter one does, so it entails it."""
    if a == b:
        return SAME
    if _holds(a, b):
        return ENTAILS
    return ENTAILED_BY if _holds(b, a) else INCOMPARABLE


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return bool(part) and any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))
