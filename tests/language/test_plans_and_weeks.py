"""Plans of the past, weeks told on a Sunday, and sentences with two days; in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from generator.language import load
from generator.language.events import Event

SUNDAY, MONDAY, WEDNESDAY = date(2019, 3, 10), date(2019, 3, 11), date(2019, 3, 13)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def told(nlp: Language, text: str, day: date) -> tuple[list[str], dict[str, Event]]:
    doc = nlp.make_doc(text)
    doc._.published = day
    doc = nlp(doc)
    events: tuple[Event, ...] = doc._.events
    return [time.value for time in doc._.times], {text[slice(*event.trigger)]: event for event in events}


def day_of(nlp: Language, text: str, word: str, day: date) -> str | None:
    found = told(nlp, text, day)[1][word].date
    return found.value if found else None


PLANS = [
    # what follows tells how the day went
    ("The ferry was scheduled to sail at 9 p.m. Sunday, but left about 10 minutes late.", WEDNESDAY, "2019-03-10T21:00"),
    ("The match was due to begin at noon on Saturday but did not start until three.", WEDNESDAY, "2019-03-09T12:00"),
    ("The hearing was set for Friday, but began three hours late.", WEDNESDAY, "2019-03-08"),
    ("The train was to leave on Friday, but left ten minutes late.", WEDNESDAY, "2019-03-08"),
    # it does not: the coming one
    ("The hearing was set for Friday, but lawyers asked for more time.", WEDNESDAY, "2019-03-15"),
    ("The hearing was set for Friday.", WEDNESDAY, "2019-03-15"),
    ("The match was due to begin at noon on Saturday but was called off.", WEDNESDAY, "2019-03-16T12:00"),
    # the day before is not six days ahead
    ("The vote was scheduled for Sunday.", MONDAY, "2019-03-10"),
    ("The bridge was supposed to open on Sunday.", MONDAY, "2019-03-10"),
    ("The vote is scheduled for Sunday.", MONDAY, "2019-03-17"),
    ("The vote was scheduled for next Sunday.", MONDAY, "2019-03-17"),
    # of months the nearer one
    ("The bridge was scheduled to open in November.", MONDAY, "2018-11"),
    ("The bridge was scheduled to open in June.", MONDAY, "2019-06"),
    ("The bridge is scheduled to open in November.", MONDAY, "2019-11"),
    # what one prepares for or does something ahead of is to come, of the past it is the nearer one
    ("The talks come as the bishop prepares for a synod in February or March.", MONDAY, "2020-02"),
    ("The band prepares for a tour in January.", MONDAY, "2020-01"),
    ("The coach said she was preparing for a tournament in June.", MONDAY, "2019-06"),
    ("The bishop went to Rome to prepare for a synod in June.", MONDAY, "2019-06"),
    ("The mayor visited Lima ahead of a vote in June.", MONDAY, "2019-06"),
    ("Farmers looked forward to a fair in July.", MONDAY, "2019-07"),
    ("The team prepared for a tournament in November.", MONDAY, "2018-11"),
    ("The mayor visited Lima ahead of a vote in February.", MONDAY, "2019-02"),
    ("The mayor spoke after a vote in June.", MONDAY, "2018-06"),
]


@pytest.mark.parametrize(("text", "day", "value"), PLANS)
def test_a_plan_of_the_past_may_be_over(nlp: Language, text: str, day: date, value: str) -> None:
    assert told(nlp, text, day)[0][0] == value


@pytest.mark.parametrize(
    ("text", "word", "day", "value"),
    [
        ("Doctors called for a ban last week.", "called", SUNDAY, "2019-W10"),
        ("Doctors called for a ban last week.", "called", MONDAY, "2019-W10"),
        ("Doctors called for a ban last week.", "called", WEDNESDAY, "2019-W10"),
        ("The club signed a striker late last week.", "signed", SUNDAY, "2019-W10"),
        ("The club lost its captain two weeks ago.", "lost", SUNDAY, "2019-W08"),
        ("The club lost its captain last month.", "lost", SUNDAY, "2019-02"),
    ],
)
def test_last_week_on_a_sunday_ends_with_it(nlp: Language, text: str, word: str, day: date, value: str) -> None:
    assert day_of(nlp, text, word, day) == value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("When the ship docked in Lima it was Sunday, March 10, 2019.", "docked", "2019-03-10"),
        (
            "The flight left Suva on March 11, 2019 but when it landed nine hours later in Lima, Peru, it was Sun. March 10, 2019.",
            "landed",
            "2019-03-10",
        ),
        # hours are counted from another day
        (
            "The ship left Suva on March 11, 2019. About nine hours later, passengers arrive in Lima at 10:15 p.m. on March 10, 2019.",
            "arrive",
            "2019-03-10T22:15",
        ),
        ("The ship left Suva on March 9, 2019. Nine hours later, it sank.", "sank", "2019-03-09"),
    ],
)
def test_of_two_days_the_one_beside_the_clause(nlp: Language, text: str, word: str, value: str) -> None:
    assert day_of(nlp, text, word, WEDNESDAY) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The ferry docked at 10:15 a.m. on New Year's Eve.", ["2018-12-31T10:15"]),
        ("The ferry left at noon Christmas Day.", ["2018-12-25T12:00"]),
        ("The ferry left at 8 p.m. on Christmas Day 2016.", ["2016-12-25T20:00"]),
    ],
)
def test_an_hour_of_a_feast(nlp: Language, text: str, values: list[str]) -> None:
    assert told(nlp, text, MONDAY)[0] == values


def test_a_number_is_no_denial(nlp: Language) -> None:
    happened = told(nlp, "Harbour Air Flight no. 446 took off from Suva on Sunday.", MONDAY)[1]["took"]
    assert happened.status == "happened"
    assert told(nlp, "No flight took off from Suva on Sunday.", MONDAY)[1]["took"].status == "negated"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The bank said its net loss narrowed from a year earlier.", "narrowed", None),
        (
            "Sales rose in the third quarter to $5 million from $4 million in the year-ago period. Costs fell.",
            "fell",
            "2018-Q3",
        ),
        ("She returned from Spain a year earlier.", "returned", "2018"),
    ],
)
def test_the_time_of_a_figure_to_compare_with_dates_nothing(nlp: Language, text: str, word: str, value: str | None) -> None:
    assert day_of(nlp, text, word, WEDNESDAY) == value
