"""What is around the words: contents beside a page on wide screens, lines that do not break, reports that carry what they are about."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect


def test_the_contents_stand_beside_a_wide_page_and_lead_to_its_parts(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}/index.html")
    rail = page.get_by_role("navigation", name="On this page")
    text = page.locator(".masthead").bounding_box()
    box = rail.bounding_box()
    assert text
    assert box
    assert box["x"] > text["x"] + text["width"]
    assert box["x"] + box["width"] <= 1440
    heads = [" ".join(h.split()) for h in page.locator(".briefing h2:not(.sr)").all_inner_texts()]
    assert rail.get_by_role("link").all_inner_texts() == heads
    rail.get_by_role("link", name="Sources").click()
    expect(page.locator("h2#sources")).to_be_in_viewport()
    page.close()


@pytest.mark.parametrize("width", [390, 1200])
def test_without_room_there_are_no_contents(width: int, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/index.html")
    expect(page.locator(".rail")).to_be_hidden()
    page.close()


def test_a_page_printed_alone_says_what_it_holds_below_its_head(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.emulate_media(media="print")
    head, contents, first = (page.locator(part).bounding_box() for part in (".masthead", ".rail", "h2#key-facts"))
    assert head
    assert contents
    assert first
    assert head["y"] + head["height"] <= contents["y"]
    assert contents["y"] + contents["height"] <= first["y"]
    page.emulate_media(media="screen")


def test_head_tabs_and_text_have_one_left_edge(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    edges = page.evaluate("""() => ['.md-header__title', '.md-tabs__link', '.briefing h1'].map(s => {
      const range = document.createRange(); range.selectNodeContents(document.querySelector(s));
      return Math.round(range.getBoundingClientRect().left); })""")
    assert max(edges) - min(edges) <= 1, edges


def test_a_day_does_not_break_on_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{address}/chronology.html")
    heights = page.evaluate("""() => [...document.querySelectorAll('.event .when > .ours:first-child')].filter(e => e.offsetParent)
      .map(e => e.getClientRects().length)""")
    assert heights
    assert set(heights) == {1}
    page.close()


@pytest.mark.parametrize(
    ("where", "key"), [("mailto:desk@example.org", "body"), ("https://example.org/form?story=7", "words")]
)
def test_a_report_carries_item_page_and_words(where: str, key: str, page: Page, address: str, site: Path) -> None:
    made = (
        (site / "facts.html")
        .read_text("utf-8")
        .replace('class="briefing facts"', f'class="briefing facts" data-report="{where}"')
    )
    page.route("**/facts.html", lambda route: route.fulfill(body=made, content_type="text/html"))
    page.goto(f"{address}/facts.html")
    fact = page.locator("li.fact").first
    href = fact.get_by_role("link", name="Report an error").get_attribute("href") or ""
    assert href.startswith(where)
    found = {name: values[0] for name, values in parse_qs(urlsplit(href).query).items()}
    name = fact.get_attribute("id") or ""
    assert (fact.locator(".verbatim span").first.text_content() or "")[:40] in found[key]
    assert any(name in value for value in found.values())
    assert f"{address}/facts.html#{name}" in found["body" if key == "body" else "page"]
    assert page.locator("button.embed").first.is_visible()
