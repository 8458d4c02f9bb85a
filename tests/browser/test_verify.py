"""A reader's own browser verifies a page: served, from a folder, and where somebody changed a word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = ("index.html", "facts.html", "quotes.html", "chronology.html", "subjects/vladimir-putin.html")


def verified(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Verify this page").click()


@pytest.mark.parametrize("path", PAGES)
def test_a_sound_page_is_verified_from_a_folder(browser: Browser, site: Path, path: str) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    verified(page, (site / path).as_uri())
    expect(page.locator("output.verified")).to_contain_text(
        re.compile(r"Verified here: \d+ passages? on this page stand word for word")
    )
    assert errors == []
    page.close()


@pytest.mark.parametrize(
    "source", sorted(Path(__file__).parent.parent.parent.glob("docs/sources/*.md")), ids=lambda file: file.stem
)
def test_a_source_is_verified_paragraph_by_paragraph(browser: Browser, site: Path, source: Path) -> None:
    page = browser.new_page()
    verified(page, (site / "sources" / f"{source.stem}.html").as_uri())
    expect(page.locator("output.verified")).to_contain_text("Verified here")
    page.close()


def test_a_changed_word_and_a_changed_source_are_told_and_marked(browser: Browser, site: Path, tmp_path: Path) -> None:
    forged = tmp_path / "site"
    shutil.copytree(site, forged)
    file = forged / "quotes.html"
    words = re.search(r"data-verbatim=\"[^\"]+\">([^<]{20,})<", file.read_text("utf-8"))
    assert words
    file.write_text(file.read_text("utf-8").replace(f">{words[1]}<", f">Not {words[1]}<", 1), "utf-8")
    page = browser.new_page()
    verified(page, file.as_uri())
    expect(page.locator("output.verified")).to_contain_text("are not the words of their source")
    assert page.locator(".unproved").count() == 1
    for text in (forged / "data" / "texts").glob("*.js"):
        text.write_text(text.read_text("utf-8").replace("Putin", "Nitup"), "utf-8")
    verified(page, (forged / "facts.html").as_uri())
    expect(page.locator("output.verified")).to_contain_text("are not the words of their source")
    page.close()
