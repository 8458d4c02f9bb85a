"""One moment that two papers tell a few minutes apart."""

from __future__ import annotations

import pytest

from tests.dossier.test_details_differ import differences

ONE = "The keeper of Astley saved the last shot on Monday and the final was over at 10:47 p.m., to loud cheers."

AGREED = "It was 10:47 p.m. on Monday when the final in Astley ended."


def test_a_moment_told_two_minutes_apart() -> None:
    two = "At 10:49 p.m. on Monday the goalkeeper Irena Volk caught the ball, and Astley had won the final."
    (found,) = differences(ONE, AGREED, two)
    assert (found.kind, found.about, sorted(v.value for v in found.values)) == ("date", "the minute", ["22:47", "22:49"])


@pytest.mark.parametrize(
    "two",
    [
        "At 10:47 p.m. on Monday the goalkeeper Irena Volk caught the ball, and Astley had won the final.",
        "At 10:45 p.m. on Monday the goalkeeper Irena Volk caught the ball, and Astley had won the final.",  # round
        "At 10:53 p.m. on Monday the goalkeeper Irena Volk caught the ball, and Astley had won the final.",  # far
        "At 10:49 p.m. on Thursday the goalkeeper Irena Volk caught the ball, and Astley had won the final.",  # another day
        # one thing after the other
        "At 10:49 p.m. on Monday Irena Volk of Astley caught the ball in the final. At 10:58 p.m. on Monday she went home.",
    ],
)
def test_moments_that_are_one_or_two(two: str) -> None:
    assert differences(ONE, AGREED, two) == ()


def test_of_two_papers_each_may_tell_of_a_moment_of_its_own() -> None:
    assert differences(ONE, "At 10:49 p.m. on Monday the goalkeeper Irena Volk of Astley had won the final.") == ()
