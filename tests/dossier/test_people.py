"""Pages of people, organisations and places: enough of each, and where the rest stands; in a large dossier not everybody has one."""

from __future__ import annotations

import pytest

from generator.dossier import Dossier, assemble
from generator.pages import PageSettings, links, render, subject_parts
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
    assert page.count('class="quote ') == subject_parts.ITEMS
    assert f"{MANY - subject_parts.ITEMS} more among the quotations" in page
    assert "quotes.html&#63;" not in page
    assert 'quotes.html?subject=ann-field"' in page


def test_who_has_no_page_has_a_card_that_leads_to_the_filters(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "PAGES", 0)
    made = pages(dossier)
    assert "subjects/ann-field.md" not in made
    assert 'id="w-ann-field"' in made["people.md"]
    assert f">{MANY} quotations</a>" in made["people.md"]
    assert "people.html&#35;w-ann-field" in made["quotes.md"]


def test_a_name_in_full_and_its_end_are_one_person() -> None:
    told = {"a": "Mallam Abu Field spoke.", "b": "Abu Field left.", "c": "Ann Field came."}
    records = [record(name, text, entities=(entity(text, 1, text.rsplit(" ", 1)[0]),)) for name, text in told.items()]
    assert sorted(s.name for s in assemble(records, "Title").subjects) == ["Ann Field", "Mallam Abu Field"]


@pytest.mark.parametrize(
    ("one", "other", "kinds", "name"),
    [
        ("Britain", "the United Kingdom", ("GPE", "GPE"), "United Kingdom"),
        ("Mazar-i-Sharif", "Mazar-e-Sharif", ("GPE", "GPE"), "Mazar-e-Sharif"),
        ("Nevada", "Nev.", ("GPE", "GPE"), "Nevada"),
        ("Vexa Ltd.", "Vexa", ("ORG", "PERSON"), None),
        ("Vexa Ltd.", "Vexa", ("ORG", "ORG"), "Vexa"),
        ("Harbour Light", "Harbour Light", ("PERSON", "ORG"), "Harbour Light"),
        ("Vexa", "Vexa", ("PERSON", "GPE"), "Vexa"),
        ("FBI", "Federal Bureau of Investigation", ("ORG", "ORG"), "Federal Bureau of Investigation"),
    ],
)
def test_two_names_of_one_thing_in_two_articles(one: str, other: str, kinds: tuple[str, str], name: str | None) -> None:
    named = [n.removeprefix("the ") for n in (one, other)]
    records = [
        record(f"r{n}", f"They saw {text} again.", entities=(entity(f"They saw {text} again.", 1, text, type=kind),))
        for n, (text, kind) in enumerate(zip(named, kinds, strict=True))
    ]
    made = assemble(records, "Title").subjects
    assert len(made) == 1
    assert name in {None, made[0].name}


@pytest.mark.parametrize(("places", "firms", "subjects"), [(1, 2, 1), (1, 3, 2)])
def test_what_many_articles_take_for_a_place_is_one(
    monkeypatch: pytest.MonkeyPatch, places: int, firms: int, subjects: int
) -> None:
    monkeypatch.setattr("generator.dossier.people.subjects.FEW", 1)
    kinds = ["GPE"] * places + ["ORG"] * firms
    text = "Moorly woke."
    records = [
        record(f"r{n}", text + f" {n}", entities=(entity(text, 1, "Moorly", type=kind),)) for n, kind in enumerate(kinds)
    ]
    assert len(assemble(records, "Title").subjects) == subjects


def test_a_name_that_some_articles_take_for_a_firm_s_is_one_place_where_it_turns_out_to_be_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = "generator.dossier.people.subjects.kinds_of_names.told"
    monkeypatch.setattr(kept, lambda groups, names: ({id(group): "GPE" for group in groups}, frozenset()))
    texts = ["Kigali woke.", "They met in Kigali."]
    records = [
        record(f"r{n}", text, entities=(entity(text, 1, "Kigali", type=kind),))
        for n, (text, kind) in enumerate(zip(texts, ("ORG", "GPE"), strict=True))
    ]
    (kigali,) = assemble(records, "Title").subjects
    assert (kigali.id, len(kigali.mentions)) == ("kigali", 2)


@pytest.mark.parametrize(("beside", "subjects"), [("Vexa", 2), ("Norvik", 4)])
def test_in_a_large_dossier_a_surname_is_one_person_s_where_the_articles_have_more_in_common(
    monkeypatch: pytest.MonkeyPatch, beside: str, subjects: int
) -> None:
    monkeypatch.setattr("generator.dossier.people.subjects.FEW", 1)
    monkeypatch.setattr("generator.dossier.people.subjects.EVERY_TENTH", 1)
    one, other = "Ann Ray runs Vexa.", f"Ray sued {beside}."
    records = [
        record("a", one, entities=(entity(one, 1, "Ann Ray"), entity(one, 2, "Vexa", type="ORG"))),
        record("b", other, entities=(entity(other, 1, "Ray"), entity(other, 2, beside, type="ORG"))),
    ]
    assert len(assemble(records, "Title").subjects) == subjects


def test_an_organisation_s_name_without_its_end_is_nobody_s() -> None:
    one, other = "Vexa Works Inc. fell. Vexa Works rose. Vexa Works Inc. slept.", "Vexa Works left."
    records = [
        record("a", one, entities=(entity(one, 1, "Vexa Works Inc.", "Vexa Works Inc.", "Vexa Works", type="ORG"),)),
        record("b", other, entities=(entity(other, 1, "Vexa Works"),)),
    ]
    assert [(s.type, s.sources) for s in assemble(records, "Title").subjects] == [("ORG", ("a", "b"))]


@pytest.mark.parametrize(("beside", "subjects"), [("Field", 1), ("Reed", 3)])
def test_a_given_name_alone_is_hers_whom_the_article_names(beside: str, subjects: int) -> None:
    one, other = "Ann Field won.", f"Ann left with {beside}."
    records = [
        record("a", one, entities=(entity(one, 1, "Ann Field"),)),
        record("b", other, entities=(entity(other, 1, "Ann"), entity(other, 2, beside))),
    ]
    assert len(assemble(records, "Title").subjects) == subjects


def test_a_place_is_not_called_as_a_dateline_shouts_it() -> None:
    texts = ["HARBOURTOWN Rain fell.", "HARBOURTOWN Snow fell.", "They left Harbourtown."]
    records = [
        record(
            f"r{n}",
            text,
            entities=(
                entity(text, 1, next(w for w in text.split() if w.lower().startswith("harbourtown")).strip("."), type="GPE"),
            ),
        )
        for n, text in enumerate(texts)
    ]
    assert [s.name for s in assemble(records, "Title").subjects] == ["Harbourtown"]
