"""The shipped pipeline's floor: sentences of our own that it must read right, and what its rules do with names."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from generator.language.names.component import Name, _acronyms
from generator.language.names.embedding import place_codes, word_code
from generator.language.names.name_types import kind
from generator.language.setup.shipped import PIPELINE

# each with the number of its sentences, and its names
NEWS = (
    ("Angela Merkel visited Paris on Monday. She met French officials.", 2, {"PERSON": ["Angela Merkel"], "GPE": ["Paris"]}),
    ("“We will vote in May,” said Maria Lopez, a spokeswoman.", 1, {"PERSON": ["Maria Lopez"]}),
    (
        "Sen. Ann Field of Ohio left St. Louis at 5 p.m. on Friday.",
        1,
        {"PERSON": ["Ann Field"], "GPE": ["Ohio", "St. Louis"]},
    ),
    ("The European Union and Japan signed a trade deal.\n\nMarkets rose.", 2, {"GPE": ["Japan"]}),
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(PIPELINE)


@pytest.mark.parametrize(("text", "sentences", "names"), NEWS)
def test_sentences_and_names_of_plain_news(nlp: Language, text: str, sentences: int, names: dict[str, list[str]]) -> None:
    doc = nlp(text)
    assert len([sent for sent in doc.sents if sent.text.strip()]) == sentences
    for label, expected in names.items():
        assert [ent.text for ent in doc.ents if ent.label_ == label] == expected


def test_tags_lemmas_and_a_parse(nlp: Language) -> None:
    doc = nlp("The minister criticised the new plans sharply.")
    assert [token.tag_ for token in doc] == ["DT", "NN", "VBD", "DT", "JJ", "NNS", "RB", "."]
    assert doc[5].lemma_ == "plan"
    assert (doc[1].dep_, doc[1].head.text) == ("nsubj", "criticised")
    assert (doc[5].dep_, doc[5].head.text) == ("obj", "criticised")


def test_the_pipeline_is_small() -> None:
    assert sum(file.stat().st_size for file in PIPELINE.rglob("*") if file.is_file()) <= 25_000_000


def test_an_acronym_in_parentheses_means_what_stands_before_it() -> None:
    text = "The Harbour Safety Board ( HSB ) met . HSB spoke .".split()
    names = [Name(1, 4, "ORG"), Name(9, 10, "GPE")]
    assert _acronyms(text, names) == [Name(1, 4, "ORG"), Name(5, 6, "ORG"), Name(9, 10, "ORG")]


@pytest.mark.parametrize(
    ("words", "found", "label"),
    [
        ("Ohio Water Corporation", "GPE", "ORG"),
        ("University of Oregon", "FAC", "ORG"),
        ("Emily Post", "PERSON", "PERSON"),  # a given name before it
        ("Poland", "LOC", "GPE"),
    ],
)
def test_words_that_tell_the_type_of_a_name(words: str, found: str, label: str) -> None:
    text = words.split()
    assert kind(text, Name(0, len(text), found)) == label


def test_the_lists_know_places_of_several_words() -> None:
    words = "He left New York for Paris".split()
    assert [code > 0 for code in place_codes(words)] == [False, False, True, True, False, True]
    assert word_code("Ministry") != word_code("ministering")
