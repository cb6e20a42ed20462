"""The date in a document's URL, or in one it links to, against when the document was written.

Why it matters: archives re-date pages and copies; a URL that is older or younger than its story betrays it.
Conflict: a dateline of 3 March over a URL of 2019/06/12; a link to an article of years after the story.
Silent: a link to an older article. A URL one day off is told as compatible, for time zones can make that difference.
"""

from collections.abc import Iterable
from datetime import timedelta

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.steps import days, quoted, url_days
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, COMPATIBLE, CONFLICT, Finding
from factcheck.model.value import DateSpan

SLACK = timedelta(days=1)
NAME = "date-against-url"


def find(case: Case) -> Iterable[Finding]:
    """One finding for every URL with a date in a document whose date is known by other means."""
    own = {id(w.claim) for d in case.documents for w in case.witnesses(d) if w.basis == "url"}
    for claim in case.claims_of("date", everywhere=True):
        written = case.documents[claim.document].date
        if claim.attribute != "url-date" or written is None or written.basis == "url" or claim.value.start is None:
            continue
        told = [w.claim for w in case.witnesses(claim.document) if w.basis in ("dateline", "age")]
        if id(claim) in own:
            yield from _own(case, claim, claim.value, told)
        elif written.end is not None and claim.value.start > written.end + SLACK and written.basis != "latest-mention":
            message = f"{claim.document} links to a page of {days(claim.value)}, but was itself written {_when(written)}"
            because = (*written.because, f"the URL says {quoted(claim)}, that is {days(claim.value)}", "a story cannot link to one written after it")
            repairs = ("the date in the URL is wrong, or was given to a page put up again", "the document is younger than it says")
            yield case.finding(NAME, CONFLICT, message, because, [claim, *told], sides=[1] + [0] * len(told), repairs=repairs, attribute="date of the document")
    for telling in case.alignment.tellings:
        if telling.url_date is None:
            continue
        told = [w.claim for w in case.witnesses(telling.document.id) if w.basis == "dateline"]
        span = url_days(telling.url_date)
        if span is not None and told and telling.document.date is not None and telling.document.date.basis != "url":
            yield from _own(case, None, span, told)


def _own(case: Case, claim: Claim | None, value: DateSpan, told: list[Claim]) -> Iterable[Finding]:
    """The document's own URL against its date; claim: the URL's place in the text, or None where it came beside the text."""
    written = case.documents[(claim or told[0]).document].date
    if written.start is None or written.end is None:
        return
    because = (*written.because, f"the URL says {quoted(claim) if claim else value.start}, that is {days(value)}")
    name = (claim or told[0]).document
    places, sides = ([claim, *told], [1] + [0] * len(told)) if claim else (told, [0] * len(told))
    if written.start <= value.end and value.start <= written.end:
        yield case.finding(NAME, AGREEMENT, f"the date of {name} agrees with its URL: {days(written)}", because, places, attribute="date of the document")
    elif written.start - SLACK <= value.end and value.start <= written.end + SLACK:
        message = f"the date of {name}, {days(written)}, and that of its URL, {days(value)}, are a day apart"
        yield case.finding(NAME, COMPATIBLE, message, (*because, "time zones can make a day's difference"), places, attribute="date of the document")
    elif any(c.value.start is not None and c.value.end is not None and c.value.start - SLACK <= value.end and value.start <= c.value.end + SLACK for c in told if c.kind == "date"):
        return  # the URL is of the day of publication, and what else is told of the day of a change
    else:
        message = f"{name} is dated {days(written)}, its URL {days(value)}"
        repairs = ("the date of the document is right, and the URL was made later or wrongly", "the URL is right, and the date is to be changed")
        yield case.finding(NAME, CONFLICT, message, because, places, sides=sides, repairs=repairs, attribute="date of the document")


def _when(written) -> str:  # noqa: ANN001 - a WrittenOn
    return f"on {days(written)}" if written.start == written.end else f"from {days(written)}"


RULE = Rule(NAME, "a date in a URL that does not fit the document", find)
