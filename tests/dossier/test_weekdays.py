"""On which side of its article a day of the week lies."""

from __future__ import annotations

import pytest

from generator.dossier import assemble
from generator.dossier.stories import chronology
from generator.dossier.stories.event_day import own_day, owners
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.own_day import OwnDay
from generator.dossier.stories.weekdays import turned
from tests.dossier.stories import Told, one_word_one_event, story

NOUN = Told("Tuesday’s launch is the first.", "launch", "Tuesday", "2020-04-28", tense=None, clause="noun", subject=None)
WILL = Told("The rocket will lift off on Tuesday.", "lift", "Tuesday", "2020-05-05", tense="future", status="planned")
DID = Told("The crew spoke on Tuesday.", "spoke", "Tuesday", "2020-04-28")


def values(*told: tuple[str, Told]) -> list[str]:
    """The days of events of articles that appeared on 3 May 2020, a Sunday."""
    made = [story(name, "2020-05-03", *(t for n, t in told if n == name)) for name in dict(told)]
    found = mentions(made, {})
    known = owners(found)
    days: list[OwnDay | None] = [own_day(m, made[m.number], True, False, known.get(m.number, {})) for m in found]
    return [day.value for day in turned(days, found, made) if day]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # the article's own verb shows it
        ([("a", NOUN), ("a", WILL)], ["2020-05-05", "2020-05-05"]),
        ([("a", NOUN), ("a", DID)], ["2020-04-28", "2020-04-28"]),
        # another article's verb does, of an event of the same kind
        ([("a", NOUN), ("b", WILL)], ["2020-05-05", "2020-05-05"]),
        ([("a", NOUN), ("b", DID)], ["2020-04-28", "2020-04-28"]),
        # nobody shows it
        ([("a", NOUN)], ["2020-04-28"]),
    ],
)
def test_a_noun_is_of_the_tuesday_that_a_verb_shows(told: list[tuple[str, Told]], expected: list[str]) -> None:
    assert values(*told) == expected


SAID = Told("Ann Field said on Tuesday that the pier would close.", "said", "Tuesday", "2020-04-28")


def test_a_remark_of_a_tuesday_told_on_a_monday_has_no_day_six_days_back() -> None:
    for day, expected in (("2020-05-04", None), ("2020-05-03", "2020-04-28"), ("2020-05-05", "2020-05-05")):
        made = story("a", day, SAID)
        (found,) = mentions([made], {})
        own = own_day(found, made, True, False, {})
        assert (own and own.value) == expected, day


def test_it_is_of_the_tuesday_that_a_later_article_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())
    sank = Told("A ferry sank off Port Ellis on Tuesday.", "sank", "Tuesday", "2020-04-28")
    later = Told("The ferry sank on Tuesday off Port Ellis.", "sank", "Tuesday", "2020-05-05")
    made = assemble([story("a", "2020-05-04", sank), story("b", "2020-05-06", later)], "Ferry")
    assert {h.day.value for h in made.happenings if h.day} == {"2020-05-05"}
