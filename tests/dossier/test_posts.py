"""A person of two posts that exclude each other, and roles that do not."""

from __future__ import annotations

import pytest

from tests.dossier.test_details_differ import differences


@pytest.mark.parametrize(
    ("one", "other", "posts"),
    [
        (
            "Nobody was hurt in the fire, Police Sergeant Ruth Stone said.",
            "Police Lieutenant Ruth Stone said that nobody was hurt in the fire.",
            {"sergeant", "lieutenant"},
        ),
        (
            "Finance minister Karl Ames opened the bridge over the Sarn.",
            "The bridge over the Sarn was opened by Karl Ames, the transport minister.",
            {"finance minister", "transport minister"},
        ),
        (
            "Karl Ames, the campaign manager of Olga Brandt, left the race on Monday.",
            "Karl Ames, the campaign chairman of Olga Brandt, left the race on Monday.",
            {"campaign manager", "campaign chairman"},
        ),
    ],
)
def test_a_person_of_two_posts(one: str, other: str, posts: set[str]) -> None:
    (found,) = differences(one, other)
    assert (found.kind, found.about.partition(" of ")[0], {v.value for v in found.values}) == ("name", "the post", posts)


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "what was",
            "The former finance minister Karl Ames opened the bridge over the Sarn.",
            "The bridge over the Sarn was opened by Karl Ames, the transport minister.",
        ),
        (
            "two roles of one person",
            "Karl Ames, the team manager, opened the bridge over the Sarn.",
            "The bridge over the Sarn was opened by the club director Karl Ames.",
        ),
        (
            "a rank and its letters",
            "Nobody was hurt in the fire, Police Sergeant Ruth Stone said.",
            "Police Sgt. Ruth Stone said that nobody was hurt in the fire.",
        ),
        (
            "two people",
            "Nobody was hurt in the fire, Police Sergeant Ruth Stone said.",
            "Police Lieutenant Olga Brandt said that nobody was hurt in the fire.",
        ),
        (
            "both in one article",
            "Finance minister Karl Ames opened the bridge over the Sarn. Karl Ames, the transport minister, praised it.",
            "The bridge over the Sarn was opened by Karl Ames, the transport minister.",
        ),
        (
            "no portfolio",
            "The minister Karl Ames opened the bridge over the Sarn.",
            "Finance minister Karl Ames opened the bridge over the Sarn.",
        ),
        (
            "whose minister",
            "British minister Karl Ames opened the bridge over the Sarn.",
            "Finance minister Karl Ames opened the bridge over the Sarn.",
        ),
        (
            "two portfolios",
            "The finance and transport minister Karl Ames opened the bridge over the Sarn.",
            "Finance minister Karl Ames opened the bridge over the Sarn.",
        ),
        (
            "one portfolio",
            "Defense minister Karl Ames opened the bridge over the Sarn.",
            "Defence minister Karl Ames opened the bridge over the Sarn.",
        ),
        (
            "no rank",
            "Sergeant Ruth Stone opened the bridge over the Sarn.",
            "Ruth Stone, a private citizen, opened the bridge over the Sarn.",
        ),
        (
            "the captain of a team",
            "Sergeant Ruth Stone opened the bridge over the Sarn.",
            "Ruth Stone, the captain of the rowing team, opened the bridge over the Sarn.",
        ),
        (
            "the captain of a country",
            "Sergeant Ruth Stone opened the bridge over the Sarn.",
            "Norland captain Ruth Stone opened the bridge over the Sarn.",
        ),
    ],
)
def test_what_are_no_two_posts(why: str, one: str, other: str) -> None:
    assert differences(one, other) == (), why
