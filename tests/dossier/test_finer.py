"""An event that is told for its day here and for its month or year there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.stories import chronology, finer
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.story import Story
from generator.values import timex
from tests.dossier.stories import Told, one_word_one_event, story


@pytest.fixture(autouse=True)
def by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())


FIRED = "Horn Mills dismissed its director Ada Velden {}."
OUSTED = "The director Ada Velden was ousted by Horn Mills {}."


def days(coarse: Told, fine: Told) -> list[tuple[str, str]]:
    """The days of the entries, and the words by which they are shown."""
    records = [
        story("a", "2020-05-05", Told("Snow fell on Monday.", "fell", "Monday", "2020-05-04"), coarse),
        story("b", "2020-05-06", Told("Snow fell on Monday.", "fell", "Monday", "2020-05-04"), coarse),
        story("c", "2020-05-07", fine),
    ]
    made = chronology.merge(records, {})
    return [(h.day.value, h.tellings[0].trigger.text) for h in made if h.listed and h.day and h.day.value < "2020"]


@pytest.mark.parametrize(
    ("told", "words", "day"),
    [("in 2019", "in May 2019", "2019-05"), ("in May 2019", "on 7 May 2019", "2019-05-07")],
)
def test_the_entry_stands_on_the_day_that_one_of_its_parts_gives(told: str, words: str, day: str) -> None:
    coarse = Told(FIRED.format(told), "dismissed", told, day[: day.rfind("-")])
    assert days(coarse, Told(OUSTED.format(words), "ousted", words, day)) == [(day, "ousted")]


def test_a_plan_does_not_date_what_happened() -> None:
    coarse = Told(FIRED.format("in 2019"), "dismissed", "in 2019", "2019")
    plan = Told(OUSTED.format("in May 2019"), "ousted", "in May 2019", "2019-05", status="planned")
    assert days(coarse, plan) == [("2019", "dismissed")]


def test_another_year_is_another_event() -> None:
    coarse = Told(FIRED.format("in 2019"), "dismissed", "in 2019", "2019")
    other = Told(OUSTED.format("in May 2018"), "ousted", "in May 2018", "2018-05")
    assert ("2019", "dismissed") in days(coarse, other)


def test_who_tells_the_month_tells_the_event_of_the_day() -> None:
    coarse = Told(FIRED.format("in May 2019"), "dismissed", "in May 2019", "2019-05")
    fine = Told(OUSTED.format("on 7 May 2019"), "ousted", "on 7 May 2019", "2019-05-07")
    fell = Told("Snow fell on Monday.", "fell", "Monday", "2020-05-04")

    def told(*more: Told) -> dict[str, tuple[int, float]]:
        records = [story(n, f"2020-05-0{d}", fell, coarse) for n, d in (("a", 5), ("b", 6))]
        made = chronology.merge([*records, *(story("c", "2020-05-07", one) for one in more)], {})
        return {h.tellings[0].trigger.text: (h.publishers, h.score) for h in made if h.listed}

    assert told(fine)["ousted"] == (3, told()["dismissed"][1])


def made(day: str, kind: int = 1, **changed: object) -> Story:
    """An event of a day, a month or a year."""
    record = story("a", "2020-05-05", Told(FIRED.format("then"), "dismissed"))
    (m,) = mentions([record], {})
    first, last = timex.days(day) or (None, None)
    own = OwnDay(**{"value": day, "earliest": first, "latest": last, "ground": Ground.WORDS, "wording": None, **changed})  # type: ignore[arg-type]
    return Story([0], [m], [own], ["a"], own, kinds=frozenset({kind}))


@pytest.mark.parametrize(
    ("part", "stands_first"),
    [
        (made("2019-05-07"), True),
        (made("2019-05"), False),  # as coarse
        (made("2019"), False),
        (made("2018-05-07"), False),
        (made("2019-05-07", kind=2), False),
        (made("2019-05-07", sure=0.6), False),
        (made("2019-05-07", shared=True), False),
        (made("2019-05-07", ground=Ground.PUBLISHED), False),
    ],
)
def test_what_stands_first(part: Story, stands_first: bool) -> None:
    assert finer.first(made("2019-05"), [part]) == (part if stands_first else None)


@pytest.mark.parametrize(
    ("later", "shown"),
    [
        (Told("The premier, who visited the town on 17 May, spoke.", "visited", "17 May", "2020-05-17"), "visited"),
        (Told("The premier, who went home on 17 May, spoke.", "went", "17 May", "2020-05-17"), "visit"),
    ],
)
def test_what_was_planned_and_is_told_as_done_is_shown_as_done(later: Told, shown: str) -> None:
    plan = Told(
        "The premier will visit the town on Sunday.", "visit", "Sunday", "2020-05-17", tense="future", status="planned"
    )
    found = mentions([story("a", "2020-05-15", plan), story("b", "2020-05-20", later)], {})
    day = OwnDay("2020-05-17", "2020-05-17", "2020-05-17", Ground.WORDS, None)
    planned, done = (Story([n], [m], [day], [f"{n}"], day=day) for n, m in enumerate(found))
    planned.ahead = True
    head = finer.come_true(planned, [done]) or planned
    assert head.mentions[0].word == shown


def test_what_a_plan_is_about_is_not_that_it_came_true() -> None:
    plan = Told(
        "They will meet on Sunday on what they found.", "meet", "Sunday", "2020-05-17", tense="future", status="planned"
    )
    found = mentions([story("a", "2020-05-15", plan)], {})
    day = OwnDay("2020-05-17", "2020-05-17", "2020-05-17", Ground.WORDS, None)
    (meet,) = found
    met = replace(meet, event=replace(meet.event, status="happened", tense="past"))  # "found", in the same sentence
    planned, done = (Story([n], [m], [day], ["a"], day=day) for n, m in enumerate((meet, met)))
    planned.ahead = True
    assert done.status == "happened"
    assert finer.come_true(planned, [done]) is None
