"""The words by which two tellings may be of one kind of event."""

from __future__ import annotations

import pytest

from generator.dossier.stories import event_words
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


LISTS = ("SAYING_FORMS", "ANNOUNCING", "UNDER_WAY", "SEEMING", "MINDS", "LASTING", "WITNESSING", "LIGHT")


@pytest.mark.parametrize("name", LISTS)
def test_each_list_of_words_is_of_one_thing(name: str) -> None:
    """No word stands in two lists, so that each list can be read and judged by itself."""
    own = getattr(event_words, name)
    others = frozenset[str]().union(*(getattr(event_words, other) for other in LISTS if other != name))
    assert own & others == frozenset()


def test_what_is_made_known_is_news_and_what_is_only_felt_is_none() -> None:
    assert {"announced", "said"} <= event_words.MADE_KNOWN
    assert not event_words.MADE_KNOWN & event_words.IDLE
    assert {"hoped", "remains"} <= event_words.IDLE
