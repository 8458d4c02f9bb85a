"""How far a day reaches: to the next clause or sentence only where nothing says that it is another day; in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from generator.language import load

THURSDAY = date(2023, 11, 9)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def days(nlp: Language, text: str) -> dict[str, str]:
    doc = nlp.make_doc(text)
    doc._.published = THURSDAY
    events = nlp(doc)._.events
    return {text[slice(*event.trigger)]: event.date.value for event in events if event.date and not event.date.inferred}


NOT_CARRIED = [
    # a word says that it was later, or earlier
    ("Mara Quist resigned on Monday. She later issued an apology.", "resigned", "issued"),
    ("The town hall burned on 3 May. Afterwards the mayor resigned.", "burned", "resigned"),
    ("The ferry sank on Monday. Since then three men were arrested.", "sank", "arrested"),
    ("The club lost on Sunday. It had previously beaten Ayr.", "lost", "beaten"),
    ("The bank closed on Monday and its chairman was subsequently charged.", "closed", "charged"),
    # the day is told in passing
    (
        "Lena Holm (who played in Oslo on Saturday) is no fan of the prize. The academy issued a statement.",
        "played",
        "issued",
    ),
    ("Tom Hale, who sang in Oslo on Saturday, is a critic. The jury issued a statement.", "sang", "issued"),
    ("The row began after a firm that was sold on Monday lost its licence. The mayor resigned.", "sold", "resigned"),
]


@pytest.mark.parametrize(("text", "dated", "other"), NOT_CARRIED)
def test_a_day_does_not_reach_what_was_at_another_time(nlp: Language, text: str, dated: str, other: str) -> None:
    found = days(nlp, text)
    assert dated in found
    assert other not in found


def test_a_day_reaches_what_goes_on(nlp: Language) -> None:
    found = days(nlp, "The ferry sank off Oban on Monday. Divers pulled two men from the water.")
    assert found["sank"] == found["pulled"] == "2023-11-06"


def test_a_day_in_a_quotation_is_that_of_what_is_said(nlp: Language) -> None:
    found = days(nlp, '"We lost everything in the flood on Monday," said Tom Hale, who moved to Perth.')
    assert found["lost"] == "2023-11-06"
    assert not {"said", "moved"} & found.keys()


def test_the_day_of_saying_is_not_that_of_what_is_said(nlp: Language) -> None:
    found = days(nlp, 'Tom Hale told the court on Monday: "They broke the door and beat my brother."')
    assert found["told"] == "2023-11-06"
    assert not {"broke", "beat"} & found.keys()


def test_a_few_words_in_marks_do_not_part_a_sentence(nlp: Language) -> None:
    assert days(nlp, 'Police shot "two armed men" on Monday.')["shot"] == "2023-11-06"


def test_a_time_behind_since_dates_what_it_began_with(nlp: Language) -> None:
    found = days(nlp, "Output has increased since the opening of its plant near Delmor in 2016.")
    assert found["opening"] == "2016"
    assert found.get("increased") != "2016"


def test_a_known_event_keeps_its_day_in_a_quotation(nlp: Language) -> None:
    text = 'The July 3 bombing shook the town. "We all remember the bombing as if it were yesterday," said Tom Hale.'
    doc = nlp.make_doc(text)
    doc._.published = THURSDAY
    told = [e.date and e.date.value for e in nlp(doc)._.events if text[slice(*e.trigger)] == "bombing"]
    assert told == ["2023-07-03", "2023-07-03"]
