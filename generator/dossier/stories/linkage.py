"""From judged pairs to groups: average linkage over a sparse graph.

Two groups are one where the mean over all pairs across them is high enough; a pair that nobody compared counts as unlike, at a discount.
Of the pairs of groups the most alike come first, and of equals the first, so that nothing but the mentions' order decides.
(Müllner 2011, "Modern hierarchical, agglomerative clustering algorithms", for the update; a heap with lazy deletion for the order.)
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

Edge = tuple[float, int]  # the sum of likenesses, and how many pairs were compared


def average_linkage(size: int, pairs: Iterable[tuple[int, int, float]], least: float, discount: float) -> list[list[int]]:
    """Groups of 0 … size - 1, in the order of their first members.

    Args:
        size: how many there are.
        pairs: two and how likely they are one, each pair once.
        least: the mean likeness from which two groups are one.
        discount: how much a pair that was not compared counts, beside one that was.
    """
    edges: list[dict[int, Edge]] = [{} for _ in range(size)]
    for one, other, share in pairs:
        edges[one][other] = edges[other][one] = (share, 1)
    members = [[n] for n in range(size)]

    def mean(one: int, other: int) -> float:
        total, compared = edges[one][other]
        possible = len(members[one]) * len(members[other])
        return total / (compared + discount * (possible - compared))

    heap = [
        (-share, one, other)
        for one in range(size)
        for other, (share, _) in edges[one].items()
        if one < other and share >= least
    ]
    heapq.heapify(heap)
    while heap:
        share, one, other = heapq.heappop(heap)
        if not members[one] or not members[other] or other not in edges[one] or -share != mean(one, other):
            continue
        members[one] += members[other]
        members[other] = []
        del edges[one][other], edges[other][one]
        for third, (total, compared) in edges[other].items():
            del edges[third][other]
            before, had = edges[one].get(third, (0.0, 0))
            edges[one][third] = edges[third][one] = (before + total, had + compared)
        edges[other] = {}
        for third in edges[one]:
            if (now := mean(one, third)) >= least:
                heapq.heappush(heap, (-now, min(one, third), max(one, third)))
    return [sorted(group) for group in members if group]
