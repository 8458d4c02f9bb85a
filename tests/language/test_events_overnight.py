"""Hours over midnight, stretches of last week, plans of the past, and pasts that taggers take for nouns; in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from generator.language import load
from generator.language.events import Event

THURSDAY = date(2023, 11, 9)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def told(nlp: Language, text: str) -> dict[str, Event]:
    doc = nlp.make_doc(text)
    doc._.published = THURSDAY
    doc = nlp(doc)
    events: tuple[Event, ...] = doc._.events
    return {text[slice(*event.trigger)]: event for event in events}


def day(nlp: Language, text: str, word: str) -> str | None:
    event = told(nlp, text)[word]
    return event.date.value if event.date else None


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The tanker hit a reef at 10.30 p.m. on Friday and sank three hours later.", "sank", "2023-11-04"),
        ("The quake struck at 9 p.m. on Saturday; an aftershock came six hours later.", "came", "2023-11-05"),
        ("She was admitted at 11 p.m. on Sunday and died 90 minutes later.", "died", "2023-11-06"),
        ("She was admitted at 8 p.m. on Sunday and died 90 minutes later.", "died", "2023-11-05"),
    ],
)
def test_hours_go_over_midnight(nlp: Language, text: str, word: str, value: str) -> None:
    assert day(nlp, text, word) == value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The fair ran from Monday to Thursday last week.", "ran", "2023-10-30/2023-11-02"),
        ("The museum was shut from Tuesday until Friday last week.", "shut", "2023-10-31/2023-11-03"),
        ("The exhibition ran between Monday and Wednesday of last week.", "ran", "2023-10-30/2023-11-01"),
        ("The road will be closed from Monday to Thursday next week.", "closed", "2023-11-13/2023-11-16"),
    ],
)
def test_both_ends_of_a_stretch_are_of_its_week(nlp: Language, text: str, word: str, value: str) -> None:
    assert day(nlp, text, word) == value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Two nurses were to testify on Tuesday. The judge adjourned the case instead.", "testify", "2023-11-07"),
        ("The report was to be published on Tuesday, but it was delayed.", "published", "2023-11-07"),
        ("The president was to leave on Sunday for Asia.", "leave", "2023-11-12"),
    ],
)
def test_a_plan_of_the_past_has_not_happened(nlp: Language, text: str, word: str, value: str) -> None:
    event = told(nlp, text)[word]
    assert (event.status, event.date.value if event.date else None) == ("planned", value)


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The dog bit a postman on Monday.", "bit", "2023-11-06"),
        ("A mosquito bit her on Wednesday and she fell ill.", "bit", "2023-11-08"),
        ("The grid operator forecast on Sunday that demand would reach a record on Monday.", "forecast", "2023-11-05"),
        ("The river froze over this past December.", "froze", "2022-12"),
        ("A pipe burst in May.", "burst", "2023-05"),
        ("The treasurer quit in April, and the party split in May.", "quit", "2023-04"),
    ],
)
def test_a_past_that_looks_like_a_noun_is_an_event(nlp: Language, text: str, word: str, value: str) -> None:
    assert day(nlp, text, word) == value


@pytest.mark.parametrize(
    "text", ["It rained a bit on Saturday.", "A bit on Monday fell off the drill.", "The bit was dull."]
)
def test_a_bit_is_no_event(nlp: Language, text: str) -> None:
    assert "bit" not in told(nlp, text)


def test_what_is_forecast_lies_ahead_of_the_forecast(nlp: Language) -> None:
    """Not on Sunday, the day of the forecast."""
    text = "The grid operator forecast on Sunday that demand would reach a record on Monday."
    assert day(nlp, text, "reach") in {None, "2023-11-06", "2023-11-13"}
