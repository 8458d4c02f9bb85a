"""The main event is what most of the articles tell, in its own entry or in what stands under it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.main_event import entry
from generator.dossier.model import Happening, Passage, Telling
from generator.dossier.stories import chronology
from generator.dossier.stories.listing import main_event
from tests.dossier.stories import Told, one_word_one_event, story


def event(name: str, *sources: str, publishers: int, part_of: str | None = None) -> Happening:
    words = "The pier burned in Aldmouth."
    told = (Telling(Passage(s, 0, len(words), words), Passage(s, 9, 15, "burned"), None) for s in sources)
    made = Happening(name, None, "happened", tuple(told), (), publishers=publishers, part_of=part_of, score=1.0)
    return replace(made, listed=part_of is None)


def test_what_stands_under_an_entry_tells_of_it() -> None:
    main = event("fire", "one", publishers=3)
    parts = [event("smoke", "two", publishers=1, part_of="fire"), event("ash", "three", publishers=1, part_of="fire")]
    found = entry([main, *parts, event("talk", "four", publishers=1, part_of="other")], 8)
    assert found is not None
    assert [t.sentence.source for t in found.tellings] == ["one", "two", "three"]
    assert entry([main], 8) is None  # one article of eight tells it


def test_two_articles_of_the_only_publisher_tell_a_main_event() -> None:
    assert entry([event("fire", "one", "two", publishers=1)], 4) is not None
    assert entry([event("fire", "one", publishers=1)], 2) is None
    beside = replace(event("talk", "three", "four", publishers=2), score=0.5)
    assert entry([event("fire", "one", "two", publishers=1), beside], 4) is None  # others have publishers that agree


def test_of_what_as_many_leads_name_that_is_the_main_event_which_they_tell_in_clauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """ "The firm withdrew the drug after deaths": both words stand in each lead, but it is told that the firm withdrew it."""
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())
    texts = {
        "a": "Norvik withdrew its sleeping pill on Sunday after deaths.",
        "b": "On Sunday Norvik withdrew a pill over the deaths.",
    }
    told = {
        name: [
            Told(text, "withdrew", "Sunday", "2020-05-03"),
            Told(text, "deaths", "Sunday", "2020-05-03", clause="noun", tense=None),
        ]
        for name, text in texts.items()
    }
    more = Told("It knew of the deaths.", "deaths", clause="noun", tense=None)
    records = [story(name, "2020-05-04", *both, more) for name, both in told.items()]
    main = main_event(chronology.stories(records, {}), records)
    assert main is not None
    assert {m.word for m in main.mentions} == {"withdrew"}
