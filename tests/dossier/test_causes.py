"""Whose cause nobody knows, here, and is named there."""

from __future__ import annotations

import pytest

from tests.dossier.test_differences import article, differences, values

NAMED = "The water works of Aldmouth confirmed the error. A point was accidentally moved, they said."
UNKNOWN = "The water works of Aldmouth said they did not know how the error had occurred."


@pytest.mark.parametrize(
    ("named", "unknown"),
    [
        (NAMED, UNKNOWN),
        ("The blaze in Aldmouth was caused by a cigarette.", "The cause of the blaze is not known, Aldmouth police said."),
        ("In Aldmouth the blaze was blamed on a cigarette.", "In Aldmouth it is unclear what caused the blaze."),
    ],
)
def test_a_cause_that_one_names_and_another_does_not_know(named: str, unknown: str) -> None:
    (found,) = differences(article("a", named), article("b", unknown))
    assert (found.kind, sorted(values(found))) == ("claim", ["named", "not known"])


@pytest.mark.parametrize(
    ("named", "unknown"),
    [
        (NAMED, "The water works of Aldmouth said they did not know how the flood had occurred."),  # of something else
        ("The water works of Aldmouth confirmed the error. A point may have been accidentally moved.", UNKNOWN),  # supposed
        (NAMED, UNKNOWN + " In fact the error came about when a point was accidentally moved."),  # it tells both
    ],
)
def test_causes_that_nobody_disputes(named: str, unknown: str) -> None:
    assert differences(article("a", named), article("b", unknown)) == ()


@pytest.mark.parametrize("later", ["2020-05-05", "2020-06-04"])
def test_who_knew_nothing_earlier_or_weeks_apart_contradicts_nobody(later: str) -> None:
    earlier = ("2020-05-04", later) if later == "2020-05-05" else (later, "2020-05-04")
    assert differences(article("b", UNKNOWN, published=earlier[0]), article("a", NAMED, published=earlier[1])) == ()
