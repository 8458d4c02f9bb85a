"""Constructions that decide a kind, and names that are one once their kinds are known."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.model import Subject
from generator.dossier.people.group import Group
from generator.dossier.people.joins import _spelling
from generator.dossier.people.kind_rules import before_weighing
from generator.dossier.people.kind_signs import signs
from generator.dossier.people.lands import land
from generator.dossier.people.subjects import merge
from generator.records.model import Mention
from tests.records import entity, record
from tests.records import span as span_of


def dossier(*articles: tuple[str, dict[str, str]]) -> dict[str, Subject]:
    """The subjects of articles, each a text with the names in it and what they were taken for."""
    made = [
        record(
            f"a{n}",
            text,
            entities=tuple(entity(text, k, name, type=type) for k, (name, type) in enumerate(names.items(), 1)),
        )
        for n, (text, names) in enumerate(articles)
    ]
    return {s.name: s for s in merge(made)[0]}


@pytest.mark.parametrize(
    ("text", "name", "taken", "told"),
    [
        ("The Maren Rose sank.", "Maren Rose", "PERSON", "PRODUCT"),
        ("Maren Rose sang.", "Maren Rose", "PERSON", "PERSON"),
        ("The Maren Rose, 36, sang.", "Maren Rose", "PERSON", "PERSON"),
        ("Rain fell in Gray on Monday.", "Gray", "PERSON", "GPE"),
        ("“It rained,” said Gray.", "Gray", "PERSON", "PERSON"),
    ],
)
def test_what_stands_beside_a_supposed_person_decides(text: str, name: str, taken: str, told: str) -> None:
    assert dossier((text, {name: taken}))[name].type == told


def test_what_is_called_after_somebody_is_left_to_the_weights() -> None:
    for text, told in (("The Ann Rose scandal grew.", None), ("The Ann Rose had sunk.", "PRODUCT")):
        group = Group()
        group.add(record("a", text), entity(text, 1, "Ann Rose"))
        assert before_weighing(group, signs(group, "Ann Rose")) == told


def test_a_rocket_is_no_organisation() -> None:
    found = dossier(
        ("The Moor Heavy rocket rose. The Moor Heavy landed. The Moor Heavy’s engine burnt.", {"Moor Heavy": "ORG"}),
    )
    assert found["Moor Heavy"].type == "PRODUCT"


@pytest.mark.parametrize(
    ("text", "name", "taken", "told"),
    [
        ("They sold the VexaStation 4 system.", "VexaStation 4 system", "PRODUCT", "PRODUCT"),
        ("BRAIN BUG", "BRAIN BUG", "PERSON", "PRODUCT"),
        ("BRAIN BUG, 36, left.", "BRAIN BUG", "PERSON", "PERSON"),
        ("Moor Leap announced it. Moor Leap sold it.", "Moor Leap", "ORG", "ORG"),
        ("Moor Leap, a company, met.", "Moor Leap", "ORG", "ORG"),
    ],
)
def test_a_body_needs_more_than_the_look_of_its_name(text: str, name: str, taken: str, told: str) -> None:
    made = entity(text, 1, name, *[name] * text.count(name), type=taken)
    spots = [n for n in range(len(text)) if text.startswith(name, n)]
    made = replace(made, mentions=tuple(Mention(start=n, end=n + len(name)) for n in spots))
    assert merge([record("a", text, entities=(made,))])[0][0].type == told


@pytest.mark.parametrize(
    ("text", "name", "taken", "sure"),
    [
        ("Moor Makes It Work", "Moor Makes", "ORG", False),
        ("Moor Leap met.", "Moor Leap", "ORG", False),
        ("Moor Leap V met. Moor Leap V slept.", "Moor Leap V", "ORG", False),
        ("Moor Leap, a company, said so on Monday. Moor Leap's shares fell.", "Moor Leap", "ORG", True),
        ("Star Update 4 rose", "Star Update 4", "PERSON", False),
        ("Ann Moorly, a nurse, spoke.", "Ann Moorly", "PERSON", True),
        ("Mr. Moorly left.", "Moorly", "PERSON", True),
    ],
)
def test_what_a_headline_made_of_words_is_not_sure_enough_for_the_first_page(
    text: str, name: str, taken: str, sure: bool
) -> None:
    assert dossier((text, {name: taken}))[name].sure == sure


@pytest.mark.parametrize(
    ("one", "other", "bodies"),
    [
        ("Moor Democrats", "Moor Democrat", 1),
        ("Moor Times-News Company", "Moor Times News Company", 1),
        ("Canadian Rail Company", "Canada Rail Company", 1),
        ("Canadian Rail Company", "Canadian Coal Company", 2),
        ("Moor Rail Company", "Moorly Rail Company", 2),
        # two lands whose names begin alike
        ("Austrian Coal Company", "Australian Coal Company", 2),
        ("Indian Coal Company", "Indiana Coal Company", 2),
        ("Nigerian Coal Company", "Niger Coal Company", 2),
        ("Norwegian Coal Company", "Norway Coal Company", 1),
    ],
)
def test_one_body_in_two_spellings_is_one(one: str, other: str, bodies: int) -> None:
    texts = [(f"{name}, a company, said so. {name}'s shares fell.", {name: "ORG"}) for name in (one, one, other)]
    assert len(dossier(*texts)) == bodies


def test_a_people_is_of_its_land() -> None:
    of = {
        "Swedish": "sweden",
        "Peruvian": "peru",
        "Chinese": "china",
        "Turkish": "turkey",
        "Polish": "poland",
        "Dutch": "netherlands",
    }
    assert {people: land(people) for people in of} == of
    assert (land("Slovenian"), land("Slovakian"), land("Austrian")) == ("slovenia", "slovakia", "austria")
    assert (land("Texas"), land("Vexa")) == ("texas", "vexa")


@pytest.mark.parametrize("name", ["-", "– –", ""])
def test_a_name_of_marks_alone_has_a_spelling(name: str) -> None:
    assert isinstance(_spelling(name), str)


def test_a_name_that_a_list_gives_twice_takes_no_body_over() -> None:
    text = "Vexalon Vexalon. Vexalon, a company, said so. Vexalon's shares fell."
    twice = entity(text, 1, "Vexalon Vexalon", type="PRODUCT")
    start = text.index("Vexalon, a")
    twice = replace(twice, mentions=(*twice.mentions, Mention(start=start, end=start + 7)))
    once = "Vexalon, a company, said so. Vexalon's shares fell."
    records = [record("a", text, entities=(twice,)), record("b", once, entities=(entity(once, 1, "Vexalon", type="ORG"),))]
    assert "Vexalon" in {s.name for s in merge(records)[0] if s.type == "ORG"}


def test_a_place_that_one_article_took_for_a_club_is_one_place() -> None:
    names: dict[str, str] = {"Kigali": "GPE"}
    found = dossier(
        ("He lives in Kigali, and works in Kigali.", names),
        ("She came from Kigali.", {"Kigali": "LOC"}),
        ("They left Kigali by train. Kigali slept. Near Kigali it burnt.", {"Kigali": "ORG"}),
    )
    assert [name for name in found if name == "Kigali"] == ["Kigali"]
    assert len(found) == 1


def test_a_town_in_which_nothing_is_may_be_somebody_whom_the_articles_call_so() -> None:
    text = "Harvey Moor left, since Harvey was tired."
    full = record("f", text, entities=(entity(text, 1, "Harvey Moor", "Harvey Moor", "Harvey was"),))
    full = replace(full, entities=(replace(full.entities[0], mentions=(full.entities[0].mentions[0], called(text))),))

    def names(text: str) -> set[str]:
        return {s.name for s in merge([full, record("a", text, entities=(entity(text, 1, "Harvey", type="GPE"),))])[0]}

    assert names("“Poor Harvey,” she wrote.") == {"Harvey Moor"}
    assert names("She lives in Harvey, Illinois, today.") == {"Harvey Moor", "Harvey"}


def test_who_speaks_is_she_whom_the_article_has_named_with_it() -> None:
    def names(text: str) -> set[str]:
        found = (entity(text, 1, "Georgia Field"), entity(text, 2, "Georgia", "Georgia.", type="GPE"))
        at = found[1].mentions[0]
        cut = replace(found[1], mentions=(replace(at, end=at.end - 1),))
        return {s.name for s in merge([record("a", text, entities=(found[0], cut))])[0]}

    assert names("Georgia Field skates. “I win,” said Georgia.") == {"Georgia Field"}
    assert names("Georgia Field skates. “I win,” she said in Georgia.") == {"Georgia Field", "Georgia"}
    assert names("Georgia Field skates. It rained over Georgia.") == {"Georgia Field", "Georgia"}


def called(text: str) -> Mention:
    """The mention by the given name alone."""
    start = text.index("Harvey was")
    return Mention(start=start, end=start + len("Harvey"))


def test_a_division_belongs_to_its_department() -> None:
    found = dossier(
        ("The Moor Police Department met.", {"Moor Police Department": "ORG"}),
        (
            "The Moor Police Department's Traffic Division met. The Moor Port's Division did, too.",
            {"Moor Police Department's Traffic Division": "ORG", "Moor Port's Division": "ORG"},
        ),
    )
    assert set(found) == {"Moor Police Department", "Moor Port's Division"}


def test_an_acronym_written_as_a_word_is_its_body() -> None:
    found = dossier(
        ("The National Academy of Moor Arts and Sciences voted.", {"National Academy of Moor Arts and Sciences": "ORG"}),
        ("Namas voted. Nomas did not.", {"Namas": "ORG", "Nomas": "ORG"}),
    )
    assert "Namas" in found["National Academy of Moor Arts and Sciences"].aliases
    assert "Nomas" in found


def test_an_article_that_tells_of_both_keeps_father_and_son_apart() -> None:
    found = dossier(
        ("Donald J. Moorly spoke.", {"Donald J. Moorly": "PERSON"}),
        ("Donald Moorly spoke. Donald Moorly Jr. listened.", {"Donald Moorly": "PERSON", "Donald Moorly Jr.": "PERSON"}),
    )
    assert set(found) == {"Donald J. Moorly", "Donald Moorly Jr."}


@pytest.mark.parametrize(
    "wording", ["his brother", "most important' person on stage", "boss | 0:52", "best new artist", "one girl"]
)
def test_what_describes_nobody_is_no_description(wording: str) -> None:
    text = f"Ann Field, {wording}, left. Ann Field, a mayor, came."
    made = replace(
        record("a", text),
        entities=(replace(entity(text, 1, "Ann Field"), descriptions=(span_of(text, wording), span_of(text, "mayor"))),),
    )
    (subject,), _ = merge([made])
    assert [d.text for d in subject.descriptions] == ["mayor"]


@pytest.mark.parametrize(
    ("text", "wording", "tells"),
    [
        ("Real Tamir striker Ann Field left.", "Real Tamir striker", True),
        ("Great Karlsund captain Ann Field left.", "Great Karlsund captain", True),
        ("Then the Nice mayor, Ann Field, left.", "Nice mayor", True),
        ("“It rained,” Best Buy chief executive Ann Field said.", "Best Buy chief executive", True),
        ("Ann Field, a nice mayor, left.", "nice mayor", False),
        ("Nice mayor Ann Field left.", "Nice mayor", False),  # or one who is nice
        ("It is late. Great captain Ann Field left.", "Great captain", False),
        ("Then GREAT CAPTAIN Ann Field left.", "GREAT CAPTAIN", False),
    ],
)
def test_praise_with_a_name_s_capital_is_a_name(text: str, wording: str, tells: bool) -> None:
    (subject,), _ = merge(
        [
            replace(
                record("a", text), entities=(replace(entity(text, 1, "Ann Field"), descriptions=(span_of(text, wording),)),)
            )
        ]
    )
    assert [d.text for d in subject.descriptions] == [wording] * tells
