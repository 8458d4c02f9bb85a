"""Sentence starts that are certain before any parse."""

from __future__ import annotations

import pytest
import spacy

from generator.language.sentences import Sentences


@pytest.mark.parametrize(
    ("text", "word", "starts"),
    [
        ("Rain fell\n\nSnow came", "Snow", True),  # a paragraph break
        ("“It rains,” he said.", "he", False),
        ("“Does it rain?” she asked.", "she", False),
        ("She lives in St. Petersburg now.", "Petersburg", False),
        ("Then Sen. Field left.", "Field", False),
        ("“It rains.”", "”", False),
        ("He said\u00a0despite the rain", "despite", False),
        ("He said it\nwas raining", "was", False),
        ('"It rains."', '"', False),
        ("it rained on friday again", "friday", False),
        ("He was the 2nd Earl of Marlow.", "Earl", False),
        ("It holds. 4 Even so, they left.", "4", False),
        ("It holds. 4 Even so, they left.", "Even", True),
        ("He won. 50 Frenchmen left.", "50", None),
        ("It was flight no. 446 to Oslo.", "446", False),
        ("The songs of Vol. 2 are old.", "2", False),
        ("Did he win? No. 50 left.", "50", None),
        ("He left. She stayed.", "She", None),  # the parser's part
        ("“It rains.” She left.", "She", None),
    ],
)
def test_only_what_is_certain_is_set(text: str, word: str, starts: bool | None) -> None:
    doc = Sentences()(spacy.blank("en")(text))
    token = [token for token in doc if token.text == word][-1]
    assert token.is_sent_start is starts
