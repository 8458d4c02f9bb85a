"""In what form a sentence tells of an event: tense, clause, and who does it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.language import load
from generator.language.events.model import Form

FORMS = [
    ("The ferry sank on Monday.", "sank", Form("past", "main", "named")),
    ("The firm has bought its rival.", "bought", Form("perfect", "main", "named")),
    ("The minister will resign on Friday.", "resign", Form("future", "main", "named")),
    # verbs that are joined share their helper, their clause and their doer
    ("Police said the captain was arrested and charged.", "charged", Form("past", "reported", "named")),
    # a general truth, told beside the point: "which mix the water"
    ("The ocean is full of eddies, which mix the water.", "mix", Form("present", "relative", "pronoun")),
    ("He posted a picture on Friday.", "posted", Form("past", "main", "pronoun")),
    ("The crash closed the road.", "crash", Form(None, "noun", None)),
    ("The bridge closed when the storm arrived.", "arrived", Form("past", "adverbial", "named")),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.mark.parametrize(("text", "word", "form"), FORMS)
def test_the_form_in_which_an_event_is_told(nlp: Language, text: str, word: str, form: Form) -> None:
    assert [e.form for e in nlp(text)._.events if text[slice(*e.trigger)] == word] == [form]
