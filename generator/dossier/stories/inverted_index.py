"""Which texts are worth comparing: those that share telling words, found over an inverted index.

The cost grows with the number of texts and with how many may share a word, not with the number of pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import Any


def neighbours(
    texts: Sequence[Iterable[tuple[Any, float]]], most: int, broad: float, least: float = 0.0
) -> set[tuple[int, int]]:
    """Pairs of texts, each of which is among the most alike of the other.

    Args:
        texts: the words of each text and their weights.
        most: how many neighbours one text has.
        broad: how many texts may hold a word by which others are looked up.
        least: the shared weight (the sum of products) from which two are neighbours.

    Returns:
        Pairs of numbers, the lower first.
    """
    rows = [list(words) for words in texts]
    holders: dict[Any, list[tuple[int, float]]] = {}
    for number, words in enumerate(rows):
        for word, weight in words:
            holders.setdefault(word, []).append((number, weight))
    pairs = set()
    for number, words in enumerate(rows):
        shared: dict[int, float] = {}
        for word, weight in words:
            if len(holders[word]) <= broad:
                for other, theirs in holders[word]:
                    shared[other] = shared.get(other, 0.0) + weight * theirs
        shared.pop(number, None)
        for other, share in nlargest(most, shared.items(), key=lambda pair: (pair[1], -pair[0])):
            if share >= least:
                pairs.add((min(number, other), max(number, other)))
    return pairs
