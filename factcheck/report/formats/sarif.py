"""SARIF 2.1.0, for code scanning: what needs a look as results, with the other places as related locations.

    {"version": "2.1.0", "runs": [{"columnKind": "unicodeCodePoints", "results": [
      {"ruleId": "count-mismatch", "level": "error", "message": {"text": "flood and relief give …"}, "locations": […]}, …

Columns count code points. Findings that the baseline knows, or that somebody has suppressed, are results too, marked as such;
what was not read stands among the notifications. With `--verbose` the agreements and look-alikes are results of level none.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.report.escape import clipped, json_text, linked, terminal, uri
from factcheck.report.levels import pressing, told
from factcheck.report.places import drafts, main_place, others, paths, region
from factcheck.report.protocol import Format, View
from factcheck.report.rule_help import NOTICES, rule_help

if TYPE_CHECKING:
    from factcheck.public.report import Evidence, Finding, Notice, Report, SetAside

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RELATED, SAID = 99, 900
"""Related places of a result, characters of a message: what code scanning still takes."""


def render(report: Report, view: View) -> str:
    """The report as one SARIF run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report, view).made()]}
    return json_text(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


class _Run:
    """One run, with the indexes that its results refer to."""

    def __init__(self, report: Report, view: View) -> None:
        self.report = report
        self.paths = paths(report)
        self.drafts = drafts(report)
        findings = told(report, view.verbose)
        self.findings, self.cut, self.most = findings[: view.results], max(0, len(findings) - view.results), view.results
        used = {f.rule for f in self.findings} | {a.finding.rule for a in report.set_aside} | {n.rule for n in report.policy}
        self.rules = {name: n for n, name in enumerate(sorted({*report.summary.rules, *used}))}
        self.artifacts: dict[str, int] = {}
        for path in [*self.paths.values(), *(n.path for n in report.policy if n.path)]:
            self.artifacts.setdefault(path, len(self.artifacts))

    def made(self) -> dict[str, Any]:
        report = self.report
        against = report.summary.against_baseline
        state = "new" if against else None
        results = [*(self._result(f, state) for f in self.findings), *map(self._aside, report.set_aside), *map(self._notice, report.policy)]
        return {
            "tool": {"driver": self._driver()},
            "automationDetails": {"id": f"factcheck/{report.command}/"},
            "columnKind": "unicodeCodePoints",
            "invocations": [self._invocation()],
            "artifacts": [{"location": {"uri": uri(path)}, "roles": ["analysisTarget"]} for path in self.artifacts],
            "results": results,
            "properties": {"verdicts": report.summary.verdicts, "claims": report.summary.claims, "resultsLeftOut": self.cut},
        }

    def _driver(self) -> dict[str, Any]:
        made = self.report.generator
        return {
            "name": made.name,
            "version": made.version,
            "semanticVersion": made.version,
            "informationUri": "urn:factcheck",
            "rules": [self._rule(name) for name in self.rules],
            "notifications": [{"id": "unread-input", "shortDescription": {"text": "An input that was not read, or only in part."}}, *self._left_out()],
        }

    def _left_out(self) -> list[dict[str, Any]]:
        return [{"id": "results-left-out", "shortDescription": {"text": "Findings that the limit of results leaves out."}}] if self.cut else []

    def _rule(self, name: str) -> dict[str, Any]:
        title, summary, parts = rule_help(name)
        text = "\n\n".join([summary, *parts])
        return {
            "id": name,
            "name": "".join(word.capitalize() for word in name.split("-")),
            "shortDescription": {"text": _sentence(title[:1].upper() + title[1:])},
            "fullDescription": {"text": _sentence(summary)},
            "help": {"text": text, "markdown": text},
            "defaultConfiguration": {"level": "warning" if name in NOTICES or name in ("unsupported-claim", "fact-changed") else "error"},
            "properties": {"tags": ["policy" if name in NOTICES else "consistency"]},
        }

    def _invocation(self) -> dict[str, Any]:
        notifications = [
            {
                "descriptor": {"id": "unread-input", "index": 0},
                "level": "warning" if item.partial else "error",
                "message": {"text": _sentence(f"{linked(item.path)}: {linked(item.reason)}")},
            }
            for item in self.report.skipped
        ]
        if self.cut:
            text = f"{self.cut:,} more findings are left out here (the limit sarif-results, {self.most:,}); raise it with --limit sarif-results=NUMBER."
            notifications.append({"descriptor": {"id": "results-left-out", "index": 1}, "level": "warning", "message": {"text": text}})
        return {"executionSuccessful": not self.report.skipped, "toolExecutionNotifications": notifications}

    def _result(self, finding: Finding, state: str | None = None) -> dict[str, Any]:
        main = main_place(finding, self.drafts)
        related = others(finding, main)
        quiet = not pressing(finding)
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self.rules[finding.rule],
            "kind": "fail" if not quiet else "pass" if finding.verdict == "agreement" else "informational",
            "level": "none" if quiet else finding.severity,
            "message": {"text": self._message(finding, related)},
            "locations": [self._location(main)] if main else [],
            "partialFingerprints": {"finding/v1": finding.id},
            "properties": {"verdict": finding.verdict, "independentSources": finding.independent_sources},
        }
        if related:
            result["relatedLocations"] = [
                {"message": {"text": clipped(linked(e.text), SAID)}} | self._location(e) | {"id": n} for n, e in enumerate(related[:MOST_RELATED], 1)
            ]
        if finding.change:
            result["properties"]["change"] = finding.change
        if state:
            result["baselineState"] = state
        return result

    def _message(self, finding: Finding, related: list[Evidence]) -> str:
        steps = "; ".join(clipped(linked(step), SAID) for step in finding.because)
        says = [_sentence(clipped(linked(finding.message), SAID))]
        if steps:
            says.append(_sentence(f"Because {steps}"))
        if related:
            seen = dict.fromkeys(e.document for e in related[:MOST_RELATED])
            first = {e.document: n for n, e in reversed(list(enumerate(related[:MOST_RELATED], 1)))}
            says.append(_sentence("See " + ", ".join(f"[{linked(document)}]({first[document]})" for document in list(seen)[:8])))
        return " ".join(says)

    def _location(self, evidence: Evidence) -> dict[str, Any]:
        path = self.paths.get(evidence.document, evidence.document)
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path), "index": self.artifacts[path]}}
        found = region(evidence)
        if found is not None and evidence.place is not None and evidence.place.shown:
            physical["region"] = {"startLine": found.line}
        elif found is not None:
            physical["region"] = {
                "startLine": found.line,
                "startColumn": found.column,
                "endLine": found.end_line,
                "endColumn": found.end_column,
                "charOffset": evidence.start,
                "charLength": evidence.end - evidence.start,
                "snippet": {"text": evidence.text},
            }
        location: dict[str, Any] = {"physicalLocation": physical}
        if evidence.place is not None and evidence.place.shown:
            location["message"] = {"text": _sentence(linked(f"{evidence.place.shown}: {evidence.text}"))}
        return location

    def _aside(self, aside: SetAside) -> dict[str, Any]:
        result = self._result(aside.finding)
        if aside.by == "baseline":
            return result | {"baselineState": "unchanged"}
        said = "; ".join(filter(None, [aside.reason, aside.owner and f"owner {aside.owner}", aside.until and f"until {aside.until.isoformat()}"]))
        kind = "inSource" if aside.inline else "external"
        return result | {"suppressions": [{"kind": kind, "status": "accepted", "justification": terminal(said)}]}

    def _notice(self, notice: Notice) -> dict[str, Any]:
        result = {
            "ruleId": notice.rule,
            "ruleIndex": self.rules[notice.rule],
            "level": notice.severity,
            "message": {"text": _sentence(linked(notice.message))},
            "locations": [],
        }
        if notice.path:
            place: dict[str, Any] = {"artifactLocation": {"uri": uri(notice.path), "index": self.artifacts[notice.path]}}
            place["region"] = {"startLine": notice.line or 1}
            result["locations"] = [{"physicalLocation": place}]
        return result


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."


FORMAT = Format("sarif", ".sarif", render)
