"""The closed set of shapes that a claim's value can have.

A value is what the words allow. Bounds are exact decimals or days; None leaves a side unbounded. The class attribute
`shape` is the name in reports. Records are light (slots, not frozen) for speed and are treated as immutable all the same.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

HUNDRED = Decimal(100)


class Quantity:
    """The numbers that a wording permits, in one unit.

    low, high: the possible set's bounds; low_open, high_open: whether the bound itself is excluded.
    meant_low, meant_high: what a reader would take it to mean (over 80: 80 to about 85); None as for low and high.
    unit: base unit such as "one", "percent", "year", "m", "USD"; hedge: the family of the hedge word or None.
    written_value: the number as written, before a hedge moved the bounds; step: the weight of its last digit. exact: a count
    with no visible rounding.
    """

    __slots__ = (
        "exact",
        "hedge",
        "high",
        "high_open",
        "low",
        "low_open",
        "meant_high",
        "meant_low",
        "step",
        "unit",
        "written_value",
    )
    shape = "quantity"

    def __init__(
        self,
        low: Decimal | None,
        high: Decimal | None,
        unit: str = "one",
        *,
        low_open: bool = False,
        high_open: bool = False,
        hedge: str | None = None,
        written_value: Decimal | None = None,
        meant_low: Decimal | None = None,
        meant_high: Decimal | None = None,
        exact: bool = False,
        step: Decimal | None = None,
    ) -> None:
        self.low = low
        self.high = high
        self.unit = unit
        self.low_open = low_open
        self.high_open = high_open
        self.hedge = hedge
        self.written_value = written_value
        self.meant_low = low if meant_low is None else meant_low
        self.meant_high = high if meant_high is None else meant_high
        self.exact = exact
        self.step = step

    def key(self) -> tuple:
        """Equal for two quantities that allow the same numbers."""
        return ("quantity", self.low, self.high, self.low_open, self.high_open, self.unit)


class DateSpan:
    """A span of days: first and last day it may mean, and the grain it was given in.

    start, end: inclusive days, None unbounded or not known; grain: "day", "week", "month", "season", "quarter", "year",
    "decade", "century" or "span". A wording that
    lacks its year or its anchor has neither bound; said then holds what it does say: form, month, day, weekday, and more.
    """

    __slots__ = ("end", "grain", "said", "start")
    shape = "date"

    def __init__(self, start: date | None, end: date | None, grain: str, said: tuple | None = None) -> None:
        self.start = start
        self.end = end
        self.grain = grain
        self.said = said

    def key(self) -> tuple:
        """Equal for two spans of the same days, or two wordings that nothing resolves and that say the same."""
        if self.start is None and self.end is None:
            return ("date", None, None, *map(str, self.said or ()))
        return ("date", self.start, self.end)


class Wording:
    """The words of a quotation and who spoke them.

    text: the words as printed, without the outer marks; speaker: a name as printed, or None; words: normalised words to
    compare; gaps: indexes into `words` before which the quotation is elided.
    """

    __slots__ = ("gaps", "speaker", "text", "words")
    shape = "wording"

    def __init__(self, text: str, speaker: str | None, words: tuple[str, ...], gaps: tuple[int, ...] = ()) -> None:
        self.text = text
        self.speaker = speaker
        self.words = words
        self.gaps = gaps

    def key(self) -> tuple:
        """Equal for two quotations of the same words."""
        return ("wording", self.words, self.gaps)


class Name:
    """A person, place or organisation as it is spelled once.

    text: as printed; canonical: the spelling reduced to what variants share; type: "person", "place", "organisation"
    or "unknown".
    """

    __slots__ = ("canonical", "text", "type")
    shape = "name"

    def __init__(self, text: str, canonical: str, type: str = "unknown") -> None:
        self.text = text
        self.canonical = canonical
        self.type = type

    def key(self) -> tuple:
        """Equal for two spellings of one name."""
        return ("name", self.canonical)


class Role:
    """An office and who holds it.

    title: base form ("president"); holder: name as printed or None; status: "interim", "former", "incumbent" … or None;
    of: the country or body it belongs to, or None.
    """

    __slots__ = ("holder", "of", "status", "title")
    shape = "role"

    def __init__(self, title: str, holder: str | None, status: str | None = None, of: str | None = None) -> None:
        self.title = title
        self.holder = holder
        self.status = status
        self.of = of

    def key(self) -> tuple:
        """Equal for two wordings of one office with one status."""
        return ("role", self.title, self.status)


class Happening:
    """Something that took place.

    family: the kind of happening ("election", "meeting"); who: names of those in it, as printed; ordinal: the number it
    implies (a re-election leads to at least a second term: 2) or None.
    """

    __slots__ = ("family", "ordinal", "who")
    shape = "happening"

    def __init__(self, family: str, who: tuple[str, ...] = (), ordinal: int | None = None) -> None:
        self.family = family
        self.who = who
        self.ordinal = ordinal

    def key(self) -> tuple:
        """Equal for two happenings of one kind."""
        return ("happening", self.family)


Value = Quantity | DateSpan | Wording | Name | Role | Happening
