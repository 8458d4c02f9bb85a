"""The five Ws and how of a short article."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs

TITLE = "Harbour fire: Ann Field opens shelter in Aldmouth"
STORY = f"""{TITLE}

Mayor Ann Field opened a shelter in Aldmouth on Friday because the fire destroyed forty homes. The shelter has beds for two hundred
people. Last year's budget had no money for it, said Bo Reed of the Harbour Trust."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def answers(nlp: Language, text: str, title: str | None) -> dict[str, list[str]]:
    article = Article("a", text, Metadata(title=title, published=date(2016, 7, 16)), paragraphs(text, title))
    found = nlp(document(nlp, article))._.answers
    return {q: [text[s:e] for s, e in getattr(found, q)] for q in ("who", "what", "when", "where", "why", "how")}


@pytest.fixture(scope="module")
def told(nlp: Language) -> dict[str, list[str]]:
    return answers(nlp, STORY, TITLE)


def test_who_is_the_subject_of_the_headline(told: dict[str, list[str]]) -> None:
    assert told["who"][0] == "Ann Field"


def test_what_is_its_predicate(told: dict[str, list[str]]) -> None:
    assert told["what"][0].startswith("opens shelter")


def test_when_is_the_day_of_the_main_event(told: dict[str, list[str]]) -> None:
    assert told["when"][0] == "Friday"


def test_where_follows_a_locative_preposition(told: dict[str, list[str]]) -> None:
    assert told["where"][0] == "Aldmouth"


def test_why_is_what_because_opens(told: dict[str, list[str]]) -> None:
    assert told["why"][0].startswith("the fire destroyed forty homes")


def test_a_question_without_evidence_stays_unanswered(nlp: Language) -> None:
    found = answers(nlp, "Ann Field sings. The song is old.", None)
    assert found["when"] == found["why"] == []


@pytest.mark.parametrize("text", ["", "\n\n", "Share", "?", "“"])
def test_nothing_to_answer(nlp: Language, text: str) -> None:
    assert not any(answers(nlp, text, None).values())
