"""A claim: a value that somebody's words allow, said of something, at some time, by someone."""

from __future__ import annotations

from hashlib import sha256

from factcheck.model.value import DateSpan, Value

ASSERTED = "asserted"
DENIED = "denied"
POSSIBLE = "possible"


class Event:
    """What a claim's sentence tells of.

    kind: family of the happening, or None where none is named; when: the days it can have fallen on, or None; place: a
    name as printed, or None; who: canonical names of the sentence.
    """

    __slots__ = ("kind", "place", "when", "when_basis", "who")

    def __init__(
        self,
        kind: str | None,
        when: DateSpan | None = None,
        place: str | None = None,
        who: tuple[str, ...] = (),
        when_basis: str = "",
    ) -> None:
        self.kind = kind
        self.when = when
        self.place = place
        self.who = who
        self.when_basis = when_basis


class Claim:
    """One value read at one place.

    document: id of the document; kind: name of the kind that read it; start, end: offsets of the words that carry it;
    attribute: what the value is a value of ("death", "share of vote", "age"), a key that claims on one fact have in
    common; subject: of whom or what, canonical, or None; sentence: index of its sentence in the document; mood: asserted,
    denied or possible; scope: words that narrow it ("confirmed", "nationwide"); attribution: who is named as its source;
    zone: part of the document ("body", "headline", "dateline", "aside", "link"); detail: what one kind needs to keep for
    its own rules, never shown.
    """

    __slots__ = (
        "attribute",
        "attribution",
        "detail",
        "document",
        "end",
        "event",
        "kind",
        "mood",
        "scope",
        "sentence",
        "start",
        "subject",
        "text",
        "token",
        "value",
        "zone",
    )

    def __init__(
        self,
        document: str,
        kind: str,
        start: int,
        end: int,
        text: str,
        value: Value,
        attribute: str,
        subject: str | None = None,
        sentence: int = 0,
        token: int = 0,
        zone: str = "body",
        detail: object = None,
        scope: tuple[str, ...] = (),
    ) -> None:
        self.document = document
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.value = value
        self.attribute = attribute
        self.subject = subject
        self.sentence = sentence
        self.token = token
        self.zone = zone
        self.detail = detail
        self.scope = scope
        self.mood = ASSERTED
        self.event: Event | None = None
        self.attribution: str | None = None

    @property
    def id(self) -> str:
        """Stable within a run: document, place and kind."""
        return f"{self.document}#{self.start}-{self.end}-{self.kind}"

    @property
    def fingerprint(self) -> str:
        """What is said in which document, not where: unchanged when lines move or the words around it do."""
        said = "\x1f".join((self.document, self.kind, self.attribute, *map(str, self.value.key())))
        return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
