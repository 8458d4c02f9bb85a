"""Whom a name inside a longer phrase is not: the body of a source, the client of lawyers, a club's man, the place of a firm."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.language.quoting import pipeline, speakers


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def who(nlp: Language, text: str) -> list[str | None]:
    return [speaker for _, speaker in speakers(nlp, text)]


@pytest.mark.parametrize(
    "text",
    [
        # of a body, and not the body
        "“We are looking into it,” a Department for Transport source said.",
        "A Department of Health spokeswoman said: “Nobody was harmed.”",
        "“It went wrong,” one Bank of England insider admitted.",
        # a place that says where something is
        "“I was tired,” said the Newport-based athlete.",
        "“Costs are up,” said the Leeds-based brewer.",
        # one of a club
        "“I ran well,” said the Birchfield Harrier.",
        "The Leeds Rhino said: “We deserved it.”",
        # several, who deal with one
        "Lawyers representing Carl Marsh say the charges are “absurd”.",
        "Doctors treating Paul Reed have said he is “stable”.",
        "Prosecutors prosecuting Martin Gale claim he “lied”.",
        "Detectives investigating the murder of Anna Frick say the knife was “new”.",
        "The minister who met Ida Moss says she was “ready”.",
    ],
)
def test_a_name_that_describes_a_noun_says_nothing(nlp: Language, text: str) -> None:
    assert set(who(nlp, text)) == {None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We are leaving,” said Oslo-based Ann Kerr.", "Ann Kerr"),
        ("“Never again,” sighed Ajax's London-born keeper Tim Oakes.", "Tim Oakes"),
        ("“The books balance,” said Barclays' finance chief Ruth Amara.", "Ruth Amara"),
        ("“We are back!” declared Kasabian's singer Tom Meighan.", "Tom Meighan"),
        ("Bank of Norland governor Ida Moss said: “Rates will rise.”", "Ida Moss"),
        ("“He fell,” a Department for Work and Pensions adviser, Ann Kerr, said.", "Ann Kerr"),
        # still the body, the title, the one of many who is named
        ("The British Medical Association said: “Staff are exhausted.”", "British Medical Association"),
        ("The Reverend Ann Field said: “Be kind.”", "Ann Field"),
        ("The sports minister Ida Moss said: “We are sorry.”", "Ida Moss"),
        ("Ida Moss has said it was “a mess”.", "Ida Moss"),
    ],
)
def test_the_name_behind_what_it_describes_speaks(nlp: Language, text: str, name: str) -> None:
    assert who(nlp, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Jolanda Ceplak won the 800m in Munich. The Slovenian beat the record of 1999.\n\nCeplak added: “I knew I could do it.”",
        "Jolanda Ceplak of Slovenia won.\n\nCeplak added: “I hope to run in Paris.”",
    ],
)
def test_a_surname_that_a_tagger_takes_for_an_adjective_speaks(nlp: Language, text: str) -> None:
    assert who(nlp, text)[-1] == "Jolanda Ceplak"
