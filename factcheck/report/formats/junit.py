"""JUnit XML, for the test view of a build server: a suite for each rule, a case for each fact, and one for each input.

    <testsuites>
      <testsuite name="count-mismatch" tests="2" failures="1" …>
        <testcase classname="count-mismatch" name="flood and relief give …"><failure type="conflict" message="…">…</failure></testcase>

What `--fail-on` fails on is a failure, what was not read an error, what is suppressed or known a skipped case, and all else
passes; `never` is for the exit status alone and fails what `conflict` does. No clock is read: the times are zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.report.escape import clipped, xml
from factcheck.report.levels import counts, notice_counts
from factcheck.report.places import paths
from factcheck.report.protocol import Format, View

if TYPE_CHECKING:
    from factcheck.public.report import Finding, Report

SAID, MOST_PLACES = 900, 40
"""Characters of a message, and places told of a finding."""
NO_TIME = "1970-01-01T00:00:00"


def render(report: Report, view: View) -> str:
    """The report as one JUnit file."""
    root = Element("testsuites")
    rules = sorted({*report.summary.rules, *(f.rule for f in report.findings), *(a.finding.rule for a in report.set_aside)})
    by_rule: dict[str, list[Element]] = {rule: [] for rule in rules}
    where = paths(report)
    level = view.fail_on if view.fail_on != "never" else "conflict"
    for finding in report.findings:
        by_rule[finding.rule].append(_case(finding, where, level))
    for aside in report.set_aside:
        case = _named(aside.finding.rule, aside.finding)
        SubElement(case, "skipped", message=_said(aside.reason or "known from the baseline"))
        by_rule[aside.finding.rule].append(case)
    suites = [("inputs", _inputs(report)), *by_rule.items()]
    if report.policy:
        suites.append(("policy", _policy(report, level)))
    for number, (name, cases) in enumerate(suites):
        root.append(_suite(name, number, cases))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(name: str, number: int, cases: list[Element]) -> Element:
    numbers = {kind: str(sum(case.find(tag) is not None for case in cases)) for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))}
    suite = Element("testsuite", name=name, package="factcheck", id=str(number), tests=str(len(cases)), **numbers, time="0", timestamp=NO_TIME, hostname="localhost")
    SubElement(suite, "properties")
    suite.extend(cases)
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")
    return suite


def _named(rule: str, finding: Finding) -> Element:
    return Element("testcase", classname=xml(rule), name=f"{_said(finding.message)} [{finding.id}]", time="0")


def _case(finding: Finding, where: dict[str, str], fail_on: str) -> Element:
    case = _named(finding.rule, finding)
    if counts(finding, fail_on):
        failure = SubElement(case, "failure", type=finding.verdict, message=_said(finding.message))
        lines = [f"{xml(where.get(e.document, e.document))}:{xml(e.place.shown) if e.place and e.place.shown else f'{e.line}:{e.column}'}: {_said(e.text)}" for e in finding.evidence[:MOST_PLACES]]
        if len(finding.evidence) > MOST_PLACES:
            lines.append(f"… and {len(finding.evidence) - MOST_PLACES:,} more places")
        lines += [f"because {_said(step)}" for step in finding.because]
        lines += [f"{'either' if n == 0 else 'or'} {_said(repair)}" for n, repair in enumerate(finding.repairs)]
        failure.text = "\n".join(lines)
    return case


def _inputs(report: Report) -> list[Element]:
    cases = [Element("testcase", classname="inputs", name=xml(path), time="0") for path in paths(report).values()]
    for item in report.skipped:
        case = Element("testcase", classname="inputs", name=xml(item.path), time="0")
        SubElement(case, "error", type="partial" if item.partial else "unread", message=_said(item.reason))
        cases.append(case)
    return cases


def _policy(report: Report, fail_on: str) -> list[Element]:
    cases = []
    for notice in report.policy:
        case = Element("testcase", classname=notice.rule, name=_said(notice.message), time="0")
        if notice_counts(notice, fail_on):
            SubElement(case, "failure", type=notice.rule, message=_said(notice.message))
        cases.append(case)
    return cases


def _said(text: str) -> str:
    return clipped(xml(text), SAID)


FORMAT = Format("junit", ".xml", render)
