"""Whether a web page ends before its end.

No page has to say where it ends, and fragments never do; so it takes two signs. A page that begins as a whole one does has neither
an end of its body nor of itself, and leaves an element open whose end must be written; or it writes the end of every paragraph but
of the last, which breaks off within a sentence.
"""

from __future__ import annotations

import re

_TORN = re.compile(r"<(?:[a-zA-Z/][^<>]*|!--(?:[^-]|-(?!->))*)\Z")
_BEGINS = re.compile(r"\s*(?><\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL)
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_RAW = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b[^<>]*>.*?(?:</\1\s{0,20}>|\Z)", re.IGNORECASE | re.DOTALL)
_RAW_ENDS = re.compile(r"(?:-->|</(?:script|style|textarea|title)\s*>)\Z", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(p|div|article|main|section|aside|header|nav|table|ul|ol|blockquote|figure|h[1-6]|a)\b[^<>]*(?<!/)>", re.IGNORECASE)
_FINISHED = re.compile(r"[.!?…:;\"'”’»)\]>]\s*\Z")


def is_torn(text: str) -> bool:
    """Whether a page or a part of one ends within a tag or a comment."""
    return _TORN.search(text[-2000:]) is not None


def is_cut(text: str) -> bool:
    """Whether a page breaks off."""
    if _BEGINS.match(text) is None or _END.search(text) is not None:
        return False
    opened: dict[str, int] = {}
    for found in _RAW.finditer(text):
        if found.end() == len(text) and _RAW_ENDS.search(found[0]) is None:
            return True  # within a script or a comment
    paragraphs = 0
    for found in _TAG.finditer(_RAW.sub(" ", text)):
        name = found[2].lower()
        paragraphs += name == "p" and not found[1]
        opened[name] = max(0, opened.get(name, 0) + (-1 if found[1] else 1))
    last = opened.pop("p", 0)
    return any(opened.values()) or (last == 1 and paragraphs > 1 and _FINISHED.search(text) is None)
