"""Of a thousand days in one sentence only those nearby are looked at, and none that counts is left out."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from generator.building.run import build
from generator.dossier.differences.article import AGED, AHEAD, NEIGHBOURS_COUNTED, _before
from generator.dossier.differences.figures import figures
from generator.dossier.differences.said import _near
from generator.records.model import Part


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
        assert len(near) <= NEIGHBOURS_COUNTED
        touched = [(s, e) for s, e in taken if s < end and start < e]
        assert any(s < end and start < e for s, e in near) == bool(touched)


@pytest.mark.parametrize("seed", range(20))
def test_what_a_part_touches_is_near(seed: int) -> None:
    chance = random.Random(seed)
    taken = spans(chance, 300)
    taken = sorted(taken + [(s, s + 1) for s, _ in taken[::3]])  # an amount in a time
    for _ in range(100):
        start = chance.randint(0, taken[-1][1])
        part = Part(role="object", start=start, end=start + chance.randint(1, 9))
        near = _near(taken, part)
        touched = any(s < part.end and part.start < e for s, e in taken)
        assert any(s < part.end and part.start < e for s, e in near) == touched


@pytest.mark.parametrize(
    ("text", "aged"), [("Ann Field, ", True), ("the man, aged ", True), ("it damaged ", False), ("a storm ", False)]
)
def test_an_age_is_seen_in_the_few_letters_before_it(text: str, aged: bool) -> None:
    assert bool(AGED.search(text)) == aged
    assert bool(AGED.search(text[-AHEAD:])) == aged


def test_a_row_of_four_hundred_digits_is_no_number() -> None:
    assert list(figures(f"It cost {'7' * 400} dollars.")) == []
    assert [f.value for f in figures("It cost more than 50 dollars.")] == [50]


def test_an_article_of_digits_makes_a_briefing(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(
        f"The council met on Monday.\n\nIt paid ${'7' * 900} for {'8' * 900} boats.\n", "utf-8"
    )
    build(tmp_path, jobs=1)
    data = (tmp_path / "docs" / "data" / "facts.json").read_text("utf-8")
    assert "null" not in re.findall(r'"value": ([^,]*)', data)
