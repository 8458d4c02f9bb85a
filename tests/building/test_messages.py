"""Many sentences of one kind become a few."""

from __future__ import annotations

from generator.building.messages import summarised


def test_a_few_are_told_whole() -> None:
    lines = [f"{n}.txt has no date." for n in range(4)]
    assert summarised(lines) == lines


def test_many_of_one_kind_are_counted_and_others_stay() -> None:
    lines = [*(f"{n}.txt has no date: add it to {n}.yml." for n in range(1200)), "x.pdf is scanned."]
    told = summarised(lines)
    assert told == [*lines[:3], "1,197 more articles likewise, up to 1199.txt.", "x.pdf is scanned."]
