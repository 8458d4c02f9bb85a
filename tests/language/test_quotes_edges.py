"""Where reported words begin and end: the occasion on which somebody spoke is the writer's, and so is the one who heard it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.language.quoting import pipeline, speakers


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


@pytest.mark.parametrize(
    ("said", "writers"),
    [
        ("Ann Field said the town opposed “any kind” of casino", "during a visit to the docks on Friday"),
        (
            "Ann Field said Norland is against “all forms” of tariff",
            "during her first meeting with its chairman since the vote",
        ),
        ("Ann Field described the raid as “a tragedy”", "in an interview with a local paper on Monday"),
        ("The court called the evidence “thin”", "in its ruling on Friday"),
        ("Ann Field dismissed the report as “rubbish”", "on Twitter"),
        ("Ann Field accused the council of “hiding the truth”", "at a press conference in Leeds"),
        ("Ann Field said the port would close", "in a statement on Friday"),
        ("Ann Field said the ice was thin", "on Monday at a hearing in Leeds"),
        ("Ann Field said the tax was unfair", "during a tour of the mills"),
        ("Ann Field said the minister was wrong", "at a rally in Leeds"),
        ("Ann Field said the storm was “a warning”", "while touring the harbour"),
    ],
)
def test_an_occasion_of_speaking_is_the_writers(nlp: Language, said: str, writers: str) -> None:
    (content, _), *more = speakers(nlp, f"{said} {writers}.")
    assert not more
    assert said.endswith(content)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Field said she fell ill during a visit to Rome.",
        "Ann Field said she had met the owner during a visit to Rome.",
        "Ann Field said the firm had promised “new jobs” in a letter to the town.",
        "Ann Field said the port would close in a year.",
        "Ann Field said the patient is “stable” after an operation.",
        "Ann Field said the case would come up at a hearing next week.",
        "Ann Field said he was “to blame” for violence at his rallies.",
        "Ann Field said Bo Reed was drunk at a dinner.",
        "Ann Field said the minister was a liar during a debate.",
        "Ann Field said the soldiers were afraid during a ceremony.",
        "Ann Field said the teacher was ill during a trip to Norland.",
    ],
)
def test_what_was_done_on_an_occasion_is_said(nlp: Language, text: str) -> None:
    assert [content for content, _ in speakers(nlp, text)] == [text.removeprefix("Ann Field said ").rstrip(".")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ann Field told the board that Norland was against “all forms” of tariff.",
            "that Norland was against “all forms” of tariff",
        ),
        (
            "Ann Field said in a statement that the bridge was “safe”, adding that work went on.",
            "that the bridge was “safe”",
        ),
    ],
)
def test_what_is_said_begins_behind_whom_it_is_told_and_in_what(nlp: Language, text: str, said: str) -> None:
    assert speakers(nlp, text)[0] == (said, "Ann Field")
