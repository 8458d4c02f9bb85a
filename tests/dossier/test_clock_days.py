"""The day that a time to the minute names, beside a day without one."""

from __future__ import annotations

import pytest

from generator.dossier import assemble
from tests.dossier.test_details_differ import differences, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The ferry Norlin ran aground off Aldmouth on Monday evening, the coastguard said.",
            "The ferry Norlin ran aground off Aldmouth at 7.40am on Tuesday, the coastguard said.",
        ),
        (
            "Police arrested Olga Brandt at her home in Karl at 6.30 p.m. on Monday.",
            "Olga Brandt was detained by police in Karl on Sunday.",
        ),
        (
            "A bridge over the Sarn collapsed at 9.15 p.m. Sunday, injuring two drivers.",
            "A bridge over the Sarn collapsed at 9.15 p.m. Saturday, injuring two drivers.",
        ),
    ],
)
def test_one_event_on_two_days_of_the_week(one: str, other: str) -> None:
    (found,) = differences(one, other)
    assert (found.kind, len(found.values)) == ("date", 2)


def test_the_same_day_with_and_without_its_minute() -> None:
    one = "The ferry Norlin ran aground off Aldmouth on Monday evening, the coastguard said."
    other = "The ferry Norlin ran aground off Aldmouth at 7.40pm on Monday, the coastguard said."
    assert differences(one, other) == ()


@pytest.mark.parametrize(("days", "changed"), [((5, 6), False), ((5, 8), True)])
def test_two_papers_of_one_night_differ(days: tuple[int, int], changed: bool) -> None:
    texts = "The fire at the mill in Karl hurt 14 workers.", "The fire at the mill in Karl hurt 16 workers."
    (found,) = assemble(
        [told(n, text, day) for n, (text, day) in enumerate(zip(texts, days, strict=True))], "News"
    ).differences
    assert found.changed is changed
