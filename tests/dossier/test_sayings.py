"""Sayings that were taken for one: the day of one dates none that says something else."""

from __future__ import annotations

from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.sayings import parted
from generator.dossier.stories.vectors import shipped
from tests.dossier.stories import Told, story

MONDAY = OwnDay("2020-05-04", "2020-05-04", "2020-05-04", Ground.RECKONED, None)
DATED = "Ada Velden {} on Monday that the bridge had been closed by the harbour office."
LIKE = "The bridge had been closed by the harbour office, Ada Velden {}."
UNLIKE = "Ada Velden {} that her brother liked old films and cheap wine."


def parts(*sentences: str, word: str = "said", day: OwnDay | None = MONDAY) -> list[list[int]]:
    record = story("a", "2020-05-05", *(Told(sentence.format(word), word) for sentence in sentences))
    return parted(range(len(sentences)), mentions([record], {}), [day, *[None] * (len(sentences) - 1)], shipped())


def test_what_is_unlike_is_no_more_of_a_saying_with_a_day() -> None:
    assert parts(DATED, LIKE, UNLIKE) == [[0, 1], [2]]
    assert parts(DATED, UNLIKE, LIKE, word="wrote") == [[0, 2], [1]]


def test_what_happened_is_one_in_other_words() -> None:
    assert parts(DATED, UNLIKE, word="confirmed") == [[0, 1]]


def test_without_a_day_of_its_own_none_is_the_better() -> None:
    assert parts(DATED, UNLIKE, day=None) == [[0, 1]]
    assert parts(DATED, UNLIKE, day=OwnDay("2020-05-05", "2020-05-05", "2020-05-05", Ground.PUBLISHED, None)) == [[0, 1]]
