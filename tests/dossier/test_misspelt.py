"""Rare names in two spellings, found from the words themselves; what only looks like one."""

from __future__ import annotations

import pytest

from tests.dossier.test_differences import article, differences, values

ONE = "The bill came from {}, the power company of Aldmouth, on Monday."
TWO = "Aldmouth's provider {} confirmed the error and sent another bill."


@pytest.mark.parametrize(("one", "other"), [("Ostrelac", "Ostrelec"), ("Sandlowick", "Sandlwick")])
def test_a_rare_name_in_two_spellings(one: str, other: str) -> None:
    (found,) = differences(article("a", ONE.format(one)), article("b", TWO.format(other)))
    assert (found.kind, sorted(values(found))) == ("name", sorted([one, other]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ostrelac", "Ostrelac"),
        ("Ostrelac", "Astrelac"),  # begins otherwise
        ("Ostrela", "Ostrelas"),  # a plural
        ("Petroskov", "Petroskova"),  # a woman
        ("Lovable", "Loveable"),  # made of a known word
        ("Tintavour", "Tintavor"),  # British and American
        ("Bo Ostrelac", "Ann Ostrelec"),  # two given names
        ("Hansen", "Hanson"),  # both are known names
        ("OSTRELAC", "OSTRELEC"),  # shouted
        ("Ostra", "Ostri"),  # short
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert differences(article("a", ONE.format(one)), article("b", TWO.format(other))) == ()


def test_a_surname_that_its_article_also_writes_as_the_others_do() -> None:
    known = "Ofer Ostrelac, the engineer of Aldmouth, signed the bill."
    both = known + " “It was an error,” said Ostrelec."
    (found,) = differences(article("a", known), article("b", both))
    assert sorted(values(found)) == ["Ostrelac", "Ostrelec"]
