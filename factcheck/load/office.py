"""The parts of a Word file, unpacked under a budget, with what is not part of its text taken out before a library sees it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any, NamedTuple

from factcheck.errors import DocumentError
from factcheck.limits import LimitReached
from factcheck.load.assembly import install, needs_extra
from factcheck.load.inflate import Allowance
from factcheck.load.protocol import Source

_CHUNK = 1 << 18
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The library looks these up by their prefixes, which a file need not declare.
_PREFIXES = {"w": _W[1:-1], "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
_ROOT = re.compile(rb"<[^\s/>?!]+")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OTHERS = (("xl/workbook.xml", "a spreadsheet"), ("ppt/presentation.xml", "a slide show"), ("content.xml", "an OpenDocument file"), ("META-INF/container.xml", "an e-book"))


class Slim(NamedTuple):
    """A Word file with its texts only; whether it holds tracked changes, and text that is not shown."""

    file: io.BytesIO
    tracked: bool
    hidden: bool


def slim(data: bytes, source: Source) -> Slim:
    """The file without pictures, hidden text and doubles of text boxes; raises DocumentError if it is no Word file."""
    try:
        from lxml import etree
    except ImportError as error:
        raise DocumentError(needs_extra("docx", error), fix=install("docx")) from None
    allowance = Allowance(source.limits, len(data))
    out = io.BytesIO()
    tracked = hidden = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as kept:
            entries = archive.infolist()
            source.check_entries(len(entries), "files")
            names = {entry.filename for entry in entries}
            if "word/document.xml" not in names:
                raise DocumentError(f"is no Word file but {next((kind for name, kind in _OTHERS if name in names), 'another ZIP archive')}", fix="save its text as .txt or .docx")
            if len(names) < len(entries):
                raise DocumentError("is a damaged .docx: two files in it have one name")
            for entry in entries:
                if not entry.filename.endswith((".xml", ".rels")) or "/media/" in entry.filename or entry.filename.startswith("customXml"):
                    continue
                part = _unpacked(archive, entry, allowance)
                if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"<\0!\0D" in part:
                    raise DocumentError("declares entities of its own, as no Word file needs to, and is not read")
                if entry.filename.startswith("word/") and entry.filename.endswith(".xml") and "/_rels/" not in entry.filename:
                    part, has_changes, has_hidden = _seen(part, etree, source)
                    tracked, hidden = tracked or has_changes, hidden or has_hidden
                kept.writestr(entry.filename, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        why = "it is under a password" if "password" in str(error) or "encrypted" in str(error) else "it is cut off or was changed"
        raise DocumentError(f"is a damaged .docx: {why}") from None
    out.seek(0)
    return Slim(out, tracked, hidden)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowance: Allowance) -> bytes:
    """One file of the archive; what it says of its size is not believed."""
    pieces = []
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            allowance.take(len(piece))
            pieces.append(piece)
    return b"".join(pieces)


def _seen(part: bytes, etree: Any, source: Source) -> tuple[bytes, bool, bool]:
    """A part without hidden runs and the doubles of text boxes; whether it had tracked changes and hidden text."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise LimitReached("depth", source.limits._replace(depth=min(256, source.limits.depth)), "is nested too deeply") from None
        raise DocumentError(f"is a damaged .docx: its XML breaks off ({str(error)[:80]})") from None
    tracked = next(tree.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom"), None) is not None
    gone = list(tree.iter(_FALLBACK, f"{_W}moveFrom"))
    hidden = []
    for mark in tree.iter(f"{_W}vanish"):
        properties = mark.getparent()
        run = properties.getparent() if properties is not None else None
        if run is not None and run.tag == f"{_W}r" and mark.get(f"{_W}val", "1") not in ("0", "false", "off"):
            hidden.append(run)
    for element in gone + hidden:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items() if prefix not in tree.nsmap)
    return _ROOT.sub(lambda root: root[0] + declared.encode(), etree.tostring(tree, encoding="utf-8"), count=1), tracked, bool(hidden)
