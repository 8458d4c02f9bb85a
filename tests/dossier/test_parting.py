"""When tellings that were taken for one event are taken apart, and what names an event once."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from generator.dossier.stories.event_day import Ground, OwnDay
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.parting import parted
from generator.records.model import EventDate
from tests.records import event, record, span

TEXT = "A ferry sank off Port Ellis."


def parts(one: OwnDay, other: OwnDay) -> int:
    made = [record(name, TEXT, "2020-05-04", events=(event(name, TEXT, "sank"),)) for name in "ab"]
    return len(parted([0, 1], mentions(made, {}), [one, other], made))


def day(value: str, **more: Any) -> OwnDay:
    return OwnDay(value, value, value, Ground.WORDS, None, **more)


def test_days_that_words_give_exclude_each_other() -> None:
    assert parts(day("2020-05-03"), day("2004-05-03")) == 2
    assert parts(day("2020-05-03"), day("2020-05-04")) == 1


def test_the_day_of_a_neighbour_in_the_sentence_takes_nothing_apart() -> None:
    assert parts(day("2020-05-03"), day("2004-05-03", shared=True)) == 1


def test_a_coup_attempt_is_named_once_and_on_its_day() -> None:
    text = "He spoke of the coup attempt of 3 May 2020."
    when = EventDate(value="2020-05-03", earliest="2020-05-03", latest="2020-05-03", wording=span(text, "3 May 2020"))
    tried = replace(event("b", text, "attempt"), date=when)
    made = record("a", text, "2020-05-04", events=(event("a", text, "coup"), tried))
    (found,) = mentions([made], {})
    assert (found.word, found.event.date) == ("coup", when)


def test_attempts_of_their_own_stay() -> None:
    text = "The coup shook him and the attempt failed."
    made = record("a", text, "2020-05-04", events=(event("a", text, "coup"), event("b", text, "attempt")))
    assert [m.word for m in mentions([made], {})] == ["coup", "attempt"]
