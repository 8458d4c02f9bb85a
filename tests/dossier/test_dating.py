"""The days of all tellings, step by step."""

from __future__ import annotations

from typing import Any

from generator.dossier.stories import dating
from generator.dossier.stories.editing import NOTHING_GIVEN
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.records.model import Record
from tests.dossier.stories import Told, story

SANK = Told("A ferry sank off Port Ellis.", "sank")


def told(*records: Record) -> dating.Tellings:
    """Articles of one event, each of its own publisher."""
    found = mentions(records, {})
    return dating.Tellings(found, [range(len(found))], records, [r.id for r in records], frozenset(), NOTHING_GIVEN)


def month(**more: Any) -> OwnDay:
    return OwnDay("2019-04", "2019-04-01", "2019-04-30", Ground.WORDS, None, **more)


def test_a_month_long_gone_that_a_neighbour_lends_is_not_the_day_of_the_news() -> None:
    made = told(story("a", "2020-05-04", SANK))
    assert dating.not_of_old([month(shared=True)], made) == [None]
    assert dating.not_of_old([month()], made) == [month()]


def test_a_step_leaves_the_days_that_it_is_given() -> None:
    made = told(story("a", "2020-05-04", SANK))
    days = [month(shared=True)]
    for step in dating.STEPS:
        step(days, made)
    assert days == [month(shared=True)]


def test_what_the_opening_names_is_the_day_of_the_news_that_says_none() -> None:
    dated = Told("Guards reached the ship on Sunday.", "reached", "Sunday", "2020-05-03")
    made = story("a", "2020-05-04", SANK, dated)
    known = OwnDay("2020-05-03", "2020-05-03", "2020-05-03", Ground.STORY, None)
    step = told(made)
    step.__dict__["openings"] = {0: known}
    days = dating.with_openings([None, None], step)
    assert days[0] is not None
    assert days[0].value == "2020-05-03"
    assert dating.with_openings([month(), None], step)[0] == month()
