"""Whom a name inside a longer phrase is not: the body of a source, the client of lawyers, a club's man, the place of a firm."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.language.quoting import pipeline, read, speakers


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "“We are on scene,” Harlow County Fire and Rescue Service said on Thursday.",
            "Harlow County Fire and Rescue Service",
        ),
        ("“We are sorry,” Ann Field and Bo Reed said.", None),
        ("A man was killed at about 10pm, Devon and Cornwall Police said.", "Devon and Cornwall Police"),
        ("“It was loud,” Avon and Somerset Fire and Rescue Service said.", "Avon and Somerset Fire and Rescue Service"),
    ],
)
def test_a_joint_inside_of_a_body_makes_no_two(nlp: Language, text: str, name: str | None) -> None:
    assert who(nlp, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Lorries will use the so-called “fast blue lane” at the port from Monday, Alan Crick said.",
        "The raids, code-named “Operation Winter Glass”, led to nine arrests, Ruth Penney said.",
        "Gerald Spode was charged with ‘misconduct in a public office’ and will stand trial in June, Silas Mott said.",
    ],
)
def test_a_name_in_marks_makes_no_words_of_a_speakers(nlp: Language, text: str) -> None:
    assert {quote.kind for quote in read(nlp, text)._.quotes} == {"indirect"}


@pytest.mark.parametrize(
    "text",
    [
        "“We have no reason to believe it,” said Norvik's chief executive, Ingrid Moe.",
        "“We have no reason to believe speed played a part,” said Norvik's chief executive, Ingrid Moe.",
        "“It is the right partner,” Norvik's chief executive, Ingrid Moe, told analysts.",
    ],
)
def test_the_name_behind_an_office_closes_the_phrase_whatever_the_tagger_takes_the_office_for(
    nlp: Language, text: str
) -> None:
    assert who(nlp, text) == ["Ingrid Moe"]


@pytest.mark.parametrize("words", ["She came in fast", "She came in faster than I have ever seen her"])
def test_the_tag_behind_a_quotation_that_a_colon_led_in_is_no_part_of_it(nlp: Language, words: str) -> None:
    text = f"The harbour master, Tom Berg, disagreed: “{words},” he told reporters."
    assert speakers(nlp, text) == [(f"“{words},”", "Tom Berg")]


def test_what_a_quoted_word_does_in_a_clause_stays_in_it(nlp: Language) -> None:
    ((content, speaker),) = speakers(nlp, "Ann Field said that the “expert” told the court nothing new.")
    assert content.endswith("told the court nothing new")
    assert speaker == "Ann Field"
