"""What many pairs of bags of words or names have in common, found for all pairs at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np

from generator.dossier.stories.vectors import Array

Whole = np.ndarray[Any, np.dtype[np.intp]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Numbers = np.ndarray[Any, np.dtype[np.float64]]


class Bags:
    """Weighted terms, a bag a row.

    Attributes:
        filled: which bags hold anything.
    """

    def __init__(self, bags: Sequence[Mapping[str, float]], values: Mapping[str, float] | None = None) -> None:
        """Number the terms.

        Args:
            bags: terms and their weights.
            values: what a term is worth by itself; nothing where none is given.
        """
        self._terms: dict[str, int] = {}
        flat: list[int] = []
        for bag in bags:
            flat += [self._terms.setdefault(term, len(self._terms)) for term in bag]
        lengths = np.array([len(bag) for bag in bags], dtype=np.intp)
        worth = [(values or {}).get(term, 0.0) for term in self._terms]
        self._fill(
            np.repeat(np.arange(len(bags), dtype=np.intp), lengths),
            np.array(flat, dtype=np.intp),
            np.array([weight for bag in bags for weight in bag.values()], dtype=np.float64),
            lengths,
            np.array(worth or [0.0], dtype=np.float64),
        )

    @classmethod
    def numbered(cls, rows: Whole, terms: Whole, weights: Numbers, size: int) -> Bags:
        """As many bags as there are terms, which are numbers already: of each weight its bag and its term."""
        bags = cls([])
        bags._fill(rows, terms, weights, np.bincount(rows, minlength=size), np.zeros(size))
        return bags

    def _fill(self, rows: Whole, terms: Whole, weights: Numbers, lengths: Whole, values: Numbers) -> None:
        self._wide = len(values)
        self._lengths = lengths
        self._starts = np.concatenate([np.zeros(1, dtype=np.intp), np.cumsum(lengths)])[:-1]
        keys = rows.astype(np.int64) * self._wide + terms
        order = np.argsort(keys, kind="stable")
        self._held, self._keys, self._weights = terms[order], keys[order], weights[order]
        self._values = values
        self.filled: Flags = lengths > 0

    def common(self, ones: Whole, others: Whole) -> tuple[Array, Array, Array]:
        """Of each pair of rows: the sum of the products of the weights of the terms in both, of their values, and how many they are."""
        swap = self._lengths[ones] > self._lengths[others]
        few, many = np.where(swap, others, ones), np.where(swap, ones, others)
        lengths = self._lengths[few]
        pair = np.repeat(np.arange(len(few)), lengths)
        ends = np.cumsum(lengths)
        left = np.arange(len(pair)) - np.repeat(ends - lengths, lengths) + np.repeat(self._starts[few], lengths)
        at, hit = self._find(many[pair], self._held[left])
        pair, left, at = pair[hit], left[hit], at[hit]

        def summed(weights: Array | None) -> Array:
            return cast(Array, np.bincount(pair, weights=weights, minlength=len(few)).astype(np.float32))

        return summed(self._weights[left] * self._weights[at]), summed(self._values[self._held[left]]), summed(None)

    def hold(self, rows: Whole, terms: Whole) -> Flags:
        """Whether each row holds a term, given its number; -1 is in none."""
        return self._find(rows, terms)[1] & (terms >= 0)

    def numbers(self, terms: Sequence[str]) -> Whole:
        """The terms' numbers; -1 of one that no bag holds."""
        return np.array([self._terms.get(term, -1) for term in terms], dtype=np.intp)

    def _find(self, rows: Whole, terms: Whole) -> tuple[Whole, Flags]:
        if not len(self._keys):
            return np.zeros(len(rows), dtype=np.intp), np.zeros(len(rows), dtype=np.bool_)
        keys = rows.astype(np.int64) * self._wide + terms
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return at, self._keys[at] == keys
