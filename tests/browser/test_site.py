"""The site as a reader meets it: no errors, no other host, search, phone."""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import PAGES, all_pages, kinds_of_page, too_wide

WIDTHS = (1280, 390, 320)
LATE = 50  # milliseconds in which a page may still ask for something


def test_every_page_loads_without_errors_asks_no_other_host_and_fits(page: Page, address: str, site: Path) -> None:
    errors: list[str] = []
    requests: list[str] = []
    wide: list[str] = []
    whole = set(kinds_of_page(site))  # half a second of silence on each page of hundreds would take minutes
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    for name in all_pages(site):
        page.goto(f"{address}/{name}")
        wide += [f"{name} is {more} px too wide at {width}" for width, more in too_wide(page, WIDTHS)]
        if name in whole:
            page.wait_for_load_state("networkidle")
        else:
            page.wait_for_timeout(LATE)
    assert errors == []
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert wide == []


def test_search_finds_a_quotation_and_names_its_speaker(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("restoration of bilateral ties")
    result = page.locator(".md-search-result__item").first
    expect(result).to_be_visible(timeout=10_000)
    expect(page.locator(".md-search-result__list")).to_contain_text("Vladimir Putin", timeout=10_000)


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
