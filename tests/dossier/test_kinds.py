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
    ]
    wordings = ["His brother", "Vice President", "Norland Vice President", "One girl"]
    records = []
    for n, (text, wording) in enumerate(zip(texts, wordings, strict=True)):
        at = span(text, wording)
        who = replace(entity(text, 1, "Ann Field"), descriptions=(Span(start=at.start, end=at.end),))
        records.append(record(f"r{n}", text, entities=(who,)))
    (subject,), _ = merge(records)
    assert [p.text for p in subject.descriptions] == ["Norland Vice President", "Vice President", "His brother"]
