"""Text from documents is data: one function for each place that it is written to.

For HTML, `terminal` is followed by the template engine's own escaping.
"""

from __future__ import annotations

import re

# Characters that act on a display instead of showing on it: controls, marks of direction, characters without width that
# can hide a difference, line separators, and code points that are no characters. Joiners inside emoji stay as they are.
_ACTING = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
)
_HIDDEN = re.compile(f"[{_ACTING}]")
_SPACES = re.compile(r"\s+")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|~!$@^]")
_MARKDOWN_START = re.compile(r"[-+=:]|[0-9]{1,9}(?=[.)](?:\s|$))")
_MARKDOWN_LINK = re.compile(r":(?=//)|(?<=[wW]{3})\.|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def visible(text: str) -> str:
    """The text with every character that would act on a display shown by its number instead."""
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """The text with its spaces and line breaks closed up, each run to one space."""
    return _SPACES.sub(" ", text)


def terminal(text: str) -> str:
    """For a terminal, a log or a plain file: one line, nothing hidden."""
    # Some separators count as space too: they are shown, like every hidden character, before spaces are closed up.
    return one_line(visible(text))


def markdown(text: str) -> str:
    """For Markdown: one line in which nothing is markup, a link or a formula."""
    plain = terminal(text)
    escaped = _MARKDOWN.sub(lambda found: "\\" + found[0], plain)
    escaped = _MARKDOWN_LINK.sub(lambda found: "\\" + found[0], escaped)
    escaped = re.sub(r"[&<>]", lambda found: _ENTITIES[found[0]], escaped)
    start = _MARKDOWN_START.match(escaped)
    if start is None:
        return escaped
    cut = start.end()
    return "\\" + escaped if cut == 1 and not escaped[0].isdigit() else f"{escaped[:cut]}\\{escaped[cut:]}"


def json_text(text: str) -> str:
    """For JSON that may be shown on a terminal: hidden characters inside its strings as \\u escapes."""

    def escape(found: re.Match[str]) -> str:
        units = found[0].encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

    return _HIDDEN.sub(escape, text)


def clipped(text: str, limit: int) -> str:
    """At most `limit` characters, with … where more was."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
