"""Citations: a chip shows its passage, leads to it lit, and back; each can be copied in three forms."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Browser, Page, expect


def test_a_citation_lands_on_its_highlighted_passage_and_leads_back(page: Page, address: str) -> None:
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
    paragraph = page.locator("p:has([id^=c]:target)")
    expect(paragraph).to_be_in_viewport()
    assert (
        page.locator("p:has([id^=c]:target) mark").first.evaluate("e => getComputedStyle(e).backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )
    expect(page.locator("p:has([id^=c]:target) + .refs a").first).to_be_visible()  # the way back
    context.close()


def test_the_keyboard_reaches_a_citation_and_its_context(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    chip = page.locator(".fact .chip").nth(1)
    chip.focus()
    expect(chip.locator(".peek")).to_be_visible()
    passage, context = chip.locator(".peek mark").text_content() or "", chip.locator(".peek .where").text_content() or ""
    assert passage in context
    assert len(context) > len(passage), "the passage stands in its context"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#c\d+-\d+"))


def test_a_passage_is_cited_in_three_forms(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/facts.html")
    words = page.locator("button.cite").first.get_attribute("data-words") or ""
    page.locator("button.cite").first.click()
    dialog = page.get_by_role("dialog", name="Cite this passage")
    text = dialog.get_by_label("Citation")
    assert words in text.input_value()
    assert re.search(r"sources/.*#c\d+-\d+$", text.input_value())
    dialog.get_by_label("BibTeX").check()
    assert re.match(r"@misc\{\w+,\n  title = \{.+\},\n", text.input_value())
    assert text.input_value().count("{") == text.input_value().count("}")
    dialog.get_by_label("CSL-JSON").check()
    (item,) = json.loads(text.input_value())
    assert (item["type"], item["note"]) == ("article-newspaper", words)
    assert item["issued"]["date-parts"] == [[2016, 8, 9]]
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.locator("output")).to_have_text("Copied")
    assert json.loads(page.evaluate("navigator.clipboard.readText()")) == [item]
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert page.evaluate("document.activeElement.classList[0]") == "cite", "the focus comes back"


def test_a_citation_carries_whose_words_they_are(page: Page, address: str) -> None:
    page.goto(f"{address}/quotes.html")
    quote = page.locator("li.quote").first
    speaker = " ".join((quote.locator("h3").first.text_content() or "").split())
    dialog = page.get_by_role("dialog", name="Cite this passage")
    quote.locator("button.cite").click()
    assert f"({speaker})" in dialog.get_by_label("Citation").input_value()


def test_a_citation_of_what_is_denied_says_so(page: Page, address: str) -> None:
    """A quotation as the list shows it: the page's script is given one that its speaker denies."""
    page.route("**/quotes.html", lambda route: route.fulfill(body=denied(route.fetch().text()), content_type="text/html"))
    page.goto(f"{address}/quotes.html")
    quote = page.locator("li.quote:has(.status)").first
    speaker = " ".join((quote.locator("h3").first.text_content() or "").split())
    quote.locator("button.cite").click()
    assert f"(denied by {speaker})" in page.get_by_role("dialog").get_by_label("Citation").input_value()


def denied(page: str) -> str:
    before, mark, after = page.partition('<li class="quote')
    return (
        before
        + mark
        + after.replace('<p class="meta">', '<p class="meta"><span class="status">denied by the speaker</span> ', 1)
    )
