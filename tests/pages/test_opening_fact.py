"""What opens the first page is not said again in the list below it."""

from __future__ import annotations

import pytest

from generator.dossier.model import Passage
from generator.pages.front import _word_for_word


def _span(start: int, end: int, source: str = "a") -> Passage:
    return Passage(source, start, end, "x" * (end - start))


@pytest.mark.parametrize(
    ("other", "held"),
    [
        (_span(10, 50), True),
        (_span(0, 50), True),
        (_span(20, 40), True),
        (_span(40, 90), False),
        (_span(10, 50, "b"), False),
    ],
)
def test_a_fact_that_holds_the_lede_or_stands_in_it_is_the_same(other: Passage, held: bool) -> None:
    assert _word_for_word(_span(10, 50), other) is held
