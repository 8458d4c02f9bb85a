"""The day of the main event at a glance: stated words with their meaning, or the day of publication marked as inferred."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from generator.dossier import assemble
from generator.pages.dates import in_words
from generator.records import read
from generator.records.model import Answer, Answers, Record, Time
from tests.records import entity, fact, record, span

TEXT = "The bridge collapsed on Friday."


def test_the_words_of_the_answer_are_resolved() -> None:
    s = span(TEXT, "Friday")
    made = record("a", TEXT, "2021-05-09", times=(Time(start=s.start, end=s.end, type="DATE", value="2021-05-07"),))
    made = made.model_copy(update={"answers": Answers(when=(Answer(start=s.start, end=s.end, text="Friday"),))})
    when = assemble([made], "A").when
    assert when is not None
    assert when.value == "2021-05-07"
    assert not when.inferred
    assert when.wording is not None
    assert when.wording.text == "Friday"


def test_an_article_that_states_no_day_and_has_none_leaves_it_open() -> None:
    assert assemble([record("a", TEXT)], "A").when is None


def test_the_seed_tells_of_its_day_of_publication(seed_project: Path) -> None:
    lines = (seed_project / "docs" / "data" / "records.jsonl").read_text("utf-8").splitlines()
    when = assemble(list(read(lines)), "Seed").when
    assert when is not None
    assert (when.value, when.inferred) == ("2016-08-09", True)


@pytest.mark.parametrize(("value", "words"), [("13", "14th century"), ("20", "21st century"), ("10", "11th century")])
def test_centuries_have_their_ordinals(value: str, words: str) -> None:
    assert in_words(value, Locale("en")) == words


def test_what_one_source_leaves_open_only_a_source_of_the_same_story_answers() -> None:
    bridge = "The bridge of Harbourtown collapsed, Ann Field said."
    again = "Ann Field said in Harbourtown that rust had done it."
    other = "The fair of Lakewood was opened by Bo Reed on Monday."

    def told(name: str, text: str, *names: str, **answers: str) -> Record:
        entities = tuple(entity(text, n, words) for n, words in enumerate(names, 1))
        found = {q: (Answer(start=span(text, w).start, end=span(text, w).end, text=w),) for q, w in answers.items()}
        facts = (fact(name, text, text, score=2.0 if name == "a" else 1.0),)
        return record(name, text, entities=entities, facts=facts).model_copy(update={"answers": Answers(**found)})

    records = [
        told("a", bridge, "Ann Field", "Harbourtown", what="collapsed"),
        told("b", other, "Bo Reed", "Lakewood", when="on Monday"),
        told("c", again, "Ann Field", "Harbourtown", why="rust"),
    ]
    assert [name for name, _ in assemble(records, "Bridges").answers] == ["a", "c"]
