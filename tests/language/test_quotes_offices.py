"""Whom an office means, and that a surname with an article is its bearer's."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.language.quoting import pipeline, speakers


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("The chief executive of Tarn Mills, Ann Field, spoke on Friday.", "“We grow,” the chief executive said."),
        (
            "Norland's Minister of Trade and Chairman of the Ports Board, Dr the Rt. Hon. Ann Field, came.",
            "“We grow,” the minister said.",
        ),
        (
            "Norland's Minister of Trade and Chairman of the Ports Board, Dr the Rt. Hon. Ann Field, came.",
            "The chairman said: “We grow.”",
        ),
        ("The coach of Moor Rovers, Ann Field, was calm after the defeat.", "The coach promised: “We grow.”"),
    ],
)
def test_the_one_who_bears_an_office_speaks(nlp: Language, told: str, said: str) -> None:
    assert [who for _, who in speakers(nlp, f"{told} {said}")] == ["Ann Field"]


@pytest.mark.parametrize(
    "text",
    [
        "The home secretary, Ann Field, faced the house. The shadow home secretary said it was a shambles.",
        "The coach of Moor Rovers, Ann Field, met the coach of Tarn Town, Hugh Reed. “We grow,” the coach said.",
        "The chief executive of Tarn Mills, Ann Field, met a chief executive from Leeds. “We grow,” the chief executive said.",
        "The mayor's wife, Ann Field, came late. “We grow,” the mayor said.",
        "The former governor of Norland, Ann Field, came late. “We grow,” the governor said.",
        "The mayor of Moor, Ann Field, and Hugh Reed came late. A spokeswoman for Tarn Mills rose. “We grow,” the spokeswoman said.",
    ],
)
def test_an_office_that_another_may_bear_is_nobody(nlp: Language, text: str) -> None:
    assert [who for _, who in speakers(nlp, text)] == [None]


@pytest.mark.parametrize(("full", "short"), [("Omar Al-Field", "Al-Field"), ("Salma El-Reed", "El-Reed")])
def test_an_article_before_a_hyphen_is_no_given_name(nlp: Language, full: str, short: str) -> None:
    said = speakers(nlp, f"Dr. {full} said the ward was shut. “We have no beds,” {short} said.")
    assert [who for _, who in said] == [full, full]


@pytest.mark.parametrize(
    "text", ["Ann Field is the chief editor", "Ann Field, the mayor", "Police have arrested Ann Field, the former mayor"]
)
def test_a_text_may_end_in_an_office(nlp: Language, text: str) -> None:
    """A file without a last full stop or line end."""
    assert list(nlp(f"The port was shut on Monday. {text}"))[-1].text in {"editor", "mayor"}
