"""What a first reader sees: the list before its filters on a phone, nothing said twice, a way past the head, paper without holes."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from generator.cli import main

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("name", ["facts", "quotes", "chronology"])
def test_on_a_phone_the_filters_are_folded_until_they_are_asked_for(page: Page, address: str, name: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{address}/{name}.html")
    kind = page.locator("select[name=kind]")
    expect(kind).to_be_hidden()
    if name != "chronology":  # it has a key of its marks, too
        expect(page.locator("[data-item]").first).to_be_in_viewport()
    unfold = page.get_by_role("button", name="Filter", exact=True)
    expect(unfold).to_have_attribute("aria-expanded", "false")
    unfold.click()
    expect(kind).to_be_visible()
    expect(unfold).to_have_attribute("aria-expanded", "true")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(unfold).to_be_hidden()


def test_a_filter_that_an_address_asks_for_is_unfolded(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{address}/facts.html?kind=figure")
    expect(page.locator("select[name=kind]")).to_be_visible()


def test_the_chronology_is_one_picture(page: Page, address: str) -> None:
    page.goto(f"{address}/chronology.html")
    expect(page.locator("figure.drawn")).to_be_hidden()
    page.get_by_text("The story as a drawing").click()
    expect(page.locator("figure.drawn svg.wide")).to_be_visible()


def test_a_day_that_was_said_comes_back_where_a_filter_takes_entries_away(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}/chronology.html")
    page.evaluate(
        """() => { const when = document.querySelector('li.event .when .ours');
        when.innerHTML = '<span class="said">9 August 2016, </span>10:00'; }"""
    )
    said = page.locator(".said").first
    assert said.evaluate("e => e.getBoundingClientRect().width") <= 1
    page.locator("select[name=kind]").select_option(index=1)
    page.locator("input[name=from]").fill("1900-01-01")
    assert page.evaluate("document.querySelector('.briefing').classList.contains('filtering')")
    assert page.evaluate("getComputedStyle(document.querySelector('.said')).position") == "static"
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".briefing.filtering")).to_have_count(0)


def test_the_first_stop_of_the_tab_key_leads_past_the_head(page: Page, address: str) -> None:
    for name in ("index", "facts", "404"):
        page.goto(f"{address}/{name}.html")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to content"
        expect(page.locator("a.skip")).to_be_in_viewport()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "H1"


def test_a_missing_page_offers_all_places(page: Page, address: str) -> None:
    page.goto(f"{address}/404.html")
    found = page.locator(".missing section a").all_inner_texts()
    assert {"Briefing", "People", "Places", "Explore", "Downloads"} <= {*found}


def test_a_result_says_its_words_once(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}/explore.html")
    page.get_by_label("words").fill("coup")
    results = page.locator(".results li")
    expect(results.first).to_be_visible()
    for text in results.all_inner_texts():
        if "Passage · " in text:  # may be of the headline, which is the source's name, too
            continue
        words = re.sub(r"^[^:\n]{1,60}: ", "", text.split("\n")[0])[:40]
        assert text.count(words) == 1, text
    expect(page.locator(".results mark").first).to_be_visible()
    facts = [fact["passage"]["text"] for fact in json.loads((site / "data" / "facts.json").read_text("utf-8"))]
    short = next(text for text in facts if "coup" in text and len(text) < 250)
    expect(results.filter(has_text=short).first).to_be_visible()  # whole, not cut


def test_what_happened_on_a_day_comes_before_what_else_is_dated_so(page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html")
    page.get_by_label("words").fill("9 August 2016")
    expect(page.locator(".results li .kind").first).to_contain_text(re.compile("^event", re.I))
    kinds = [text.split(" · ")[0].lower() for text in page.locator(".results li .kind").all_inner_texts()]
    assert "event" not in kinds[kinds.count("event") :]


def test_an_entry_with_much_folded_under_it_may_go_over_two_sheets(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    page.emulate_media(media="print")
    page.evaluate(
        "document.querySelector('li.fact').insertAdjacentHTML('beforeend', '<details class=otherwise><p>x</p></details>')"
    )
    broken = page.evaluate("[...document.querySelectorAll('li.fact')].map(e => getComputedStyle(e).breakInside)")
    assert broken[0] == "auto"
    assert broken[1] == "avoid"


def test_the_document_has_contents_with_the_sheets_and_says_at_each_head_what_it_is(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "briefing.pdf"
    assert main(["pdf", "--site", str(site), "--output", str(target)]) == 0
    sheets = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(target.read_bytes())).pages]
    found = re.search(r"Contents .*?Key facts (\d+)", sheets[0])
    assert found
    assert "Key facts" in sheets[int(found[1]) - 1]
    title = "Putin and Erdogan mend ties"
    assert all(title in sheet for sheet in sheets)
