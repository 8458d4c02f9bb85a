"""Who is left out by one statement and named by another: they are no wordings of one statement."""

from __future__ import annotations

import pytest

from generator.dossier.facts import merge
from generator.dossier.naming import at_odds
from tests.records import fact, record

INCLUDES = "The committee published a list of nine builders that includes Ann Field."
OUT = (
    "The list of nine builders that the committee published does not name Ann Field.",
    "The committee published a list of nine builders without Ann Field.",
    "The committee published a list of all nine builders except Ann Field.",
    "The committee’s list of nine builders left out Ann Field.",
    "There is no mention of Ann Field in the committee’s list of nine builders.",
    "Ann Field is not on the committee’s list of nine builders.",
    "Ann Field was left out of the committee’s list of nine builders.",
    "The committee’s list of nine builders didn’t include Ann Field.",
)
SAME = (
    "The list of nine builders that the committee published names Ann Field.",
    "The list names not only Ann Field but eight other builders.",
    "The committee, which did not explain its choice, put Ann Field on a list of nine builders.",
)


@pytest.mark.parametrize("out", OUT)
def test_whoever_is_left_out_is_not_named(out: str) -> None:
    assert at_odds(INCLUDES, out)
    assert at_odds(out, INCLUDES)
    assert not at_odds(out, OUT[0])


@pytest.mark.parametrize("same", SAME)
def test_what_leaves_nobody_out(same: str) -> None:
    assert not at_odds(INCLUDES, same)


@pytest.mark.parametrize(("other", "many"), [(SAME[0], 1), (OUT[0], 2), (OUT[1], 2), (OUT[7], 2)])
def test_they_are_joined_only_where_neither_leaves_out_whom_the_other_names(other: str, many: int) -> None:
    told = [record(name, text, facts=(fact(name, text, text, 0.9),)) for name, text in (("one", INCLUDES), ("two", other))]
    assert len(merge(told, {})) == many
