"""The Explore page: Pagefind finds passages, filters narrow, counts are right; without Pagefind the page says what to use instead."""

from __future__ import annotations

import json
import re
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
    assert page.locator(".results li h2", has_text="Fact").count() == 0  # each is called by its words
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
    page.locator("form.explore").get_by_role("button", name="Clear").click()
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
    assert search_index.EXPLORE_SCRIPT not in (copy / "explore.html").read_text()
    page.goto((site / "explore.html").as_uri())
    expect(page.locator("#explore-folder")).to_contain_text("Opened from a folder")
    expect(page.locator("#explore-none")).to_be_hidden()
    expect(page.locator("form.explore")).to_be_hidden()


@pytest.mark.parametrize("words", ["9 August 2016", "August 9, 2016", "Aug 9", "2016-08-09", "What happened on 9 August?"])
def test_a_day_in_any_form_finds_that_day_first(words: str, page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html")
    page.get_by_label("words").fill(words)
    expect(page.locator(".results li h2").first).to_contain_text("9 August 2016")


def test_a_question_gives_the_words_of_whom_it_names(page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html")
    page.get_by_label("words").fill("What did Erdogan say about Turkey?")
    expect(page.locator(".results li").first).to_be_visible()
    titles = page.locator(".results li h2").all_inner_texts()
    assert titles
    assert all("Erdogan" in title.split(":")[0] for title in titles)


def test_words_that_stand_nowhere_together_find_what_has_some_of_them(page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html")
    page.get_by_label("words").fill("airspace heinous palace")
    expect(page.locator("#explore-some")).to_be_visible()
    expect(page.locator(".results li").first).to_be_visible()


def test_nothing_found_says_what_to_try(page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html")
    page.get_by_label("words").fill("xyzzyq")
    expect(page.locator("#explore-nothing")).to_contain_text("Try fewer words")
    expect(page.locator("#explore-asks")).to_be_visible()


def test_the_questions_lead_to_the_passages_that_answer_them(page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html")
    page.get_by_role("link", name="What did Vladimir Putin say?").click()
    expect(page.locator("output").first).to_contain_text("of")
    speakers = page.locator("li.quote:visible h3").all_inner_texts()
    assert speakers
    page.goto(f"{address}/explore.html")
    page.get_by_role("link", name="What happened on 9 August 2016?").click()
    days = page.locator("li.event:visible h3").all_inner_texts()
    assert days
    assert all("9 August 2016" in day for day in days)


def test_the_search_in_the_head_calls_entries_by_their_words_and_lands_on_them_marked(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("9 August 2016")
    found = page.locator(".md-search-result__item").first.locator("a[href*='#d-e-']").first
    expect(found).to_contain_text(re.compile(r"9 August 2016.* — "), timeout=10_000)
    found.click()
    page.wait_for_url("**/chronology.html*#d-e-*")
    entry = page.locator("li.event:has(> h3:target)")
    expect(entry).to_be_in_viewport()
    assert entry.evaluate("e => getComputedStyle(e).boxShadow") != "none"
