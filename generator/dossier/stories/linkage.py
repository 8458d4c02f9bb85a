"""From judged pairs to groups: average linkage over a sparse graph.

Two groups are one where the mean over all pairs across them is high enough; a pair that nobody compared counts as unlike. What is high
enough falls with the number of pairs, since a mean over many is surer than one judgement. The pair of groups that exceeds it most comes
first, and of equals the first, so that nothing but the mentions' order decides.
(Müllner 2011, "Modern hierarchical, agglomerative clustering algorithms", for the update; a heap with lazy deletion for the order.)
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Least:
    """The mean likeness from which two groups are one."""

    alone: float  # of two mentions
    many: float  # of groups with ever more pairs across them

    def of(self, pairs: int) -> float:
        """For groups with so many pairs across them."""
        return self.many + (self.alone - self.many) / sqrt(pairs)


def average_linkage(size: int, pairs: Iterable[tuple[int, int, float]], least: Least) -> list[list[int]]:
    """Groups of 0 … size - 1, in the order of their first members.

    Args:
        size: how many there are.
        pairs: two and how likely they are one, each pair once.
        least: from where two groups are one.
    """
    sums: list[dict[int, float]] = [{} for _ in range(size)]  # over the pairs across two groups
    for one, other, share in pairs:
        sums[one][other] = sums[other][one] = share
    members = [[n] for n in range(size)]

    def margin(one: int, other: int) -> float:
        across = len(members[one]) * len(members[other])
        return sums[one][other] / across - least.of(across)

    heap = [(-margin(one, other), one, other) for one in range(size) for other in sums[one] if one < other]
    heap = [entry for entry in heap if entry[0] <= 0]
    heapq.heapify(heap)
    while heap:
        beyond, one, other = heapq.heappop(heap)
        if other not in sums[one] or -beyond != margin(one, other):
            continue  # one of them has been joined to another since
        members[one] += members[other]
        members[other] = []
        del sums[one][other], sums[other][one]
        for third, total in sums[other].items():
            del sums[third][other]
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
        sums[other] = {}
        for third in sums[one]:
            if (now := margin(one, third)) >= 0:
                heapq.heappush(heap, (-now, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members if group)
