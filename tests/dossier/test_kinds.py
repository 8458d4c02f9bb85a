"""What a name is, decided by all mentions and the words around them; and which description of somebody comes first."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.people.subjects import merge
from generator.records.model import Span
from tests.records import entity, record, span


def kind(text: str, name: str, type: str = "PERSON") -> str:
    return merge([record("a", text, entities=(entity(text, 1, name, type=type),))])[0][0].type


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Open Settings and change the settings.", "Settings", "PRODUCT"),
        ("The Moorly fell.", "Moorly", "PRODUCT"),
        ("They tracked it on Moorradar24.", "Moorradar24", "PRODUCT"),
        ("It was Moorly Moorly.", "Moorly Moorly", "PRODUCT"),
        ("BX rose.", "BX", "ORG"),
        ("Mr. Moorly left.", "Moorly", "PERSON"),
        ("“It fell,” said Moorly.", "Moorly", "PERSON"),
        ("Moorly, 36, left.", "Moorly", "PERSON"),
        ("Ann Moorly left.", "Ann Moorly", "PERSON"),
        ("Zabi Moorhid spoke.", "Zabi Moorhid", "PERSON"),
    ],
)
def test_who_is_a_person(text: str, name: str, told: str) -> None:
    assert kind(text, name) == told


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Brits left.", "Brits", "NORP"),
        ("They saw Smoke Rings. The smoke rings rose.", "Smoke Rings", "PRODUCT"),
        ("They met at New Year.", "New Year", "EVENT"),
        ("It lies in Moor Road.", "Moor Road", "FAC"),
        ("Congress met; congress voted.", "Congress", "ORG"),
    ],
)
def test_what_is_an_organisation(text: str, name: str, told: str) -> None:
    assert kind(text, name, "ORG") == told


def test_the_best_description_comes_first_and_counting_words_are_none() -> None:
    texts = [
        "His brother Ann Field left.",
        "Vice President Ann Field left.",
        "Norland Vice President Ann Field left.",
        "One girl Ann Field left.",
        "Fantastic player Ann Field left.",
        "Vice Presidents Ann Field and Bo Reed left.",
        "Star Ann Field left.",
        "Nurse while Bo Ann Field left.",
        "Fellow nurse Ann Field left.",
    ]
    wordings = [
        "His brother",
        "Vice President",
        "Norland Vice President",
        "One girl",
        "Fantastic player",
        "Vice Presidents",
        "Star",
        "Nurse while Bo",
        "Fellow nurse",
    ]
    records = []
    for n, (text, wording) in enumerate(zip(texts, wordings, strict=True)):
        at = span(text, wording)
        who = replace(entity(text, 1, "Ann Field"), descriptions=(Span(start=at.start, end=at.end),))
        records.append(record(f"r{n}", text, entities=(who,)))
    (subject,), _ = merge(records)
    assert [p.text for p in subject.descriptions] == ["Norland Vice President", "Vice President", "Vice Presidents"]


@pytest.mark.parametrize(
    ("text", "name", "taken", "told"),
    [
        ("The ferry Maren Moor sank. They were aboard the Maren Moor, a ferry of 1974.", "Maren Moor", "PERSON", "PRODUCT"),
        ("The film “Kill Moor” was banned. “Kill Moor”, a film of 2003, was shown.", "Kill Moor", "PERSON", "WORK_OF_ART"),
        ("The newspaper Moor Ilbo wrote so.", "Moor Ilbo", "PERSON", "ORG"),
        ("The union Vereon, a union of dockers, won.", "Vereon", "PERSON", "ORG"),
        ("The carmaker Vexa said so.", "Vexa", "PERSON", "ORG"),
        ("There is peace in Islam.", "Islam", "GPE", "NORP"),
        ("He read the Moor Herald.", "Moor Herald", "PERSON", "ORG"),
        ("The Harbour Safety Act passed.", "Harbour Safety Act", "ORG", "LAW"),
    ],
)
def test_all_that_stands_beside_a_name_tells_its_kind(text: str, name: str, taken: str, told: str) -> None:
    assert kind(text, name, taken) == told


def test_what_a_body_makes_is_no_body() -> None:
    records = [record(n, "Vexa rose.", entities=(entity("Vexa rose.", 1, "Vexa", type="ORG"),)) for n in "abc"]
    text = "The Vexa Roadster rose."
    records.append(record("d", text, entities=(entity(text, 1, "Vexa Roadster", type="ORG"),)))
    assert {s.name: s.type for s in merge(records)[0]} == {"Vexa": "ORG", "Vexa Roadster": "PRODUCT"}


def test_who_is_called_so_only_in_a_headline_has_no_word_of_it() -> None:
    records = [
        record(name, text, entities=(entity(text, 1, full),))
        for name, text, full in (("a", "Star Ann Field left.", "Star Ann Field"), ("b", "Ann Field left.", "Ann Field"))
    ]
    assert [s.name for s in merge(records)[0]] == ["Ann Field"]
