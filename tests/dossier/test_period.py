"""The period of a story is that of its main events."""

from __future__ import annotations

from generator.dossier.main_event import period
from generator.dossier.model import Day, Happening, Source
from tests.records import record


def event(value: str, publishers: int = 1, inferred: bool = False) -> Happening:
    first = value + "-01" * (2 - value.count("-"))
    return Happening(value, Day(value, first, first, None, inferred=inferred), "happened", (), (), publishers=publishers)


def source(name: str, published: str) -> Source:
    made = record(name, "The pier burned.", published)
    return Source(name, 1, name, name, made)


def test_what_one_publisher_tells_beside_others_sets_no_end() -> None:
    assert period([event("2021-05-07", 3), event("2021-05-08", 2), event("2021-01-02")]) == ("2021-05-07", "2021-05-08")
    assert period([event("2021-05-07"), event("2021-01-02")]) == ("2021-01-02", "2021-05-07")


def test_a_year_alone_is_no_day() -> None:
    assert period([event("2015", 2)]) is None


def test_what_ended_long_before_the_articles_is_background() -> None:
    sources = [source("one", "2021-05-08"), source("two", "2021-05-09")]
    assert period([event("2021-05-07"), event("1961-02-03")], sources) == ("2021-05-07", "2021-05-07")


def test_a_later_day_of_publication_is_nobody_s_day() -> None:
    sources = [source("one", "2021-05-08"), source("two", "2021-05-09")]
    assert period([event("2021-05-09", inferred=True)], sources) is None
    stated = event("2021-05-07", 2)
    assert period([event("2021-05-08", 2, inferred=True), stated], sources) == ("2021-05-07", "2021-05-08")


def test_the_day_of_the_first_report_alone_is_no_period() -> None:
    assert (
        period([event("2021-05-08", 2, inferred=True)], [source("one", "2021-05-08"), source("two", "2021-05-09")]) is None
    )


def test_around_a_story_s_only_day_what_one_publisher_dates_belongs_to_it() -> None:
    sources = [source("one", "2021-05-08"), source("two", "2021-05-09")]
    night, before = event("2021-05-06"), event("2021-03-06")
    assert period([event("2021-05-07", 2), night, before], sources) == ("2021-05-06", "2021-05-07")
    guess = event("2021-05-08", inferred=True)
    assert period([event("2021-05-07", 2), guess], sources) == ("2021-05-07", "2021-05-07")
