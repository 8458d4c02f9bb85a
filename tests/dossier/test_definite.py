"""What a definite noun names on fitting days is one event, however different what is told around it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.stories.definite import joined
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.own_day import Ground, OwnDay
from tests.dossier.stories import Told, story


def noun(sentence: str, trigger: str = "earthquake") -> Told:
    return Told(sentence, trigger, tense=None, clause="noun", subject=None)


def of(value: str, last: str | None = None) -> OwnDay:
    return OwnDay(value, value if last is None else "2021-03-08", last or value, Ground.RECKONED, None)


WEEK = of("2021-W10", "2021-03-14")
FIRST = "A Danish choir sang for the victims of Tuesday's earthquake."


@pytest.mark.parametrize(
    ("sentence", "day", "one"),
    [
        ("Orval has asked for tents after last week's strong earthquake.", WEEK, True),
        ("Orval has asked for tents after the 6.1 magnitude earthquake on Tuesday.", of("2021-03-09"), True),
        ("Orval has asked for tents after an earthquake on Tuesday.", of("2021-03-09"), False),  # perhaps another one
        ("Orval has asked for tents after the earthquake of March 4.", of("2021-03-04"), False),
        ("Orval has asked for tents after the earthquake this year.", of("2021", "2021-12-31"), False),
    ],
)
def test_a_definite_noun_with_a_day_that_fits_is_the_same(sentence: str, day: OwnDay, one: bool) -> None:
    found = mentions([story("a", "2021-03-12", noun(FIRST)), story("b", "2021-03-15", noun(sentence))], {})
    groups = [[0], [1]]
    assert joined(groups, found, [of("2021-03-09"), day]) == ([[0, 1]] if one else groups)


def test_nouns_that_name_things_of_other_places_are_two() -> None:
    found = mentions([story("a", "2021-03-12", noun(FIRST)), story("b", "2021-03-15", noun(FIRST))], {})
    placed = [replace(m, place=place) for m, place in zip(found, ("orval", "halden"), strict=True)]
    assert joined([[0], [1]], placed, [of("2021-03-09")] * 2) == [[0], [1]]
    assert joined([[0], [1]], found, [of("2021-03-09")] * 2) == [[0, 1]]


def test_what_an_editor_took_apart_stays_so() -> None:
    found = mentions([story("a", "2021-03-12", noun(FIRST)), story("b", "2021-03-15", noun(FIRST))], {})
    assert joined([[0], [1]], found, [of("2021-03-09")] * 2, frozenset({found[1].event.id})) == [[0], [1]]
