"""The HTML report in a real browser: it reads without a script, folds and filters with one, asks nobody for anything, and runs
nothing from a document.

Needs a Chromium: `FACTCHECK_CHROMIUM`, or one of the usual places. `python tests/test_page.py` takes the pictures of the README.
"""

from __future__ import annotations

import os
import re
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sample_report import HOSTILE, hostile_report, many, sample

from factcheck.report import render
from factcheck.report.protocol import View

ROOT = Path(__file__).parent.parent
CHROMIUM = os.environ.get("FACTCHECK_CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
PICTURES = {
    # name: width, height, colours, and what to bring into view
    "seeds-page.png": (1100, 1120, "light", None),
    "seeds-dark.png": (1100, 900, "dark", "section-different-event"),
    "seeds-facts.png": (1100, 800, "light", "facts"),
    "seeds-timeline.png": (1100, 1000, "light", "timeline"),
    "seeds-text.png": (1100, 800, "light", "text-4"),
    "seeds-phone.png": (390, 844, "light", None),
}
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: the page is not tried in a browser")


@pytest.fixture(scope="module")
def browser() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield found
        found.close()


class Opened:
    """A page with what it has asked for, said and tried."""

    def __init__(self, browser, path: Path, **context) -> None:
        self.context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | context))
        self.page = self.context.new_page()
        self.requests, self.messages, self.dialogs = [], [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.page.goto(path.as_uri())


@pytest.fixture
def opened(browser, tmp_path) -> Iterator:
    contexts = []

    def open_(source: str, **context) -> Opened:
        path = tmp_path / "report.html"
        path.write_text(source, "utf-8")
        found = Opened(browser, path, **context)
        contexts.append(found)
        return found

    yield open_
    for found in contexts:
        asked = {url.partition("#")[0] for url in found.requests}
        found.context.close()
        assert asked <= {(tmp_path / "report.html").as_uri()}, "the page asks for something"
        assert found.messages == [] and found.dialogs == []


def seeds() -> str:
    return (ROOT / "reports/seeds.html").read_text("utf-8")


def shown(page, selector: str = ".finding") -> int:
    return page.locator(f"{selector}:visible").count()


@needs_browser
def test_filters_leave_what_fits_and_take_the_table_along(opened) -> None:
    page = opened(seeds()).page
    everything = shown(page)
    assert everything == page.locator("tr[data-of]:visible").count() > 20
    page.select_option('[data-filter="verdict"]', "conflict")
    conflicts = shown(page)
    assert 0 < conflicts < everything
    assert page.locator("tr[data-of]:visible").count() == conflicts
    assert page.locator(".part:visible").count() == 1
    assert page.inner_text("#shown").startswith(f"{conflicts} of {everything}")
    page.click("#reset")
    assert shown(page) == everything
    for name in ("kind", "document", "rule"):
        option = page.locator(f'[data-filter="{name}"] option').nth(1)
        page.select_option(f'[data-filter="{name}"]', option.get_attribute("value"))
        number = int(re.search(r"\(([\d,]+)\)$", option.inner_text())[1])
        assert shown(page) == number < everything, name
        page.click("#reset")
    page.fill("#find", "Saint Petersburg")
    assert 0 < shown(page) < everything
    page.fill("#find", "no such words at all")
    assert shown(page) == 0


@needs_browser
def test_findings_fold_by_mouse_keyboard_and_link(opened) -> None:
    page = opened(seeds()).page
    folded = page.locator("details.finding").first
    assert folded.evaluate("e => e.open") is False
    folded.locator("summary").first.click()
    assert folded.evaluate("e => e.open") is True
    folded.locator("summary").first.press("Enter")
    assert folded.evaluate("e => e.open") is False
    anchor = page.locator("details.finding").last.get_attribute("id")
    page.evaluate(f"location.hash = '{anchor}'")
    expect(page.locator(f"[id='{anchor}']")).to_have_attribute("open", "")
    page.click("#fold")
    assert page.locator("details.finding:not([open])").count() == 0


@needs_browser
def test_a_link_to_a_finding_is_copied(opened) -> None:
    found = opened(seeds(), permissions=["clipboard-read", "clipboard-write"])
    button = found.page.locator(".permalink:visible").first
    button.click()
    expect(button).to_have_text("Copied")
    copied = found.page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"report.html#{button.get_attribute('data-to')}")


