"""One person of two given names whom two papers tell of alike."""

from __future__ import annotations

import pytest

from tests.dossier.test_details_differ import differences


def test_one_person_of_two_given_names_told_alike() -> None:
    (found,) = differences(
        "Senator Carla Harlan called the hearing on the poisoned wells.",
        "The hearing on the poisoned wells was called by Senator Monica Harlan.",
    )
    assert (found.about, {v.value for v in found.values}) == (
        "the given name of a person",
        {"Carla Harlan", "Monica Harlan"},
    )


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "kin",
            "Carla Harlan and her sister called the hearing on the poisoned wells.",
            "Monica Harlan and her sister called the hearing on the poisoned wells.",
        ),
        (
            "another matter",
            "Carla Harlan called the hearing on the poisoned wells.",
            "Monica Harlan won the race around the lake at Tamir.",
        ),
        (
            "two offices",
            "Senator Carla Harlan called the hearing on the poisoned wells.",
            "The hearing on the poisoned wells was called by Representative Monica Harlan.",
        ),
        (
            "a short form",
            "Ed Harlan called the hearing on the poisoned wells.",
            "Edmund Harlan called the hearing on the poisoned wells.",
        ),
    ],
)
def test_two_of_a_surname(why: str, one: str, other: str) -> None:
    assert differences(one, other) == (), why
