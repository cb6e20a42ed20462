"""The shapes of a claim's value, as reports show them. Decimals and days are strings in JSON; null is unbounded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    """Base of every public model: immutable, and readable from the inner records."""

    model_config = ConfigDict(frozen=True, from_attributes=True, extra="forbid")


class Quantity(Frozen):
    """The numbers the words permit: for "over 81%", above 81 (open) to 100, unit percent, hedge over, written_value 81."""

    shape: Literal["quantity"] = "quantity"
    low: Decimal | None = Field(description="lowest number possible, null if unbounded")
    high: Decimal | None = Field(description="highest number possible, null if unbounded")
    low_open: bool = False
    high_open: bool = False
    unit: str = Field("one", description="base unit: one, percent, year, m, USD …")
    hedge: str | None = Field(None, description="family of the hedge: over, nearly, about, at-least …")
    written_value: Decimal | None = Field(None, description="the number as written, in the base unit")


class DateSpan(Frozen):
    """The days a date expression can mean, first and last, and the grain it was given in."""

    shape: Literal["date"] = "date"
    start: date | None
    end: date | None
    grain: str = Field(description="day, week, month, season, quarter, year, decade, century or span")


class Wording(Frozen):
    """The words of a quotation and who spoke them."""

    shape: Literal["wording"] = "wording"
    text: str
    speaker: str | None = None


class Name(Frozen):
    """A person, place or organisation as spelled once; variants share the canonical form."""

    shape: Literal["name"] = "name"
    text: str
    canonical: str
    type: str = Field(description="person, place, organisation or unknown")


class Role(Frozen):
    """An office, its holder and its status."""

    shape: Literal["role"] = "role"
    title: str
    holder: str | None = None
    status: str | None = None
    of: str | None = None


class Happening(Frozen):
    """Something that took place, and who was in it."""

    shape: Literal["happening"] = "happening"
    family: str
    who: tuple[str, ...] = ()
    ordinal: int | None = Field(None, description="the number it implies: a re-election leads to at least a second term")


Value = Annotated[Quantity | DateSpan | Wording | Name | Role | Happening, Field(discriminator="shape")]