@needs_browser
def test_claims_in_the_texts_lead_to_their_findings_and_back(opened) -> None:
    page = opened(seeds()).page
    page.locator("details.text summary").first.click()
    link = page.locator(".text .body a:visible").first
    target = link.get_attribute("href")[1:]
    link.click()
    assert page.locator(f"[id='{target}']").is_visible()
    place = page.locator("article.finding figcaption a").first.get_attribute("href")[1:]
    page.locator("article.finding figcaption a").first.click()
    expect(page.locator("details", has=page.locator(f"[id='{place}']")).first).to_have_attribute("open", "")


@needs_browser
def test_without_a_script_the_page_is_whole(opened) -> None:
    page = opened(seeds(), java_script_enabled=False).page
    assert shown(page) > 20
    assert page.locator(".filters").is_hidden() and page.locator(".permalink:visible").count() == 0
    page.locator("details.finding summary").first.click()
    assert page.locator("details.finding blockquote:visible").count() > 0


@needs_browser
@pytest.mark.parametrize("script", [True, False])
def test_nothing_from_a_document_runs(opened, script: bool) -> None:
    report = hostile_report()
    texts = {document.id: f"<script>alert(1)</script>\n{HOSTILE} 12 people died." for document in report.documents}
    page = opened(render(report, "html", View(texts=texts)), java_script_enabled=script).page
    assert page.locator("img, iframe, object, embed, form, base, link, a[href^='http'], a[href^='javascript']").count() == 0
    assert "<script>alert(1)</script>" in page.inner_text("article.finding h3")
    assert page.locator("script").count() == 1
    assert "49" not in page.inner_text("h3")


@needs_browser
@pytest.mark.parametrize("width", [360, 390, 768, 1280, 1920])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_every_width_and_can_be_read(opened, width: int, scheme: str) -> None:
    page = opened(seeds(), viewport={"width": width, "height": 800}, color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for selector in ("h1", ".finding h3", "blockquote", "figcaption", ".heading p", ".chip", "p.verdict", "nav a"):
        assert contrast(page, selector) >= 4.5, selector


def contrast(page, selector: str) -> float:
    """Of an element's letters against what they stand on, as WCAG counts it."""
    found = page.evaluate(
        """selector => {
            const element = document.querySelector(selector);
            let node = element, back = "rgba(0, 0, 0, 0)";
            for (; node && back === "rgba(0, 0, 0, 0)"; node = node.parentElement) back = getComputedStyle(node).backgroundColor;
            return [getComputedStyle(element).color, back];
        }""",
        selector,
    )

    def luminance(color: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted(map(luminance, found), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@needs_browser
def test_a_reader_by_ear_and_keyboard_finds_the_way(opened) -> None:
    page = opened(seeds()).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    heard = page.locator("body").aria_snapshot()
    for part in ('heading "What needs a decision" [level=2]', 'search "Filter the findings"', 'group "Timeline of documents and events"', 'table', 'searchbox "Search"'):
        assert part in heard, part
    assert page.locator("svg[role=group]:not(:has(> title))").count() == 0


@needs_browser
def test_on_paper_everything_folded_is_open(opened) -> None:
    page = opened(seeds()).page
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.finding:not([open])").count() == 0
    assert page.locator(".filters").is_hidden()
    assert page.locator("details.finding blockquote:visible").count() > 20


@needs_browser
def test_a_thousand_findings_from_two_hundred_documents(opened) -> None:
    report = many()
    source = render(report, "html", View(texts={d.id: "On Monday 12 people died in the flood. " * 120 for d in report.documents}))
    assert len(source.encode()) < 15_000_000
    page = opened(source).page
    assert shown(page) == 1_000
    page.select_option('[data-filter="rule"]', "name-variant")
    assert shown(page) == 333


def test_differing_words_of_one_sentence_are_marked() -> None:
    source = render(sample(), "html")
    assert "<u>she added.</u>" in source and "<u>the mayor said.</u>" in source
    assert source.count("<u>") == 2  # the counts stand in sentences that are no tellings of one
    assert '<mark class="differs">ample</mark>' in source


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_are_small_and_shown(name: str) -> None:
    data = (ROOT / "reports" / name).read_bytes()
    assert len(data) < 200_000
    assert struct.unpack(">I", data[16:20])[0] >= PICTURES[name][0]


def take_pictures() -> None:
    """Write the pictures anew."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for name, (width, height, scheme, target) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto((ROOT / "reports/seeds.html").as_uri())
            if target:
                page.evaluate("id => { document.documentElement.style.scrollBehavior = 'auto'; location.hash = id; }", target)
                page.wait_for_timeout(400)
            page.screenshot(path=ROOT / "reports" / name)
        browser.close()


if __name__ == "__main__":
    take_pictures()
