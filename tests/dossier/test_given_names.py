"""One person with two given names, and families."""

from __future__ import annotations

import pytest

from generator.dossier.model import Difference
from tests.dossier.test_differences import article, differences, values
from tests.records import entity


def found_in(one: str, name: str, two: str, other: str) -> tuple[Difference, ...]:
    return differences(article("a", one, people=[entity(one, 2, name)]), article("b", two, people=[entity(two, 2, other)]))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The wreck in Aldmouth was no accident, said coroner Bo Ostrand.",
            "Many drowned in Aldmouth, coroner Max Ostrand said.",
        ),
        ("Max Ostrand, the coroner, came to Aldmouth.", "A wreck lies off Aldmouth, said the coroner Bo Ostrand."),
        (
            "Fans in Aldmouth recalled Bo Ostrand, Ann Field and Kim Dale.",
            "In Aldmouth stand statues of Ann Field, Ben Ostrand and Sue Reed.",
        ),
    ],
)
def test_one_person_with_two_given_names(one: str, two: str) -> None:
    names = [next(n for n in ("Bo Ostrand", "Max Ostrand", "Ben Ostrand") if n in text) for text in (one, two)]
    (found,) = found_in(one, names[0], two, names[1])
    assert (found.about, sorted(values(found))) == ("the given name of a person", sorted(names))


@pytest.mark.parametrize(
    ("one", "name", "two", "other"),
    [
        # nothing shows that they are one
        ("Bo Ostrand drowned off Aldmouth.", "Bo Ostrand", "Max Ostrand saw the wreck off Aldmouth.", "Max Ostrand"),
        # kin
        ("Her brother Bo Ostrand came to Aldmouth.", "Bo Ostrand", "Her brother Max Ostrand left Aldmouth.", "Max Ostrand"),
        # a nickname
        (
            "In Aldmouth coroner William Ostrand spoke.",
            "William Ostrand",
            "In Aldmouth coroner Bill Ostrand spoke.",
            "Bill Ostrand",
        ),
        # in a list with other initials: a pair, perhaps
        (
            "Fans in Aldmouth recalled Bo Ostrand, Ann Field and Kim Dale.",
            "Bo Ostrand",
            "In Aldmouth stand statues of Ann Field, Max Ostrand and Sue Reed.",
            "Max Ostrand",
        ),
    ],
)
def test_two_people(one: str, name: str, two: str, other: str) -> None:
    assert found_in(one, name, two, other) == ()


def test_an_article_that_names_both_knows_two() -> None:
    one, two = "In Aldmouth coroner Bo Ostrand spoke.", "In Aldmouth coroner Max Ostrand spoke, and so did Bo Ostrand."
    records = [
        article("a", one, people=[entity(one, 2, "Bo Ostrand")]),
        article("b", two, people=[entity(two, 2, "Max Ostrand"), entity(two, 3, "Bo Ostrand")]),
    ]
    assert differences(*records) == ()
