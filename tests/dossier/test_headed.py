"""The day of the main event: that of the telling under which the others stand, if its own words give one."""

from __future__ import annotations

import pytest

from generator.dossier.stories import belonging, chronology, listing
from generator.dossier.stories.story import Story
from tests.dossier.stories import Told, one_word_one_event, story

MONDAY = ("on Monday", "2020-05-04")


def dead(name: str, published: str, words: str | None, day: str | None) -> Told:
    said = f" {words}" if words else ""
    return Told(f"Nine people died on the ferry Orla{said}, {name} heard.", "died", words, day)


def killed(name: str) -> Told:
    return Told(f"Another nine were killed on the ferry on Monday, {name} heard.", "killed", *MONDAY)


@pytest.fixture(autouse=True)
def unlisted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())
    monkeypatch.setattr(listing, "listed", lambda *_: None)


def main_day(words: str | None, day: str | None) -> tuple[str, str | None]:
    """Under which word the main event stands, and on which day."""
    quiet = [Told(f"The port of Ulm lies on a river, part {n}.", "lies", tense="present") for n in range(6)]
    records = [story(n, "2020-05-03", dead(n, "2020-05-03", words, day)) for n in ("a", "b")]
    records += [story(n, "2020-05-05", *quiet, killed(n)) for n in ("c", "d", "e")]
    found: dict[str, Story] = {s.mentions[0].word: s for s in chronology.stories(records, {})}
    for each in found.values():
        each.kinds = frozenset({1})
    head = belonging.headed([found["killed"], found["died"]])
    return head.mentions[0].word, head.day.value if head.day else None


def test_the_main_event_keeps_the_day_of_the_telling_under_which_it_stands() -> None:
    assert main_day("on Sunday", "2020-05-03") == ("died", "2020-05-03")


def test_a_telling_that_says_a_week_stands_on_the_day_that_the_others_say() -> None:
    assert main_day("this week", "2020-W19") == ("died", "2020-05-04")
