"""Reading the claims of one document within the limits: a large text is read in a child process that can be ended."""

from __future__ import annotations

import pickle
import re
from itertools import islice
from typing import Any

from factcheck.extract import extract
from factcheck.limits import LimitReached, Limits
from factcheck.model.document import Document
from factcheck.model.telling import Telling

LARGE = 1_000_000
"""Characters: a smaller text is read within seconds whatever it holds, and needs no process of its own."""
_FIGURE = re.compile(r"[0-9]+(?:[.,:/-][0-9]+)*")


def extract_within(document: Document, limits: Limits) -> tuple[Telling, tuple[str, ...]]:
    """The claims of a document, and what was left out of it; raises DocumentError if it takes too long or too much memory."""
    lost = _cut(document, limits)
    telling = extract(document) if len(document.text) <= LARGE else _apart(document, limits)
    if len(telling.claims) > limits.claims:
        behind = telling.claims[limits.claims].start
        del telling.claims[limits.claims :]
        lost = (*lost, _too_many("claims", behind, document, limits))
    return telling, lost


def _cut(document: Document, limits: Limits) -> tuple[str, ...]:
    """Shorten a text of more figures than claims are read, for each of them makes one."""
    text = document.text
    if len(text) <= 2 * limits.claims:
        return ()
    beyond = next(islice(_FIGURE.finditer(text), limits.claims, None), None)
    if beyond is None:
        return ()
    document.text = text[: beyond.start()]
    return (_too_many("figures", beyond.start(), document, limits),)


def _too_many(what: str, behind: int, document: Document, limits: Limits) -> str:
    if document.original is not None:
        behind = document.original.start(behind)
    return str(LimitReached("claims", limits, f"holds more than {limits.claims:,} {what}: only its first {behind:,} characters were checked"))


def _apart(document: Document, limits: Limits) -> Telling:
    from factcheck.isolate import Worker

    with Worker("factcheck.extract.bounded:answer", limits) as worker:
        _, told = worker.call({}, pickle.dumps(document, pickle.HIGHEST_PROTOCOL))
    telling: Telling = pickle.loads(told)
    telling.document = document
    return telling


def answer(head: dict[str, Any], body: bytes) -> tuple[None, bytes]:
    """What the child process does: no reader of other people's formats runs in it, so what it answers can be unpickled."""
    telling = extract(pickle.loads(body))
    telling.document = None  # type: ignore[assignment]  # it need not come back
    return None, pickle.dumps(telling, pickle.HIGHEST_PROTOCOL)
