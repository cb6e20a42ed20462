"""Tables of documents (CSV, TSV): one a row, with a first row that names the columns, one of them text, body or content."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from factcheck.errors import DocumentError
from factcheck.load.decode import decode
from factcheck.load.protocol import Part, Reader, Source, Unread

_SIGNS = (",", ";", "\t", "|")


def read(data: bytes, source: Source) -> Iterable[Part]:
    """The documents of all rows."""
    import csv
    import io

    from factcheck.load.records import SUMMARIES, document, normal, text_field
    from factcheck.load.web_metadata import article_fields

    found = decode(data, source.encoding)
    text = found.text
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    first = text.lstrip().split("\n", 1)[0]
    sign = max(_SIGNS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    number = 0
    names: list[str] | None = None
    try:
        for row in rows:
            if not any(map(str.strip, row)):
                continue
            if names is None:
                names = [normal(name) for name in row]
                column = text_field(names)
                if column is None:
                    raise DocumentError("has no column named text, body or content", fix="name the columns in the first row")
                continue
            number += 1
            source.check_entries(number, "rows")
            record = dict(zip(names, row, strict=False))
            part = f"row {number}"
            if len(row) != len(names):
                yield Unread(part, f"has {len(row)} cells where the first row names {len(names)}")
                continue
            yield from document(article_fields(record), record[column], part, source, summary=column in SUMMARIES, line=rows.line_num)
    except csv.Error as error:
        if names is None:
            raise DocumentError(f"is not a table: {str(error)[:100]}") from None
        yield Unread(f"row {number + 1}", f"is damaged, and what follows it was not read: {str(error)[:100]}")
    if names is not None and not number:
        raise DocumentError("has no row below the names of its columns")


READER = Reader("csv", (".csv", ".tsv"), read, media_types=("text/csv", "text/tab-separated-values"))
