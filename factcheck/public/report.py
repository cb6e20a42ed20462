"""The report that `check`, `verify` and `diff` return, and the document that callers hand in."""

from __future__ import annotations

from datetime import date as day
from typing import Literal

from pydantic import Field, field_validator

from factcheck.public.values import DateSpan, Frozen, Value
from factcheck.version import SCHEMA_VERSION, VERSION


class Document(Frozen):
    """A document given as text; only `text` is needed.

    id: unique name in the report; title: context for reading, no part of the text; date: an ISO day, or a date and time
    with zone; url, publisher: as known to the caller.
    """

    text: str
    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None

    @field_validator("date", mode="before")
    @classmethod
    def _iso(cls, value: object) -> object:
        if value is None:
            return value
        text = value.isoformat() if hasattr(value, "isoformat") else str(value).strip()
        try:
            day.fromisoformat(text[:10])
        except ValueError:
            raise ValueError(f"date must begin with an ISO day such as 2022-11-21, got {text!r}") from None
        return text


class WrittenOn(Frozen):
    """When a document was written: first and last possible day, how that is known, and the steps."""

    start: day | None
    end: day | None
    basis: str
    because: tuple[str, ...] = ()


class ReportDocument(Frozen):
    """A document as the report lists it."""

    id: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    lineage: str | None = Field(None, description="the agency or group of copies that it belongs to")
    role: Literal["source", "draft"] = "source"
    date: WrittenOn | None = None
    sha256: str = Field(description="of the text in UTF-8")
    characters: int
    notices: tuple[str, ...] = Field((), description="what was lost or doubtful in reading it")
    format: str | None = Field(None, description="the reader that read it; none for a text that was handed in")
    part: str | None = Field(None, description="which of the documents in its file it is")
    author: str | None = None
    modified: str | None = Field(None, description="when it was last changed, as the file says")


class Event(Frozen):
    """What a claim's sentence tells of: kind of happening, the days it can have fallen on, where, and who."""

    kind: str | None
    when: DateSpan | None = None
    place: str | None = None
    who: tuple[str, ...] = ()


class Claim(Frozen):
    """A value read at one place; `text` is exactly document.text[start:end]."""

    id: str
    document: str
    kind: str
    text: str
    start: int
    end: int
    attribute: str
    subject: str | None = None
    value: Value
    event: Event | None = None
    attribution: str | None = None
    mood: Literal["asserted", "denied", "possible"] = "asserted"
    scope: tuple[str, ...] = ()
    zone: str = Field("body", description="headline, byline, dateline, body, aside, caption, table, footnote or link")
    fingerprint: str = Field("", description="digest of document, kind, attribute and value: stays when lines move, not when the value changes")


class Sentence(Frozen):
    """The sentence around a place, with its offset."""

    start: int
    text: str


class Place(Frozen):
    """Where in the file a place is, as far as its kind tells: byte offsets for plain text, else page, paragraph, line, element."""

    shown: str = Field(description="for people, such as 'page 3, paragraph 7'; empty where line and column say it")
    page: int | None = None
    paragraph: int | None = None
    line: int | None = Field(None, description="of the file, where the text is not the file")
    element: str | None = None
    byte_start: int | None = None
    byte_end: int | None = None


class Evidence(Frozen):
    """One place a finding rests on. line and column count from 1 in the text; side tells which places stand together."""

    document: str
    claim: str | None = None
    start: int
    end: int
    text: str
    line: int
    column: int
    sentence: Sentence
    side: int = 0
    place: Place | None = None


class Finding(Frozen):
    """How the claims on one fact relate, and why."""

    id: str
    rule: str
    verdict: Literal["agreement", "compatible", "conflict", "different-event", "unsupported", "changed", "added", "removed"]
    severity: Literal["error", "warning", "note"]
    message: str
    because: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    independent_sources: int = Field(description="how many of the agreeing documents are no copies of one another")
    repairs: tuple[str, ...] = Field((), description="each would mend it; none is chosen")
    attribute: str = ""
    change: Literal["changed", "added", "dropped", "hardened", "softened"] | None = Field(None, description="only of `diff`: what became of the fact")


class SetAside(Frozen):
    """A finding that does not count: the baseline knows it, or somebody has suppressed it, and why."""

    finding: Finding
    by: Literal["baseline", "suppression"]
    reason: str | None = None
    owner: str | None = None
    until: day | None = Field(None, description="the last day on which the suppression holds")
    where: str | None = Field(None, description="the file that says so")
    inline: bool = Field(False, description="whether it is a mark in the draft itself")


class Notice(Frozen):
    """What is wrong with the project's own policy: an expired, unused or unexplained suppression, a stale baseline entry."""

    rule: str
    severity: Literal["error", "warning", "note"] = "warning"
    message: str
    path: str | None = None
    line: int | None = None


class Review(Frozen):
    """What an editor has decided on a finding: a rating of the claim on one side of it. The engine itself never rates."""

    finding: str
    side: int = Field(0, description="the side of the evidence whose claim is rated")
    rating: int
    best: int = 5
    worst: int = 1
    label: str = Field(description="the rating in words, such as False or Mostly true")
    author: str
    url: str | None = Field(None, description="the page of the review")
    reviewed: day | None = None


class Skipped(Frozen):
    """An input that was not read, or only in part."""

    path: str
    reason: str
    partial: bool = Field(False, description="whether a part of it was read and checked")


class Coverage(Frozen):
    """Of one kind: how many claims were seen, how many of them stand in a finding."""

    kind: str
    claims: int
    compared: int


class DraftCoverage(Frozen):
    """Of the claims of a draft that the sources could speak to: how many they support, contradict, or do not speak to.

    A claim that one source supports and another contradicts is contradicted.
    """

    claims: int
    supported: int
    contradicted: int
    unsupported: int


class Summary(Frozen):
    """The report in numbers."""

    documents: int
    claims: int
    findings: int
    verdicts: dict[str, int]
    coverage: tuple[Coverage, ...]
    rules: tuple[str, ...] = Field(description="the rules that ran")
    notes: tuple[str, ...] = Field((), description="what was seen but not compared, and why")
    draft: DraftCoverage | None = Field(None, description="only of `verify`")
    known: int = Field(0, description="findings set aside because the baseline holds them")
    suppressed: int = Field(0, description="findings set aside because somebody has suppressed them")
    against_baseline: bool = Field(False, description="whether a baseline was held against the findings: those left are then new")


class Generator(Frozen):
    """Who made the report."""

    name: str = "factcheck"
    version: str = VERSION


class Report(Frozen):
    """What one run found. Findings come worst first."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    generator: Generator = Generator()
    command: Literal["check", "verify", "diff"] = "check"
    documents: tuple[ReportDocument, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    policy: tuple[Notice, ...] = ()
    reviews: tuple[Review, ...] = ()
    summary: Summary
