"""Dates as days, and for every other claim the days on which what it tells of can have been."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from factcheck.align.told_dates import resolve_all
from factcheck.model.claim import Claim
from factcheck.model.document import WrittenOn
from factcheck.model.telling import Telling
from factcheck.model.value import DateSpan

WINDOW = timedelta(days=366)
"""What a story tells without a date is taken to lie within the year before it was written."""
FAR = 25  # tokens between a claim and the date of its sentence


def resolve_times(telling: Telling) -> None:
    """Resolve a telling's date claims from its document's date and give its claims' events their days."""
    written = telling.document.date
    if written is None and not telling.dates:
        return
    anchor = written
    if written is not None and written.basis == "latest-mention":
        # A lower bound places no "in June", unless the days it rests on are those that related stories tell of.
        anchor = WrittenOn(written.start, written.start, written.basis) if written.places_others else None
    dates: dict[int, list[Claim]] = defaultdict(list)
    for claim, value in zip(telling.dates, resolve_all([c.detail for c in telling.dates], anchor, [c.sentence for c in telling.dates]), strict=True):
        if value.start is None and value.end is None:
            said = claim.detail
            more = (said.year, said.relation, said.unit, said.amount, said.name, said.index, said.bound, said.part)
            value = DateSpan(None, None, value.grain, (said.form, said.month, said.day, said.weekday, *more))
        claim.value = value
        if claim.attribute != "url-date" and claim.detail.endpoint != "named" and claim.zone == "body" and (value.start or value.end):
            dates[claim.sentence].append(claim)
    default = None
    if written is not None and written.start is not None and written.basis != "latest-mention":
        default = DateSpan(written.start - WINDOW, written.end, "span")
    basis = "the year before it was written"
    for claim in telling.claims:
        event = claim.event
        if event is None or claim.kind == "date":
            continue
        near = [d for d in dates.get(claim.sentence, ()) if abs(d.token - claim.token) <= FAR]
        if near:
            best = min(near, key=lambda d: (abs(d.token - claim.token), d.token))
            event = claim.event = _copy(event)
            event.when, event.when_basis = best.value, f"“{' '.join(best.text.split())}”"
        elif default is not None and event.when is None:
            event = claim.event = _copy(event)
            event.when, event.when_basis = default, basis


def _copy(event):  # noqa: ANN001, ANN202 - an Event; sentences share theirs until it gets its days
    return type(event)(event.kind, None, event.place, event.who)
