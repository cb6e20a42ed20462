"""The JSON Schema of the settings file: what files are checked against, and what `factcheck schema settings` prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.config.settings import FAIL_ON, SEVERITIES, TRUST
from factcheck.limits import MEANINGS


def _text(description: str, **more: Any) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "description": description} | more


def _day(description: str) -> dict[str, Any]:
    return {"type": "string", "format": "date", "description": description}


def _list(of: str, description: str, **more: Any) -> dict[str, Any]:
    """A list of strings; `of` names one of them in messages."""
    return {"type": "array", "items": {"type": "string", "title": of}, "description": description} | more


def _table(description: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": dict(values), "description": description}


def _record(properties: Mapping[str, Any], required: tuple[str, ...], description: str) -> dict[str, Any]:
    found = {"type": "object", "properties": dict(properties), "additionalProperties": False, "description": description}
    return found | ({"required": list(required)} if required else {})


def _records(properties: Mapping[str, Any], required: tuple[str, ...], description: str) -> dict[str, Any]:
    return {"type": "array", "items": _record(properties, required, "one entry"), "description": description}


_SEVERITY = {"enum": list(SEVERITIES)}
_BY_RULE = _table("severity by rule", _SEVERITY)

PROPERTIES: Mapping[str, dict[str, Any]] = {
    "select": _list("rule name", "run only these rules"),
    "ignore": _list("rule name", "leave these rules out"),
    "fail-on": {"enum": list(FAIL_ON), "description": "least finding that gives exit status 1"},
    "as-of": _day("the day of documents that carry no date"),
    "baseline": _text("file of known findings, relative to this file", title="the path of a file"),
    "limits": _record(
        {name: {"type": "integer", "minimum": 1, "maximum": 10**15, "description": meaning} for name, meaning in MEANINGS.items()},
        (),
        "how much of a document is read",
    ),
    "severity": _table("severity by rule: an error and a warning count, a note does not", _SEVERITY),
    "tolerance": _table(
        "how far values of an attribute may lie apart and still be told as compatible: 5, \"2.5%\" or \"3 days\"",
        {"type": ["number", "string"], "pattern": r"^[0-9]+(\.[0-9]+)? ?(%|days?)?$", "title": "an amount such as 5, \"2.5%\" or \"3 days\""},
    ),
    "families": _table("words that count one thing, by the word it is told as", _list("word", "words of one family")),
    "aliases": _table("other names of a person, place or body, by its name", _list("name", "other names")),
    "path": _records(
        {
            "match": _list("pattern", "patterns of paths, relative to this file's folder", minItems=1),
            "ignore": _list("rule name", "leave out findings of these rules that rest on such a document"),
            "severity": _BY_RULE,
            "publisher": _text("who published such a document, if it does not say"),
            "date": _day("when such a document was written, if it does not say"),
        },
        ("match",),
        "what holds for some paths only",
    ),
    "source-group": _records(
        {
            "name": _text("what the group is called"),
            "members": _list("pattern", "patterns of paths, ids or publishers of its documents", minItems=1),
            "trust": {"enum": list(TRUST), "description": "a conflict one side of which rests on sources of low trust alone is a note"},
        },
        ("name", "members"),
        "sources that belong together count as one",
    ),
    "reference": _record(
        {
            "facts": _list("sentence", "sentences that are known to be true"),
            "sheet": _text("a file of such sentences, relative to this file", title="the path of a file"),
            "date": _day("the day on which ages and offices hold"),
            "person": _records(
                {
                    "name": _text("as stories write it"),
                    "born": _day("day of birth"),
                    "age": {"type": "integer", "minimum": 0, "maximum": 130, "description": "on the day of the reference"},
                    "office": _text("such as mayor of Lund"),
                },
                ("name",),
                "what is known of somebody",
            ),
        },
        (),
        "what is known: documents are held against it",
    ),
    "suppress": _records(
        {
            "id": _text("id of a finding, or fingerprint of a claim that it rests on"),
            "rule": _text("only findings of this rule"),
            "reason": _text("why; without it there is no effect"),
            "owner": _text("who answers for it; without it there is no effect"),
            "until": _day("its last day"),
        },
        ("id",),
        "findings that do not count",
    ),
    "review": _records(
        {
            "finding": _text("id of a finding"),
            "side": {"type": "integer", "minimum": 0, "description": "the side of it whose claim is rated"},
            "rating": {"type": "integer", "description": "from worst to best"},
            "best": {"type": "integer", "description": "the best rating there is"},
            "worst": {"type": "integer", "description": "the worst rating there is"},
            "label": _text("the rating in words"),
            "author": _text("who rates"),
            "url": _text("the page of the review"),
            "date": _day("when it was published"),
        },
        ("finding", "rating", "label", "author"),
        "ratings by editors, for ClaimReview",
    ),
}

SCHEMA: Mapping[str, Any] = {
    "title": "Settings",
    "description": "factcheck.toml, or [tool.factcheck] in pyproject.toml.",
    "type": "object",
    "properties": PROPERTIES,
    "additionalProperties": False,
}
