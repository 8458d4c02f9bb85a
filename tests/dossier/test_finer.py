"""An event that is told for its day here and for its month or year there."""

from __future__ import annotations

import pytest

from generator.dossier.stories import chronology
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
