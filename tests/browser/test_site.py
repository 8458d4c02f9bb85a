"""The site as a reader meets it: no errors, no other host, search, citations, filters, keyboard, phone, dark, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import SCREENSHOTS

PAGES = ["index", "facts", "quotes", "chronology", "people", "organisations", "places", "topics", "method", "downloads"]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def all_pages(site: Path) -> list[str]:
    return [file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")) if file.name != "404.html"]


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


def test_a_citation_lands_on_its_highlighted_passage(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    words = page.locator(".fact .verbatim").first.text_content() or ""
    page.locator(".fact .chip").first.click()
    page.wait_for_url(re.compile(r"sources/.*#c\d+-\d+"))
    lit = page.locator("mark.on")
    expect(lit.first).to_be_in_viewport()
    shown = "".join(lit.all_text_contents())
    assert "".join(shown.split())[:60] in "".join(words.split())
    page.get_by_role("button", name="Back").click()
    page.wait_for_url(re.compile("facts.html"))


def test_without_script_a_citation_still_lands_in_a_lit_paragraph(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/facts.html")
    page.locator(".fact .chip").first.click()
    paragraph = page.locator("p:has(.spot:target)")
    expect(paragraph).to_be_in_viewport()
    context.close()


def test_filters_count_right_and_keep_their_state_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/quotes.html")
    total = page.locator("[data-item]").count()
    choice = page.locator("select[name=subject] option").nth(1)
    label, value = choice.text_content() or "", choice.get_attribute("value")
    count = int(re.search(r"\((\d+)\)", label)[1])  # type: ignore[index]
    page.locator("select[name=subject]").select_option(value)
    shown = page.locator("[data-item]:visible").count()
    assert shown == count < total
    assert f"subject={value}" in page.url
    page.reload()
    assert page.locator("[data-item]:visible").count() == count
    page.locator("form.filter button[type=reset]").click()
    expect(page.locator("output")).to_contain_text(f"{total} shown")


def test_lists_are_whole_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/chronology.html")
    assert page.locator("[data-item]:visible").count() == page.locator("[data-item]").count() > 0
    assert not page.locator("form.filter").is_visible()
    context.close()


def test_the_keyboard_reaches_a_citation(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    page.locator(".fact .chip").first.focus()
    expect(page.locator(".fact .chip .peek").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#c\d+-\d+"))


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


def test_a_page_is_light(page: Page, address: str) -> None:
    sizes: dict[str, int] = {}
    page.on(
        "response",
        lambda r: sizes.update({r.url: len(r.body())}) if "/assets/briefing" in r.url or r.url.endswith(".html") else None,
    )
    page.goto(f"{address}/index.html")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes.values()) < 150_000


@pytest.mark.parametrize(
    ("name", "scheme", "width"), [("desktop", "light", 1280), ("dark", "dark", 1280), ("phone", "light", 390)]
)
def test_screenshots(browser: Browser, address: str, site: Path, name: str, scheme: str, width: int) -> None:
    """Pictures of every kind of page, to be looked at."""
    SCREENSHOTS.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    kinds = [f"{p}.html" for p in PAGES]
    kinds += [next(p for p in all_pages(site) if p.startswith(folder)) for folder in ("sources/", "subjects/")]
    for kind in kinds:
        page.goto(f"{address}/{kind}")
        page.screenshot(path=SCREENSHOTS / f"{kind.split('/')[0].removesuffix('.html')}-{name}.png", full_page=True)
    if name == "desktop":
        page.goto(f"{address}/index.html")
        page.pdf(path=SCREENSHOTS / "index-print.pdf", format="A4")
        assert (SCREENSHOTS / "index-print.pdf").stat().st_size > 10_000
    context.close()
