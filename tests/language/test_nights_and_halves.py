"""Hours after midnight, weeks in a paper of Sunday, halves of a year, plans that went otherwise, and nouns that only help to say when."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from generator.language import document, load
from generator.language.times.grammar import expressions
from generator.language.times.habits import Habits
from generator.language.times.lexemes import Words
from generator.language.times.tense import Tenses
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs

SUNDAY, MONDAY = date(2018, 2, 4), date(2018, 2, 5)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def read(nlp: Language, text: str, published: date) -> Doc:
    return nlp(document(nlp, Article("a", text, Metadata(published=published), paragraphs(text, None))))


def value(nlp: Language, text: str, wording: str, published: date) -> str | None:
    times = read(nlp, text, published)._.times
    return next((time.value for time in times if text[time.start : time.end] == wording), None)


HOURS = [
    ("The lights failed at 11:30 p.m. on Sunday, and the roof fell at 12:47 a.m.", "12:47 a.m.", "2018-02-05T00:47"),
    ("Rebels stormed the port on Saturday night. The fight ended at 4 a.m.", "4 a.m.", "2018-02-04T04:00"),
    ("The gala began at 8 p.m. on Saturday. Guests still danced at 2 a.m.", "2 a.m.", "2018-02-04T02:00"),
    # an hour of the same evening, of the day, of what went before
    ("The gala began at 8 p.m. on Saturday. It ended at 11 p.m.", "11 p.m.", "2018-02-03T23:00"),
    ("The sitting began on Saturday at 9 a.m. A guard had come at 4 a.m.", "4 a.m.", "2018-02-03T04:00"),
    ("The choir sang on Saturday evening. It had set out at 5 a.m.", "5 a.m.", "2018-02-03T05:00"),
]


@pytest.mark.parametrize(("text", "wording", "told"), HOURS)
def test_an_hour_past_midnight_is_of_the_next_day(nlp: Language, text: str, wording: str, told: str) -> None:
    assert value(nlp, text, wording, MONDAY) == told


WEEKS = [
    ("The court closed on Tuesday of last week.", "Tuesday of last week", SUNDAY, "2018-01-30"),
    ("The court closed on Tuesday of last week.", "Tuesday of last week", MONDAY, "2018-01-30"),
    ("The court will sit this week.", "this week", SUNDAY, "2018-W06"),
    ("The court will sit this week.", "this week", date(2018, 2, 1), "2018-W05"),
    ("The court sat this week.", "this week", SUNDAY, "2018-W05"),
]


@pytest.mark.parametrize(("text", "wording", "published", "told"), WEEKS)
def test_a_paper_of_sunday_looks_back_on_its_week_and_ahead_to_the_next(
    nlp: Language, text: str, wording: str, published: date, told: str
) -> None:
    assert value(nlp, text, wording, published) == told


HALVES = [
    ("Revenue of the brewer rose 3 percent in the first half.", "the first half", date(2023, 11, 9), "2023-H1"),
    ("The brewer's profit doubled in the second half as sales grew.", "the second half", date(2023, 3, 9), "2022-H2"),
    ("Rovers scored two goals in the first half.", "the first half", date(2023, 11, 9), None),
    ("The actors forgot their lines in the first half.", "the first half", date(2023, 11, 9), None),
    # a club has profits, too
    ("The team led in the first half after a goal. Profits and sales of the club fell.", "the first half", MONDAY, None),
]


@pytest.mark.parametrize(("text", "wording", "published", "told"), HALVES)
def test_a_half_is_of_the_year_where_figures_are_given_for_it(
    nlp: Language, text: str, wording: str, published: date, told: str | None
) -> None:
    assert value(nlp, text, wording, published) == told


def days(nlp: Language, text: str) -> dict[str, str | None]:
    events = read(nlp, text, MONDAY)._.events
    return {text[slice(*event.trigger)]: event.date.value if event.date else None for event in events}


def test_what_went_otherwise_than_planned_does_not_share_the_hour_of_the_plan(nlp: Language) -> None:
    found = days(nlp, "The ferry was due to leave at 23:55 on Saturday but sailed ten minutes late.")
    assert found["leave"] == "2018-02-03T23:55"
    assert found["sailed"] is None
    found = days(nlp, "The ferry left Aldmouth at noon on Saturday and sank.")
    assert found["sank"] == "2018-02-03T12:00"


@pytest.mark.parametrize(
    "words", ["at the end of 2009", "at the start of 2009", "at the beginning of March", "by the end of the year"]
)
def test_a_noun_that_helps_to_say_when_is_no_event(nlp: Language, words: str) -> None:
    assert days(nlp, f"The bridge collapsed {words}.").keys() == {"collapsed"}
    assert "end" in days(nlp, "The end of the siege in 2009 was bloody.")


HABITS = [
    ("The pool is open daily from 8 a.m. to 6 p.m.", "8 a.m.", "XXXX-XX-XXT08:00"),
    ("The shop opens at 9 a.m. on Sundays.", "9 a.m.", "XXXX-XX-XXT09:00"),
    ("The pool is open on weekdays from 8 a.m. to 6 p.m.", "6 p.m.", "XXXX-XX-XXT18:00"),
    ("The shop opens daily at 9 a.m. and closes at 7 p.m.", "7 p.m.", "XXXX-XX-XXT19:00"),
    ("The old bakery opened at 5 a.m. on weekdays.", "5 a.m.", "XXXX-XX-XXT05:00"),
    ("He rose every day at 4 a.m.", "4 a.m.", "XXXX-XX-XXT04:00"),
    # what happened once, beside something that happens often
    ("The daily ferry sank at 8:30 a.m. off Holm.", "8:30 a.m.", "2018-02-05T08:30"),
    ("The weekly auction had just begun when the roof fell in at 9 a.m.", "9 a.m.", "2018-02-05T09:00"),
    ("Two trams collided at 8 a.m. in Holm, where thousands travel on weekdays.", "8 a.m.", "2018-02-05T08:00"),
    ("The fire broke out at 10:15 a.m., when the shop, which opens daily, was full.", "10:15 a.m.", "2018-02-05T10:15"),
    ("A shell hit the port at 9 a.m. Every day since, ships have stayed away.", "9 a.m.", "2018-02-05T09:00"),
    ("Judges met at 2 p.m. to hear of the prison, which inspectors visit weekly.", "2 p.m.", "2018-02-05T14:00"),
    ("It has rained every day since 6 p.m. on Sunday.", "6 p.m. on Sunday", "2018-02-04T18:00"),
    ("The pool is open daily. It closed at 8 p.m. yesterday.", "8 p.m. yesterday", "2018-02-04T20:00"),
    ("Polls opened at 7 this morning.", "7 this morning", "2018-02-05T07:00"),
    ("Guests meet at 8 tonight.", "8 tonight", "2018-02-05T20:00"),
    ("Snow fell the night before last.", "the night before last", "2018-02-03TNI"),
]


@pytest.mark.parametrize(("text", "wording", "told"), HABITS)
def test_an_hour_of_habit_is_of_no_one_day(nlp: Language, text: str, wording: str, told: str) -> None:
    assert value(nlp, text, wording, MONDAY) == told


def test_reading_hours_beside_many_habits_takes_no_time(nlp: Language) -> None:
    words = Words("The pool opens daily at 8 a.m. and shuts at 6 p.m.\n" * 4000)
    founds = list(expressions(words))
    habits = Habits(words, founds, Tenses(Doc(nlp.vocab, ["none"])))
    began = perf_counter()
    assert sum(habits.hold(found) for found in founds) > 0
    assert perf_counter() - began < 3


PLANNED = [
    ("A vote is planned for Friday.", "vote", "planned"),
    ("The launch is due on Friday.", "launch", "planned"),
    ("The hearing will take place on Friday.", "hearing", "planned"),
    ("The union plans a strike on Friday.", "strike", "planned"),
    ("The strike began on Friday.", "strike", "happened"),
    ("Farmers held a vote on Friday.", "vote", "happened"),
]


@pytest.mark.parametrize(("text", "word", "status"), PLANNED)
def test_a_noun_that_is_put_ahead_is_planned(nlp: Language, text: str, word: str, status: str) -> None:
    events = read(nlp, text, MONDAY)._.events
    assert [event.status for event in events if text[slice(*event.trigger)] == word] == [status]


def test_the_day_of_a_plan_is_not_that_of_the_planning(nlp: Language) -> None:
    found = days(nlp, "The union plans a strike on Friday.")
    assert found == {"plans": None, "strike": "2018-02-09"}
