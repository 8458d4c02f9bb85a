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
        ("The theatre impresario Sir Ann Field staged it.", "theatre impresario"),
        ("Harbour Trust Assistant Director General Dr Ann Field said so.", "Harbour Trust Assistant Director General"),
        ("Seventh seed Norwegian Ann Field lost.", "Seventh seed"),
        ("Republican Sen. Ann Field voted against it.", "Republican Sen."),
        ("Her lead lawyer, Ann Field, wept.", "lead lawyer"),
        ("The papers name deputy director Bo Reed and lawyer Ann Field.", "lawyer"),
        ("Aides feared he would have the president fire special counsel Ann Field.", "special counsel"),
        ("Ann Field was harbour secretary during the storm.", "harbour secretary during the storm"),
        ("Ann Field, a co-ordinator with a relief group, says so.", "co-ordinator with a relief group"),
        ("The team leans on powerful slugger Ann Field.", "powerful slugger"),
        ("The singer's brother Ann Field was shocked.", "singer's brother"),
        ("Cora Field's sister Ann Field was shocked.", "Cora Field's sister"),
        ("Her agent, Ann Field, said so.", "agent"),
        ("In between rounds Hall of Fame trainer Ann Field spoke to him.", "Hall of Fame trainer"),
        ("U.S. Navy Vice Adm. Ann Field said so.", "Vice Adm."),
        ("Ann Field of the Harbour Institute said the tide helped.", "of the Harbour Institute"),
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
        "“I mourn my dear friend and client Ann Field,” he said.",
        "The parents of Ann Field of Oslo left.",
        "One of the schoolgirls, Ann Field, left.",
        "Danish diplomat Bo Reed, Mr Field's predecessor, will replace Ann Field.",
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
        ("Rescuer Anthony Marsh, from Leeds, said so.", ["Anthony Marsh", "Leeds"]),
        ("Fireman William Marsh said he saw it. Mr Marsh left.", ["William Marsh"]),
    ],
)
def test_what_somebody_is_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    assert [
        e.name
        for e in annotated(Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None)), None).entities
    ] == names


def test_a_body_of_a_land_is_not_its_initials() -> None:
    text = "The US Navy sent a ship to Aldmouth. The UN thanked the crew, and the UN sent food."
    article = Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))
    assert {"US Navy", "UN"} <= {entity.name for entity in annotated(article, None).entities}


def test_an_office_before_any_full_name_is_somebody_else_s() -> None:
    text = (
        "President Moor said that talks would resume. “We will wait,” Mr. Moor said.\n\n"
        "Irena Moor, an adviser, called it useful. “I liked it,” Ms. Moor said."
    )
    article = Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))
    made = annotated(article, None)
    assert [quote.speaker for quote in made.quotes] == ["Moor", "Moor", "Irena Moor", "Irena Moor"]
    assert all(quote.confidence > 0.9 for quote in made.quotes)


def test_a_bare_surname_is_the_office_holder_s_of_the_family() -> None:
    text = "Emilia Moor and Brigit Moor walked there. French President Emil Moor came. “We will wait,” Moor said."
    article = Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))
    assert [quote.speaker for quote in annotated(article, None).quotes] == ["Emil Moor"]
