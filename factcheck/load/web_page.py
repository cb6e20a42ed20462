"""A web page as a tree: parsed within the limits, without what nobody sees; its own blocks, and where they stand in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck.errors import DocumentError
from factcheck.limits import LimitReached
from factcheck.load.assembly import BREAK, install, needs_extra
from factcheck.load.protocol import Source

_DECLARED = re.compile(rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})""", re.IGNORECASE)
# What no tree may hold, of which the eye sees nothing: a browser shows none of it, and neither does a terminal obey it.
_NO_TEXT = re.compile("\x1b\\[[0-9;:?]{0,40}[@-~]|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_NEVER = frozenset(["script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "select", "textarea", "button", "input", "map", "datalist"])
_FURNITURE = frozenset(["nav", "aside", "footer", "form", "menu", "dialog"])
_FURNITURE_ROLES = frozenset(["navigation", "complementary", "dialog", "banner", "contentinfo"])
_STORY = frozenset(["html", "body", "main", "article"])
_FURNITURE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:comments?|(?:left|right|top|bottom|side|sub|main|site)nav|ticker|masthead|replies|related|recommend\w*|cookies?\w*|consent|nav\w*|menu|footer|sidebar|ads?|advert\w*|sponsor\w*|promo\w*"
    r"|newsletter|subscribe|share|social|breadcrumbs?|trending|most-read|read-?more|popular|outbrain|taboola|disqus\w*|banner)(?:$|[-_ ])",
    re.IGNORECASE,
)
_EMPTY_LINE = re.compile(f"{BREAK}[ \\t\\r\\n\u00a0]*{BREAK}")
_BLOCKS = {"p": "", "h1": "headline", "h2": "headline", "h3": "headline", "h4": "headline", "h5": "headline", "h6": "headline", "li": "list", "blockquote": "quotation", "figcaption": "caption", "caption": "caption", "tr": "table", "pre": "", "dt": "", "dd": ""}
_INLINE = frozenset(["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "img"])


class OwnBlock(NamedTuple):
    """A block of the page: its text, zone, line in the file, element, and whether it stands in a menu, a side box or the like."""

    text: str
    zone: str
    line: int
    element: str
    furniture: bool


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page says it is in."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else None


def parse(text: str, source: Source) -> Any:
    """The tree of a page; raises LimitReached if it is too deep, for the parser would leave out what is deeper."""
    try:
        from lxml import etree
        from lxml.html import HTMLParser, document_fromstring
    except ImportError as error:
        raise DocumentError(needs_extra("html", error), fix=install("html")) from None
    text = _NO_TEXT.sub(lambda found: " " if found[0] in "\v\f" else "", text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    for error in parser.error_log:
        if "depth" in error.message or error.type_name == "ERR_RESOURCE_LIMIT":
            raise LimitReached("depth", source.limits._replace(depth=min(256, source.limits.depth)), "has elements that are nested too deeply")
    if tree is None:
        raise DocumentError("holds no text")
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    source.check_depth(deepest)
    return tree


def without_unseen(tree: Any) -> int:
    """Take out what a browser does not show; how many characters of text went with it."""
    gone = 0
    for element in list(tree.iter()):
        hidden = (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or (element.tag == "input" and element.get("type") == "hidden")
            or _UNSEEN.search(element.get("style") or "")
        )
        if hidden and element.getparent() is not None and element.tag not in ("html", "body"):
            gone += sum(len(piece.strip()) for piece in element.itertext())
            element.drop_tree()
    return gone


def unfold_layout(tree: Any) -> None:
    """Make plain boxes of tables that are there to place pieces of the page side by side."""
    for row in [row for row in tree.iter("tr") if _lays_out(row)]:
        for cell in row.iterchildren("td", "th"):
            cell.tag = "div"
        row.tag = "div"
        for outer in row.iterancestors():
            if outer.tag not in ("tbody", "table"):
                break
            outer.tag = "div"


def own_blocks(tree: Any) -> Iterator[OwnBlock]:
    """The visible blocks in order: all text of the page, each piece of it once."""
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end"))
    open_blocks: list[tuple[Any, str, bool]] = [(tree, "", False)]
    cells = 0  # open rows of tables: their cells stay together
    words: list[str] = []

    def flush() -> Iterator[OwnBlock]:
        text = "".join(words)
        words.clear()
        element, zone, furniture = open_blocks[-1]
        for piece in [text] if cells else _EMPTY_LINE.split(text):  # an empty line ends a paragraph, however it is made
            if piece := piece.strip(f" \n\t|{BREAK}"):
                yield OwnBlock(piece, "table" if cells else zone, element.sourceline or 0, "row" if cells else element.tag, furniture)

    for event, element in walk:
        tag = element.tag
        if event == "start":
            if not isinstance(tag, str) or tag in _NEVER or tag == "head":
                walk.skip_subtree()
                continue
            if tag == "br":
                words.append(BREAK)
            if tag not in _INLINE:
                if tag in ("td", "th"):
                    words.append(" | ")
                elif not cells:
                    yield from flush()
                if not cells:
                    _, zone, furniture = open_blocks[-1]
                    open_blocks.append((element, _BLOCKS.get(tag, zone), furniture or is_furniture(element)))
                cells += tag == "tr"
            words.append(element.text or "")
        else:
            if isinstance(tag, str) and tag not in _INLINE and tag not in _NEVER and tag != "head":
                if tag == "tr":
                    if cells == 1:
                        yield from flush()
                    cells -= 1
                if not cells:
                    yield from flush()
                    open_blocks.pop()
            words.append(element.tail or "")


def _lays_out(row: Any) -> bool:
    """Whether a row of a table is there to place pieces of the page side by side: a cell of it holds a headline or paragraphs."""
    return any(cell.find(".//h1") is not None or sum(1 for _, _ in zip(range(3), cell.iter("p"), strict=False)) > 2 for cell in row.iterchildren("td", "th"))


def is_furniture(element: Any) -> bool:
    """Whether an element is a menu, a side box, comments, a cookie bar or the like."""
    if element.tag in _FURNITURE or element.get("role") in _FURNITURE_ROLES:
        return True
    if element.tag == "header" and element.find(".//h1") is None and element.find(".//nav") is not None:
        return next(element.iterancestors("article", "main"), None) is None  # of the site, not of the story
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    # What the page's own story lies in is none, whatever it is called: "has-sidebar" is a name for whole pages.
    return bool(_FURNITURE_NAMES.search(names)) and element.tag not in _STORY and element.find(".//h1") is None and element.find(".//article") is None
