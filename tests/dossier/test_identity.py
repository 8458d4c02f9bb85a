"""Who is who across articles: what joins two names, and what speaks against it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier import assemble
from generator.records.model import Mention, Record
from tests.records import entity, record


def told(*articles: tuple[str, tuple[str, ...]]) -> dict[str, int]:
    """The persons of a dossier and how many mentions each has; an article is its text and its persons' names."""
    records: list[Record] = []
    for n, (text, names) in enumerate(articles):
        people = tuple(entity(text, k, name) for k, name in enumerate(names, 1))
        records.append(record(f"r{n}", text, entities=people))
    return {s.name: len(s.mentions) for s in assemble(records, "Title").subjects}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert S. Moorer III", "Robert Moorer"),
        ("Bob Moorer", "Robert Moorer"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Enrique Peña Norte", "Enrique Pena Norte"),
        ("Mohammed Reed", "Muhammad Reed"),
        ("don Vincent 'Chin' Moorer", "Vincent Moorer"),
        ("Vincent “The Chin” Moorer", "Vincent Moorer"),
        ("Vincent (Chin) Moorer", "Vincent Moorer"),
    ],
)
def test_two_spellings_are_one_person(one: str, other: str) -> None:
    assert len(told((f"{one} left.", (one,)), (f"{other} came.", (other,)))) == 1


def test_who_stands_beside_another_in_one_article_is_not_the_same() -> None:
    both = "Donald Moor Jr. and Donald Moor left."
    found = told((both, ("Donald Moor Jr.", "Donald Moor")), ("Donald Moor came.", ("Donald Moor",)))
    assert found == {"Donald Moor": 2, "Donald Moor Jr.": 1}


def test_an_initial_joins_no_two_people() -> None:
    found = told(
        ("M. Moorer left.", ("M. Moorer",)), ("Mary Moorer came.", ("Mary Moorer",)), ("Mark Moorer sang.", ("Mark Moorer",))
    )
    assert found == {"M. Moorer": 1, "Mary Moorer": 1, "Mark Moorer": 1}
    assert told(("A. Moorer left.", ("A. Moorer",)), ("Ann Moorer came.", ("Ann Moorer",))) == {"Ann Moorer": 2}


def test_a_president_is_no_first_lady() -> None:
    article = "President Moor thanked first lady Melania Moor."
    person = record("r0", article, entities=(entity(article, 1, "Melania Moor"), entity(article, 2, "Moor")))
    other = "President Donald Moor spoke."
    made = assemble([person, record("r1", other, entities=(entity(other, 1, "Donald Moor"),))], "Title").subjects
    assert {s.name: s.sources for s in made} == {"Donald Moor": ("r0", "r1"), "Melania Moor": ("r0",)}


def test_a_surname_of_two_stays_apart_where_nobody_is_called_so() -> None:
    found = told(
        ("John Moor sued Mary Moor.", ("John Moor", "Mary Moor")),
        ("Moor won.", ("Moor",)),
    )
    assert found == {"John Moor": 1, "Mary Moor": 1, "Moor": 1}


def test_a_surname_of_two_goes_to_the_one_whom_other_articles_call_so() -> None:
    text = "John Moor left. Moor came. Moor spoke. Moor slept. Moor won. Moor lost."
    spans = ("John Moor", "Moor came", "Moor spoke", "Moor slept", "Moor won", "Moor lost")
    whole = entity(text, 1, "John Moor", *spans)
    mentions = tuple(replace(m, end=m.start + 4) if n else m for n, m in enumerate(whole.mentions))
    cut = replace(whole, mentions=mentions)
    other = "His wife, Mary Moor, came."
    third = "Moor is back."
    made = assemble(
        [
            record("r0", text, entities=(cut,)),
            record("r1", other, entities=(entity(other, 1, "Mary Moor"),)),
            record("r2", third, entities=(entity(third, 1, "Moor"),)),
        ],
        "Title",
    ).subjects
    assert {s.name: s.sources for s in made} == {"John Moor": ("r0", "r2"), "Mary Moor": ("r1",)}


def test_a_junior_is_not_joined_where_the_article_tells_of_another_of_that_name() -> None:
    found = told(
        ("Donald Moor Jr. met Mr. Moor.", ("Donald Moor Jr.", "Moor")),
        ("Donald Moor came.", ("Donald Moor",)),
        ("Donald Reed Jr. left.", ("Donald Reed Jr.",)),
        ("Donald Reed came.", ("Donald Reed",)),
    )
    assert found == {"Donald Moor": 2, "Donald Moor Jr.": 1, "Donald Reed": 2}


def test_pronouns_do_not_part_a_surname_from_its_owner() -> None:
    one, other = "Quentin Moor left.", "Moor came."
    records = [
        record("a", one, entities=(entity(one, 1, "Quentin Moor"),)),
        record("b", other, entities=(replace(entity(other, 1, "Moor"), gender="female"),)),
    ]
    assert [s.sources for s in assemble(records, "Title").subjects] == [("a", "b")]


def test_a_surname_set_apart_is_whose_it_mostly_is() -> None:
    family = "Moor was asked for papers. Irena Moor and Eric Moor left."
    spoken = "President Peter Moor spoke. Mr. Moor left."
    found = told((family, ("Moor", "Irena Moor", "Eric Moor")), (spoken, ("Peter Moor",)), ("Moor sang.", ("Moor",)))
    assert found == {"Moor": 2, "Irena Moor": 1, "Eric Moor": 1, "Peter Moor": 1}
    peter, last = entity(spoken, 1, "Peter Moor"), spoken.rindex("Moor")
    both = record("r1", spoken, entities=(replace(peter, mentions=(*peter.mentions, Mention(start=last, end=last + 4))),))
    first = record(
        "r0", family, entities=tuple(entity(family, n, x) for n, x in enumerate(("Moor", "Irena Moor", "Eric Moor"), 1))
    )
    made = {s.name: s.sources for s in assemble([first, both], "Title").subjects}
    assert made == {"Peter Moor": ("r0", "r1"), "Irena Moor": ("r0",), "Eric Moor": ("r0",)}


def test_an_office_before_a_surname_is_whose_it_is() -> None:
    one = "President Moor spoke. Irena Moor left."
    assert told((one, ("Moor", "Irena Moor")), ("President Peter Moor left.", ("Peter Moor",))) == {
        "Peter Moor": 2,
        "Irena Moor": 1,
    }


def test_a_short_given_name_is_his_whom_the_article_names_in_full() -> None:
    both = "Benjamin Moorer left. Friends recalled that Ben sang."
    assert told((both, ("Benjamin Moorer", "Ben"))) == {"Benjamin Moorer": 2}
    assert told(("Benjamin Moorer left.", ("Benjamin Moorer",)), ("Ben sang.", ("Ben",))) == {"Benjamin Moorer": 1, "Ben": 1}
    two = "Benjamin Moorer met Benedict Holm. Ben sang."
    assert told((two, ("Benjamin Moorer", "Benedict Holm", "Ben"))) == {"Benjamin Moorer": 1, "Benedict Holm": 1, "Ben": 1}
