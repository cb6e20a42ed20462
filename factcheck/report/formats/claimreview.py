"""JSON-LD in the words of schema.org: a Claim for each side of what needs a look, and where it appeared.

    {"@context": "https://schema.org", "@graph": [
      {"@type": "Claim", "@id": "urn:factcheck:5f2b81c09d3e:0", "text": "On Monday 12 people died …",
       "appearance": [{"@type": "NewsArticle", "name": "flood", "datePublished": "2023-04-05"}]}, …]}

A ClaimReview is written only where an editor has rated a side in the settings: that sources disagree rates nobody.
What was not read is a CreativeWork that says so.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.report.escape import clipped, json_text, one_line
from factcheck.report.levels import pressing
from factcheck.report.protocol import Format, View

if TYPE_CHECKING:
    from factcheck.public.report import Evidence, Finding, Report, ReportDocument, Review

SAID, MOST_APPEARANCES = 900, 100


def render(report: Report, view: View) -> str:
    """The report as one JSON-LD graph."""
    documents = {document.id: document for document in report.documents}
    speakers = {claim.id: claim.attribution for claim in report.claims if claim.attribution}
    nodes: list[dict[str, Any]] = []
    rated = {review.finding for review in report.reviews}
    for finding in report.findings:
        if view.verbose or pressing(finding) or finding.id in rated:
            nodes.extend(_claims(finding, documents, speakers))
    by_id = {finding.id: finding for finding in report.findings}
    nodes += [_review(review, by_id[review.finding]) for review in report.reviews if review.finding in by_id]
    nodes += [{"@type": "CreativeWork", "name": item.path, "description": f"not read, or only in part: {item.reason}"} for item in report.skipped]
    return json_text(json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, indent=2)) + "\n"


def _claims(finding: Finding, documents: dict[str, ReportDocument], speakers: dict[str, str]) -> list[dict[str, Any]]:
    sides: dict[int, list[Evidence]] = {}
    for evidence in finding.evidence:
        sides.setdefault(evidence.side, []).append(evidence)
    nodes = []
    for side, places in sorted(sides.items()):
        shown = {e.document: documents[e.document] for e in places if e.document in documents}
        node: dict[str, Any] = {
            "@type": "Claim",
            "@id": f"urn:factcheck:{finding.id}:{side}",
            "text": clipped(one_line(places[0].sentence.text).strip(), SAID),
            "appearance": [_work(document) for document in list(shown.values())[:MOST_APPEARANCES]],
        }
        speaker = next((speakers[e.claim] for e in places if e.claim in speakers), None)
        if speaker:
            node["author"] = {"@type": "Thing", "name": speaker}
        nodes.append(node)
    return nodes


def _work(document: ReportDocument) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "name": document.title or document.id, "identifier": document.id}
    if document.url:
        work["url"] = document.url
    if document.publisher:
        work["publisher"] = {"@type": "Organization", "name": document.publisher}
    if document.date and document.date.start and document.date.start == document.date.end:
        work["datePublished"] = document.date.start.isoformat()
    return work


def _review(review: Review, finding: Finding) -> dict[str, Any]:
    words = next((e.sentence.text for e in finding.evidence if e.side == review.side), finding.message)
    node: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": clipped(one_line(words).strip(), SAID),
        "itemReviewed": {"@id": f"urn:factcheck:{finding.id}:{review.side}"},
        "author": {"@type": "Organization", "name": review.author},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": review.rating,
            "bestRating": review.best,
            "worstRating": review.worst,
            "alternateName": review.label,
        },
    }
    if review.url:
        node["url"] = review.url
    if review.reviewed:
        node["datePublished"] = review.reviewed.isoformat()
    return node


FORMAT = Format("claimreview", ".jsonld", render)
