"""Reading the claims of one document within the limits: a large text is read in a child process that can be ended."""

from __future__ import annotations

import io
import pickle
import re
from itertools import islice
from typing import Any

from factcheck.extract import extract
from factcheck.extract.pieces import extract_in_pieces
from factcheck.limits import LimitReached, Limits
from factcheck.model.document import Document
from factcheck.model.telling import Telling

LARGE = 1_000_000
"""Characters: a smaller text is read within seconds whatever it holds, and needs no process of its own."""
_AT_ONCE = 2_000  # claims
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def extract_within(document: Document, limits: Limits) -> tuple[Telling, tuple[str, ...]]:
    """The claims of a document, and what was left out of it; raises DocumentError if it takes too long or too much memory."""
    whole = len(document.text)
    what = "figures" if _cut(document, limits) else "claims"
    telling = extract(document, limits.sentence) if len(document.text) <= LARGE else _apart(document, limits)
    if telling.run_on:
        cut = f"holds {telling.run_on:,} sentence{'s' if telling.run_on > 1 else ''} without an end, each read in pieces"
        document.notices += (str(LimitReached("sentence", limits, cut)),)
    if len(telling.claims) > limits.claims:
        document.text = document.text[: telling.claims[limits.claims].start]
        del telling.claims[limits.claims :]
    behind = len(document.text)
    if behind == whole:
        return telling, ()
    if document.original is not None:
        behind = document.original.start(behind)
    return telling, (str(LimitReached("claims", limits, f"holds more than {limits.claims:,} {what}: only its first {behind:,} characters were checked")),)


def _cut(document: Document, limits: Limits) -> bool:
    """Shorten a text of more figures than claims are read, for each of them makes one."""
    text = document.text
    if len(text) <= 2 * limits.claims:
        return False
    beyond = next(islice(_FIGURE.finditer(text), limits.claims, None), None)
    if beyond is None:
        return False
    document.text = text[: beyond.start()]
    return True


def _apart(document: Document, limits: Limits) -> Telling:
    from factcheck.isolate import Worker

    with Worker("factcheck.extract.bounded:answer", limits) as worker:
        _, told = worker.call({"claims": limits.claims, "sentence": limits.sentence}, pickle.dumps(document, pickle.HIGHEST_PROTOCOL))
    telling = _unpacked(told)
    document.text = telling.document.text
    telling.document = document
    return telling


def answer(head: dict[str, Any], body: bytes) -> tuple[None, bytes]:
    """What the child process does: no reader of other people's formats runs in it, so what it answers can be unpickled."""
    document: Document = pickle.loads(body)
    telling = extract_in_pieces(document, head["sentence"], head["claims"])
    telling.document = Document(document.text, document.id)
    return None, _packed(telling)


def _packed(telling: Telling) -> bytes:
    """A telling as bytes, its claims some at a time: packing remembers each thing it has seen, which for all at once is as much again."""
    claims, telling.claims = telling.claims, []
    out = io.BytesIO()
    pickle.dump(telling, out, pickle.HIGHEST_PROTOCOL)
    for at in range(0, len(claims), _AT_ONCE):
        pickle.dump(claims[at : at + _AT_ONCE], out, pickle.HIGHEST_PROTOCOL)
    return out.getvalue()


def _unpacked(told: bytes) -> Telling:
    packed = io.BytesIO(told)
    telling: Telling = pickle.load(packed)
    while packed.tell() < len(told):
        telling.claims += pickle.load(packed)
    return telling
