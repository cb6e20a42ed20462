"""A date as it was written, before it is known from which day it is told."""

from __future__ import annotations


class TimeExpression:
    """What the words of one date say.

    form names what is told, and with it which slots count:
      "calendar"  year, month, day: any of them None where not written
      "weekday"   weekday (0 Monday), with relation "last", "this", "next", "past", "coming" or None
      "shift"     the whole unit that lies `amount` units from the standpoint's: last week is unit week, amount -1
      "offset"    the day `amount` units from the standpoint, or from `within` where that is given: two weeks ago is -2
      "stretch"   the `amount` units up to the standpoint (negative) or from it on: the past three months is -3
      "decade", "century"   year: its first
      "quarter", "half"     index, year
      "season", "holiday"   name, year, relation
      "weekend"   relation
      "part"      the `index`-th unit (-1: the last) of `within`: the first week of June
      "event"     the unit that lies `amount` units from another event's: two days later is 2, that day 0; relation "named"
                  where the event is named behind it, "two days after the storm", and is not the one told before, "next" for
                  "the following week", which without one counts from the day of writing
      "range"     from `low` to `high`
      "set"       a day that returns, such as every Tuesday
    grain: as in DateSpan. amount_high: the far end where the amount is vague ("a few days ago": amount -2, high -6).
    within: an expression that this one lies in or is counted from. part: "early", "mid", "late", "earlier" or "later", is_point: "the end of", "the middle of", from or up to which a range goes.
    bound: "since", "until", "before", "after", "by", "as-of" or None. tense: "past", "future" or "unknown", of the verb it
    belongs to. other: a second reading (year, month, day) of an ambiguous 03/04/2021. fiscal: a year or quarter of
    business. clock: the time of day as written; zone: its time zone as written; daytime: "morning", "night" …
    quoted: inside quotation marks. impossible: no such day, 31 November. endpoint: "start" or "end" where it is the end of
    a range that is a claim of its own, "named" where it is what "since" or "until" stands before, or what "two
    days after" is counted from. attributive: before a noun, as in "Monday's match", "the 2012 election".
    """

    __slots__ = (
        "amount",
        "amount_high",
        "attributive",
        "bound",
        "clock",
        "day",
        "daytime",
        "endpoint",
        "fiscal",
        "form",
        "grain",
        "high",
        "impossible",
        "index",
        "is_point",
        "low",
        "month",
        "name",
        "other",
        "part",
        "quoted",
        "relation",
        "tense",
        "unit",
        "weekday",
        "within",
        "year",
        "zone",
    )

    def __init__(
        self,
        form: str,
        grain: str,
        *,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        weekday: int | None = None,
        unit: str | None = None,
        amount: int | None = None,
        amount_high: int | None = None,
        index: int | None = None,
        name: str | None = None,
        relation: str | None = None,
        within: TimeExpression | None = None,
        low: TimeExpression | None = None,
        high: TimeExpression | None = None,
        part: str | None = None,
        tense: str = "unknown",
    ) -> None:
        self.form = form
        self.grain = grain
        self.year = year
        self.month = month
        self.day = day
        self.weekday = weekday
        self.unit = unit
        self.amount = amount
        self.amount_high = amount_high
        self.index = index
        self.name = name
        self.relation = relation
        self.within = within
        self.low = low
        self.high = high
        self.part = part
        self.tense = tense
        self.bound: str | None = None
        self.other: tuple[int, int, int] | None = None
        self.fiscal = False
        self.clock: str | None = None
        self.zone: str | None = None
        self.daytime: str | None = None
        self.quoted = False
        self.impossible = False
        self.is_point = False
        self.endpoint: str | None = None
        self.attributive = False

    @property
    def is_relative_to_event(self) -> bool:
        """Whether it is told from another event ("two days later"), so that no document's date resolves it."""
        return self.form == "event"

    @property
    def is_ambiguous(self) -> bool:
        """Whether day and month could change places."""
        return self.other is not None

    @property
    def is_complete(self) -> bool:
        """Whether it names its year itself, so that it says when without any standpoint."""
        if self.form == "range":
            return bool(self.low and self.high and self.low.is_complete and self.high.is_complete)
        if self.form in ("calendar", "quarter", "half", "season", "holiday", "decade", "century"):
            return self.year is not None
        return self.form == "part" and self.within is not None and self.within.is_complete

    @property
    def is_label(self) -> bool:
        """Whether it is a year that tells one of a row from the others, "the 2020 season", and dates nothing by itself."""
        return self.attributive and self.grain == "year" and self.form in ("calendar", "range")

    def __repr__(self) -> str:
        said = ", ".join(
            f"{slot}={value!r}"
            for slot in self.__slots__
            if slot not in ("form", "grain") and (value := getattr(self, slot)) not in (None, False, "unknown")
        )
        return f"TimeExpression({self.form!r}, {self.grain!r}, {said})"
