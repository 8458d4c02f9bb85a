"""Words that stand beside a name and are another's: rejected claims, what was said of somebody, two names, a body behind a comma."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.language.quotes.component import Quotes
from tests.language.quoting import pipeline, read, speakers


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


@pytest.mark.parametrize(
    "text",
    [
        "Harbour chief Ann Field has dismissed claims that her plan was “a gift to the rich”.",
        "The mayor, Hugh Reed, rejected suggestions that the bridge was “close to collapse”.",
        "Nora Blum denied allegations that she had “stolen from the poor”.",
        "The play starring Ann Field was ruled “too rude” by a Moor court.",
        "Hugh Reed was found “not guilty” by the jury.",
    ],
)
def test_anothers_words_are_no_quotation_of_the_one_named(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) == []


def test_what_somebody_is_said_to_be_he_has_not_said(nlp: Language) -> None:
    assert [who for _, who in speakers(nlp, "Hugh Reed was said to be “very tired”.")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Nora Blum denied that she had “stolen from the poor”.",
        "Nora Blum rejected the idea as “utter nonsense”.",
    ],
)
def test_a_denial_is_the_deniers(nlp: Language, text: str) -> None:
    assert [who for _, who in speakers(nlp, text)] == ["Nora Blum"]


@pytest.mark.parametrize(
    "text",
    [
        "“We did nothing wrong,” Nora Blum countered the claims",
        "Nora Blum denied “a gift” accusation",
        "Blum denied “a” report",
    ],
)
def test_a_text_may_end_in_what_is_denied(nlp: Language, text: str) -> None:
    assert len(read(nlp, text)._.quotes) <= 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We tried,” said singer Gary Reed and drummer Jon Blum.", None),
        ("“We tried,” singer Gary Reed and the drummer Jon Blum said.", None),
        ("Colin Reed, Moor Hotel Association said: “We tried.”", "Colin Reed"),
        ("Colin Reed, Moor Hotel Association, said: “We tried.”", "Colin Reed"),
    ],
)
def test_who_speaks_for_a_body_and_who_speak_together(nlp: Language, text: str, who: str | None) -> None:
    assert [speaker for _, speaker in speakers(nlp, text)] == [who]


def test_a_speech_that_ends_before_a_name_with_a_clause_of_its_own_is_not_that_ones(nlp: Language) -> None:
    text = (
        'Ann Field added: "The troops are proud. "I was honoured to speak." '
        'Norland Party leader Hugh Reed said it had won a "big boost" from the vote.'
    )
    assert speakers(nlp, text) == [
        ('"The troops are proud. "I was honoured to speak."', "Ann Field"),
        ('it had won a "big boost" from the vote', "Hugh Reed"),
    ]
    found = speakers(
        nlp, "“I am proud of what they did here.” Norland Party leader Hugh Reed said it had won “a big boost”."
    )
    assert found[0][1] is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor, Hugh Reed, said Nora Blum would leave in May and added: “We will miss her.”", "Hugh Reed"),
        ("Hugh Reed said Nora Blum had left in May and added: “We will miss her.”", "Hugh Reed"),
        ("Hugh Reed said he would sing all day, and Nora Blum vowed to “dance all night”.", "Nora Blum"),
        ("Hugh Reed said he would sing all day and Nora Blum added: “We will miss him.”", "Nora Blum"),
    ],
)
def test_what_is_added_is_the_one_s_who_has_said(nlp: Language, text: str, who: str) -> None:
    assert speakers(nlp, text)[-1][1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Governor Hugh Reed's lawyer spoke on Monday. “It is a lie,” he said.", None),
        ("Paul Reed's coach was cheered at the finish. He said: “It was his best race.”", None),
        ("Hugh Reed's wife wept in court. “It is a lie,” he said.", "Hugh Reed"),
        ("Hugh Reed's mill closed in May. “It is a blow,” he said.", "Hugh Reed"),
    ],
)
def test_he_is_not_the_one_whose_man_was_told_of(nlp: Language, text: str, who: str | None) -> None:
    assert speakers(nlp, text)[-1][1] == who


def test_he_is_not_the_shadow_chancellor_because_the_chancellor_spoke(nlp: Language) -> None:
    text = (
        "Hugh Reed accused shadow chancellor Oliver Lane of lying. On schools, the chancellor swore that nothing would change. "
        "He also promised help for the young. “It is our message,” he said."
    )
    assert {who for _, who in speakers(nlp, text)} == {None}


def test_a_pronoun_is_no_surer_than_whom_it_means(nlp: Language) -> None:
    text = "Hugh Reed met the trustees. Paul Blum came late. He left again at noon. “It is a blow to the town,” he said."
    [(quote, evidence)] = Quotes().read(read(nlp, text))
    assert evidence.speaker.entity is not None
    assert quote.confidence <= round(evidence.speaker.probability, 3) < 1
