"""Who did it: two doers of one deed, and what only looks like two."""

from __future__ import annotations

import pytest

from tests.dossier.test_details_differ import differences


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The window of the chapel in Karl was broken by two pupils, police said.",
            "The window of the chapel in Karl was broken by a drunken tourist, police said.",
        ),
        (
            "The group Iron Dawn claimed responsibility for the blast in the port of Meret.",
            "The Northern Front claimed responsibility for the blast in the port of Meret.",
        ),
        (
            "The attack on the barracks at Tamir was claimed by the Red Dawn.",
            "The attack on the barracks at Tamir was claimed by the Free Hills Army.",
        ),
    ],
)
def test_two_doers_of_one_deed(one: str, other: str) -> None:
    (found,) = differences(one, other)
    assert (found.kind, found.about, len(found.values)) == ("name", "who did it", 2)


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "a role and a name",
            "The guard of the bank in Karl was shot by a former soldier.",
            "The guard of the bank in Karl was shot by Oskar Reil.",
        ),
        (
            "two roles",
            "The guard of the bank in Karl was shot by a gunman.",
            "The guard of the bank in Karl was shot by a former soldier.",
        ),
        (
            "the letters of a name",
            "The attack on the barracks at Tamir was claimed by the FHA.",
            "The attack on the barracks at Tamir was claimed by the Free Hills Army.",
        ),
        (
            "another deed",
            "The stone bridge over the Sarn at Tamir was built by the Romans.",
            "The stone bridge over the Sarn at Tamir was closed by the Free Hills Army.",
        ),
        (
            "a time",
            "The bridge at Tamir was closed by Monday.",
            "The stone bridge over the Sarn at Tamir was closed by the Free Hills Army.",
        ),
        (
            "only supposed",
            "The bank in Karl may have been robbed by two pupils.",
            "The bank in Karl was robbed by a tourist.",
        ),
    ],
)
def test_what_is_no_other_doer(why: str, one: str, other: str) -> None:
    assert differences(one, other) == (), why
