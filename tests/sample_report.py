"""Reports made by hand, for tests of formats and schemas that need no engine."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from factcheck.public.report import (
    Claim,
    Coverage,
    Event,
    Evidence,
    Finding,
    Report,
    ReportDocument,
    Sentence,
    Skipped,
    Summary,
    WrittenOn,
)
from factcheck.public.values import DateSpan, Quantity, Wording

FLOOD = 'The dam burst on Monday. At least 12 people died, the mayor said. "We had no warning at all that night," she added.'
RELIEF = 'Rescue work ended. The burst dam killed 14 people.\n"We had ample warning at all that night," the mayor said.'


def place(document: str, text: str, words: str, side: int = 0, nth: int = 0) -> Evidence:
    """Evidence for the nth time that words occur in a text; its sentence is the line or the stretch between full stops."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    low = max(text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, text.rfind("\n", 0, start) + 1)
    ends = [e for e in (text.find(". ", start + len(words)), text.find("\n", start + len(words))) if e >= 0]
    high = min(ends) + 1 if ends else len(text)
    return Evidence(
        document=document,
        start=start,
        end=start + len(words),
        text=words,
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
        sentence=Sentence(start=low, text=text[low:high]),
        side=side,
    )


def finding(
    verdict: str, message: str, evidence: list[Evidence], rule: str = "count-mismatch", **more: object
) -> Finding:
    """A finding with the severity that its verdict usually has."""
    severity = {"conflict": "error", "unsupported": "warning"}.get(verdict, "note")
    fields = {
        "id": f"{abs(sum(map(ord, message))):012x}",
        "rule": rule,
        "verdict": verdict,
        "severity": severity,
        "message": message,
        "because": ("at least 12 is 12 or more",),
        "evidence": tuple(evidence),
        "independent_sources": 1,
        "attribute": "dead",
    }
    return Finding(**(fields | more))


def report_of(findings: list[Finding], texts: dict[str, str] | None = None, **more: object) -> Report:
    """A report of findings on some documents."""
    texts = texts if texts is not None else {"flood": FLOOD, "relief": RELIEF}
    documents = tuple(
        ReportDocument(
            id=id,
            path=f"{id}.txt",
            sha256="0" * 64,
            characters=len(text),
            date=WrittenOn(start=date(2023, 4, 5), end=date(2023, 4, 5), basis="dateline"),
        )
        for id, text in sorted(texts.items())
    )
    fields = {
        "documents": documents,
        "claims": (),
        "findings": tuple(findings),
        "summary": Summary(
            documents=len(documents),
            claims=0,
            findings=len(findings),
            verdicts=dict(sorted(Counter(f.verdict for f in findings).items())),
            coverage=(Coverage(kind="count", claims=7, compared=4),),
            rules=("count-mismatch", "quote-altered"),
            notes=("1 number could not be compared: nothing says what it counts",),
        ),
    }
    return Report(**(fields | more))


def sample() -> Report:
    """A small report with something of everything."""
    count = Claim(
        id="flood#25-37-count",
        document="flood",
        kind="count",
        text="At least 12 people",
        start=25,
        end=43,
        attribute="death",
        value=Quantity(low=Decimal(12), high=None, hedge="at-least", written_value=Decimal("12.0")),
        event=Event(
            kind="collapse", when=DateSpan(start=date(2023, 4, 3), end=date(2023, 4, 3), grain="day")
        ),
        attribution="the mayor",
        scope=("confirmed",),
    )
    quote = Claim(
        id="relief#51-90-quote",
        document="relief",
        kind="quote",
        text='"We had ample warning at all that night,"',
        start=51,
        end=92,
        attribute="quotation",
        value=Wording(text="We had ample warning at all that night", speaker="the mayor"),
    )
    return report_of(
        [
            finding(
                "conflict",
                "flood and relief quote the mayor with different words",
                [
                    place("flood", FLOOD, '"We had no warning at all that night,"', 0),
                    place("relief", RELIEF, '"We had ample warning at all that night,"', 1),
                ],
                rule="quote-altered",
                repairs=("restore the words of flood", "restore the words of relief"),
                attribute="quotation",
            ),
            finding(
                "different-event",
                "flood and relief seem to count the dead of two nights",
                [place("flood", FLOOD, "12 people", 0), place("relief", RELIEF, "14 people", 1)],
            ),
            finding(
                "compatible",
                "at least 12 dead in flood allows 14 dead in relief",
                [place("flood", FLOOD, "At least 12 people", 0), place("relief", RELIEF, "14 people", 1)],
                independent_sources=2,
            ),
        ],
        claims=(count, quote),
        skipped=(
            Skipped(path="torn.txt", reason="is damaged UTF-8: byte 0xE9 at offset 12; save it as UTF-8"),
        ),
    )


HOSTILE = (
    "=1+1 <script>alert(1)</script> & <img src=x onerror=alert(1)> \"' </style></title> [a](javascript:x) ![b](https://e.org/p.png) "
    "https://e.org www.e.org a@e.org | `code` **bold** __b__ ~~s~~ # head {{ 7*7 }} {% x %} ${x} %s {0} $x^2$ "
    "\x1b[31mred\x1b]0;title\x07 \x9b31m \x00 \x08 \u202eright\u2066 \u200b \u2028 \r\n::error::x ##[error]y ##vso[task.complete]z \ufeff \ufdd0 \U000e0041"
)


def hostile_report() -> Report:
    """A report in which every text that a document could bring is hostile."""
    texts = {HOSTILE: f"{HOSTILE} 12 people died. " + FLOOD, "relief": RELIEF}
    evidence = [place(HOSTILE, texts[HOSTILE], HOSTILE, 0), place("relief", RELIEF, "14 people", 1)]
    bad = finding(
        "conflict",
        HOSTILE,
        evidence,
        because=(HOSTILE, "- " + HOSTILE),
        repairs=(HOSTILE,),
        attribute=HOSTILE,
    )
    report = report_of([bad], texts, skipped=({"path": HOSTILE, "reason": HOSTILE},))
    documents = tuple(
        d.model_copy(update={"title": HOSTILE, "publisher": HOSTILE, "url": HOSTILE, "notices": (HOSTILE,)})
        for d in report.documents
    )
    summary = report.summary.model_copy(update={"notes": (HOSTILE,)})
    return report.model_copy(update={"documents": documents, "summary": summary})


def many(findings: int = 1_000, documents: int = 200) -> Report:
    """A report with many findings, each between two of many documents."""
    texts = {f"story-{n:03}": f"On Monday {n} people died in the flood of the river, the mayor of town {n} said. " * 3 for n in range(documents)}
    ids = list(texts)
    verdicts = ("conflict", "agreement", "compatible", "different-event", "unsupported")
    found = []
    for n in range(findings):
        a, b = ids[n % documents], ids[(7 * n + 1) % documents]
        places = [place(a, texts[a], f"{n % documents} people died", 0), place(b, texts[b], f"{(7 * n + 1) % documents} people died", 1)]
        rule = ("count-mismatch", "date-mismatch", "name-variant")[n % 3]
        found.append(finding(verdicts[n % 5], f"{a} and {b} give different numbers of dead: case {n}", places, rule=rule, id=f"{n:012x}", repairs=("correct one", "correct the other")))
    return report_of(found, texts)
