"""Of a thousand days in one sentence only those nearby are looked at, and none that counts is left out."""

from __future__ import annotations

import random

import pytest

from generator.dossier.differences.counting import AGED, AHEAD, NEIGHBOURS, _before
from generator.dossier.differences.said import _near
from generator.records.model import Detail, Part


def spans(chance: random.Random, count: int) -> list[tuple[int, int]]:
    """Spans in their order, none over another."""
    found, at = [], 0
    for _ in range(count):
        at += chance.randint(0, 4)
        found.append((at, at := at + chance.randint(1, 6)))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_what_a_figure_stands_in_is_among_the_few_before_it(seed: int) -> None:
    chance = random.Random(seed)
    taken = spans(chance, 200)
    for _ in range(100):
        start = chance.randint(0, taken[-1][1])
        end = start + chance.randint(1, 2)
        near = _before(taken, end)
        assert len(near) <= NEIGHBOURS
        touched = [(s, e) for s, e in taken if s < end and start < e]
        assert any(s < end and start < e for s, e in near) == bool(touched)


@pytest.mark.parametrize("seed", range(20))
def test_what_a_part_touches_is_near(seed: int) -> None:
    chance = random.Random(seed)
    taken = spans(chance, 300)
    parts = tuple(
        Part(role="object", start=at, end=at + chance.randint(1, 9))
        for at in sorted(chance.randint(0, taken[-1][1]) for _ in range(4))
    )
    detail = Detail(start=0, end=1, kind="time", role="", status="told", parts=parts)
    touched = {(s, e) for s, e in taken for p in parts if s < p.end and p.start < e}
    assert touched <= set(_near(taken, detail))


def test_no_part_is_near_nothing() -> None:
    assert list(_near([(0, 5)], Detail(start=0, end=1, kind="time", role="", status="told"))) == []


@pytest.mark.parametrize(
    ("text", "aged"), [("Ann Field, ", True), ("the man, aged ", True), ("it damaged ", False), ("a storm ", False)]
)
def test_an_age_is_seen_in_the_few_letters_before_it(text: str, aged: bool) -> None:
    assert bool(AGED.search(text)) == aged
    assert bool(AGED.search(text[-AHEAD:])) == aged
