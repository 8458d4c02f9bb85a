"""More wordings that give no day, or not the one that they seem to give; in sentences of our own."""

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


def told(nlp: Language, text: str) -> tuple[list[str], dict[str, Event]]:
    doc = nlp.make_doc(text)
    doc._.published = THURSDAY
    doc = nlp(doc)
    events: tuple[Event, ...] = doc._.events
    return [time.value for time in doc._.times], {text[slice(*event.trigger)]: event for event in events}


TIMES = [
    # an hour that only modifies
    ("She drives a midnight cherry roadster.", []),
    ("He wore a midnight blue suit.", []),
    ("The midnight deadline passed.", ["2023-11-09T00:00"]),
    ("The doors opened at midnight sharp.", ["2023-11-09T00:00"]),
    ("The noon hearing was short.", ["2023-11-09T12:00"]),
    # a feast that says of which kind a thing is
    ("They met at a Christmas office party in December 2015.", ["2015-12"]),
    ("The family gathered for a Thanksgiving meal.", []),
    ("They met at Christmas.", ["2022-12-25"]),
    # how much to a unit is no time
    ("Exports grew 20 percent annually.", []),
    ("The mill turns out 300 tons weekly.", []),
    ("The rite is held there annually.", ["P1Y"]),
    # no definite period
    ("The firm must account for it during the quarter in which it falls.", []),
]


@pytest.mark.parametrize(("text", "values"), TIMES)
def test_what_seems_a_time(nlp: Language, text: str, values: list[str]) -> None:
    assert told(nlp, text)[0] == values


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It was one of the worst attacks within the last year.", "attacks"),
        ("Over the past year the firm lost money.", "lost"),
        ("— Bo Reed (@boreed) December 2, 2017 The club signed a striker.", "signed"),
    ],
)
def test_what_says_no_day_gives_none(nlp: Language, text: str, word: str) -> None:
    event = told(nlp, text)[1][word]
    assert event.date is None or event.date.inferred


def test_an_order_has_not_happened(nlp: Language) -> None:
    assert told(nlp, "Stop me if you have heard this one before.")[1]["Stop"].status == "hypothetical"
    assert told(nlp, "The guards stop the car.")[1]["stop"].status == "happened"


def test_a_label_is_no_event(nlp: Language) -> None:
    assert "Updated" not in told(nlp, "Updated | The harbour fire is out.")[1]


def test_what_holds_in_general_has_not_the_day_of_publication(nlp: Language) -> None:
    date_of = told(nlp, "The sea is full of currents, which stir the silt.")[1]["stir"].date
    assert date_of is None


STAMPED = [
    (
        "The mill in Halden burned for hours Page last updated at 10:39 GMT, Tuesday, 7 November 2023 A fire spread to the roof.",
        "updated",
    ),
    (
        "The mill in Halden burned for hours Page last updated at 10:39 GMT, Tuesday, 7 November 2023 A fire spread to the roof.",
        "spread",
    ),
    ("Page last updated at 10:39 GMT, Tuesday, 7 November 2023\n\nA fire destroyed the mill. The owner fled.", "updated"),
    ("Page last updated at 10:39 GMT, Tuesday, 7 November 2023\n\nA fire destroyed the mill. The owner fled.", "fled"),
    ("The court freed him 11:24 GMT, Tuesday, 7 November 2023 12:24 UK The singer left. His fans cheered.", "freed"),
    ("11:24 GMT, Tuesday, 7 November 2023 12:24 UK\n\nThe court freed the singer. His fans cheered.", "freed"),
    ("Updated: 11:34 AM EST, Tue November 7, 2023\n\nThe club signed a striker.", "signed"),
]


@pytest.mark.parametrize(("text", "word"), STAMPED)
def test_the_stamp_of_a_page_dates_nothing(nlp: Language, text: str, word: str) -> None:
    event = told(nlp, text)[1].get(word)
    assert event is None or event.date is None or event.date.inferred


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ship sank at 11:24 GMT, Tuesday, 7 November 2023. The crew was saved.", "sank"),
        ("The guidelines were last updated on Tuesday, 7 November 2023.", "updated"),
        ("Published on Tuesday, 7 November 2023, the report angered the farmers.", "Published"),
    ],
)
def test_a_day_in_a_sentence_is_no_stamp(nlp: Language, text: str, word: str) -> None:
    date = told(nlp, text)[1][word].date
    assert date is not None
    assert date.value[:10] == "2023-11-07"
