"""The site as a reader meets it: no errors, no other host, search, phone, dark, paper."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PAGES, SCREENSHOTS, all_pages, kinds_of_page


def test_every_page_loads_without_errors_and_asks_no_other_host(page: Page, address: str, site: Path) -> None:
    errors: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    for name in all_pages(site):
        page.goto(f"{address}/{name}")
        page.wait_for_load_state("networkidle")
    assert errors == []
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []


def test_search_finds_a_quotation_and_names_its_speaker(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("restoration of bilateral ties")
    result = page.locator(".md-search-result__item").first
    expect(result).to_be_visible(timeout=10_000)
    expect(page.locator(".md-search-result__list")).to_contain_text("Vladimir Putin", timeout=10_000)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(page: Page, address: str, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in all_pages(site):
        page.goto(f"{address}/{name}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} px too wide at {width}"


def test_no_text_is_smaller_than_14_pixels(page: Page, address: str) -> None:
    script = """[...document.querySelectorAll('.briefing *')]
      .filter(e => e.offsetParent && !e.closest('svg') && [...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim()))
      .filter(e => parseFloat(getComputedStyle(e).fontSize) < 14).map(e => e.className + ':' + e.textContent)"""
    for name in PAGES:
        page.goto(f"{address}/{name}.html")
        assert page.evaluate(script) == []


def test_a_page_weighs_at_most_150_kilobytes_of_our_own(site: Path) -> None:
    shared = sum(len(gzip.compress(file.read_bytes())) for file in (site / "assets").glob("briefing.*"))
    for name in all_pages(site):
        weight = shared + len(gzip.compress((site / name).read_bytes()))
        assert weight <= 150_000, f"{name} weighs {weight} bytes"


@pytest.mark.parametrize(
    ("name", "scheme", "width"), [("desktop", "light", 1280), ("dark", "dark", 1280), ("phone", "light", 390)]
)
def test_screenshots(browser: Browser, address: str, site: Path, name: str, scheme: str, width: int) -> None:
    """Pictures of every kind of page, to be looked at."""
    SCREENSHOTS.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for kind in kinds_of_page(site):
        page.goto(f"{address}/{kind}")
        page.screenshot(path=SCREENSHOTS / f"{kind.split('/')[0].removesuffix('.html')}-{name}.png", full_page=True)
    if name == "desktop":
        page.emulate_media(media="print")
        for kind in kinds_of_page(site):
            page.goto(f"{address}/{kind}")
            page.screenshot(path=SCREENSHOTS / f"{kind.split('/')[0].removesuffix('.html')}-print.png", full_page=True)
        page.goto(f"{address}/index.html")
        page.pdf(path=SCREENSHOTS / "index-print.pdf", format="A4")
        assert (SCREENSHOTS / "index-print.pdf").stat().st_size > 10_000
    context.close()
