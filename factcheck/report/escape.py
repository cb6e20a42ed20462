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
# Commands that build servers read off a log: "##[error]" anywhere in a line, "::error file=x::" at its start.
_COMMAND = re.compile(r"(?<=#)#(?=[a-z]*\[)|(?<=:):(?=[A-Za-z_-]{1,40}(?: [^\n]{0,500}?)?::)")
_SPACES = re.compile(r"\s+")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|~!$@^]")
_MARKDOWN_START = re.compile(r"[-+=:]|[0-9]{1,9}(?=[.)](?:\s|$))")
_MARKDOWN_LINK = re.compile(r":(?=//)|(?<=[wW]{3})\.|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_FORMULA = frozenset("=+-@|%\t\r\uff1d\uff0b\uff0d\uff20")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def visible(text: str) -> str:
    """The text with every character that would act on a display, or on the reader of a build log, shown by its number."""
    text = _HIDDEN.sub(_numbered, text)
    return _COMMAND.sub(_numbered, text) if "##" in text or "::" in text else text


def _numbered(found: re.Match[str]) -> str:
    return f"⟨U+{ord(found[0]):04X}⟩"


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


def comment(text: str) -> str:
    """For Markdown of a code forge: as Markdown, and nobody is notified and no issue linked by "@name", "#1" or "!1"."""
    return re.sub(r"\\([@#!~$])", r"\1<!-- -->", markdown(text))


def xml(text: str) -> str:
    """For XML, before its own escaping: one line, without the code points that XML cannot hold."""
    return terminal(text)


def workflow(text: str, *, of_property: bool = False) -> str:
    """For the value or a property of a workflow command, in which a few characters stand as percent codes."""
    coded = terminal(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return coded.replace(":", "%3A").replace(",", "%2C") if of_property else coded


def spreadsheet(text: str) -> str:
    """For a cell of a spreadsheet: one line that is no formula, whatever it begins with."""
    plain = terminal(text).strip()
    return "'" + plain if plain[:1] in _FORMULA else plain


def linked(text: str) -> str:
    """For a SARIF message, in which brackets make links."""
    return re.sub(r"([\\\[\]])", r"\\\1", terminal(text))


def uri(path: str) -> str:
    """A path as a relative reference, or as a file: URI where it is absolute; every other character percent-coded."""
    from urllib.parse import quote

    coded = quote(path.encode("utf-8", "surrogatepass"), safe="/")
    return f"file://{coded}" if path.startswith("/") else coded


def json_text(text: str) -> str:
    """For JSON that may be shown on a terminal or a log: hidden characters inside its strings as \\u escapes."""

    def escape(found: re.Match[str]) -> str:
        units = found[0].encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

    text = _HIDDEN.sub(escape, text)
    return _COMMAND.sub(escape, text) if "##" in text or "::" in text else text


def clipped(text: str, limit: int) -> str:
    """At most `limit` characters, with … where more was."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
