"""What the file says of its structure reaches the claims, and the report says where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import check
from tests.samples import docx, page

BODY = "<h1>Flood of 2020</h1><p>The flood killed 12 people in Leeds on Monday, the mayor said in the evening.</p>"


@pytest.mark.parametrize(
    ("element", "zone"),
    [
        ("<figure><figcaption>A boat that took 77 people home</figcaption></figure>", "caption"),
        ("<table><tr><td>People who were hurt</td><td>77 people</td></tr></table>", "table"),
        ("<h2>How 77 people were saved</h2>", "headline"),
        ("<blockquote>I saw 77 people on the roofs of the houses</blockquote>", "body"),
        ("<ul><li>77 people were brought home by boat</li></ul>", "body"),
        ("<p>As many as 77 people were brought home by boat.</p>", "body"),
    ],
)
def test_the_zone_of_a_claim(element: str, zone: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(f"{BODY}{element}<p>It rained for nine hours, and nobody in the town had ever seen so much water.</p>"))
    report = check([tmp_path])
    assert {claim.zone for claim in report.claims if "77" in claim.text} == {zone}
    assert {claim.zone for claim in report.claims if "2020" in claim.text} == {"headline"}
    assert {claim.zone for claim in report.claims if "12" in claim.text} == {"body"}


def test_a_footnote(tmp_path: Path) -> None:
    from tests.samples import _OFFICE, _PACKAGE, WORD

    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="1"><w:p><w:r><w:t>Another 77 people were hurt.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    links = f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="f" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>'
    body = '<w:p><w:r><w:t>The flood killed 12 people.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    (tmp_path / "a.docx").write_bytes(docx(body, more={"word/footnotes.xml": notes.encode(), "word/_rels/document.xml.rels": links.encode()}))
    report = check([tmp_path])
    assert not report.skipped
    assert {claim.zone for claim in report.claims if "77" in claim.text} == {"footnote"}
    assert [claim.text for claim in report.claims if claim.kind == "count"] == ["12 people", "77 people"]

