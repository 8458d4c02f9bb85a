"""The site opened from a folder or a USB stick: everything works without a server, search included."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect


def test_search_works_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("restoration of bilateral ties")
    expect(page.locator(".md-search-result__list")).to_contain_text("Vladimir Putin", timeout=10_000)
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/*.html?h=*")
    assert errors == []
    page.close()


def test_a_citation_lands_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "facts.html").as_uri())
    page.locator(".fact .chip").first.click()
    expect(page.locator("mark.on").first).to_be_in_viewport()
    page.close()
