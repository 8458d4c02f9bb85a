"""Taking along: an entry, a difference or the timeline stands in a frame on another site, as high as it needs."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import served


def host_of(folder: Path, code: str) -> Path:
    (folder / "index.html").write_text(f"<!doctype html><title>Elsewhere</title><p>Before</p>{code}<p>After</p>", "utf-8")
    return folder


@pytest.mark.parametrize("kind", ["facts", "quotes", "chronology"])
def test_the_code_of_an_entry_shows_it_on_another_site(kind: str, page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/{kind}.html")
    entry = page.locator("[data-item]").first
    words = entry.locator("[data-verbatim]").first.inner_text()
    entry.get_by_role("button", name="Embed").click()
    code = page.get_by_role("dialog", name="Embed on another site").get_by_label("Code").input_value()
    assert "assets/embedding.js" in code
    with served(host_of(tmp_path, code)) as other:
        page.goto(f"{other}/index.html")
        frame = page.frame_locator("iframe")
        expect(frame.locator("[data-verbatim]").first).to_have_text(words)
        expect(frame.locator(".source cite")).to_be_visible()
        expect(frame.get_by_role("link", name="Read on")).to_have_attribute("target", "_blank")
        inner = frame.locator("body").evaluate("b => Math.ceil(b.getBoundingClientRect().height)")
        expect(page.locator("iframe")).to_have_css("height", f"{inner}px")
        page.wait_for_timeout(1500)  # longer than a page without scripts would wait before it leads on
        expect(frame.locator(".alone")).to_be_visible()


def test_the_timeline_stands_alone_and_leads_to_its_entries(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/chronology.html")
    page.get_by_role("button", name="Embed the timeline").click()
    code = page.get_by_role("dialog").get_by_label("Code").input_value()
    with served(host_of(tmp_path, code)) as other:
        page.goto(f"{other}/index.html")
        link = page.frame_locator("iframe").locator("svg:visible a").first
        assert re.fullmatch(r"\.\./chronology(-\d+)?\.html#e-\w+", link.get_attribute("href") or "")
        with page.expect_popup() as opened:
            link.click()
        assert "chronology" in opened.value.url


def test_in_the_reader_s_colours_only_where_asked(page: Page, address: str, site: Path) -> None:
    name = json.loads((site / "data" / "facts.json").read_bytes())[0]["id"]
    page.emulate_media(color_scheme="dark")
    for asked, scheme in (("", "default"), ("=auto", "slate"), ("=dark", "slate")):
        page.goto(f"{address}/f/{name}.html?embed{asked}")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.goto(f"{address}/f/{name}.html")
    page.wait_for_url(re.compile(rf"facts.html#{name}$"))  # visited, it leads on


def test_a_title_of_any_marks_stays_an_attribute(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    button = page.get_by_role("button", name="Embed").first
    button.evaluate("""b => { b.dataset.title = '"><img src=x onerror=alert(1)>' }""")
    button.click()
    code = page.get_by_role("dialog").get_by_label("Code").input_value()
    assert "<img" not in code
    assert '"><img' in html.unescape(code)


def test_opened_from_a_folder_nothing_can_be_embedded(page: Page, site: Path) -> None:
    page.goto((site / "facts.html").as_uri())
    expect(page.get_by_role("button", name="Cite").first).to_be_visible()
    expect(page.get_by_role("button", name="Embed")).to_have_count(0)
