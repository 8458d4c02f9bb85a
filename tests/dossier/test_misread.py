"""Words that look like an event's day and seldom are: no day rather than a wrong one."""

from __future__ import annotations

import pytest

from generator.dossier.stories.event_day import own_day
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.own_day import OwnDay
from tests.dossier.stories import Told, story

FRIDAY = "2021-01-01"


def dated(*told: Told, published: str = FRIDAY) -> list[OwnDay | None]:
    record = story("a", published, *told)
    return [own_day(m, record, False, False, {}) for m in mentions([record], {})]


@pytest.mark.parametrize(("sentence", "known"), [
    ("They hung up their Christmas lights in the yard.", False),
    ("They hung up a lamp on Christmas in the yard.", True),
    ("They hung up a lamp on Christmas.", True),
    ("They hung up a lamp on Christmas morning.", True),
])  # fmt: skip
def test_a_holiday_before_a_noun_says_of_what_kind_it_is(sentence: str, known: bool) -> None:
    (day,) = dated(Told(sentence, "hung", "Christmas", "2020-12-25"))
    assert (day is not None) == known


@pytest.mark.parametrize(("sentence", "trigger", "known"), [
    ("They want to leave the 1996 Lakes and Rivers Treaty.", "Treaty", False),
    ("They wrote to the 1996 Lake Protection Act office.", "Act", False),
    ("They signed the 1996 Halden Agreement with a lake.", "Agreement", False),
    ("They signed the treaty in 1996 with a lake.", "signed", True),
    ("They recall the 1996 Halden earthquake by the lake.", "earthquake", True),
    ("They recall a 1996 agreement on the lake.", "agreement", True),
])  # fmt: skip
def test_the_year_in_the_name_of_a_law_dates_nothing(sentence: str, trigger: str, known: bool) -> None:
    (day,) = dated(Told(sentence, trigger, "1996", "1996", clause="noun", tense=None))
    assert (day is not None) == known


@pytest.mark.parametrize(("sentence", "known"), [
    ("The crew of 1969 led the race until August.", False),
    ("The crew led the race until August.", True),
    ("The crew led the race until August for the first time since 1969.", True),
    ("The crew of 2020 led the race until August.", True),
])  # fmt: skip
def test_a_month_behind_a_year_of_long_ago_is_not_of_the_article_s_year(sentence: str, known: bool) -> None:
    (day,) = dated(Told(sentence, "led", "August", "2020-08"))
    assert (day is not None) == known


@pytest.mark.parametrize(("told", "value"), [
    # counted back from a present tense: the next Wednesday may be meant
    (Told("The meteors peak on Wednesday.", "peak", "Wednesday", "2020-12-30", tense="present"), None),
    (Told("The earth passes its farthest point in July.", "passes", "July", "2020-07", tense="present"), None),
    (Told("The meteors peaked on Wednesday.", "peaked", "Wednesday", "2020-12-30"), "2020-12-30"),
    (Told("The meteors peak on Dec. 30.", "peak", "Dec. 30", "2020-12-30", tense="present"), "2020-12-30"),
    (Told("The meteors peak on Tuesday.", "peak", "Tuesday", "2021-01-05", tense="present"), "2021-01-05"),
    # six days back is tomorrow's name
    (Told("The mayor spoke on Saturday.", "spoke", "Saturday", "2020-12-26"), None),
    (Told("The mayor spoke last Saturday.", "spoke", "last Saturday", "2020-12-26"), "2020-12-26"),
    (Told("The mayor spoke on Sunday.", "spoke", "Sunday", "2020-12-27"), "2020-12-27"),
    (Told("The mayor spoke on Saturday, Dec. 26.", "spoke", "Saturday, Dec. 26", "2020-12-26"), "2020-12-26"),
    # six days ahead is yesterday's name: the article may have been dated again
    (Told("The moon will rise on Thursday.", "rise", "Thursday", "2021-01-07", tense="future"), None),
    (Told("The moon will rise next Thursday.", "rise", "next Thursday", "2021-01-07", tense="future"), "2021-01-07"),
])  # fmt: skip
def test_a_bare_day_that_may_lie_on_either_side_is_none(told: Told, value: str | None) -> None:
    (day,) = dated(told)
    assert (day.value if day else None) == value


@pytest.mark.parametrize(("sentence", "words", "known"), [
    ("The crew came to the palace in June.", "June", False),
    ("The crew came to the palace in June of that year.", "June of that year", True),
    ("The crew of 2014 came to the palace in June.", "June", True),
])  # fmt: skip
def test_a_bare_month_is_not_taken_from_a_year_that_only_another_sentence_names(
    sentence: str, words: str, known: bool
) -> None:
    (day,) = dated(Told(sentence, "came", words, "2014-06"))
    assert (day is not None) == known
