"""How an article introduces somebody: the words that say who that is, and no others."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from generator.building.extraction import annotated
from generator.language.coreference.roles import _past_half_a_name, _sentence_of
from generator.language.words import Words
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She dined with pier director Ann Field on Friday.", "pier director"),
        ("Songs were sung by actress Ann Field and her band.", "actress"),
        ("It was a row between her and former director Ann Field.", "former director"),
        ("He left with Norvik manager Sir Ann Field.", "Norvik manager"),
        ("He talked to his wife Ann Field.", "his wife"),
        ("Police identified the lone gunman as Ann Field, 64.", "lone gunman"),
        ("The driver was named on Monday as Ann Field.", "driver"),
        ("They were told by the shooter Ann Field.", "shooter"),
        ("Ann Field, a doctor at the harbour clinic, resigned.", "doctor at the harbour clinic"),
        ("Ann Field, a carpenter, resigned on Monday.", "carpenter"),
        ("Ann Field is a nurse at the harbour clinic.", "nurse at the harbour clinic"),
        ("Ann Field was an electrician.", "electrician"),
        ("It rose, according to harbour founder Ann Field.", "harbour founder"),
        ("“Stop,” said the mayor of Hallow Green, Ann Field.", "mayor of Hallow Green"),
        ("Ann Field is a racer, but in 2008 she fell.", "racer"),
    ],
)
def test_what_stands_beside_a_description_is_not_in_it(text: str, told: str) -> None:
    article = Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))
    entities = {entity.name: entity for entity in annotated(article, None).entities}
    assert [text[span.start : span.end] for span in entities["Ann Field"].descriptions] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Field is not a nurse.",
        "Ann Field would be a nurse.",
        "Ann Field, a boat, sank.",
        "If Ann Field is a nurse, ask her.",
    ],
)
def test_what_somebody_is_not_said_to_be_describes_nobody(text: str) -> None:
    article = Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))
    assert [e.descriptions for e in annotated(article, None).entities if e.name == "Ann Field"] == [()]


def described(text: str, name: str) -> list[str]:
    """What an article says of somebody."""
    article = Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))
    made = annotated(article, None)
    return [text[s.start : s.end] for e in made.entities if e.name == name for s in e.descriptions]


def test_a_description_is_of_the_nearest_name() -> None:
    text = "She had two children with Ethan Field, Maya, an actress, and Levon, a high school student, too."
    assert described(text, "Ethan Field") == []


def test_somebody_s_representative_is_somebody_else() -> None:
    assert described("Through a representative, Bo Weinstein agreed to it.", "Bo Weinstein") == []
    assert described("Then the mayor, Bo Weinstein, agreed to it.", "Bo Weinstein") == ["mayor"]


def test_an_office_before_a_list_is_nobody_s_of_it() -> None:
    assert described("They met the mayor of Hallow Green, Ann Moor and Bo Reed.", "Ann Moor") == []


def of_tokens(text: str, starts: tuple[int, ...]) -> Words:
    """Tokens with sentences of which a parser has begun some too early."""
    words = text.split()
    sent = [sum(start <= n for start in starts) for n in range(len(words))]
    return cast("Words", SimpleNamespace(text=words, low=[word.lower() for word in words], sent=sent))


def test_no_sentence_ends_between_what_somebody_is_and_the_name() -> None:
    words = of_tokens("was paid , ” analyst Ann Field told them", (0, 4, 5))
    assert _sentence_of(words, 5) == words.sent[4]
    words = of_tokens("He is one . Ann Field told them", (0, 4))
    assert _sentence_of(words, 4) == words.sent[4]


def test_a_description_begins_with_no_half_of_a_name() -> None:
    words = of_tokens("spoke to Bo Marsh Norlander President Ann Field", (0, 3))
    assert _past_half_a_name(words, 3, 6, {2, 3, 6, 7}) == 4
    assert _past_half_a_name(words, 2, 6, {2, 3, 6, 7}) == 2
