"""On paper: one document with everything, bookmarks, numbered sources; without a browser, a sentence that says what to install."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from generator.cli import main
from generator.site.pdf import document


def titles(outline: list[object]) -> list[str]:
    found = []
    for entry in outline:
        found += titles(entry) if isinstance(entry, list) else [str(entry.title)]  # type: ignore[attr-defined]
    return found


def squeezed(text: str) -> str:
    return re.sub(r"[\s\xa0-]+", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl"))


def test_the_pdf_holds_everything_with_bookmarks_and_numbered_sources(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "briefing.pdf"
    assert main(["pdf", "--site", str(site), "--output", str(target)]) == 0
    paper = PdfReader(target)
    bookmarks = titles(paper.outline)
    order = [bookmarks.index(name) for name in ("At a glance", "Key facts", "Chronology", "Quotations", "Sources")]
    assert order == sorted(order)
    assert any(name.startswith("Vladimir Putin") for name in bookmarks)
    text = squeezed("".join(page.extract_text() for page in paper.pages))
    for name, words in (("facts", lambda i: i["passage"]["text"]), ("quotes", lambda i: i["content"][0]["text"])):
        for item in json.loads((site / "data" / f"{name}.json").read_text("utf-8")):
            assert squeezed(words(item))[:12] in text
    assert "[1]" in text
    links = [annotation for page in paper.pages for annotation in page.get("/Annots") or []]
    assert links, "numbers lead to the sources"


def test_a_page_printed_alone_says_what_its_numbers_stand_for(page: Page, address: str) -> None:
    for name in ("facts", "quotes", "chronology", "people"):
        page.goto(f"{address}/{name}.html")
        expect(page.locator(".on-paper")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".on-paper li")).to_have_count(1)
        assert re.match(r"\[1\]\s+Russia against all coup bids", page.locator(".on-paper li").inner_text())
        page.emulate_media(media="screen")


def test_every_link_of_the_document_leads_into_it(site: Path) -> None:
    made = document(site)
    ids = set(re.findall(r'\bid="([^"]+)"', made))
    inner = set(re.findall(r'href="#([^"]+)"', made))
    assert "source-1" in inner
    assert inner <= ids
    assert "<script" not in made
    assert "<form" not in made
    assert "on-paper" not in made, "the document has its own list"


def test_without_a_browser_it_says_what_to_install(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["pdf", "--site", str(site), "--output", str(tmp_path / "a.pdf")]) == 1
    assert "install Chromium" in capsys.readouterr().err


def test_each_sheet_but_the_first_says_what_it_is_of(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    sheets = sheets_of(page)
    assert len(sheets) > 1
    site = page.locator("meta[property='og:site_name']").get_attribute("content") or ""
    assert site not in sheets[0]
    assert all(site in sheet and "Key facts" in sheet for sheet in sheets[1:])


def sheets_of(page: Page) -> list[str]:
    made = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in made.pages]
