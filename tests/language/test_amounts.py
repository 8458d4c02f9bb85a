"""Amounts and what they are worth."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from generator.language import extensions
from generator.language.facts.amounts import figures
from generator.language.setup.shipped import PIPELINE
from generator.language.words import words_of

assert extensions.LAYERS


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(PIPELINE)


@pytest.mark.parametrize(
    ("text", "wording", "value", "unit", "counts"),
    [
        ("The bank lost $2.5 million.", "$2.5 million", 2_500_000, "USD", None),
        ("The bank lost £40m.", "£40m", 40_000_000, "GBP", None),
        ("At least 84 people were hurt.", "84", 84, None, "people"),
        ("More than two million people left.", "two million", 2_000_000, None, "people"),
        ("Prices rose by 4.5 percent.", "4.5 percent", 4.5, "%", None),
        ("Prices rose by 12%.", "12%", 12, "%", None),
        ("The road is 1,500 kilometres long.", "1,500 kilometres", 1500, "km", None),
        ("Half a million people left.", "Half a million", 500_000, None, "people"),
        ("Thirty-four boats sank.", "Thirty-four", 34, None, "boats"),
    ],
)
def test_figures(nlp: Language, text: str, wording: str, value: float, unit: str | None, counts: str | None) -> None:
    doc = nlp(text)
    found = figures(doc, words_of(doc))
    assert [(text[f.start : f.end], f.value, f.unit, text[slice(*f.counts)] if f.counts else None) for f in found] == [
        (wording, value, unit, counts)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour opened in 1909.",
        "The two leaders met again.",
        "Relations between the two countries soured.",
        "A 34-year-old man was seen.",
        "He wears the number nine shirt.",
    ],
)
def test_years_names_and_who_is_known_are_no_amounts(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert figures(doc, words_of(doc)) == ()


@pytest.mark.parametrize(
    ("text", "share"), [("Two thirds of the boats sank.", 2 / 3), ("A quarter of the boats sank.", 1 / 4)]
)
def test_shares(nlp: Language, text: str, share: float) -> None:
    doc = nlp(text)
    assert [round(f.value, 6) for f in figures(doc, words_of(doc))] == [round(share, 6)]
