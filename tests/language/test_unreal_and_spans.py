"""Days of what never was, of what reaches from one day to another, and of what lies ahead; in sentences of our own."""

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


def day(event: Event) -> str | None:
    return event.date.value if event.date else None


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Had the bridge failed on Monday, the train would have fallen.", "failed", "hypothetical"),
        ("Had the vote been lost in June, the minister would have gone.", "lost", "hypothetical"),
        ("The tenor was to have sung in Leeds on Sunday.", "sung", "hypothetical"),
        ("The ships were to have been launched in May.", "launched", "hypothetical"),
        ("The skaters had trained in Oslo in May.", "trained", "happened"),
    ],
)
def test_what_never_was_has_not_happened(nlp: Language, text: str, word: str, status: str) -> None:
    assert told(nlp, text)[word].status == status


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The bakery would close if it lost the appeal in March.", "lost", "2024-03"),
        ("The captain would resign if the club lost the match on Sunday.", "lost", "2023-11-12"),
        ("The captain would have resigned if the club had lost the match on Sunday.", "lost", "2023-11-05"),
    ],
)
def test_what_is_supposed_lies_ahead(nlp: Language, text: str, word: str, value: str) -> None:
    assert day(told(nlp, text)[word]) == value


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Shopkeepers braced for next Tuesday's parade.", "parade", "planned"),
        ("Shopkeepers swept up after Tuesday's parade.", "parade", "happened"),
        ("The minister found 3 million euros for next month's festival.", "festival", "planned"),
        ("The crew trained for the 3 December race.", "race", "planned"),
        (
            "The storm of 14 December 2023 sank two boats.",
            "storm",
            "happened",
        ),  # a written year: the publication may be wrong
    ],
)
def test_what_lies_ahead_is_planned(nlp: Language, text: str, word: str, status: str) -> None:
    assert told(nlp, text)[word].status == status


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The guild has called a strike for 3 December.", "called"),
        ("The recital was postponed to 14 December.", "postponed"),
        ("The recital on 14 December sold out.", "sold"),
    ],
)
def test_what_has_been_is_on_no_day_ahead(nlp: Language, text: str, word: str) -> None:
    value = day(told(nlp, text)[word])
    assert value is None or value <= "2023-11-09"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Births fell by 2 percent in the three months to June.", "fell", "2023-04/2023-06"),
        ("The brewer lost 4 million pounds in the year ended Sept. 30.", "lost", "2022-10/2023-09"),
        ("Exports grew over the six months through August.", "grew", "2023-03/2023-08"),
        ("Nine climbers died in the 12 months to the end of March 2022.", "died", "2021-04/2022-03"),
        ("The school moved the fair three months to June.", "moved", "2023-06"),
        ("Rents have risen by a third since 2010.", "risen", "2010/2023-11-09"),
        ("Some 40 miners have been killed since January.", "killed", "2023-01/2023-11-09"),
        ("The pass has been closed since Monday.", "closed", "2023-11-06"),
        ("The clinic did not reopen until Tuesday.", "reopen", "2023-11-07"),
        ("The goalkeeper has not played since October.", "played", None),
        ("The lab said it could not release the results until January.", "release", None),
        ("He taught in Leeds for ten years and retired in 2015.", "taught", None),
        ("The market opens every Thursday, and children sing there on Sundays.", "sing", None),
    ],
)
def test_how_far_a_time_reaches(nlp: Language, text: str, word: str, value: str | None) -> None:
    assert day(told(nlp, text)[word]) == value


def test_what_did_come_at_last_has_happened(nlp: Language) -> None:
    events = told(nlp, "The clinic did not reopen until Tuesday. The ferry did not sail on Wednesday.")
    assert (events["reopen"].status, events["sail"].status) == ("happened", "negated")


def test_the_end_of_a_year_has_its_own_day(nlp: Language) -> None:
    assert day(told(nlp, "The brewer lost 4 million pounds in the year ended Sept. 30.")["ended"]) == "2023-09-30"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("In a letter dated 4 June 2015, the engineer warned of cracks.", "warned", "2015-06-04"),
        ("The memo, dated June 4, said the roof was safe.", "said", "2023-06-04"),
        ("A photograph dated 1912 was sold on Tuesday.", "sold", "2023-11-07"),
        ("Bones dating from 1650 were found on Monday.", "found", "2023-11-06"),
        ("Experts dated the sword in June.", "dated", "2023-06"),
        ("The two actors started dating in 2014.", "dating", "2014"),
    ],
)
def test_a_date_written_on_a_thing(nlp: Language, text: str, word: str, value: str) -> None:
    events = told(nlp, text)
    assert day(events[word]) == value
    assert word in {"dated", "dating"} or not {"dated", "dating"} & events.keys()


def test_a_past_that_a_tagger_takes_for_a_present(nlp: Language) -> None:
    assert day(told(nlp, "The bank froze the account on 11 April.")["froze"]) == "2023-04-11"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The fight began late on Friday and ended at 2 a.m.", "ended", "2023-11-04T02:00"),
        ("The fight began early on Friday and ended at 4 a.m.", "ended", "2023-11-03T04:00"),
        ("Lawyers denied that the firm caused the December 12 spill.", "spill", "2022-12-12"),
        ("Lawyers denied that the firm sponsors the December 12 race.", "race", "2023-12-12"),
    ],
)
def test_the_night_after_and_what_comes_unplanned(nlp: Language, text: str, word: str, value: str) -> None:
    assert day(told(nlp, text)[word]) == value


def test_a_saying_is_not_of_the_day_long_gone_that_it_tells_of(nlp: Language) -> None:
    assert day(told(nlp, "The rower died on 2 March 2012, his widow said.")["said"]) != "2012-03-02"
    assert day(told(nlp, "The widow said on 2 March 2012 that she would sell the boat.")["said"]) == "2012-03-02"


@pytest.mark.parametrize("length", ["30,000 months to June", "30000 months to June 2023"])
def test_a_length_longer_than_the_calendar_ends_no_build(nlp: Language, length: str) -> None:
    assert day(told(nlp, f"In the {length}, its sales fell.")["fell"]) in {None, "2023-06"}
