"""Places that the marks beside them show: shortened states, datelines, "-based"."""

from __future__ import annotations

import pytest

from generator.language.names.name import Name
from generator.language.names.situated import situated


def told(sentence: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """The names of a sentence whose words stand apart, and what each is."""
    text = sentence.split()
    found = [Name(text.index(word), text.index(word) + 1, label) for word, label in names]
    opens = [n == 0 for n in range(len(text))]
    return [(" ".join(text[name.start : name.end]), name.label) for name in situated(text, opens, found)]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("She drove to Monroeville , Ala. , on Monday", "Ala."),
        ("Snow fell in Surrey , B.C. again", "B.C."),
        ("Bo Field , D - Pa. , spoke", "Pa."),
        ("Many deaths in B.C. this year", "B.C."),
        ("It was northern B.C. that burnt", "B.C."),
        ("a Houston - based firm", "Houston"),
        ("the New York - born singer", "New York"),
    ],
)
def test_a_place_is_found(sentence: str, place: str) -> None:
    assert (place, "GPE") in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["It was built in 300 B.C. by slaves", "He was a Man.", "a home - based firm", "the Mass. of Sunday , they said"],
)
def test_what_is_no_place_is_left(sentence: str) -> None:
    assert told(sentence) == []


def test_a_state_after_a_town_is_no_firm() -> None:
    assert ("Calif.", "GPE") in told("He left Fresno , Calif. , in May", ("Calif.", "ORG"))


def test_the_town_of_a_dateline_is_nobody() -> None:
    said = "ROSWELL - A man whom Roswell police sought"
    assert told(said, ("ROSWELL", "PERSON"), ("Roswell", "PERSON")) == [("ROSWELL", "GPE"), ("Roswell", "GPE")]
    kept = "ROSWELL said that Roswell is his name"
    assert told(kept, ("ROSWELL", "PERSON"), ("Roswell", "PERSON")) == [("ROSWELL", "PERSON"), ("Roswell", "PERSON")]
