"""How likely two mentions tell of one event: boosted trees, in JSON (made by `training/same_event.py`).

A first forest looks at the two (`features.NAMES`), a second one at the same and at what all pairs say of them (`context.NAMES`); the mean
of both log-odds counts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from generator.dossier.stories import context
from generator.dossier.stories.features import PAIR_FEATURES
from generator.dossier.stories.linkage import Least
from generator.dossier.stories.vectors import Array

MODEL_FILE = Path(__file__).parent / "data" / "same_event.json"
ROWS_AT_ONCE = 4096  # rows that fit a processor's cache
Whole = np.ndarray[Any, np.dtype[np.intp]]


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes in parallel lists; a leaf leads to itself."""

    feature: Whole
    least: Array  # a row with more goes right
    next: Whole  # of each node two: where the others and the former go
    value: Array  # of a leaf, log-odds
    depth: int

    def judge(self, rows: Array, starts: Whole) -> Array:
        """The log-odds that the tree adds, a row.

        Args:
            rows: all rows, one behind the other.
            starts: where each begins.
        """
        at = np.zeros(len(starts), dtype=np.intp)
        for _ in range(self.depth):
            right = rows.take(self.feature.take(at) + starts) > self.least.take(at)
            at = self.next.take(2 * at + right)
        return self.value.take(at)


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose sum is the log-odds of one event."""

    trees: tuple[Tree, ...]
    base: float

    def odds(self, rows: Array) -> Array:
        """The log-odds, a row."""
        odds = np.full(len(rows), self.base, dtype=np.float32)
        for first in range(0, len(rows), ROWS_AT_ONCE):
            some = np.ascontiguousarray(rows[first : first + ROWS_AT_ONCE])
            flat, starts = some.ravel(), np.arange(len(some), dtype=np.intp) * rows.shape[1]
            for tree in self.trees:
                odds[first : first + ROWS_AT_ONCE] += tree.judge(flat, starts)
        return odds


@dataclass(frozen=True, slots=True)
class Model:
    """The forests, and from where what they say counts as one event.

    Attributes:
        least: the mean likeness from which two groups of mentions are one event.
        least_many_stories: the same in a dossier of many articles, which may tell of many stories.
    """

    first: Forest
    second: Forest
    least: Least
    least_many_stories: Least

    def at_first(self, rows: Array) -> Array:
        """How likely each pair is one event, 0 to 1, by itself."""
        return likely(self.first.odds(rows))

    def at_last(self, rows: Array, amid: Array) -> Array:
        """And amid all others.

        Args:
            rows: what the first look saw.
            amid: what all pairs say, as `context.table` has it.
        """
        first = amid[:, list(context.CONTEXT_FEATURES).index("odds")]
        return likely(np.float32(0.5) * (first + self.second.odds(np.hstack([rows, amid]))))


def likely(odds: Array) -> Array:
    """The likelihood of log-odds."""
    return (1 / (1 + np.exp(-odds))).astype(np.float32)


def read(text: str) -> Model:
    """The model of its JSON.

    Raises:
        ValueError: it was trained on other features.
    """
    data = json.loads(text)
    if data["features"] != list(PAIR_FEATURES) or data["amid"] != list(context.CONTEXT_FEATURES):
        raise ValueError("same_event.json was trained on other features: run training/same_event.py")
    return Model(
        _forest(data["first"]), _forest(data["second"]), Least(*data["least"]), Least(*data["least_of_many_stories"])
    )


def _forest(data: dict[str, Any]) -> Forest:
    return Forest(tuple(_tree(nodes) for nodes in data["trees"]), data["base"])


def _tree(nodes: Sequence[Sequence[float]]) -> Tree:
    """A tree of its nodes: a leaf is its value alone, another node the feature, the threshold, and its two children."""
    count = range(len(nodes))
    inner = [len(node) > 1 for node in nodes]
    depth = [0] * len(nodes)
    for n in count:  # children stand behind their parent
        if inner[n]:
            depth[int(nodes[n][2])] = depth[int(nodes[n][3])] = depth[n] + 1
    return Tree(
        feature=np.array([int(nodes[n][0]) if inner[n] else 0 for n in count], dtype=np.intp),
        least=np.array([nodes[n][1] if inner[n] else 0 for n in count], dtype=np.float32),
        next=np.array([to for n in count for to in (map(int, nodes[n][2:4]) if inner[n] else (n, n))], dtype=np.intp),
        value=np.array([0.0 if inner[n] else nodes[n][0] for n in count], dtype=np.float32),
        depth=max(depth, default=0),
    )


@cache
def shipped() -> Model:
    """The model that comes with the generator."""
    return read(MODEL_FILE.read_text(encoding="utf-8"))
