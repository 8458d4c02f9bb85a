"""The words by which two tellings may be of one kind of event."""

from __future__ import annotations

import pytest

from generator.dossier.stories.event_words import kinds, stem


@pytest.mark.parametrize(
    ("word", "inflected"),
    [
        ("die", "died"),
        ("poll", "polled"),
        ("fall", "falling"),
        ("agree", "agreed"),
        ("fire", "fired"),
        ("free", "freed"),
        ("carry", "carries"),
        ("pass", "passes"),
        ("time", "times"),
    ],
)
def test_inflections_have_one_stem_and_are_of_one_kind(word: str, inflected: str) -> None:
    assert kinds(inflected) == kinds(word)
    assert stem(inflected) == stem(word) or kinds(word)


def test_numbers_have_no_inflection() -> None:
    assert len({stem(number) for number in ("1", "10", "100", "1000", "11")}) == 5
