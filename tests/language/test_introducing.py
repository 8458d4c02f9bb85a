"""More ways in which an article says who somebody is: champions and seeds, heads of bodies, clauses, brackets, lists."""

from __future__ import annotations

import pytest

from generator.building.extraction import annotated
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs
from tests.language.test_roles import described


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("World and Commonwealth 100m champion Ann Field won.", "World and Commonwealth 100m champion"),
        ("Fly-half Ann Field kicked three goals.", "Fly-half"),
        ("It was a try from wing Ann Field and another.", "wing"),
        ("World Cup winner Ann Field has left.", "World Cup winner"),
        (
            "The new director of the crowded Harbour Rescue Service Ann Field spoke, too.",
            "new director of the crowded Harbour Rescue Service",
        ),
        ("Ann Field, the mayor's longtime driver, has left.", "mayor's longtime driver"),
        ("Ann Field, who runs the bakery, closed it.", "who runs the bakery"),
        ("It ended eight-time champion Ann Field’s run.", "eight-time champion"),
        ("World number two Ann Field lost.", "World number two"),
        ("Prize winners met actor Bo Reed, dancer Ann Field and others.", "dancer"),
        ("Ann Field (host) opened the evening.", "host"),
        ("Ann Field was harbour secretary during the storm.", "harbour secretary during the storm"),
    ],
)
def test_who_somebody_is_said_to_be(text: str, told: str) -> None:
    assert described(text, "Ann Field") == [told]


def test_what_is_said_of_several_is_said_of_each() -> None:
    text = "Olympic relay medallists Bo Reed and Ann Field met on Monday."
    assert described(text, "Ann Field") == described(text, "Bo Reed") == ["Olympic relay medallists"]


@pytest.mark.parametrize(
    "text",
    [
        "They met former team-mate Ann Field.",
        "His ex-husband Ann Field left.",
        "The winner Ann Field left.",
        "Ann Field, who left early, runs.",
        "Ann Field, who once ran the bakery, left.",
        "Bo Reed beat, and Ann Field lost.",
        "The medallist Bo Reed and Ann Field met.",
        "She worked for the Harbour Rescue Service. Ann Field left.",
    ],
)
def test_what_tells_nothing_of_somebody(text: str) -> None:
    assert described(text, "Ann Field") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Midfielder Karsholt fell ill.", ["Karsholt"]),
        ("It was signed by MK Tzipi Field on Monday.", ["Tzipi Field"]),
        ("Frenchman Tim Abbot came third.", ["Tim Abbot"]),
        ("Meanwhile Briton Tim Abbot came third.", ["Tim Abbot"]),
        ("Anchor Bo Reed asked about it.", ["Bo Reed"]),
        ("Inspector Bo Marsh led the search.", ["Bo Marsh"]),
        ("Cardinal Health said it would cut 300 jobs.", ["Cardinal Health"]),
        ("Constable Books opened a shop in Leeds.", ["Constable Books", "Leeds"]),
        ("The Striker Group left.", ["Striker Group"]),
        ("They met Bo Reed 6-4 on Monday.", ["Bo Reed"]),
        ("Rescuers found Atef Al-Moor alive. Al-Moor left.", ["Atef Al-Moor"]),
    ],
)
def test_what_somebody_is_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    assert [
        e.name
        for e in annotated(Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None)), None).entities
    ] == names
