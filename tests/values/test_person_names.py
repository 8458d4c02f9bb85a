"""Two names of one person, and two persons of one name."""

from __future__ import annotations

import pytest

from generator.values.person_names import alike, keys, person_name

ONE = [
    ("Ann Field", "Ann M. Field"),
    ("Ann Field", "Ann Moor Field"),
    ("Robert S. Moorer III", "Robert Moorer"),
    ("Bob Moorer", "Robert S. Moorer"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Field Ann", "Ann Field"),
    ("Enrique Peña Norte", "Enrique Pena Norte"),
    ("Peña Norte", "Enrique Peña Norte"),
    ("Enrique Peña", "Enrique Peña Norte"),
    ("Mohammed al-Reed", "Muhammad Reed"),
    ("Mohammed Reed", "Mohamed Reed"),
    ("Kristin Field", "Kristen Field"),
    ("J. Edgar Reed", "John Edgar Reed"),
    ("Mallam Abu Field", "Abu Field"),
    ("Moammar Gadhafi", "Muammar Gaddafi"),
]
TWO = [
    ("Ann Field", "John Field"),
    ("George W. Field", "George H. W. Field"),
    ("Ann Field Jr.", "Ann Field Sr."),
    ("Jon Reed", "Jan Reed"),
    ("Maria Reed", "Mario Reed"),
    ("Ann B. Field", "Ann C. Field"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Tamer Reed", "Dzhokhar Reed"),
    ("Tim Robertson", "Tom Robertson"),
    ("Ivan Reed", "John Reed"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_person_s_names_are_alike_and_share_a_key(one: str, other: str) -> None:
    first, second = person_name(one), person_name(other)
    assert alike(first, second)
    assert alike(second, first)
    assert set(keys(first)) & set(keys(second))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_brothers_fathers_and_sons_are_two(one: str, other: str) -> None:
    assert not alike(person_name(one), person_name(other))


def test_letters_after_a_name_are_no_surname() -> None:
    assert person_name("Ann Field DBE").surname == "field"
    assert person_name("Ann Field, Jr.").suffix == "jr"
