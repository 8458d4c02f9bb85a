"""What many pairs have in common, and which pairs are judged at all."""

from __future__ import annotations

import numpy as np

from generator.dossier.stories.bags import Bags
from generator.dossier.stories.pairs import nearest

ROWS = [{"tram": 0.6, "bridge": 0.8}, {}, {"bridge": 0.5, "river": 0.5, "tram": 0.7}, {"goat": 1.0}]


def test_pairs_share_what_both_bags_hold() -> None:
    bags = Bags(ROWS, {"tram": 2.0, "bridge": 5.0})
    ones, others = np.array([0, 0, 1, 2]), np.array([2, 3, 2, 2])
    weights, values, count = bags.common(ones, others)
    assert np.allclose(weights, [0.6 * 0.7 + 0.8 * 0.5, 0, 0, 0.5**2 + 0.5**2 + 0.7**2])
    assert values.tolist() == [7.0, 0, 0, 7.0]
    assert count.tolist() == [2, 0, 0, 3]
    assert bags.filled.tolist() == [True, False, True, True]


def test_a_bag_is_asked_for_a_term() -> None:
    bags = Bags(ROWS)
    river, unknown = bags.numbers(["river", "lake"])
    assert unknown == -1
    assert bags.hold(np.array([0, 2, 2]), np.array([river, river, unknown])).tolist() == [False, True, False]


def test_bags_may_all_be_empty() -> None:
    assert Bags([{}, {}]).common(np.array([0]), np.array([1]))[2].tolist() == [0]


def test_only_the_most_alike_pairs_of_either_side_are_kept() -> None:
    pairs = [(0, 1), (0, 2), (0, 3), (2, 3)]
    assert nearest(pairs, np.array([0.9, 0.5, 0.1, 0.8], dtype=np.float32), 1) == [(0, 1), (2, 3)]
    assert nearest(pairs, np.array([0.5, 0.5, 0.5, 0.5], dtype=np.float32), 1) == [(0, 1), (0, 2), (0, 3)]
    assert nearest([], np.array([], dtype=np.float32), 1) == []
