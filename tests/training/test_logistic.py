"""The one logistic regression of the recipe: a row counts as often as it says, and a ridge holds weights to nothing."""

from __future__ import annotations

import numpy as np

from training.logistic import logistic
from training.quote_confidence import RARE, of_signs

TABLE = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
RIGHT = np.array([0.0, 1.0, 0.0, 1.0])
RIDGE = np.array([0.5, 0.5])


def test_the_weights_are_where_the_loss_is_least() -> None:
    weights = logistic(TABLE, RIGHT, RIDGE)
    share = 1 / (1 + np.exp(-TABLE @ weights))
    assert np.allclose(TABLE.T @ (share - RIGHT) + RIDGE * weights, 0, atol=1e-9)


def test_a_row_that_counts_twice_is_two_rows() -> None:
    counted = logistic(TABLE, RIGHT, RIDGE, np.array([1.0, 2.0, 1.0, 1.0]))
    assert np.allclose(counted, logistic(TABLE[[0, 1, 1, 2, 3]], RIGHT[[0, 1, 1, 2, 3]], RIDGE))
    assert not np.allclose(counted, logistic(TABLE, RIGHT, RIDGE))


def test_more_ridge_makes_weights_smaller() -> None:
    assert abs(logistic(TABLE, RIGHT, 10 * RIDGE)[1]) < abs(logistic(TABLE, RIGHT, RIDGE)[1])


def test_a_sign_that_few_quotations_have_gets_no_weight() -> None:
    rows = [({"near": 1.0}, n % 4 > 0, f"article {n}") for n in range(40)]
    rows += [({"seldom": 1.0}, False, "another") for _ in range(RARE - 1)]
    assert of_signs(rows, 1.0).keys() == {"always", "near"}
    rows += [({"seldom": 1.0}, False, "another")]
    assert of_signs(rows, 1.0)["seldom"] < 0 < of_signs(rows, 1.0)["near"]
