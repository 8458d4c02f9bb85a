"""The day of the main event at a glance: stated words with their meaning, or the day of publication marked as inferred."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from msgspec.structs import replace

from generator.dossier import assemble
from generator.pages.dates import in_words
from generator.records import read
from generator.records.model import Answer, Answers, Record, Time
from tests.records import entity, fact, record, span

TEXT = "The bridge collapsed on Friday."


def test_the_words_of_the_answer_are_resolved() -> None:
    s = span(TEXT, "Friday")
    made = record("a", TEXT, "2021-05-09", times=(Time(start=s.start, end=s.end, type="DATE", value="2021-05-07"),))
    made = replace(made, answers=Answers(when=(Answer(start=s.start, end=s.end, text="Friday"),)))
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
        return replace(record(name, text, entities=entities, facts=facts), answers=Answers(**found))

    records = [
        told("a", bridge, "Ann Field", "Harbourtown", what="collapsed"),
        told("b", other, "Bo Reed", "Lakewood", when="on Monday"),
        told("c", again, "Ann Field", "Harbourtown", why="rust"),
    ]
    assert {name for name, _ in assemble(records, "Bridges").answers} == {"a", "c"}


@pytest.mark.parametrize(("of_the_bridge", "answered"), [(30, True), (3, False)])
def test_many_articles_without_a_main_event_have_no_answers(of_the_bridge: int, answered: bool) -> None:
    def told(n: int) -> Record:
        bridge = n < of_the_bridge
        text = (
            "Ann Field said in Harbourtown that the bridge collapsed."
            if bridge
            else f"The fair number {n} was opened in Town{n}."
        )
        names = ["Ann Field", "Harbourtown"] if bridge else [f"Town{n}"]
        s = span(text, "collapsed" if bridge else "opened")
        answers = Answers(what=(Answer(start=s.start, end=s.end, text=text[s.start : s.end]),))
        entities = tuple(entity(text, k, words) for k, words in enumerate(names, 1))
        made = record(f"r{n}", text, entities=entities, facts=(fact(f"r{n}", text, text, score=2.0 if n == 0 else 1.0),))
        return replace(made, answers=answers)

    assert bool(assemble([told(n) for n in range(40)], "Many").answers) is answered


def test_a_day_that_sources_agree_on_comes_first() -> None:
    def told(name: str, day: str, score: float) -> Record:
        text = f"The bridge of Harbourtown collapsed on {day}, Ann Field told reporter {name}."
        s = span(text, day)
        value = {"Friday": "2021-05-07", "Sunday": "2021-05-09"}[day]
        time = Time(start=s.start, end=s.end, type="DATE", value=value, earliest=value, latest=value)
        entities = (entity(text, 1, "Ann Field"), entity(text, 2, "Harbourtown", type="GPE"))
        made = record(name, text, times=(time,), entities=entities, facts=(fact(name, text, text, score=score),))
        return replace(made, answers=Answers(when=(Answer(start=s.start, end=s.end, text=day),)))

    when = assemble([told("a", "Sunday", 1.0), told("b", "Friday", 0.9), told("c", "Friday", 0.8)], "Bridge").when
    assert when is not None
    assert when.value == "2021-05-07"
