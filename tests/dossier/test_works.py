"""Long names that differ by a plural."""

from __future__ import annotations

import pytest

from tests.dossier.test_differences import article, differences, values


def test_a_plural_within_a_name() -> None:
    one, two = (
        "They met in Aldmouth for the series “Keepers of Light”.",
        "In Aldmouth she played in Keeper of Light, a series.",
    )
    (found,) = differences(article("a", one), article("b", two))
    assert (found.about, sorted(values(found))) == ("the wording of a name", ["Keeper of Light", "Keepers of Light"])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # the first word of a sentence is no name
        ("He came to Aldmouth. Letters of Astley were burned.", "He left Aldmouth with a Letter of Astley."),
        ("In Aldmouth he read the Book of Songs.", "In Aldmouth he read the Book of Song."),  # the last word
        ("In Aldmouth he met a Duke of Astley.", "In Aldmouth he met two Dukes of Astley, one a Duke of Astley since May."),
    ],
)
def test_plurals_that_are_others(one: str, two: str) -> None:
    assert differences(article("a", one), article("b", two)) == ()
