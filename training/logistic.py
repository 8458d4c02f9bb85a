"""Logistic regression with ridge, by Newton's method: what the small readable models of the recipe are fitted with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEPS = 20  # more than any of the fits needs


def logistic(
    table: NDArray[np.float64],
    right: NDArray[np.float64],
    ridge: NDArray[np.float64],
    counts: NDArray[np.float64] | float = 1.0,
) -> NDArray[np.float64]:
    """The weights of the features.

    Args:
        table: a row for each example, a column for each feature.
        right: 1 for each example that is one, else 0.
        ridge: how strongly each weight is held to 0.
        counts: as how many examples each row counts.
    """
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-table @ weights))
        gradient = table.T @ (counts * (share - right)) + ridge * weights
        hessian = (table * (counts * share * (1 - share))[:, None]).T @ table + np.diag(ridge)
        weights -= np.linalg.solve(hessian, gradient)
    return weights
