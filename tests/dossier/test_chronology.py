"""The chronology: which tellings are one event, and which events of one kind stay two."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.stories.chronology import merge
from generator.dossier.stories.event_words import kinds, stem
from generator.records.model import EventDate, Record
from tests.records import event, record, span


def told(name: str, text: str, trigger: str, wording: str, value: str, first: str | None, last: str | None) -> Record:
    """An article of one sentence with one dated event."""
    day = EventDate(value=value, earliest=first, latest=last, wording=span(text, wording))
    return record(name, text, events=(replace(event(name, text, trigger), date=day),))


YEAR = ("2015", "2015", "2015-01-01", "2015-12-31")
DAY = ("4 May 2015", "2015-05-04", "2015-05-04", "2015-05-04")
TOLD = [
    # of a day the word is enough; in a year much is won
    ("Reds won the cup on 4 May 2015.", "Smith's team won on 4 May 2015.", DAY, 1),
    ("Reds won the cup in 2015.", "Smith won a seat in Ohio in 2015.", YEAR, 2),
    ("Reds won the cup in 2015.", "The cup went to Reds, who won in 2015.", YEAR, 1),
]


APRIL = ("April 2015", "2015-04", "2015-04-01", "2015-04-30")
FOURTH = ("4 April 2015", "2015-04-04", "2015-04-04", "2015-04-04")
RECENT = ("earlier this year", "2015", "2015-01-01", "2015-12-31")
KIN = [
    # another word for it, a month for its day: the rest of the sentence tells that it is one event
    ("Raiders kidnapped 40 pupils from a school in Moorly on 4 April 2015.", "kidnapped", FOURTH,
     "The 40 pupils of the school were abducted in April 2015.", "abducted", APRIL, 1),
    ("Raiders kidnapped 40 pupils from a school in Moorly in 2015.", "kidnapped", YEAR,
     "The 40 pupils of the Moorly school were abducted in 2015.", "abducted", YEAR, 1),
    ("Raiders kidnapped 40 pupils from a school in Moorly on 4 April 2015.", "kidnapped", FOURTH,
     "The wife of a banker was abducted in April 2015.", "abducted", APRIL, 2),
    ("A gunman attacked the town hall on 4 April 2015.", "attacked", FOURTH,
     "The town hall was attacked by a gunman earlier this year.", "attacked", RECENT, 2),
]  # fmt: skip


@pytest.mark.parametrize(("one", "first", "day", "other", "second", "span", "entries"), KIN)
def test_one_event_in_other_words_or_less_exactly_dated_is_one_entry(
    one: str,
    first: str,
    day: tuple[str, str, str, str],
    other: str,
    second: str,
    span: tuple[str, str, str, str],
    entries: int,
) -> None:
    for articles in (
        [told("a", one, first, *day), told("b", other, second, *span)],
        [told("b", other, second, *span), told("a", one, first, *day)],
    ):
        made = merge(articles, {})
        assert len(made) == entries
        assert day[1] in {happening.day.value for happening in made if happening.day}


@pytest.mark.parametrize(("one", "other", "day", "entries"), TOLD)
def test_one_event_told_twice_is_one_entry(one: str, other: str, day: tuple[str, str, str, str], entries: int) -> None:
    articles = [told(name, text, "won", *day) for name, text in (("a", one), ("b", other))]
    assert len(merge(articles, {})) == entries


FRIDAY = ("on Friday", "XXXX-WXX-5", None, None)
STORIES = [
    ("The board had a meeting on Friday.", "Ministers praised the meeting on Friday in Oslo.", FRIDAY, 2),
    ("The board had a meeting in Oslo on Friday.", "The board had a meeting in Oslo on Friday.", FRIDAY, 1),
    ("The board had a meeting on 4 May 2015.", "Ministers praised the meeting on 4 May 2015 in Oslo.", DAY, 2),
]


@pytest.mark.parametrize(("one", "other", "day", "entries"), STORIES)
def test_in_a_large_dossier_a_word_and_a_day_are_not_enough(
    monkeypatch: pytest.MonkeyPatch, one: str, other: str, day: tuple[str, str, str | None, str | None], entries: int
) -> None:
    monkeypatch.setattr("generator.dossier.stories.chronology.FEW", 1)
    articles = [told(name, text, "meeting", *day) for name, text in (("a", one), ("b", other))]
    assert len(merge(articles, {})) == entries


@pytest.mark.parametrize(
    ("word", "inflected"),
    [
        ("die", "died"),
        ("poll", "polled"),
        ("fall", "falling"),
        ("agree", "agreed"),
        ("fire", "fired"),
        ("free", "freed"),
        ("carry", "carries"),
        ("pass", "passes"),
        ("time", "times"),
    ],
)
def test_inflections_have_one_stem_and_are_of_one_kind(word: str, inflected: str) -> None:
    assert kinds(inflected) == kinds(word)
    assert stem(inflected) == stem(word) or kinds(word)


def test_numbers_have_no_inflection() -> None:
    assert len({stem(number) for number in ("1", "10", "100", "1000", "11")}) == 5
