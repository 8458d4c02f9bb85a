"""Pages of people, organisations and places: enough of each, and where the rest stands; in a large dossier not everybody has one."""

from __future__ import annotations

import pytest

from generator.dossier import Dossier, assemble
from generator.pages import PageSettings, links, render, subjects
from generator.records.model import Record
from tests.records import entity, quote, record

MANY = 30


def speech(name: str) -> Record:
    said = [f"“The bridge number {n} is safe,”" for n in range(MANY)]
    text = " ".join(f"{words} said Ann Field." for words in said)
    who = entity(text, 1, "Ann Field")
    return record(name, text, entities=(who,), quotes=tuple(quote(name, text, words, who) for words in said))


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return assemble([speech("a")], "Bridges")


def pages(dossier: Dossier) -> dict[str, str]:
    return {path: data.decode() for path, data in render(dossier, PageSettings()) if path.endswith(".md")}


def test_a_page_shows_so_many_quotations_and_says_where_the_others_are(dossier: Dossier) -> None:
    page = pages(dossier)["subjects/ann-field.md"]
    assert page.count('class="quote ') == subjects.ITEMS
    assert f"{MANY - subjects.ITEMS} more among the quotations" in page
    assert "quotes.html&#63;" not in page
    assert 'quotes.html?subject=ann-field"' in page


def test_who_has_no_page_has_a_card_that_leads_to_the_filters(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "PAGES", 0)
    made = pages(dossier)
    assert "subjects/ann-field.md" not in made
    assert 'id="w-ann-field"' in made["people.md"]
    assert f">{MANY} quotations</a>" in made["people.md"]
    assert "people.html&#35;w-ann-field" in made["quotes.md"]
