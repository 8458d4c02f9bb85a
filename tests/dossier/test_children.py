"""How many children a person has; and one person of two given names whom two papers tell of alike."""

from __future__ import annotations

import pytest

from tests.dossier.test_details_differ import differences


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Ruth Stone, a mother of three, opened a bakery in Karl.",
            "The bakery in Karl belongs to Ruth Stone, 41, a mother of four.",
            {"3", "4"},
        ),
        (
            "Father of two Karl Ames swam across the lake at Tamir on Sunday.",
            "Karl Ames is a father of 5 and swam across the lake at Tamir.",
            {"2", "5"},
        ),
    ],
)
def test_a_person_of_two_numbers_of_children(one: str, other: str, values: set[str]) -> None:
    (found,) = differences(one, other)
    assert (found.kind, {v.value for v in found.values}) == ("figure", values)


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "of another person",
            "Ruth Stone, a mother of three, opened a bakery in Karl.",
            "Olga Brandt, a mother of four, opened a bakery in Karl.",
        ),
        (
            "beside nobody",
            "Ruth Stone opened a bakery in Karl.",
            "A mother of four and Ruth Stone opened a bakery in Karl.",
        ),
        (
            "the same number",
            "Ruth Stone, a mother of three, opened a bakery in Karl.",
            "Ruth Stone, mother of 3, opened a bakery in Karl.",
        ),
        (
            "the child of several",
            "Ruth Stone, mother of one of the victims, opened a bakery in Karl.",
            "Ruth Stone, a mother of two, opened a bakery in Karl.",
        ),
        (
            "the age of a child",
            "Ruth Stone, mother of 9-year-old Bo, opened a bakery in Karl.",
            "Ruth Stone, a mother of two, opened a bakery in Karl.",
        ),
        (
            "her sons",
            "Ruth Stone, a mother of two sons and a daughter, opened a bakery in Karl.",
            "Ruth Stone, a mother of three, opened a bakery in Karl.",
        ),
        (
            "a name",
            "Ruth Stone, mother of One Dawn singer Bo Reed, opened a bakery in Karl.",
            "Ruth Stone, a mother of two, opened a bakery in Karl.",
        ),
    ],
)
def test_what_is_no_other_number_of_children(why: str, one: str, other: str) -> None:
    assert differences(one, other) == (), why


def test_one_person_of_two_given_names_told_alike() -> None:
    (found,) = differences(
        "Senator Wendy Harlan called the hearing on the poisoned wells.",
        "The hearing on the poisoned wells was called by Senator Debbie Harlan.",
    )
    assert (found.about, {v.value for v in found.values}) == (
        "the given name of a person",
        {"Wendy Harlan", "Debbie Harlan"},
    )


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "kin",
            "Wendy Harlan and her sister called the hearing on the poisoned wells.",
            "Debbie Harlan and her sister called the hearing on the poisoned wells.",
        ),
        (
            "another matter",
            "Wendy Harlan called the hearing on the poisoned wells.",
            "Debbie Harlan won the race around the lake at Tamir.",
        ),
        (
            "two offices",
            "Senator Wendy Harlan called the hearing on the poisoned wells.",
            "The hearing on the poisoned wells was called by Representative Debbie Harlan.",
        ),
        (
            "a short form",
            "Deb Harlan called the hearing on the poisoned wells.",
            "Deborah Harlan called the hearing on the poisoned wells.",
        ),
    ],
)
def test_two_of_a_surname(why: str, one: str, other: str) -> None:
    assert differences(one, other) == (), why
