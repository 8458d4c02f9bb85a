"""The words by which a drawing names an event."""

from __future__ import annotations

import pytest

from generator.pages.clauses import clause

CASES = [
    # a short sentence is told whole
    ("The ferry sank off Port Ellis on Sunday.", "sank", "The ferry sank off Port Ellis on Sunday."),
    # no clause without its subject
    (
        "He asked how the family had fared during the storm, which struck the coast in May.",
        "struck",
        "He asked how the family had fared during the storm, which struck the coast in May.",
    ),
    # what stands far before the event is left out, where a clause with its own subject follows
    (
        "Hours after the harbour master had warned every captain in the bay not to leave before noon, the ferry sank off Port Ellis.",
        "sank",
        "…the ferry sank off Port Ellis.",
    ),
    # a participle has its subject before it
    (
        "The old ferry, long known to the people of the island for its leaking hull and its cheerful captain, sinking at dawn, was lost.",
        "sinking",
        "The old ferry, long known to the people of the island for its leaking hull and its cheerful captain, sinking at dawn, was lost.",
    ),
    # the clause of the event itself, where another stands before it
    (
        "At least seven people drowned when a ferry sank off Port Ellis, and the captain was arrested.",
        "arrested",
        "…the captain was arrested.",
    ),
    # a dateline is no subject
    ("PORT ELLIS — A ferry sank on Sunday.", "sank", "A ferry sank on Sunday."),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), CASES)
def test_what_a_drawing_says_of_an_event(sentence: str, word: str, expected: str) -> None:
    assert clause(sentence, sentence.index(word)) == expected
