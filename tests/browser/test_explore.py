"""The Explore page: Pagefind finds passages, filters narrow, counts are right; without Pagefind the page says what to use instead."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.site import search_index


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page()


def test_a_search_finds_a_passage_and_leads_to_it(page: Page, address: str) -> None:
    errors: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}/explore.html")
    page.get_by_label("Words").fill("airspace violation")
    first = page.locator(".results li").first
    expect(first).to_contain_text("airspace")
    expect(page.locator("#explore-none")).to_be_hidden()
    page.locator(".results li a[href^='sources/']").first.click()
    page.wait_for_url("**/sources/*.html#p*")
    assert errors == []
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []


def test_filters_narrow_and_their_counts_are_right(page: Page, address: str, site: Path) -> None:
    quotations = len(json.loads((site / "data" / "quotes.json").read_text("utf-8")))
    page.goto(f"{address}/explore.html?kind=quotation")
    found = page.locator("#explore-found")
    expect(found).to_have_text(f"{quotations} found")
    page.get_by_label("Who or what").select_option("Vladimir Putin")
    expect(found).not_to_have_text(f"{quotations} found")
    label = page.locator("select[name=who] option:checked").text_content() or ""
    assert label == f"Vladimir Putin ({(found.text_content() or '').split()[0]})"
    assert "who=Vladimir+Putin" in page.url
    page.get_by_role("button", name="Start anew").click()
    expect(found).to_have_text("")
    page.get_by_label("From").fill("2016-07")
    page.get_by_label("To").fill("2016-07")
    page.get_by_label("Kind").select_option("event")
    expect(page.locator(".results li").first).to_contain_text("July")


def test_without_pagefind_the_page_leads_to_the_other_search(
    page: Page, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "site"
    copy.mkdir()
    shutil.copytree(site / "data", copy / "data")
    (copy / "explore.html").write_text("<html><body></body></html>")
    monkeypatch.setattr(search_index.importlib.util, "find_spec", lambda name: None)
    assert "pip install" in (search_index.index(copy) or "")
    assert search_index.SCRIPT not in (copy / "explore.html").read_text()
    page.goto((site / "explore.html").as_uri())
    expect(page.locator("#explore-none")).to_be_visible()
    expect(page.locator("form.explore")).to_be_hidden()
