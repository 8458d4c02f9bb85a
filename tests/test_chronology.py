"""The chronology: which tellings are one event, and which events of one kind stay two."""

from __future__ import annotations

import pytest

from generator.dossier.chronology import merge
from generator.records.model import EventDate, Record
from tests.records import event, record, span


def told(name: str, text: str, trigger: str, wording: str, value: str, first: str, last: str) -> Record:
    """An article of one sentence with one dated event."""
    day = EventDate(value=value, earliest=first, latest=last, wording=span(text, wording))
    return record(name, text, events=(event(name, text, trigger).model_copy(update={"date": day}),))


YEAR = ("2015", "2015", "2015-01-01", "2015-12-31")
DAY = ("4 May 2015", "2015-05-04", "2015-05-04", "2015-05-04")
TOLD = [
    # of a day the word is enough; in a year much is won
    ("Reds won the cup on 4 May 2015.", "Smith's team won on 4 May 2015.", DAY, 1),
    ("Reds won the cup in 2015.", "Smith won a seat in Ohio in 2015.", YEAR, 2),
    ("Reds won the cup in 2015.", "The cup went to Reds, who won in 2015.", YEAR, 1),
]


@pytest.mark.parametrize(("one", "other", "day", "entries"), TOLD)
def test_one_event_told_twice_is_one_entry(one: str, other: str, day: tuple[str, str, str, str], entries: int) -> None:
    articles = [told(name, text, "won", *day) for name, text in (("a", one), ("b", other))]
    assert len(merge(articles, {})) == entries
