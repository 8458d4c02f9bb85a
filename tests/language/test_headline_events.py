"""Events that headlines and nouns tell: verbs with a capital, and nouns that name what happened."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.language import load
from generator.language.events.headlines import verbs
from generator.language.words import words_of


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def test_a_verb_of_a_headline_is_known_by_the_article(nlp: Language) -> None:
    headline = "Singer Checks Into Clinic"
    words = words_of(nlp(headline + "\n\nThe singer checked into a clinic on Monday."))
    words.pos[1] = "PROPN"  # as taggers have it
    found = {words.text[n] for n in verbs(words, [(0, len(headline))])}
    assert found == {"Checks"}


def test_a_noun_of_a_headline_that_no_verb_tells_is_none(nlp: Language) -> None:
    headline = "Rockets Over Harbour"
    words = words_of(nlp(headline + "\n\nThe singer checked into a clinic on Monday."))
    words.pos[0] = "PROPN"
    assert verbs(words, [(0, len(headline))]) == set()


@pytest.mark.parametrize(
    ("text", "noun"), [("He was charged with arson.", "arson"), ("The derailment blocked the line.", "derailment")]
)
def test_nouns_that_name_what_happened(nlp: Language, text: str, noun: str) -> None:
    assert noun in {text[slice(*event.trigger)] for event in nlp(text)._.events}
