"""When tellings that were taken for one event are taken apart, and what names an event once."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.parting import parted
from generator.records.model import EventDate
from generator.values.span import Span
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


@pytest.mark.parametrize(("first", "second", "parted_in"), [
    (("2020-05-04", "2020-05-10"), ("2020-05-11", "2020-05-17"), 1),  # "last week" in a paper of Sunday, and in one of Monday
    (("2020-05-04", "2020-05-10"), ("2020-05-18", "2020-05-24"), 2),
])  # fmt: skip
def test_last_week_may_be_this_one_or_the_one_before(
    first: tuple[str, str], second: tuple[str, str], parted_in: int
) -> None:
    weeks = [
        OwnDay(value, *span_, Ground.RECKONED, None)
        for value, span_ in (("2020-W19", first), ("2020-W20" if parted_in == 1 else "2020-W21", second))
    ]
    assert parts(weeks[0], weeks[1]) == parted_in


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


def test_what_one_article_recalls_of_last_week_is_not_the_news_of_the_others() -> None:
    news = "Two sailors died off Port Ellis."
    text = f"{news}\n\nThe ship is old.\n\nIt was late.\n\nNobody came.\n\nLast week a pilot died in the harbour."
    told = [event(name * 2, news, "died") for name in "abc"]
    old = event("dd", text, "died", sentence=span(text, "Last week a pilot died in the harbour."))
    old = replace(old, trigger=span(text, "died", 1))
    between = [
        replace(event(f"d{n}", text, word), sentence=span(text, sentence))
        for n, (word, sentence) in enumerate(
            [("died", news), ("is", "The ship is old."), ("was", "It was late."), ("came", "Nobody came.")]
        )
    ]
    made = [record(name, news, "2020-05-08", events=(e,)) for name, e in zip("abc", told, strict=True)]
    made.append(record("d", text, "2020-05-08", events=(*between, old)))
    found = mentions(made, {})
    (last,) = [n for n, m in enumerate(found) if m.sentence.startswith("Last week")]
    week = OwnDay("2020-W18", "2020-04-27", "2020-05-03", Ground.RECKONED, None)
    days: list[OwnDay | None] = [week if n == last else None for n in range(len(found))]
    days[0] = day("2020-05-07", shared=True)
    groups = parted([0, 1, 2, last], found, days, made)
    assert [last] in groups
    assert [0, 1, 2] in groups


def test_what_articles_told_before_a_day_is_not_the_event_of_that_day() -> None:
    """Girls were freed in October 2016, and others in May 2017."""
    made = [
        record(name, TEXT, published, events=(event(name, TEXT, "sank"),))
        for name, published in (("a", "2020-05-04"), ("b", "2021-03-09"))
    ]
    own = [day("2020-05-03", shared=True), day("2021-03-06")]
    assert sorted(parted([0, 1], mentions(made, {}), own, made)) == [[0], [1]]


def test_what_is_recalled_is_recalled_in_a_sentence_or_two() -> None:
    """The ship of 1959 is not that of the rest of the article."""
    sentences = [
        "A ferry sank.",
        "A tug sank in 1959.",
        "Nobody came.",
        "It was late.",
        "The crew slept.",
        "The ship sank fast.",
    ]
    text = "\n\n".join(sentences)
    verbs = ["sank", "sank", "came", "was", "slept", "sank"]
    told, start = [], 0
    for sentence, verb in zip(sentences, verbs, strict=True):
        at = start + sentence.index(verb)
        found = event("a", text, verb, sentence=Span(start, start + len(sentence)))
        told.append(replace(found, id=f"e-{at:010d}", trigger=Span(at, at + len(verb))))
        start += len(sentence) + 2
    made = [record("a", text, "2020-05-04", events=tuple(told))]
    found = mentions(made, {})
    own: list[OwnDay | None] = [None] * len(found)
    own[0], own[1] = day("2020-05-03"), OwnDay("1959", "1959-01-01", "1959-12-31", Ground.WORDS, None)
    assert sorted(parted([0, 1, 5], found, own, made)) == [[0, 5], [1]]


PLAN = "The ferry will sail off Port Ellis."


def put_off(first: str, *later: str, status: str = "planned") -> int:
    """How many events a plan for January of 4 January and what articles of 4 February tell of it are."""
    more: dict[str, Any] = {"status": status, "tense": "future" if status == "planned" else "past", "clause": "main"}
    published = {"a": "2020-01-04", "b": "2020-02-04", "c": "2020-02-04"}
    names = "abc"[: 1 + len(later)]
    made = [record(n, PLAN, published[n], events=(event(n, PLAN, "sail", **more),)) for n in names]
    days = [OwnDay(first[:7], first, first[:7] + "-31", Ground.RECKONED, None), *(day(value) for value in later)]
    return len(parted(range(len(names)), mentions(made, {}), days, made))


def test_a_plan_that_was_put_off_is_the_event_that_later_articles_date() -> None:
    assert put_off("2020-01-01", "2020-02-06", "2020-02-06") == 1


def test_a_plan_and_what_one_later_article_dates_are_two() -> None:
    assert put_off("2020-01-01", "2020-02-06") == 2


def test_what_has_happened_is_not_put_off() -> None:
    assert put_off("2020-01-01", "2020-02-06", "2020-02-06", status="happened") == 2


def test_a_plan_of_long_ago_is_another_event() -> None:
    assert put_off("2020-01-01", "2020-08-06", "2020-08-06") == 2
