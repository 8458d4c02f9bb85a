"""One quotation in two wordings, and what is no other word."""

from __future__ import annotations

import pytest

from tests.dossier.test_details_differ import differences


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            '"We will fight this ruling to the last day of our lives," said Karl Ames.',
            '"We will fight this ruling to the last hour of our lives," Karl Ames told reporters.',
            {"day", "hour"},
        ),
        (
            "Karl Ames, who trains them, said: “The boys gave the finest testament to their town that I have heard.”",
            "“The boys gave the finest testimony to their town that I have heard,” said Karl Ames.",
            {"testament", "testimony"},
        ),
        (
            '"The flood took every house in the valley except the mill," said Olga Brandt.',
            '"The flood took every field in the valley except the mill," said Olga Brandt.',
            {"house", "field"},
        ),
    ],
)
def test_a_quotation_of_two_wordings(one: str, other: str, words: set[str]) -> None:
    (found,) = differences(one, other)
    assert found.kind == "claim"
    assert {p.text for p in found.passages} == words


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "a spelling",
            '"The new harbour in our town will neighbour the old mill," said Karl Ames.',
            '"The new harbor in our town will neighbor the old mill," said Karl Ames.',
        ),
        (
            "a form",
            '"We will fight these rulings to the last day of our lives," said Karl Ames.',
            '"We will fight these ruling to the last day of our lives," said Karl Ames.',
        ),
        (
            "a small word",
            '"We will fight against this ruling in the last days of spring," said Karl Ames.',
            '"We will fight against this ruling to the last days of spring," said Karl Ames.',
        ),
        (
            "an editor's word",
            '"We will fight with [Reed] to the last day of our lives," said Karl Ames.',
            '"We will fight with him to the last day of our lives," said Karl Ames.',
        ),
        (
            "two speakers",
            '"It was the best night of my whole life," said Karl Ames.',
            '"It was the worst night of my whole life," said Olga Brandt.',
        ),
        (
            "a paper's own words",
            "Karl Ames said that the town would fight the ruling to the last day of its life.",
            "Karl Ames said that the town would fight the ruling to the last hour of its life.",
        ),
        (
            "both were said",
            "“I will fight for the poor people of this town. I will fight for the rich people of this town,” Ruth Stone said.",
            "Ruth Stone said: “I will fight for the poor people of this town. I will fight for the rich people of this town.”",
        ),
        (
            "one paper has both",
            "“I will fight for the poor people of this town,” Ruth Stone said on Monday.",
            "Ruth Stone said: “I will fight for the poor people of this town. I will fight for the rich people of this town.”",
        ),
    ],
)
def test_what_is_no_other_wording(why: str, one: str, other: str) -> None:
    assert differences(one, other) == (), why
