"""How an article introduces somebody: the words that say who that is, and no others."""

from __future__ import annotations

import pytest

from generator.building.extraction import annotated
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
    ],
)
def test_what_stands_beside_a_description_is_not_in_it(text: str, told: str) -> None:
    article = Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))
    entities = {entity.name: entity for entity in annotated(article, None).entities}
    assert [text[span.start : span.end] for span in entities["Ann Field"].descriptions] == [told]
